"""A field to search with."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.formats.wording.language import Language
from planner.ui.theme.theme import Theme

_PAUSE_MS = 150


class SearchField(QLineEdit):
    """``searched(text)`` follows typing after a short pause, and Enter at once.

    Escape empties it. ``descended()`` asks for the focus to go to the results below (arrow down).
    """

    searched = Signal(str)
    descended = Signal()

    def __init__(
        self, theme: Theme, language: Language, placeholder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        leading = QAction(theme.icon("search", "text_muted"), "", self)
        self.addAction(leading, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(theme.icon("x", "text_muted"), language.text("Clear"), self)
        self._clear.triggered.connect(self.clear)
        self._told = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Escape, go to the results with the arrow."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.descended.emit()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        if text:
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
            self._pause.start()
        else:
            self.removeAction(self._clear)
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)
