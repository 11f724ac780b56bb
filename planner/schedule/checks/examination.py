"""Examination of a plan: runs the rules, once for all or again where something changed."""

from collections import defaultdict
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
from planner.schedule.network import Network
from planner.schedule.projection import Projection, project

_Source = Agenda | Network | Projection
"""What a plan can be read as, with less or more of the work done."""

_FOR_ALL = ("policy", "office", "coordinator", "candidates", "people", "offices", "rooms")
"""What checks of every scope read. A change of these leaves nothing of an earlier result."""

_TRACKS = {Scope.CANDIDATE: "candidates", Scope.PERSON: "people", Scope.ROOM: "rooms"}
"""Which tracks checks of a scope look at."""

_SAME_MATTER: Mapping[str, frozenset[str]] = {
    "BRK-211": frozenset({"BRK-206", "BRK-207"}),
    "BRK-212": frozenset({"BRK-206", "BRK-207"}),
    "PRJ-101": frozenset({"CLS-101", "CLS-102", "CLS-103"}),
    "PRJ-103": frozenset({"TRV-102", "TRV-106"}),
}
"""Problems of a projection, and those of the plan that say the same of the same records."""

_RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan and its problems: those that are open, and those that somebody lives with.

    Both are sorted: errors before warnings before hints, then along the time (problems that belong
    to no time come last), then by code and subjects. ``found`` holds them all by scope. What both
    the plan and its projection say of the same records is only in ``found`` twice.
    """

    plan: Plan
    found: Mapping[Scope, Sequence[Problem]]
    open: tuple[Problem, ...]
    ignored: tuple[Problem, ...]


def check(plan: Plan) -> tuple[Problem, ...]:
    """Return the open problems of a plan, sorted as in `Checked`."""
    return examine(plan).open


def examine(plan: Plan, prepared: _Source | None = None) -> Checked:
    """Run every check, those of a projection on the plan as it is.

    ``prepared`` is the plan's own agenda, network or projection, for those who have one already;
    a projection must be that of the plan as it is.
    """
    survey, network = _prepared(plan, prepared)
    found = {scope: _run(survey, scope, units) for scope, units in _units(survey).items()}
    return _checked(plan, {**found, Scope.PROJECTION: _as_planned(survey, network)})


def recheck(before: Checked, plan: Plan, prepared: _Source | None = None) -> Checked:
    """Return what `examine` would, running checks only where something changed since ``before``."""
    if any(_differ(getattr(before.plan, name), getattr(plan, name)) for name in _FOR_ALL):
        return examine(plan, prepared)
    survey, network = _prepared(plan, prepared)
    touched = _touched(before.plan, plan)
    units = _touched_units(survey, touched)
    found: dict[Scope, Sequence[Problem]] = {
        Scope.PLAN: _run(survey, Scope.PLAN, survey.agenda),
        Scope.PROJECTION: _as_planned(survey, network),
    }
    for scope, subjects in touched.items():
        kept = [p for p in before.found[scope] if _owner(scope, p) not in subjects]
        found[scope] = kept + _run(survey, scope, units[scope])
    return _checked(plan, found)


def projection_problems(projection: Projection) -> tuple[Problem, ...]:
    """Return which promises of its plan a projection breaks, without those that are ignored.

    They are sorted like those of `check`, among which they are where nothing holds the plan up.
    """
    survey = Survey(projection.agenda)
    return _checked(survey.plan, {Scope.PROJECTION: _projected(survey, projection)}).open


def problems_of(problems: Iterable[Problem], subject: Subject) -> tuple[Problem, ...]:
    """Return the problems that a record has a part in, in the order in which they come.

    The window's inspector asks it about the record that it shows.
    """
    return tuple(problem for problem in problems if subject in problem.subjects)


def _prepared(plan: Plan, prepared: _Source | None) -> tuple[Survey, _Source]:
    """Return a survey of a plan, and what can be projected with the least work."""
    source = prepared or Agenda(plan)
    return Survey(source if isinstance(source, Agenda) else source.agenda), source


def _as_planned(survey: Survey, source: _Source) -> list[Problem]:
    """Return which promises the plan breaks as it is.

    Only what overlaps holds others up, so nothing is projected where nothing does.
    """
    if not survey.crowded:
        return []
    return _projected(survey, source if isinstance(source, Projection) else project(source))


def _projected(survey: Survey, projection: Projection) -> list[Problem]:
    return [p for rule in PROJECTION_RULES for p in rule.problems(survey, projection)]


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
    problems = sorted(_told_once(found), key=_order)
    ignored = {entry.key for entry in plan.ignored}
    return Checked(
        plan,
        found,
        tuple(p for p in problems if not ignored or p.key not in ignored),
        tuple(p for p in problems if ignored and p.key in ignored),
    )


def _told_once(found: Mapping[Scope, Sequence[Problem]]) -> Iterable[Problem]:
    """Return all problems; of what plan and projection say alike only the worse, or the plan's."""
    projected = found[Scope.PROJECTION]
    planned = [p for scope, group in found.items() if scope is not Scope.PROJECTION for p in group]
    if not projected:
        return planned
    about: dict[Subject, list[Problem]] = defaultdict(list)
    for problem in planned:
        about[problem.subjects[0]].append(problem)
    hidden: set[str] = set()
    for problem in projected:
        same = _same_matter(problem, about[problem.subjects[0]])
        is_worse = any(_RANKS[problem.severity] < _RANKS[other.severity] for other in same)
        hidden |= {other.key for other in same} if is_worse or not same else {problem.key}
    return [problem for problem in (*planned, *projected) if problem.key not in hidden]


def _same_matter(projected: Problem, planned: Iterable[Problem]) -> Sequence[Problem]:
    """Return what the plan's own checks say of the same block, if it is about everybody concerned."""
    codes = _SAME_MATTER.get(projected.code, frozenset())
    same = [problem for problem in planned if problem.code in codes]
    concerned = {subject for problem in same for subject in problem.subjects}
    return same if concerned.issuperset(projected.subjects) else ()


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
