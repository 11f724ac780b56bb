"""Travel: journeys, legs and stays of a candidate on one line with the interview days between."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.app.changes import Change
from planner.app.travel_drafts import draft_journey, draft_leg, draft_stay, without_leg
from planner.domain.edits.base import Edit
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.removal import RemoveRecords
from planner.domain.ids import CandidateId, JourneyId, LegId, StayId
from planner.domain.problems import Problem
from planner.domain.subjects import Subject
from planner.domain.travel import Direction, Journey, Stay
from planner.schedule.day_figures import LeaveFigure, leaves
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, PrimaryButton
from planner.ui.controls.empty_state import EmptyState
from planner.ui.controls.section import Section
from planner.ui.records.page import CandidatePage
from planner.ui.records.problem_list import ProblemList
from planner.ui.records.record_line import Item, RecordLine
from planner.ui.travel.faces import Piece, pieces
from planner.ui.travel.forms import JourneyForm, LegForm, StayForm

_TRAVEL = frozenset({"journeys", "stays"})
_CODE = "TRV-"


class TravelPanel(QStackedWidget):
    """Shows a candidate's travel; rows open into forms, which change the plan as one types."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme, text = context.theme, context.language.text
        self.page = CandidatePage(context, text("Travel"), self)
        self.line = RecordLine(theme, self)
        self.problems = ProblemList(context, self)
        self.add_outbound = PlainButton(theme, text("Way there"), "plus", self)
        self.add_return = PlainButton(theme, text("Way back"), "plus", self)
        self.add_stay = PlainButton(theme, text("Hotel"), "plus", self)
        self._empty = self._made_empty()
        self._nobody = EmptyState(
            theme,
            "plane",
            text("Nobody travels yet"),
            text("Add a candidate to the plan: journeys and hotels belong to one."),
            self,
        )
        self._is_stale = False
        self._build()
        self._connect()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was shown."""
        if self._is_stale:
            self._refresh()
        super().showEvent(event)

    def reveal(self, subject: Subject) -> None:
        """Open the row of a journey or stay."""
        if subject.table not in _TRAVEL or not self._context.desk.is_open:
            return
        plan = self._context.desk.plan
        record = plan.journeys.get(JourneyId(subject.id)) or plan.stays.get(StayId(subject.id))
        if record is None:
            return
        self.page.show_candidates()
        self.page.candidates.set_value(record.candidate)
        self._refresh()
        self.line.open(f"{'journey' if isinstance(record, Journey) else 'stay'} {record.id}")

    def _refresh(self) -> None:
        self._is_stale = False
        desk = self._context.desk
        if not desk.is_open or not desk.plan.candidates:
            self.setCurrentWidget(self._nobody)
            return
        self.page.show_candidates()
        candidate = self.page.candidate
        if candidate is None:
            return
        found = pieces(desk.plan, candidate, self._context.language, self._leaves(candidate))
        self.line.show_items([self._item(piece) for piece in found])
        travels = any(piece.day is None for piece in found)
        self._empty.setVisible(not travels)
        self.line.setVisible(travels)
        self.page.show_subtitle(self._summary(candidate))
        self.problems.show_problems(p for p in desk.checked.open if _is_travel(p))
        self.setCurrentWidget(self.page)

    def _leaves(self, candidate: CandidateId) -> dict[date, LeaveFigure]:
        """Return on which days the candidate leaves for home, and by when."""
        desk = self._context.desk
        days = {desk.agenda.dates[entry.index] for entry in desk.agenda.candidate(candidate)}
        found = ((day, leaves(desk.agenda, desk.projection, day).get(candidate)) for day in days)
        return {day: leave for day, leave in found if leave is not None}

    def _summary(self, candidate: CandidateId) -> str:
        plan, words = self._context.desk.plan, self._context.language
        journeys = sum(each.candidate == candidate for each in plan.journeys.values())
        nights = sum(each.nights for each in plan.stays.values() if each.candidate == candidate)
        parts = (
            plan.candidates[candidate].name,
            words.count("{n} journey", "{n} journeys", journeys) if journeys else "",
            words.count("{n} night", "{n} nights", nights) if nights else "",
        )
        return " \u00b7 ".join(part for part in parts if part)

    def _item(self, piece: Piece) -> Item:
        verbs = _Verbs(self._context, self.line, piece.key)
        journey, leg, stay = piece.journey, piece.leg, piece.stay
        if journey is not None and leg is not None:
            both = journey.id, leg.id
            return Item(piece.key, piece.face, leg, lambda: verbs.leg_form(*both))
        if journey is not None:
            own = journey.id
            return Item(piece.key, piece.face, journey, lambda: verbs.journey_form(own))
        if stay is not None:
            place = stay.id
            return Item(piece.key, piece.face, stay, lambda: verbs.stay_form(place))
        return Item(piece.key, piece.face)

    def _add_journey(self, direction: Direction) -> None:
        candidate = self.page.candidate
        if candidate is None:
            return
        journey = draft_journey(self._context.desk.plan, candidate, direction)
        if self._context.desk.apply(AddRecords((journey,))):
            self.line.open(f"leg {journey.id} {journey.legs[0].id}")

    def _add_stay(self) -> None:
        candidate = self.page.candidate
        if candidate is None:
            return
        name = self._context.language.text("Hotel")
        stay = draft_stay(self._context.desk.plan, candidate, name)
        if self._context.desk.apply(AddRecords((stay,))):
            self.line.open(f"stay {stay.id}")

    def _on_changed(self, change: Change) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._is_stale = not change.is_empty or self._is_stale

    def _on_fix(self, edit: Edit) -> None:
        self._context.desk.apply(edit)

    def _connect(self) -> None:
        desk = self._context.desk
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._on_changed)
        desk.revealed.connect(self.reveal)
        self.line.opened.connect(self.page.bring_into_sight)
        self.page.candidate_chosen.connect(lambda _candidate: self._refresh())
        self.problems.fix_chosen.connect(self._on_fix)
        self.add_outbound.clicked.connect(lambda: self._add_journey(Direction.OUTBOUND))
        self.add_return.clicked.connect(lambda: self._add_journey(Direction.RETURN))
        self.add_stay.clicked.connect(self._add_stay)

    def _on_opened(self) -> None:
        self.line.show_items([])
        self._refresh()

    def _build(self) -> None:
        theme, text = self._context.theme, self._context.language.text
        for button in (self.add_outbound, self.add_return, self.add_stay):
            self.page.buttons.addWidget(button)
        self.page.middle.addWidget(self._empty, 4)
        self.page.middle.addWidget(self.line)
        self.page.middle.addStretch(1)
        section = Section(theme, text("Problems about travel"), self)
        section.add(self.problems)
        self.page.side.addWidget(section)
        self.page.side.addStretch(1)
        for page in (self.page, self._nobody):
            self.addWidget(page)

    def _made_empty(self) -> EmptyState:
        theme, text = self._context.theme, self._context.language.text
        empty = EmptyState(
            theme,
            "plane",
            text("No journey yet"),
            text("Add the way there, the way back and the hotel: the checks then watch the times."),
            self,
        )
        there = PrimaryButton(theme, text("Add the way there"), "plus")
        there.clicked.connect(lambda: self._add_journey(Direction.OUTBOUND))
        back = PlainButton(theme, text("Add the way back"), "plus")
        back.clicked.connect(lambda: self._add_journey(Direction.RETURN))
        empty.add_buttons([there, back])
        return empty


@dataclass(frozen=True, slots=True)
class _Verbs:
    """What the forms of one row can do."""

    context: Context
    line: RecordLine
    key: str

    def journey_form(self, journey: JourneyId) -> QWidget:
        return JourneyForm(
            self.context,
            lambda: self._add_leg(journey),
            lambda: self._apply(RemoveRecords(Journey, (journey,))),
            self._close,
        )

    def leg_form(self, journey: JourneyId, leg: LegId) -> QWidget:
        return LegForm(
            self.context,
            lambda: self._journey(journey),
            lambda: self._remove_leg(journey, leg),
            self._close,
        )

    def stay_form(self, stay: StayId) -> QWidget:
        remove = RemoveRecords(Stay, (stay,))
        return StayForm(self.context, lambda: self._apply(remove), self._close)

    def _journey(self, journey: JourneyId) -> Journey:
        return self.context.desk.plan.find(Journey, journey)

    def _add_leg(self, journey_id: JourneyId) -> None:
        plan, journey = self.context.desk.plan, self._journey(journey_id)
        leg = draft_leg(plan, journey)
        if self._apply(ReplaceRecord(replace(journey, legs=(*journey.legs, leg)))):
            self.line.open(f"leg {journey.id} {leg.id}")

    def _remove_leg(self, journey_id: JourneyId, leg: LegId) -> None:
        left = without_leg(self._journey(journey_id), leg)
        gone = RemoveRecords(Journey, (journey_id,))
        self._apply(ReplaceRecord(left) if left.legs else gone)

    def _apply(self, edit: Edit) -> bool:
        return self.context.desk.apply(edit)

    def _close(self) -> None:
        self.line.open("")
        self.line.row(self.key).head.setFocus()


def _is_travel(problem: Problem) -> bool:
    return problem.code.startswith(_CODE) or any(s.table in _TRAVEL for s in problem.subjects)
