"""Places: offices with their zone and arrival, rooms with what they hold."""

from dataclasses import dataclass
from enum import StrEnum

from planner.domain.errors import InvalidValue
from planner.domain.ids import OfficeId, RoomId
from planner.domain.people import Hours


class Equipment(StrEnum):
    """What a room offers beyond table and chairs."""

    PHONE = "phone"
    VIDEO = "video"
    WHITEBOARD = "whiteboard"
    DISPLAY = "display"
    STEP_FREE = "step_free"


@dataclass(frozen=True, slots=True)
class Office:
    """A site: address, zone, opening hours (none means no limit), and how one gets in."""

    id: OfficeId
    name: str
    zone: str
    address: str = ""
    city: str = ""
    country: str = ""
    phone: str = ""
    arrival: str = ""
    hours: tuple[Hours, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """A room of an office. ``capacity`` counts people, 0 means unknown."""

    id: RoomId
    name: str
    office: OfficeId
    floor: str = ""
    capacity: int = 0
    equipment: tuple[Equipment, ...] = ()
    phone: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.capacity < 0:
            raise InvalidValue(field="capacity", reason="negative")
