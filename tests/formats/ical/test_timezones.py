import os
import re
import subprocess
import sys
from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import InvalidValue
from planner.domain.zones import UnknownZone, zone, zone_names
from planner.formats.ical.timezones import follows, needs_utc, read_footer, zone_component
from tests.bench.ical_readers import ical_js_events, libical_complaints, libical_instants

YEARS = range(2026, 2029)
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
HOUR, HALF_HOUR, SECOND = timedelta(hours=1), timedelta(minutes=30), timedelta(seconds=1)
DAYS = [START + timedelta(days=day) for day in range((END - START).days)]

# A new edition of tzdata may change this list: look at the zone's news, then change it here.
IRREGULAR = {
    "Africa/Cairo": "summer ends at the midnight after the last Thursday",
    "Africa/Casablanca": "Ramadan",
    "Africa/El_Aaiun": "Ramadan",
    "America/Edmonton": "gives up the change of clocks in 2026",
    "America/Godthab": "changes on the Saturday before the last Sunday",
    "America/Havana": "2026 and 2027 differ from the rule",
    "America/Inuvik": "as Edmonton",
    "America/Nuuk": "changes on the Saturday before the last Sunday",
    "America/Rainy_River": "as Winnipeg",
    "America/Santiago": "changes at the midnight after the first Saturday",
    "America/Scoresbysund": "changes on the Saturday before the last Sunday",
    "America/Vancouver": "gives up the change of clocks in 2026",
    "America/Winnipeg": "gives up the change of clocks in 2026",
    "America/Yellowknife": "as Edmonton",
    "Asia/Gaza": "changes two days after the fourth Thursday",
    "Asia/Hebron": "changes two days after the fourth Thursday",
    "Asia/Jerusalem": "summer begins on the Friday after the fourth Thursday",
    "Asia/Tel_Aviv": "as Jerusalem",
    "Canada/Central": "as Winnipeg",
    "Canada/Mountain": "as Edmonton",
    "Canada/Pacific": "as Vancouver",
    "Chile/Continental": "as Santiago",
    "Cuba": "as Havana",
    "Egypt": "as Cairo",
    "Israel": "as Jerusalem",
}
NAMES_OF_UTC = {
    "Etc/UCT",
    "Etc/UTC",
    "Etc/Universal",
    "Etc/Zulu",
    "UCT",
    "UTC",
    "Universal",
    "Zulu",
}

PRINT_TWO = """
from planner.formats.ical.timezones import zone_component
print(zone_component("Europe/Berlin", [2026]).to_ical().decode().replace("\\r", ""), end="")
print(zone_component("America/Vancouver", [2026]))
"""
BERLIN = """\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
KOLKATA = """\
BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZNAME:IST
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
END:STANDARD
END:VTIMEZONE
"""
DUBLIN = """\
BEGIN:VTIMEZONE
TZID:Europe/Dublin
BEGIN:STANDARD
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:IST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE
"""
LORD_HOWE = """\
BEGIN:VTIMEZONE
TZID:Australia/Lord_Howe
BEGIN:STANDARD
DTSTART:19700405T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4
TZNAME:+1030
TZOFFSETFROM:+1100
TZOFFSETTO:+1030
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19701004T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=10
TZNAME:+11
TZOFFSETFROM:+1030
TZOFFSETTO:+1100
END:DAYLIGHT
END:VTIMEZONE
"""


@cache
def lines_of(name: str, years: range = YEARS) -> str:
    component = zone_component(name, years)
    assert component is not None, name
    return str(component.to_ical(), "utf-8").replace("\r\n", "\n")


def rules_of(name: str, years: range = YEARS) -> str:
    return lines_of(name, years).replace(f"TZID:{name}\n", "")


def regular_names() -> list[str]:
    return sorted(zone_names() - IRREGULAR.keys() - NAMES_OF_UTC)


def one_name_for_each_rule() -> list[str]:
    return list({rules_of(name): name for name in regular_names()}.values())


@cache
def onsets(rules: str) -> list[tuple[datetime, timedelta]]:
    """Read a VTIMEZONE anew, by dateutil's recurrences and not by our code: instant and offset."""
    found = []
    for part in rules.split("BEGIN:")[2:]:
        told = dict(line.split(":", 1) for line in part.splitlines()[1:])
        start = datetime.fromisoformat(told["DTSTART"])
        starts = [start]
        if "RRULE" in told:
            every = rrulestr(told["RRULE"], dtstart=start)
            starts = every.between(start, start.replace(year=2040), inc=True)
        before, after = (signed(told[name]) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
        found += [((each - before).replace(tzinfo=UTC), after) for each in starts]
    return sorted(found)


def signed(offset: str) -> timedelta:
    return int(f"{offset[0]}1") * timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]))


