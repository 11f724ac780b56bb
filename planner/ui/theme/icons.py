"""Icons: outlines from resources/icons, given a colour when they are asked for.

A style sheet and a QIcon both want files, so every coloured outline is written once into a directory
that lives as long as the program. Qt draws them from there at whatever size and scale is needed.
"""

import re
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.resources import bundled

_CURRENT = "currentColor"
_STROKE = 'stroke-width="2"'
_LIGHTER_STROKE = 'stroke-width="1.75"'  # two pixels of 24 are heavy beside Inter at 13 pixels
_NAME = re.compile(r"[a-z0-9-]+")


def icon_names() -> tuple[str, ...]:
    """Return the names of all bundled icons."""
    return tuple(sorted(path.stem for path in bundled("icons").glob("*.svg")))


def has_icon(name: str) -> bool:
    """Say whether an icon of this name is bundled."""
    return bool(_NAME.fullmatch(name)) and bundled("icons", f"{name}.svg").is_file()


@cache
def coloured_icon(name: str, colour: str, disabled_colour: str) -> QIcon:
    """Return an icon in ``colour``, and in the other colour where it is disabled.

    Raises:
        FileNotFoundError: no icon of this name is bundled.
    """
    icon = QIcon()
    for mode, shade in (
        (QIcon.Mode.Normal, colour),
        (QIcon.Mode.Disabled, disabled_colour),
    ):
        icon.addFile(str(icon_file(name, shade)), QSize(), mode)
    return icon


@cache
def coloured_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return an icon as a square picture of ``size`` logical pixels for a screen of that ratio.

    Raises:
        FileNotFoundError: no icon of this name is bundled.
    """
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_coloured(name, colour).encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def icon_file(name: str, colour: str) -> Path:
    """Write an icon in one colour and return its path, for a style sheet.

    Raises:
        FileNotFoundError: no icon of this name is bundled.
    """
    path = _directory()[0] / f"{name}-{colour.lstrip('#')}.svg"
    path.write_text(_coloured(name, colour), encoding="utf-8")
    return path


@cache
def application_icon() -> QIcon:
    """Return the icon of the program itself."""
    icon = QIcon()
    for path in sorted(bundled("icons", "app").glob("*.png")):
        icon.addFile(str(path))
    return icon


def _coloured(name: str, colour: str) -> str:
    return _outline(name).replace(_CURRENT, colour)


@cache
def _outline(name: str) -> str:
    drawing = (_bundled_icons() / f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace(_STROKE, _LIGHTER_STROKE)


@cache
def _bundled_icons() -> Path:
    return bundled("icons")


@cache
def _directory() -> tuple[Path, QTemporaryDir]:
    """Make the directory; it is removed with the object, which is kept therefore."""
    directory = QTemporaryDir()
    return Path(directory.path()), directory
