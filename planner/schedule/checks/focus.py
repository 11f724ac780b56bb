"""Checks: a loop assesses what it must, and by people who can."""

from collections.abc import Iterable, Iterator, Sequence

from planner.domain.blocks import INTERVIEWING_ROLES
from planner.domain.ids import FocusAreaId, PersonId
from planner.domain.loops import Loop
from planner.domain.subjects import Subject
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.findings import Finding, on_block
from planner.schedule.checks.survey import Survey
from planner.schedule.coverage import coverage

_Demanded = tuple[Loop, FocusAreaId, int, int]
"""A focus area of a loop, how often it is assessed, and how often it must be."""


def area_not_covered(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find focus areas that a loop must assess and no block does."""
    for loop, area, times, wanted in survey.once(_demands, agenda):
        if times == 0:
            yield _lack(loop, area, times, wanted)


def area_covered_too_seldom(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find focus areas that a loop assesses, but fewer times than it must."""
    for loop, area, times, wanted in survey.once(_demands, agenda):
        if 0 < times < wanted:
            yield _lack(loop, area, times, wanted)


def area_outside_panel(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find focus areas that nobody on the panel assesses, when all of them say what they do."""
    people = survey.plan.people.values()
    known = {person.id: frozenset(person.focus_areas) for person in people if person.focus_areas}
    for entry in entries if known else ():
        wanted = entry.block.focus_areas
        panel = _panel(survey, entry) if wanted else ()
        outside = _outside(wanted, [known.get(person) for person in panel])
        if outside:
            areas = tuple(Subject("focus_areas", area) for area in outside)
            named = tuple(Subject("people", person) for person in panel)
            yield on_block(survey, entry, *areas, areas=areas, people=named)


def _outside(
    wanted: Sequence[FocusAreaId], panel: Sequence[frozenset[FocusAreaId] | None]
) -> Sequence[FocusAreaId]:
    """Return what nobody assesses; nothing where there is nobody, or somebody does not say."""
    if not panel:
        return ()
    left = wanted
    for areas in panel:
        if areas is None or areas.issuperset(left):
            return ()
        left = [area for area in left if area not in areas]
    return left


def _demands(survey: Survey, agenda: Agenda) -> Sequence[_Demanded]:
    loops = [loop for loop in agenda.plan.loops.values() if loop.demands]
    covered = coverage(survey.plan) if loops else {}
    found: list[_Demanded] = []
    for loop in loops:
        assessed = covered.get(loop.id, {})
        wanted: dict[FocusAreaId, int] = {}
        for demand in loop.demands:
            wanted[demand.focus_area] = max(demand.times, wanted.get(demand.focus_area, 0))
        for area, times in wanted.items():
            found.append((loop, area, len(assessed.get(area, ())), times))
    return found


def _lack(loop: Loop, area: FocusAreaId, times: int, wanted: int) -> Finding:
    subject, focus_area = Subject("loops", loop.id), Subject("focus_areas", area)
    facts = {
        "loop": subject,
        "area": focus_area,
        "candidate": Subject("candidates", loop.candidate),
        "times": times,
        "wanted": wanted,
    }
    return Finding((subject, focus_area), facts)


def _panel(survey: Survey, entry: Entry) -> Sequence[PersonId]:
    attending = survey.attending[entry.index]
    return [person for person, role in attending.items() if role in INTERVIEWING_ROLES]
