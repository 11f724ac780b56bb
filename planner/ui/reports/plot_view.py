"""A plot on the screen, and as a picture in a file."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.store.files import write_file
from planner.ui.reports.plot import Plot
from planner.ui.theme import metrics
from planner.ui.theme.theme import Theme

_SHARP = 2
_EDGE = 4  # steps of the grid around a picture in a file


class PlotView(QWidget):
    """Shows a plot; a screen reader says its title and what it tells."""

    def __init__(self, theme: Theme, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = plot
        self._theme = theme
        self.setFixedHeight(plot.height() + theme.space(2))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(plot.title)
        self.setAccessibleDescription(plot.alternative)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plot, with a ring around it while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self._theme.space(1)
        self.plot.paint(painter, QRectF(self.rect()).adjusted(inside, inside, -inside, -inside))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), metrics.FOCUS_RING))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, self._theme.radius, self._theme.radius)
        painter.end()

    def write_picture(self, path: Path) -> None:
        """Write the plot as wide as it is shown, as SVG or PNG by the ending of the name.

        Raises:
            WriteFailed: the file cannot be written.
        """
        size = QSize(self.width() + 2 * self._edge, self.plot.height() + 2 * self._edge)
        is_svg = path.suffix.casefold() == ".svg"
        write_file(path, self._svg(size) if is_svg else self._png(size))

    @property
    def _edge(self) -> int:
        return self._theme.space(_EDGE)

    def _svg(self, size: QSize) -> bytes:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setSize(size)
        made.setViewBox(QRect(0, 0, size.width(), size.height()))
        made.setTitle(self.plot.title)
        made.setDescription(self.plot.alternative)
        painter = QPainter(made)
        self._paint_picture(painter, size)
        painter.end()
        buffer.close()
        return bytes(data.data())

    def _png(self, size: QSize) -> bytes:
        image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARP)
        image.setText("Description", self.plot.alternative)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_picture(painter, size)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
        return bytes(data.data())

    def _paint_picture(self, painter: QPainter, size: QSize) -> None:
        """Paint the plot on the ground of the window."""
        whole = QRectF(0, 0, size.width(), size.height())
        painter.fillRect(whole, self._theme.colour("window"))
        edge = self._edge
        self.plot.paint(painter, whole.adjusted(edge, edge, -edge, -edge))
