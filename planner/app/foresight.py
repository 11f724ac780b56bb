"""Foresight: what an edit would do, asked many times a second while somebody drags; makes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.problems import SEVERITIES, Problem, Severity
from planner.domain.sequences import rest_minimum
from planner.schedule.checks.examination import Checked, examine, recheck
from planner.schedule.projection import Projection, project
from planner.schedule.slack import Slack, slacks


@dataclass(frozen=True, slots=True)
class RestChange:
    """A rest that would have less time than now, as projected, and its minimum."""

    block: BlockId
    before: timedelta
    after: timedelta
    minimum: timedelta

    @property
    def is_kept(self) -> bool:
        """Say whether it would still have its minimum."""
        return self.after >= self.minimum


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an edit would do. ``plan`` is what it would make, None where it would be refused.

    Problems are compared by their key, in the order of `Checked`. ``moved`` are the blocks that
    would have another timebox or come new, in order of their new start, those without a time last.
    ``slack`` is that of the first of them.
    """

    plan: Plan | None
    refusal: PlannerError | None = None
    new_problems: tuple[Problem, ...] = ()
    gone_problems: tuple[Problem, ...] = ()
    moved: tuple[BlockId, ...] = ()
    rests: tuple[RestChange, ...] = ()
    slack: Slack | None = None

    @property
    def severity(self) -> Severity | None:
        """Return how bad the worst of it would be; a refusal is an error, a rest cut too far a warning."""
        found = [problem.severity for problem in self.new_problems]
        if self.refusal is not None:
            found.append(Severity.ERROR)
        if any(not rest.is_kept for rest in self.rests):
            found.append(Severity.WARNING)
        return min(found, key=SEVERITIES.index, default=None)


class Foresight:
    """Looks ahead from one plan. Made when a gesture begins, thrown away when it ends.

    At 500 blocks one look takes some milliseconds; the same edit asked again costs nothing.
    """

    def __init__(self, plan: Plan, checked: Checked | None = None) -> None:
        """Look ahead from ``plan``; ``checked`` is what is known of it, or of one before it."""
        self._plan = plan
        self._projection = project(plan)
        self._checked = _checked(plan, checked, self._projection)
        self._known = frozenset(problem.key for problem in self._checked.open)
        self._last: tuple[Edit, Outlook] | None = None

    def of(self, edit: Edit) -> Outlook:
        """Return what the edit would do to the plan."""
        if self._last is None or self._last[0] != edit:
            self._last = edit, self._look(edit)
        return self._last[1]

    def _look(self, edit: Edit) -> Outlook:
        try:
            plan = edit.apply(self._plan)
        except PlannerError as refusal:
            return Outlook(None, refusal)
        projection = project(plan)
        found = recheck(self._checked, plan, projection).open
        left = frozenset(problem.key for problem in found)
        moved = _moved(self._plan, projection)
        return Outlook(
            plan=plan,
            new_problems=tuple(p for p in found if p.key not in self._known),
            gone_problems=tuple(p for p in self._checked.open if p.key not in left),
            moved=moved,
            rests=tuple(_shortened(self._projection, projection)),
            slack=_slack(projection, moved),
        )


def _checked(plan: Plan, known: Checked | None, prepared: Projection) -> Checked:
    if known is None:
        return examine(plan, prepared)
    return known if known.plan is plan else recheck(known, plan, prepared)


def _moved(before: Plan, after: Projection) -> tuple[BlockId, ...]:
    agenda = after.agenda
    scheduled = (entry.block for entry in agenda.entries)
    return tuple(
        block.id
        for block in (*scheduled, *agenda.unscheduled)
        if (old := before.blocks.get(block.id)) is not block
        and (old is None or old.timebox != block.timebox)
    )


def _shortened(before: Projection, after: Projection) -> Iterator[RestChange]:
    policy, earlier = after.agenda.plan.policy, before.agenda.by_block
    for entry in after.agenda.entries:
        if after.network.behaviours[entry.index].minimum is None:
            continue
        old = earlier.get(entry.block.id)
        if old is not None:
            had, has = _length(before, old.index), _length(after, entry.index)
            if has < had:
                yield RestChange(entry.block.id, had, has, rest_minimum(entry.block, policy))


def _length(projection: Projection, index: int) -> timedelta:
    run = projection.run
    return timedelta(seconds=run.ends[index] - run.starts[index])


def _slack(projection: Projection, moved: tuple[BlockId, ...]) -> Slack | None:
    """Return the slack of the first moved block; those without a time come last and have none."""
    if not moved or moved[0] not in projection.agenda.by_block:
        return None
    return slacks(projection).block(moved[0])
