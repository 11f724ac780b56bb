"""A headline that is changed where it stands: double click, F2 or the pencil."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from planner.formats.wording.language import Language
from planner.ui.controls.buttons import IconButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme


class TitleField(QWidget):
    """``title_typed(text)`` tells a new title; an empty one is not taken, Escape keeps the old."""

    title_typed = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel("", self)
        self.label.setProperty("scale", "headline")
        self.label.installEventFilter(self)
        self.field = QLineEdit(self)
        self.field.setFont(theme.font(Scale.HEADLINE))
        self.field.setAccessibleName(language.text("Title of the plan"))
        self.field.installEventFilter(self)
        self.field.hide()
        self.pencil = IconButton(theme, "pencil", language.text("Change the title"), parent=self)
        self.pencil.clicked.connect(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        row.addWidget(self.label)
        row.addWidget(self.field, 1)
        row.addWidget(self.pencil)
        row.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme.control_height + theme.space(2))

    @property
    def is_editing(self) -> bool:
        """Say whether somebody is typing a title."""
        return not self.field.isHidden()

    def show_title(self, title: str) -> None:
        """Show a title; what somebody is typing stays."""
        self.label.set_text(title)

    def edit(self) -> None:
        """Let the title be typed."""
        self.field.setText(self.label.whole_text())
        self._swap(is_editing=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin by double click; end by Enter, Escape or by leaving the field."""
        if watched is self.label and isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonDblClick:
                self.edit()
                return True
        elif watched is self.field and self.is_editing:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._is_end(Qt.Key(event.key()))
            if event.type() == QEvent.Type.FocusOut:
                self._take()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin by F2 on the pencil."""
        if event.key() == Qt.Key.Key_F2:
            self.edit()
        else:
            super().keyPressEvent(event)

    def _is_end(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self._swap(is_editing=False)
        else:
            return False
        self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _take(self) -> None:
        typed = " ".join(self.field.text().split())
        self._swap(is_editing=False)
        if typed and typed != self.label.whole_text():
            self.title_typed.emit(typed)

    def _swap(self, *, is_editing: bool) -> None:
        self.field.setVisible(is_editing)
        self.label.setVisible(not is_editing)
        self.pencil.setVisible(not is_editing)
