"""Checks: calls connect, and go on when the connection drops."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from planner.domain.blocks import Block, Connection, Mode
from planner.domain.plan import Plan
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.clashes import overlaps
from planner.schedule.checks.findings import Finding, block_subject, on_block
from planner.schedule.checks.survey import Survey

_PHONE, _VIDEO = Mode.PHONE, Mode.VIDEO
_NO_CONNECTION = Connection()


def no_fallback(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find calls with a candidate of which nobody says what to do when they drop."""
    if not survey.policy.needs_fallback:
        return
    for entry in entries:
        block = entry.block
        if block.is_call and block.candidates and not _connection(block).fallback.strip():
            yield on_block(survey, entry, mode=block.mode)


def no_number(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find phone calls for which nobody has a number: block, room and candidate have none."""
    for entry in entries:
        block = entry.block
        if block.mode is _PHONE and block.candidates and not _has_number(survey.plan, block):
            yield on_block(survey, entry)


def no_link(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find video calls with a candidate that have neither a link nor a number to dial."""
    for entry in entries:
        block = entry.block
        if block.mode is _VIDEO and block.candidates and not _dials(block):
            yield on_block(survey, entry)


def link_taken_twice(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find video calls that overlap on one link, though not the same people take them."""
    by_link: dict[str, list[Entry]] = defaultdict(list)
    for entry in agenda.entries:
        connection = entry.block.connection
        if connection is not None and entry.block.mode is _VIDEO and connection.link.strip():
            by_link[connection.link.strip()].append(entry)
    for entries in by_link.values():
        for first, second in overlaps(entries):
            if _everybody(survey, first) != _everybody(survey, second):
                overlap = timedelta(seconds=min(first.end, second.end) - second.start)
                other = block_subject(first)
                yield on_block(survey, second, other, other=other, overlap=overlap)


def _everybody(survey: Survey, entry: Entry) -> frozenset[str]:
    return frozenset((*entry.block.candidates, *survey.attending[entry.index]))


def _connection(block: Block) -> Connection:
    return block.connection or _NO_CONNECTION


def _dials(block: Block) -> bool:
    connection = _connection(block)
    return bool(connection.number.strip() or connection.link.strip())


def _has_number(plan: Plan, block: Block) -> bool:
    """Say whether somebody can dial: into the call, the room, or every candidate's own phone."""
    room = plan.rooms.get(block.room) if block.room is not None else None
    if _dials(block) or (room is not None and room.phone.strip()):
        return True
    candidates = (plan.candidates.get(candidate) for candidate in block.candidates)
    return all(candidate is not None and candidate.phone.strip() for candidate in candidates)
