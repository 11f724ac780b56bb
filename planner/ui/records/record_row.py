"""A row along the line: what a record says in two lines, and the form it opens into."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.records.face import Face
from planner.ui.records.rail import Rail
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_BESIDE = 104
_WIDEST_ASIDE = 240
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordRow(QWidget):
    """Shows a face; opens into the form that ``make_form`` returns. ``toggled`` tells a click."""

    toggled = Signal()

    def __init__(
        self,
        theme: Theme,
        make_form: Callable[[], QWidget] | None = None,
        parent: QWidget | None = None,
        *,
        has_dates: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_form = make_form
        self.form: QWidget | None = None
        self._beside = QLabel(self)
        self.rail = Rail(theme, "circle", parent=self)
        self.head = _Head(theme, is_active=make_form is not None, parent=self)
        self._column = QVBoxLayout()
        if make_form is not None:
            self.head.clicked.connect(lambda _checked: self.toggled.emit())
        self._build()
        self._beside.setVisible(has_dates)

    @property
    def is_open(self) -> bool:
        """Say whether the form is shown."""
        return self.form is not None and not self.form.isHidden()

    def show_face(self, face: Face) -> None:
        """Show what the record says now."""
        self._beside.setText(face.beside)
        self.rail.show_sign(face.icon, "text_disabled" if face.is_quiet else "link")
        self.head.show_face(face)

    def set_open(self, *, is_open: bool) -> None:
        """Open the form below the face, or close it."""
        if is_open and self.form is None and self._make_form is not None:
            self.form = self._make_form()
            self._column.insertWidget(1, self.form)
        if self.form is not None:
            self.form.setVisible(is_open)
        self.head.setChecked(is_open)

    def _build(self) -> None:
        theme = self._theme
        self._beside.setTextFormat(Qt.TextFormat.PlainText)
        self._beside.setFont(theme.font(Scale.SMALL))
        self._beside.setProperty("tone", "muted")
        self._beside.setProperty("scale", "small")
        self._beside.setFixedWidth(theme.length(_BESIDE))
        self._beside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._beside.setContentsMargins(0, theme.space(3.25), theme.space(2), 0)
        self._column.setContentsMargins(0, 0, 0, theme.space(1))
        self._column.setSpacing(theme.space(2))
        self._column.addWidget(self.head)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        row.addWidget(self._beside)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)


class _Head(QAbstractButton):
    """The closed row: a title with an aside, a quiet line. It is a button; checked means open."""

    def __init__(self, theme: Theme, *, is_active: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_active = is_active
        self._is_band = False
        self._title, self._aside = ElidedLabel("", self), ElidedLabel("", self)
        self._line, self._remark = QLabel(self), QLabel(self)
        # A button is as high as it wishes; this one is as high as its wrapped lines need.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCheckable(is_active)
        if is_active:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()

    def show_face(self, face: Face) -> None:
        """Show the words of a row."""
        self._is_band = face.is_band
        self._title.set_text(face.title)
        self._title.setProperty("tone", "muted" if face.is_quiet else "")
        self._title.setProperty("scale", "body" if face.is_quiet else "strong")
        self._title.style().polish(self._title)
        self._aside.set_text(face.aside)
        for label, text in ((self._line, face.line), (self._remark, face.remark)):
            label.setText(text)
            label.setVisible(bool(text))
        parts = (face.beside, face.title, face.aside, face.line, face.remark)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the row can be clicked."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the mouse has gone."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or close the row with Enter, as with the space bar."""
        if self._is_active and event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of a band or below the mouse, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = self._theme.radius
        painter.setPen(Qt.PenStyle.NoPen)
        is_hovered = self._is_active and self.underMouse()
        if is_hovered or self._is_band:
            painter.setBrush(self._theme.colour("hover" if is_hovered else "shade"))
            painter.drawRoundedRect(area, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(area, radius, radius)

    def _build(self) -> None:
        theme = self._theme
        self._aside.setProperty("tone", "muted")
        self._aside.setProperty("scale", "small")
        self._aside.setMaximumWidth(theme.length(_WIDEST_ASIDE))
        for label, tone in ((self._line, "muted"), (self._remark, "warning")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("scale", "small")
            label.setProperty("tone", tone)
        top = QHBoxLayout()
        top.setSpacing(theme.space(3))
        top.addWidget(self._title, 1)
        top.addWidget(self._aside)
        column = QVBoxLayout(self)
        edge = theme.space(2)
        column.setContentsMargins(edge, theme.space(2.5), edge, theme.space(2))
        column.setSpacing(theme.space(1))
        column.addLayout(top)
        column.addWidget(self._line)
        column.addWidget(self._remark)
