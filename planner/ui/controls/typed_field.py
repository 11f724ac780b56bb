"""A field for something that is typed in words and read as a value: the basis of times and dates."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.errors import PlannerError
from planner.formats.wording.language import Language
from planner.formats.wording.refusals import refusal
from planner.ui.controls.tips import tip
from planner.ui.theme.theme import Theme

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class TypedField(QLineEdit):
    """Reads what was typed when Enter is pressed or the field is left.

    ``entered(value)`` tells a new value, None where an optional field was emptied. ``refused(sentence)``
    tells why a text was not taken: it stays to be mended, marked, with the sentence as its tooltip;
    ``refused("")`` takes that back. Escape returns to the value.
    """

    entered = Signal(object)
    refused = Signal(str)

    def __init__(
        self, theme: Theme, language: Language, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.language = language
        self.is_optional = False
        self._value: object = None
        self._sentence = ""
        self._mark = QAction(theme.icon("alert-circle", "error"), "", self)
        self.setAccessibleName(name)
        self.editingFinished.connect(self.take)
        self.textEdited.connect(self._on_text_edited)

    def read(self, text: str) -> object:
        """Return the value that a text means; the kinds of field say how.

        Raises:
            PlannerError: the text means none.
        """
        raise NotImplementedError

    def written(self, value: object) -> str:
        """Return a value as it stands in the field."""
        raise NotImplementedError

    def stepped(self, value: object, steps: int) -> object:
        """Return the value so many small steps on; the same value where it cannot move."""
        raise NotImplementedError

    @property
    def sentence(self) -> str:
        """Return why the text was refused, or nothing."""
        return self._sentence

    def show_value(self, value: object) -> None:
        """Show a value, or an empty field; silent, and forgets what was typed."""
        self._value = value
        self.setText("" if value is None else self.written(value))
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Mark what was typed as wrong, as after a change that the plan refused."""
        if sentence == self._sentence:
            return
        self._sentence = sentence
        self.setProperty("invalid", bool(sentence))
        self._mark.setText(sentence)
        self._mark.setToolTip(tip(sentence))
        if sentence:
            self.addAction(self._mark, QLineEdit.ActionPosition.TrailingPosition)
        else:
            self.removeAction(self._mark)
        self.setToolTip(tip(sentence))
        self.setAccessibleDescription(sentence)
        self.style().polish(self)
        self.refused.emit(sentence)

    def take(self) -> None:
        """Read what was typed and tell it, if it is another value."""
        text = self.text().strip()
        shown = "" if self._value is None else self.written(self._value)
        if text == shown:
            self.refuse("")
            return
        try:
            value = None if not text and self.is_optional else self.read(text)
        except PlannerError as error:
            self.refuse(refusal(error, self.language))
            return
        self._tell(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, return to the value with Escape."""
        steps = _STEPS.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if steps is not None and modifiers in _STEP_MODIFIERS and not self.isReadOnly():
            large = modifiers == Qt.KeyboardModifier.ShiftModifier
            self._step(steps * (3 if large else 1))
        elif event.key() == Qt.Key.Key_Escape and self._is_changed():
            self.show_value(self._value)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything when the keyboard brings the focus: typing replaces."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            self.selectAll()

    def _step(self, steps: int) -> None:
        if self._is_changed():
            self.take()
        if self._sentence or self._value is None:
            return
        value = self.stepped(self._value, steps)
        if value != self._value:
            self._tell(value)
            self.selectAll()

    def _tell(self, value: object) -> None:
        is_new = value != self._value
        self.show_value(value)
        if is_new:
            self.entered.emit(value)

    def _is_changed(self) -> bool:
        return self.text() != ("" if self._value is None else self.written(self._value))

    def _on_text_edited(self, _text: str) -> None:
        self.refuse("")


_STEP_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
