"""The list of a super day: a name, the present block, a strip of the day, and how late it runs."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.domain.times import Moment
from planner.formats.wording.language import Language
from planner.schedule.agenda import instant
from planner.ui.live.overview_model import ROW_ROLE, Bar, OverviewModel, OverviewRow
from planner.ui.theme import metrics
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme
from planner.ui.timeline.look import Look

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 48
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | _CENTRE
_EDGE = 15 * 60
_MOST_PICTURES = 400
_SEEN = (
    QStyle.StateFlag.State_Selected
    | QStyle.StateFlag.State_MouseOver
    | QStyle.StateFlag.State_HasFocus
)
_HOUR = 3600
_WORDS = 0.34


class OverviewHead(QWidget):
    """The hours over the strips."""

    def __init__(self, theme: Theme, language: Language, rows: "OverviewList") -> None:
        super().__init__(rows.parentWidget())
        self._theme, self._language, self._rows = theme, language, rows
        self.zone = "UTC"
        self.setFixedHeight(theme.length(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hours, and the line below them."""
        painter = QPainter(self)
        theme = self._theme
        painter.setFont(theme.font(Scale.CAPTION))
        painter.setPen(theme.colour("text_muted"))
        width = self._rows.viewport().width()
        strip = self._rows.strips.strip(QRectF(0, 0, width, self.height()))
        half = theme.length(30)
        for x, seconds in self._rows.strips.hours(strip):
            clock = self._language.clock(Moment(instant(seconds), self.zone))
            box = QRectF(x - half, 0, 2 * half, self.height() - 1)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), clock)
        painter.setPen(QPen(theme.colour("line"), metrics.HAIRLINE))
        y = self.height() - 0.5
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.end()


