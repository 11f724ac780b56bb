"""The application: the next step on top, what is over below; portal, contacts, notes beside it."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from planner.domain.application import Application, Contact, PortalState, Step
from planner.domain.edits.application import AddPortalState, AddStep
from planner.domain.edits.base import Edit
from planner.domain.ids import CandidateId
from planner.domain.people import Candidate
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.formats.plaintext import one_line
from planner.ui.candidacy.changes import (
    with_application,
    with_contact,
    with_item,
    with_step,
    without_item,
)
from planner.ui.candidacy.faces import contact_face, portal_face, shown_steps
from planner.ui.candidacy.forms import ApplicationForm, ContactForm, PortalForm, StepForm
from planner.ui.candidacy.new_step import NewStep
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton, PrimaryButton
from planner.ui.controls.empty_state import EmptyState
from planner.ui.controls.section import Section
from planner.ui.records.page import CandidatePage
from planner.ui.records.record_line import Item, RecordLine

_JOINT = " \u00b7 "


class ApplicationPanel(QStackedWidget):
    """Shows a candidate's application; rows open into forms, which change it as one types."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme, text = context.theme, context.language.text
        self.page = CandidatePage(context, text("Application"), self)
        self.line = RecordLine(theme, self)
        self.portal = RecordLine(theme, self, has_dates=False)
        self.contacts = RecordLine(theme, self, has_dates=False)
        self.form = ApplicationForm(context, self._commit_application, self)
        self.new_step = NewStep(context, self)
        self.new_state = QLineEdit(self)
        self.new_state.setPlaceholderText(text("What does the portal show now?"))
        self.new_state.setAccessibleName(text("What does the portal show now?"))
        self.add_contact = LinkButton(theme, text("Add"), "plus", self)
        self._nobody = EmptyState(
            theme,
            "briefcase",
            text("Nobody applies yet"),
            text("Add a candidate to the plan."),
            self,
        )
        self.begin = PrimaryButton(theme, text("Begin an application"), "plus")
        self._without = self._made_without()
        self._is_stale = False
        self._committed: Step | None = None
        self._build()
        self._connect()
        self._refresh()

    def reveal(self, subject: Subject) -> None:
        """Show the application of a candidate."""
        desk = self._context.desk
        if subject.table == "candidates" and desk.is_open and subject.id in desk.plan.candidates:
            self.page.show_candidates()
            self.page.candidates.set_value(subject.id)
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was shown."""
        if self._is_stale:
            self._refresh()
        super().showEvent(event)

    @property
    def _candidate(self) -> CandidateId | None:
        return self.page.candidate

    def _on_changed(self, _change: object) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._is_stale = True

    def _refresh(self) -> None:
        self._is_stale = False
        desk = self._context.desk
        if not desk.is_open or not desk.plan.candidates:
            self.setCurrentWidget(self._nobody)
            return
        self.page.show_candidates()
        if self._candidate is None:
            return
        candidate = desk.plan.find(Candidate, self._candidate)
        application = candidate.application
        self._without.setVisible(application is None)
        for widget in (self.line, self.new_step, self._side):
            widget.setVisible(application is not None)
        self.page.show_side(is_shown=application is not None)
        position = one_line(application.position) if application is not None else ""
        parts = (one_line(candidate.name), position)
        self.page.show_subtitle(_JOINT.join(part for part in parts if part))
        if application is not None:
            self._show(candidate.id, application)
        self.setCurrentWidget(self.page)

    def _show(self, candidate: CandidateId, application: Application) -> None:
        self.form.show_record(application)
        self.line.show_items(list(self._step_items(candidate, application)))
        self.portal.show_items(list(self._portal_items(candidate, application))[::-1])
        self.contacts.show_items(list(self._contact_items(candidate, application)))
        self._follow(candidate, application)

    def _follow(self, candidate: CandidateId, application: Application) -> None:
        """Keep a step open that another date has put in another place."""
        step, self._committed = self._committed, None
        places = [n for n, each in enumerate(application.steps) if each == step]
        key = f"{candidate} {places[0]}" if places else ""
        if key and not self.line.row(key).is_open:
            self.line.open(key)

    def _step_items(self, candidate: CandidateId, application: Application) -> Iterator[Item]:
        plan, words = self._context.desk.plan, self._context.language
        for shown in shown_steps(application, self._today(), plan, words):
            form = self._step_form(candidate, shown.place)
            yield Item(f"{candidate} {shown.place}", shown.face, shown.step, form)

    def _portal_items(self, candidate: CandidateId, application: Application) -> Iterator[Item]:
        last = len(application.portal_states) - 1
        for place, state in enumerate(application.portal_states):
            face = portal_face(state, self._context.language, is_last=place == last)
            yield Item(f"{candidate} {place}", face, state, self._portal_form(candidate, place))

    def _contact_items(self, candidate: CandidateId, application: Application) -> Iterator[Item]:
        for place, contact in enumerate(application.contacts):
            face = contact_face(contact, self._context.desk.plan)
            yield Item(f"{candidate} {place}", face, contact, self._contact_form(candidate, place))

    def _step_form(self, candidate: CandidateId, place: int) -> Callable[[], QWidget]:
        def commit(step: Step) -> Edit:
            self._committed = step
            return with_step(self._context.desk.plan, candidate, place, step)

        remove = self._remover(candidate, "steps", place)
        return lambda: StepForm(self._context, commit, remove, lambda: self.line.open(""))

    def _portal_form(self, candidate: CandidateId, place: int) -> Callable[[], QWidget]:
        def commit(state: PortalState) -> Edit:
            return with_item(self._context.desk.plan, candidate, "portal_states", place, state)

        remove = self._remover(candidate, "portal_states", place)
        return lambda: PortalForm(self._context, commit, remove, lambda: self.portal.open(""))

    def _contact_form(self, candidate: CandidateId, place: int) -> Callable[[], QWidget]:
        def commit(contact: Contact) -> Edit:
            return with_item(self._context.desk.plan, candidate, "contacts", place, contact)

        remove = self._remover(candidate, "contacts", place)
        return lambda: ContactForm(self._context, commit, remove, lambda: self.contacts.open(""))

    def _remover(self, candidate: CandidateId, field: str, place: int) -> Callable[[], object]:
        def remove() -> None:
            for line in (self.line, self.portal, self.contacts):
                line.open("")
            desk = self._context.desk
            desk.apply(without_item(desk.plan, candidate, field, place))

        return remove

    def _commit_application(self, application: Application) -> Edit:
        return with_application(self._context.desk.plan, self._known_candidate(), application)

    def _known_candidate(self) -> CandidateId:
        return self._candidate or CandidateId("")

    def _on_step_wanted(self, step: Step) -> None:
        if self._context.desk.apply(AddStep(self._known_candidate(), step)):
            self.new_step.clear()

    def _on_state_wanted(self) -> None:
        words = one_line(self.new_state.text())
        state = PortalState(words, self._today())
        if words and self._context.desk.apply(AddPortalState(self._known_candidate(), state)):
            self.new_state.clear()

    def _on_add_contact(self) -> None:
        desk, candidate = self._context.desk, self._known_candidate()
        name = self._context.language.text("New contact")
        if desk.apply(with_contact(desk.plan, candidate, Contact(name))):
            self.contacts.open(self.contacts.keys[-1])

    def _on_begin(self) -> None:
        desk = self._context.desk
        office = desk.plan.office
        application = Application("", office)
        desk.apply(with_application(desk.plan, self._known_candidate(), application))

    def _today(self) -> date:
        desk = self._context.desk
        return Moment(self._context.clock.now(), desk.plan.zone()).day

    def _on_opened(self) -> None:
        for line in (self.line, self.portal, self.contacts):
            line.show_items([])
        self._refresh()

    def _connect(self) -> None:
        desk = self._context.desk
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._on_changed)
        desk.revealed.connect(self.reveal)
        self.line.opened.connect(self.page.bring_into_sight)
        self.page.candidate_chosen.connect(lambda _candidate: self._refresh())
        self.new_step.wanted.connect(self._on_step_wanted)
        self.new_state.returnPressed.connect(self._on_state_wanted)
        self.add_contact.clicked.connect(self._on_add_contact)
        self.begin.clicked.connect(self._on_begin)

    def _build(self) -> None:
        theme, text = self._context.theme, self._context.language.text
        self.page.middle.addWidget(self._without, 4)
        self.page.middle.addWidget(self.new_step)
        self.page.middle.addWidget(self.line)
        self.page.middle.addStretch(1)
        self._side = QWidget(self)
        about = Section(theme, text("About"), self)
        about.add(self.form)
        portal = Section(theme, text("Portal, the latest first"), self)
        portal.add(self.new_state)
        portal.add(self.portal)
        contacts = Section(theme, text("Contacts"), self)
        contacts.add_to_head(self.add_contact)
        contacts.add(self.contacts)
        column = self._column()
        for section in (about, portal, contacts):
            column.addWidget(section)
        self.page.side.addWidget(self._side)
        self.page.side.addStretch(1)
        for page in (self.page, self._nobody):
            self.addWidget(page)

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.space(6))
        return column

    def _made_without(self) -> EmptyState:
        theme, text = self._context.theme, self._context.language.text
        sentence = text(
            "Note the position, and what happened when: the next step then stands on top."
        )
        made = EmptyState(theme, "briefcase", text("No application yet"), sentence, self)
        made.add_buttons([self.begin])
        return made
