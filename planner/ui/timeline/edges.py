"""What stays in place while the day scrolls: hours at the left, names of the columns above."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.ui.controls.tips import tip
from planner.ui.theme.fonts import Scale
from planner.ui.timeline.board import Board
from planner.ui.timeline.columns import Column, ColumnKind
from planner.ui.timeline.look import Look
from planner.ui.timeline.scene import LINE_GAP

_SINGLE = Qt.TextFlag.TextSingleLine
_CENTRE = Qt.AlignmentFlag.AlignVCenter


def column_title(column: Column, language: Language) -> str:
    """Return what stands above a column."""
    match column.kind:
        case ColumnKind.TEAM:
            return language.text("Without candidate")
        case ColumnKind.OPEN_SEATS:
            return language.text("Not assigned")
        case ColumnKind.NO_ROOM:
            return language.text("No room")
        case _:
            return one_line(column.title)


def column_subtitle(column: Column, language: Language) -> str:
    """Return the second line above a column: what the person is, or how many blocks there are."""
    if column.kind in {ColumnKind.OPEN_SEATS, ColumnKind.NO_ROOM}:
        return language.count("{n} block", "{n} blocks", len(column.placed))
    return one_line(column.subtitle)


class HourGutter(QWidget):
    """The clock at the left; a time that happens twice says so by its offset."""

    def __init__(self, look: Look, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._language = language
        self._board: Board | None = None
        self._offset = 0

    def show_board(self, board: Board, offset: int) -> None:
        """Show the hours of a board, of which ``offset`` pixels are scrolled away."""
        self._board, self._offset = board, offset
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hours."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        if self._board is None:
            return
        painter.setFont(self._look.small)
        height = self._look.line_height
        right = self.width() - self._look.padding
        for tick in self._board.scale.ticks(LINE_GAP):
            y = self._board.scale.y_of(tick.moment) - self._offset
            painter.setPen(self._look.colour("text_muted"))
            box = QRectF(0, y - height / 2, right, height)
            text = self._language.clock(tick.clock)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | _CENTRE), text)
            if tick.is_second:
                painter.setFont(self._look.caption)
                offset = self._language.offset(tick.moment)
                painter.drawText(
                    box.translated(0, height), int(Qt.AlignmentFlag.AlignRight), offset
                )
                painter.setFont(self._look.small)


class ColumnHeader(QWidget):
    """The names of the columns; a click on one tells its number."""

    clicked = Signal(int)

    def __init__(self, look: Look, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._language = language
        self._board: Board | None = None
        self._offset = 0
        self._title = look.theme.font(Scale.STRONG)
        self._target: int | None = None

    def show_board(self, board: Board, offset: int) -> None:
        """Show the columns of a board, of which ``offset`` pixels are scrolled away."""
        self._board, self._offset = board, offset
        self.update()

    def show_target(self, column: int | None) -> None:
        """Mark the column into which something is being dragged."""
        if column != self._target:
            self._target = column
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        if self._board is not None:
            for number, column in enumerate(self._board.columns):
                left = self._board.strip.x_of(number) - self._offset
                box = QRectF(left, 0, self._board.strip.widths[number], self.height())
                if box.right() > 0 and box.left() < self.width():
                    self._paint_column(painter, box, column, is_target=number == self._target)
        painter.setPen(self._look.pen("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which column is clicked."""
        column = self._column_at(event.position().toPoint())
        if column is not None:
            self.clicked.emit(column)

    def event(self, event: QEvent) -> bool:
        """Show the whole name where it does not fit."""
        if isinstance(event, QHelpEvent):
            column = self._column_at(event.pos())
            if column is not None and self._board is not None:
                shown = self._board.columns[column]
                lines = [
                    column_title(shown, self._language),
                    column_subtitle(shown, self._language),
                ]
                QToolTip.showText(event.globalPos(), tip("\n".join(filter(None, lines))), self)
            return True
        return super().event(event)

    def _column_at(self, at: QPoint) -> int | None:
        return None if self._board is None else self._board.strip.column_at(at.x() + self._offset)

    def _paint_column(
        self, painter: QPainter, box: QRectF, column: Column, *, is_target: bool
    ) -> None:
        look = self._look
        if is_target:
            painter.fillRect(box, look.colour("accent_soft"))
        painter.setPen(look.pen("line"))
        painter.drawLine(box.topRight(), box.bottomRight())
        inside = box.adjusted(look.padding + look.bar, 0, -look.padding, 0)
        title = column_title(column, self._language)
        subtitle = column_subtitle(column, self._language)
        title_height = look.measures(self._title).height()
        is_broken = (
            not subtitle and look.measures(self._title).horizontalAdvance(title) > inside.width()
        )
        if is_broken:
            self._write_broken(painter, inside, title)
            return
        total = title_height + (look.line_height if subtitle else 0)
        top = (self.height() - total) / 2
        is_lacking = column.kind in {ColumnKind.OPEN_SEATS, ColumnKind.NO_ROOM}
        painter.setFont(self._title)
        painter.setPen(look.colour("error" if is_lacking else "text"))
        line = QRectF(inside.x(), top, inside.width(), title_height)
        self._write(painter, line, title)
        if subtitle:
            painter.setFont(look.small)
            painter.setPen(look.colour("text_muted"))
            below = QRectF(inside.x(), top + title_height, inside.width(), look.line_height)
            self._write(painter, below, subtitle)

    def _write_broken(self, painter: QPainter, box: QRectF, title: str) -> None:
        """Write a name that is too long in two lines."""
        look = self._look
        height = look.measures(self._title).height()
        first, rest = _broken(title, look.measures(self._title), box.width())
        painter.setFont(self._title)
        painter.setPen(look.colour("text"))
        top = (self.height() - (2 * height if rest else height)) / 2
        self._write(painter, QRectF(box.x(), top, box.width(), height), first)
        if rest:
            self._write(painter, QRectF(box.x(), top + height, box.width(), height), rest)

    def _write(self, painter: QPainter, box: QRectF, text: str) -> None:
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, elide, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | _CENTRE | _SINGLE), shown)


def _broken(title: str, measures: QFontMetricsF, width: float) -> tuple[str, str]:
    """Return what of a title fits into the first line, by words, and the rest."""
    words = title.split()
    count = 1
    while count < len(words) and measures.horizontalAdvance(" ".join(words[: count + 1])) <= width:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])
