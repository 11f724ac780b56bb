"""The style sheet of the application: resources/theme/window.qss with colours and drawings filled in."""

import re
from dataclasses import asdict
from functools import cache
from string import Template

from planner.resources import bundled
from planner.ui.theme.colours import ROLES, Colours
from planner.ui.theme.fonts import Scale, font_of
from planner.ui.theme.icons import icon_file

_PIXELS = re.compile(r"(?<![\w-])(-?\d+)px")
_ICON = re.compile(r"\$icon_(\w+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HAIRLINE = 2


@cache
def style_sheet_of(colours: Colours, zoom: float = 1.0) -> str:
    """Return the style sheet in these colours, its lengths enlarged by ``zoom``.

    Raises:
        KeyError: the sheet names a role that the colours do not have.
    """
    sheet = _COMMENT.sub("", bundled("theme", "window.qss").read_text(encoding="utf-8"))
    drawings = {f"icon_{key}": _drawing(key, colours) for key in _ICON.findall(sheet)}
    mono = ", ".join(f'"{family}"' for family in font_of(Scale.MONO).families())
    filled = Template(sheet).substitute(asdict(colours), mono=mono, **drawings)
    return filled if zoom == 1 else _PIXELS.sub(lambda found: _enlarged(found, zoom), filled)


def _drawing(key: str, colours: Colours) -> str:
    """Return the path of the drawing that ``chevron_down_text_muted`` asks for."""
    role = max((role for role in ROLES if key.endswith(f"_{role}")), key=len)
    name = key.removesuffix(f"_{role}").replace("_", "-")
    return icon_file(name, str(getattr(colours, role))).as_posix()


def _enlarged(found: re.Match[str], zoom: float) -> str:
    pixels = int(found[1])
    return found[0] if abs(pixels) <= _HAIRLINE else f"{round(pixels * zoom)}px"
