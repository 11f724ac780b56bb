# ruff: noqa: RUF001 -- times are joined by a dash
"""Sheets for interviewers and hosts, and the sign on the door."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from reportlab.lib.colors import Color

from planner.domain.audiences import Audience
from planner.domain.blocks import Kind
from planner.domain.ids import CandidateId, PersonId, RoomId
from planner.domain.people import Candidate
from planner.formats.itinerary.composition import itinerary
from planner.formats.pdf import style
from planner.formats.pdf.paper import Paper
from planner.formats.wording.language import language
from tests.builders import block, plan, room
from tests.formats.itinerary.plans import whole_day
from tests.formats.pdf.pages import comparable
from tests.formats.pdf.printing import ARCHITECT, all_days, onsite, printed, sample
from tests.formats.pdf.reading import (
    Box,
    boxes,
    drawn_text,
    overlapping,
    page_sizes,
    pages_of,
    pages_with_ink_beyond,
)

IVY = Audience.interviewer(PersonId("ivy"))
HAL = Audience.host(PersonId("hal"))
RED = Audience.room(RoomId("red"))


def colour_beside(pdf: bytes, box: Box) -> tuple[int, int, int]:
    """Return the colour of the paper just left of a word."""
    picture = pypdfium2.PdfDocument(pdf)[box.page].render(scale=2).to_pil().convert("RGB")
    red, green, blue = picture.getpixel((int(box.left * 2) - 4, int(box.top + box.bottom)))
    return red, green, blue


def as_printed(colour: Color) -> tuple[int, int, int]:
    red, green, blue = (round(part * 255) for part in colour.rgb())
    return red, green, blue


@pytest.mark.parametrize("tag", ["en", "de"])
def test_every_name_time_and_room_is_printed(tag: str) -> None:
    content = itinerary(sample(), ARCHITECT, language(tag), all_days())
    text = drawn_text(printed(sample(), ARCHITECT, tag=tag))

    rows = [row for day in content.days for row in day.rows]
    said = [part for row in rows for part in (row.times, row.headline, row.place, *row.lines)]
    said += [part for day in content.days for part in (day.subject, day.heading, *day.about)]
    said += content.advice.lines if content.advice is not None else ()
    assert [part for part in said if comparable(part) not in text] == []


@pytest.mark.parametrize("paper", list(Paper))
def test_day_is_one_sheet_with_room_for_notes(paper: Paper) -> None:
    pages = pages_of(printed(sample(), ARCHITECT, onsite(), paper=paper))

    assert len(pages) == 1
    assert pages[0].endswith("destroy it afterwards. Notes")


def test_candidate_and_whom_to_call_stand_in_the_top_third() -> None:
    pdf = printed(sample(), ARCHITECT, onsite())
    third = page_sizes(pdf)[0][1] / 3

    top = comparable(" ".join(box.word for box in boxes(pdf) if box.bottom < third))

    for vital in (
        "Interviews of Partner Solutions Architect",
        "Friday 25 September 2015",
        "Position: Senior Solutions Architect",
        "Arrives Thu 24 Sep at 18:55 (Luxembourg, UTC+2)",
        "Recruitment Coordinator",
        "+352 555 0101",
    ):
        assert vital in top


def test_own_slot_is_tinted_within_the_day_and_the_others_are_not() -> None:
    pdf = printed(sample(), ARCHITECT, onsite())
    times = {box.word: box for box in reversed(boxes(pdf)) if 45 < box.left < 60}

    assert colour_beside(pdf, times["10:15"]) == as_printed(style.OWN_TINT)
    assert colour_beside(pdf, times["13:15"]) == (255, 255, 255)
    assert colour_beside(pdf, times["11:45"]) == as_printed(style.REST_TINT)


def test_own_slot_says_so_in_words() -> None:
    text = drawn_text(printed(sample(), ARCHITECT, onsite()))

    assert "Your part: Lead You assess: Dive Deep · Invent and Simplify · Think Big" in text
    assert "Before you: Arrival and security check (Reception), until 10:15" in text


def test_each_candidate_has_a_sheet_of_their_own() -> None:
    made = plan(
        block("one", "09:00", people=["ivy"], candidates=["ada"]),
        block("two", "10:00", people=["ivy"], candidates=["bob"]),
        Candidate(CandidateId("ada"), "Ada Lovelace"),
        Candidate(CandidateId("bob"), "Bob Babbage"),
    )
    pages = pages_of(printed(made, IVY))

    assert len(pages) == 2
    assert ["Ada Lovelace" in page for page in pages] == [True, False]
    assert ["Bob Babbage" in page for page in pages] == [False, True]


def test_lines_for_notes_that_do_not_fit_get_a_page_of_their_own_with_their_heading() -> None:
    rows = [
        block(f"b{n}", f"{8 + n // 3:02}:{n % 3 * 20:02}", 20, people=["ivy"]) for n in range(9)
    ]
    pages = pages_of(printed(plan(*rows), IVY))

    assert [page.count("Notes") for page in pages] == [0, 1]


@pytest.mark.parametrize("name", ["Hohenlohe-Waldenburg " * 20, "A" * 400, "山" * 400])
def test_long_names_stay_on_the_paper(name: str) -> None:
    pdf = printed(whole_day(Candidate(CandidateId("ada"), name)), IVY)

    assert pages_with_ink_beyond(pdf, 34) == []
    assert overlapping(pdf) == []


def test_host_is_told_who_brings_and_who_takes_over() -> None:
    text = drawn_text(printed(whole_day(), HAL))

    assert "Hosting by Hal" in text
    assert "Goes on to: Ivy (Room 1.04), at 09:30" in text
    assert text.endswith("destroy it afterwards. Notes")


def test_meeting_without_a_candidate_has_a_sheet_too() -> None:
    made = plan(block("sync", "09:00", kind=Kind.DEBRIEF, people=["ivy"], candidates=()))

    assert "Friday 25 September 2015" in drawn_text(printed(made, IVY))


def test_door_tells_when_and_never_who() -> None:
    text = drawn_text(printed(whole_day(), RED))

    assert "Room 1.04" in text
    assert "09:30 – 10:15 Interview in progress" in text
    assert "11:00 – 11:15 Reserved" in text
    for name in ("Ada", "Ivy", "Jan", "Cora"):
        assert name not in text


def test_times_on_the_door_are_large() -> None:
    pdf = printed(sample(), Audience.room(RoomId("room-1-04")), onsite())
    heights = {box.word: box.bottom - box.top for box in boxes(pdf)}

    assert heights["10:15"] >= 28
    assert heights["1.04"] >= 90


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("name", ["R", "The Very Long Name of a Room " * 12, "会議室"])
def test_name_of_a_room_fills_the_line_and_no_more(name: str, paper: Paper) -> None:
    named = plan(block("one", "09:00", room="red"), replace(room("red"), name=name))
    pdf = printed(named, RED, paper=paper)

    assert pages_with_ink_beyond(pdf, 34) == []


def test_door_has_a_sign_for_each_day() -> None:
    made = plan(
        block("one", "09:00", room="red"),
        block("two", "09:00", room="red", day=date(2015, 9, 28)),
    )
    pages = pages_of(printed(made, RED))

    assert ["Monday 28 September 2015" in page for page in pages] == [False, True]
