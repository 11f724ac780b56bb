"""Manners of the fields in a form that scrolls: what they leave to the form and to the window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

_STEPS_BACK = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Manners(QObject):
    """Leaves the wheel to the form, and undo to the window where a field has nothing to undo.

    Scrolling past a list must not choose from it, and a field that keeps Ctrl+Z for itself would make
    the step that it has just caused look final.
    """

    def teach(self, form: QWidget) -> None:
        """Watch over all fields of a form."""
        for kind in (QComboBox, QLineEdit, QPlainTextEdit):
            for field in form.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on what is not for the field."""
        is_wheel = event.type() is QEvent.Type.Wheel and isinstance(watched, QComboBox)
        if is_wheel or (isinstance(event, QKeyEvent) and _is_for_window(watched, event)):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_for_window(field: QObject, event: QKeyEvent) -> bool:
    if event.type() is not QEvent.Type.ShortcutOverride or not any(map(event.matches, _STEPS_BACK)):
        return False
    if isinstance(field, QLineEdit):
        return not field.isModified()
    return isinstance(field, QPlainTextEdit) and not field.document().isModified()