class OverviewList(QListView):
    """``opened(candidate)`` tells into whose day a click or Enter leads."""

    opened = Signal(object)

    def __init__(self, theme: Theme, model: OverviewModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.strips = OverviewDelegate(theme, self)
        self.setItemDelegate(self.strips)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter; letters are keys of the live day, not a search."""
        if Qt.Key(event.key()) in _ENTER:
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_now(self, now: int | None, bars: list[Bar]) -> None:
        """Set the stretch of time that strips show, and where the present is."""
        first = min((bar.start for bar in bars), default=0) - _EDGE
        last = max((bar.end for bar in bars), default=1) + _EDGE
        minute = None if now is None else now - now % 30  # a pixel is more than that
        if (minute, first, last) != self.strips.bounds:
            self.strips.bounds = (minute, first, last)
            self.viewport().update()

    def _open(self, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, OverviewRow):
            self.opened.emit(row.candidate)


class OverviewDelegate(QStyledItemDelegate):
    """Paints rows; ``bounds`` are the present and the first and last second of the strips."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = Look(theme)
        self._strong = theme.font(Scale.STRONG)
        self._small = theme.font(Scale.SMALL)
        self.bounds: tuple[int | None, int, int] = (None, 0, 1)
        self._pictures: dict[object, QPixmap] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, self._theme.length(_HEIGHT))

    def strip(self, rect: QRectF) -> QRectF:
        """Return where the strip of a row begins and ends."""
        space = self._theme.space
        words = min((rect.width() - 2 * space(5)) * _WORDS, float(self._theme.length(300)))
        left = rect.x() + space(5) + words + space(4)
        right = rect.right() - space(5) - self._theme.length(92) - space(2)
        top, height = rect.y() + space(2.5), rect.height() - space(5)
        return QRectF(left, top, max(1.0, right - left), height)

    def hours(self, strip: QRectF) -> Iterator[tuple[float, int]]:
        """Yield where the full hours lie, in pixels, with their seconds since 1970 UTC."""
        _, first, last = self.bounds
        scale = strip.width() / max(1, last - first)
        step = _HOUR * (1 if scale * _HOUR > self._theme.length(46) else 2)
        for at in range(first - first % _HOUR + _HOUR, last, step):
            yield strip.x() + (at - first) * scale, at

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, from a picture of it where nothing of it has changed."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OverviewRow):
            return
        state = option.state & _SEEN
        size = option.rect.size()
        ratio = painter.device().devicePixelRatioF()
        key = (row, state.value, size.width(), size.height(), ratio, self.bounds)
        picture = self._pictures.get(key)
        if picture is None:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._theme.colour("window"))
            inner = QPainter(picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_row(inner, QRectF(0, 0, size.width(), size.height()), state, row)
            inner.end()
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            self._pictures[key] = picture
        painter.drawPixmap(option.rect.topLeft(), picture)

    def _paint_row(
        self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, row: OverviewRow
    ) -> None:
        self._ground(painter, rect, state)
        space = self._theme.space
        inside = rect.adjusted(space(5), 0, -space(5), 0)
        strip = self.strip(rect)
        words = strip.x() - space(4) - inside.x()
        top = rect.y() + space(1.5)
        half = (rect.height() - space(3)) / 2
        name = QRectF(inside.x(), top, words, half)
        self._write(painter, name, self._strong, "text", row.name)
        self._two(painter, QRectF(inside.x(), top + half, words, half), row)
        late = QRectF(strip.right(), rect.y(), inside.right() - strip.right(), rect.height())
        self._write(painter, late, self._strong, row.offset_tone, row.offset, _RIGHT)
        self._strip(painter, strip, rect, row)

    def _ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("hover"))
        line = QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, self._look.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), metrics.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _two(self, painter: QPainter, box: QRectF, row: OverviewRow) -> None:
        """Write the present block, and after it what is to be said of it."""
        said = f" \u00b7 {row.state}" if row.state else ""
        measures = self._look.measures(self._small)
        room = max(box.width() * 0.4, box.width() - measures.horizontalAdvance(said))
        width = min(measures.horizontalAdvance(row.block), room)
        first = QRectF(box.x(), box.y(), width, box.height())
        self._write(painter, first, self._small, "text_muted", row.block)
        rest = QRectF(box.x() + width, box.y(), box.width() - width, box.height())
        self._write(painter, rest, self._small, row.tone or "text_muted", said)

    def _strip(self, painter: QPainter, box: QRectF, rect: QRectF, row: OverviewRow) -> None:
        now, first, last = self.bounds
        scale = box.width() / max(1, last - first)
        grid = self._look.colour("grid")
        for x, _ in self.hours(box):
            painter.fillRect(QRectF(round(x), rect.y(), 1, rect.height()), grid)
        for bar in row.bars:
            x = box.x() + (bar.start - first) * scale
            width = max(2.0, (bar.end - bar.start) * scale - 1.5)
            self._bar(painter, QRectF(x, box.y(), width, box.height()), bar)
        if now is not None and first <= now <= last:
            x = box.x() + (now - first) * scale
            painter.setPen(QPen(self._theme.colour("now"), 1.5))
            painter.drawLine(QPointF(x, rect.y()), QPointF(x, rect.bottom() - 1))

    def _bar(self, painter: QPainter, box: QRectF, bar: Bar) -> None:
        look = self._look
        painter.setOpacity(0.55 if bar.is_done else 1.0)
        edge = f"{bar.colours}_edge"
        if bar.is_trouble:
            edge = "error"
        painter.setBrush(look.colour("error_soft" if bar.is_trouble else f"{bar.colours}_fill"))
        strong = bar.is_running or bar.is_trouble
        painter.setPen(look.pen(edge, 2.0 if strong else 1.0))
        inset = 1.0 if strong else 0.5
        painter.drawRoundedRect(
            box.adjusted(inset, inset, -inset, -inset), metrics.RADIUS_SMALL, metrics.RADIUS_SMALL
        )
        painter.setOpacity(1.0)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        font: QFont,
        role: str,
        text: str,
        side: Qt.AlignmentFlag = _CENTRE,
    ) -> None:
        shown = self._look.measures(font).elidedText(
            text, Qt.TextElideMode.ElideRight, box.width() + 1
        )
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        painter.drawText(box, int(side | Qt.TextFlag.TextSingleLine), shown)
