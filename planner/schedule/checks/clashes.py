"""Checks: nobody and no room in two places at once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial

from planner.domain.ids import PersonId
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry, Track
from planner.schedule.checks.findings import Finding, block_subject, on_block, postponements
from planner.schedule.checks.survey import Survey
from planner.schedule.sharing import SHARING_KINDS, is_host


def candidate_in_two_places(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find candidates with two blocks at once; rest that is cut short is another check's matter."""
    is_rest = survey.is_rest
    for track in _crowded(survey, tracks):
        busy = (entry for entry in track.entries if not is_rest[entry.index])
        for first, second in overlaps(busy):
            yield _clash(survey, first, second, track.subject)


def person_in_two_places(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find people with two blocks at once, unless they declined one of them.

    Who is the host of several candidates welcomes, guides or feeds them together.
    """
    for track in _crowded(survey, tracks):
        is_hosted = partial(_is_hosted, PersonId(track.subject.id))
        for first, second in _overlaps_unless_shared(track.entries, is_hosted):
            yield _clash(survey, first, second, track.subject)


def room_double_booked(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find rooms with two blocks at once; a lobby or cafeteria is shared without harm."""
    for track in _crowded(survey, tracks):
        for first, second in _overlaps_unless_shared(track.entries, _is_shared):
            yield _clash(survey, first, second, track.subject)


def overlaps(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pair each entry that begins too early with the one before it that holds on longest.

    One pass instead of all pairs: a host of a hundred lunches is told a hundred things, not 4,950.
    """
    holding: Entry | None = None
    for entry in entries:
        if holding is not None and entry.start < holding.end:
            yield holding, entry
        if holding is None or entry.end > holding.end:
            holding = entry


def _crowded(survey: Survey, tracks: Iterable[Track]) -> Iterator[Track]:
    return (track for track in tracks if track.number in survey.crowded)


def _is_shared(entry: Entry) -> bool:
    return entry.block.kind in SHARING_KINDS


def _is_hosted(person: PersonId, entry: Entry) -> bool:
    return entry.block.kind in SHARING_KINDS and is_host(entry.block, person)


def _overlaps_unless_shared(
    entries: Iterable[Entry], is_shared: Callable[[Entry], bool]
) -> Iterator[tuple[Entry, Entry]]:
    sharing: Entry | None = None
    alone: Entry | None = None
    for entry in entries:
        is_sharing = is_shared(entry)
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
