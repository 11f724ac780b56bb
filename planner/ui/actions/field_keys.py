"""Keys of the window inside fields: a text field must not keep Ctrl+E and its like for itself.

On Linux a field takes many letters with Ctrl as Emacs does (Ctrl+E: to the end of the line).
"""

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
_EDITING = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
_LETTER_WITH_CTRL = re.compile(r"Ctrl\+(?:Alt\+)?(?:Shift\+)?[A-Z0-9]")


class FieldKeys(QObject):
    """Lets keys pass that are the window's, as "Ctrl+E", in whichever field has the focus.

    What every field does with a key stays with the field: copying, undoing, going to its ends.
    """

    def __init__(self, keys: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        own = {key.toString() for what in _EDITING for key in QKeySequence.keyBindings(what)}
        self._keys = frozenset(key for key in keys if _LETTER_WITH_CTRL.fullmatch(key)) - own
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse to let a field override a key of the window."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_for_window = QKeySequence(event.keyCombination()).toString() in self._keys
        if is_for_window:
            event.ignore()
        return is_for_window

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, _FIELDS):
            now.installEventFilter(self)  # a second time changes nothing
