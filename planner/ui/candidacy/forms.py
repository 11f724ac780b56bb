"""The forms of the application, its steps, portal states and contacts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.domain.edits.base import Edit
from planner.formats.plaintext import one_line
from planner.ui.context import Context
from planner.ui.records.form import RecordForm, Run

_Commit = Callable[[Any], Edit]


class ApplicationForm(RecordForm):
    """Position, office, other places, from when to apply again, notes."""

    def __init__(self, context: Context, commit: _Commit, parent: QWidget | None = None) -> None:
        super().__init__(context, commit, parent)
        text = context.language.text
        nowhere: list[tuple[object, str]] = [(None, text("No office"))]
        offices = context.desk.plan.offices.values() if context.desk.is_open else ()
        rows = [*nowhere, *((office.id, one_line(office.name)) for office in offices)]
        self.add_row(self.text(text("Position"), _get("position"), _put("position")))
        self.add_row(self.choice(text("Office"), rows, _get("office"), _put("office")))
        others = text("Other locations, separated by semicolons")
        self.add_row(self.words(others, _get("other_locations"), _put("other_locations")))
        again = self.day(
            text("Can apply again from"),
            _get("reapply_from"),
            _put("reapply_from"),
            is_optional=True,
        )
        self.add_row(again)
        self.add_row(self.note(text("Preparation and notes"), _get("note"), _put("note")))


class StepForm(RecordForm):
    """When something happened, what, with whom, and which block it became."""

    def __init__(self, context: Context, commit: _Commit, remove: Run, close: Run) -> None:
        super().__init__(context, commit)
        text, plan = context.language.text, context.desk.plan
        nobody: list[tuple[object, str]] = [(None, text("Nobody in the plan"))]
        people = [*nobody, *((each.id, one_line(each.name)) for each in plan.people.values())]
        self.add_row(
            self.day(text("Date"), _get("date"), _put("date")),
            self.text(text("What happens"), _get("event"), _put("event")),
        )
        self.add_row(
            self.text(text("With whom"), _get("contact"), _put("contact")),
            self.choice(text("Person of the plan"), people, _get("person"), _put("person")),
        )
        self.add_row(self.note(text("Note"), _get("note"), _put("note")))
        self.add_verbs(text("Remove this step"), remove, close)


class PortalForm(RecordForm):
    """What the portal showed, and when."""

    def __init__(self, context: Context, commit: _Commit, remove: Run, close: Run) -> None:
        super().__init__(context, commit)
        text = context.language.text
        self.add_row(self.text(text("Words of the portal"), _get("words"), _put("words")))
        self.add_row(self.day(text("Seen on"), _get("seen"), _put("seen"), is_optional=True))
        self.add_verbs(text("Remove"), remove, close)


class ContactForm(RecordForm):
    """Whom the candidate can turn to."""

    def __init__(self, context: Context, commit: _Commit, remove: Run, close: Run) -> None:
        super().__init__(context, commit)
        text = context.language.text
        self.add_row(self.text(text("Name"), _get("name"), _put("name")))
        self.add_row(self.text(text("Role"), _get("role"), _put("role")))
        self.add_row(self.text(text("Phone"), _get("phone"), _put("phone")))
        self.add_row(self.text(text("E-mail"), _get("email"), _put("email")))
        self.add_verbs(text("Remove"), remove, close)


def _get(field: str) -> Callable[[Any], Any]:
    return lambda record: getattr(record, field)


def _put(field: str) -> Callable[[Any, Any], Any]:
    return lambda record, value: replace(record, **{field: value})
