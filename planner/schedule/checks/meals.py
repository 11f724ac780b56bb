"""Checks: on a long day a candidate eats, in time, in peace and in company."""

from collections.abc import Iterable, Iterator
from typing import Any

from planner.domain.blocks import SeatRole
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry
from planner.schedule.checks.findings import Finding, end_of, on_block
from planner.schedule.checks.noon import Noon
from planner.schedule.checks.survey import Day, Survey


def meal_outside_window(survey: Survey, days: Iterable[Day]) -> Iterator[Finding]:
    """Find lunches outside the window on days that have none inside it.

    Breakfast and dinner lie before and after all meetings, and are not meant.
    """
    for day in days:
        noon = survey.once(Noon, day)
        if noon.meals and not noon.timely and noon.is_busy:
            for entry in noon.lunches:
                yield _on_meal(survey, day, entry, **_window(survey))


def meal_without_host(survey: Survey, days: Iterable[Day]) -> Iterator[Finding]:
    """Find lunches on site at which nobody meets the candidate, and meals whose host is not named.

    A meal of several candidates is told once, with the first of them.
    """
    if not survey.policy.needs_meal_host:
        return
    for day in days:
        noon = survey.once(Noon, day)
        for entry in noon.meals:
            is_told_elsewhere = entry.block.candidates[0] != day.candidate
            if is_told_elsewhere or survey.attending[entry.index]:
                continue
            if _awaits_host(survey, entry) or (day.is_on_site and entry in noon.lunches):
                yield _on_meal(survey, day, entry)


def no_meal(survey: Survey, days: Iterable[Day]) -> Iterator[Finding]:
    """Find long days over noon without anything to eat."""
    for day in days:
        noon = survey.once(Noon, day)
        if noon.needs_meal and not noon.lunches:
            first = noon.attended[0]
            candidate = Subject("candidates", day.candidate)
            start, end = noon.shown(first.timebox.start), noon.shown(end_of(noon.last))
            told = {"candidate": candidate, "start": start, "end": end, **_window(survey)}
            yield on_block(survey, first, candidate, **told)


def meal_is_interview(survey: Survey, days: Iterable[Day]) -> Iterator[Finding]:
    """Find long days over noon on which the candidate is interviewed while they eat."""
    for day in days:
        noon = survey.once(Noon, day)
        is_fed = noon.needs_meal and bool(noon.lunches)
        if is_fed and not any(survey.is_rest[entry.index] for entry in noon.lunches):
            yield _on_meal(survey, day, noon.lunches[0], least=survey.policy.meal_minimum)


def _window(survey: Survey) -> dict[str, Any]:
    return {"opens": survey.policy.meal_window_start, "closes": survey.policy.meal_window_end}


def _awaits_host(survey: Survey, entry: Entry) -> bool:
    empty = survey.seating.empty.get(entry.index, ())
    return any(seat.role is SeatRole.HOST for seat in empty)


def _on_meal(survey: Survey, day: Day, entry: Entry, **facts: Any) -> Finding:
    candidate = Subject("candidates", day.candidate)
    start, end = entry.timebox.start, end_of(entry)
    told = {"candidate": candidate, "start": start, "end": end, **facts}
    return on_block(survey, entry, candidate, **told)
