"""Checks: a break is a promise with a minimum length, and it comes in time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from planner.domain.blocks import Kind
from planner.domain.edits.base import Edit
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.ripples import MoveAndShift, ShiftFrom, ShiftLater
from planner.domain.edits.timing import ChangeTimes
from planner.domain.edits.together import Together
from planner.domain.sequences import rest_minimum
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry, Track
from planner.schedule.checks.findings import Finding, block_subject, end_of, on_block
from planner.schedule.checks.survey import Day, Survey, in_seconds


def planned_too_short(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find rest that is planned shorter than its minimum."""
    for entry in entries:
        if survey.is_rest[entry.index] and entry.length < minimum(survey, entry):
            least = timedelta(seconds=minimum(survey, entry))
            length = timedelta(seconds=entry.length)
            found = on_block(survey, entry, length=length, minimum=least)
            block = entry.block
            make_room = ShiftFrom(end_of(entry), least - length, block.candidates)
            yield found.mended_by(
                Together((make_room, ChangeTimes(block.id, duration=least))),
                ChangeDetails(block.id, minimum=length),
            )


def cut_short(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find rest that other blocks of the plan shorten, though not below its minimum."""
    for track in tracks:
        for entry, left in survey.once(_squeezed, track):
            if left >= minimum(survey, entry):
                yield _squeeze(survey, entry, left, track)


def cut_below_minimum(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find rest of which other blocks of the plan leave less than its minimum."""
    for track in tracks:
        for entry, left in survey.once(_squeezed, track):
            if left < minimum(survey, entry):
                yield _squeeze(survey, entry, left, track)


def too_long_without_rest(survey: Survey, days: Iterable[Day]) -> Iterator[Finding]:
    """Find stretches of a day in which a candidate goes too long without rest.

    Time without a block is rest too, once it is as long as a break has to be. A meal alone is no
    strain, even if it is an interview.
    """
    for day in days:
        for stretch in _long_stretches(survey, day.entries):
            if any(entry.block.kind is not Kind.MEAL for entry in stretch):
                yield _strain(survey, day, stretch)


def minimum(survey: Survey, entry: Entry) -> int:
    """Return the shortest that rest may become, in seconds."""
    return in_seconds(rest_minimum(entry.block, survey.policy))


def _squeezed(survey: Survey, track: Track) -> Sequence[tuple[Entry, int]]:
    """Return rest that other blocks of the same candidate overlap, and what they leave of it."""
    found: list[tuple[Entry, int]] = []
    if track.number not in survey.crowded:
        return found
    is_rest = survey.is_rest
    entries = track.entries
    latest = entries[0].start
    for place, entry in enumerate(entries):
        if is_rest[entry.index]:
            following = entries[place + 1].start if place + 1 < len(entries) else entry.end
            if entry.start < latest or following < entry.end:
                left = _longest_piece(survey, entry, entries)
                if left < entry.length:
                    found.append((entry, left))
        latest = max(latest, entry.end)
    return found


def _longest_piece(survey: Survey, entry: Entry, entries: Iterable[Entry]) -> int:
    """Return the longest stretch of a rest in which nothing else is planned, in seconds."""
    longest, free_from = 0, entry.start
    for other in _cutting(survey, entry, entries):
        longest = max(longest, other.start - free_from)
        free_from = max(free_from, other.end)
    return max(longest, entry.end - free_from)


def _cutting(survey: Survey, entry: Entry, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield what overlaps a rest. Of two rests at once the later one is cut: each minute once."""
    for other in entries:
        if other.start >= entry.end:
            break
        is_cutting = not survey.is_rest[other.index] or other.index < entry.index
        if is_cutting and other.end > entry.start:
            yield other


def _squeeze(survey: Survey, entry: Entry, left: int, track: Track) -> Finding:
    found = on_block(
        survey,
        entry,
        track.subject,
        candidate=track.subject,
        planned=timedelta(seconds=entry.length),
        left=timedelta(seconds=left),
        minimum=timedelta(seconds=minimum(survey, entry)),
    )
    return found.mended_by(Together(tuple(_disentangled(survey, entry, track))))


def _disentangled(survey: Survey, entry: Entry, track: Track) -> Iterator[Edit]:
    """Yield edits that let what begins in a rest wait for it, and the rest for what reaches in."""
    cutting = list(_cutting(survey, entry, track.entries))
    free_from = max([o.end for o in cutting if o.start <= entry.start], default=entry.start)
    later = next((other for other in cutting if other.start > entry.start), None)
    start = entry.timebox.start.moved(timedelta(seconds=free_from - entry.start))
    if later is not None:
        yield ShiftLater(later.block.id, timedelta(seconds=free_from + entry.length - later.start))
    if start != entry.timebox.start:
        yield MoveAndShift(entry.block.id, start)


def _long_stretches(survey: Survey, entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """Yield blocks in a row, without enough time between them to rest, that last too long."""
    least = in_seconds(survey.policy.break_minimum)
    longest = in_seconds(survey.policy.longest_without_rest)
    stretch: list[Entry] = []
    start = end = 0
    for entry in entries:
        if survey.is_rest[entry.index]:
            continue
        if stretch and entry.start - end < least:
            stretch.append(entry)
            end = max(end, entry.end)
            continue
        if end - start > longest:
            yield stretch
        stretch = [entry]
        start, end = entry.start, entry.end
    if end - start > longest:
        yield stretch


def _strain(survey: Survey, day: Day, stretch: Sequence[Entry]) -> Finding:
    candidate = Subject("candidates", day.candidate)
    first, last = stretch[0], max(stretch, key=lambda entry: entry.end)
    others = () if first is last else (block_subject(last),)
    return on_block(
        survey,
        first,
        *others,
        candidate,
        candidate=candidate,
        start=first.timebox.start,
        end=end_of(last),
        length=timedelta(seconds=last.end - first.start),
        limit=survey.policy.longest_without_rest,
        least=survey.policy.break_minimum,
    )
