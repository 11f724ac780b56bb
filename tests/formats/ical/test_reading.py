"""Reading calendar files of others: entries become rows, and traps are refused before parsing."""

import time as clocks
from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.plan_files import load_plan_file
from planner.domain.audiences import Audience, AudienceKind
from planner.domain.blocks import Kind
from planner.formats.ical.calendar import calendar_file
from planner.formats.ical.reading import (
    LONGEST_LINE,
    MOST_BYTES,
    MOST_PARTS,
    UnreadableCalendar,
    is_calendar,
    read_calendar,
)
from planner.formats.timetext.timetable import Attendee, Line, Sort
from planner.formats.wording.language import language
from planner.formats.wording.refusals import refusal
from planner.formats.wording.timetable import line_sentences
from planner.resources import bundled
from tests.builders import DAY, ZONE

EVENT = """\
SUMMARY:Interview with Anna Schmidt
DTSTART;TZID=Europe/Luxembourg:20150925T101500
DTEND;TZID=Europe/Luxembourg:20150925T110000
"""


def calendar(*events: str) -> bytes:
    inside = "".join(f"BEGIN:VEVENT\n{event}END:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{inside}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def only_line(*events: str) -> Line:
    (line,) = read_calendar(calendar(*events), zone=ZONE).lines
    return line


def codes(line: Line) -> list[str]:
    return [remark.code for remark in (*line.notes, *line.questions)]


def times(line: Line) -> tuple[object, ...]:
    assert line.row is not None
    return (line.row.day, line.row.start, line.row.end, line.row.ends_next_day)


def test_an_entry_becomes_a_row_that_is_understood_like_a_pasted_line() -> None:
    line = only_line(EVENT)
    assert line.row is not None
    assert times(line) == (DAY, time(10, 15), time(11), False)
    assert (line.row.kind, line.row.people) == (Kind.INTERVIEW, (Attendee("Anna Schmidt"),))
    assert codes(line) == []


def test_entries_come_in_order_of_time_and_say_where_they_are() -> None:
    late = EVENT.replace("T10", "T14").replace("T11", "T15") + "LOCATION:Room 1.04\\, 2nd floor\n"
    lines = read_calendar(calendar(late, EVENT), zone=ZONE).lines
    assert [line.row.start for line in lines if line.row] == [time(10, 15), time(14, 15)]
    assert lines[1].text == (
        "2015-09-25 14:15 - 15:00  Interview with Anna Schmidt  Room 1.04, 2nd floor"
    )
    assert lines[1].row is not None
    assert lines[1].row.place == "Room 1.04, 2nd floor"


@pytest.mark.parametrize(
    ("start", "expected", "remarks"),
    [
        ("DTSTART:20150925T081500Z", time(10, 15), []),
        ("DTSTART:20150925T101500", time(10, 15), ["calendar_floating"]),
        ("DTSTART;TZID=Europe/London:20150925T091500", time(10, 15), ["calendar_other_zone"]),
        (
            "DTSTART;TZID=W. Europe Standard Time:20150925T101500",
            time(10, 15),
            ["calendar_other_zone"],
        ),
        ("DTSTART;TZID=/example.org/Europe/Luxembourg:20150925T101500", time(10, 15), []),
        ("DTSTART;TZID=Mars:20150925T101500", time(10, 15), ["calendar_unknown_zone"]),
    ],
)
def test_times_are_shown_on_the_clocks_asked_for(
    start: str, expected: time, remarks: list[str]
) -> None:
    line = only_line(f"SUMMARY:Talk\n{start}\nDURATION:PT45M\n")
    assert times(line) == (DAY, expected, time(11), False)
    assert codes(line) == remarks


def test_a_length_in_place_of_an_end_may_reach_past_midnight() -> None:
    line = only_line("SUMMARY:Dinner\nDTSTART:20150925T200000Z\nDURATION:PT3H30M\n")
    assert times(line) == (DAY, time(22), time(1, 30), True)


def test_a_rule_of_repetition_is_said_and_never_expanded() -> None:
    bomb = EVENT + "RRULE:FREQ=SECONDLY;COUNT=1000000000\n"
    started = clocks.perf_counter()
    line = only_line(bomb)
    assert codes(line) == ["calendar_repeats"]
    assert clocks.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("event", "sort", "remarks"),
    [
        ("SUMMARY:Holiday\nDTSTART;VALUE=DATE:20150925\n", Sort.TEXT, ["calendar_whole_day"]),
        (EVENT + "STATUS:CANCELLED\n", Sort.CANCELLED, ["not_taken"]),
        ("SUMMARY:Nothing\n", Sort.TEXT, ["calendar_no_start"]),
        ("SUMMARY:Bad\nDTSTART:20159999T101500Z\n", Sort.TEXT, ["calendar_no_start"]),
        (
            "SUMMARY:Long\nDTSTART:20150925T080000Z\nDTEND:20150928T080000Z\n",
            Sort.TEXT,
            ["calendar_whole_day"],
        ),
    ],
)
def test_what_is_no_block_stays_a_line(event: str, sort: Sort, remarks: list[str]) -> None:
    line = only_line(event)
    assert (line.sort, line.row, codes(line)) == (sort, None, remarks)


