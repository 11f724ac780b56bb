"""The directory: people, rooms and offices that many plans draw from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.domain.ids import OfficeId, PersonId, RoomId
from planner.domain.people import Person
from planner.domain.places import Office, Room


@dataclass(frozen=True, slots=True)
class Directory:
    """Records by id. A plan keeps its own copies, so that it can be read anywhere."""

    people: Mapping[PersonId, Person] = field(default_factory=dict)
    rooms: Mapping[RoomId, Room] = field(default_factory=dict)
    offices: Mapping[OfficeId, Office] = field(default_factory=dict)
