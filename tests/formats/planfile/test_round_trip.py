"""What is written comes back, and the same plan gives the same bytes."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Block, CalendarMark, Kind, Timebox
from planner.domain.ids import BlockId, CandidateId, OfficeId, PersonId, PlanId, StayId
from planner.domain.people import Hours, Person
from planner.domain.plan import TABLES, Ignored, Plan
from planner.domain.policy import Policy
from planner.domain.spans import Span
from planner.domain.times import ZERO, Moment
from planner.domain.travel import Stay
from planner.formats.planfile.faults import UnreadablePlan, UnwritablePlan
from planner.formats.planfile.json_text import SIZE_LIMIT
from planner.formats.planfile.reading import read_plan, read_record
from planner.formats.planfile.values import duration_text
from planner.formats.planfile.writing import write_plan, write_record
from tests.builders import block, candidate, office, person, plan, room
from tests.formats.planfile.strategies import plans


def written(value: Plan) -> Any:
    return json.loads(write_plan(value))


@given(plans())
def test_plan_comes_back_equal_and_in_order(any_plan: Plan) -> None:
    data = write_plan(any_plan)
    again = read_plan(data)
    assert again == any_plan
    assert [list(again.table(kind)) for kind in TABLES] == [
        list(any_plan.table(kind)) for kind in TABLES
    ]
    assert write_plan(again) == data


def test_empty_plan_comes_back() -> None:
    empty = Plan(PlanId("plan"), "")
    assert read_plan(write_plan(empty)) == empty


def test_file_is_utf_8_with_line_feeds_and_a_final_one() -> None:
    data = write_plan(plan(title_of("Gr\u00fc\u00dfe \u4e2d")))
    assert data.decode().splitlines()[:4] == [
        "{",
        '  "$schema": "interviewplan.schema.json",',
        '  "format": "interviewplan",',
        '  "version": 1,',
    ]
    assert b"\r" not in data
    assert data.endswith(b"\n}\n")
    assert "Gr\u00fc\u00dfe \u4e2d".encode() in data


def title_of(title: str) -> Block:
    return block("a", title=title)


def test_records_leave_out_what_is_empty_and_keep_what_means_something() -> None:
    item = Block(BlockId("a"), Kind.BREAK, CalendarMark("seed"), minimum=ZERO)
    assert written(plan(item))["blocks"] == [
        {
            "id": "a",
            "kind": "break",
            "calendar": {"seed": "seed"},
            "start_rule": "not_before",
            "minimum": "PT0S",
        }
    ]


def test_empty_list_in_place_of_a_default_that_is_not_empty_is_written() -> None:
    hours = Hours(time(9), time(17, 30, 15), days=())
    item = person("ben", hours=(hours,))
    assert written(plan(item))["people"] == [
        {"id": "ben", "name": "Ben", "hours": [{"start": "09:00", "end": "17:30:15", "days": []}]}
    ]


def test_policy_is_written_whole_so_that_later_defaults_change_nothing() -> None:
    assert list(written(plan())["policy"]) == list(Policy.__slots__)


def test_fields_that_are_left_out_have_their_defaults() -> None:
    short = b'{"format": "interviewplan", "version": 1, "id": "plan", "title": "Day"}'
    assert read_plan(short) == Plan(PlanId("plan"), "Day")


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (ZERO, "PT0S"),
        (timedelta(minutes=45), "PT45M"),
        (timedelta(minutes=90), "PT1H30M"),
        (timedelta(days=1, hours=2), "PT26H"),
        (timedelta(hours=1, seconds=5), "PT1H5S"),
        (timedelta(milliseconds=1500), "PT1.5S"),
        (timedelta(minutes=-5), "-PT5M"),
    ],
)
def test_length_is_written_in_hours_minutes_and_seconds(length: timedelta, text: str) -> None:
    assert duration_text(length) == text


@pytest.mark.parametrize(
    ("text", "length"), [("P1D", timedelta(days=1)), ("PT90M", timedelta(minutes=90))]
)
def test_length_is_read_in_other_forms_too(text: str, length: timedelta) -> None:
    document = written(plan(block("a", "10:15", 45)))
    document["blocks"][0]["timebox"]["duration"] = text
    timebox = read_plan(json.dumps(document).encode()).block(BlockId("a")).timebox
    assert timebox is not None
    assert timebox.duration == length


@given(st.timedeltas(min_value=ZERO))
def test_any_length_comes_back(length: timedelta) -> None:
    policy = Policy(break_minimum=length)
    assert read_plan(write_plan(plan(policy=policy))).policy == policy


@pytest.mark.parametrize(
    "text",
    [
        "2015-03-29T02:30+02:00[Europe/Luxembourg]",  # skipped when clocks go forward
        "2015-10-25T02:30+02:00[Europe/Luxembourg]",  # the first of two
        "2015-10-25T02:30+01:00[Europe/Luxembourg]",  # the second of two
        "2015-09-25T10:15:30+05:30[Asia/Kolkata]",
    ],
)
def test_moment_around_a_change_of_clocks_comes_back(text: str) -> None:
    item = replace(block("a"), timebox=Timebox(Moment.parse(text)))
    document = written(plan(item))
    assert document["blocks"][0]["timebox"]["start"] == text
    assert read_plan(write_plan(plan(item))) == plan(item)


def test_instants_of_other_offsets_are_read_into_utc() -> None:
    there = timezone(timedelta(hours=2))
    span = Span(datetime(2015, 9, 25, 10, tzinfo=there), datetime(2015, 9, 25, 12, tzinfo=there))
    document = written(plan(person("ben", availability=(span,))))
    assert document["people"][0]["availability"] == [
        {"start": "2015-09-25T08:00:00Z", "end": "2015-09-25T10:00:00Z"}
    ]
    document["people"][0]["availability"][0]["start"] = "2015-09-25T10:00:00+02:00"
    document["changed"] = "2015-09-25T10:00:00+02:00"
    again = read_plan(json.dumps(document).encode())
    assert again.people[PersonId("ben")].availability == (span,)
    assert again.people[PersonId("ben")].availability[0].start.tzinfo is UTC
    assert again.changed.tzinfo is UTC


def test_half_of_a_surrogate_pair_comes_back() -> None:
    nasty = plan(title_of("\ud800 and \udfff and \U0001f600"))
    assert b"\\ud800 and \\udfff and \xf0\x9f\x98\x80" in write_plan(nasty)
    assert read_plan(write_plan(nasty)) == nasty


def test_byte_order_mark_is_passed_over() -> None:
    assert read_plan(b"\xef\xbb\xbf" + write_plan(plan())) == plan()


def test_ignored_problems_and_notes_come_back() -> None:
    known = plan(note="n", ignored=(Ignored("overlap blocks:a", "they know each other"),))
    assert read_plan(write_plan(known)) == known


@pytest.mark.parametrize(
    ("impossible", "place", "code"),
    [
        (replace(plan(), office=OfficeId("gone")), "office", "not_there"),
        (plan(room("blue", "gone")), "rooms[0].office", "not_there"),
        (plan(office(zone="Mars/Olympus")), "offices[0].zone", "unknown_zone"),
        (plan(office(zone="")), "offices[0].zone", "unknown_zone"),
        (replace(plan(), id=PlanId("")), "id", "bad_id"),
        (replace(plan(), id=PlanId("\ud800")), "id", "bad_id"),
        (
            plan(person("ben", hours=(Hours(time(9, tzinfo=UTC), time(17, tzinfo=UTC)),))),
            "people[0].hours[0].start",
            "bad_clock",
        ),
        (
            plan(
                replace(
                    block("a"),
                    timebox=Timebox(
                        Moment.parse("0015-09-25T10:15[UTC]").in_zone("Europe/Luxembourg")
                    ),
                )
            ),
            "blocks[0].timebox.start",
            "out_of_range",
        ),
        (
            plan(
                replace(
                    block("a"),
                    timebox=Timebox(Moment.parse("2015-09-25T10:15[UTC]"), timedelta.max),
                )
            ),
            "blocks[0].timebox.duration",
            "out_of_range",
        ),
    ],
)
def test_plan_that_could_not_be_read_again_is_not_written(
    impossible: Plan, place: str, code: str
) -> None:
    with pytest.raises(UnwritablePlan) as refused:
        write_plan(impossible)
    assert [(fault.place, fault.code) for fault in refused.value.faults][:1] == [(place, code)]


def test_record_by_itself_comes_back() -> None:
    ben = person(
        "ben",
        zone="Europe/Luxembourg",
        availability=(Span(*[datetime(2015, 9, 25, tzinfo=UTC)] * 2),),
    )
    assert read_record(write_record(ben), Person) == ben


def test_times_of_day_that_are_left_open_come_back() -> None:
    stay = Stay(
        StayId("stay"),
        CandidateId("ada"),
        "Near",
        date(2015, 9, 24),
        date(2015, 9, 25),
        CalendarMark("seed"),
        check_out_until=time(11),
    )
    document = written(plan(candidate("ada"), stay))
    assert "check_in_from" not in document["stays"][0]
    document["stays"][0]["check_in_from"] = None
    assert read_plan(json.dumps(document).encode()) == plan(candidate("ada"), stay)


def test_plan_beyond_the_limit_is_not_written() -> None:
    with pytest.raises(UnwritablePlan) as refused:
        write_plan(plan(note="x" * SIZE_LIMIT))
    assert refused.value.facts == {
        "reason": "too_large",
        "place": "",
        "total": 1,
        "size": 51,
        "limit": 50,
    }


def test_record_by_itself_with_an_impossible_id_is_refused() -> None:
    with pytest.raises(UnwritablePlan):
        write_record(person("\ud800"))


def test_record_by_itself_with_a_fault_is_refused() -> None:
    with pytest.raises(UnreadablePlan) as refused:
        read_record(b'{"id": "ben", "nmae": "Ben", "zone": "Mars/Olympus"}', Person)
    assert [(f.place, f.code) for f in refused.value.faults] == [
        ("name", "missing"),
        ("nmae", "unknown_field"),
    ]
    with pytest.raises(UnreadablePlan):
        read_record(b'{"id": "ben", "name": "Ben", "zone": "Mars/Olympus"}', Person)
    with pytest.raises(UnwritablePlan):
        write_record(person("ben", zone="Mars/Olympus"))
