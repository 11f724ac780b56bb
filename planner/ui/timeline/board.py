"""The board: where every block of the shown day lies, and what lies under a point. Without Qt."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import overload

from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.slots import day_limits
from planner.domain.times import Moment
from planner.schedule.agenda import Agenda
from planner.ui.timeline.columns import Column, Placed
from planner.ui.timeline.geometry import ColumnStrip, DayScale, Rect
from planner.ui.timeline.zones import Zone, drawn, hit


@dataclass(frozen=True, slots=True)
class Item:
    """A block in a column, and where it is drawn. A block has an item in each of its columns."""

    column: int
    placed: Placed
    rect: Rect

    @property
    def block(self) -> BlockId:
        """Return the block."""
        return self.placed.block


@dataclass(frozen=True, slots=True)
class Target:
    """The item under a point, and which part of it."""

    item: Item
    zone: Zone


class Board:
    """One day as it is laid out now; made anew when plan, columns, zoom or widths change."""

    def __init__(
        self,
        agenda: Agenda,
        day: date,
        columns: Sequence[Column],
        scale: DayScale,
        strip: ColumnStrip,
    ) -> None:
        self.agenda = agenda
        self.day = day
        self.columns = tuple(columns)
        self.scale = scale
        self.strip = strip

    @property
    def plan(self) -> Plan:
        """Return the plan that is shown."""
        return self.agenda.plan

    @property
    def zone(self) -> str:
        """Return the zone on whose clocks the day is drawn."""
        return self.scale.day_start.zone

    @cached_property
    def limits(self) -> tuple[float, float]:
        """Return the midnights around the day, in seconds since 1970 UTC."""
        span = day_limits(Moment.from_wall(self.day, time(), self.zone))
        return span.start.timestamp(), span.end.timestamp()

    @cached_property
    def by_column(self) -> Sequence[tuple[Item, ...]]:
        """Return the items of each column, in order of start."""
        return _ByColumn(self)

    @property
    def items(self) -> Iterator[Item]:
        """Yield all items, column by column."""
        for items in self.by_column:
            yield from items

    @cached_property
    def of_block(self) -> Mapping[BlockId, tuple[Item, ...]]:
        """Return the items of each shown block, from left to right."""
        return _OfBlock(self)

    def target_at(self, x: float, y: float, selected: Collection[BlockId] = ()) -> Target | None:
        """Return the item under a point; handles of selected blocks win over their neighbours."""
        column = self.strip.column_at(x)
        if column is None:
            return None
        items = self.by_column[column]
        preferred = {i for i, item in enumerate(items) if item.block in selected}
        found = hit([item.rect for item in items], x, y, preferred)
        return None if found is None else Target(items[found.index], found.zone)

    def within(self, rect: Rect) -> tuple[BlockId, ...]:
        """Return the blocks of which any part lies in a rectangle, each once."""
        return tuple(dict.fromkeys(i.block for i in self.items if i.rect.intersects(rect)))

    def edges(self, without: Collection[BlockId] = ()) -> set[int]:
        """Return the starts and ends of the shown blocks, but for some."""
        return {
            edge
            for column in self.columns
            for placed in column.placed
            if placed.block not in without
            for edge in (placed.start, placed.end)
        }

    def rect_of(self, column: int, start: float, end: float, lane: tuple[int, int]) -> Rect:
        """Return where a stretch of time, in seconds, lies in a lane of a column."""
        top, bottom = self.scale.y_of(start), self.scale.y_of(end)
        return self.strip.lane_rect(column, lane, top, bottom)

    def items_of(self, column: int) -> tuple[Item, ...]:
        """Lay out a column, and return its items in order of start."""
        placed = self.columns[column].placed
        rects = [self.rect_of(column, p.start, p.end, (p.lane, p.lanes)) for p in placed]
        return tuple(
            Item(column, block, rect) for block, rect in zip(placed, drawn(rects), strict=True)
        )


class _ByColumn(Sequence[tuple[Item, ...]]):
    """The items of each column, laid out when they are looked at: most columns are out of sight."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._made: dict[int, tuple[Item, ...]] = {}

    def __len__(self) -> int:
        return len(self._board.columns)

    @overload
    def __getitem__(self, place: int) -> tuple[Item, ...]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[tuple[Item, ...]]: ...
    def __getitem__(self, place: int | slice) -> tuple[Item, ...] | Sequence[tuple[Item, ...]]:
        if isinstance(place, slice):
            return [self[column] for column in range(*place.indices(len(self)))]
        column = range(len(self))[place]
        if column not in self._made:
            self._made[column] = self._board.items_of(column)
        return self._made[column]


class _OfBlock(Mapping[BlockId, tuple[Item, ...]]):
    """The items of each block, laid out when they are looked at."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._places: dict[BlockId, list[tuple[int, int]]] = {}
        for column, shown in enumerate(board.columns):
            for index, placed in enumerate(shown.placed):
                self._places.setdefault(placed.block, []).append((column, index))

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[BlockId]:
        return iter(self._places)

    def __contains__(self, block: object) -> bool:
        return block in self._places

    def __getitem__(self, block: BlockId) -> tuple[Item, ...]:
        by_column = self._board.by_column
        return tuple(by_column[column][index] for column, index in self._places[block])
