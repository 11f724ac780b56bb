"""The view of one live day: planned beside actual, with the present moment kept at one third."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from planner.domain.ids import BlockId
from planner.domain.times import Moment
from planner.formats.wording.language import Language
from planner.schedule.agenda import instant
from planner.ui.controls.buttons import PrimaryButton
from planner.ui.controls.tips import tip
from planner.ui.live.painting import PiecePainter
from planner.ui.live.picture import Frame, Marker, Picture
from planner.ui.live.pieces import Piece, Place, Style
from planner.ui.theme.theme import Theme
from planner.ui.timeline.geometry import DayScale
from planner.ui.timeline.look import Look

_THIRD = 1 / 3
_SHOWN_HOURS = 6.75  # fits the usual day into the usual window
_LEAST_PER_MINUTE, _MOST_PER_MINUTE = 1.25, 12.0
_ZOOM_STEP = 1.15
_CENTRED = Qt.AlignmentFlag.AlignVCenter


class DayView(QAbstractScrollArea):
    """Paints a `Picture`. ``chosen(block)`` tells a click on a block, None beside all of them.

    It follows the clock until somebody scrolls; then a button brings it back.
    """

    chosen = Signal(object)
    follows = Signal(bool)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._look = Look(theme)
        self._painter = PiecePainter(self._look)
        self._picture: Picture | None = None
        self._after: tuple[Piece, ...] = ()
        self._zoom = 1.0
        self._known_ticks: tuple[object, Sequence[tuple[float, bool, str]]] = (None, ())
        self._is_following = True
        self._is_moving = False
        self.now_button = PrimaryButton(theme, language.text("Now"), "clock", self.viewport())
        self.now_button.setToolTip(language.text("Follow the clock again: Home"))
        self.now_button.hide()
        self.now_button.clicked.connect(self.follow)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(language.text("The day: planned, actual and projected"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def picture(self) -> Picture | None:
        """Return what is drawn."""
        return self._picture

    @property
    def is_following(self) -> bool:
        """Say whether the present moment is kept in its place."""
        return self._is_following

    @property
    def after(self) -> tuple[Piece, ...]:
        """Return the ghosts of a proposal that are drawn over the day."""
        return self._after

    def show_picture(self, picture: Picture) -> None:
        """Draw another state of the day."""
        if picture == self._picture:
            return
        self._picture = picture
        if picture.now is None:
            self._set_following(is_following=True)
        self._arrange()
        self.viewport().update()

    def show_after(self, pieces: Sequence[Piece]) -> None:
        """Draw over the day how it would go; nothing takes that away."""
        self._after = tuple(pieces)
        self.viewport().update()

    def follow(self) -> None:
        """Keep the present moment in its place from now on."""
        self._set_following(is_following=True)
        self._arrange()

    def zoom(self, factor: float) -> None:
        """Show less time larger, or more of it smaller."""
        self._zoom = min(max(self._zoom * factor, 0.4), 5.0)
        self._arrange()
        self.viewport().update()

    def y_of_now(self) -> float | None:
        """Return where the line of the present moment is drawn, in pixels of the viewport."""
        picture = self._picture
        if picture is None or picture.now is None:
            return None
        return self._scale(picture).y_of(picture.now)

    def rect_of(self, block: BlockId) -> QRectF | None:
        """Return where a block is drawn as it goes."""
        picture = self._picture
        found = picture.pieces if picture is not None else ()
        mine = [p for p in found if p.block == block and p.place is Place.ACTUAL]
        solid = [p for p in mine if p.style is Style.SOLID] or mine
        if picture is None or not solid:
            return None
        return self._rect(solid[0], picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._look.colour("window"))
        picture = self._picture
        if picture is not None:
            self._paint(painter, picture, QRectF(event.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the day anew."""
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            up = event.angleDelta().y() > 0
            self.zoom(_ZOOM_STEP if up else 1 / _ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the block that keys shall mean."""
        if event.button() is Qt.MouseButton.LeftButton:
            piece = self._piece_at(event.position())
            self.chosen.emit(piece.block if piece is not None else None)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return to the present with Home, let keys mean what the moment suggests with Escape."""
        if event.key() == Qt.Key.Key_Home:
            self.follow()
        elif event.key() == Qt.Key.Key_Escape:
            self.chosen.emit(None)
            event.ignore()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell all of a block whose words do not fit."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            piece = self._piece_at(QPointF(event.pos()))
            words = "" if piece is None else _told(piece)
            QToolTip.showText(event.globalPos(), tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def _paint(self, painter: QPainter, picture: Picture, area: QRectF) -> None:
        scale, frame = self._scale(picture), self._frame()
        self._painter.line_at = self.y_of_now()
        self._painter.words_from = float(self._head_height())
        self._grid(painter, scale, frame)
        for marker in picture.markers:
            self._marker(painter, marker, scale, frame)
        for piece in (*picture.pieces, *self._after):
            place = frame.rect(piece, scale)
            rect = QRectF(place.x, place.y, place.width, place.height)
            if rect.adjusted(-4, -4, 4, 4).intersects(area):
                is_chosen = piece.block == picture.chosen and piece.style is Style.SOLID
                self._painter.paint(painter, rect, piece, is_chosen=is_chosen)
        if picture.now is not None:
            self._now_line(painter, picture, scale, frame)
        self._head(painter, frame)

    def _grid(self, painter: QPainter, scale: DayScale, frame: Frame) -> None:
        look, y_now = self._look, self.y_of_now()
        painter.setFont(look.small)
        height = look.line_height
        right = int(Qt.AlignmentFlag.AlignRight | _CENTRED)
        for seconds, is_hour, clock in self._ticks(scale):
            y = round(scale.y_of(seconds))
            line = QRectF(frame.gutter, y, frame.width - frame.gutter, 1)
            painter.fillRect(line, look.colour("grid" if is_hour else "grid_half"))
            is_covered = y_now is not None and abs(y - y_now) < height * 1.3
            if is_hour and not is_covered:
                painter.setPen(look.colour("text_muted"))
                box = QRectF(0, y - height / 2, frame.gutter - look.padding, height)
                painter.drawText(box, right, clock)

    def _ticks(self, scale: DayScale) -> Sequence[tuple[float, bool, str]]:
        """Return the lines in sight, and some beyond: seconds, whether an hour is full, its time."""
        key = (scale.day_start, scale.day_end, scale.pixels_per_minute, self.viewport().height())
        if key != self._known_ticks[0]:
            room = scale.length_of(self.viewport().height() + 100)
            whole = DayScale(
                scale.day_start.moved(-room), scale.day_end.moved(room), scale.pixels_per_minute
            )
            found = [
                (tick.moment.instant.timestamp(), tick.is_hour, self._language.clock(tick.clock))
                for tick in whole.ticks(self._theme.length(34))
            ]
            self._known_ticks = (key, found)
        first = scale.seconds_at(0.0)
        last = scale.seconds_at(float(self.viewport().height()))
        return [tick for tick in self._known_ticks[1] if first <= tick[0] <= last]

    def _marker(self, painter: QPainter, marker: Marker, scale: DayScale, frame: Frame) -> None:
        look = self._look
        y = round(scale.y_of(marker.at)) + 0.5
        pen = look.pen(marker.tone, 1.5)
        pen.setDashPattern([6, 4])
        painter.setPen(pen)
        width = look.measures(look.small).horizontalAdvance(marker.text)
        column = frame.column(Place.ACTUAL)
        left = column.right - width - 2 * look.padding
        painter.drawLine(QPointF(frame.gutter, y), QPointF(left - look.padding, y))
        painter.setFont(look.small)
        box = QRectF(left, y - look.line_height / 2, column.right - left, look.line_height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | _CENTRED), marker.text)

    def _now_line(self, painter: QPainter, picture: Picture, scale: DayScale, frame: Frame) -> None:
        look, now = self._look, picture.now or 0
        y = round(scale.y_of(now)) + 0.5
        painter.setPen(QPen(look.colour("now"), 1.5))
        painter.drawLine(QPointF(frame.gutter - look.gap, y), QPointF(frame.width, y))
        text = self._language.clock(Moment(instant(now), picture.first.zone))
        measures = look.measures(look.caption)
        width = measures.horizontalAdvance(text) + 2 * look.gap + 4
        height = measures.height() + look.gap
        box = QRectF(frame.gutter - look.gap - width, y - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("now"))
        painter.drawRoundedRect(box, look.radius, look.radius)
        painter.setPen(look.colour("on_now"))
        painter.setFont(look.caption)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _head(self, painter: QPainter, frame: Frame) -> None:
        look = self._look
        height = self._head_height()
        painter.fillRect(QRectF(0, 0, frame.width, height), look.colour("window"))
        painter.setPen(look.pen("line"))
        painter.drawLine(QPointF(0, height - 0.5), QPointF(frame.width, height - 0.5))
        titles = (
            (Place.PLANNED, self._language.text("Planned"), "text_muted"),
            (Place.ACTUAL, self._language.text("Actual and projected"), "text"),
        )
        painter.setFont(look.title)
        for place, title, role in titles:
            column = frame.column(place)
            box = QRectF(column.x + look.gap, 0, column.width - look.gap, height - 1)
            painter.setPen(look.colour(role))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | _CENTRED), title)

    def _piece_at(self, point: QPointF) -> Piece | None:
        picture = self._picture
        if picture is None or point.y() < self._head_height():
            return None
        found = [p for p in picture.pieces if self._rect(p, picture).contains(point)]
        return found[-1] if found else None

    def _rect(self, piece: Piece, picture: Picture) -> QRectF:
        place = self._frame().rect(piece, self._scale(picture))
        return QRectF(place.x, place.y, place.width, place.height)

    def _frame(self) -> Frame:
        gap = float(self._theme.space(1.5))
        gutter = float(self._theme.length(60))
        return Frame(float(self.viewport().width()), gutter, gap, self._theme.zoom)

    def _per_minute(self) -> float:
        room = max(1, self.viewport().height() - self._head_height())
        fitted = room / (_SHOWN_HOURS * 60)
        least, most = (self._theme.zoom * bound for bound in (_LEAST_PER_MINUTE, _MOST_PER_MINUTE))
        return min(max(fitted, least) * self._zoom, most)

    def _scale(self, picture: Picture) -> DayScale:
        """Return the scale of the viewport as it is scrolled."""
        top = self._head_height() - self.verticalScrollBar().value()
        return DayScale(picture.first, picture.last, self._per_minute(), float(top))

    def _head_height(self) -> int:
        return self._theme.length(32)

    def _arrange(self) -> None:
        """Set the range of the scroll bar, and keep the present moment at one third."""
        picture, bar = self._picture, self.verticalScrollBar()
        room = self.viewport().height() - self._head_height()
        if picture is None or room <= 0:
            return
        scale = DayScale(picture.first, picture.last, self._per_minute())
        self._is_moving = True
        bar.setRange(0, max(0, round(scale.height - room)))
        bar.setPageStep(room)
        bar.setSingleStep(self._theme.length(24))
        if self._is_following and picture.now is not None:
            third = self.viewport().height() * _THIRD
            bar.setValue(round(scale.y_of(picture.now) + self._head_height() - third))
        self._is_moving = False
        self._place_button()

    def _on_scrolled(self, _value: int) -> None:
        picture = self._picture
        if not self._is_moving and picture is not None and picture.now is not None:
            self._set_following(is_following=False)
        self.viewport().update()

    def _set_following(self, *, is_following: bool) -> None:
        if is_following == self._is_following:
            return
        self._is_following = is_following
        self.now_button.setVisible(not is_following)
        self._place_button()
        self.follows.emit(is_following)

    def _place_button(self) -> None:
        hint = self.now_button.sizeHint()
        x = (self.viewport().width() - hint.width()) // 2
        y = self.viewport().height() - hint.height() - self._theme.space(4)
        self.now_button.setGeometry(QRect(x, y, hint.width(), hint.height()))


def _told(piece: Piece) -> str:
    parts = (piece.times, piece.title, piece.detail, piece.people)
    return "\n".join(part for part in parts if part)
