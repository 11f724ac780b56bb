"""The editor of a table's cell: a line that offers words, and says why a text was not taken."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QWidget

from planner.ui.theme.theme import Theme

_LAST_PART = re.compile(r"^(.*[;,\u00b7]\s*)?([^;,\u00b7]*)$", re.DOTALL)
_MOST_ROWS = 10
_WIDTH = 320


class CellEditor(QLineEdit):
    """Edits one cell. ``index`` is where its text goes."""

    def __init__(
        self,
        theme: Theme,
        index: QModelIndex | QPersistentModelIndex,
        words: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self._theme = theme
        self._parent = parent
        self._is_refused = False
        self._sentence: QFrame | None = None
        self._words = QLabel(self)
        self._words.hide()
        self.textEdited.connect(lambda _text: self.refuse(""))
        if words:
            self.setCompleter(_WordCompleter(words, self))

    @property
    def is_completing(self) -> bool:
        """Say whether words are offered just now: Enter takes one of them first."""
        completer: QCompleter | None = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible()

    @property
    def is_refused(self) -> bool:
        """Say whether the text was not taken and has not been mended yet."""
        return self._is_refused

    def refuse(self, sentence: str) -> None:
        """Mark the text as wrong and say why below it; nothing takes that back."""
        self._is_refused = bool(sentence)
        self.setProperty("invalid", self._is_refused)
        self.style().polish(self)
        self.setAccessibleDescription(sentence)
        if not sentence:
            self._drop_sentence()
            return
        frame = self._frame()
        self._words.setText(sentence)
        self._place(frame)

    def hideEvent(self, event: object) -> None:
        """Take the sentence along."""
        self._drop_sentence()
        super().hideEvent(event)  # type: ignore[arg-type]  # Qt's own event

    def _frame(self) -> QFrame:
        if self._sentence is None:
            frame = QFrame(self._parent)
            frame.setProperty("kind", "bar")
            frame.setProperty("tone", "error")
            label = QLabel(frame)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("tone", "error")
            label.setProperty("scale", "small")
            row = QHBoxLayout(frame)
            row.setContentsMargins(*(self._theme.space(2),) * 4)
            row.addWidget(label)
            self._sentence, self._words = frame, label
        return self._sentence

    def _place(self, frame: QFrame) -> None:
        """Put the sentence below the editor, or above where the table ends."""
        room, gap = self._parent.rect(), self._theme.space(1)
        width = min(max(self.width(), self._theme.length(_WIDTH)), room.width())
        frame.setFixedWidth(width)
        height = frame.heightForWidth(width)
        frame.setFixedHeight(height)
        below = self.geometry().bottom() + gap
        top = below if below + height <= room.height() else self.y() - height - gap
        frame.move(max(0, min(self.x(), room.width() - width)), max(0, top))
        frame.show()
        frame.raise_()

    def _drop_sentence(self) -> None:
        if self._sentence is not None:
            self._sentence.deleteLater()
            self._sentence = None


class _WordCompleter(QCompleter):
    """Completes the last of several names, parted by semicolons or commas."""

    def __init__(self, words: Sequence[str], parent: QLineEdit) -> None:
        super().__init__(list(words), parent)
        self._line = parent
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_ROWS)
        popup = QListView()
        popup.setProperty("kind", "completer")
        self.setPopup(popup)

    def splitPath(self, path: str) -> list[str]:
        """Return what is to be completed: what stands behind the last separator."""
        match = _LAST_PART.match(path)
        return [match[2].strip() if match else path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole text with the chosen word as its last part."""
        match = _LAST_PART.match(self._line.text())
        return f"{(match[1] or '') if match else ''}{index.data()}"
