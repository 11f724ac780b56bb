# ruff: noqa: RUF001 -- times are joined by a dash
"""The coordinator's run sheet on paper."""

from itertools import pairwise

import pytest

from planner.domain.blocks import Block, Kind, Notes, Rsvp, SeatRole
from planner.domain.ids import CandidateId, PersonId
from planner.domain.people import Candidate, Person
from planner.domain.travel import Direction
from planner.formats.itinerary.composition import itinerary
from planner.formats.pdf.paper import Paper
from planner.formats.wording.language import language
from tests.builders import block, moment, plan, seat
from tests.formats.itinerary.plans import journey, leg, stop, whole_day
from tests.formats.pdf.pages import comparable
from tests.formats.pdf.printing import COORDINATOR, all_days, onsite, printed, sample
from tests.formats.pdf.reading import (
    boxes,
    complaints,
    drawn_text,
    link_targets,
    overlapping,
    page_count,
    pages_of,
    pages_with_ink_beyond,
)

HEADS = "What Who Where Started Ended Done Notes"
HEADS_WITH_CANDIDATES = "What Candidate Who Where Started Ended Done Notes"


def super_day(candidates: int, slots: int = 6) -> list[Block]:
    return [
        block(
            f"c{candidate}-{slot}",
            f"{9 + slot:02}:00",
            45,
            candidates=[f"c{candidate}"],
            people=[f"p{(candidate + slot) % candidates}"],
            room=f"room{candidate}",
            title=f"Talk {candidate}.{slot}.",
        )
        for candidate in range(candidates)
        for slot in range(slots)
    ]


@pytest.mark.parametrize("tag", ["en", "de"])
def test_every_name_time_and_room_is_printed(tag: str) -> None:
    content = itinerary(sample(), COORDINATOR, language(tag), all_days())
    text = drawn_text(printed(sample(), COORDINATOR, tag=tag))

    rows = [row for day in content.days for row in day.rows]
    said = [part for row in rows for part in (row.times, row.cells.title, row.place)]
    said += [who.name for row in rows for who in row.cells.participants]
    said += [name for row in rows for name in row.cells.candidates]
    assert [part for part in said if comparable(part) not in text] == []


@pytest.mark.parametrize("paper", list(Paper))
def test_day_of_one_candidate_fits_on_one_sheet(paper: Paper) -> None:
    pages = pages_of(printed(sample(), COORDINATOR, onsite(), paper=paper))

    assert len(pages) == 2
    assert "09:50 – 10:15" in pages[0]
    assert "17:25" in pages[0]
    assert "Changes on the day" in pages[1]


def test_candidate_of_the_whole_day_is_named_above_it_and_not_in_every_row() -> None:
    text = drawn_text(printed(whole_day(), COORDINATOR))

    assert "Friday 25 September 2015 · Ada Lovelace all times" in text
    assert HEADS in text
    assert HEADS_WITH_CANDIDATES not in text


def test_several_candidates_have_a_column() -> None:
    text = drawn_text(printed(plan(*super_day(2)), COORDINATOR))

    assert HEADS_WITH_CANDIDATES in text
    assert "09:00 – 09:45 45 min Talk 0.0. C0 P0 Lead Room0" in text


def test_row_tells_who_with_role_and_phone_and_only_an_answer_that_matters() -> None:
    seats = (
        seat("ivy", rsvp=Rsvp.ACCEPTED),
        seat("jan", SeatRole.SHADOW, Rsvp.TENTATIVE, number=2),
        seat(None, SeatRole.BAR_RAISER, number=3),
    )
    ivy = Person(PersonId("ivy"), "Ivy", title="Engineer", phone="+352 555 0111", email="i@x.lu")
    pdf = printed(plan(block("one", "09:00", seats=seats), ivy), COORDINATOR)

    told = "Ivy Engineer · Lead · +352 555 0111 Jan Shadow · Tentative Nobody named yet Bar raiser"
    assert told in drawn_text(pdf)
    assert link_targets(pdf).count("tel:+3525550111") == 2


def test_columns_to_fill_in_are_empty() -> None:
    pdf = printed(whole_day(), COORDINATOR)
    words = [box for box in boxes(pdf) if box.page == 0]
    heads = {box.word: box for box in words if box.word in {"Started", "Ended", "Done", "Notes"}}

    below = [
        box.word
        for box in words
        if box.left >= heads["Started"].left - 2 and heads["Notes"].bottom < box.top < 500
    ]
    assert sorted(heads) == ["Done", "Ended", "Notes", "Started"]
    assert below == []


