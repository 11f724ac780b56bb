from datetime import time

import pytest

from planner.formats.timetext.timetable import Remark
from planner.formats.timetext.zone_words import is_own_zone, names_place
from tests.formats.timetext.pasting import only_line


@pytest.mark.parametrize(
    "named",
    [
        *("New York time", "Eastern Time", "UK time", "local time", "Ortszeit", "Londoner Zeit"),
        *("EST", "EDT", "CST", "PST", "PDT", "GMT", "BST", "UTC", "UTC+1", "IST", "JST"),
    ],
)
@pytest.mark.parametrize("form", ["9:00 - 9:45 {}: Lunch", "9:00 {} - 9:45 Lunch"])
def test_other_clocks_are_asked_about_and_never_converted(named: str, form: str) -> None:
    line = only_line(form.format(named))
    assert line.row is not None
    assert (line.row.start, line.row.end, line.row.title) == (time(9), time(9, 45), "Lunch")
    assert line.questions == (Remark("other_clocks", {"text": named, "zone": "Europe/Luxembourg"}),)


@pytest.mark.parametrize("named", ["CET", "CEST", "MEZ", "MESZ", "Luxembourg time"])
def test_own_clocks_are_only_noted(named: str) -> None:
    line = only_line(f"9:00 - 9:45 {named} Lunch")
    assert line.row is not None
    assert (line.row.title, line.questions) == ("Lunch", ())
    assert line.notes == (Remark("zone_named", {"text": named, "zone": "Europe/Luxembourg"}),)


@pytest.mark.parametrize("title", ["Quiet time", "Free time", "Real time systems talk"])
def test_time_that_is_no_zone_stays_in_the_title(title: str) -> None:
    line = only_line(f"9:00 - 9:45 {title}")
    assert line.row is not None
    assert (line.row.title, line.questions) == (title, ())


@pytest.mark.parametrize(
    ("named", "zone", "expected"),
    [
        ("EST", "America/New_York", True),
        ("ET", "America/New_York", True),
        ("New York time", "America/New_York", True),
        ("BST", "Europe/London", True),
        ("CET", "Europe/London", False),
        ("Ortszeit", "Europe/Berlin", False),
    ],
)
def test_own_zone_is_known_by_its_names(named: str, zone: str, *, expected: bool) -> None:
    assert is_own_zone(named, zone) is expected


@pytest.mark.parametrize(("text", "expected"), [("New York", True), ("Susan Park", False)])
def test_place_is_told_from_a_person(text: str, *, expected: bool) -> None:
    assert names_place(text) is expected


@pytest.mark.parametrize(
    "text",
    ["15:00 Lunch (9:00 EST)", "15:00 (9:00 EST) Lunch", "15:00 / 9:00 EST Lunch"],
)
def test_second_time_with_a_zone_leaves_the_title(text: str) -> None:
    line = only_line(text)
    assert line.row is not None
    assert (line.row.start, line.row.title) == (time(15), "Lunch")
    assert line.questions == (
        Remark("other_clocks", {"text": "9:00 EST", "zone": "Europe/Luxembourg"}),
    )
