"""How a problem looks in a list: sign, code, sentence, link; and which of them is at a point."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygon, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.domain.problems import Severity
from planner.formats.wording.language import Language
from planner.ui.models.problem_rows import ProblemRow
from planner.ui.models.problem_ways import way
from planner.ui.models.problems_model import ProblemRole
from planner.ui.theme import metrics
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex

_SIGN = 11
_LINES = 2  # of a sentence; the tool tip has it whole
_LINK_SHARE = 0.36
_CODE = "MMM-000"
_REMEMBERED = 2000
_ROLES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "text_muted"}


class Part(Enum):
    """What of a row can be clicked: the row itself, its link, the button for everything else."""

    ROW = "row"
    LINK = "link"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of one row are."""

    sign: QRect
    code: QRect
    sentence: QRect
    link: QRect
    more: QRect

    def at(self, point: QPoint) -> Part:
        """Return which part is at a point."""
        if self.link.contains(point):
            return Part.LINK
        return Part.MORE if self.more.contains(point) else Part.ROW


class ProblemDelegate(QStyledItemDelegate):
    """Paints problems. ``hot`` is the row and part below the mouse, None where it is elsewhere."""

    def __init__(self, theme: Theme, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._fonts = {scale: theme.font(scale) for scale in (Scale.BODY, Scale.STRONG, Scale.MONO)}
        self._sizes = {scale: QFontMetrics(font) for scale, font in self._fonts.items()}
        self.hot: tuple[str, Part] | None = None
        self._heights: dict[str, tuple[ProblemRow, int, int]] = {}
        self._wrapped: dict[tuple[str, int], tuple[str, ...]] = {}

    def link_text(self, row: ProblemRow) -> str:
        """Return what the link of a row says: its best fix, or that it leads to the place."""
        if row.is_ignored:
            return self._language.text("Show again")
        return row.fixes[0].label if row.fixes else way(row.problem.code, self._language)

    def places(self, row: ProblemRow, rect: QRect) -> Places:
        """Return where the parts of a row are that has this rectangle."""
        space, line = self._theme.space, self._sizes[Scale.BODY].height()
        top = rect.top() + (self._theme.control_height - line) // 2
        sign = QRect(rect.left() + space(1), top, self._theme.length(_SIGN), line)
        code_width = self._sizes[Scale.MONO].horizontalAdvance(_CODE)
        code = QRect(sign.right() + space(3), top, code_width, line)
        more = QRect(rect.right() - space(7), rect.top(), space(7), self._theme.control_height)
        wanted = self._sizes[Scale.BODY].horizontalAdvance(self.link_text(row)) + space(1)
        width = min(wanted, int(rect.width() * _LINK_SHARE))
        link = QRect(more.left() - width - space(1), rect.top(), width, more.height())
        left = code.right() + space(4)
        sentence = QRect(left, top, max(space(10), link.left() - space(4) - left), line)
        return Places(sign, code, sentence, link, more)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row: one line of a sentence, or two."""
        row, view = index.data(ProblemRole.ROW), self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        return QSize(0, self._height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row, rect = index.data(ProblemRole.ROW), option.rect
        places = self.places(row, rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_sign(painter, row, places.sign)
        self._write(painter, Scale.MONO, "text_muted", places.code, row.problem.code)
        role = "text_muted" if row.is_ignored else "text"
        self._paint_sentence(painter, row, places.sentence, role)
        self._paint_link(painter, row, places.link)
        if self._is_met(option, row):
            self._paint_more(painter, places.more)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, theme = option.state, self._theme
        rect = option.rect.adjusted(0, 0, 0, -1)
        ground = ""
        if state & QStyle.StateFlag.State_Selected:
            ground = "selected"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(
                rect, theme.length(metrics.RADIUS_SMALL), theme.length(metrics.RADIUS_SMALL)
            )
        else:
            painter.fillRect(rect.left(), rect.bottom() + 1, rect.width(), 1, theme.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), metrics.FOCUS_RING))
            painter.drawRoundedRect(
                rect.adjusted(1, 1, -1, -1),
                theme.length(metrics.RADIUS_SMALL),
                theme.length(metrics.RADIUS_SMALL),
            )

    def _paint_sign(self, painter: QPainter, row: ProblemRow, place: QRect) -> None:
        """Paint a disc, a triangle or a ring: colour is never the only sign of severity."""
        side = place.width()
        box = QRect(place.left(), place.center().y() - side // 2, side, side)
        if row.is_ignored:
            pixmap = self._theme.pixmap("eye-off", "text_muted", self._theme.length(14))
            painter.drawPixmap(box.left() - 2, box.top() - 2, pixmap)
            return
        colour = self._theme.colour(_ROLES[row.severity])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if row.severity is Severity.ERROR:
            painter.drawEllipse(box)
        elif row.severity is Severity.WARNING:
            peak = QPoint(box.left() + side // 2, box.top())
            painter.drawPolygon(QPolygon([peak, box.bottomRight(), box.bottomLeft()]))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 1.5))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))

    def _paint_sentence(self, painter: QPainter, row: ProblemRow, place: QRect, role: str) -> None:
        line = QRect(place)
        for text in self._lines(row, place.width()):
            self._write(painter, Scale.BODY, role, line, text)
            line.translate(0, place.height())

    def _paint_link(self, painter: QPainter, row: ProblemRow, place: QRect) -> None:
        # The middle goes: what is done stands first, and by how much last.
        text = self._sizes[Scale.BODY].elidedText(
            self.link_text(row), Qt.TextElideMode.ElideMiddle, place.width()
        )
        font = QFont(self._fonts[Scale.BODY])
        font.setUnderline(self.hot == (row.key, Part.LINK))
        painter.setFont(font)
        painter.setPen(self._theme.colour("link"))
        painter.drawText(place, _aligned(Qt.AlignmentFlag.AlignRight), text)

    def _paint_more(self, painter: QPainter, place: QRect) -> None:
        side = self._theme.icon_size
        corner = place.center() - QPoint(side // 2, side // 2)
        painter.drawPixmap(corner, self._theme.pixmap("dots", "text_muted"))

    def _write(self, painter: QPainter, scale: Scale, role: str, place: QRect, text: str) -> None:
        painter.setFont(self._fonts[scale])
        painter.setPen(self._theme.colour(role))
        painter.drawText(place, _aligned(Qt.AlignmentFlag.AlignLeft), text)

    def _is_met(self, option: QStyleOptionViewItem, row: ProblemRow) -> bool:
        """Say whether somebody is at this row, so that it offers everything that it can."""
        wanted = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        return bool(option.state & wanted) or (self.hot is not None and self.hot[0] == row.key)

    def _height(self, row: ProblemRow, width: int) -> int:
        """Return how tall a row is; a list asks for all of them whenever one changes."""
        known = self._heights.get(row.key)
        if known is not None and known[0] is row and known[1] == width:
            return known[2]
        line = self._sizes[Scale.BODY].height()
        room = self.places(row, QRect(0, 0, width, line)).sentence.width()
        height = self._theme.control_height + (len(self._lines(row, room)) - 1) * line
        if len(self._heights) >= _REMEMBERED:
            self._heights.clear()
        self._heights[row.key] = row, width, height
        return height

    def _lines(self, row: ProblemRow, width: int) -> tuple[str, ...]:
        """Return the sentence in lines."""
        key = (row.sentence, width)
        if key not in self._wrapped:
            if len(self._wrapped) >= _REMEMBERED:
                self._wrapped.clear()
            self._wrapped[key] = wrapped(row.sentence, self._fonts[Scale.BODY], width)
        return self._wrapped[key]


def wrapped(text: str, font: QFont, width: int, most: int = _LINES) -> tuple[str, ...]:
    """Return a text in at most so many lines of a width in pixels; what is left over is elided."""
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if len(lines) == most - 1:
            rest = text[line.textStart() :]
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines) or ("",)


def _aligned(side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    return side | Qt.AlignmentFlag.AlignVCenter
