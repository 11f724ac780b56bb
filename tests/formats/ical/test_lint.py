"""The lint of calendar files: one finding with its line for each way of being broken."""

import pytest

from planner.formats.ical.lint import Finding, lint

ZONE = (
    "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\n"
    "BEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"
    "BEGIN:DAYLIGHT\nDTSTART:19700329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n"
    "END:VTIMEZONE\n"
)
HEAD = "BEGIN:VCALENDAR\nPRODID:-//x//y//EN\nVERSION:2.0\n"
START = "DTSTART;TZID=Europe/Berlin:20260601T100000\n"
END = "DTEND;TZID=Europe/Berlin:20260601T110000\n"
EVENT = f"BEGIN:VEVENT\nUID:uid-1\nDTSTAMP:20260101T000000Z\n{START}{END}SUMMARY:Talk\nEND:VEVENT\n"
GOOD = f"{HEAD}{ZONE}{EVENT}END:VCALENDAR\n"
ALARM = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:-PT15M\nEND:VALARM\n"


def written(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def findings(text: str) -> list[tuple[int, str]]:
    return [(finding.line, finding.code) for finding in lint(written(text))]


def changed(old: str, new: str, text: str = GOOD) -> str:
    assert old in text
    return text.replace(old, new, 1)


def message(method: str, event: str = EVENT) -> str:
    return changed("VERSION:2.0\n", f"VERSION:2.0\nMETHOD:{method}\n", changed(EVENT, event))


PEOPLE = "ORGANIZER:mailto:a@example.com\nATTENDEE:mailto:b@example.com\n"
INVITATION = changed("SUMMARY", f"{PEOPLE}SUMMARY", EVENT)


def test_good_file_has_no_findings() -> None:
    assert findings(GOOD) == []


def test_invitation_has_no_findings() -> None:
    assert findings(message("REQUEST", INVITATION)) == []


def test_empty_file_has_two_findings_in_order() -> None:
    assert lint(b"") == (Finding(1, "no_calendar"), Finding(1, "no_final_line_ending"))


BROKEN_TEXTS = {
    "no zone": (changed(ZONE, ""), [(7, "zone_not_declared"), (8, "zone_not_declared")]),
    "end before start": (changed("T110000", "T090000"), [(23, "end_before_start")]),
    "end equals start": (changed("T110000", "T100000"), [(23, "end_before_start")]),
    "zone and Z": (changed("T100000\n", "T080000Z\n"), [(22, "utc_with_zone")]),
    "UTC as a zone": (
        changed(START, "DTSTART;TZID=UTC:20260601T080000\n"),
        [(22, "zone_utc")],
    ),
    "floating": (changed(START, "DTSTART:20260601T080000\n"), [(22, "floating_time")]),
    "no such time": (changed("20260601T1000", "20261301T1000"), [(22, "bad_time")]),
    "date and time": (changed(START, "DTSTART;VALUE=DATE:20260601\n"), [(23, "date_and_time")]),
    "end and duration": (changed("SUMMARY", "DURATION:PT1H\nSUMMARY"), [(24, "end_and_duration")]),
    "skipped wall time": (
        changed("20260601T100000", "20260329T023000"),
        [(22, "unclear_wall_time")],
    ),
    "repeated wall time": (
        changed("20260601T100000", "20251026T023000"),
        [(22, "unclear_wall_time")],
    ),
    "duplicate UID": (changed(EVENT, EVENT + EVENT), [(27, "duplicate_uid")]),
    "no UID": (changed("UID:uid-1\n", ""), [(19, "no_uid")]),
    "no DTSTAMP": (changed("DTSTAMP:20260101T000000Z\n", ""), [(19, "no_stamp")]),
    "no DTSTART": (changed(START, ""), [(19, "no_start")]),
    "UID of an address": (changed("UID:uid-1", "UID:a@b"), [(20, "unsafe_uid")]),
    "METHOD in the event": (
        changed("SUMMARY", "METHOD:REQUEST\nSUMMARY"),
        [(24, "method_in_event")],
    ),
    "organizer without method": (
        changed("SUMMARY", "ORGANIZER:mailto:a@example.com\nSUMMARY"),
        [(24, "people_without_method")],
    ),
    "attendee without method": (
        changed("SUMMARY", "ATTENDEE:mailto:a@example.com\nSUMMARY"),
        [(24, "people_without_method")],
    ),
    "two UIDs in a message": (
        message("REQUEST", INVITATION + INVITATION.replace("uid-1", "uid-2")),
        [(29, "several_uids")],
    ),
    "message without organizer": (
        message("REQUEST", changed("ORGANIZER:mailto:a@example.com\n", "", INVITATION)),
        [(20, "no_organizer")],
    ),
    "request without attendee": (
        message("REQUEST", changed("ATTENDEE:mailto:b@example.com\n", "", INVITATION)),
        [(20, "no_attendee")],
    ),
    "attendee in a published event": (message("PUBLISH", INVITATION), [(26, "attendee_published")]),
    "cancelled without sequence": (message("CANCEL", INVITATION), [(20, "no_sequence")]),
    "raw newline": (changed("Talk", "Talk\nand walk"), [(25, "raw_newline")]),
    "empty property": (changed("SUMMARY:Talk", "SUMMARY:"), [(24, "empty_property")]),
    "line too long": (changed("Talk", "x" * 68), [(24, "line_too_long")]),
    "split escape": (changed("Talk", "a\\\n nb"), [(24, "split_escape")]),
    "control character": (changed("Talk", "a\x1bb"), [(24, "control_character")]),
    "control character of Latin-1": (changed("Talk", "a\x9bb"), [(24, "control_character")]),
    "calendar name": (changed("VERSION", "X-WR-CALNAME:Day\nVERSION"), [(3, "calendar_name")]),
    "no product": (changed("PRODID:-//x//y//EN\n", ""), [(1, "no_product")]),
    "no version": (changed("VERSION:2.0\n", ""), [(1, "no_version")]),
    "no component": (f"{HEAD}END:VCALENDAR\n", [(1, "no_component")]),
    "no calendar": ("SUMMARY:x\n", [(1, "no_calendar"), (1, "outside_calendar")]),
    "not closed": (changed("END:VCALENDAR\n", ""), [(1, "not_closed")]),
    "nested component": (
        changed("SUMMARY:Talk\n", "SUMMARY:Talk\nBEGIN:PARTICIPANT\nUID:p\nEND:PARTICIPANT\n"),
        [(25, "nested_component")],
    ),
    "several alarms": (
        changed("SUMMARY:Talk\n", f"SUMMARY:Talk\n{ALARM}{ALARM}"),
        [(30, "several_alarms")],
    ),
    "alarm in the middle": (changed("SUMMARY", f"{ALARM}SUMMARY"), [(24, "alarm_not_last")]),
    "free for some": (changed("SUMMARY", "TRANSP:TRANSPARENT\nSUMMARY"), [(19, "free_for_some")]),
    "free and busy": (
        changed("SUMMARY", "TRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\nSUMMARY"),
        [(25, "free_for_some")],
    ),
    "all-day property": (
        changed("SUMMARY", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\nSUMMARY"),
        [(24, "all_day_property")],
    ),
    "zone after the event": (
        f"{HEAD}{EVENT}{ZONE}END:VCALENDAR\n",
        [(11, "zone_after_event")],
    ),
    "zone with dates": (
        changed("TZOFFSETFROM", "RDATE:19800101T000000\nTZOFFSETFROM"),
        [(8, "zone_shape")],
    ),
    "zone with two standard times": (
        changed("BEGIN:DAYLIGHT", "BEGIN:STANDARD").replace("END:DAYLIGHT", "END:STANDARD"),
        [(4, "zone_shape")],
    ),
    "zone by day of the month": (
        changed("BYDAY=-1SU;BYMONTH=10", "BYDAY=-1SU;BYMONTHDAY=25"),
        [(10, "zone_shape")],
    ),
}


@pytest.mark.parametrize("broken", BROKEN_TEXTS)
def test_lint_finds_what_is_broken(broken: str) -> None:
    text, expected = BROKEN_TEXTS[broken]
    assert findings(text) == expected


BROKEN_BYTES = {
    "byte order mark": (b"\xef\xbb\xbf" + written(GOOD), [(1, "byte_order_mark")]),
    "line feeds": (GOOD.encode(), [(1, "line_ending")]),
    "one line feed": (written(GOOD).replace(b"2.0\r\n", b"2.0\n"), [(3, "line_ending")]),
    "no final line ending": (written(GOOD).removesuffix(b"\r\n"), [(26, "no_final_line_ending")]),
    "Latin-1": (written(GOOD).replace(b"Talk", b"T\xe4lk"), [(24, "not_utf_8")]),
    "split character": (
        written(GOOD).replace(b"Talk", b"T\xc3\r\n \xa4lk"),
        [(24, "split_character")],
    ),
    "lone carriage return": (
        written(GOOD).replace(b"Talk", b"Ta\rlk"),
        [(24, "control_character")],
    ),
}


@pytest.mark.parametrize("broken", BROKEN_BYTES)
def test_lint_finds_broken_bytes(broken: str) -> None:
    content, expected = BROKEN_BYTES[broken]
    assert [(finding.line, finding.code) for finding in lint(content)] == expected


def test_lint_reads_folded_lines_as_one() -> None:
    assert findings(changed("DTSTAMP:2026", "DTSTAMP\n :2026")) == []


def test_lint_respects_quotes_in_parameters() -> None:
    assert findings(changed("SUMMARY:", 'SUMMARY;ALTREP="cid:a;b:c";LANGUAGE=en:')) == []


def test_lint_accepts_exceptions_of_a_series() -> None:
    moved = EVENT.replace("SUMMARY", "RECURRENCE-ID;TZID=Europe/Berlin:20260601T100000\nSUMMARY")
    assert findings(changed(EVENT, EVENT + moved)) == []


def test_lint_accepts_a_zone_it_does_not_know() -> None:
    assert findings(GOOD.replace("Europe/Berlin", "W. Europe Standard Time")) == []
