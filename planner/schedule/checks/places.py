"""Checks: rooms hold who and what a block needs."""

from collections.abc import Iterable, Iterator

from planner.domain.blocks import Kind, Mode, SeatRole
from planner.domain.edits.details import ChangeDetails
from planner.domain.places import Equipment
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry
from planner.schedule.checks.findings import Finding, on_block
from planner.schedule.checks.survey import Survey

_INTERVIEW, _HOST = Kind.INTERVIEW, SeatRole.HOST
_FACE_TO_FACE, _PHONE, _VIDEO = Mode.FACE_TO_FACE, Mode.PHONE, Mode.VIDEO


def room_too_small(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find rooms that do not hold everybody who is there; who calls in needs no chair."""
    rooms = survey.plan.rooms
    for entry in entries:
        block = entry.block
        room = rooms.get(block.room) if block.room is not None else None
        if room is None or not room.capacity:
            continue
        count = len(block.candidates) + _present(survey, entry)
        if count > room.capacity:
            subject = Subject("rooms", room.id)
            yield on_block(
                survey, entry, subject, room=subject, count=count, capacity=room.capacity
            )


def video_missing(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find video calls from rooms without video equipment."""
    rooms = survey.plan.rooms
    for entry in entries:
        block = entry.block
        if block.mode is not _VIDEO or block.room is None or block.room not in rooms:
            continue
        if Equipment.VIDEO not in rooms[block.room].equipment:
            subject = Subject("rooms", block.room)
            yield on_block(survey, entry, subject, room=subject)


def phone_missing(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find phone calls from rooms without a phone."""
    rooms = survey.plan.rooms
    for entry in entries:
        block = entry.block
        if block.mode is not _PHONE or block.room is None or block.room not in rooms:
            continue
        room = rooms[block.room]
        if Equipment.PHONE not in room.equipment and not room.phone.strip():
            subject = Subject("rooms", block.room)
            yield on_block(survey, entry, subject, room=subject)


def place_unknown(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find interviews face to face of which nobody says where."""
    for entry in entries:
        block = entry.block
        is_nowhere = block.room is None and not block.place.strip()
        if is_nowhere and block.kind is _INTERVIEW and block.mode is _FACE_TO_FACE:
            yield on_block(survey, entry)


def office_of_elsewhere(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks that name one office, and a room of another."""
    rooms = survey.plan.rooms
    for entry in entries:
        block = entry.block
        if block.office is None or block.room is None or block.room not in rooms:
            continue
        other = rooms[block.room].office
        if other != block.office:
            room, office = Subject("rooms", block.room), Subject("offices", block.office)
            told = {"room": room, "office": office, "other": Subject("offices", other)}
            found = on_block(survey, entry, room, office, **told)
            yield found.mended_by(ChangeDetails(block.id, office=other))


def _present(survey: Survey, entry: Entry) -> int:
    roles = survey.attending[entry.index].values()
    if entry.block.is_call:
        return sum(role is _HOST for role in roles)
    return len(roles)
