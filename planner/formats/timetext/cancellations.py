"""Rows that do not take place: struck out, hidden, or called off by a word."""

import re

from planner.formats.timetext.spelling import plain, squeezed

_FIRST, _LAST = "\ue001", "\ue002"
_MARKED = re.compile(f"{_FIRST}([^{_FIRST}{_LAST}]*){_LAST}")
_TILDES = re.compile(r"~~(?=\S)([^~]+)~~|^~(?=\S)([^~]*[^~\s])~$")
_CELL_SIGN = re.compile(r"(\||\t| {3,})")

_WORD = (
    r"(?:cancell?ed|called[ -]off|abgesagt|entf\u00e4llt|entfallen|f\u00e4llt (?:leider )?aus"
    r"|ausgefallen|gestrichen|storniert)"
)
_BEFORE = r"(?:this|it|is|was|has been|now|leider|ist|wurde|wird|heute|bereits|dieses)"
_BEHIND = r"(?:by|on|due|because|at|since|am|wegen|von|durch|da|seit|bis|today|heute|leider)"
_WHOLE = re.compile(rf"(?:{_BEFORE} )*{_WORD}(?: {_BEHIND}(?!\w).*)?[ .*]*", re.IGNORECASE)
_AT_END = re.compile(rf"(?<!\bnot)(?<!\bnicht) {_WORD}[ .*]*$", re.IGNORECASE)
_LOUD = re.compile(r"(?:CANCELL?ED|ENTF\u00c4LLT|ABGESAGT)(?!\w)")
_SIGN = re.compile(r"[,;|()\[\]!\u2022\u00b7]|:(?= |$)|(?<= )-+(?= |$)|(?<= )/(?= )")


def says_cancelled(text: str) -> bool:
    """Say whether a word of its own calls something off: "(cancelled)", "entf\u00e4llt: Lunch".

    "Talk on cancelled orders" does not.
    """
    shown = squeezed(plain(text))
    if _LOUD.match(shown) or _AT_END.search(shown):
        return True
    return any(_WHOLE.fullmatch(part.strip()) for part in _SIGN.split(shown))


def struck(text: str) -> str:
    """Return a text marked as struck out."""
    return f"{_FIRST}{text}{_LAST}" if text.strip() else text


def with_strikes(text: str) -> str:
    """Return a line whose tildes of Markdown are marks of struck-out text, cell by cell."""
    return _TILDES.sub(_strike, text) if "~" in text else text


def parted(cell: str) -> tuple[str, str]:
    """Return what of a cell holds, and what of it is struck out."""
    gone = squeezed(" ".join(_MARKED.findall(cell)))
    return (unmarked(_MARKED.sub("", cell)).strip() if gone else unmarked(cell)), gone


def unmarked(text: str) -> str:
    """Return a text without the marks of `struck`."""
    return text.replace(_FIRST, "").replace(_LAST, "")


def _strike(match: re.Match[str]) -> str:
    pieces = _CELL_SIGN.split(match[1] or match[2])
    return "".join(p if _CELL_SIGN.fullmatch(p) else struck(p) for p in pieces)
