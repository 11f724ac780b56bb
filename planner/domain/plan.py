"""The plan: everything about one hiring event, as one frozen value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from planner.domain.blocks import Block
from planner.domain.errors import InvalidValue, UnknownRecord
from planner.domain.ids import (
    BlockId,
    CandidateId,
    FocusAreaId,
    JourneyId,
    LoopId,
    OfficeId,
    PersonId,
    PlanId,
    RoomId,
    StayId,
)
from planner.domain.loops import Loop
from planner.domain.people import Candidate, FocusArea, Person
from planner.domain.places import Office, Room
from planner.domain.policy import Policy
from planner.domain.travel import Journey, Stay

Record = Candidate | Person | Office | Room | FocusArea | Loop | Block | Journey | Stay
_R = TypeVar("_R", bound=Record)

TABLES: Mapping[type[Any], str] = {
    Candidate: "candidates",
    Person: "people",
    Office: "offices",
    Room: "rooms",
    FocusArea: "focus_areas",
    Loop: "loops",
    Block: "blocks",
    Journey: "journeys",
    Stay: "stays",
}
"""Which table of a plan holds which kind of record, in the order files list them."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A problem that somebody decided to live with, and why. ``key`` is `Problem.key`."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Records by id, each table in the order in which records were added.

    Treat the mappings as frozen: an edit makes a new plan. ``office`` and ``coordinator`` are the
    defaults for blocks and days that name none. ``changed`` is the instant of the last edit; exports
    use it so that an unchanged plan gives unchanged bytes.
    """

    id: PlanId
    title: str
    office: OfficeId | None = None
    coordinator: PersonId | None = None
    language: str = "en"
    changed: datetime = EPOCH
    policy: Policy = field(default=Policy())
    candidates: Mapping[CandidateId, Candidate] = field(default_factory=dict)
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    offices: Mapping[OfficeId, Office] = field(default_factory=dict)
    rooms: Mapping[RoomId, Room] = field(default_factory=dict)
    focus_areas: Mapping[FocusAreaId, FocusArea] = field(default_factory=dict)
    loops: Mapping[LoopId, Loop] = field(default_factory=dict)
    blocks: Mapping[BlockId, Block] = field(default_factory=dict)
    journeys: Mapping[JourneyId, Journey] = field(default_factory=dict)
    stays: Mapping[StayId, Stay] = field(default_factory=dict)
    ignored: tuple[Ignored, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.changed.tzinfo is None:
            raise InvalidValue(field="changed", reason="naive")

    def table(self, kind: type[_R]) -> Mapping[str, _R]:
        """Return all records of one kind by id."""
        table: Mapping[str, _R] = getattr(self, TABLES[kind])
        return table

    def find(self, kind: type[_R], record_id: str) -> _R:
        """Return one record.

        Raises:
            UnknownRecord: the plan holds no such record.
        """
        record = self.table(kind).get(record_id)
        if record is None:
            raise UnknownRecord(kind=TABLES[kind], id=record_id)
        return record

    def block(self, block_id: BlockId) -> Block:
        """Return one block.

        Raises:
            UnknownRecord: the plan holds no such block.
        """
        return self.find(Block, block_id)

    def with_records(self, records: Iterable[Record]) -> "Plan":
        """Return the plan with these records added, or put in place of those with their ids."""
        tables: dict[str, dict[str, Record]] = {}
        for record in records:
            name = TABLES[type(record)]
            if name not in tables:
                tables[name] = dict(getattr(self, name))
            tables[name][record.id] = record
        return replace(self, **tables)  # type: ignore[arg-type]  # names and values agree by TABLES

    def without(self, kind: type[Record], record_ids: Iterable[str]) -> "Plan":
        """Return the plan without these records; other records may still name them.

        Raises:
            UnknownRecord: the plan does not hold one of them.
        """
        table = dict(self.table(kind))
        for record_id in record_ids:
            if table.pop(record_id, None) is None:
                raise UnknownRecord(kind=TABLES[kind], id=record_id)
        return replace(self, **{TABLES[kind]: table})  # type: ignore[arg-type]

    def office_of(self, block: Block) -> Office | None:
        """Return the office where a block happens: its room's, its own, or the plan's."""
        room = self.rooms.get(block.room) if block.room is not None else None
        office_id = room.office if room is not None else block.office or self.office
        return self.offices.get(office_id) if office_id is not None else None

    def zone(self) -> str:
        """Return the zone in which the plan thinks when nothing nearer says: its office's."""
        office = self.offices.get(self.office) if self.office is not None else None
        return office.zone if office is not None else "UTC"
