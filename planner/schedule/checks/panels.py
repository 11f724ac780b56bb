"""Checks: every block has the people that it needs, and they come."""

from collections.abc import Iterable, Iterator

from planner.domain.blocks import INTERVIEWING_ROLES, Block, Kind, Rsvp, Seat, SeatRole
from planner.domain.edits.blocks import RemoveBlocks
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry
from planner.schedule.checks.findings import Finding, on_block
from planner.schedule.checks.survey import Survey

_INTERVIEW, _MEAL, _HOST = Kind.INTERVIEW, Kind.MEAL, SeatRole.HOST
_DECLINED = Rsvp.DECLINED


def seat_empty(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks in whose required seats nobody is named."""
    empty = survey.seating.empty
    for entry in entries if empty else ():
        seats = [s for s in empty.get(entry.index, ()) if not _is_meal_host(survey, entry, s)]
        if seats:
            yield on_block(survey, entry, roles=tuple(dict.fromkeys(seat.role for seat in seats)))


def declined(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find people in required seats who will not come."""
    declining = survey.seating.declined
    for entry in entries if declining else ():
        roles = {str(seat.person): seat.role for seat in declining.get(entry.index, ())}
        for person_id, role in roles.items():
            person = Subject("people", person_id)
            yield on_block(survey, entry, person, person=person, role=role)


def not_answered(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find people in required seats who have not said that they will come."""
    unanswered = survey.seating.unanswered
    for entry in entries if unanswered else ():
        seats = unanswered.get(entry.index)
        if seats:
            named = dict.fromkeys(str(seat.person) for seat in seats)
            people = tuple(Subject("people", person) for person in named)
            yield on_block(survey, entry, *people, people=people)


def nobody_interviews(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find interviews without a seat for anyone who interviews, or only optional ones without them.

    A required seat that is empty, or whose person declined, is told as that.
    """
    for entry in entries:
        if entry.block.kind is _INTERVIEW and not any(map(_is_panel, entry.block.seats)):
            yield on_block(survey, entry)


def no_candidate(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find interviews of nobody."""
    for entry in entries:
        if not entry.block.candidates and entry.block.kind is _INTERVIEW:
            yield on_block(survey, entry).mended_by(RemoveBlocks((entry.block.id,)))


def nobody_takes_part(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find other blocks with neither candidates nor people, nor seats that wait for people."""
    for entry in entries:
        block = entry.block
        if not block.candidates and block.kind is not _INTERVIEW and not _is_staffed(block):
            yield on_block(survey, entry).mended_by(RemoveBlocks((block.id,)))


def _is_panel(seat: Seat) -> bool:
    if seat.role not in INTERVIEWING_ROLES:
        return False
    return seat.is_required or (seat.person is not None and seat.rsvp is not _DECLINED)


def _is_meal_host(survey: Survey, entry: Entry, seat: Seat) -> bool:
    """Say whether the empty seat is the host of a meal that nobody else attends: told as that."""
    return (
        seat.role is _HOST
        and entry.block.kind is _MEAL
        and bool(entry.block.candidates)
        and survey.policy.needs_meal_host
        and not survey.attending[entry.index]
    )


def _is_staffed(block: Block) -> bool:
    return any(seat.person is not None or seat.is_required for seat in block.seats)
