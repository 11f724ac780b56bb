"""What is changed in reportlab 5.1, each with its cause; nothing else is patched anywhere."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from reportlab import rl_config
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import ttfonts

# Codes of planes 15 and 16 stand for one glyph each; the value is the text that the glyph shows.
spelling: Final[dict[int, str]] = {}

_FIRST_PRIVATE_CODE: Final = 0xF0000
_PRIVATE_IN_FIRST_PLANE: Final = range(0xE000, 0xF900)
_MOST_MAPPINGS_IN_A_BLOCK: Final = 100


def apply() -> None:
    """Set this program's values and patches, whatever the user's own reportlab settings say."""
    # Two runs give the same bytes. The date of a document is given by `date_document`.
    rl_config.invariant = 1
    # Binary streams and dense subsets: a third smaller, and no reader needs ASCII.
    rl_config.useA85 = 0
    rl_config.ttfAsciiReadable = 0
    # Colours are never evaluated, and nothing is fetched, even if a document tries.
    rl_config.toColorCanUse = "rl_extended_literal_eval"
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    # Cause: reportlab writes code points beyond U+FFFF as five hexadecimal digits, which readers
    # take for something else; it cannot spell a glyph that shows several characters; and it puts
    # up to 256 mappings into one block where ISO 32000-1 section 9.10.3 allows 100.
    ttfonts.makeToUnicodeCMap = to_unicode_map


def new_private_code(text: str) -> int:
    """Return an unused code that extracts as this text."""
    code = _FIRST_PRIVATE_CODE + len(spelling)
    spelling[code] = text
    return code


def is_private(code: int) -> bool:
    """Tell whether a code point is in a private use area, where no font has a say."""
    return code in _PRIVATE_IN_FIRST_PLANE or code >= _FIRST_PRIVATE_CODE


def date_document(canvas: Any, moment: datetime) -> None:
    """Write this moment as the creation date of the canvas's document, in UTC."""
    stamp = TimeStamp(invariant=1)
    stamp.t = moment.timestamp()
    stamp.lt = moment.astimezone(UTC).timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    canvas._doc._timeStamp = stamp  # noqa: SLF001 -- reportlab has no other way in


def to_unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """Return the map from the codes of a font subset to text (ISO 32000-1 section 9.10.3)."""
    mappings = [
        f"<{index:02X}> <{_utf16(code)}>" for index, code in enumerate(subset) if _utf16(code)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(mappings), _MOST_MAPPINGS_IN_A_BLOCK):
        block = mappings[start : start + _MOST_MAPPINGS_IN_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(code: int) -> str:
    """Spell a code; nothing for code 0, which no text uses.

    A glyph without text of its own, such as a dot set apart from its letter, is mapped to U+0000:
    left out of the map, some readers would take its number for a character.
    """
    text = spelling.get(code, chr(code)) or "\x00"
    return text.encode("utf-16-be").hex().upper() if code else ""
