"""Sentences of what-if answers."""

from dataclasses import dataclass, field
from datetime import timedelta
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Kind
from planner.domain.ids import BlockId
from planner.domain.subjects import Subject
from planner.formats.wording.language import language
from planner.formats.wording.projection import SENTENCES, what_if_sentences
from planner.schedule.assumptions import Assumptions
from planner.schedule.statements import statements
from planner.schedule.what_if import what_if
from tests.builders import block, minutes, moment, plan
from tests.schedule.random_days import plans

DAY = plan(
    block("lunch", "12:30", 60, title="Lunch", people=["ines"]),
)


@dataclass(frozen=True)
class Said:
    code: str
    facts: dict[str, Any] = field(default_factory=dict)


LUNCH = Subject("blocks", "lunch")
ADA, INES = Subject("candidates", "ada"), Subject("people", "ines")


@pytest.mark.parametrize(
    ("code", "facts", "sentence"),
    [
        (
            "starts_later",
            {"block": LUNCH, "by": minutes(10), "start": moment("12:40")},
            "Lunch (12:30) would start 10 min later, at 12:40.",
        ),
        (
            "starts_earlier",
            {"block": LUNCH, "by": minutes(10), "start": moment("12:20")},
            "Lunch (12:30) would start 10 min earlier, at 12:20.",
        ),
        (
            "ends_later",
            {"block": LUNCH, "by": minutes(75), "end": moment("14:45")},
            "Lunch (12:30) would end 1 h 15 min later, at 14:45.",
        ),
        (
            "ends_earlier",
            {"block": LUNCH, "by": minutes(5), "end": moment("13:25")},
            "Lunch (12:30) would end 5 min earlier, at 13:25.",
        ),
        (
            "rest_gives",
            {"block": LUNCH, "start": moment("12:40"), "by": minutes(10), "left": minutes(50)},
            "Lunch (12:30) would start at 12:40 and give up 10 min: 50 min would be left.",
        ),
        (
            "gap_gives",
            {"block": LUNCH, "by": minutes(10)},
            "The gap before Lunch (12:30) would take up 10 min.",
        ),
        ("nothing_moves", {}, "Nothing would move."),
        ("nothing_else_moves", {}, "Nothing else would move."),
        ("promises_kept", {}, "Every promise would be kept."),
        ("no_more_breaks", {}, "No promise would break that is not broken already."),
        (
            "breaks_rest",
            {"block": LUNCH, "by": minutes(5), "end": moment("13:35")},
            "Lunch (12:30) could keep its minimum only by ending 5 min after its planned end, at 13:35.",
        ),
        (
            "breaks_fixed_start",
            {"block": LUNCH, "who": (ADA, INES), "by": minutes(5), "due": moment("12:30")},
            "Lunch (12:30) starts at 12:30 and waits for nobody: Ada and Ines would come 5 min late.",
        ),
        (
            "delays_fixed_start",
            {"block": LUNCH, "by": minutes(5), "due": moment("12:30")},
            "Lunch (12:30) is fixed at 12:30, but would start 5 min later.",
        ),
        (
            "breaks_day_end",
            {"who": (ADA,), "by": minutes(5), "due": moment("18:00")},
            "The day of Ada would end 5 min after 18:00.",
        ),
        (
            "breaks_departure",
            {"who": (ADA,), "by": minutes(5), "due": moment("18:00")},
            "Ada would be 5 min late for the departure at 18:00.",
        ),
        (
            "day_ends_later",
            {"who": ADA, "by": minutes(5), "end": moment("17:05")},
            "The day of Ada would end 5 min later, at 17:05.",
        ),
        (
            "day_ends_earlier",
            {"who": ADA, "by": minutes(5), "end": moment("16:55")},
            "The day of Ada would end 5 min earlier, at 16:55.",
        ),
        ("concerns", {"who": (ADA, INES)}, "To be told: Ada and Ines."),
    ],
)
def test_answer_is_said(code: str, facts: dict[str, Any], sentence: str) -> None:
    assert what_if_sentences([Said(code, facts)], language("en"), DAY) == [sentence]


def test_answer_without_a_plan_calls_records_by_their_ids() -> None:
    said = Said("gap_gives", {"block": LUNCH, "by": timedelta(minutes=10)})
    assert what_if_sentences([said], language("en")) == [
        "The gap before lunch would take up 10 min."
    ]


def test_answer_is_as_many_sentences_as_statements() -> None:
    said = [Said("nothing_else_moves"), Said("promises_kept")]
    assert what_if_sentences(said, language("en"), DAY) == [
        "Nothing else would move.",
        "Every promise would be kept.",
    ]


def test_what_if_is_answered_in_sentences() -> None:
    """The second interview of the reference day begins half an hour late: nobody was there."""
    day = plan(
        block("1st", "10:15", 45, people=["ines"]),
        block("2nd", "11:00", 45, people=["jan"]),
        block("lunch", "11:45", 90, title="Lunch", kind=Kind.MEAL, minimum=minutes(65)),
        block("3rd", "13:15", 45, people=["kim"]),
    )
    answer = what_if(day, Assumptions(later={BlockId("2nd"): minutes(30)}))
    assert what_if_sentences(statements(answer), language("en"), day) == [
        "2nd (11:00) would start 30 min later, at 11:30.",
        "Lunch (11:45) would start at 12:15 and give up 25 min: 1 h 5 min would be left.",
        "3rd (13:15) would start 5 min later, at 13:20.",
        "Lunch (11:45) could keep its minimum only by ending 5 min after its planned end, at 13:20.",
        "The day of Ada would end 5 min later, at 14:05.",
        "To be told: Ada, Jan and Kim.",
    ]


@given(st.data())
def test_every_answer_has_its_sentences(data: st.DataObject) -> None:
    day = data.draw(plans())
    asked = data.draw(st.sampled_from(sorted(day.blocks)))
    longer, later = (minutes(data.draw(st.integers(least, 120))) for least in (-60, 0))
    said = statements(what_if(day, Assumptions({asked: longer}, {asked: later})))
    assert len(what_if_sentences(said, language("en"), day)) == len(said)


def test_answer_needs_only_these_facts() -> None:
    fields = {name for text in SENTENCES.values() for _, name, _, _ in Formatter().parse(text)}
    assert fields == {None, "block", "by", "due", "end", "left", "start", "who"}
