from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.formats.ical.timezones import zone_component
from tests.bench.ical_readers import (
    ReadEvent,
    ical_js_events,
    icalendar_events,
    libical_complaints,
    libical_instants,
)
from tests.bench.workshop import BenchFailed

HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
STAMP = "DTSTAMP:20260101T000000Z"
START = "DTSTART;TZID=Europe/Berlin:20261026T101500"
FLIGHT = [
    "UID:flight",
    STAMP,
    "DTSTART;TZID=Europe/Berlin:20261026T180500",
    "DTEND;TZID=America/New_York:20261026T211000",
    "SUMMARY:FRA → JFK\\, seat 12A",
    "LOCATION:Frankfurt\\; Terminal 1",
    "DESCRIPTION:First line\\nÄ \u2028 second\\, \U0001f6eb",
    "SEQUENCE:3",
    "TRANSP:OPAQUE",
    "STATUS:CONFIRMED",
]
HOTEL = [
    "UID:hotel",
    STAMP,
    "DTSTART;VALUE=DATE:20261025",
    "DTEND;VALUE=DATE:20261028",
    "TRANSP:TRANSPARENT",
]
READ = [
    ReadEvent(
        uid="flight",
        summary="FRA → JFK, seat 12A",
        location="Frankfurt; Terminal 1",
        description="First line\nÄ \u2028 second, \U0001f6eb",
        start=datetime(2026, 10, 26, 17, 5, tzinfo=UTC),
        end=datetime(2026, 10, 27, 1, 10, tzinfo=UTC),
        transparency="OPAQUE",
        sequence=3,
        status="CONFIRMED",
    ),
    ReadEvent(
        uid="hotel",
        first_day=date(2026, 10, 25),
        day_after=date(2026, 10, 28),
        transparency="TRANSPARENT",
    ),
]


def zones(*names: str) -> list[str]:
    components = [zone_component(name, [2026]) for name in names]
    return [line for each in components if each for line in str(each.to_ical(), "utf-8").split()]


def written(folder: Path, lines: list[str], *events: list[str]) -> Path:
    path = folder / "file.ics"
    parts = [["BEGIN:VEVENT", *event, "END:VEVENT"] for event in events]
    text = [*HEAD, *lines, *(line for part in parts for line in part), "END:VCALENDAR", ""]
    path.write_text("\n".join(text), encoding="utf-8", newline="\r\n")
    return path


def good(folder: Path) -> Path:
    return written(folder, zones("Europe/Berlin", "America/New_York"), FLIGHT, HOTEL)


def test_libical_has_no_complaint_about_a_good_file(tmp_path: Path) -> None:
    assert libical_complaints(good(tmp_path)) == []


@pytest.mark.parametrize(
    ("lines", "event", "fragments"),
    [
        ([], [STAMP, "DTSTART:20261026T091500Z"], ["0 of UID"]),
        ([], ["UID:a", "DTSTART:20261026T091500Z"], ["0 of DTSTAMP"]),
        ([], ["UID:a", STAMP], ["0 of DTSTART"]),
        (["VERSION:2.0"], HOTEL, ["2 of VERSION", "VERSION property"]),
        ([], [*HOTEL, "METHOD:REQUEST"], ["METHOD property"]),
        (["METHOD:CANCEL"], [*FLIGHT, "ATTENDEE:mailto:anna@example.com"], ["ORGANIZER property"]),
        (["METHOD:REQUEST"], [*FLIGHT, "ORGANIZER:mailto:a@example.com"], ["ATTENDEE property"]),
        ([], [*FLIGHT, "DURATION:PT1H"], ["both DURATION and DTEND"]),
        ([], [*HOTEL, "SUMMARY:two", "lines"], ["lines"]),
    ],
)
def test_libical_complains(
    tmp_path: Path, lines: list[str], event: list[str], fragments: list[str]
) -> None:
    complaints = libical_complaints(written(tmp_path, lines, event))
    pairs = zip(complaints, fragments, strict=True)
    assert [fragment for complaint, fragment in pairs if fragment in complaint] == fragments


def test_libical_complains_about_what_is_no_calendar(tmp_path: Path) -> None:
    path = tmp_path / "letter.ics"
    path.write_text("Dear Anna,\n", encoding="utf-8")
    assert libical_complaints(path) == ["no iCalendar component"]


def test_libical_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BenchFailed, match="icalcheck complaints"):
        libical_complaints(tmp_path / "missing.ics")


def test_libical_reads_instants(tmp_path: Path) -> None:
    path = written(tmp_path, zones("Europe/Berlin", "America/New_York"), FLIGHT)
    assert libical_instants(path) == {"flight": (READ[0].start, READ[0].end)}


def test_ical_js_reads_a_good_file(tmp_path: Path) -> None:
    assert ical_js_events([good(tmp_path)]) == READ


def test_icalendar_reads_a_good_file(tmp_path: Path) -> None:
    assert icalendar_events(good(tmp_path)) == READ
    assert [event.is_all_day for event in READ] == [False, True]


def test_ical_js_keeps_the_zones_of_files_apart(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    bare = written(tmp_path / "other", [], ["UID:bare", STAMP, START])
    read = ical_js_events([good(tmp_path), bare, good(tmp_path)])
    assert [event.uid for event in read] == ["flight", "hotel", "bare", "flight", "hotel"]
    assert [event.is_floating for event in read] == [False, False, True, False, False]


def test_ical_js_tells_a_zone_without_vtimezone(tmp_path: Path) -> None:
    moment = datetime(2026, 10, 26, 10, 15, tzinfo=UTC)
    read = ical_js_events([written(tmp_path, [], ["UID:a", STAMP, START])])
    assert read == [ReadEvent(uid="a", start=moment, end=moment, is_floating=True)]


def test_readers_tell_a_floating_time(tmp_path: Path) -> None:
    path = written(tmp_path, [], ["UID:a", STAMP, "DTSTART:20261026T101500"])
    assert icalendar_events(path) == ical_js_events([path])
    assert [event.is_floating for event in icalendar_events(path)] == [True]


def test_ical_js_throws_at_a_raw_newline(tmp_path: Path) -> None:
    with pytest.raises(BenchFailed, match="ParserError"):
        ical_js_events([written(tmp_path, [], [*HOTEL, "SUMMARY:two", "lines"])])
