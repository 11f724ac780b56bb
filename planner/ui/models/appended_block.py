"""A block at the end of a day, as the table adds one. Without Qt."""

from datetime import date, time

from planner.domain.blocks import Kind, Timebox
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock
from planner.domain.edits.fresh import new_block
from planner.domain.ids import BlockId
from planner.domain.times import Moment
from planner.schedule.agenda import Agenda, instant

_MORNING = time(9)


def appended_block(agenda: Agenda, day: date) -> tuple[BlockId, Edit]:
    """Return the edit that adds an interview after everything else of a day, and the id it gets.

    It is for the candidates of what comes last, in the same loop and at the same office. On an
    empty day it begins at nine, for the plan's candidate where there is only one.
    """
    plan = agenda.plan
    length = plan.policy.default_duration
    on_day = [e for e, at in zip(agenda.entries, agenda.dates, strict=True) if at == day]
    if on_day:
        last = max(on_day, key=lambda entry: entry.end)
        start = Moment(instant(last.end), last.timebox.start.zone)
        like = last.block
        block = new_block(
            Kind.INTERVIEW,
            timebox=Timebox(start, length),
            candidates=like.candidates,
            loop=like.loop,
            office=like.office,
        )
        return block.id, AddBlock(block)
    start = Moment.from_wall(day, _MORNING, plan.zone())
    alone = tuple(plan.candidates) if len(plan.candidates) == 1 else ()
    block = new_block(Kind.INTERVIEW, timebox=Timebox(start, length), candidates=alone)
    return block.id, AddBlock(block)
