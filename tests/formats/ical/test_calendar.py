"""Hand-over files: what other people's calendars read out of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from planner.domain.audiences import Audience
from planner.domain.blocks import Block, CalendarMark, Kind, Notes, Timebox
from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId, PersonId, RoomId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.domain.travel import Direction
from planner.formats.ical.calendar import FaultyCalendar, calendar_file, written
from planner.formats.ical.events import event
from planner.formats.ical.lint import lint
from planner.formats.itinerary.content import Card, Entry, Itinerary, NothingToWrite
from planner.formats.itinerary.selection import without_entry
from planner.formats.wording.language import language
from planner.formats.wording.refusals import refusal
from tests.bench.ical_readers import (
    ReadEvent,
    ical_js_events,
    icalendar_events,
    libical_complaints,
    libical_instants,
)
from tests.builders import block, moment, plan
from tests.formats.itinerary.plans import ADA, journey, leg, mark, stay, stop, whole_day

EN = language("en")
CHANGED = datetime(2015, 9, 22, 9, tzinfo=UTC)
READERS = {
    "candidate": Audience.candidate(ADA),
    "interviewer": Audience.interviewer(PersonId("ivy")),
    "host": Audience.host(PersonId("hal")),
    "room": Audience.room(RoomId("red")),
    "coordinator": Audience.coordinator(),
}


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "day.ics"
    path.write_bytes(content)
    return path


def read_by_all(folder: Path, content: bytes) -> list[ReadEvent]:
    """Return the events that ical.js and icalendar agree on; libical finds nothing to say."""
    path = saved(folder, content)
    read = icalendar_events(path)
    assert libical_complaints(path) == []
    assert ical_js_events([path]) == read
    assert libical_instants(path).keys() == {each.uid for each in read}
    assert lint(content) == ()
    return read


def by_summary(events: list[ReadEvent]) -> dict[str | None, ReadEvent]:
    return {each.summary: each for each in events}


def instant(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2015, 9, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize("reader", READERS)
def test_file_of_every_reader_reads_right_in_every_calendar(tmp_path: Path, reader: str) -> None:
    content = calendar_file(whole_day(changed=CHANGED), READERS[reader], EN)
    read = read_by_all(tmp_path, content)
    instants = libical_instants(tmp_path / "day.ics")
    timed = {each.uid: (each.start, each.end) for each in read if each.start is not None}
    assert {uid: instants[uid] for uid in timed} == timed
    assert [each for each in read if each.is_floating] == []


def test_candidate_day_is_complete(tmp_path: Path) -> None:
    read = read_by_all(tmp_path, calendar_file(whole_day(), READERS["candidate"], EN))
    assert [(each.summary, each.start) for each in read] == [
        ("arrival", instant(25, 7)),
        ("Interview: Ivy, Engineer", instant(25, 7, 30)),
        ("Interview: Jan", instant(25, 8, 15)),
        ("pause", instant(25, 9)),
        ("Interview: Kim", instant(25, 9, 15)),
        ("lunch", instant(25, 10)),
        ("Interview: Lee", instant(25, 11)),
        ("Interview: Mia", instant(25, 11, 45)),
        ("rest", instant(25, 12, 30)),
        ("Interview: Noa", instant(25, 12, 45)),
        ("Flight EX 1 ATH \u2192 LUX", instant(24, 11, 10)),
        ("Flight EX 2 LUX \u2192 ATH", instant(25, 17, 5)),
        ("Hotel: Hotel near the office", None),
    ]


def test_rest_is_free_twice_and_everything_else_is_busy_twice() -> None:
    content = calendar_file(whole_day(), READERS["candidate"], EN)
    told = {
        str(each["SUMMARY"]): (str(each["TRANSP"]), str(each["X-MICROSOFT-CDO-BUSYSTATUS"]))
        for each in Calendar.from_ical(content).events
    }
    free = {summary for summary, words in told.items() if words == ("TRANSPARENT", "FREE")}
    busy = {summary for summary, words in told.items() if words == ("OPAQUE", "BUSY")}
    assert free == {"pause", "lunch", "rest", "Hotel: Hotel near the office"}
    assert busy == told.keys() - free


def test_room_is_busy_while_the_candidate_rests_in_it(tmp_path: Path) -> None:
    read = read_by_all(tmp_path, calendar_file(whole_day(), READERS["room"], EN))
    assert {each.transparency for each in read} == {"OPAQUE"}
    assert {each.summary for each in read} == {"Interview in progress", "Reserved"}


def test_flight_keeps_the_zone_of_each_end(tmp_path: Path) -> None:
    day = date(2026, 6, 1)
    flight = leg(
        "transatlantic",
        stop("Frankfurt", moment("18:05", day=day, zone="Europe/Berlin"), "FRA"),
        stop("New York", moment("21:10", day=day, zone="America/New_York"), "JFK"),
    )
    outbound = journey("out", Direction.OUTBOUND, flight)
    content = calendar_file(plan(outbound, block("x", "10:00")), READERS["candidate"], EN)
    read = by_summary(read_by_all(tmp_path, content))["Flight FRA \u2192 JFK"]
    assert b"DTSTART;TZID=Europe/Berlin:20260601T180500" in content
    assert b"DTEND;TZID=America/New_York:20260601T211000" in content
    assert (read.start, read.end) == (
        datetime(2026, 6, 1, 16, 5, tzinfo=UTC),
        datetime(2026, 6, 2, 1, 10, tzinfo=UTC),
    )
    assert (read.description or "").splitlines() == [
        "Departure: Frankfurt (FRA), Mon 1 Jun 18:05 (UTC+2)",
        "Arrival: New York (JFK), Mon 1 Jun 21:10 (UTC\u22124)",
    ]


def test_eastbound_flight_over_the_date_line_ends_after_it_starts(tmp_path: Path) -> None:
    day = date(2026, 1, 15)
    flight = leg(
        "pacific",
        stop("Auckland", moment("10:00", day=day, zone="Pacific/Auckland"), "AKL"),
        stop("Los Angeles", moment("03:00", day=day, zone="America/Los_Angeles"), "LAX"),
    )
    content = calendar_file(
        plan(journey("out", Direction.OUTBOUND, flight), block("x", "10:00")),
        READERS["candidate"],
        EN,
    )
    read = by_summary(read_by_all(tmp_path, content))["Flight AKL \u2192 LAX"]
    assert (read.start, read.end) == (
        datetime(2026, 1, 14, 21, tzinfo=UTC),
        datetime(2026, 1, 15, 11, tzinfo=UTC),
    )


def test_blocking_the_calendar_changes_two_lines_and_nothing_else() -> None:
    free = Entry("uid", 0, "x", "", (), "", moment("10:00"), moment("11:00"), is_busy=False)
    lines = [
        event(entry, CHANGED).to_ical().decode().splitlines()
        for entry in (free, replace(free, is_busy=True))
    ]
    assert set(lines[0]) ^ set(lines[1]) == {
        "TRANSP:OPAQUE",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    }


def test_entry_that_ends_before_it_starts_is_refused() -> None:
    entry = Entry("uid", 0, "x", "", (), "", moment("11:00"), moment("10:00"))
    with pytest.raises(InvalidValue):
        event(entry, CHANGED)


def test_entry_without_any_time_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        event(Entry("uid", 0, "Lunch", "", (), ""), CHANGED)
    assert refusal(refused.value, EN) == (
        "No calendar file was written: its entry Lunch has neither times nor days. "
        "Give the block a start and an end."
    )


def test_hotel_covers_whole_days_up_to_the_check_out_day(tmp_path: Path) -> None:
    hotel = stay(date(2026, 10, 25), date(2026, 10, 27))
    content = calendar_file(plan(hotel, block("x", "10:00")), READERS["candidate"], EN)
    read = by_summary(read_by_all(tmp_path, content))["Hotel: Hotel near the office"]
    assert (read.first_day, read.day_after) == (date(2026, 10, 25), date(2026, 10, 28))
    assert read.transparency == "TRANSPARENT"
    assert b"ALLDAYEVENT" not in content


@pytest.mark.parametrize(
    ("zone", "day", "start", "shown"),
    [
        ("America/Vancouver", date(2026, 12, 1), "09:00", b"20261201T160000Z"),
        ("Asia/Jerusalem", date(2026, 6, 1), "09:00", b"20260601T060000Z"),
        ("Europe/Berlin", date(2026, 10, 25), "02:30", b"20261025T003000Z"),
        ("Europe/Berlin", date(2026, 3, 29), "02:30", b"20260329T013000Z"),
        ("UTC", date(2026, 3, 29), "02:30", b"20260329T023000Z"),
    ],
)
def test_times_that_calendars_read_differently_are_written_in_utc(
    tmp_path: Path, zone: str, day: date, start: str, shown: bytes
) -> None:
    content = calendar_file(plan(block("x", start, day=day, zone=zone)), READERS["candidate"], EN)
    (read,) = read_by_all(tmp_path, content)
    assert b"DTSTART:" + shown in content
    assert b"VTIMEZONE" not in content
    assert (read.description or "").startswith("Local time: ")


def test_second_of_two_equal_wall_times_survives(tmp_path: Path) -> None:
    later = Moment.from_wall(
        date(2026, 10, 25), moment("02:30").clock, "Europe/Berlin", second=True
    )
    box = Timebox(later, timedelta(minutes=30))
    (read,) = read_by_all(
        tmp_path,
        calendar_file(plan(replace(block("x"), timebox=box)), READERS["candidate"], EN),
    )
    assert read.start == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_plan_over_the_night_of_the_change_has_each_zone_once(tmp_path: Path) -> None:
    days = [date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26)]
    blocks = [block(f"day-{day.day}", "10:00", day=day) for day in days]
    content = calendar_file(plan(*blocks), READERS["candidate"], EN)
    read = read_by_all(tmp_path, content)
    assert [each.start for each in read] == [
        datetime(2026, 10, 24, 8, tzinfo=UTC),
        datetime(2026, 10, 25, 9, tzinfo=UTC),
        datetime(2026, 10, 26, 9, tzinfo=UTC),
    ]
    assert content.count(b"BEGIN:VTIMEZONE") == 1


AWKWARD = "; , \\ : \\n \u00e4\U0001f3a4 \u0645\u062d\u0645\u062f " + "\u00e4" * 300


def test_awkward_text_is_equal_after_parsing(tmp_path: Path) -> None:
    notes = Notes(candidate=f"{AWKWARD}\r\nsecond\rthird\tline\x1b\x9b")
    told = block("x", "10:00", kind=Kind.TALK, title=AWKWARD, place=AWKWARD, notes=notes)
    (read,) = read_by_all(tmp_path, calendar_file(plan(told), READERS["candidate"], EN))
    assert read.summary == AWKWARD
    assert (read.location or "").startswith(AWKWARD)
    assert (read.description or "").splitlines()[:3] == [AWKWARD, "second", "third line"]


def test_text_that_looks_like_properties_injects_nothing(tmp_path: Path) -> None:
    hostile = "x\r\nATTENDEE:mailto:spy@example.com\nEND:VEVENT\u2028METHOD:REQUEST"
    told = block("x", "10:00", title=hostile, people=['Annie", A:B\r\nATTENDEE:spy'])
    content = calendar_file(plan(told), READERS["candidate"], EN)
    read_by_all(tmp_path, content)
    lines = content.replace(b"\r\n ", b"").split(b"\r\n")
    assert [line for line in lines if line.startswith((b"ATTENDEE", b"METHOD"))] == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_gives_a_file_without_findings(title: str, note: str) -> None:
    told = block("x", "10:00", title=title, notes=Notes(candidate=note))
    content = calendar_file(plan(told), READERS["candidate"], EN)
    assert lint(content) == ()
    assert len(Calendar.from_ical(content).events) == 1


def test_unchanged_plan_gives_the_same_bytes() -> None:
    contents = {calendar_file(whole_day(changed=CHANGED), READERS["candidate"], EN) for _ in "ab"}
    assert len(contents) == 1


def test_stamp_is_the_last_change_of_the_plan() -> None:
    content = calendar_file(
        whole_day(changed=CHANGED + timedelta(microseconds=7)), READERS["room"], EN
    )
    assert set(lines_named(content, b"DTSTAMP")) == {b"DTSTAMP:20150922T090000Z"}


def lines_named(content: bytes, name: bytes) -> list[bytes]:
    return [line for line in content.split(b"\r\n") if line.startswith(name)]


def test_sequence_is_the_stored_one() -> None:
    told = replace(block("x", "10:00"), calendar=mark("x", sequence=7))
    assert lines_named(calendar_file(plan(told), READERS["candidate"], EN), b"SEQUENCE") == [
        b"SEQUENCE:7"
    ]


def test_uid_differs_by_class_of_reader_and_stays_through_changes() -> None:
    first = plan(block("x", "10:00", people=["ivy"], room="red"))
    moved = plan(block("x", "11:00", people=["ivy"], room="red", title="Other"))
    assert [uids(first, name) for name in READERS if name != "host"] == [
        uids(moved, name) for name in READERS if name != "host"
    ]
    assert len({uids(first, name)[0] for name in READERS if name != "host"}) == 4


def uids(day: Plan, reader: str) -> list[bytes]:
    return lines_named(calendar_file(day, READERS[reader], EN), b"UID")


def test_seed_written_by_hand_gives_a_lasting_uid() -> None:
    told = replace(block("x", "10:00"), calendar=CalendarMark("my own words"))
    assert uids(plan(told), "candidate") == uids(plan(told), "candidate")
    assert lint(calendar_file(plan(told), READERS["candidate"], EN)) == ()


def test_block_without_start_or_end_has_no_event_and_is_reported() -> None:
    blocks = [block("endless", "10:00", None), block("waiting"), block("whole", "11:00")]
    day = plan(*blocks)
    assert len(uids(day, "candidate")) == 1
    assert without_entry(day, READERS["candidate"]) == (BlockId("endless"), BlockId("waiting"))


@pytest.mark.parametrize("blocks", [[], [block("waiting")], [block("endless", "10:00", None)]])
def test_reader_without_entries_gets_no_file(blocks: list[Block]) -> None:
    day = whole_day().without(Block, list(whole_day().blocks)).with_records(blocks)
    with pytest.raises(NothingToWrite) as refused:
        calendar_file(day, READERS["interviewer"], EN)
    assert refused.value.facts == {"audience": READERS["interviewer"].kind}


def test_file_that_calendars_would_misread_is_not_written() -> None:
    wrong = Entry("a/b", 0, "", "", (), "", moment("10:00"), moment("11:00"))
    card = Card("", "", entry=wrong)
    document = Itinerary(READERS["room"], "en", "Red", CHANGED, stays=(card,))
    with pytest.raises(FaultyCalendar) as refused:
        written(document)
    assert refused.value.facts == {"faults": ("unsafe_uid", "empty_property")}
    assert refusal(refused.value, EN).startswith(
        "The calendar file was not written, because calendars would misread it (unsafe_uid and "
    )


def test_no_interviewer_address_reaches_candidate_or_room() -> None:
    for reader in ("candidate", "room"):
        content = calendar_file(whole_day(), READERS[reader], EN).replace(b"\r\n ", b"")
        assert [word for word in (b"ivy@", b"0111", b"mailto:") if word in content] == []


def test_single_event_file_has_nothing_that_trips_calendars() -> None:
    content = calendar_file(plan(block("x", "10:00")), READERS["candidate"], EN)
    assert [line for line in content.split(b"\r\n") if b":" in line and line.endswith(b":")] == []
    for forbidden in (b"X-WR-", b"METHOD", b"ORGANIZER", b"PARTICIPANT", b"\r\nNAME"):
        assert forbidden not in content
    assert content.count(b"BEGIN:VALARM") == 1
    assert lines_named(content.split(b"BEGIN:VEVENT")[0], b"UID") == []


def test_alarms_ring_before_meetings_and_flights_only() -> None:
    content = calendar_file(whole_day(), READERS["candidate"], EN)
    triggers = {
        str(each["SUMMARY"]): [alarm["TRIGGER"].to_ical() for alarm in each.walk("VALARM")]
        for each in Calendar.from_ical(content).events
    }
    assert triggers["Interview: Jan"] == [b"-PT15M"]
    assert b"TRIGGER:-PT180M" in content
    assert triggers["pause"] == triggers["Hotel: Hotel near the office"] == []
    assert b"VALARM" not in calendar_file(whole_day(), READERS["room"], EN)
    assert b"VALARM" not in calendar_file(whole_day(), READERS["coordinator"], EN)


def test_interview_of_two_candidates_is_one_event() -> None:
    shared = block("x", "10:00", candidates=["ada", "bob"], people=["ivy"])
    assert len(uids(plan(shared), "interviewer")) == 1
