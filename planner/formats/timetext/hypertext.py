"""HTML as lines of cells, the way a reader sees them. Nothing is run and nothing is fetched."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from planner.formats.timetext.cancellations import struck, unmarked
from planner.formats.timetext.cells import Layout, SourceLine, without_strikes
from planner.formats.timetext.spelling import squeezed
from planner.formats.timetext.strikes import Strikes, hides

_IS_HTML = re.compile(
    r"<(?:!doctype html|html|body|table|tbody|tr|td|th|p|div|ul|ol|li)(?:\s[^<>]*)?>", re.IGNORECASE
)
_TAG = re.compile(r"<(?:[!?][^<>]*>|(/?)([a-zA-Z][a-zA-Z0-9]{0,15})((?:[\s/:][^<>]*)?)>)?")
_SPAN = re.compile(r"\b(rowspan|colspan)\s?=\s?[\"']?(\d{1,5})", re.IGNORECASE)
_LINK = re.compile(r"\bhref\s?=\s?[\"']?(https?://[^\"'\s<>]{1,500})", re.IGNORECASE)

_HIDDEN = frozenset({"script", "style", "title", "template"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_PARAGRAPHS = "p div br li ul ol dl dt dd hr pre section article header footer blockquote table"
_BLOCKS = _HEADINGS | frozenset(_PARAGRAPHS.split())
_WIDEST = 40
_TALLEST = 500
_MOST_CELLS = 200
"""A row with more cells than this is no timetable; it is shown, but comes without cells."""


def is_html(text: str) -> bool:
    """Say whether the text is HTML that shapes paragraphs or tables."""
    return _IS_HTML.search(text) is not None


def html_lines(text: str) -> tuple[SourceLine, ...]:
    """Return paragraphs and table rows in the order of the text.

    A cell that spans rows says the same in each of them; one that spans columns stands in the first.
    Scripts, styles and comments are left out.
    """
    reader = _Reader()
    reader.feed(_tidied(text))
    reader.close()
    reader.finish()
    return tuple(reader.lines)


def _tidied(text: str) -> str:
    """Return the text with well-formed, short tags only.

    The parser of the standard library takes quadratic time for tags that never end, and stops at
    declarations it does not know (seen with Python 3.11). It gets neither.
    """
    return _TAG.sub(_tidy_tag, _without_comments(text))


def _tidy_tag(match: re.Match[str]) -> str:
    whole, closing, name, rest = match[0], match[1], match[2], match[3]
    if name is None:
        return "&lt;" if whole == "<" else "\n" * whole.count("\n")
    spans = "".join(f" {key}={number}" for key, number in _SPAN.findall(rest))
    link = _LINK.search(rest) if name.lower() == "a" else None
    address = f' href="{link[1]}"' if link else ""
    hidden = " hidden" if not closing and hides(rest) else ""
    return f"<{closing}{name}{spans}{address}{hidden}>" + "\n" * whole.count("\n")


def _without_comments(text: str) -> str:
    pieces: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        pieces += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + len("-->")
    return "".join([*pieces, text[position:]])


@dataclass(slots=True)
class _Table:
    """An open table: the row being read, and the cells that reach down into the next rows."""

    number: int
    cells: list[tuple[str, int, int]] = field(default_factory=list)
    reaching: dict[int, tuple[int, str]] = field(default_factory=dict)
    is_header: bool = True
    row_line: int = 0
    has_open_row: bool = False
    open_cell: tuple[int, int] | None = None


class _Reader(HTMLParser):
    """Collects lines; text inside a cell belongs to the innermost open table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[SourceLine] = []
        self._tables: list[_Table] = []
        self._text: list[str] = []
        self._text_line = 0
        self._hidden = ""
        self._is_heading = False
        self._count = 0
        self._strikes = Strikes()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row or cell, or begin a new line."""
        if self._hidden:
            return
        self._strikes.open(tag, is_struck="hidden" in dict(attrs))
        if tag in _HIDDEN:
            self._hidden = tag
        elif tag == "table":
            self._open_table()
        elif tag == "tr":
            self._close_row()
        elif tag in {"td", "th"} and self._tables:
            self._open_cell(tag, dict(attrs))
        elif tag in _BLOCKS:
            self._break_line()
            self._is_heading = tag in _HEADINGS
        elif tag == "a" and (address := dict(attrs).get("href")):
            self._add(f" {address} ")

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes; stray ones are ignored."""
        if self._hidden:
            self._hidden = "" if tag == self._hidden else self._hidden
            return
        self._strikes.close(tag)
        if tag == "table":
            self._close_table()
        elif tag == "tr":
            self._close_row()
        elif tag in {"td", "th"}:
            self._close_cell()
        elif tag in _BLOCKS:
            self._break_line()

    def handle_data(self, data: str) -> None:
        """Keep the text; line ends in the source are spaces to a reader."""
        if self._hidden or not data:
            return
        if not data.isspace() and not any(piece.strip() for piece in self._text):
            self._text_line = self.getpos()[0] + data[: -len(data.lstrip())].count("\n")
        self._add(data.replace("\n", " ").replace("\r", " "))

    def _add(self, shown: str) -> None:
        self._text.append(struck(shown) if self._strikes.hold else shown)

    def finish(self) -> None:
        """Close whatever the text left open."""
        while self._tables:
            self._close_table()
        self._break_line()

    def _in_cell(self) -> bool:
        return bool(self._tables) and self._tables[-1].open_cell is not None

    def _break_line(self) -> None:
        if self._in_cell():
            self._text.append("\n")
            return
        shown = squeezed("".join(self._text))
        self._text = []
        if shown:
            text = unmarked(shown)
            line = SourceLine(self._text_line, text, (shown,), is_heading=self._is_heading)
            self.lines.append(without_strikes(line))
        self._is_heading = False

    def _open_table(self) -> None:
        if self._in_cell():  # layout tables: what stands above the inner table is read before it
            self._add_lines("".join(self._text), self._tables[-1].row_line)
            self._text = []
        self._break_line()
        self._count += 1
        self._tables.append(_Table(self._count))

    def _close_table(self) -> None:
        if self._tables:
            self._close_row()
            self._break_line()
            self._tables.pop()

    def _open_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._close_cell()
        self._break_line()
        table = self._tables[-1]
        if not table.has_open_row:
            table.has_open_row = True
            table.row_line = self.getpos()[0]
            table.is_header = True
        width = min(int(attributes.get("colspan") or 1), _WIDEST)
        height = min(int(attributes.get("rowspan") or 1), _TALLEST)
        table.open_cell = (max(width, 1), max(height, 1))
        table.is_header = table.is_header and tag == "th"

    def _close_cell(self) -> None:
        if not self._in_cell():
            return
        table = self._tables[-1]
        lines = (squeezed(line) for line in "".join(self._text).split("\n"))
        shown = "\n".join(line for line in lines if line)
        self._text = []
        width, height = table.open_cell or (1, 1)
        table.open_cell = None
        table.cells.append((shown, width, height))

    def _close_row(self) -> None:
        if not self._tables:
            return
        self._close_cell()
        table = self._tables[-1]
        if not table.has_open_row:
            return
        table.has_open_row = False
        cells = _placed(table)
        own = [shown for shown, _, _ in table.cells if shown]
        table.cells = []
        if len(own) == 1 and "\n" in own[0] and len([cell for cell in cells if cell]) == 1:
            self._add_lines(own[0], table.row_line)
        elif own:
            shown = unmarked(squeezed(" | ".join(own)))
            line = SourceLine(table.row_line, shown, cells, Layout.HTML, table=table.number)
            self.lines.append(replace(without_strikes(line), is_header=table.is_header))

    def _add_lines(self, text: str, number: int) -> None:
        """Add the lines of a cell that holds a whole text, as layout tables do."""
        shown = (squeezed(line) for line in text.split("\n"))
        lines = [SourceLine(number, unmarked(line), (line,)) for line in shown if line]
        self.lines += [without_strikes(line) for line in lines]


def _placed(table: _Table) -> tuple[str, ...]:
    """Return the row's cells by column, those included that reach down from rows above."""
    placed: dict[int, str] = {}
    reaching, table.reaching = table.reaching, {}
    for column, (rows, shown) in reaching.items():
        placed[column] = shown
        if rows > 1:
            table.reaching[column] = (rows - 1, shown)
    if len(table.cells) > _MOST_CELLS:
        return ()
    column = 0
    for shown, width, height in table.cells:
        while column in placed:
            column += 1
        for offset in range(width):
            text = "" if offset else shown
            placed[column + offset] = text
            if height > 1:
                table.reaching[column + offset] = (height - 1, text)
        column += width
    return tuple(placed.get(index, "") for index in range(max(placed, default=-1) + 1))
