"""Boards for tests: a plan's day laid out at a zoom, scrolled, from any first hour on."""

from datetime import date, time

from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.times import DAY as ONE_DAY
from planner.domain.times import Moment
from planner.schedule.agenda import Agenda
from planner.ui.timeline.board import Board, Item
from planner.ui.timeline.columns import Arrangement, columns
from planner.ui.timeline.geometry import ColumnStrip, DayScale
from planner.ui.timeline.gestures import Gestures
from planner.ui.timeline.pointers import Modifier, Pointer
from tests.builders import DAY, ZONE

WIDTH = 200.0


def scale(
    zoom: float = 1.0,
    *,
    day: date = DAY,
    zone: str = ZONE,
    first: time = time(7),
    top: float = 0.0,
) -> DayScale:
    start = Moment.from_wall(day, first, zone)
    end = Moment.from_wall(day + ONE_DAY, time(), zone)
    return DayScale(start, end, zoom, top)


def board(
    plan: Plan,
    day_scale: DayScale | None = None,
    *,
    day: date = DAY,
    arrangement: Arrangement = Arrangement.EVERYTHING,
) -> Board:
    agenda = Agenda(plan)
    found = columns(agenda, day, arrangement)
    strip = ColumnStrip((WIDTH,) * len(found), gutter=4, left=60)
    return Board(agenda, day, found, day_scale or scale(day=day), strip)


def column_of(shown: Board, key: str) -> int:
    """Return the place of a column, by the id of its record or its kind."""
    keys = [c.key[1] or c.key[0] for c in shown.columns]
    return keys.index(key)


def item_of(shown: Board, block: str, column: str | None = None) -> Item:
    items = shown.of_block[BlockId(block)]
    if column is None:
        return items[0]
    return next(i for i in items if i.column == column_of(shown, column))


def middle(item: Item) -> Pointer:
    return Pointer(item.rect.x + item.rect.width / 2, item.rect.y + item.rect.height / 2)


def at(shown: Board, column: str, seconds: float, modifiers: Modifier = Modifier.NONE) -> Pointer:
    place = column_of(shown, column)
    x = shown.strip.x_of(place) + WIDTH / 2
    return Pointer(x, shown.scale.y_of(seconds), modifiers)


def moved(
    pointer: Pointer, dx: float = 0, dy: float = 0, modifiers: Modifier = Modifier.NONE
) -> Pointer:
    return Pointer(pointer.x + dx, pointer.y + dy, modifiers)


def gestures(shown: Board, *selected: str) -> Gestures:
    return Gestures(shown, tuple(BlockId(block) for block in selected))