def test_notes_for_others_are_cues_and_internal_ones_are_not_there() -> None:
    noted = block(
        "one",
        "17:00",
        people=["ivy"],
        notes=Notes(candidate="Bring slides.", host="Open gate 4.", internal="Weak on paper."),
    )
    text = drawn_text(printed(whole_day(noted), COORDINATOR))

    assert "For the candidate: Bring slides. For the host: Open gate 4." in text
    assert "Weak on paper." not in text


def test_references_of_tickets_are_left_to_the_traveller() -> None:
    text = drawn_text(printed(whole_day(), COORDINATOR))

    assert "19:05 LUX → 00:30 ATH (UTC+2 → UTC+3) · arrives Sat 26 Sep · Example Air EX 2" in text
    assert "PNR123" not in text


def test_travel_is_a_row_of_its_day() -> None:
    text = drawn_text(printed(sample(), COORDINATOR, onsite()))

    assert "17:25 Leave for Luxembourg Airport · Taxi, 20 min Times not confirmed yet" in text


def test_contacts_stand_behind_the_days_and_can_be_called() -> None:
    pdf = printed(sample(), COORDINATOR)

    text = drawn_text(pdf)
    assert text.index("Friday 25 September") < text.index("Whom to reach")
    assert "Senior EMEA Recruiter · People +352 555 0100 · recruiter@example.com" in text
    assert "If anything goes wrong: Recruitment Coordinator +352 555 0101" in text
    assert {"tel:+3525550100", "mailto:recruiter@example.com"} <= set(link_targets(pdf))


def test_change_log_is_in_one_piece_and_empty() -> None:
    pages = pages_of(printed(sample(), COORDINATOR))

    heads = "Changes on the day Time What changed Who was told By"
    assert [page.endswith(heads) for page in pages] == [False, False, True]


def test_what_has_no_time_yet_is_listed() -> None:
    text = drawn_text(printed(whole_day(block("later", title="Bar raiser talk")), COORDINATOR))

    assert "Not scheduled yet Bar raiser talk · Ada Lovelace" in text


@pytest.mark.parametrize("paper", list(Paper))
def test_super_day_repeats_its_heads_and_keeps_rows_whole(paper: Paper) -> None:
    pdf = printed(plan(*super_day(12)), COORDINATOR, paper=paper)
    pages = pages_of(pdf)

    for candidate in range(12):
        row = f"Talk {candidate}.3. C{candidate} P{(candidate + 3) % 12} Lead Room{candidate}"
        assert [f"12:00 – 12:45 45 min {row}" in page for page in pages if row in page] == [True]
    for page in pages:
        assert (f"Fri 25 Sep {HEADS_WITH_CANDIDATES}" in page) == ("Talk" in page)
    assert pages_with_ink_beyond(pdf, 34) == []
    assert overlapping(pdf) == []
    assert complaints(pdf) == []


def test_talk_with_a_hundred_candidates_counts_those_it_does_not_name() -> None:
    everybody = [f"c{number}" for number in range(100)]
    talk = block("talk", "09:00", kind=Kind.TALK, candidates=everybody, people=["ivy"])
    named = [Candidate(CandidateId(each), f"Name of {each}.") for each in everybody]
    pages = pages_of(printed(plan(talk, *super_day(2), *named), COORDINATOR))

    assert "Name of c7. and 92 more" in pages[0]
    text = " ".join(pages)
    assert [each for each in everybody if f"Name of {each}. · Candidate" not in text] == []


def test_endless_texts_run_over_pages() -> None:
    note = " ".join(f"word{number}" for number in range(5_000))
    long = block("long", "08:00", 30, people=["ivy"], title="T" * 400, notes=Notes(host=note))
    way = leg("x", stop("A" * 400, moment("18:00")), stop("B" * 400, moment("19:00")))
    there = journey("far", Direction.RETURN, way)
    pdf = printed(whole_day(long, there), COORDINATOR)

    text = drawn_text(pdf)
    assert [f"word{number}" for number in range(5_000) if f"word{number} " not in f"{text} "] == []
    assert pages_with_ink_beyond(pdf, 34) == []


@pytest.mark.parametrize("tag", ["en", "de"])
@pytest.mark.parametrize("paper", list(Paper))
def test_unit_stays_beside_its_number(paper: Paper, tag: str) -> None:
    words = boxes(printed(sample(), COORDINATOR, paper=paper, tag=tag))
    lengths = [(number, unit) for number, unit in pairwise(words) if unit.word in {"h", "min"}]

    assert "20" in [number.word for number, _ in lengths]
    assert [unit.word for number, unit in lengths if unit.left < number.right] == []


def test_sheet_of_several_days_is_short() -> None:
    assert page_count(printed(sample(), COORDINATOR)) == 3
