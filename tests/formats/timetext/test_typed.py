from datetime import time, timedelta

import pytest

from planner.domain.errors import PlannerError
from planner.formats.timetext.errors import AmbiguousInput, UnreadableInput
from planner.formats.timetext.typed import read_clock, read_length

# What Ontime's parseUserTime makes of seven texts. It has one reader for both; here a text without
# am or pm belongs to the reader of lengths, one with them to the reader of clocks.
ONTIME_LENGTHS = {
    "10": timedelta(minutes=10),
    "120": timedelta(hours=1, minutes=20),
    "1h2": timedelta(hours=1, minutes=2),
    "12h30": timedelta(hours=12, minutes=30),
    "90m": timedelta(hours=1, minutes=30),
}
ONTIME_CLOCKS = {"1:10pm": time(13, 10), "12am": time(0, 0)}


@pytest.mark.parametrize(("text", "expected"), ONTIME_LENGTHS.items())
def test_length_follows_ontime(text: str, expected: timedelta) -> None:
    assert read_length(text) == expected


@pytest.mark.parametrize(("text", "expected"), ONTIME_CLOCKS.items())
def test_clock_follows_ontime(text: str, expected: time) -> None:
    assert read_clock(text) == expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45m", 45),
        ("45 min", 45),
        ("45 Min.", 45),
        ("45'", 45),
        ("45\u2032", 45),
        ("1h30", 90),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("1 hour and 30 minutes", 90),
        ("1 Stunde und 30 Minuten", 90),
        ("1:30", 90),
        ("1:30:00", 90),
        ("1.5 h", 90),
        ("1,5 Std.", 90),
        ("2 Stunden", 120),
        ("0", 0),
        ("5", 5),
        ("99", 99),
        ("100", 60),
        ("1000", 600),
        ("  45  ", 45),
        ("\uff14\uff15", 45),
        ("\u0664\u0665", 45),
        ("1\uff1a30", 90),
    ],
)
def test_length_is_read(text: str, minutes: int) -> None:
    assert read_length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("+15", 45), ("-10", 20), ("\u221210", 20), ("+0:30", 60), ("+1h", 90)),
        *(("+120", 150), ("+100", 130), ("+9999", 10029)),
    ],
)
def test_length_changes_its_base(text: str, minutes: int) -> None:
    assert read_length(text, base=timedelta(minutes=30)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("abc", "not_a_length"),
        ("12345", "not_a_length"),
        ("45 cm", "not_a_length"),
        ("25:61", "no_such_length"),
        ("175", "no_such_length"),
        ("1:10pm", "clock_not_length"),
        ("12am", "clock_not_length"),
        ("8 Uhr", "clock_not_length"),
        ("noon", "clock_not_length"),
        ("+15", "needs_base"),
        ("4" * 61, "too_long"),
    ],
)
def test_length_refuses(text: str, reason: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_length(text)
    assert (refused.value.facts["reason"], refused.value.facts["text"]) == (reason, text[:80])


@pytest.mark.parametrize("text", ["+10000", "-" + "9" * 50])
def test_change_by_more_than_four_digits_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_length(text, base=timedelta(minutes=30))
    assert (refused.value.facts["reason"], refused.value.facts["text"]) == ("not_a_length", text)


def test_time_moves_by_minutes_however_many_digits() -> None:
    assert read_clock("+120", base=time(10)) == time(12)


def test_length_below_zero_is_refused() -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_length("-45", base=timedelta(minutes=30))
    assert refused.value.facts["reason"] == "below_zero"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("1.30", timedelta(hours=1.3), timedelta(hours=1, minutes=30)),
        ("1,5", timedelta(hours=1.5), timedelta(hours=1, minutes=5)),
    ],
)
def test_length_without_unit_is_ambiguous(text: str, first: timedelta, second: timedelta) -> None:
    with pytest.raises(AmbiguousInput) as refused:
        read_length(text)
    assert refused.value.readings == (first, second)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:15", time(10, 15)),
        ("10.15", time(10, 15)),
        ("10h15", time(10, 15)),
        ("1h2", time(1, 2)),
        ("12h30", time(12, 30)),
        ("1h30", time(1, 30)),
        ("930", time(9, 30)),
        ("1015", time(10, 15)),
        ("120", time(1, 20)),
        ("0", time(0, 0)),
        ("10:15am", time(10, 15)),
        ("10:15 A.M.", time(10, 15)),
        ("10:15\u00a0p.m.", time(22, 15)),
        ("9a", time(9, 0)),
        ("9 p", time(21, 0)),
        ("12 pm", time(12, 0)),
        ("12 am", time(0, 0)),
        ("13:10 pm", time(13, 10)),
        ("10:15:30", time(10, 15, 30)),
        ("noon", time(12, 0)),
        ("NOON", time(12, 0)),
        ("12 noon", time(12, 0)),
        ("midnight", time(0, 0)),
        ("mittags", time(12, 0)),
        ("12 Uhr mittags", time(12, 0)),
        ("Mitternacht", time(0, 0)),
        ("8 Uhr", time(8, 0)),
        ("8 Uhr 15", time(8, 15)),
        ("8.15 Uhr", time(8, 15)),
        ("8 Uhr abends", time(20, 0)),
        ("3 in the afternoon", time(15, 0)),
        ("8 o'clock", time(8, 0)),
        ("8 o\u2019clock", time(8, 0)),
        ("20h", time(20, 0)),
        ("\uff11\uff10\uff1a\uff11\uff15", time(10, 15)),
    ],
)
def test_clock_is_read(text: str, expected: time) -> None:
    assert read_clock(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+45", time(10, 45)),
        ("-1h30", time(8, 30)),
        ("\u20131h30", time(8, 30)),
        ("+ 5", time(10, 5)),
    ],
)
def test_clock_moves_its_base(text: str, expected: time) -> None:
    assert read_clock(text, base=time(10, 0)) == expected


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("10", (time(10, 0), time(0, 10))),
        ("1", (time(1, 0), time(0, 1))),
        ("23", (time(23, 0), time(0, 23))),
        ("10:5", (time(10, 5), time(10, 50))),
        ("10.5", (time(10, 5), time(10, 50))),
    ],
)
def test_clock_is_ambiguous(text: str, readings: tuple[time, ...]) -> None:
    with pytest.raises(AmbiguousInput) as refused:
        read_clock(text)
    assert refused.value.facts == {"text": text, "reason": "clock", "readings": readings}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("25:61", "no_such_time"),
        ("24:00", "no_such_time"),
        ("13 am", "no_such_time"),
        ("0 pm", "no_such_time"),
        ("25:5", "no_such_time"),
        ("24", "no_hour"),
        ("45", "no_hour"),
        ("45m", "length_not_clock"),
        ("90m", "length_not_clock"),
        ("\u00bd 9", "spoken"),
        ("1/2 9", "spoken"),
        ("halb 9", "spoken"),
        ("quarter past 9", "spoken"),
        ("+45", "needs_base"),
        ("10:15 - 11:00", "not_a_clock"),
        ("lunch", "not_a_clock"),
        ("10:15 x", "not_a_clock"),
        ("10:7", "not_a_clock"),
    ],
)
def test_clock_refuses(text: str, reason: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_clock(text)
    assert refused.value.facts == {"text": text, "reason": reason}


@pytest.mark.parametrize(("text", "base"), [("+45", time(23, 30)), ("-45", time(0, 30))])
def test_clock_stays_within_its_day(text: str, base: time) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_clock(text, base=base)
    assert refused.value.facts["reason"] == "leaves_the_day"


def test_refusals_are_planner_errors() -> None:
    assert issubclass(UnreadableInput, PlannerError)
    assert issubclass(AmbiguousInput, PlannerError)
