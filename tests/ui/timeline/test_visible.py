from datetime import date, time

import pytest

from planner.domain.blocks import Block
from planner.domain.people import Hours, Weekday
from planner.domain.policy import Policy
from planner.domain.times import Moment
from planner.schedule.agenda import Agenda
from planner.ui.timeline.visible import entries_of, visible_day, week_of, zone_of
from tests.builders import DAY, ZONE, block, clock, plan

OFFICE = (Hours(time(8), time(19)),)


def shown(*blocks: Block, hours: tuple[Hours, ...] = ()) -> tuple[str, str]:
    entries = entries_of(Agenda(plan(*blocks)), DAY)
    ends = visible_day(entries, DAY, ZONE, Policy(), hours)
    return str(ends[0])[5:16], str(ends[1])[5:16]


def test_day_is_shown_from_the_hour_before_to_the_hour_after() -> None:
    found = shown(block("arrival", "09:50", 25), block("last", "16:00", 60))
    assert found == ("09-25T09:00", "09-25T18:00")


def test_full_hours_have_an_hour_around_them() -> None:
    assert shown(block("a", "08:00", 600)) == ("09-25T07:00", "09-25T19:00")


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("09:15", ("09-25T09:00", "09-25T17:00")),
        ("20:00", ("09-25T13:00", "09-25T21:00")),
        ("12:00", ("09-25T10:00", "09-25T18:00")),
        ("02:00", ("09-25T01:00", "09-25T09:00")),
    ],
)
def test_single_call_has_eight_hours_around_it(start: str, expected: tuple[str, str]) -> None:
    found = shown(block("call", start, 45))
    assert found == expected


def test_early_call_needs_no_whole_day() -> None:
    assert shown(block("call", "02:00", 45), hours=OFFICE) == ("09-25T01:00", "09-25T09:00")


def test_day_without_blocks_shows_office_hours() -> None:
    assert shown(hours=OFFICE) == ("09-25T08:00", "09-25T19:00")
    assert shown(hours=(Hours(time(8), time(19), (Weekday.MONDAY,)),)) == shown()
    assert shown() == ("09-25T09:00", "09-25T18:00")


def test_block_past_midnight_is_shown_whole() -> None:
    assert shown(block("dinner", "21:30", 200)) == ("09-25T17:00", "09-26T01:00")


def test_day_of_25_hours_keeps_clock_and_zone() -> None:
    day, zone = date(2023, 10, 29), "Europe/Madrid"
    item = block("call", "02:30", 45, day=day, zone=zone)
    start, end = visible_day(Agenda(plan(item)).entries, day, zone, Policy())
    assert (start.clock, start.zone, end.day) == (clock("02:00"), zone, day)


def test_zone_is_where_most_of_the_day_happens() -> None:
    items = [
        block("call", "09:00", zone="America/New_York"),
        block("a", "10:00", zone="Asia/Tokyo"),
        block("b", "11:00", zone="Asia/Tokyo"),
    ]
    agenda = Agenda(plan(*items))
    assert zone_of(agenda, agenda.entries) == "Asia/Tokyo"
    assert zone_of(agenda, ()) == ZONE


def test_entries_are_those_that_start_on_the_day() -> None:
    agenda = Agenda(plan(block("a", "10:00"), block("b", "10:00", day=date(2015, 9, 26))))
    assert [entry.block.id for entry in entries_of(agenda, DAY)] == ["a"]


def test_week_begins_on_monday() -> None:
    week = week_of(DAY)
    assert (week[0], week[4], len(week)) == (date(2015, 9, 21), DAY, 7)
    assert Moment.from_wall(week[6], time(), ZONE).local.isoweekday() == 7
