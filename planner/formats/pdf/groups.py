"""Whom somebody meets only within a group: one sheet for all of them, not a sheet for each."""

from collections.abc import Sequence
from dataclasses import replace

from planner.formats.itinerary.content import Day, Row
from planner.formats.wording.language import Language

_LEAST_GROUP = 3

_Told = tuple[str, tuple[str, ...]]


def gathered(days: Sequence[Day], language: Language) -> list[Day]:
    """Return the days, those of one date put together whose own rows are all with groups.

    A group has three candidates or more. What holds for some of them only is told with their
    names; what they do elsewhere is left out.
    """
    found: list[Day] = []
    for day in days:
        group = [other for other in days if _is_beside(day, other) and _is_of_group(other)]
        if len(group) <= 1 or not _is_of_group(day):
            found.append(day)
        elif day is group[0]:
            everybody = [other for other in days if _is_beside(day, other)]
            found.append(_shared(group, everybody, language))
    return found


def _is_beside(day: Day, other: Day) -> bool:
    return (day.day, day.zone_line) == (other.day, other.zone_line)


def _is_of_group(day: Day) -> bool:
    sizes = [len(row.cells.candidates) for row in day.rows if row.is_own]
    return bool(day.subject and sizes) and min(sizes) >= _LEAST_GROUP


def _shared(group: Sequence[Day], everybody: Sequence[Day], language: Language) -> Day:
    """Return a day that is about nobody alone."""
    rows = {_place(row): row for day in reversed(group) for row in day.rows if row.is_own}
    told: dict[object, list[_Told]] = {place: [] for place in rows}
    for day in everybody:
        for row in day.rows:
            if _place(row) in told:
                told[_place(row)].append((day.subject if day in group else "", row.lines))
    return replace(
        group[0],
        subject="",
        rows=tuple(
            replace(row, lines=_joined(told[place], language))
            for place, row in sorted(rows.items(), key=lambda item: item[1].start.instant)
        ),
        about=_joined([(day.subject, day.about) for day in group], language),
        summary="",
        glance="",
        strip=(),
    )


def _place(row: Row) -> object:
    """Return what the rows of a block have in common, whoever's day they stand in."""
    return row.is_own, row.start.instant, row.times, row.headline, row.place, row.cells


def _joined(told: Sequence[_Told], language: Language) -> tuple[str, ...]:
    """Return each line once, behind the names of those for whom it holds unless that is all.

    Those without a name here are told on a sheet of their own.
    """
    named: dict[str, list[str]] = {}
    for name, lines in told:
        for line in dict.fromkeys(lines):
            named.setdefault(line, []).append(name)
    return tuple(
        line if len(whom) == len(told) else f"{language.join(list(filter(None, whom)))}: {line}"
        for line, whom in named.items()
        if any(whom)
    )