def test_people_come_with_their_addresses_and_rooms_as_rooms() -> None:
    line = only_line(
        EVENT
        + 'ATTENDEE;CN="Schmidt, Anna":mailto:anna@example.com\n'
        + "ATTENDEE;CN=anna schmidt:mailto:a.schmidt@example.com\n"
        + "ATTENDEE;CUTYPE=ROOM;CN=1.04:mailto:room@example.com\n"
        + "ATTENDEE:mailto:ben@example.com\n"
    )
    assert line.row is not None
    assert [(p.name, p.email) for p in line.row.people] == [
        ("Schmidt, Anna", "anna@example.com"),
        ("anna schmidt", "a.schmidt@example.com"),
        ("ben", "ben@example.com"),
    ]
    assert line.row.room == "1.04"


def test_folded_lines_and_escapes_are_undone() -> None:
    line = only_line(
        "SUMMARY:Talk about\n  ships\\, sails\nDTSTART:20150925T080000Z\n"
        "DESCRIPTION:Join https://example.org/1\\nBring a badge\n"
    )
    assert line.row is not None
    assert line.row.title == "Talk about ships, sails"
    assert line.row.link == "https://example.org/1"
    assert line.row.note == "Join https://example.org/1 Bring a badge"


def padded(size: int) -> bytes:
    data = calendar(EVENT)
    lines = b"X-A:" + b"a" * 60 + b"\r\n"
    body = data.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\n" + lines * ((size - len(data)) // 66))
    return body + b"\n" * (size - len(body))


def with_line(length: int) -> bytes:
    return calendar(EVENT + "X-LONG:" + "a" * (length - len("X-LONG:")) + "\n")


@pytest.mark.parametrize(
    ("fits", "reason", "too_large"),
    [
        (padded(MOST_BYTES), "too_large_bytes", padded(MOST_BYTES + 1)),
        (with_line(LONGEST_LINE), "too_large_line", with_line(LONGEST_LINE + 1)),
        (
            calendar(*[EVENT] * (MOST_PARTS - 1)),
            "too_large_parts",
            calendar(*[EVENT] * MOST_PARTS),
        ),
        (
            calendar(EVENT + "BEGIN:A\nBEGIN:B\nEND:B\nEND:A\n"),
            "too_large_depth",
            calendar(EVENT + "BEGIN:A\nBEGIN:B\nBEGIN:C\nEND:C\nEND:B\nEND:A\n"),
        ),
    ],
    ids=["bytes", "line", "parts", "depth"],
)
def test_what_is_too_large_is_refused_at_its_limit(
    fits: bytes, reason: str, too_large: bytes
) -> None:
    assert read_calendar(fits, zone=ZONE).lines
    with pytest.raises(UnreadableCalendar) as refused:
        read_calendar(too_large, zone=ZONE)
    assert refused.value.facts["reason"] == reason
    assert "{" not in refusal(refused.value, language("en"))


@pytest.mark.parametrize(
    "trap",
    [
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 50_000,
        b"BEGIN:VCALENDAR\r\nX:a" + b"\r\n a" * 1_000_000,
        calendar(EVENT + "EXDATE:20150925T080000Z\n" * 90_000),
        calendar(EVENT + 'X;A="' + "b," * 30_000 + "\n"),
        calendar("SUMMARY:" + "(10:00 " * 5_000 + "\nDTSTART:20150925T080000Z\n"),
        calendar("DTSTART:20150925T080000Z\nDURATION:P999W\n"),
    ],
    ids=["nested", "folded", "exdates", "quotes", "title", "length"],
)
def test_traps_are_over_within_two_seconds(trap: bytes) -> None:
    started = clocks.perf_counter()
    with suppress(UnreadableCalendar):
        read_calendar(trap, zone=ZONE)
    assert clocks.perf_counter() - started < 2


@pytest.mark.parametrize("data", [b"", b"hello", b"BEGIN:VCARD\r\n"])
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    assert not is_calendar(data)
    with pytest.raises(UnreadableCalendar):
        read_calendar(data, zone=ZONE)


def test_a_calendar_without_entries_is_refused() -> None:
    with pytest.raises(UnreadableCalendar) as refused:
        read_calendar(calendar(), zone=ZONE)
    assert refused.value.facts["reason"] == "no_entries"


@given(
    st.lists(
        st.sampled_from(
            [
                *("BEGIN:VEVENT", "END:VEVENT", "DTSTART:20150925T101500Z", "SUMMARY:Lunch; 11:00"),
                *("DTSTART;TZID=a?,b:20260100", "DTEND:20150925T101500", "DURATION:-PT5M", "X"),
                *("DTSTART;VALUE=DATE:20150925", "ATTENDEE;CN=\\n:x", "DTSTART:00010101T000000Z"),
                *("DTSTART;TZID=Asia/Tokyo:00010101T000000", "DTEND:99991231T235959Z", "END:X"),
            ]
        )
    )
)
def test_any_mixture_of_lines_is_read_or_refused(lines: list[str]) -> None:
    data = "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode()
    try:
        timetable = read_calendar(data, zone=ZONE)
    except UnreadableCalendar:
        return
    for line in timetable.lines:
        assert len(line_sentences(line, language("en"))) == len(line.notes) + len(line.questions)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    try:
        read_calendar(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + noise, zone=ZONE)
    except UnreadableCalendar:
        return


def test_own_calendar_files_are_read_again() -> None:
    sample = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
    written = calendar_file(sample, Audience(AudienceKind.COORDINATOR), language("en"))
    timetable = read_calendar(written, zone=ZONE)
    starts = {(row.day, row.start) for row in timetable.rows}
    boxes = (block.timebox for block in sample.blocks.values())
    assert {(box.start.day, box.start.clock) for box in boxes if box is not None} <= starts
