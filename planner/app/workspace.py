"""The workspace: the open plan. The only way to change it, with undo; each change is saved at once."""

from collections.abc import Callable
from dataclasses import replace

from planner.app.changes import Cause, Change, change_between
from planner.app.clock import Clock
from planner.app.history import History, Restore, Step
from planner.app.merging import clashes
from planner.app.sources import Source
from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.store.base import StalePlan

Listener = Callable[[Change], None]

_TRIES = 20  # saves by others that may come between; each has to win the same race again


class Conflict(PlannerError):
    """An edit was not made, because others changed the same meanwhile. Nothing is lost.

    The others' plan is open now; ``mine`` is what the edit would have made of the plan before, and
    can be saved as a copy. Facts: ``records``, the subjects in question.
    """

    code = "conflict"

    def __init__(self, edit: Edit, mine: Plan, **facts: object) -> None:
        super().__init__(**facts)
        self.edit = edit
        self.mine = mine


class Workspace:
    """One open plan, whose saved state and state in memory are the same after every step."""

    def __init__(self, source: Source, plan: Plan, clock: Clock) -> None:
        """Hold the plan that ``source`` has just loaded or saved."""
        self._source = source
        self._plan = plan
        self._clock = clock
        self._history = History()
        self._listeners: list[Listener] = []

    @property
    def plan(self) -> Plan:
        """Return the plan as it is now."""
        return self._plan

    @property
    def name(self) -> str:
        """Return the name of the file that is changed in place; empty for the library's plans."""
        return self._source.name

    @property
    def undoable(self) -> Step | None:
        """Return the step that would be undone next."""
        return self._history.undoable

    @property
    def redoable(self) -> Step | None:
        """Return the step that would be made again next."""
        return self._history.redoable

    def preview(self, edit: Edit) -> Plan:
        """Return what an edit would make of the plan, without making it.

        Raises:
            PlannerError: the edit does not fit.
        """
        return edit.apply(self._plan)

    def apply(self, edit: Edit, origin: str = "") -> Change:
        """Make an edit, save it, tell all listeners, and return what changed.

        An edit that changes nothing leaves no step and is not saved.

        Raises:
            PlannerError: the edit does not fit, or cannot be saved; nothing has changed.
            Conflict: others changed the same meanwhile; their plan is open now.
        """
        before, change = self._commit(edit, Cause.EDIT, origin)
        if not change.is_empty:
            self._history.record(Step(edit, before, self._plan))
        self._tell(change)
        return change

    def undo(self, origin: str = "") -> Change | None:
        """Take back the last step, but nothing that others have done since.

        Raises:
            Conflict, PlannerError: as for `apply`; the step can still be undone.
        """
        step = self._history.undoable
        if step is None:
            return None
        return self._restore(step.after, step.before, Cause.UNDO, origin)

    def give_up_undo(self) -> None:
        """Forget the step that would be undone next, where others have made that impossible."""
        if self._history.undoable is not None:
            self._history.forget_undoable()

    def redo(self, origin: str = "") -> Change | None:
        """Make the step that was undone last once more.

        Raises:
            Conflict, PlannerError: as for `apply`; the step can still be redone.
        """
        step = self._history.redoable
        if step is None:
            return None
        return self._restore(step.before, step.after, Cause.REDO, origin)

    def refresh(self) -> Change | None:
        """Take over what others have saved; cheap where nobody has, so it can be asked often.

        Raises:
            PlannerError: the plan is gone or cannot be read; the one in memory stays open.
        """
        return self._adopt() if self._source.has_changed() else None

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every change from now on; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _restore(self, start: Plan, end: Plan, cause: Cause, origin: str) -> Change:
        """Take the plan to the other side of a step, and only then the history with it."""
        _, change = self._commit(Restore(start, end), cause, origin)
        if cause is Cause.UNDO:
            self._history.step_back()
        else:
            self._history.step_forward()
        self._tell(change)
        return change

    def _commit(self, edit: Edit, cause: Cause, origin: str) -> tuple[Plan, Change]:
        """Return the plan to which the edit was made in the end, and the change."""
        base = self._plan
        mine = edit.apply(base)
        change = change_between(base, mine, cause, origin)
        if change.is_empty:
            return base, change
        try:
            self._save(mine)
        except StalePlan:
            theirs = self._make_again(edit, base, mine)
            return theirs, change_between(theirs, self._plan, cause, origin)
        return base, change

    def _make_again(self, edit: Edit, base: Plan, mine: Plan) -> Plan:
        """Make an edit on the plan that others have saved meanwhile; return that plan.

        Raises:
            Conflict: it does not fit any more, or one of the changes would be lost.
        """
        for _ in range(_TRIES):
            self._adopt()
            theirs = self._plan
            result = _replayed(edit, base, mine, theirs)
            try:
                self._save(result)
            except StalePlan:
                continue
            return theirs
        raise Conflict(edit, mine, records=())

    def _save(self, plan: Plan) -> None:
        stamped = replace(plan, changed=self._clock.now())
        self._source.save(stamped)
        self._plan = stamped

    def _adopt(self) -> Change:
        before, self._plan = self._plan, self._source.load()
        change = change_between(before, self._plan, Cause.ELSEWHERE)
        self._tell(change)
        return change

    def _tell(self, change: Change) -> None:
        if not change.is_empty:
            for listener in tuple(self._listeners):
                listener(change)


def _replayed(edit: Edit, base: Plan, mine: Plan, theirs: Plan) -> Plan:
    try:
        result = edit.apply(theirs)
    except PlannerError as error:
        raise Conflict(edit, mine, records=()) from error
    in_question = clashes(base, mine, theirs, result)
    if in_question:
        raise Conflict(edit, mine, records=in_question)
    return result
