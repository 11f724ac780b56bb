"""The catalogue of fallback fonts: a new script is one more row, and its folder in resources."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Family:
    """A font family to fall back on: its folder, where to ask it, and what it can do."""

    folder: str
    ranges: tuple[tuple[int, int], ...]
    has_bold: bool = False
    is_shaped: bool = True

    def may_cover(self, code: int) -> bool:
        """Tell whether it is worth loading the font to ask for this character."""
        return any(first <= code <= last for first, last in self.ranges)


_EAST_ASIAN: Final = (
    (0x2000, 0x33FF),
    (0x3400, 0x9FFF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE10, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x1F100, 0x1F2FF),
    (0x20000, 0x3FFFF),
)
_SYMBOLS: Final = ((0x2190, 0x2BFF),)

_WESTERN: Final = (
    (0x0020, 0x052F),
    (0x1AB0, 0x1AFF),
    (0x1C80, 0x1C8F),
    (0x1D00, 0x218F),
    (0x2C60, 0x2C7F),
    (0x2DE0, 0x2E7F),
    (0xA640, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB06),
    (0xFE20, 0xFE2F),
    (0x10780, 0x107BF),
    (0x1DF00, 0x1DFFF),
)
_ARABIC: Final = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x0870, 0x08FF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
)
_DEVANAGARI: Final = (
    (0x0900, 0x097F),
    (0x1CD0, 0x1CFF),
    (0xA830, 0xA839),
    (0xA8E0, 0xA8FF),
    (0x11B00, 0x11B09),
)
_PICTURES: Final = ((0x0023, 0x0039), (0x00A9, 0x00AE), (0x2000, 0x33FF), (0x1F000, 0x1FAFF))

# The first family that covers a character prints it.
FAMILIES: Final = (
    Family("NotoSans", _WESTERN),
    Family("NotoSansHebrew", ((0x0590, 0x05FF), (0x20AA, 0x20AA), (0xFB1D, 0xFB4F)), has_bold=True),
    Family("NotoSansArabic", _ARABIC, has_bold=True),
    Family("NotoSansDevanagari", _DEVANAGARI, has_bold=True),
    Family("NotoSansArmenian", ((0x0530, 0x058F), (0xFB13, 0xFB17))),
    Family("NotoSansBengali", ((0x0980, 0x09FF),)),
    Family("NotoSansGurmukhi", ((0x0A00, 0x0A7F),)),
    Family("NotoSansGujarati", ((0x0A80, 0x0AFF),)),
    Family("NotoSansTamil", ((0x0B80, 0x0BFF), (0x11FC0, 0x11FFF))),
    Family("NotoSansTelugu", ((0x0C00, 0x0C7F),)),
    Family("NotoSansKannada", ((0x0C80, 0x0CFF),)),
    Family("NotoSansMalayalam", ((0x0D00, 0x0D7F),)),
    Family("NotoSansSinhala", ((0x0D80, 0x0DFF), (0x111E0, 0x111FF))),
    Family("NotoSansThai", ((0x0E00, 0x0E7F),)),
    Family("NotoSansLao", ((0x0E80, 0x0EFF),)),
    Family("NotoSansMyanmar", ((0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F))),
    Family("NotoSansGeorgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    Family("NotoSansEthiopic", ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))),
    Family("NotoSansKhmer", ((0x1780, 0x17FF), (0x19E0, 0x19FF))),
    Family("NotoEmoji", _PICTURES),
    Family("NotoSansJP", _EAST_ASIAN, is_shaped=False),
    Family("NotoSansKR", _EAST_ASIAN, is_shaped=False),
    Family("NotoSansSC", _EAST_ASIAN, is_shaped=False),
    Family("NotoSansTC", _EAST_ASIAN, is_shaped=False),
    Family("NotoSansSymbols", _SYMBOLS, is_shaped=False),
    Family("NotoSansSymbols2", _SYMBOLS, is_shaped=False),
)
EMOJI: Final = next(family for family in FAMILIES if family.folder == "NotoEmoji")
