"""Panels, notes, groups and names beyond all measure, in every kind of document."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus.paragraph import Paragraph

from planner.domain.audiences import Audience
from planner.domain.blocks import Block, Kind, Notes, SeatRole
from planner.domain.ids import CandidateId, PersonId, RoomId
from planner.domain.people import Candidate, Person
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.pdf.paper import Paper
from planner.formats.wording.language import language
from tests.builders import block, plan, seat
from tests.formats.itinerary.plans import whole_day
from tests.formats.pdf.printing import (
    COORDINATOR,
    THREE_DAYS_BEFORE,
    VISITOR,
    all_days,
    printed,
    sample,
)
from tests.formats.pdf.reading import (
    drawn_text,
    overlapping,
    page_count,
    pages_of,
    pages_with_ink_beyond,
)

ADA = Audience.candidate(CandidateId("ada"))
FIRST = Audience.interviewer(PersonId("p1"))
HOST = Audience.host(PersonId("hal"))
DOOR = Audience.room(RoomId("red"))
AUDIENCES = (ADA, FIRST, HOST, DOOR, COORDINATOR)


def panel_day(size: int, lines: int = 0, title: str = "Engineer") -> Plan:
    """Return a day with one block in which so many people sit and of which so much is noted."""
    note = "\n".join(f"Noted{number}. about what is asked and how" for number in range(lines))
    seats = tuple(seat(f"p{number}", number=number) for number in range(1, size + 1))
    host = seat("hal", SeatRole.HOST, number=size + 1)
    people = [
        Person(PersonId(f"p{number}"), f"Name{number}.", title=title, phone="+352 555 0111")
        for number in range(1, size + 1)
    ]
    notes = Notes(candidate=note, interviewer=note, host=note)
    long = block("long", "09:00", seats=(*seats, host), room="red", notes=notes)
    return plan(long, block("after", "10:00", people=["p1"], room="red"), *people)


def group(size: int, *others: Block) -> Plan:
    """Return a talk of Ivy with so many candidates, and what else happens."""
    everybody = [f"c{number}" for number in range(size)]
    talk = block("talk", "09:00", kind=Kind.TALK, candidates=everybody, people=["ivy"])
    named = [Candidate(CandidateId(each), f"Name of {each}.") for each in everybody]
    return plan(talk, *others, *named)


def words_lost(day: Plan, audience: Audience) -> list[str]:
    """Return what the content says and the paper does not."""
    content = itinerary(day, audience, language("en"), all_days())
    rows = [row for shown in content.days for row in shown.rows]
    said = [text for row in rows for text in (row.times, row.headline, row.place, *row.lines)]
    if audience == COORDINATOR:
        said = [who.name for row in rows for who in row.cells.participants]
        said += re.findall(r"Noted\d+\.", str(rows))
    text = f" {drawn_text(printed(day, audience))} "
    words = dict.fromkeys(word for part in said for word in part.split())
    return [word for word in words if word not in text]


@given(
    audience=st.sampled_from(AUDIENCES),
    size=st.integers(1, 40),
    lines=st.integers(0, 200),
    title=st.sampled_from(["", "Engineer", "Head of the department of everything " * 3]),
)
@settings(max_examples=25, deadline=None)
def test_panels_and_notes_of_any_length_are_printed_in_full(
    audience: Audience, size: int, lines: int, title: str
) -> None:
    assert words_lost(panel_day(size, lines, title), audience) == []


@pytest.mark.parametrize("size", [17, 18, 19, 20, 21, 40])
def test_panel_that_is_higher_than_a_page_goes_on_upon_the_next(size: int) -> None:
    pdf = printed(panel_day(size), COORDINATOR)

    text = " ".join(pages_of(pdf))
    assert [n for n in range(1, size + 1) if f"Name{n}. Engineer" not in text] == []
    assert overlapping(pdf) == []
    assert pages_with_ink_beyond(pdf, 34) == []


@pytest.mark.parametrize("audience", [ADA, FIRST, COORDINATOR])
def test_lines_are_broken_once_on_however_many_pages_they_stand(
    audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_lines = Paragraph.breakLines
    broken = []

    def counting(paragraph: Paragraph, width: object) -> object:
        broken.append(paragraph)
        return break_lines(paragraph, width)

    monkeypatch.setattr(Paragraph, "breakLines", counting)
    short = printed(panel_day(1, 5), audience)
    once = len(broken)
    pdf = printed(panel_day(1, 500), audience)

    assert page_count(pdf) >= page_count(short) + 5
    assert len(broken) == 2 * once


def test_candidates_met_only_in_a_group_share_a_sheet() -> None:
    alone = block("alone", "10:00", candidates=["c7"], people=["ivy"])
    pages = pages_of(printed(group(100, alone), Audience.interviewer(PersonId("ivy"))))

    assert len(pages) <= 3
    assert [n for n in range(100) if f"Name of c{n}." not in " ".join(pages)] == []
    assert sum("10:00" in page for page in pages) == 1


def test_what_holds_for_some_of_a_group_is_told_with_their_names() -> None:
    others = [
        block(f"next{n}", "09:45", candidates=[f"c{n}"], people=["jan"], room="red")
        for n in range(2)
    ]
    pages = pages_of(printed(group(4, *others), Audience.interviewer(PersonId("ivy"))))

    assert len(pages) == 1
    assert "Your part: Lead Name of c0. and Name of c1.: After you: Jan (Red)" in pages[0]


@pytest.mark.parametrize("size", [1, 2])
def test_candidates_met_with_at_most_one_other_have_their_own_sheets(size: int) -> None:
    assert len(pages_of(printed(group(size), Audience.interviewer(PersonId("ivy"))))) == size


@pytest.mark.parametrize("tag", ["en", "de"])
@pytest.mark.parametrize("paper", list(Paper))
def test_no_row_of_the_sample_goes_to_the_second_page_alone(paper: Paper, tag: str) -> None:
    pages = pages_of(printed(sample(), VISITOR, all_days(THREE_DAYS_BEFORE), paper=paper, tag=tag))

    assert len(pages) == 3
    assert ["Luxembourg Airport" in page for page in pages] == [True, True, False]
    assert "17:25 " in pages[0]


@pytest.mark.parametrize("name", ["Hohenlohe-Waldenburg " * 20, "A" * 400, "\u5c71" * 400])
@pytest.mark.parametrize(
    "audience", [ADA, Audience.interviewer(PersonId("ivy")), COORDINATOR], ids=lambda a: a.kind
)
def test_day_begins_on_the_first_page_below_the_longest_name(name: str, audience: Audience) -> None:
    pages = pages_of(printed(whole_day(Candidate(CandidateId("ada"), name)), audience))

    assert "..." in pages[0]
    assert "14:45" in pages[0]
