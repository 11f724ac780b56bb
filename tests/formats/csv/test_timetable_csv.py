"""The timetable as a table: columns, quoting, and cells that no spreadsheet obeys."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.audiences import Audience
from planner.domain.blocks import Kind, Rsvp
from planner.domain.ids import FocusAreaId, PersonId
from planner.domain.people import FocusArea
from planner.domain.plan import Plan
from planner.formats.timetable_csv import harmless, timetable_csv
from planner.formats.wording.language import language
from tests.builders import block, plan, seat
from tests.formats.itinerary.plans import ADA, whole_day

EN = language("en")
CANDIDATE = Audience.candidate(ADA)


def rows(day: Plan, audience: Audience = CANDIDATE) -> list[dict[str, str]]:
    text = timetable_csv(day, audience, EN).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_row_tells_when_what_who_and_where() -> None:
    assert rows(whole_day())[1] == {
        "Date": "2015-09-25",
        "Start": "09:30",
        "End": "10:15",
        "Minutes": "45",
        "Kind": "Interview",
        "Title": "one",
        "Candidate": "",
        "People": "Ivy",
        "Mode": "Face to face",
        "Where": "Room 1.04, Floor 1, Luxembourg, 1 Example Street",
        "Focus areas": "",
        "Time zone": "Europe/Luxembourg",
        "UTC offset": "UTC+2",
    }


def test_row_of_the_coordinator_names_everybody() -> None:
    depth = FocusArea(FocusAreaId("depth"), "Are Right, A Lot")
    told = block(
        "x",
        "10:00",
        people=["ivy", "jan"],
        candidates=["ada", "bob"],
        focus_areas=(depth.id,),
    )
    (row,) = rows(plan(depth, told), Audience.coordinator())
    assert (row["Candidate"], row["People"]) == ("Ada; Bob", "Ivy; Jan")
    assert row["Focus areas"] == "Are Right, A Lot"


def test_row_says_who_declined() -> None:
    seats = (seat("grace"), seat("kim", rsvp=Rsvp.DECLINED, number=2))
    day = plan(block("x", "10:00", seats=seats))
    assert [row["People"] for row in rows(day, Audience.coordinator())] == ["Grace; Kim (Declined)"]


def test_block_without_end_has_no_length() -> None:
    (row,) = rows(plan(block("x", "10:00", None, kind=Kind.TALK)))
    assert (row["Start"], row["End"], row["Minutes"]) == ("10:00", "", "")


def test_block_of_two_candidates_is_one_row_for_their_interviewer() -> None:
    day = plan(block("x", "10:00", people=["ivy"], candidates=["ada", "bob"]))
    assert [row["Title"] for row in rows(day, Audience.interviewer(PersonId("ivy")))] == ["x"]


def test_file_begins_with_the_mark_that_excel_needs_and_ends_lines_with_both() -> None:
    content = timetable_csv(whole_day(), CANDIDATE, EN)
    assert content.startswith(b"\xef\xbb\xbfDate,")
    assert content.count(b"\n") == content.count(b"\r\n") == 12


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"],
)
def test_formula_becomes_text(formula: str) -> None:
    assert harmless(formula) == f"'{formula}"
    assert harmless(f"  {formula}") == f"'  {formula}"


@pytest.mark.parametrize("text", ["", "Lunch", "10:15", "a=b", "Room -1", "'quoted"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_formula_in_a_title_reaches_no_spreadsheet() -> None:
    (row,) = rows(plan(block("x", "10:00", title='=HYPERLINK("http://x","Lunch")')))
    assert row["Title"] == '\'=HYPERLINK("http://x","Lunch")'


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_title_gives_one_row_whose_cells_are_harmless(title: str) -> None:
    (row,) = rows(plan(block("x", "10:00", title=title, place=title)))
    assert [cell for cell in row.values() if harmless(cell) != cell] == []
