"""The form of the plan itself, in short: title, candidate, office, coordinator, language, note."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.domain.application import Application
from planner.domain.edits.base import Edit
from planner.domain.edits.document import ChangePlan
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.together import Together
from planner.domain.ids import PersonId
from planner.domain.people import Candidate
from planner.domain.plan import Plan, Record
from planner.i18n import LANGUAGES
from planner.ui.context import Context
from planner.ui.controls.choice_field import ChoiceField
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.record_combo import RecordCombo
from planner.ui.controls.text_area import TextArea
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.fields import (
    WordField,
    fill,
    fill_text,
    flush,
    make,
    word_field,
    words,
)
from planner.ui.inspector.office_part import OfficePart
from planner.ui.languages import language_rows
from planner.ui.models.problem_ways import OF_PLAN


class PlanForm(QWidget):
    """Shown while no block is selected. Several candidates are named; one alone can be edited."""

    def __init__(
        self, context: Context, acquaintances: Acquaintances, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._acquaintances = acquaintances
        text, theme = context.language.text, context.theme
        self.title = word_field(context, text("Title"))
        self.name = word_field(context, text("Candidate"))
        self.position = word_field(context, text("Position"))
        self.candidates = QLabel(self)
        self.candidates.setTextFormat(Qt.TextFormat.PlainText)
        self.candidates.setWordWrap(True)
        self.coordinator = RecordCombo(
            theme,
            text("Coordinator"),
            nobody=text("Nobody"),
            create=text("Add a new person"),
        )
        rows = language_rows()
        self.language = ChoiceField(rows, text("Language of the documents"))
        self.note = TextArea(theme, text("Internal note"), text("Never leaves the planner"))
        self._shown: object = None
        self._arrange()
        self._connect()

    def show_plan(self, plan: Plan) -> None:
        """Show what a plan says about itself."""
        is_other = plan.id != self._shown
        self._shown = plan.id
        fill(self.title, plan.title, is_other=is_other)
        self._show_candidates(plan, is_other=is_other)
        self.at.show_plan(plan, is_other=is_other)
        self.coordinator.set_rows(self._acquaintances.people_rows(plan))
        self.coordinator.pick(plan.coordinator)
        self._show_language(plan.language)
        fill_text(self.note, plan.note, is_other=is_other)

    def flush(self) -> None:
        """Take what is typed and not taken yet."""
        flush(self)

    def _show_candidates(self, plan: Plan, *, is_other: bool) -> None:
        people = list(plan.candidates.values())
        one = people[0] if len(people) == 1 else None
        self._name.setVisible(one is not None)
        self._position.setVisible(one is not None)
        self._candidates.setVisible(len(people) > 1)
        if one is not None:
            application = one.application
            fill(self.name, one.name, is_other=is_other)
            position = application.position if application is not None else ""
            fill(self.position, position, is_other=is_other)
        self.candidates.setText(self._context.language.join([person.name for person in people]))

    def _show_language(self, tag: str) -> None:
        """Show a language, also one that was given elsewhere and is not offered here."""
        self.language.set_rows(language_rows(dict.fromkeys([*LANGUAGES, tag])))
        self.language.set_value(tag)

    def _arrange(self) -> None:
        text = self._context.language.text
        grid = FormGrid(self._context.theme, self)
        grid.add(text("Title"), self.title)
        self._name = grid.add(text("Candidate"), self.name)
        self._position = grid.add(text("Position"), self.position)
        self._candidates = grid.add(text("Candidates"), self.candidates)
        self.at = OfficePart(self._context, self._acquaintances, grid)
        grid.add(text("Coordinator"), self.coordinator)
        grid.add(text("Language of the documents"), self.language)
        grid.add(text("Internal note"), self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        column.addStretch(1)

    def _connect(self) -> None:
        self.title.entered.connect(self._on_title)
        self.name.entered.connect(self._on_name)
        self.position.entered.connect(self._on_position)
        self.coordinator.picked.connect(self._on_coordinator)
        self.coordinator.create_wanted.connect(self._on_new_coordinator)
        self.language.chosen.connect(lambda tag: self._change(ChangePlan(language=tag)))
        self.note.edited.connect(self._on_note)

    def lead_to(self, code: str) -> bool:
        """Bring the focus to the field that mends a problem of the plan, if there is one."""
        if code in OF_PLAN:
            self.coordinator.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return code in OF_PLAN

    def _change(self, edit: Edit, field: WordField | None = None) -> None:
        desk = self._context.desk
        make(self._context, edit, field, lambda: self.show_plan(desk.plan))

    def _on_coordinator(self, who: object) -> None:
        from planner.ui.models.typed_people import taken_over  # noqa: PLC0415 -- slow import

        plan, known = self._context.desk.plan, self._acquaintances.directory.people
        chosen = None if who is None else PersonId(str(who))
        new = known.get(chosen) if chosen is not None and chosen not in plan.people else None
        self._coordinate(chosen, [] if new is None else [taken_over(plan, new)])

    def _on_new_coordinator(self, name: str) -> None:
        from planner.ui.models.typed_people import person_named  # noqa: PLC0415 -- slow import

        if name.strip():
            directory = self._acquaintances.directory
            person, new = person_named(self._context.desk.plan, directory, name)
            self._coordinate(person.id, new)

    def _coordinate(self, who: PersonId | None, new: list[Record]) -> None:
        change = ChangePlan(coordinator=who)
        self._change(Together((AddRecords(tuple(new)), change)) if new else change)

    def _on_title(self, title: object) -> None:
        self._change(ChangePlan(title=words(title)), self.title)

    def _on_name(self, name: object) -> None:
        if name is None:
            self.name.refuse(self._context.language.text("A candidate needs a name."))
        else:
            self._change(ReplaceRecord(replace(self._candidate, name=words(name))), self.name)

    def _on_position(self, position: object) -> None:
        candidate = self._candidate
        application = candidate.application or Application("")
        changed = replace(application, position=words(position))
        self._change(ReplaceRecord(replace(candidate, application=changed)), self.position)

    def _on_note(self, note: str) -> None:
        self.note.document().setModified(False)
        self._change(ChangePlan(note=note.strip()))

    @property
    def _candidate(self) -> Candidate:
        return next(iter(self._context.desk.plan.candidates.values()))
