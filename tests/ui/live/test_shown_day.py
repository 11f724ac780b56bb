"""Which day the live view is about: over midnight, in other zones, and when it is over."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest

from planner.domain.blocks import Block
from planner.ui.live.shown_day import ShownDay
from tests.builders import DAY, block, minutes, moment, plan
from tests.fakes import FixedClock
from tests.ui.desks import Room

NEXT = DAY + timedelta(days=1)
NIGHT = (block("late", "22:00", 60), block("over-midnight", "23:30", 60))


def shown(room: Room, blocks: Sequence[Block], now: datetime) -> ShownDay:
    room.open(plan(*blocks))
    return ShownDay(room.context.desk, FixedClock(now))


def after_midnight(count: int) -> datetime:
    return moment("00:00", day=NEXT).instant + minutes(count)


@pytest.mark.parametrize(("count", "is_today"), [(10, True), (149, True), (150, False)])
def test_day_goes_on_after_midnight_until_it_is_over(
    room: Room, count: int, *, is_today: bool
) -> None:
    day = shown(room, NIGHT, after_midnight(count))
    assert (day.day, day.is_today, day.is_over) == (DAY, is_today, not is_today)


@pytest.mark.parametrize(
    ("blocks", "count"), [(NIGHT, 30), ((block("first", "10:00", 60),), 0)], ids=["late", "early"]
)
def test_day_that_is_over_is_shown_at_its_end(
    room: Room, blocks: Sequence[Block], count: int
) -> None:
    assert shown(room, blocks, after_midnight(600)).now == after_midnight(count)


@pytest.mark.parametrize(("count", "day"), [(59, DAY), (60, NEXT)])
def test_next_day_takes_over_before_it_begins(room: Room, count: int, day: date) -> None:
    blocks = (*NIGHT, block("early", "02:00", 30, day=NEXT))
    assert shown(room, blocks, after_midnight(count)).day == day


@pytest.mark.parametrize(
    ("zone", "clock", "day"),
    [("America/Los_Angeles", "17:00", DAY), ("Pacific/Auckland", "08:00", NEXT)],
)
def test_day_in_another_zone_is_today_while_it_goes_on(
    room: Room, zone: str, clock: str, day: date
) -> None:
    call = block("call", clock, 60, day=day, zone=zone)
    found = shown(room, [call], moment(clock, day=day, zone=zone).instant + minutes(30))
    assert (found.day, found.is_today) == (day, True)


def test_nothing_planned_is_no_day(room: Room) -> None:
    day = shown(room, [], moment("10:00").instant)
    assert (day.day, day.is_today, day.is_over) == (None, False, False)
