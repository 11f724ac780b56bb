"""The new-plan dialog: who comes, where, when, and what the day looks like; all on one page."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from planner.app.clock import local_today
from planner.app.drafts import Beginning, begun_plan, next_workday, with_template
from planner.domain.errors import PlannerError
from planner.domain.ids import TemplateId
from planner.domain.places import Office
from planner.domain.plan import Plan
from planner.domain.standard_templates import STANDARD_TEMPLATES
from planner.domain.templates import Template
from planner.domain.times import Moment
from planner.formats.wording.language import language as language_of
from planner.formats.wording.refusals import refusal
from planner.formats.wording.standard_templates import template_in
from planner.ui.context import Context
from planner.ui.controls.date_field import DateField
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.section import Section
from planner.ui.controls.segments import Segments
from planner.ui.controls.time_field import TimeField
from planner.ui.dialogs.day_preview import DayPreview
from planner.ui.dialogs.frame import FramedDialog, stretch
from planner.ui.dialogs.zone_field import ZoneField, usual_zone
from planner.ui.languages import document_language, language_rows
from planner.ui.messages import Tone

_USUAL_START = time(10, 0)
_USUAL_TEMPLATE = TemplateId("standard-onsite-five")
_FORM_WIDTH, _PREVIEW_WIDTH, _HEIGHT = 400, 320, 640


class NewPlanDialog(FramedDialog):
    """Asks for the few things that are known when a plan begins.

    ``plan_made(Plan)`` tells the plan; where there is a window it is asked to keep and show it.
    """

    plan_made = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, context.language.text("New plan"))
        self._offices: tuple[Office, ...] = ()
        self._templates: tuple[Template, ...] = tuple(STANDARD_TEMPLATES)
        self._take_from_library()
        self._make_fields()
        row = QHBoxLayout()
        row.setSpacing(context.theme.space(6))
        row.addWidget(self._form())
        row.addWidget(self._preview_side(), 1)
        self.body.addLayout(row, 1)
        self.make_button = self.add_buttons(self.text("Make the plan"), self.text("Cancel"))
        self._connect()
        self._refresh()
        self.fit(_FORM_WIDTH + _PREVIEW_WIDTH + 72, _HEIGHT)
        self.candidate.setFocus()

    def accept(self) -> None:
        """Make the plan, if all that is needed is there."""
        if not self._is_complete():
            return
        try:
            plan = self._plan()
        except PlannerError as error:
            self.refuse(error)
            return
        if self.commands is not None and not self.commands.add_plan(plan):
            return  # the bar says why; what was typed stays
        self._show_day(plan)
        self.plan_made.emit(plan)
        super().accept()

    def _show_day(self, plan: Plan) -> None:
        """Let an empty plan begin on the day that was chosen: nothing in it says when that is."""
        desk, day = self.context.desk, self.day.value
        if day is not None and desk.is_open and desk.plan.id == plan.id and not plan.blocks:
            desk.show_day(day)

    def _take_from_library(self) -> None:
        """Offer offices and templates of the library; without it a plan can still be begun."""
        try:
            self._offices = tuple(self.context.library.directory().offices.values())
            self._templates += tuple(self.context.library.templates().values())
        except PlannerError as error:
            self.context.messages.say(refusal(error, self.context.language), Tone.ERROR)

    def _make_fields(self) -> None:
        theme, language = self.context.theme, self.context.language
        self.candidate, self.position, self.title_field = QLineEdit(), QLineEdit(), QLineEdit()
        self._office_text = QLineEdit()
        self.office = _office_field(self._offices, self._office_text)
        self.zone = ZoneField(self.text("Time zone"))
        self.zone.set_zone(usual_zone(self.context.settings.current))
        self.day = DateField(theme, language, self.text("Day"), self._today)
        self.day.set_value(next_workday(self._today()))
        self.start = TimeField(theme, language, self.text("Starts at"))
        self.start.set_value(_USUAL_START)
        self.template = QComboBox()
        self.template.addItem(self.text("Empty, without blocks"), None)
        for template in self._templates:
            self.template.addItem(template_in(template, language).name, template)
        usual = [t.id for t in self._templates].index(_USUAL_TEMPLATE)
        self.template.setCurrentIndex(usual + 1)
        self.language = Segments(theme, language_rows(), self.text("Language of documents"))
        self.language.set_value(document_language(self.context.settings.current))

    def _form(self) -> QWidget:
        form = FormGrid(self.context.theme)
        form.setFixedWidth(self.context.theme.length(_FORM_WIDTH))
        self._candidate_row = form.add_row(
            [(self.text("Candidate"), self.candidate), (self.text("Position"), self.position)]
        )[0]
        self._office_row = form.add(self.text("Office"), self.office)
        self._zone_row = form.add(self.text("Time zone"), self.zone)
        form.add(self.text("What the day looks like"), self.template)
        rows = form.add_row([(self.text("Day"), self.day), (self.text("Starts at"), self.start)])
        self._start_row = rows[1]
        form.add(self.text("Title of the plan"), self.title_field)
        form.add(self.text("Language of documents"), self.language)
        return form

    def _preview_side(self) -> QWidget:
        theme = self.context.theme
        self._preview = DayPreview(theme, self.context.language)
        self._preview.setAccessibleName(self.text("Preview"))
        self._empty = plain_label(
            self.text("The plan begins empty. Blocks are drawn into the day, or pasted."),
            "small",
            "muted",
        )
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = Section(theme, self.text("Preview"))
        inside.add(self._preview)
        inside.add(self._empty)
        inside.add(stretch())
        area.setWidget(inside)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area

    def _connect(self) -> None:
        for field in (self.candidate, self.position):
            field.textChanged.connect(self._refresh)
        self.office.editTextChanged.connect(self._on_office_changed)
        self.zone.changed.connect(self._refresh)
        self.template.currentIndexChanged.connect(self._refresh)
        for typed in (self.day, self.start):
            typed.entered.connect(self._refresh)

    def _today(self) -> date:
        return local_today(self.context.clock)

    @property
    def _known_office(self) -> Office | None:
        wanted = self.office.currentText().strip().casefold()
        return next((o for o in self._offices if o.name.casefold() == wanted), None)

    def _on_office_changed(self) -> None:
        known = self._known_office
        self.zone.setEnabled(known is None)
        if known is not None:
            self.zone.set_zone(known.zone)
        self._zone_row.show_hint(
            self.text("The zone of the office in the directory.") if known is not None else ""
        )
        self._refresh()

    def _is_complete(self) -> bool:
        """Show beside each field what is missing, and say whether nothing is."""
        for field in (self.day, self.start):
            field.take()
        missing: list[QWidget] = [f for f in (self.day, self.start) if f.sentence]
        if not self.zone.zone:
            said = self.text("There is no such time zone. Choose one, such as Europe/Berlin.")
            self._zone_row.show_error(said)
            missing.insert(0, self.zone)
        if not self.candidate.text().strip():
            said = self.text("Write who comes.")
            self._candidate_row.show_error(said)
            missing.insert(0, self.candidate)
        if missing:
            missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not missing

    def _plan(self) -> Plan:
        settings = self.context.settings.current
        candidate = self.candidate.text().strip() or self.text("Candidate")
        language = self.language.value()
        beginning = Beginning(
            candidate=candidate,
            zone=self.zone.zone or usual_zone(settings),
            title=self.title_field.text().strip(),
            position=self.position.text().strip(),
            office=self._known_office,
            office_name=self.office.currentText().strip(),
            hours=(settings.hours,),
            language=str(language),
            policy=settings.policy,
        )
        plan = begun_plan(beginning, now=self.context.clock.now())
        template = self.template.currentData()
        day, start = self.day.value, self.start.value
        if isinstance(template, Template) and day is not None and start is not None:
            said = template_in(template, language_of(plan.language))
            plan = with_template(plan, said, Moment.from_wall(day, start, plan.zone()))
        return plan

    def _refresh(self) -> None:
        """Show what would be made."""
        try:
            plan = self._plan()
        except PlannerError as error:
            self._start_row.show_error(refusal(error, self.context.language))
            return
        self.say("")
        if self.candidate.text().strip():
            self._candidate_row.show_error("")
        if self.zone.zone and self.zone.isEnabled():
            self._zone_row.show_error("")
        self.title_field.setPlaceholderText(plan.title)
        office = next(iter(plan.offices.values())).name
        self._office_text.setPlaceholderText(office)
        self.start.setEnabled(self.template.currentData() is not None)
        self._preview.show_plan(plan)
        self._preview.setVisible(bool(plan.blocks))
        self._empty.setVisible(not plan.blocks)
        self.make_button.setText(self._what_is_made(plan))

    def _what_is_made(self, plan: Plan) -> str:
        count = len(plan.blocks)
        if not count:
            return self.text("Make an empty plan")
        return self.context.language.count(
            "Make a plan with {n} block", "Make a plan with {n} blocks", count
        )


def _office_field(offices: Sequence[Office], text: QLineEdit) -> QComboBox:
    field = QComboBox()
    field.setEditable(True)
    field.setLineEdit(text)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    field.addItems([office.name for office in offices])
    field.setCurrentIndex(-1)
    field.setEditText("")
    return field
