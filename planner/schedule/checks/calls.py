"""Checks: calls connect, and go on when the connection drops."""

from collections.abc import Iterable, Iterator

from planner.domain.blocks import Block, Connection, Mode
from planner.domain.plan import Plan
from planner.schedule.agenda import Entry
from planner.schedule.checks.findings import Finding, on_block
from planner.schedule.checks.presence import is_remote
from planner.schedule.checks.survey import Survey

_PHONE, _VIDEO = Mode.PHONE, Mode.VIDEO
_NO_CONNECTION = Connection()


def no_fallback(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find calls with a candidate of which nobody says what to do when they drop."""
    if not survey.policy.needs_fallback:
        return
    for entry in entries:
        block = entry.block
        if is_remote(block) and block.candidates and not _connection(block).fallback.strip():
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


def _connection(block: Block) -> Connection:
    return block.connection or _NO_CONNECTION


def _dials(block: Block) -> bool:
    connection = _connection(block)
    return bool(connection.number.strip() or connection.link.strip())


def _has_number(plan: Plan, block: Block) -> bool:
    """Say whether somebody can dial: into the call, the room, or every candidate's own phone."""
    room = plan.rooms.get(block.room) if block.room is not None else None
    if _dials(block) or (room is not None and room.phone):
        return True
    candidates = (plan.candidates.get(candidate) for candidate in block.candidates)
    return all(candidate is not None and candidate.phone for candidate in candidates)
