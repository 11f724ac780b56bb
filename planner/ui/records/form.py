"""A form about one record: every field says how it is read from the record and put into it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.app.clock import local_today
from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.formats.wording.refusals import refusal
from planner.ui.context import Context
from planner.ui.controls.buttons import DangerButton, QuietButton
from planner.ui.controls.choice_field import ChoiceField
from planner.ui.controls.date_field import DateField
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.text_area import TextArea
from planner.ui.controls.time_field import TimeField
from planner.ui.controls.typed_field import TypedField
from planner.ui.messages import Tone
from planner.ui.records.fields import TextLine, WordsLine, ZoneLine

Get = Callable[[Any], Any]
Put = Callable[[Any, Any], Any]
Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Bound:
    """A field of a form: ``get`` reads its value from the record, ``put`` returns another record."""

    label: str
    widget: QWidget
    get: Get
    put: Put


class RecordForm(QWidget):
    """Shows a record in fields and changes it through the desk, field by field.

    ``commit`` makes the edit that puts a changed record in place. A text that the record or the
    plan refuses stays in its field, marked, with the reason; that of other fields is in the bar.
    """

    def __init__(
        self, context: Context, commit: Callable[[Any], Edit], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._commit = commit
        self._record: Any = None
        self._bound: list[Bound] = []
        self._grid = FormGrid(context.theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._grid)

    def show_record(self, record: Any) -> None:
        """Show a record; what somebody is typing right now stays."""
        self._record = record
        for bound in self._bound:
            _show(bound.widget, bound.get(record))

    def add_row(self, *fields: Bound) -> None:
        """Add a row of fields."""
        self._bound += fields
        self._grid.add_row([(bound.label, bound.widget) for bound in fields])

    def add_wide(self, bound: Bound) -> None:
        """Add a field that has its words beside it, such as a check box."""
        self._bound.append(bound)
        self._grid.add_wide(bound.widget)

    def add_verbs(
        self, remove_text: str, remove: Run, close: Run, more: Sequence[QPushButton] = ()
    ) -> None:
        """Put buttons below the fields: more of them, what takes the record away, what closes."""
        theme = self._context.theme
        gone = DangerButton(theme, remove_text, "trash", self)
        gone.clicked.connect(remove)
        done = QuietButton(theme, self._context.language.text("Close"), parent=self)
        done.clicked.connect(close)
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.space(2), 0, theme.space(4))
        row.setSpacing(theme.space(2))
        for button in (*more, gone):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(done)
        self._column.addLayout(row)

    def text(self, label: str, get: Get, put: Put) -> Bound:
        """Return a field for a line of words."""
        words = self._context.language
        return self._typed(TextLine(self._context.theme, words, label, self), label, get, put)

    def words(self, label: str, get: Get, put: Put) -> Bound:
        """Return a field for several texts between commas."""
        words = self._context.language
        return self._typed(WordsLine(self._context.theme, words, label, self), label, get, put)

    def zone(self, label: str, get: Get, put: Put) -> Bound:
        """Return a field for a time zone."""
        words = self._context.language
        return self._typed(ZoneLine(self._context.theme, words, label, self), label, get, put)

    def clock(self, label: str, get: Get, put: Put, *, is_optional: bool = False) -> Bound:
        """Return a field for a time of day."""
        field = TimeField(self._context.theme, self._context.language, label, self)
        field.is_optional = is_optional
        return self._typed(field, label, get, put)

    def day(self, label: str, get: Get, put: Put, *, is_optional: bool = False) -> Bound:
        """Return a field for a date."""
        theme, words = self._context.theme, self._context.language
        field = DateField(theme, words, label, self._today, self)
        field.is_optional = is_optional
        return self._typed(field, label, get, put)

    def choice(self, label: str, rows: Sequence[tuple[object, str]], get: Get, put: Put) -> Bound:
        """Return a field for one of a few values."""
        field = ChoiceField(rows, label, self)
        field.chosen.connect(lambda value: self._enter(field, put, value))
        return Bound(label, field, get, put)

    def note(self, label: str, get: Get, put: Put) -> Bound:
        """Return a field for several lines of words."""
        field = TextArea(self._context.theme, label, "", self)
        field.edited.connect(lambda value: self._enter(field, put, value))
        return Bound(label, field, get, put)

    def check(self, label: str, get: Get, put: Put) -> Bound:
        """Return a field for yes or no."""
        field = QCheckBox(label.replace("&", "&&"), self)
        field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        field.clicked.connect(lambda value: self._enter(field, put, value))
        return Bound(label, field, get, put)

    def _typed(self, field: TypedField, label: str, get: Get, put: Put) -> Bound:
        field.entered.connect(lambda value: self._enter(field, put, value))
        return Bound(label, field, get, put)

    def _enter(self, field: QWidget, put: Put, value: Any) -> None:
        try:
            edit = self._commit(put(self._record, value))
            self._context.desk.workspace.preview(edit)
        except PlannerError as error:
            self._refuse(field, error)
            return
        if not self._context.desk.apply(edit):
            self.show_record(self._record)

    def _refuse(self, field: QWidget, error: PlannerError) -> None:
        plan = self._context.desk.plan
        sentence = refusal(error, self._context.language, plan)
        if isinstance(field, TypedField):
            # The typed text stays to be mended; Escape brings back what the record holds.
            typed = field.text()
            self._show_own(field)
            field.setText(typed)
            field.refuse(sentence)
            return
        self._context.messages.say(sentence, Tone.ERROR)
        if not isinstance(field, TextArea):
            self.show_record(self._record)

    def _show_own(self, field: TypedField) -> None:
        for bound in self._bound:
            if bound.widget is field:
                field.show_value(bound.get(self._record))

    def _today(self) -> date:
        return local_today(self._context.clock)


def _show(widget: QWidget, value: Any) -> None:
    if isinstance(widget, TypedField):
        if not (widget.hasFocus() and widget.isModified()):
            widget.show_value(value)
    elif isinstance(widget, ChoiceField):
        widget.set_value(value)
    elif isinstance(widget, TextArea):
        if not widget.is_untold:
            widget.set_text(str(value))
    elif isinstance(widget, QCheckBox):
        widget.setChecked(bool(value))
