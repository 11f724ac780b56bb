"""CSV files as tables: whichever separator, quoted or not, with or without a header."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from planner.formats.directory.columns import is_header
from planner.formats.directory.content import Table, TableRow
from planner.formats.directory.encodings import decoded
from planner.formats.directory.errors import UnreadableDirectory
from planner.formats.plaintext import many_lines

ROW_LIMIT: Final = 20_000
COLUMN_LIMIT: Final = 200

_SEPARATORS = (";", "\t", ",", "|")
_LONGEST_LINE = 500_000  # characters
_LOOKED_AT = 30  # rows by which the separator is found
_DECLARED = "sep="  # the first line that Excel writes and reads to name the separator
_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def read_table(data: bytes) -> Table:
    """Return the rows of a CSV file (RFC 4180, and what spreadsheets make of it).

    Raises:
        UnreadableDirectory: it is no text, has no rows, or more than anybody would import.
    """
    text, encoding = decoded(data)
    _refuse_long_lines(text)
    text, skipped, separator = _declared(text)
    separator = separator or _separator(text)
    rows = [
        TableRow(line + skipped, tuple(map(_as_meant, cells)))
        for line, cells in _records(text, separator, skipped)
    ]
    filled = [row for row in rows if any(row.cells)]
    if not filled:
        raise UnreadableDirectory(reason="no_rows")
    table = Table(None, tuple(filled), separator, encoding)
    names_columns = is_header(filled[0].cells, [row.cells for row in filled[1:_LOOKED_AT]])
    if names_columns and len(filled) == 1:
        raise UnreadableDirectory(reason="no_rows")
    return with_header(table) if names_columns else table


def with_header(table: Table) -> Table:
    """Return the table with its first row as the heading of its columns."""
    if table.header is not None or not table.rows:
        return table
    return replace(table, header=table.rows[0], rows=table.rows[1:])


def without_header(table: Table) -> Table:
    """Return the table with its heading as a row like others."""
    if table.header is None:
        return table
    return replace(table, header=None, rows=(table.header, *table.rows))


def _refuse_long_lines(text: str) -> None:
    """Refuse what would take long to take apart and is no table: a line without an end."""
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > _LONGEST_LINE and "\r" not in line:
            raise UnreadableDirectory(reason="bad_table", line=number)


def _declared(text: str) -> tuple[str, int, str]:
    """Return the text without the line that names the separator, lines skipped, and that."""
    first, _, rest = text.partition("\n")
    said = first.strip("\r\ufeff")
    if said.casefold().startswith(_DECLARED) and len(said) == len(_DECLARED) + 1:
        return rest, 1, said[-1]
    return text, 0, ""


def _separator(text: str) -> str:
    """Return the separator that gives the most rows the same number of cells, and many of them."""
    return max(_SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[bool, float, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        widths = Counter(len(cells) for cells in islice(reader, _LOOKED_AT) if cells)
    except csv.Error:
        return False, 0.0, 0
    width, rows = widths.most_common(1)[0] if widths else (0, 0)
    return width > 1, rows / max(widths.total(), 1), width


def _records(text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line where it begins."""
    is_strict = _refuse_unclosed(text, separator, skipped)
    source = io.StringIO(text, newline="")
    reader = csv.reader(source, delimiter=separator, strict=is_strict)
    line = 1
    try:
        for number, cells in enumerate(reader):
            if number > ROW_LIMIT:
                raise UnreadableDirectory(reason="too_many_rows", limit=ROW_LIMIT)
            if len(cells) > COLUMN_LIMIT:
                size = {"limit": COLUMN_LIMIT, "size": len(cells)}
                raise UnreadableDirectory(reason="too_many_columns", line=line + skipped, **size)
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise UnreadableDirectory(reason="bad_table", line=line + skipped) from None


def _refuse_unclosed(text: str, separator: str, skipped: int) -> bool:
    """Say whether every quotation mark stands where it should.

    A mark in the middle of a cell is read as it stands; one that nobody closes would swallow all
    rows after it, so that is refused.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise UnreadableDirectory(reason="unclosed_quote", line=line + skipped) from None
        return False
    return True


def _as_meant(cell: str) -> str:
    """Return a cell without what spreadsheets need to keep it as text: ``="0049"``, ``'+49``."""
    text = many_lines(cell).strip()
    if text.startswith('="') and text.endswith('"') and len(text) > len('=""'):
        return text[2:-1].replace('""', '"')
    if text.startswith("'") and text[1:].lstrip().startswith(_FORMULA_STARTS):
        return text[1:]
    return text
