"""Pasted text as lines of cells: plain text, Markdown and piped tables, spreadsheet cells, HTML."""

import csv
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.formats.timetext.cancellations import parted, with_strikes
from planner.formats.timetext.recognition import column_of
from planner.formats.timetext.spelling import plain


class Layout(StrEnum):
    """How the cells of a line are told apart."""

    PLAIN = "plain"
    PIPES = "pipes"
    TABS = "tabs"
    GAPS = "gaps"
    SEMICOLONS = "semicolons"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that is not blank: its text as it stands, and its cells without decoration.

    ``is_heading`` comes from ``#`` or ``<h1>``, ``is_header`` from ``<th>`` or a rule below.
    ``table`` tells the tables of an HTML text apart. ``struck`` is what is struck out or hidden; the
    cells come without it.
    """

    number: int
    text: str
    cells: tuple[str, ...]
    layout: Layout = Layout.PLAIN
    indent: int = 0
    follows_blank: bool = False
    is_heading: bool = False
    is_header: bool = False
    is_rule: bool = False
    table: int = 0
    struck: str = ""

    @property
    def filled(self) -> tuple[str, ...]:
        """Return the cells that hold something."""
        return tuple(cell for cell in self.cells if cell)


_LONGEST_QUOTED = 20
"""A spreadsheet cell with line breaks is followed over so many lines at the most."""

_FEWEST_SIGNS = 2
_MOMENT = re.compile(
    r"(?=.*\d)(?:\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4})?"
    r"[ T]?(?:\d{1,2}[:.]\d{2}(?::\d{2})?)?(?: ?- ?\d{1,2}[:.]\d{2})?(?: ?uhr)?",
    re.IGNORECASE,
)
_MAIL_QUOTE = re.compile(r"[ \t]{0,3}>[> \t]*")
_RULE = re.compile(r"[-=_|:+* \t\u2013\u2014\u2500\u2501\u2550]{3,}")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_UNDERLINE = re.compile(r"[-=]{3,}[ \t]*")
_BULLET = re.compile(
    r"(?:[-*+\u2022\u25e6\u25aa\u2023\u00b7\u2013\u2014][ \t]+)?"
    r"(?:\[[ xX]\][ \t]+)?"
    r"(?:\(?\d{1,2}[.)][ \t]+(?=(?:from |von |at |um )?\d{1,2}(?:[:.h]\d{2}|[ ]?(?:[ap]\.?m|uhr))))?",
    re.IGNORECASE,
)
_GAP = re.compile(r" {3,}")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\((?:mailto:)?([^()\s]{1,500})\)")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|~~|`|(?<!\w)[*_](?=\w)|(?<=[\w.)])[*_](?!\w)")
_ESCAPED = re.compile(r"\\([\\|*_#`~\[\]()<>-])")
_ESCAPED_PIPE = "\ue000"
_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


def text_lines(text: str) -> tuple[SourceLine, ...]:
    """Return the lines of a text that is not HTML."""
    lines: list[SourceLine] = []
    follows_blank = False
    for number, written in _joined(text.splitlines()):
        if not written.strip():
            follows_blank = True
            continue
        if _has_semicolons(written, lines[-1].layout if lines else Layout.PLAIN):
            line = _semicolon_line(number, written)
        else:
            line = without_strikes(_source_line(number, written))
        if line.is_rule and lines and not follows_blank:
            lines[-1] = _above_rule(lines[-1], line)
        lines.append(replace(line, follows_blank=follows_blank))
        follows_blank = line.is_rule
    return tuple(lines)


def without_strikes(line: SourceLine) -> SourceLine:
    """Return a line with what is struck out taken from its cells and kept apart."""
    pairs = [parted(cell) for cell in line.cells]
    gone = " ".join(struck for _, struck in pairs if struck)
    return replace(line, cells=tuple(kept for kept, _ in pairs), struck=gone)


def undecorated(text: str) -> str:
    """Return a cell without Markdown emphasis, with the addresses of links behind their words."""
    shown = _BREAK.sub("\n", text)
    shown = _LINK.sub(r"\1 \2", shown)
    shown = _EMPHASIS.sub("", shown)
    shown = html.unescape(_ESCAPED.sub(r"\1", shown))
    return visible(shown.replace(_ESCAPED_PIPE, "|"))


def visible(text: str) -> str:
    """Return the text without spaces and invisible marks at its ends."""
    stripped = text.strip()
    while stripped != (stripped := stripped.strip(_INVISIBLE).strip()):
        pass
    return stripped


def _joined(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield numbered lines; a spreadsheet cell that holds line breaks keeps its row together."""
    index = 0
    while index < len(lines):
        count = _quoted_lines(lines, index)
        yield index + 1, "\n".join(lines[index : index + count])
        index += count


