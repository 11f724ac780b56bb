"""Edits of panels: who sits where, in which role, and what they answered."""

from dataclasses import dataclass, replace

from planner.domain.blocks import Block, Rsvp, Seat, SeatRole
from planner.domain.edits.requirements import with_changed
from planner.domain.edits.unchanged import UNCHANGED, Unchanged, changed_fields
from planner.domain.errors import EditRefused, UnknownRecord
from planner.domain.ids import BlockId, PersonId, SeatId
from planner.domain.people import Person
from planner.domain.plan import Plan
from planner.domain.references import subject_of


@dataclass(frozen=True, slots=True)
class AssignSeat:
    """Give a seat to a person, who has then not answered yet."""

    block: BlockId
    seat: SeatId
    person: PersonId

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the person in the seat; the same plan if they sit there already.

        Raises:
            UnknownRecord: the plan does not hold the block, its seat or the person.
        """
        plan.find(Person, self.person)
        block, seat = _seat_of(plan, self.block, self.seat)
        if seat.person == self.person:
            return plan
        return _with_seat(plan, block, replace(seat, person=self.person, rsvp=Rsvp.PENDING))


@dataclass(frozen=True, slots=True)
class UnassignSeat:
    """Leave a seat to be filled."""

    block: BlockId
    seat: SeatId

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the seat empty.

        Raises:
            UnknownRecord: the plan does not hold the block or its seat.
        """
        block, seat = _seat_of(plan, self.block, self.seat)
        return _with_seat(plan, block, replace(seat, person=None, rsvp=Rsvp.PENDING))


@dataclass(frozen=True, slots=True)
class AddSeat:
    """Add a seat to a panel, as its last one."""

    block: BlockId
    seat: Seat

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the seat.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: the block has a seat with this id, or the plan does not hold the person.
        """
        block = plan.block(self.block)
        if any(seat.id == self.seat.id for seat in block.seats):
            raise EditRefused(reason="seat_exists", block=subject_of(block), seat=self.seat.id)
        return with_changed(plan, replace(block, seats=(*block.seats, self.seat)))


@dataclass(frozen=True, slots=True)
class RemoveSeat:
    """Take a seat off a panel, with whoever sits in it."""

    block: BlockId
    seat: SeatId

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without the seat.

        Raises:
            UnknownRecord: the plan does not hold the block or its seat.
        """
        block, gone = _seat_of(plan, self.block, self.seat)
        kept = tuple(seat for seat in block.seats if seat.id != gone.id)
        return plan.with_records([replace(block, seats=kept)])


@dataclass(frozen=True, slots=True)
class ChangeSeat:
    """Change what a seat is for; a field that is left out stays."""

    block: BlockId
    seat: SeatId
    role: SeatRole | Unchanged = UNCHANGED
    is_required: bool | Unchanged = UNCHANGED

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the changed seat.

        Raises:
            UnknownRecord: the plan does not hold the block or its seat.
        """
        block, seat = _seat_of(plan, self.block, self.seat)
        changes = changed_fields(self, ("role", "is_required"))
        return _with_seat(plan, block, replace(seat, **changes))


@dataclass(frozen=True, slots=True)
class Answer:
    """Note what the person in a seat answered to the invitation."""

    block: BlockId
    seat: SeatId
    rsvp: Rsvp

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the answer.

        Raises:
            UnknownRecord: the plan does not hold the block or its seat.
            EditRefused: nobody sits there.
        """
        block, seat = _seat_of(plan, self.block, self.seat)
        if seat.person is None:
            raise EditRefused(reason="empty_seat", block=subject_of(block), role=seat.role)
        return _with_seat(plan, block, replace(seat, rsvp=self.rsvp))


def _seat_of(plan: Plan, block_id: BlockId, seat_id: SeatId) -> tuple[Block, Seat]:
    block = plan.block(block_id)
    for seat in block.seats:
        if seat.id == seat_id:
            return block, seat
    raise UnknownRecord(kind="seats", id=seat_id)


def _with_seat(plan: Plan, block: Block, changed: Seat) -> Plan:
    seats = tuple(changed if seat.id == changed.id else seat for seat in block.seats)
    return plan.with_records([replace(block, seats=seats)])
