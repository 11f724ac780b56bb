"""A field with its label above and room for what is wrong with it below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.ui.controls.typed_field import TypedField
from planner.ui.theme.theme import Theme


class LabelledField(QWidget):
    """A label that is the buddy of its field; shows what a `TypedField` refused by itself."""

    def __init__(
        self, theme: Theme, label: str, field: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label = QLabel(label, self)
        self._label.setProperty("scale", "small")
        self._label.setProperty("tone", "muted")
        self._label.setBuddy(field)
        self._note = QLabel(self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setProperty("scale", "small")
        self._note.hide()
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        for widget in (self._label, field, self._note):
            column.addWidget(widget)
        column.addStretch(1)
        if isinstance(field, TypedField):
            field.refused.connect(self.show_error)

    def show_error(self, sentence: str) -> None:
        """Show what is wrong below the field; nothing where the sentence is empty."""
        self._show(sentence, "error")

    def show_hint(self, sentence: str) -> None:
        """Show a quiet remark below the field."""
        self._show(sentence, "muted")

    def note(self) -> str:
        """Return the sentence below the field."""
        return self._note.text()

    def _show(self, sentence: str, tone: str) -> None:
        self._note.setProperty("tone", tone)
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self._note.style().polish(self._note)
