"""The pages of a PDF as they will print: fitted to the width, one below the other, sharp."""

from collections.abc import Generator

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from planner.progress import Progress
from planner.ui.context import Context
from planner.ui.jobs import Job
from planner.ui.share.pages import Sheet, pictures

_PAUSE_MS = 120
_WIDEST = 900  # logical pixels: a page is not read better when it is larger than this
_KEPT = 3  # pages before and after those in sight stay drawn
_STEP = 48

_Drawn = tuple[int, bytes, dict[int, QImage]]


class PageView(QAbstractScrollArea):
    """Shows pages. They are drawn on the thread of the jobs, those in sight first.

    While a page is not drawn, or not for this width, its place or its older picture is shown.
    ``drawn`` tells that pages in sight are sharp.
    """

    drawn = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._data = b""
        self._sheets: tuple[Sheet, ...] = ()
        self._pictures: dict[int, QImage] = {}
        self._job: Job | None = None
        self._wanted: tuple[int, bytes] = (0, b"")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._draw_missing)
        self.setAccessibleName(context.language.text("Preview of the pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def is_sharp(self) -> bool:
        """Say whether every page in sight is drawn for this width."""
        return bool(self._sheets) and not self._missing()

    def show_document(self, data: bytes, sheets: tuple[Sheet, ...]) -> None:
        """Show another document; the same place of it stays in sight where it is as long."""
        self._data, self._sheets = data, sheets
        self._pictures = {n: image for n, image in self._pictures.items() if n < len(sheets)}
        self._wanted = (0, b"")
        self._fit()
        self._stop()
        self._draw_missing(anew=True)

    def clear(self) -> None:
        """Show nothing."""
        self._stop()
        self._data, self._sheets, self._pictures = b"", (), {}
        self._fit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._fit()
        self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or last page with Home and End; the rest is for the scroll bar."""
        bar = self.verticalScrollBar()
        places = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        place = places.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._context.theme.colour("sunken"))
        for number in self._in_sight():
            place = self._place(number)
            painter.fillRect(place, Qt.GlobalColor.white)  # paper is white in every theme
            image = self._pictures.get(number)
            if image is not None:
                painter.drawImage(QRectF(place), image)
            painter.setPen(self._context.theme.colour("line_strong"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _margin(self) -> int:
        return self._context.theme.space(4)

    def _page_width(self) -> int:
        theme = self._context.theme
        room = self.viewport().width() - 2 * self._margin()
        return max(1, min(room, theme.length(_WIDEST)))

    def _heights(self) -> list[int]:
        width = self._page_width()
        return [round(width * sheet.height / sheet.width) for sheet in self._sheets]

    def _place(self, number: int) -> QRect:
        heights, margin, width = self._heights(), self._margin(), self._page_width()
        top = margin + sum(heights[:number]) + number * margin
        left = (self.viewport().width() - width) // 2
        corner = QPoint(left, top - self.verticalScrollBar().value())
        return QRect(corner.x(), corner.y(), width, heights[number])

    def _in_sight(self) -> list[int]:
        view = self.viewport().rect()
        return [n for n in range(len(self._sheets)) if self._place(n).intersects(view)]

    def _fit(self) -> None:
        margin, height = self._margin(), self.viewport().height()
        whole = sum(self._heights()) + margin * (len(self._sheets) + 1)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - height) if self._sheets else 0)
        bar.setPageStep(height)
        bar.setSingleStep(self._context.theme.length(_STEP))
        self.viewport().update()

    def _pixels(self) -> int:
        return round(self._page_width() * self.devicePixelRatioF())

    def _missing(self) -> list[int]:
        is_new = self._wanted != (self._pixels(), self._data)
        sharp = set() if is_new else set(self._pictures)
        return [n for n in self._in_sight() if n not in sharp]

    def _draw_missing(self, *, anew: bool = False) -> None:
        missing = self._missing()
        if not missing or (self._job is not None and not anew):
            return
        data, pixels = self._data, self._pixels()
        numbers = tuple(missing)

        def work() -> Generator[Progress, None, _Drawn]:
            drawn = yield from pictures(data, numbers, pixels)
            return (pixels, data, drawn)

        title = self._context.language.text("Drawing the pages")
        self._job = self._context.jobs.start(work, title, self._on_drawn, self._on_failed)

    def _on_drawn(self, result: _Drawn) -> None:
        pixels, data, drawn = result
        self._job = None
        if data == self._data and pixels == self._pixels():
            if self._wanted != (pixels, data):
                self._pictures = {}
                self._wanted = (pixels, data)
            near = self._in_sight()
            kept = range(min(near, default=0) - _KEPT, max(near, default=0) + _KEPT + 1)
            known = {**self._pictures, **drawn}
            self._pictures = {n: image for n, image in known.items() if n in kept}
            self.viewport().update()
        self._draw_missing()
        if self.is_sharp:
            self.drawn.emit()

    def _on_failed(self, _error: Exception) -> None:
        self._job = None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_scrolled(self, _value: int) -> None:
        self.viewport().update()
        self._draw_missing()
