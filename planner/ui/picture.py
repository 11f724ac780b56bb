"""Pictures of widgets, for guides and for machines without a display."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError


class PictureFailed(PlannerError):
    """A picture could not be written. Facts: ``file``."""

    code = "picture_failed"


def picture(widget: QWidget) -> QImage:
    """Return a widget as it is drawn now, in the pixels of its screen."""
    return widget.grab().toImage()


def draw(widget: QWidget, file: Path) -> None:
    """Write a picture of a widget into a file, whose folder is made where it is not there.

    Raises:
        PictureFailed: the file cannot be written, or its ending names no kind of picture.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if not picture(widget).save(str(file)):
        raise PictureFailed(file=file.name)
