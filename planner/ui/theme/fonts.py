"""Type: Inter with tabular figures, in the few sizes that the window uses."""

from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from planner.resources import bundled

FAMILY = "Inter Tabular"
REGULAR, STRONG = 400, 600
_FIXED = ("Menlo", "Consolas", "DejaVu Sans Mono")
_FILES = ("InterTabular-Regular.ttf", "InterTabular-SemiBold.ttf", "InterTabular-Italic.ttf")


class Scale(Enum):
    """A size and weight of type, by what it is for."""

    CAPTION = "caption"  # above a group, in the head of a table
    SMALL = "small"  # second lines, times, chips
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"  # of a panel or dialog
    HEADLINE = "headline"  # of a page
    FIGURE = "figure"  # a number that answers at a glance
    MONO = "mono"  # codes

    @property
    def pixels(self) -> int:
        """Return the size in logical pixels."""
        return _SIZES[self][0]

    @property
    def weight(self) -> int:
        """Return the weight: 400 or 600, which are the ones that are bundled."""
        return _SIZES[self][1]


_SIZES = {
    Scale.CAPTION: (11, STRONG),
    Scale.SMALL: (12, REGULAR),
    Scale.BODY: (13, REGULAR),
    Scale.STRONG: (13, STRONG),
    Scale.TITLE: (15, STRONG),
    Scale.HEADLINE: (20, STRONG),
    Scale.FIGURE: (26, STRONG),
    Scale.MONO: (12, REGULAR),
}

_System = QFontDatabase.WritingSystem
_SCRIPTS = {
    _System.Japanese: "NotoSansJP",
    _System.SimplifiedChinese: "NotoSansSC",
    _System.TraditionalChinese: "NotoSansTC",
    _System.Korean: "NotoSansKR",
    _System.Arabic: "NotoSansArabic",
    _System.Armenian: "NotoSansArmenian",
    _System.Bengali: "NotoSansBengali",
    _System.Devanagari: "NotoSansDevanagari",
    _System.Georgian: "NotoSansGeorgian",
    _System.Gujarati: "NotoSansGujarati",
    _System.Gurmukhi: "NotoSansGurmukhi",
    _System.Hebrew: "NotoSansHebrew",
    _System.Kannada: "NotoSansKannada",
    _System.Khmer: "NotoSansKhmer",
    _System.Lao: "NotoSansLao",
    _System.Malayalam: "NotoSansMalayalam",
    _System.Myanmar: "NotoSansMyanmar",
    _System.Sinhala: "NotoSansSinhala",
    _System.Tamil: "NotoSansTamil",
    _System.Telugu: "NotoSansTelugu",
    _System.Thai: "NotoSansThai",
}


@cache
def add_missing_scripts() -> tuple[str, ...]:
    """Load the bundled fonts for scripts that this machine has none for; return their folders.

    The simplified and traditional Chinese ones hold only what the Japanese one lacks, so it decides
    for all three. Some 25 ms where all of them are missing: call it once the window stands.
    """
    missing = [folder for script, folder in _SCRIPTS.items() if not QFontDatabase.families(script)]
    for folder in missing:
        for file in sorted(bundled("fonts", folder).glob("*-Regular.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    return tuple(missing)


@cache
def families() -> tuple[str, ...]:
    """Load the bundled fonts, once, and return the families to ask for letters.

    Behind Inter stands the system's own font, and behind that Qt looks for other scripts.
    """
    for file in _FILES:
        QFontDatabase.addApplicationFont(str(bundled("fonts", "Inter", file)))
    return (FAMILY, _system_family(QFontDatabase.SystemFont.GeneralFont))


def font_of(scale: Scale, zoom: float = 1.0) -> QFont:
    """Return the font of a scale, enlarged by ``zoom``."""
    font = QFont()
    font.setFamilies(_families_of(scale))
    font.setPixelSize(round(scale.pixels * zoom))
    font.setWeight(QFont.Weight(scale.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if scale is Scale.CAPTION:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 101)
    return font


def _families_of(scale: Scale) -> list[str]:
    if scale is Scale.MONO:
        wanted = (_system_family(QFontDatabase.SystemFont.FixedFont), *_FIXED)
        return [*filter(QFontDatabase.hasFamily, wanted), *families()]
    return list(families())


def _system_family(font: QFontDatabase.SystemFont) -> str:
    return QFontDatabase.systemFont(font).family()
