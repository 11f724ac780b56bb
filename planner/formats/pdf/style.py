"""How documents look: colours and type by role, distances on a grid of four points."""

from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from planner.formats.itinerary.content import Tone
from planner.formats.pdf.fonts import BOLD, ITALIC, REGULAR

GRID: Final = 4.0

INK: Final = HexColor("#1b212c")
MUTED: Final = HexColor("#5b6575")
ACCENT: Final = HexColor("#2b5cbf")
REST_INK: Final = HexColor("#2c5a3c")
HAIRLINE: Final = HexColor("#d3d9e2")
RULED: Final = HexColor("#9aa3b0")
REST_TINT: Final = HexColor("#edf4ef")
OWN_TINT: Final = HexColor("#eef3fc")


@dataclass(frozen=True, slots=True)
class Swatch:
    """A filled area and the text on it."""

    fill: Color
    ink: Color


# Dark where people talk, pale where they rest: the strip tells them apart on grey paper too.
STRIP: Final = {
    Tone.MEETING: Swatch(HexColor("#2f62cc"), white),
    Tone.REMOTE: Swatch(HexColor("#6f48b8"), white),
    Tone.REST: Swatch(HexColor("#c9dfd0"), REST_INK),
    Tone.TRAVEL: Swatch(HexColor("#dde2ea"), INK),
    Tone.OTHER: Swatch(HexColor("#dde2ea"), INK),
}
STRIP_OF_OTHERS: Final = {
    **STRIP,
    Tone.MEETING: Swatch(HexColor("#dfe7f7"), INK),
    Tone.REMOTE: Swatch(HexColor("#e7e0f4"), INK),
    Tone.REST: Swatch(HexColor("#e4efe7"), REST_INK),
}


def _style(
    name: str, size: float, leading: float, font: str = REGULAR, **more: object
) -> ParagraphStyle:
    settings = {"textColor": INK, **more}
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **settings)


TITLE: Final = _style("title", 20, 28, BOLD)
LONG_TITLE: Final = _style("long title", 14, 20, BOLD)
SUBTITLE: Final = _style("subtitle", 10.5, 18, textColor=MUTED)
LEAD: Final = _style("lead", 10.5, 16)
DAY: Final = _style("day", 13, 20, BOLD)
DAY_LINE: Final = _style("day line", 13, 20)
SECTION: Final = _style("section", 10, 16, BOLD, textColor=ACCENT)
STRONG: Final = _style("strong", 9.5, 14, BOLD)
BODY: Final = _style("body", 9.5, 14)
QUIET: Final = _style("quiet", 9, 13, textColor=MUTED)
ESTIMATE: Final = _style("estimate", 9, 13, ITALIC, textColor=MUTED)
TIME: Final = _style("time", 10, 14)
OWN: Final = _style("own", 9, 13)
PLACE: Final = _style("place", 9.5, 14, textColor=MUTED, alignment=TA_RIGHT)
REST_PLACE: Final = _style("place of rest", 9.5, 14, textColor=REST_INK, alignment=TA_RIGHT)
PLACE_DETAIL: Final = _style("place detail", 9, 13, textColor=MUTED, alignment=TA_RIGHT)
COLUMN: Final = _style("column", 8, 12, textColor=MUTED)
COLUMN_RIGHT: Final = _style("column right", 8, 12, textColor=MUTED, alignment=TA_RIGHT)
CAPTION: Final = _style("caption", 7.5, 10, textColor=MUTED, alignment=TA_RIGHT)
CALL: Final = _style("number to call", 13, 20, BOLD)
BODY_RIGHT: Final = _style("body right", 9.5, 14, alignment=TA_RIGHT)
CALL_RIGHT: Final = _style("number to call right", 12, 18, alignment=TA_RIGHT)
FIGURE: Final = _style("figure", 17, 23, BOLD)
CELL: Final = _style("cell", 8.5, 12)
CELL_QUIET: Final = _style("quiet cell", 8, 11, textColor=MUTED)
CELL_TIME: Final = _style("time in a cell", 9.5, 12, BOLD)

SIGN: Final = _style("sign", 22, 30)
SIGN_TIME: Final = _style("time on a sign", 28, 34, BOLD)
SMALL_SIGN_TIME: Final = _style("small time on a sign", 20, 24, BOLD)

RUNNING_SIZE: Final = 8.0
STRIP_SIZE: Final = 8.5
TICK_SIZE: Final = 7.5
