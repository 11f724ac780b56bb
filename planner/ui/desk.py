"""The desk: the open plan as the window sees it, with the shown day and the selection."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal

from planner.app.changes import Cause, Change
from planner.app.history import Step
from planner.app.workspace import Conflict, Workspace
from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.formats.wording.edits import label
from planner.formats.wording.language import Language
from planner.formats.wording.refusals import refusal
from planner.schedule.agenda import Agenda
from planner.schedule.checks.examination import Checked
from planner.schedule.network import Network
from planner.schedule.projection import Projection
from planner.schedule.slack import Slacks
from planner.ui.derived import Derived
from planner.ui.messages import Messages, Offer, Tone


class Desk(QObject):
    """Holds the open plan. Widgets read from it, change the plan through it, and hear from it.

    ``opened``: another plan is open, or none. ``changed``: the open plan is another value; the
    `Change` names what differs, everything derived is new already. ``selected``, ``day_shown`` and
    ``revealed`` are about what the window shows.
    """

    opened = Signal()
    changed = Signal(object)
    selected = Signal(object)
    day_shown = Signal(object)
    revealed = Signal(object)

    def __init__(
        self, language: Language, messages: Messages, keep_copy: Callable[[Plan], object]
    ) -> None:
        """Clear a desk; ``keep_copy`` saves a plan that an edit of others has overtaken."""
        super().__init__()
        self.language = language
        self._keep_copy = keep_copy
        self._messages = messages
        self._workspace: Workspace | None = None
        self._stop_listening: Callable[[], None] = lambda: None
        self._derived: Derived | None = None
        self._selection: tuple[BlockId, ...] = ()
        self._day: date | None = None

    @property
    def is_open(self) -> bool:
        """Say whether a plan is open."""
        return self._workspace is not None

    @property
    def workspace(self) -> Workspace:
        """Return the open plan's workspace.

        Raises:
            LookupError: no plan is open.
        """
        if self._workspace is None:
            raise LookupError("no plan is open")
        return self._workspace

    @property
    def plan(self) -> Plan:
        """Return the open plan; raises ``LookupError`` where none is."""
        return self.workspace.plan

    @property
    def agenda(self) -> Agenda:
        """Return the agenda of the open plan."""
        return self._current.agenda

    @property
    def network(self) -> Network:
        """Return the network of the open plan."""
        return self._current.network

    @property
    def projection(self) -> Projection:
        """Return the projection of the open plan."""
        return self._current.projection

    @property
    def slacks(self) -> Slacks:
        """Return the slack of the open plan's blocks."""
        return self._current.slacks

    @property
    def checked(self) -> Checked:
        """Return the problems of the open plan."""
        return self._current.checked

    @property
    def selection(self) -> tuple[BlockId, ...]:
        """Return the selected blocks, in the order in which they were selected."""
        return self._selection

    @property
    def day(self) -> date | None:
        """Return the local date that is shown."""
        return self._day

    @property
    def days(self) -> tuple[date, ...]:
        """Return the local dates on which something happens."""
        return tuple(sorted(set(self.agenda.dates)))

    @property
    def undo_label(self) -> str:
        """Return what would be undone, as a text; empty where nothing can be."""
        return self._label(self._workspace.undoable if self._workspace is not None else None)

    @property
    def redo_label(self) -> str:
        """Return what would be made again, as a text; empty where nothing can be."""
        return self._label(self._workspace.redoable if self._workspace is not None else None)

    def open(self, workspace: Workspace) -> None:
        """Put another plan on the desk; the one before is saved already."""
        self._stop_listening()
        self._workspace = workspace
        self._stop_listening = workspace.listen(self._on_changed)
        self._derived = None
        self._selection = ()
        self._day = next(iter(self._nearest_days()), None)
        self.opened.emit()

    def close(self) -> None:
        """Clear the desk."""
        self._stop_listening()
        self._stop_listening = lambda: None
        self._workspace, self._derived, self._selection, self._day = None, None, (), None
        self.opened.emit()

    def apply(self, edit: Edit, origin: str = "") -> bool:
        """Make an edit; say why where it is refused, and return whether it was made."""
        return self._carry_out(lambda: self.workspace.apply(edit, origin))

    def undo(self) -> bool:
        """Take back the last step; say why where that is refused."""
        return self._carry_out(self.workspace.undo, may_give_up=True)

    def redo(self) -> bool:
        """Make the step that was undone last once more; say why where that is refused."""
        return self._carry_out(self.workspace.redo)

    def refresh(self) -> None:
        """Take over what other windows have saved; cheap, so that a timer can ask often."""
        if self._workspace is not None:
            self._carry_out(self._workspace.refresh)

    def select(self, blocks: Iterable[BlockId]) -> None:
        """Select these blocks and no others."""
        chosen = tuple(dict.fromkeys(blocks))
        if chosen != self._selection:
            self._selection = chosen
            self.selected.emit(chosen)

    def show_day(self, day: date) -> None:
        """Show another day; what is selected on other days stays selected."""
        if day != self._day:
            self._day = day
            self.day_shown.emit(day)

    def reveal(self, subject: Subject) -> None:
        """Show a record: a block on its day, selected; others where the window shows them."""
        if subject.table == "blocks" and subject.id in self.plan.blocks:
            block = self.plan.block(BlockId(subject.id))
            if block.timebox is not None:
                self.show_day(block.timebox.start.day)
            self.select((block.id,))
        self.revealed.emit(subject)

    @property
    def _current(self) -> Derived:
        if self._derived is None:
            self._derived = Derived(self.plan)
        return self._derived

    def _label(self, step: Step | None) -> str:
        """Return what a step does, as seen from the plan before it."""
        return label(step.edit, step.before, self.language) if step is not None else ""

    def _nearest_days(self) -> tuple[date, ...]:
        """Return the days, the fullest one first: it is the interview day."""
        dates = self.agenda.dates
        return tuple(sorted(set(dates), key=lambda day: (-dates.count(day), day)))

    def _on_changed(self, change: Change) -> None:
        before = self._derived
        had_blocks = before is None or self._day in before.agenda.dates
        self._derived = Derived(self.plan, before.checked if before is not None else None)
        kept = tuple(block for block in self._selection if block in self.plan.blocks)
        is_emptied = had_blocks and self._day not in self.days and bool(self.days)
        if is_emptied and change.cause is not Cause.EDIT:
            self._day = self.days[0]
        if change.cause is not Cause.ELSEWHERE:
            self._messages.settle()
        self.changed.emit(change)
        self.select(kept)

    def _carry_out(self, step: Callable[[], object], *, may_give_up: bool = False) -> bool:
        try:
            step()
        except Conflict as conflict:
            self._tell_conflict(conflict, may_give_up=may_give_up)
            return False
        except PlannerError as error:
            plan = self.plan if self.is_open else None
            self._messages.say(refusal(error, self.language, plan), Tone.ERROR)
            return False
        return True

    def _tell_conflict(self, conflict: Conflict, *, may_give_up: bool) -> None:
        """Say which records others have changed; nobody's work may be lost over it."""
        if may_give_up:
            offer = Offer(self.language.text("Skip this step"), self.workspace.give_up_undo)
        else:
            keep = self.language.text("Save mine as a copy")
            offer = Offer(keep, lambda: self._carry_out(lambda: self._keep_copy(conflict.mine)))
        self._messages.say(refusal(conflict, self.language, self.plan), Tone.ERROR, (offer,))
