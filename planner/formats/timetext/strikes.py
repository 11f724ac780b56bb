"""Which text of an HTML page is struck out or hidden: the elements open around it tell."""

import re

_STRIKING = frozenset({"s", "del", "strike"})
_CELLS = frozenset({"td", "th"})
_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
_BLOCKS = frozenset(
    ("p", "div", "ul", "ol", "dl", "table", "section", "article", "pre", "blockquote", "hr")
)
_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed")
)
_ENDED_BY: dict[str, frozenset[str]] = {
    "td": _CELLS,
    "th": _CELLS,
    "tr": frozenset({"tr"}),
    "tbody": frozenset({"tbody", "thead"}),
    "tfoot": frozenset({"tbody", "thead"}),
    "li": frozenset({"li"}),
} | dict.fromkeys(_BLOCKS, frozenset({"p"}))
"""The start of an element ends these, whose end tags may be left out."""

_DEEPEST = 100
_INVISIBLE = re.compile(
    r"display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all|line-through", re.IGNORECASE
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_HIDDEN_WORD = re.compile(r"\shidden(?![\w:-])", re.IGNORECASE)


def hides(attributes: str) -> bool:
    """Say whether an element's attributes hide it, or strike its text out."""
    if not attributes or attributes.isspace():
        return False
    if _INVISIBLE.search(attributes):
        return True
    return _HIDDEN_WORD.search(_QUOTED.sub('""', attributes)) is not None


class Strikes:
    """Follows the elements inside the outermost one that strikes out or hides.

    Elements outside of it need no record, so that a page without strikes costs nothing.
    """

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []

    @property
    def hold(self) -> bool:
        """Say whether text at this place is struck out or hidden."""
        return bool(self._open)

    def open(self, tag: str, *, is_struck: bool) -> None:
        """Take note of a start tag; it may end other elements."""
        self._end(tag, _ENDED_BY.get(tag, frozenset()))
        begins = is_struck or tag in _STRIKING
        if (self._open or begins) and tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append((tag, begins))

    def close(self, tag: str) -> None:
        """Take note of an end tag; one that closes nothing here is ignored."""
        self._end(tag, frozenset({tag}))

    def _end(self, tag: str, ended: frozenset[str]) -> None:
        """End the innermost of some elements of this table, and what is open inside of it."""
        index = self._inner(ended, is_table=tag == "table" and "table" in ended)
        ends_part = tag in _CELLS | {"tr"} or (tag == "table" and tag in ended)
        if index is None and ends_part:
            index = self._innermost_part()  # a strike does not reach from cell to cell
        if index is not None:
            del self._open[index:]
        if not any(begins for _, begins in self._open):
            self._open.clear()

    def _inner(self, ended: frozenset[str], *, is_table: bool) -> int | None:
        for index in range(len(self._open) - 1, -1, -1):
            name = self._open[index][0]
            if name in ended:
                return index
            if name == "table" and not is_table:
                return None
        return None

    def _innermost_part(self) -> int:
        """Return where the elements begin that no part of a table stands inside of."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] in _TABLE_PARTS:
                return index + 1
        return 0
