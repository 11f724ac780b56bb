"""A field for one of a few values: a combo box that tells the value and leaves the wheel alone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceField(QComboBox):
    """Rows of (value, text). ``chosen(value)`` tells what a person chose; `set_value` is silent."""

    chosen = Signal(object)

    def __init__(
        self, rows: Sequence[tuple[object, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.set_rows(rows)
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    @property
    def value(self) -> object:
        """Return the value that is shown; None where there is none to choose."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_rows(self, rows: Sequence[tuple[object, str]]) -> None:
        """Offer other values; the one that is shown stays where it is among them."""
        before = self.value
        self.clear()
        self._values = [value for value, _ in rows]
        self.addItems([text for _, text in rows])
        self.set_value(before)

    def set_value(self, value: object) -> None:
        """Show a value without a signal."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: who scrolls past a field must not change it."""
        event.ignore()
