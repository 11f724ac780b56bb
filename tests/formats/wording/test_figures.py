"""The chips in the header of a day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.domain.blocks import CalendarMark, Kind
from planner.domain.ids import BlockId, CandidateId, JourneyId, LegId
from planner.domain.times import ZERO
from planner.domain.travel import Leg, LegKind, Stop
from planner.formats.wording.figures import (
    figures_line,
    leave_chip,
    leave_reason,
    leave_words,
    meal_chip,
)
from planner.formats.wording.language import language
from planner.schedule.day_figures import DayFigures, LeaveFigure, MealFigure
from planner.schedule.leaving import Leaving, Reckoning
from tests.builders import DAY, block, minutes, moment, plan

ENGLISH = language("en")
LUNCH = plan(
    block("lunch", "12:00", 90, kind=Kind.MEAL, title="Lunch"),
    block("meal", "12:00", 90, kind=Kind.MEAL, title=""),
)


@pytest.mark.parametrize(
    ("interviews", "interviewing", "rest", "line"),
    [
        (5, 255, 150, "5 interviews, 4 h 15 min \u00b7 rest 2 h 30 min"),
        (1, 60, 0, "1 interview, 1 h"),
        (0, 0, 45, "rest 45 min"),
        (0, 0, 0, ""),
    ],
)
def test_line_leaves_out_what_is_not_there(
    interviews: int, interviewing: int, rest: int, line: str
) -> None:
    found = DayFigures(DAY, interviews, minutes(interviewing), minutes(rest))
    assert figures_line(found, ENGLISH) == line


@pytest.mark.parametrize(
    ("name", "planned", "projected", "is_safe", "chip"),
    [
        ("lunch", 90, 90, True, "Lunch safe: 90 of 90 min"),
        ("meal", 90, 75, True, "Meal safe: 75 of 90 min"),
        ("lunch", 30, 30, False, "Lunch too short: 30 of at least 45 min"),
        ("lunch", 90, 45, False, "Lunch too late: 45 of 90 min, past its time"),
    ],
)
def test_meal_is_safe_or_not(
    name: str, planned: int, projected: int, chip: str, *, is_safe: bool
) -> None:
    meal = MealFigure(BlockId(name), minutes(planned), minutes(projected), minutes(45), is_safe)
    assert meal_chip(meal, LUNCH, ENGLISH) == chip


def leave(end: str, *, number: str = "", carrier: str = "") -> LeaveFigure:
    start = moment("19:05")
    stops = Stop("Findel", start), Stop("Frankfurt", start.moved(timedelta(minutes=50)))
    mark = CalendarMark("seed")
    leg = Leg(LegId("leg"), LegKind.FLIGHT, *stops, mark, number=number, carrier=carrier)
    left = Leaving(moment("17:25"), start, Reckoning.TRANSFER)
    return LeaveFigure(CandidateId("ada"), JourneyId("home"), left, leg, moment(end))


@pytest.mark.parametrize(
    ("found", "chip"),
    [
        (leave("17:00", number="LH 123"), "Leave the office by 17:25 for LH 123 at 19:05"),
        (leave("17:00", carrier="Air"), "Leave the office by 17:25 for Air at 19:05"),
        (leave("17:25"), "Leave the office by 17:25 for Flight at 19:05"),
        (
            leave("17:40", number="LH 123"),
            "Leave the office by 17:25 for LH 123 at 19:05: done only at 17:40",
        ),
    ],
)
def test_departure_says_by_when_to_leave(found: LeaveFigure, chip: str) -> None:
    assert leave_chip(found, ENGLISH) == chip


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (
            Leaving(moment("17:25"), moment("17:25"), Reckoning.TRANSFER),
            "The transfer of the journey home departs then.",
        ),
        (
            Leaving(moment("17:25"), moment("19:05"), Reckoning.ESCORT),
            "The escort to the departure begins then.",
        ),
        (
            Leaving(moment("16:20"), moment("19:05"), Reckoning.POLICY, minutes(120), minutes(45)),
            (
                "Departure at 19:05, less 2 h to be there before it and 45 min for the way. "
                "Both are rules of the plan; a transfer in the journey says it exactly."
            ),
        ),
    ],
)
def test_reason_says_how_leaving_is_reckoned(left: Leaving, said: str) -> None:
    assert leave_reason(replace(leave("17:00"), leaving=left), ENGLISH) == said


def test_day_without_anything_has_an_empty_line() -> None:
    assert figures_line(DayFigures(DAY, rest=ZERO), ENGLISH) == ""


@pytest.mark.parametrize(
    ("end", "said"),
    [("17:00", "Leave by 17:25"), ("17:40", "Leave by 17:25: done only at 17:40")],
)
def test_leaving_is_told_in_few_words(end: str, said: str) -> None:
    assert leave_words(leave(end), ENGLISH) == said
