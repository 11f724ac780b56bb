"""Cells of a pasted timetable: what is shown can be typed, and typed texts mean what they say."""

from datetime import date, time

import pytest

from planner.app.paste_cells import CELLS, cell_text, day_text, meant_by
from planner.app.pasting import IS_TAKEN
from planner.domain.blocks import Kind
from planner.formats.timetext.errors import AmbiguousInput, UnreadableInput
from planner.formats.timetext.timetable import Attendee, Row
from planner.formats.wording.language import language
from tests.builders import DAY

ENGLISH = language("en")
ANNA = Attendee("Anna Schmidt", title="Engineer", email="anna@example.com")
ROW = Row(
    time(10, 15),
    Kind.INTERVIEW,
    day=DAY,
    end=time(11),
    title="Coding",
    people=(ANNA, Attendee()),
    room="1.04",
)


def test_a_row_is_shown_cell_by_cell() -> None:
    assert {cell: cell_text(ROW, cell, ENGLISH) for cell in CELLS} == {
        "day": "Fri 25 Sep 2015",
        "start": "10:15",
        "end": "11:00",
        "title": "Coding",
        "people": "Anna Schmidt, ???",
        "place": "1.04",
        "kind": "Interview",
    }


def test_what_the_text_left_open_is_empty() -> None:
    row = Row(time(10), Kind.BREAK)
    assert (cell_text(row, "day", ENGLISH), cell_text(row, "end", ENGLISH)) == ("", "")


@pytest.mark.parametrize(
    ("cell", "text", "expected"),
    [
        ("day", "2 Oct 2015", {"day": date(2015, 10, 2)}),
        ("start", "+15", {"start": time(10, 30), IS_TAKEN: True}),
        ("end", "45 min", {"end": time(11), "ends_next_day": False}),
        ("end", "11.30", {"end": time(11, 30), "ends_next_day": False}),
        ("end", "840 min", {"end": time(0, 15), "ends_next_day": True}),
        ("end", "", {"end": None, "ends_next_day": False}),
        ("title", "  Two   words ", {"title": "Two words"}),
        ("people", "anna schmidt; Ben", {"people": (ANNA, Attendee("Ben"))}),
        ("people", "???", {"people": (Attendee(),)}),
        ("people", "", {"people": ()}),
        ("place", "Cafeteria", {"room": "Cafeteria"}),
    ],
)
def test_a_typed_text_changes_the_fields_it_means(
    cell: str, text: str, expected: dict[str, object]
) -> None:
    assert meant_by(cell, text, ROW, today=DAY) == expected


def test_a_place_stays_one_where_no_room_was_named() -> None:
    row = Row(time(10), Kind.MEAL, place="Canteen")
    assert meant_by("place", "Garden", row, today=DAY) == {"place": "Garden"}


def test_a_line_that_is_no_row_takes_only_day_and_start() -> None:
    assert meant_by("title", "x", None, today=DAY) == {}
    assert meant_by("start", "9:30", None, today=DAY) == {"start": time(9, 30), IS_TAKEN: True}


def test_what_has_no_reading_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        meant_by("end", "soon", ROW, today=DAY)
    with pytest.raises(AmbiguousInput):
        meant_by("start", "10", ROW, today=DAY)


def test_what_is_shown_of_a_day_can_be_typed_again() -> None:
    for tag in ("en", "de"):
        shown = day_text(DAY, language(tag))
        assert meant_by("day", shown, ROW, today=date(2020, 1, 1)) == {"day": DAY}
