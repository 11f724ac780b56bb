"""The itinerary as text: the same words, 72 columns, times that stay beside what they are for."""

import os
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.audiences import Audience
from planner.domain.blocks import Connection, Mode
from planner.domain.errors import UnknownRecord
from planner.domain.ids import PersonId, RoomId
from planner.domain.people import Candidate
from planner.formats.html.page import page
from planner.formats.itinerary.composition import itinerary
from planner.formats.plain_itinerary import WIDTH, plain, plain_itinerary
from planner.formats.wording.language import language
from tests.builders import block, moment, person
from tests.formats.itinerary.plans import ADA, stop, whole_day
from tests.formats.leaks import AUDIENCES, stuffed

EN = language("en")
GOLDEN = Path(__file__).parent / "golden"
CANDIDATE = Audience.candidate(ADA)
CASES = {
    "candidate": (CANDIDATE, "en"),
    "candidate-de": (CANDIDATE, "de"),
    "interviewer": (Audience.interviewer(PersonId("ivy")), "en"),
    "host": (Audience.host(PersonId("hal")), "en"),
    "room": (Audience.room(RoomId("red")), "en"),
    "coordinator": (Audience.coordinator(), "en"),
}


@pytest.mark.parametrize("name", CASES)
def test_text_is_as_it_was_when_somebody_last_read_it(name: str) -> None:
    audience, tag = CASES[name]
    text = plain_itinerary(whole_day(), audience, language(tag))
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDENS") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", AUDIENCES)
def test_text_tells_what_the_page_of_the_same_reader_may_tell(reader: str) -> None:
    plan, markers = stuffed()
    content = itinerary(plan, AUDIENCES[reader], EN)
    assert markers.shown_in(plain(content)) <= markers.shown_in(page(content))


def test_link_to_a_call_stands_whole_on_its_line() -> None:
    url = "https://example.com/" + "a" * 90
    told = block("x", "15:45", mode=Mode.VIDEO, connection=Connection(link=url))
    text = plain_itinerary(whole_day(told), CANDIDATE, EN)
    assert [line.strip() for line in text.splitlines() if "https:" in line] == [url]


def test_name_from_right_to_left_is_isolated_and_its_times_are_not() -> None:
    hebrew = replace(person("ivy"), name="\u05d0\u05d9\u05d5\u05d9")
    lines = plain_itinerary(whole_day(hebrew), CANDIDATE, EN).splitlines()
    found = [line for line in lines if line.startswith("09:30")]
    assert found == ["09:30 \u2013 10:15  \u2068\u05d0\u05d9\u05d5\u05d9\u2069"]


def test_leg_keeps_its_clocks_beside_places_from_right_to_left() -> None:
    plan = whole_day()
    out = next(iter(plan.journeys.values()))
    arabic = stop("\u0639\u0645\u0651\u0627\u0646", moment("08:00"), "AMM")
    later = stop("Luxembourg", moment("09:00"), "LUX")
    leg = replace(out.legs[0], departure=arabic, arrival=later)
    text = plain_itinerary(plan.with_records([replace(out, legs=(leg,))]), CANDIDATE, EN)
    assert "\u2068\u0639\u0645\u0651\u0627\u0646\u2069 (AMM) 08:00 UTC+2" in text


def test_wide_letters_count_twice() -> None:
    plan = whole_day().with_records([person("ivy", title=" ".join(["\u7814\u7a76"] * 20))])
    text = plain_itinerary(plan, CANDIDATE, EN)
    lines = [line for line in text.splitlines() if "\u7814" in line]
    assert [len(line.encode("gb18030")) <= WIDTH + 1 for line in lines] == [True, True]


def test_unknown_reader_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        plain_itinerary(whole_day(), Audience.room(RoomId("gone")), EN)


@given(st.lists(st.text("ab\u05d0 \u00b7", min_size=1, max_size=12), max_size=30))
def test_lines_of_short_words_stay_within_72_columns(words: list[str]) -> None:
    plan = whole_day()
    ada = replace(plan.find(Candidate, ADA), needs=" ".join(words))
    text = plain_itinerary(plan.with_records([ada]), CANDIDATE, EN)
    seen = [
        "".join(c for c in line if unicodedata.category(c) != "Cf") for line in text.split("\n")
    ]
    assert max(map(len, seen)) <= WIDTH
