"""Edits of where and how people meet: room, mode, connection."""

from dataclasses import dataclass, replace

from planner.domain.blocks import Connection, Mode
from planner.domain.edits.removal import without_room
from planner.domain.ids import BlockId, RoomId
from planner.domain.places import Room
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class ChangeRoom:
    """Put a block into a room, or into none.

    The room says at which office the block is; without a room it stays at the office where it was.
    """

    block: BlockId
    room: RoomId | None

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the block in the room.

        Raises:
            UnknownRecord: the plan does not hold the block or the room.
        """
        block = plan.block(self.block)
        if self.room is None:
            return plan.with_records([without_room(plan, block)])
        office = plan.find(Room, self.room).office
        kept = block.office if block.office == office else None
        return plan.with_records([replace(block, room=self.room, office=kept)])


@dataclass(frozen=True, slots=True)
class ChangeMode:
    """Say how people meet in a block; None where that is open."""

    block: BlockId
    mode: Mode | None

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the mode.

        Raises:
            UnknownRecord: the plan holds no such block.
        """
        return plan.with_records([replace(plan.block(self.block), mode=self.mode)])


@dataclass(frozen=True, slots=True)
class ChangeConnection:
    """Say how a call connects; None where there is none."""

    block: BlockId
    connection: Connection | None

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the connection.

        Raises:
            UnknownRecord: the plan holds no such block.
        """
        return plan.with_records([replace(plan.block(self.block), connection=self.connection)])