def _quoted_lines(lines: Sequence[str], index: int) -> int:
    """Return over how many lines a spreadsheet row reaches: quotes keep its line breaks."""
    line = lines[index]
    has_cells = "\t" in line or line.count(";") >= _FEWEST_SIGNS
    if not has_cells or line.count('"') % 2 == 0:
        return 1
    if not (line.startswith('"') or '\t"' in line or ';"' in line):
        return 1
    for count, following in enumerate(lines[index + 1 : index + _LONGEST_QUOTED], start=2):
        if following.count('"') % 2:
            return count
    return 1


def _source_line(number: int, written: str) -> SourceLine:
    quote = _MAIL_QUOTE.match(written)
    body = written[quote.end() if quote else 0 :]
    indent = len(body) - len(body.lstrip())
    body = _struck_body(body)
    stripped = visible(body)
    if _RULE.fullmatch(stripped) or not stripped:
        return SourceLine(number, written, (), indent=indent, is_rule=True)
    if "\t" in stripped:
        return SourceLine(number, written, _tab_cells(body), Layout.TABS, indent)
    stripped = stripped[_bullet_end(stripped) :]
    if "|" in stripped:
        return SourceLine(number, written, _pipe_cells(stripped), Layout.PIPES, indent)
    if heading := _HEADING.match(stripped):
        title = undecorated(stripped[heading.end() :].rstrip("# "))
        return SourceLine(number, written, (title,), indent=indent, is_heading=True)
    cells = tuple(undecorated(cell) for cell in _GAP.split(stripped))
    layout = Layout.GAPS if len(cells) > 1 else Layout.PLAIN
    return SourceLine(number, written, cells, layout, indent)


def _has_semicolons(written: str, above: Layout) -> bool:
    """Say whether semicolons part cells, as in a German spreadsheet saved as text.

    They do in a line of column names, where a whole cell is a date or a time, and below such lines.
    """
    parts = [part.strip(' "') for part in written.split(";")]
    if len(parts) <= 1 or "\t" in written or "|" in written:
        return False
    if above is Layout.SEMICOLONS:
        return True
    if len(parts) > _FEWEST_SIGNS and any(_MOMENT.fullmatch(plain(part)) for part in parts):
        return True
    named = sum(column_of(part) is not None for part in parts)
    return named > 1 and named * 2 >= len(parts)


def _semicolon_line(number: int, written: str) -> SourceLine:
    (cells,) = csv.reader([written.replace("\n", " ")], delimiter=";")
    shown = tuple(undecorated(cell) for cell in cells)
    return SourceLine(number, written, shown, Layout.SEMICOLONS)


def _struck_body(body: str) -> str:
    """Return a line with its struck-out text marked; its bullet stands before the strikes."""
    if "~" not in body:
        return body
    first = len(body) - len(body.lstrip())
    first += _bullet_end(body[first:])
    return body[:first] + with_strikes(body[first:].rstrip())


def _bullet_end(stripped: str) -> int:
    match = _BULLET.match(plain(stripped))
    return match.end() if match else 0


def _above_rule(line: SourceLine, rule: SourceLine) -> SourceLine:
    """Mark the line above a rule: column names of a table, or an underlined heading."""
    if len(line.cells) > 1:
        return replace(line, is_header=True)
    is_underlined = line.layout is Layout.PLAIN and _UNDERLINE.fullmatch(rule.text.strip())
    return replace(line, is_heading=line.is_heading or bool(is_underlined))


def _tab_cells(body: str) -> tuple[str, ...]:
    return tuple(undecorated(_unquoted(cell.strip())) for cell in body.strip("\r").split("\t"))


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
        return cell[1:-1].replace('""', '"')
    return cell


def _pipe_cells(stripped: str) -> tuple[str, ...]:
    cells = stripped.replace("\\|", _ESCAPED_PIPE).split("|")
    if not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return tuple(undecorated(cell) for cell in cells)
