"""Templates applied to a candidate's day, and made from one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.domain.blocks import Block, Seat, Timebox
from planner.domain.edits.derivation import derived_block_id, derived_mark
from planner.domain.edits.requirements import in_order, with_new
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId, CandidateId, LoopId, OfficeId, SeatId, TemplateId
from planner.domain.plan import Plan
from planner.domain.sequences import Placed
from planner.domain.templates import Template, TemplateBlock
from planner.domain.times import Moment


@dataclass(frozen=True, slots=True)
class ApplyTemplate:
    """Add a template's blocks for one candidate, the first offset at ``start``.

    Offsets are counted on the clock, so that 9:00 of the second day is 9:00 also when the clocks
    change in between. Ids and calendar marks follow from ``seed`` (a UUID). Focus areas that the
    plan does not know are left out: a template may come from another plan.
    """

    template: Template
    candidate: CandidateId
    start: Moment
    seed: str
    loop: LoopId | None = None
    office: OfficeId | None = None

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the new blocks.

        Raises:
            EditRefused: the plan does not hold the candidate, loop or office, or the template was
                applied with this seed before.
            InvalidValue: the seed is not a UUID.
        """
        blocks = [
            self._block(plan, f"{number}", item) for number, item in enumerate(self.template.blocks)
        ]
        return with_new(plan, blocks)

    def _block(self, plan: Plan, name: str, item: TemplateBlock) -> Block:
        seats = enumerate(item.seats, start=1)
        return Block(
            id=derived_block_id(self.seed, name),
            kind=item.kind,
            calendar=derived_mark(self.seed, name),
            title=item.title,
            timebox=Timebox(_on_the_clock(self.start, item.offset), item.duration),
            mode=item.mode,
            candidates=(self.candidate,),
            seats=tuple(Seat(SeatId(f"seat-{number}"), role) for number, role in seats),
            office=self.office,
            loop=self.loop,
            focus_areas=tuple(area for area in item.focus_areas if area in plan.focus_areas),
            start_rule=item.start_rule,
            minimum=item.minimum,
        )


def template_of(
    plan: Plan, block_ids: Iterable[BlockId], name: str, template_id: TemplateId
) -> Template:
    """Return a template that makes blocks like these: without date, people, rooms and notes.

    Raises:
        UnknownRecord: the plan does not hold one of the blocks.
        EditRefused: there are none, or one waits to be scheduled.
    """
    items = in_order(plan, block_ids)
    if not items:
        raise EditRefused(reason="no_blocks")
    first = min(map(_wall, items))
    return Template(template_id, name, tuple(_template_block(i, _wall(i) - first) for i in items))


def _template_block(item: Placed, offset: timedelta) -> TemplateBlock:
    block = item.block
    return TemplateBlock(
        offset=offset,
        duration=item.end - item.start,
        kind=block.kind,
        title=block.title,
        mode=block.mode,
        seats=tuple(seat.role for seat in block.seats),
        focus_areas=block.focus_areas,
        start_rule=block.start_rule,
        minimum=block.minimum,
    )


def _wall(item: Placed) -> datetime:
    start = item.timebox.start
    return start.written or start.local.replace(tzinfo=None, fold=0)


def _on_the_clock(start: Moment, offset: timedelta) -> Moment:
    wall = (start.written or start.local.replace(tzinfo=None, fold=0)) + offset
    return Moment.from_wall(wall.date(), wall.time(), start.zone)
