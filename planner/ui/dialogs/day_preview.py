"""A preview of days: each block with its time, in the colour of its kind."""

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.blocks import Block, Kind
from planner.domain.plan import Plan
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_COLOURS = {
    Kind.INTERVIEW: "interview",
    Kind.BREAK: "rest",
    Kind.MEAL: "meal",
    Kind.ARRIVAL: "logistics",
    Kind.TOUR: "logistics",
    Kind.ESCORT: "logistics",
    Kind.TALK: "talk",
    Kind.DEBRIEF: "debrief",
    Kind.FREE_TIME: "free",
}
_ROW, _HEAD, _GAP, _EDGE, _RADIUS = 26, 30, 2, 4, 5
_WIDTH = 260


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A heading, or a block with its time."""

    text: str
    time: str = ""
    colour: str = ""


class DayPreview(QWidget):
    """Paints the blocks of a plan, day by day."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._rows: tuple[PreviewRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plan(self, plan: Plan) -> None:
        """Show the blocks of another plan."""
        self._rows = preview_rows(plan, self._language)
        self.setAccessibleDescription(
            "\n".join(f"{row.time} {row.text}".strip() for row in self._rows)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows all rows."""
        height = sum(self._height(row) for row in self._rows)
        return QSize(self._theme.length(_WIDTH), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows from top to bottom."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for row in self._rows:
            height = self._height(row)
            box = QRectF(0, top, self.width(), height - self._theme.length(_GAP))
            if row.colour:
                self._draw_block(painter, box, row)
            else:
                self._draw_heading(painter, box, row)
            top += height
        painter.end()

    def _height(self, row: PreviewRow) -> int:
        return self._theme.length(_ROW if row.colour else _HEAD)

    def _draw_heading(self, painter: QPainter, box: QRectF, row: PreviewRow) -> None:
        painter.setFont(self._theme.font(Scale.STRONG))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, row.text)

    def _draw_block(self, painter: QPainter, box: QRectF, row: PreviewRow) -> None:
        colours = self._theme.block(row.colour)
        radius = self._theme.length(_RADIUS)
        shape = QPainterPath()
        shape.addRoundedRect(box, radius, radius)
        edge = QPainterPath()
        edge.addRect(QRectF(box.left(), box.top(), self._theme.length(_EDGE), box.height()))
        painter.fillPath(shape, QColor(colours.fill))
        painter.fillPath(shape.intersected(edge), QColor(colours.edge))
        inside = box.adjusted(self._theme.space(3), 0, -self._theme.space(2), 0)
        font = self._theme.font(Scale.SMALL)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink_muted"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, row.time)
        times = QFontMetrics(font).horizontalAdvance("00:00 \u2013 00:00") + self._theme.space(3)
        name = inside.adjusted(times, 0, 0, 0)
        painter.setPen(QColor(colours.ink))
        shown = QFontMetrics(font).elidedText(
            row.text, Qt.TextElideMode.ElideRight, int(name.width())
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)


def preview_rows(plan: Plan, language: Language) -> tuple[PreviewRow, ...]:
    """Return a heading for each day, and below it the blocks in order of time."""
    placed = [(block.timebox, block) for block in plan.blocks.values()]
    boxed = sorted(
        ((box, block) for box, block in placed if box is not None), key=lambda pair: pair[0].start
    )
    rows: list[PreviewRow] = []
    for day, items in groupby(boxed, key=lambda pair: pair[0].start.day):
        rows.append(PreviewRow(language.day(day)))
        for box, block in items:
            time = language.span(box.start, box.end)
            rows.append(PreviewRow(_name(block, language), time, _colour_role(block)))
    return tuple(rows)


def _name(block: Block, language: Language) -> str:
    kind = term(block.kind, language)
    return one_line(block.title) or kind


def _colour_role(block: Block) -> str:
    return "call" if block.kind is Kind.INTERVIEW and block.is_call else _COLOURS[block.kind]
