"""The bundled fonts: which exist, which characters each covers, loaded when first needed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, Final

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from planner import resources
from planner.formats.pdf import reportlab_fixes
from planner.formats.pdf.families import EMOJI, FAMILIES, Family

REGULAR: Final = "InterTabular-Regular"
BOLD: Final = "InterTabular-SemiBold"
ITALIC: Final = "InterTabular-Italic"
TEXT_FONTS: Final = (REGULAR, BOLD, ITALIC)

# Shown in place of a character that no font covers.
MISSING_BOX: Final = "\u25a1"

_PLAIN_CATEGORIES: Final = frozenset("LNPSZ")


_EMOJI_STYLE: Final = "\ufe0f"
_INVISIBLE: Final = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x2060, 0x2064),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)


class Face:
    """One font file, known to reportlab by its name."""

    def __init__(self, name: str, folder: str, *, is_shaped: bool) -> None:
        path = resources.bundled("fonts", folder, f"{name}.ttf")
        self.name = name
        self.is_shaped = is_shaped
        # Shaping is done here; reportlab's own would reassign the codes of East Asian characters.
        self.font = TTFont(name, str(path), asciiReadable=0, shapable=False)
        pdfmetrics.registerFont(self.font)
        # A copy, because glyph codes are added to reportlab's map later.
        self.codes = frozenset(
            code for code in self.font.face.charToGlyph if not reportlab_fixes.is_private(code)
        )
        self._glyph_codes: dict[tuple[int, str], int] = {}

    def covers(self, text: str) -> bool:
        """Tell whether every character has a glyph, or needs none."""
        return all(ord(c) in self.codes or is_invisible(c) for c in text)

    def code_for(self, glyph: int, text: str) -> int:
        """Return a character code that prints a glyph and extracts as this text."""
        face = self.font.face
        if len(text) == 1 and face.charToGlyph.get(ord(text)) == glyph:
            return ord(text)
        code = self._glyph_codes.get((glyph, text))
        if code is None:
            code = self._glyph_codes[glyph, text] = reportlab_fixes.new_private_code(text)
            face.charToGlyph[code] = glyph
            face.charWidths[code] = self.font.pdfScale(face.hmetrics[glyph][0])
        return code

    @cached_property
    def harfbuzz_font(self) -> Any:
        """The font as the shaper sees it; its numbers are font units."""
        return uharfbuzz.Font(uharfbuzz.Face(self.font.face._ttf_data))  # noqa: SLF001 -- same bytes

    @cached_property
    def _plain_text(self) -> re.Pattern[str]:
        plain = sorted(filter(_is_plain, self.codes))
        return re.compile(f"[{_character_class(plain)}]*")

    def __deepcopy__(self, memo: dict[int, Any]) -> "Face":
        """Return the same face: reportlab copies the parts of a table cell, not fonts."""
        return self

    def prints_plainly(self, text: str) -> bool:
        """Tell whether the text needs neither shaping nor another font."""
        return self._plain_text.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Choice:
    """The face that prints a piece of text, and whether it has to imitate bold."""

    face: Face
    is_emboldened: bool = False


@cache
def text_face(font_name: str) -> Face:
    """Load a text font by its name: `REGULAR`, `BOLD` or `ITALIC`.

    Raises:
        ValueError: the name is none of the three.
    """
    if font_name not in TEXT_FONTS:
        raise ValueError(font_name)
    return Face(font_name, "Inter", is_shaped=True)


def register() -> None:
    """Make the text fonts known to reportlab, for styles and for a canvas's first font."""
    for name in TEXT_FONTS:
        text_face(name)


@lru_cache(maxsize=16384)
def choose(cluster: str, font_name: str) -> Choice | None:
    """Return how to print a character with its marks; None if no font covers it."""
    text = text_face(font_name)
    if _EMOJI_STYLE not in cluster and text.covers(cluster):
        return Choice(text)
    is_bold = font_name == BOLD
    for family in _candidates(cluster):
        face = _fallback_face(family, is_bold=is_bold and family.has_bold)
        if face.covers(cluster):
            # An emoji with thicker strokes is a blot.
            imitates = is_bold and not family.has_bold and family is not EMOJI
            return Choice(face, is_emboldened=imitates)
    return Choice(text) if text.covers(cluster) else None


@lru_cache(maxsize=4096)
def is_invisible(character: str) -> bool:
    """Tell whether a character has no shape of its own, such as a joiner or a variation selector.

    These are the default ignorable code points of Unicode Standard Annex #44.
    """
    return any(first <= ord(character) <= last for first, last in _INVISIBLE)


def _candidates(cluster: str) -> Iterator[Family]:
    if _EMOJI_STYLE in cluster:
        yield EMOJI
    first = ord(cluster[0])
    for family in FAMILIES:
        if family.may_cover(first):
            yield family


@cache
def _fallback_face(family: Family, *, is_bold: bool) -> Face:
    weight = "SemiBold" if is_bold else "Regular"
    return Face(f"{family.folder}-{weight}", family.folder, is_shaped=family.is_shaped)


def _is_plain(code: int) -> bool:
    """Marks join, format characters hide and right-to-left letters turn: none of them is plain."""
    character = chr(code)
    return unicodedata.category(character)[0] in _PLAIN_CATEGORIES and (
        unicodedata.bidirectional(character) not in {"R", "AL", "AN"}
    )


def _character_class(codes: list[int]) -> str:
    parts: list[str] = []
    start = 0
    for index in range(1, len(codes) + 1):
        if index == len(codes) or codes[index] != codes[index - 1] + 1:
            first, last = chr(codes[start]), chr(codes[index - 1])
            parts.append(f"{re.escape(first)}-{re.escape(last)}")
            start = index
    return "".join(parts)


reportlab_fixes.apply()
