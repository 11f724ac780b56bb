"""What stands beside a block while somebody drags it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from planner.app.foresight import Foresight, Outlook, RestChange
from planner.domain.blocks import Kind
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId
from planner.domain.problems import Severity
from planner.formats.wording.foresight import outlook_sentences
from planner.formats.wording.language import language
from planner.schedule.slack import Slack
from tests.builders import block, minutes, moment, plan

ENGLISH = language("en")
FIRST, SECOND, LUNCH, PAUSE = (BlockId(name) for name in ("first", "second", "lunch", "pause"))
DAY = plan(
    block("first", "10:00", 45, title="First talk", people=["ben"]),
    block("second", "11:00", 45, title="Second talk", people=["eve"]),
    block("lunch", "11:45", 90, kind=Kind.MEAL, title="Lunch", minimum=minutes(45)),
    block("pause", "16:00", 30, kind=Kind.BREAK, title=""),
)


def said(name: BlockId, by: float) -> list[tuple[Severity | None, str]]:
    return outlook_sentences(Foresight(DAY).of(MoveBlocks((name,), minutes(by))), DAY, ENGLISH)


def slack(free: float | None, promised: float | None) -> Slack:
    return Slack(
        FIRST,
        None if promised is None else moment("10:00").moved(minutes(promised)),
        None if promised is None else minutes(promised),
        None if free is None else minutes(free),
    )


def test_refusal_is_all_that_is_said() -> None:
    assert said(BlockId("gone"), 5) == [
        (
            Severity.ERROR,
            "The plan has no entry \u201cgone\u201d (blocks). Perhaps it was removed meanwhile.",
        )
    ]


def test_move_into_a_rest_says_what_is_left_of_it_once() -> None:
    assert said(SECOND, 15) == [
        (Severity.WARNING, "Lunch would be 1 h 15 min, 30 min above its minimum."),
        (None, "Any later, and something else moves."),
        (None, "30 min before a promise breaks."),
    ]


def test_move_into_a_meeting_says_the_problem() -> None:
    severity, sentence = said(FIRST, 20)[0]
    assert (severity, sentence) == (
        Severity.ERROR,
        "Ada is in two places on Fri 25 Sep: First talk (10:20) and Second talk (11:00) overlap by 5 min.",
    )


@pytest.mark.parametrize(
    ("after", "severity", "sentence"),
    [
        (50, None, "Lunch would be 50 min, 5 min above its minimum."),
        (45, None, "Lunch would be 45 min, just its minimum."),
        (30, Severity.WARNING, "Lunch would be 30 min, 15 min below its minimum."),
    ],
)
def test_rest_is_told_against_its_minimum(
    after: int, severity: Severity | None, sentence: str
) -> None:
    rest = RestChange(LUNCH, minutes(90), minutes(after), minutes(45))
    assert outlook_sentences(Outlook(DAY, rests=(rest,)), DAY, ENGLISH) == [(severity, sentence)]


def test_rest_without_a_title_is_called_by_its_kind() -> None:
    rest = RestChange(PAUSE, minutes(30), minutes(20), minutes(10))
    assert outlook_sentences(Outlook(DAY, rests=(rest,)), DAY, ENGLISH) == [
        (None, "Break would be 20 min, 10 min above its minimum.")
    ]


@pytest.mark.parametrize(
    ("free", "promised", "sentences"),
    [
        (12, None, ["12 min before anything else moves."]),
        (0, None, ["Any later, and something else moves."]),
        (12, 40, ["12 min before anything else moves.", "40 min before a promise breaks."]),
        (12, 12, ["12 min before anything else moves."]),
        (None, 40, ["40 min before a promise breaks."]),
        (None, -5, []),
        (None, None, []),
        (60 * 24, 60 * 24 * 3, []),
    ],
)
def test_slack_is_told_where_it_is_short_enough_to_matter(
    free: float | None, promised: float | None, sentences: Sequence[str]
) -> None:
    outlook = Outlook(DAY, slack=slack(free, promised))
    assert outlook_sentences(outlook, DAY, ENGLISH) == [(None, text) for text in sentences]


def test_several_moved_blocks_are_counted() -> None:
    outlook = Foresight(DAY).of(MoveBlocks((FIRST, SECOND, LUNCH), timedelta(hours=1)))
    assert (None, "3 blocks would move.") in outlook_sentences(outlook, DAY, ENGLISH)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [(FIRST, "2 problems would be gone."), (SECOND, "1 problem would be gone.")],
)
def test_problems_that_would_be_gone_are_counted(name: BlockId, sentence: str) -> None:
    late = MoveBlocks((name,), minutes(20)).apply(DAY)
    outlook = Foresight(late).of(MoveBlocks((name,), -minutes(20)))
    assert outlook_sentences(outlook, DAY, ENGLISH)[-1] == (None, sentence)
