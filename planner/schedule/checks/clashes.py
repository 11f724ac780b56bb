"""Checks: nobody and no room in two places at once."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from planner.domain.blocks import Kind
from planner.domain.ids import PersonId
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry, Track
from planner.schedule.checks.findings import Finding, block_subject, on_block, postponements
from planner.schedule.checks.survey import Survey

SHARING_KINDS = frozenset(
    {Kind.BREAK, Kind.MEAL, Kind.FREE_TIME, Kind.ARRIVAL, Kind.TOUR, Kind.ESCORT}
)


def candidate_in_two_places(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find candidates with two blocks at once; rest that is cut short is another check's matter."""
    gives_way = survey.gives_way
    for track in tracks:
        busy = (entry for entry in track.entries if not gives_way[entry.index])
        for first, second in _overlaps(busy):
            yield _clash(survey, first, second, track.subject)


def person_in_two_places(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find people with two blocks at once, unless they declined one of them."""
    attending = survey.attending
    for track in tracks:
        person = PersonId(track.subject.id)
        booked = (entry for entry in track.entries if person in attending[entry.index])
        for first, second in _overlaps(booked):
            yield _clash(survey, first, second, track.subject)


def room_double_booked(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find rooms with two blocks at once; a lobby or cafeteria is shared without harm."""
    for track in tracks:
        for first, second in _overlaps_unless_shared(track.entries):
            yield _clash(survey, first, second, track.subject)


def _overlaps(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pair each entry that begins too early with the one before it that holds on longest.

    One pass instead of all pairs: a host of a hundred lunches is told a hundred things, not 4,950.
    """
    holding: Entry | None = None
    for entry in entries:
        if holding is not None and entry.start < holding.end:
            yield holding, entry
        if holding is None or entry.end > holding.end:
            holding = entry


def _overlaps_unless_shared(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    sharing: Entry | None = None
    alone: Entry | None = None
    for entry in entries:
        is_sharing = entry.block.kind in SHARING_KINDS
        if alone is not None and entry.start < alone.end:
            yield alone, entry
        elif not is_sharing and sharing is not None and entry.start < sharing.end:
            yield sharing, entry
        if is_sharing:
            sharing = _later(sharing, entry)
        else:
            alone = _later(alone, entry)


def _later(holding: Entry | None, entry: Entry) -> Entry:
    return entry if holding is None or entry.end > holding.end else holding


def _clash(survey: Survey, first: Entry, second: Entry, who: Subject) -> Finding:
    overlap = timedelta(seconds=min(first.end, second.end) - second.start)
    told = {"who": who, "other": block_subject(first), "overlap": overlap}
    found = on_block(survey, second, block_subject(first), who, **told)
    return found.mended_by(*postponements(second, first.end))
