"""Words: what of a text stays together on a line, and what prints it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, Final, Literal, NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

from planner.formats.pdf import bidi, fonts, shaping
from planner.formats.pdf.fonts import Choice

# A longer word may be broken after so many characters; no script writes such words.
LONGEST_WORD: Final = 60

_RTL: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# A line may end at these blanks; the others hold what stands beside them together.
_STRETCHES: Final = re.compile(
    "(?P<blank>[^\\S\u00a0\u2007\u202f]+)|(?P<word>[\\S\u00a0\u2007\u202f]+)"
)
_BREAK_HERE: Final = "\u200b"
# Between these, lines may end anywhere: ideographs, kana, hangul, full-width forms, emoji.
_IDEOGRAPHIC: Final = re.compile(
    "[\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U0001f300-\U0001faff\U00020000-\U0003ffff]"
)
_NOT_FIRST: Final = frozenset(
    "!%),.:;?]}¢°’”†‡›℃∶、。々〉》」』】〕〗〙〛〜〟゛゜ゝゞ・ーヽヾ"  # noqa: RUF001 -- the characters themselves
    "！％），．：；？］｝～｡｣･ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…"  # noqa: RUF001 -- likewise
)
_NOT_LAST: Final = frozenset(
    "([{£¥‘“‹〈《「『【〔〖〘〚〝（［｛｟｢￡￥$"  # noqa: RUF001 -- the characters themselves
)


class Run(NamedTuple):
    """Text of one look that is printed in one go, in visual order."""

    look: Any
    choice: Choice
    text: str
    level: int
    width: float

    @property
    def font_name(self) -> str:
        """The name of the font that prints it."""
        return self.choice.face.name


class Piece(NamedTuple):
    """A character with its marks, or a plain word: its look, its level, and what prints it.

    Nothing prints it where the choice is None.
    """

    look: Any
    text: str
    level: int
    choice: Choice | None


@dataclass(frozen=True)
class Token:
    """A word, a blank or the end of a line, in reading order.

    A line ends where its author ended it, or, at a "turn", where it was broken before.
    """

    kind: Literal["word", "blank", "end", "turn"]
    pieces: tuple[Piece, ...]
    # The next token goes on with the same, overlong, word.
    is_unfinished: bool = False

    @property
    def text(self) -> str:
        """The characters, as they were given."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The word in runs, still in reading order."""
        return tuple(_runs(self.pieces))

    @cached_property
    def width(self) -> float:
        """The width in points."""
        return sum(run.width for run in self.runs)

    def cut(self, room: float, *, at_least: int) -> "tuple[Token, Token] | None":
        """Return what fits into this room, in points, and the rest; None if nothing can be cut."""
        letters = self._letters
        count = max(bisect_right(self._letter_ends, room), at_least)
        while 0 < count < len(letters):
            head = _joined(letters[:count], is_unfinished=True)
            # Joined letters can be wider than the same letters alone.
            if head.width <= room or count == at_least:
                return head, _joined(letters[count:], is_unfinished=self.is_unfinished)
            count -= 1
        return None

    @cached_property
    def _letter_ends(self) -> list[float]:
        return list(accumulate(letter.width for letter in self._letters))

    @cached_property
    def _letters(self) -> list["Token"]:
        return [
            Token("word", (piece._replace(text=cluster),))
            for piece in self.pieces
            for _, cluster in shaping.clusters(piece.text)
        ]


def _joined(tokens: Sequence[Token], *, is_unfinished: bool) -> Token:
    pieces = tuple(piece for token in tokens for piece in token.pieces)
    return Token("word", pieces, is_unfinished)


def has_right_to_left(text: str) -> bool:
    """Tell whether any character may run right to left."""
    return _RTL.search(text) is not None


def tokenise(looks: Sequence[Any], base: int = 0) -> list[Token]:
    """Cut text into tokens.

    Args:
        looks: reportlab paragraph fragments: text, fontName, fontSize and what else they carry. A
            fragment with a `lineBreak` ends the line. Each fragment keeps its own direction, as
            if isolated, so that a name never swaps places with the time that follows it.
        base: 1 for a paragraph that runs right to left, else 0.
    """
    writer = _Tokeniser(base)
    for look in looks:
        if hasattr(look, "lineBreak"):
            writer.end_line(look)
        else:
            writer.add(look)
    return writer.finished()