def offset_told(rules: str, moment: datetime) -> timedelta:
    found = onsets(rules)
    return found[bisect_right(found, (moment, timedelta.max)) - 1][1]


def changes_of_clocks(name: str) -> list[datetime]:
    """Return when the offset of a zone changes, to the half hour, without looking at any rule."""

    def offset(moment: datetime) -> timedelta | None:
        return moment.astimezone(zone(name)).utcoffset()

    halves = [
        midnight + half * HALF_HOUR
        for midnight in DAYS
        if offset(midnight) != offset(midnight + 48 * HALF_HOUR)
        for half in range(1, 49)
    ]
    return [half for half in halves if offset(half - HALF_HOUR) != offset(half)]


def calendar(folder: Path, moments: dict[str, tuple[str, datetime]]) -> Path:
    """Write a file with an event for each UID: zone and start."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test"]
    lines += [lines_of(name).rstrip() for name in sorted({name for name, _ in moments.values()})]
    for uid, (name, start) in moments.items():
        wall = f"{start.astimezone(zone(name)):%Y%m%dT%H%M%S}"
        lines += ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z"]
        lines += [f"DTSTART;TZID={name}:{wall}", f"DTEND;TZID={name}:{wall}", "END:VEVENT"]
    path = folder / "moments.ics"
    path.write_text("\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8", newline="\r\n")
    return path


def moments_around_changes() -> dict[str, tuple[str, datetime]]:
    """Return what we would write as wall time within three hours of a change of clocks."""
    steps = [HALF_HOUR * step + second for step in range(-6, 7) for second in (-SECOND, 0 * SECOND)]
    return {
        f"{name} {change + step:%Y%m%dT%H%M%S}": (name, change + step)
        for name in one_name_for_each_rule()
        for change in changes_of_clocks(name)
        for step in steps
        if not needs_utc(change + step, name)
    }


def test_utc_is_chosen_for_exactly_these_zones() -> None:
    chosen = {name for name in zone_names() if zone_component(name, YEARS) is None}
    assert chosen == IRREGULAR.keys() | NAMES_OF_UTC


def test_component_equals_zoneinfo_on_every_day_for_every_name() -> None:
    wrong = []
    for name in regular_names():
        info, rules = zone(name), rules_of(name)
        wrong += [
            (name, day)
            for day in DAYS
            if day.astimezone(info).utcoffset() != offset_told(rules, day)
        ]
    assert wrong == []


@given(
    name=st.sampled_from(sorted(zone_names())),
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 -- hypothesis wants naive limits
)
def test_wall_time_means_one_instant_unless_utc_is_needed(name: str, moment: datetime) -> None:
    wall = moment.astimezone(zone(name)).replace(tzinfo=UTC)
    if needs_utc(moment, name):
        return
    rules = rules_of(name, range(wall.year, wall.year + 1))
    offsets = {offset for _, offset in onsets(rules)}
    read = [wall - each for each in offsets if offset_told(rules, wall - each) == each]
    assert read == [moment]


def test_component_is_read_by_libical_like_zoneinfo_on_every_day(tmp_path: Path) -> None:
    noons = [day + 24 * HALF_HOUR for day in DAYS]
    names = one_name_for_each_rule()
    moments = {f"{name} {noon:%Y%m%d}": (name, noon) for name in names for noon in noons}
    read = libical_instants(calendar(tmp_path, moments))
    assert {uid: start for uid, (start, _) in read.items()} == {
        uid: start for uid, (_, start) in moments.items()
    }


def test_component_is_read_right_by_others_around_changes_of_clocks(tmp_path: Path) -> None:
    moments = moments_around_changes()
    expected = {uid: start for uid, (_, start) in moments.items()}
    path = calendar(tmp_path, moments)
    assert libical_complaints(path) == []
    assert {uid: start for uid, (start, _) in libical_instants(path).items()} == expected
    assert {event.uid: event.start for event in ical_js_events([path])} == expected


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Europe/Berlin", BERLIN),
        ("Asia/Kolkata", KOLKATA),
        ("Europe/Dublin", DUBLIN),
        ("Australia/Lord_Howe", LORD_HOWE),
    ],
)
def test_component_has_the_shape_that_all_calendars_read(name: str, lines: str) -> None:
    assert lines_of(name) == lines


def test_every_component_has_that_shape() -> None:
    rule = r"RRULE:FREQ=YEARLY;BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU);BYMONTH=([1-9]|1[0-2])\n"
    offsets = r"TZNAME:[-+\w]+\nTZOFFSETFROM:[-+]\d{4}\nTZOFFSETTO:[-+]\d{4}\n"
    fixed = rf"BEGIN:STANDARD\nDTSTART:19700101T000000\n{offsets}END:STANDARD\n"
    standard, daylight = (
        rf"BEGIN:{kind}\nDTSTART:1970\d{{4}}T\d{{6}}\n{rule}{offsets}END:{kind}\n"
        for kind in ("STANDARD", "DAYLIGHT")
    )
    shape = re.compile(
        rf"BEGIN:VTIMEZONE\nTZID:[-+\w/]+\n({fixed}|{standard}{daylight})END:VTIMEZONE\n"
    )
    assert [name for name in regular_names() if not shape.fullmatch(lines_of(name))] == []


def test_daylight_is_always_the_larger_offset() -> None:
    told = {name: re.findall(r"TZOFFSETTO:(.*)", lines_of(name)) for name in regular_names()}
    pairs = {name: [signed(each) for each in offsets] for name, offsets in told.items()}
    assert {name for name, pair in pairs.items() if pair != sorted(set(pair))} == set()


def test_component_given_out_can_be_changed_without_harm() -> None:
    first = zone_component("Europe/Berlin", [2026])
    assert first is not None
    first.subcomponents.clear()
    assert lines_of("Europe/Berlin") == BERLIN


def test_component_is_refused_when_one_of_the_years_is_irregular() -> None:
    assert zone_component("America/Havana", [2028, 2029]) is None
    assert zone_component("America/Havana", [2030, 2027]) is None
    assert zone_component("America/Havana", [2029, 2030]) is not None
    assert zone_component("America/Havana", iter([2029, 2030, 2029])) is not None


@pytest.mark.parametrize("year", [-1, 0, 1, 1960, 1971, 9999, 12000])
def test_component_is_refused_outside_of_the_years_it_can_tell(year: int) -> None:
    assert zone_component("Europe/Berlin", [year]) is None


def test_component_refuses_an_unknown_zone() -> None:
    with pytest.raises(UnknownZone):
        zone_component("../../etc/passwd", [2026])


@pytest.mark.parametrize(
    ("name", "moment", "needed"),
    [
        ("America/Vancouver", "2026-12-01T16:00Z", True),
        ("America/Vancouver", "2027-12-01T16:00Z", True),  # calendars have not heard of it yet
        ("America/Vancouver", "2028-01-01T06:59Z", True),  # still 2027 there
        ("America/Vancouver", "2028-01-01T07:00Z", False),
        ("Asia/Jerusalem", "2026-06-01T07:00Z", True),
        ("Africa/Cairo", "2026-06-01T07:00Z", True),
        ("America/Nuuk", "2026-06-01T12:00Z", True),
        ("America/Santiago", "2026-06-01T14:00Z", True),
        ("UTC", "2026-06-01T14:00Z", True),
        ("Europe/Berlin", "2026-06-01T07:00Z", False),
        ("America/New_York", "2026-06-01T13:00Z", False),
        ("Asia/Kolkata", "2026-06-01T04:00Z", False),
        ("Australia/Lord_Howe", "2026-06-01T00:00Z", False),
        ("Europe/Berlin", "2026-03-29T00:59:59Z", False),  # 01:59:59, then 03:00
        ("Europe/Berlin", "2026-03-29T01:00Z", False),
        ("Europe/Berlin", "2026-10-24T23:59:59Z", False),
        ("Europe/Berlin", "2026-10-25T00:00Z", True),  # 02:00 for the first time
        ("Europe/Berlin", "2026-10-25T00:30Z", True),
        ("Europe/Berlin", "2026-10-25T01:30Z", True),
        ("Europe/Berlin", "2026-10-25T01:59:59Z", True),
        ("Europe/Berlin", "2026-10-25T02:00Z", False),
        ("Australia/Lord_Howe", "2026-04-04T14:29Z", False),  # half an hour, not one
        ("Australia/Lord_Howe", "2026-04-04T14:30Z", True),
        ("Australia/Lord_Howe", "2026-04-04T15:29Z", True),
        ("Australia/Lord_Howe", "2026-04-04T15:30Z", False),
        ("Europe/Berlin", "2026-06-01T09:00+02:00", False),
        ("Europe/Berlin", "1960-06-01T00:00Z", True),
        ("Europe/Berlin", "0001-01-01T00:00Z", True),
        ("Pacific/Kiritimati", "9999-12-31T23:59Z", True),
    ],
)
def test_utc_is_needed(name: str, moment: str, needed: bool) -> None:  # noqa: FBT001 -- a column
    assert needs_utc(datetime.fromisoformat(moment), name) == needed


def test_needs_utc_refuses_a_naive_moment() -> None:
    with pytest.raises(InvalidValue) as refusal:
        needs_utc(datetime.combine(date(2026, 6, 1), time(9)), "Europe/Berlin")
    assert refusal.value.facts["reason"] == "naive"


def test_needs_utc_refuses_an_unknown_zone() -> None:
    with pytest.raises(UnknownZone):
        needs_utc(START, "Atlantis/Capital")


def test_component_does_not_depend_on_the_zone_data_of_the_system(tmp_path: Path) -> None:
    for name in ("Europe/Berlin", "America/Vancouver"):
        wrong = tmp_path / name
        wrong.parent.mkdir()
        wrong.write_bytes(files("tzdata").joinpath("zoneinfo", "Asia", "Tokyo").read_bytes())
    environment = {**os.environ, "PYTHONTZPATH": str(tmp_path)}
    answer = subprocess.run(
        [sys.executable, "-c", PRINT_TWO], env=environment, capture_output=True, check=True
    )
    assert answer.stdout.decode() == BERLIN + "None\n"


@pytest.mark.parametrize(
    "footer",
    [
        "",
        "nonsense",
        "CET",
        "CET-1CEST",
        "CET-1CEST,M3.5.0",
        "CET-1,M3.5.0,M10.5.0/3",
        "CET-1CEST,J60,J300",
        "CET-1CEST,59,299",
        "CET-1CEST,M3.5.0,J300",
        "CET-1CEST,M13.5.0,M10.5.0/3",
        "CET-1CEST,M3.6.0,M10.5.0/3",
        "CET-1CEST,M3.5.7,M10.5.0/3",
        "IST-2IDT,M3.4.4/26,M10.5.0",
        "EET-2EEST,M4.5.5/0,M10.5.4/24",
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
        "CET-1CEST,M3.5.0,M10.5.0/3,M1.1.1",
    ],
)
def test_footer_that_fits_no_yearly_weekday_is_declined(footer: str) -> None:
    assert read_footer(footer) is None


@pytest.mark.parametrize(
    ("footer", "year", "changes"),
    [
        ("CET-1CEST,M3.5.0,M10.5.0/3", 2026, ["2026-03-29T01:00Z +2", "2026-10-25T01:00Z +1"]),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 2026, ["2026-03-29T01:00Z +1", "2026-10-25T01:00Z +0"]),
        ("EST5EDT,M3.2.0,M11.1.0", 2026, ["2026-03-08T07:00Z -4", "2026-11-01T06:00Z -5"]),
        (
            "<-04>4<-03>3:00:00,M9.4.6/22,M4.1.6/22:30",
            2026,
            ["2026-04-05T01:30Z -4", "2026-09-27T02:00Z -3"],
        ),
        ("JST-9", 2026, ["2025-12-31T15:00Z +9"]),
        ("XXX+03", 2026, ["2026-01-01T03:00Z -3"]),
    ],
)
def test_footer_is_read(footer: str, year: int, changes: list[str]) -> None:
    rule = read_footer(footer)
    assert rule is not None
    told = [f"{at:%Y-%m-%dT%H:%MZ} {offset / HOUR:+.0f}" for at, offset in rule.changes(year)]
    assert told == changes


@pytest.mark.parametrize(
    ("footer", "is_followed"),
    [
        ("CET-1CEST,M3.5.0,M10.5.0/3", True),
        ("XXX-1YYY-2,M3.5.0/02:00:00,M10.4.0/3", True),  # the fourth Sunday was the last, in 2026
        ("CET-1CEST,M3.5.0/2:00:01,M10.5.0/3", False),
        ("CET-1CEST,M3.5.0,M10.5.0/2:59:59", False),
        ("CET-1CEST,M3.4.0,M10.5.0/3", False),
        ("CET-1", False),
        ("CEST-2", False),
        ("CET-1CEST-3,M3.5.0,M10.5.0/3", False),
    ],
)
def test_zone_follows_a_rule_only_to_the_second(footer: str, is_followed: bool) -> None:  # noqa: FBT001 -- a column
    rule = read_footer(footer)
    assert rule is not None
    assert follows(zone("Europe/Berlin"), rule, 2026) == is_followed
