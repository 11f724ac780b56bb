"""Placed glyphs, and how they are written into a page."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Self

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.textobject import PDFTextObject

# How much wider a stroke gets where bold is imitated, in parts of the font size.
EXTRA_STROKE = 0.025


class Place(NamedTuple):
    """Where one glyph goes; everything in thousandths of the font size."""

    x_offset: float
    y_offset: float
    advance: float
    width: float


class GlyphText(str):
    """Character codes of one font in visual order, with the place of each glyph.

    A string, so that reportlab's paragraph code can carry it about.
    """

    __slots__ = ("actual_text", "is_emboldened", "places")

    places: tuple[Place, ...]
    actual_text: str | None
    is_emboldened: bool

    def __new__(
        cls,
        codes: str,
        places: Sequence[Place],
        *,
        actual_text: str | None = None,
        is_emboldened: bool = False,
    ) -> Self:
        """Return the codes as a string that knows its places."""
        made = super().__new__(cls, codes)
        made.places = tuple(places)
        made.actual_text = actual_text
        made.is_emboldened = is_emboldened
        return made

    def __add__(self, other: str) -> Self:
        """Append glyphs of the same font; both spell themselves."""
        if not isinstance(other, GlyphText):
            return NotImplemented
        places = self.places + other.places
        return type(self)(str(self) + str(other), places, is_emboldened=self.is_emboldened)

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """Return the same glyphs: nothing about them changes."""
        return self

    def with_codes(self, codes: str) -> Self:
        """Return the same places with other codes."""
        return type(self)(
            codes, self.places, actual_text=self.actual_text, is_emboldened=self.is_emboldened
        )

    def width(self, size: float) -> float:
        """Return the advance of the whole run in points."""
        return sum(place.advance for place in self.places) * size / 1000


class GlyphWriter(PDFTextObject):
    """A reportlab text object that also writes `GlyphText`."""

    _curSubset: int  # noqa: N815 -- reportlab's name

    def _formatText(self, text: str) -> str:  # noqa: N802 -- reportlab's name
        """Return the operators that print a text (ISO 32000-1 section 9.4)."""
        if not isinstance(text, GlyphText):
            return str(super()._formatText(text))
        written = self._placed(text)
        if text.is_emboldened:
            written = self._emboldened(written)
        if text.actual_text is not None:
            spelled = ("\ufeff" + text.actual_text).encode("utf-16-be").hex().upper()
            # Section 14.9.4: what a reader extracts where glyphs do not spell the text.
            written = f"/Span <</ActualText <{spelled}>>> BDC {written} EMC"
        return written

    def _placed(self, text: GlyphText) -> str:
        font = getFont(self._fontname)
        operators: list[str] = []
        row = _Row()
        places = iter(text.places)
        for subset, codes in font.splitString(text, self._doc):
            if subset != self._curSubset:
                operators += row.flushed()
                operators.append(self._font_operator(font, subset))
                self._curSubset = subset
            for code in codes:
                place = next(places)
                if place.y_offset != row.rise:
                    operators += row.flushed()
                    row.rise = place.y_offset
                    operators.append(f"{fp_str(self._risen(row.rise))} Ts")
                row.add(self._canvas._escape(bytes([code])), place)  # noqa: SLF001 -- as its base does
        operators += row.flushed()
        if row.rise:
            operators.append(f"{fp_str(self._rise)} Ts")
        return " ".join(operators)

    def _risen(self, offset: float) -> float:
        return float(self._rise + offset * self._fontsize / 1000)

    def _font_operator(self, font: Any, subset: int) -> str:
        name = font.getSubsetInternalName(subset, self._doc)
        return f"{name} {fp_str(self._fontsize)} Tf {fp_str(self._leading)} TL"

    def _emboldened(self, written: str) -> str:
        """Outline the glyphs in their own colour."""
        self.setStrokeColor(getattr(self, "_fillColorObj", self._canvas._fillColorObj))  # noqa: SLF001
        return f"2 Tr {fp_str(EXTRA_STROKE * self._fontsize)} w {written} 0 Tr"


class _Row:
    """The pieces of one TJ operator."""

    def __init__(self) -> None:
        self.rise = 0.0
        self._pieces: list[str] = []
        self._codes: list[str] = []
        self._shift = 0.0

    def add(self, code: str, place: Place) -> None:
        # The number in a TJ moves to the left.
        self._shift -= place.x_offset
        if round(self._shift):
            self._close()
            self._pieces.append(fp_str(self._shift))
            self._shift = 0.0
        self._codes.append(code)
        self._shift += place.width - place.advance + place.x_offset

    def flushed(self) -> list[str]:
        self._close()
        if round(self._shift):
            self._pieces.append(fp_str(self._shift))
            self._shift = 0.0
        pieces, self._pieces = self._pieces, []
        return [f"[{' '.join(pieces)}] TJ"] if pieces else []

    def _close(self) -> None:
        if self._codes:
            self._pieces.append(f"({''.join(self._codes)})")
            self._codes = []