class _Tokeniser:
    """Collects the pieces of a word until something ends it."""

    def __init__(self, base: int) -> None:
        self._base = base
        self._tokens: list[Token] = []
        self._word: list[Piece] = []
        self._length = 0

    def add(self, look: Any) -> None:
        text: str = look.text
        found = None
        if self._base or has_right_to_left(text):
            found = bidi.levels(text, self._base)
        for match in _STRETCHES.finditer(text):
            start, stretch = match.start(), match[0]
            levels = found[start : match.end()] if found else [0] * len(stretch)
            if match["blank"]:
                self._blank(look, levels[0])
            elif not any(levels) and _is_plain(look, stretch):
                self._extend(look, stretch, 0, _text_choice(look))
            else:
                self._add_clusters(look, stretch, levels)

    def end_line(self, look: Any) -> None:
        self._close()
        self._tokens.append(Token("end", (Piece(look, "", self._base, _text_choice(look)),)))

    def finished(self) -> list[Token]:
        self._close()
        return self._tokens

    def _blank(self, look: Any, level: int) -> None:
        self._close()
        if self._tokens and self._tokens[-1].kind == "blank":
            return
        self._tokens.append(Token("blank", (Piece(look, " ", level, _text_choice(look)),)))

    def _add_clusters(self, look: Any, word: str, levels: Sequence[int]) -> None:
        for start, cluster in shaping.clusters(word):
            choice = fonts.choose(cluster, look.fontName)
            # A letter must not vanish into the box of its mark.
            for text in [cluster] if choice else cluster:
                printer = choice or fonts.choose(text, look.fontName)
                self._extend(look, text, levels[start], printer)

    def _extend(self, look: Any, text: str, level: int, choice: Choice | None) -> None:
        if self._word and _may_break(self._word[-1].text, text):
            self._close()
        self._word.append(Piece(look, text, level, choice))
        self._length += len(text)
        if self._length >= LONGEST_WORD:
            self._close(is_unfinished=True)

    def _close(self, *, is_unfinished: bool = False) -> None:
        if self._word:
            self._tokens.append(Token("word", tuple(self._word), is_unfinished))
            self._word = []
            self._length = 0


def _is_plain(look: Any, word: str) -> bool:
    is_short = len(word) <= LONGEST_WORD
    return is_short and fonts.text_face(look.fontName).prints_plainly(word)


def _text_choice(look: Any) -> Choice:
    return Choice(fonts.text_face(look.fontName))


def _may_break(before: str, after: str) -> bool:
    if before.endswith(_BREAK_HERE):
        return True
    # A character with marks starts with the character; a plain word has no marks.
    last = before[0] if _IDEOGRAPHIC.match(before) else before[-1]
    if after[0] in _NOT_FIRST or last in _NOT_LAST:
        return False
    return bool(_IDEOGRAPHIC.match(last) or _IDEOGRAPHIC.match(after))


def _runs(pieces: Sequence[Piece]) -> Iterator[Run]:
    start = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or not _runs_on(pieces[start], pieces[index]):
            yield _run(pieces[start], "".join(piece.text for piece in pieces[start:index]))
            start = index


def _runs_on(first: Piece, second: Piece) -> bool:
    return (
        first.look is second.look
        and first.level == second.level
        and first.choice is not None
        and first.choice == second.choice
    )


def _run(first: Piece, text: str) -> Run:
    look, level, choice = first.look, first.level, first.choice
    size = look.fontSize
    if choice is None:
        box = shaping.missing(text, look.fontName)
        return Run(look, _text_choice(look), box, level, box.width(size))
    name = choice.face.name
    is_plain = name == look.fontName and choice.face.prints_plainly(text)
    if text == " " or (is_plain and level % 2 == 0):
        return Run(look, choice, text, level, stringWidth(text, name, size))
    glyphs = shaping.shape(choice, text, is_rtl=level % 2 == 1)
    return Run(look, choice, glyphs, level, glyphs.width(size))
