"""What all forms of the inspector do with their fields: fill, take and refuse, losing nothing."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.formats.plaintext import one_line
from planner.formats.wording.refusals import refusal
from planner.ui.context import Context
from planner.ui.controls.text_area import TextArea
from planner.ui.controls.typed_field import TypedField
from planner.ui.messages import Tone

ORIGIN = "inspector"


class WordField(TypedField):
    """A field for one line of words; ``entered`` tells None where it was emptied."""

    def read(self, text: str) -> str:
        """Return the words on one line."""
        return one_line(text)

    def written(self, value: object) -> str:
        """Return the words."""
        return str(value)

    def stepped(self, value: object, _steps: int) -> object:
        """Return the words: they have no next ones."""
        return value


def word_field(context: Context, name: str, placeholder: str = "") -> WordField:
    """Return a field for words that may be empty."""
    field = WordField(context.theme, context.language, name)
    field.is_optional = True
    field.setPlaceholderText(placeholder)
    return field


def make(
    context: Context,
    edit: Edit | Callable[[], Edit],
    field: TypedField | None = None,
    refill: Callable[[], None] = lambda: None,
) -> bool:
    """Make an edit, or what returns one; why it is refused is said at its field, else in the bar.

    ``refill`` shows the plan's values again: a refused text stands above them, and Escape returns to them.
    """
    try:
        wanted = edit() if callable(edit) else edit
        if field is not None:
            context.desk.workspace.preview(wanted)
    except PlannerError as error:
        sentence = refusal(error, context.language, context.desk.plan)
        if field is None:
            context.messages.say(sentence, Tone.ERROR)
        else:
            _refuse(field, sentence, refill)
        return False
    return context.desk.apply(wanted, ORIGIN)


def _refuse(field: TypedField, sentence: str, refill: Callable[[], None]) -> None:
    typed = field.text()
    refill()
    field.setText(typed)
    field.refuse(sentence)


def is_busy(field: QWidget) -> bool:
    """Say whether a field holds what somebody typed and the plan does not have yet."""
    if isinstance(field, TypedField):
        return (field.hasFocus() and field.isModified()) or bool(field.sentence)
    if isinstance(field, TextArea):
        return field.hasFocus() and field.document().isModified()
    return False


def fill(field: TypedField, value: object, *, is_other: bool = False) -> None:
    """Show a value, unless somebody is typing; ``is_other`` means that it is another record's."""
    shown = None if value == "" else value
    if is_other or not (is_busy(field) or shown == _value(field)):
        field.show_value(shown)
        field.setCursorPosition(0)


def fill_text(area: TextArea, text: str, *, is_other: bool = False) -> None:
    """Show a longer text, unless somebody is typing."""
    if is_other or not is_busy(area):
        area.set_text(text)
        area.document().setModified(False)


def flush(widget: QWidget) -> None:
    """Take what is typed in the fields of a form and not taken yet."""
    for field in widget.findChildren(TypedField):
        if is_busy(field) and not field.sentence:
            field.take()
    for area in widget.findChildren(TextArea):
        if is_busy(area):
            area.take()


def words(value: object) -> str:
    """Return what a `WordField` told: nothing typed is an empty text."""
    return "" if value is None else str(value)


def length(value: object) -> timedelta | None:
    """Return what a field for lengths told."""
    return value if isinstance(value, timedelta) else None


def _value(field: TypedField) -> object:
    return field._value  # noqa: SLF001 -- kinds of field name their value each in their own type
