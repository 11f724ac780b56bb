"""Handover: what ends when something begins, and who would then be in two blocks at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.blocks import Block
from planner.domain.ids import BlockId, PersonId
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import GOING_ON, LiveProjection


@dataclass(frozen=True, slots=True)
class Busy:
    """Somebody who is in a block while another one begins with them."""

    person: PersonId
    block: BlockId


def left_for(block: Block, projection: LiveProjection) -> tuple[Block, ...]:
    """Return what ends because a block begins: what its candidates are in on that date.

    Not a rest, which leaves people free; nor what runs by the clock and goes on for other candidates.
    """
    going_on = {*block.candidates}
    return tuple(
        entry.block
        for entry in _running(block, projection)
        if going_on & {*entry.block.candidates}
        and (entry.index not in projection.run.by_clock or going_on >= {*entry.block.candidates})
    )


def busy_elsewhere(block: Block, projection: LiveProjection) -> tuple[Busy, ...]:
    """Return who of those who hold a block are in something with other candidates at this moment.

    Those who took over count, by the log; what nobody has said to have begun does not.
    """
    standing = projection.agenda.by_block
    people = standing[block.id].block.attendees if block.id in standing else block.attendees
    return tuple(
        Busy(person, entry.block.id)
        for entry in _running(block, projection)
        if not {*block.candidates} & {*entry.block.candidates}
        and entry.index not in projection.run.by_clock
        for person in people
        if person in entry.block.attendees
    )


def _running(block: Block, projection: LiveProjection) -> Iterator[Entry]:
    """Yield what goes on besides a block on its date, except rests, in order of planned start."""
    agenda = projection.agenda
    day = None if block.timebox is None else block.timebox.start.day
    for entry, date in zip(agenda.entries, agenda.dates, strict=True):
        is_other = entry.block.id != block.id and not entry.block.is_rest
        if date == day and is_other and projection.phases[entry.block.id] in GOING_ON:
            yield entry
