"""From characters to placed glyphs: clusters, and what the shaper makes of them."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import uharfbuzz

from planner.formats.pdf import fonts, reportlab_fixes
from planner.formats.pdf.fonts import Choice, Face
from planner.formats.pdf.glyphs import GlyphText, Place

_JOINER: Final = "\u200d"
_LEFT_TO_RIGHT_MARK: Final = "\u200e"
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_REGIONAL: Final = range(0x1F1E6, 0x1F200)
# Latin text is printed unshaped as long as it can be; these would make the two look different.
# dlig rewrites names: Arabic words as vowelled ligatures, Hebrew pairs as Yiddish digraphs.
_TEXT_FEATURES: Final = {"kern": False, "calt": False, "dlig": False}
_FALLBACK_FEATURES: Final = {"dlig": False}


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Cut text into characters with their marks, joiners and modifiers; give the start of each."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not _continues(text, start, index):
            yield start, text[start:index]
            start = index


@lru_cache(maxsize=16384)
def shape(choice: Choice, text: str, *, is_rtl: bool) -> GlyphText:
    """Return the glyphs of text that one face covers, in visual order."""
    face = choice.face
    if face.is_shaped:
        codes, places, is_spelled = _shaped(face, text, is_rtl=is_rtl)
    else:
        visible = [c for c in text if not fonts.is_invisible(c)]
        codes = "".join(reversed(visible) if is_rtl else visible)
        places, is_spelled = [_natural(face, code) for code in codes], True
    return GlyphText(
        codes,
        places,
        # Readers turn right-to-left glyphs round by themselves, and would turn this as well.
        actual_text=None if is_spelled or is_rtl else text,
        is_emboldened=choice.is_emboldened,
    )


@lru_cache(maxsize=1024)
def missing(cluster: str, font_name: str) -> GlyphText:
    """Return a visible box for a character that no font covers; it extracts as the character."""
    face = fonts.text_face(font_name)
    glyph = face.font.face.charToGlyph[ord(fonts.MISSING_BOX)]
    code = chr(face.code_for(glyph, cluster))
    return GlyphText(code, [_natural(face, code)])


def ended(face: Face, glyphs: GlyphText) -> GlyphText:
    """Return right-to-left glyphs of which the rightmost extracts with a left-to-right mark.

    Readers that put lines back into reading order take the blanks and brackets that follow for a
    part of the name without it.
    """
    code = ord(glyphs[-1])
    spelled = reportlab_fixes.spelling.get(code, chr(code)) + _LEFT_TO_RIGHT_MARK
    marked = face.code_for(face.font.face.charToGlyph[code], spelled)
    return glyphs.with_codes(glyphs[:-1] + chr(marked))


def _continues(text: str, start: int, index: int) -> bool:
    character, before = text[index], text[index - 1]
    code = ord(character)
    if unicodedata.category(character)[0] == "M" or fonts.is_invisible(character):
        return not before.isspace()
    if code in _SKIN_TONES or (before == _JOINER and unicodedata.category(character) == "So"):
        return True
    return code in _REGIONAL and ord(before) in _REGIONAL and (index - start) % 2 == 1


def _shaped(face: Face, text: str, *, is_rtl: bool) -> tuple[str, list[Place], bool]:
    buffer = _shaped_buffer(face, text, is_rtl=is_rtl)
    source = _source_texts(text, [info.cluster for info in buffer.glyph_infos], is_rtl=is_rtl)
    scale = face.font.pdfScale
    codes: list[str] = []
    places: list[Place] = []
    for info, position, spelled in zip(
        buffer.glyph_infos, buffer.glyph_positions, source, strict=True
    ):
        code = face.code_for(info.codepoint, spelled)
        codes.append(chr(code))
        places.append(
            Place(
                scale(position.x_offset),
                scale(position.y_offset),
                scale(position.x_advance),
                face.font.face.charWidths[code],
            )
        )
    is_spelled = all(
        len(spelled) == 1 and place.x_offset == place.y_offset == 0
        for spelled, place in zip(source, places, strict=True)
    )
    return "".join(codes), places, is_spelled


def _shaped_buffer(face: Face, text: str, *, is_rtl: bool) -> Any:
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_rtl else "ltr"
    # Guessed from the machine's locale otherwise, and then the same plan prints differently.
    buffer.language = "en"
    features = _TEXT_FEATURES if face.name in fonts.TEXT_FONTS else _FALLBACK_FEATURES
    uharfbuzz.shape(face.harfbuzz_font, buffer, features)
    return buffer


def _source_texts(text: str, starts: list[int], *, is_rtl: bool) -> list[str]:
    """Give every glyph the text it shows: the first glyph of a cluster all of it, others none."""
    bounds = sorted({*starts, len(text)})
    cluster_text = {start: text[start:stop] for start, stop in pairwise(bounds)}
    logical = reversed(starts) if is_rtl else starts
    spelled = [cluster_text.pop(start, "") for start in logical]
    return spelled[::-1] if is_rtl else spelled


def _natural(face: Face, code: str) -> Place:
    width = face.font.face.charWidths[ord(code)]
    return Place(0, 0, width, width)
