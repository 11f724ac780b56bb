"""The only way from text into a PDF.

Text is cleaned, never parsed as markup, printed with fonts that have its characters, and shaped
where its script needs it. What no font can print becomes a visible box and is reported.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from planner.formats import plaintext
from planner.formats.pdf import bidi, fonts, lines, shaping, words
from planner.formats.pdf.glyphs import GlyphWriter
from planner.formats.pdf.paragraph import ShapedParagraph

Direction = Literal["ltr", "auto"]
Align = Literal["left", "centre", "right"]

_ELLIPSIS: Final = "…"
_LONGEST_LINE: Final = 1000
_UNDERLINE_WIDTH: Final = 0.4
_UNDERLINE_OFFSET: Final = "-0.125*F"


@dataclass(slots=True)
class MissingGlyphs:
    """Characters that no bundled font can print, each with the first text it was met in."""

    found: dict[str, str] = field(default_factory=dict)

    def note(self, character: str, text: str) -> None:
        """Remember a character that was printed as a box."""
        self.found.setdefault(character, text)

    def __bool__(self) -> bool:
        return bool(self.found)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text with a look of its own.

    Bold wins over italic. The colour comes from the document's own palette, never from input. A
    link that is not one of the kinds `plaintext.safe_link` knows is left out; the text stays.
    """

    text: str
    bold: bool = False
    italic: bool = False
    colour: Color | None = None
    link: str | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True)
class FittedLine:
    """One line that is ready to be drawn on a canvas."""

    runs: tuple[words.Run, ...]
    width: float
    is_cut: bool

    def draw(self, canvas: Any, x: float, y: float, align: Align = "left") -> None:
        """Draw on the baseline y, with x at the left, centre or right; colour is the canvas's."""
        start = x - self.width * {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        canvas.saveState()
        writer = GlyphWriter(canvas, start, y)
        for run in self.runs:
            writer.setFont(run.font_name, run.look.fontSize)
            writer.textOut(run.text)
        canvas.drawText(writer)
        canvas.restoreState()


def paragraph(
    text: str, style: ParagraphStyle, report: MissingGlyphs, *, direction: Direction = "ltr"
) -> Flowable:
    """Return a paragraph of one look; line feeds in the text are kept as line breaks.

    Args:
        text: anything anybody typed.
        style: its font is one of the three in `fonts`.
        report: told of every character that has to be printed as a box.
        direction: "ltr" for a line of a document that reads left to right, whatever names stand in
            it; "auto" for a note of its own, which then runs, and is aligned, as its first letter.

    Raises:
        ValueError: the style's font is not one of the text fonts.
    """
    return rich([Part(text)], style, report, direction=direction)


def rich(
    parts: Sequence[Part],
    style: ParagraphStyle,
    report: MissingGlyphs,
    *,
    direction: Direction = "ltr",
) -> Flowable:
    """Return a paragraph of several looks; see `paragraph`.

    Each part keeps its own direction, as if isolated: a name never swaps places with the time that
    follows it.

    Raises:
        ValueError: the style's font is not one of the text fonts.
    """
    looks = [look for number, part in enumerate(parts) for look in _looks(part, style, number)]
    base = 0
    if direction == "auto":
        base = bidi.first_strong_level("".join(look.text for look in looks))
    if not base and all(map(_is_plain, looks)):
        return Paragraph(None, style, frags=looks)
    tokens = words.tokenise(looks, base)
    _report(tokens, report)
    return ShapedParagraph(None, _turned(style) if base else style, frags=tokens)


def fitted(text: str, font: str, size: float, width: float, report: MissingGlyphs) -> FittedLine:
    """Return text as one line of at most this width in points, cut with an ellipsis if need be.

    For what is drawn on a canvas: heads, feet, labels. An infinite width measures the text.

    Raises:
        ValueError: the font is not one of the text fonts.
    """
    line = plaintext.one_line(text)
    look = ParaFrag(fontName=font, fontSize=size, text=line[:_LONGEST_LINE])
    whole = _set(look, report)
    if whole.width <= width and len(line) <= _LONGEST_LINE:
        return whole
    clusters = [cluster for _, cluster in shaping.clusters(look.text)]

    def cut(count: int) -> FittedLine:
        start = "".join(clusters[:count]).rstrip()
        return _set(look.clone(text=start + _ELLIPSIS), MissingGlyphs())

    count = bisect_left(range(len(clusters)), width, key=lambda kept: cut(kept + 1).width + 1e-9)
    shortened = cut(count)
    if shortened.width > width:
        shortened = _set(look.clone(text=""), report)
    return FittedLine(shortened.runs, shortened.width, is_cut=True)


def _set(look: ParaFrag, report: MissingGlyphs) -> FittedLine:
    tokens = words.tokenise([look])
    _report(tokens, report)
    line = lines.Line(tuple(tokens), tuple(tokens), 0.0)
    return FittedLine(tuple(line.visual_runs()), line.width, is_cut=False)


def _looks(part: Part, style: ParagraphStyle, number: int) -> Iterator[ParaFrag]:
    """Yield a part as reportlab's fragments, one for each line and one for each line break."""
    address = plaintext.safe_link(part.link) if part.link else None
    look = ParaFrag(
        fontName=_font_name(part, style.fontName),
        fontSize=part.size or style.fontSize,
        textColor=part.colour or style.textColor,
        rise=0,
        # reportlab tells two links, and two underlines, apart by their number.
        link=[(number, address)] if address else [],
        us_lines=[_underline(number)] if address else [],
        text="",
    )
    for index, line in enumerate(plaintext.cleaned(part.text).split("\n")):
        if index:
            yield look.clone(lineBreak=True)
        if line:
            yield look.clone(text=line)


def _font_name(part: Part, name: str) -> str:
    fonts.text_face(name)
    if part.bold or name == fonts.BOLD:
        return fonts.BOLD
    return fonts.ITALIC if part.italic else name


def _underline(number: int) -> tuple[object, ...]:
    colour, repeats, gap = None, 1, 1
    return (number, "underline", colour, _UNDERLINE_WIDTH, _UNDERLINE_OFFSET, 0, repeats, gap)


def _is_plain(look: ParaFrag) -> bool:
    """Tell whether reportlab prints this rightly and quickly by itself; it is slow on long words."""
    text: str = look.text
    if (
        len(text) > words.LONGEST_WORD
        and max(map(len, text.split()), default=0) > words.LONGEST_WORD
    ):
        return False
    return fonts.text_face(look.fontName).prints_plainly(text)


def _report(tokens: Sequence[words.Token], report: MissingGlyphs) -> None:
    for token in tokens:
        for piece in token.pieces:
            if piece.choice is None and piece.text:
                report.note(piece.text, piece.look.text)


def _turned(style: ParagraphStyle) -> ParagraphStyle:
    """Return the style as seen in a mirror."""
    sides = {TA_LEFT: TA_RIGHT, TA_RIGHT: TA_LEFT}
    return style.clone(
        f"{style.name}-rtl",
        alignment=sides.get(style.alignment, style.alignment),
        leftIndent=style.rightIndent,
        rightIndent=style.leftIndent,
    )
