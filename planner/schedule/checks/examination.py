"""Examination of a plan: runs the rules, once for all or again where something changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.domain.blocks import Block
from planner.domain.ids import BlockId, CandidateId
from planner.domain.plan import EPOCH, Plan
from planner.domain.problems import SEVERITIES, Problem
from planner.domain.subjects import Subject
from planner.schedule.agenda import Agenda
from planner.schedule.checks.rule import Rule, Scope
from planner.schedule.checks.rules import PROJECTION_RULES, RULES
from planner.schedule.checks.survey import Survey
from planner.schedule.projection import Projection

_FOR_ALL = ("policy", "office", "coordinator", "candidates", "people", "offices", "rooms")
"""What checks of every scope read. A change of these leaves nothing of an earlier result."""

_TRACKS = {Scope.CANDIDATE: "candidates", Scope.PERSON: "people", Scope.ROOM: "rooms"}
"""Which tracks checks of a scope look at."""

_RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan and its problems: those that are open, and those that somebody lives with.

    Both are sorted: errors before warnings before hints, then along the time (problems that belong
    to no time come last), then by code and subjects. ``found`` holds them all by scope.
    """

    plan: Plan
    found: Mapping[Scope, Sequence[Problem]]
    open: tuple[Problem, ...]
    ignored: tuple[Problem, ...]


def check(plan: Plan) -> tuple[Problem, ...]:
    """Return the open problems of a plan, sorted as in `Checked`."""
    return examine(plan).open


def examine(plan: Plan, agenda: Agenda | None = None) -> Checked:
    """Run every check; ``agenda`` is the plan's own, for those who have one already."""
    survey = Survey(agenda or Agenda(plan))
    units = _units(survey)
    return _checked(
        plan, {scope: _run(survey, scope, looked_at) for scope, looked_at in units.items()}
    )


def recheck(before: Checked, plan: Plan, agenda: Agenda | None = None) -> Checked:
    """Return what `examine` would, running checks only where something changed since ``before``."""
    if any(_differ(getattr(before.plan, name), getattr(plan, name)) for name in _FOR_ALL):
        return examine(plan, agenda)
    survey = Survey(agenda or Agenda(plan))
    touched = _touched(before.plan, plan)
    units = _touched_units(survey, touched)
    found: dict[Scope, Sequence[Problem]] = {Scope.PLAN: _run(survey, Scope.PLAN, survey.agenda)}
    for scope, subjects in touched.items():
        kept = [p for p in before.found[scope] if _owner(scope, p) not in subjects]
        found[scope] = kept + _run(survey, scope, units[scope])
    return _checked(plan, found)


def projection_problems(projection: Projection) -> tuple[Problem, ...]:
    """Return which promises of its plan a projection breaks, without those that are ignored.

    They come beside those of `check`, and are sorted like them.
    """
    survey = Survey(projection.agenda)
    problems = [p for rule in PROJECTION_RULES for p in rule.problems(survey, projection)]
    return _checked(survey.plan, {Scope.PROJECTION: problems}).open


def problems_of(problems: Iterable[Problem], subject: Subject) -> tuple[Problem, ...]:
    """Return the problems that a record has a part in, in the order in which they come."""
    return tuple(problem for problem in problems if subject in problem.subjects)


def by_subject(problems: Iterable[Problem]) -> Mapping[Subject, Sequence[Problem]]:
    """Return the problems by each record that has a part in them."""
    found: dict[Subject, list[Problem]] = {}
    for problem in problems:
        for subject in problem.subjects:
            found.setdefault(subject, []).append(problem)
    return found


def _units(survey: Survey) -> Mapping[Scope, Any]:
    """Return everything that a check of each scope looks at."""
    tracks = survey.agenda.tracks
    by_table = {
        scope: [track for track in tracks if track.subject.table == table]
        for scope, table in _TRACKS.items()
    }
    whole = {Scope.BLOCK: survey.agenda.entries, Scope.DAY: survey.days, Scope.PLAN: survey.agenda}
    return {**by_table, **whole}


def _run(survey: Survey, scope: Scope, units: Any) -> list[Problem]:
    rules: Iterable[Rule] = (rule for rule in RULES if rule.scope is scope)
    return [problem for rule in rules for problem in rule.problems(survey, units)]


def _checked(plan: Plan, found: Mapping[Scope, Sequence[Problem]]) -> Checked:
    problems = sorted((p for group in found.values() for p in group), key=_order)
    ignored = {entry.key for entry in plan.ignored}
    return Checked(
        plan,
        found,
        tuple(p for p in problems if not ignored or p.key not in ignored),
        tuple(p for p in problems if ignored and p.key in ignored),
    )


def _order(problem: Problem) -> tuple[object, ...]:
    when = EPOCH if problem.when is None else problem.when
    ids = [subject.id for subject in problem.subjects]
    return (_RANKS[problem.severity], problem.when is None, when, problem.code, ids)


def _differ(before: object, after: object) -> bool:
    return before is not after and before != after


def _touched(before: Plan, after: Plan) -> Mapping[Scope, set[Subject]]:
    """Return by scope what blocks that differ between the plans are about, or were."""
    touched: dict[Scope, set[Subject]] = {Scope.BLOCK: set(), Scope.CANDIDATE: set()}
    touched |= {Scope.PERSON: set(), Scope.ROOM: set()}
    for block in _changed_blocks(before.blocks, after.blocks):
        touched[Scope.BLOCK].add(Subject("blocks", block.id))
        touched[Scope.CANDIDATE] |= {Subject("candidates", c) for c in block.candidates}
        touched[Scope.PERSON] |= {Subject("people", person) for person in block.people}
        if block.room is not None:
            touched[Scope.ROOM].add(Subject("rooms", block.room))
    touched[Scope.DAY] = touched[Scope.CANDIDATE]
    return touched


def _changed_blocks(
    before: Mapping[BlockId, Block], after: Mapping[BlockId, Block]
) -> Iterator[Block]:
    if before is after:
        return
    for block_id in before.keys() | after.keys():
        old, new = before.get(block_id), after.get(block_id)
        if _differ(old, new):
            yield from (block for block in (old, new) if block is not None)


def _touched_units(survey: Survey, touched: Mapping[Scope, set[Subject]]) -> Mapping[Scope, Any]:
    agenda = survey.agenda
    tracks = {
        scope: [track for track in agenda.tracks if track.subject in touched[scope]]
        for scope in _TRACKS
    }
    blocks = {BlockId(subject.id) for subject in touched[Scope.BLOCK]}
    candidates = {CandidateId(subject.id) for subject in touched[Scope.DAY]}
    return {
        **tracks,
        Scope.BLOCK: [entry for entry in agenda.entries if entry.block.id in blocks],
        Scope.DAY: [day for day in survey.days if day.candidate in candidates],
    }


def _owner(scope: Scope, problem: Problem) -> Subject:
    return problem.subjects[0 if scope is Scope.BLOCK else -1]
