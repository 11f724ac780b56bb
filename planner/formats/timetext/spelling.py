"""One spelling for digits, spaces, dashes and apostrophes; lengths and positions stay."""

import unicodedata
from collections.abc import Callable

_LETTERS = {
    "\u2212": "-",  # minus sign
    "\u301c": "-",  # wave dash, between times in Japanese text
    "\uff5e": "-",
    "\u2044": "/",  # fraction slash
    "\u2236": ":",  # ratio
    "\u2018": "'",
    "\u2019": "'",
    "\u2032": "'",  # prime: 45 minutes
}
_SPACES = frozenset({"Zs", "Cf", "Cc"})


class _Spelling(dict[int, str]):
    """A table for ``str.translate`` that learns each character when it is first met."""

    def __init__(self, spell: Callable[[str], str]) -> None:
        super().__init__()
        self._spell = spell

    def __missing__(self, code: int) -> str:
        self[code] = self._spell(chr(code))
        return self[code]


def plain(text: str) -> str:
    """Return the text in one spelling, character for character.

    Digits of every script become ASCII digits, spaces, tabs, line ends and invisible marks become
    spaces, dashes become hyphens, full-width letters narrow ones. Because no position moves, what
    is found in the outcome can be cut out of the original.
    """
    return text.translate(_SPELLING)


def lowered(text: str) -> str:
    """Return the `plain` text in lower case, character for character."""
    return text.translate(_LOWERED)


def squeezed(text: str) -> str:
    """Return the text with every run of spaces and line ends as one space, none at the ends."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return a key that is equal for texts which differ in case, spaces and width only."""
    return squeezed(plain(unicodedata.normalize("NFC", text))).casefold()


def _plain_letter(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.digit(letter))
    if category in _SPACES:
        return " "
    if category == "Pd":
        return "-"
    narrow = unicodedata.normalize("NFKC", letter)
    return narrow if len(narrow) == 1 and narrow.isascii() and not narrow.isdigit() else letter


def _lower_letter(letter: str) -> str:
    lower = _plain_letter(letter).lower()
    return lower if len(lower) == 1 else letter  # one capital I becomes two characters


_SPELLING = _Spelling(_plain_letter)
_LOWERED = _Spelling(_lower_letter)
