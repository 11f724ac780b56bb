"""Which block a key means."""

import pytest

from planner.domain.blocks import Kind
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import LogEntry
from planner.schedule.live.live_projection import project_live
from planner.ui.live.aims import Aims, Verb
from tests.builders import DAY, block, plan
from tests.schedule.live.logs import at, log, told

HELLO = block("hello", "09:50", 25, kind=Kind.ARRIVAL)
A, B = block("A", "10:15", 45, people=["ben"]), block("B", "11:00", 45, people=["noor"])
LUNCH = block("lunch", "11:45", 60, kind=Kind.MEAL)
DAY_PLAN = plan(HELLO, A, B, LUNCH, block("C", "12:45", 45, people=["kim"]))

STARTED, ENDED = told("10:15", "started", "A"), told("10:58", "ended", "A")
SEEN, SEEN_LATE = (told(clock, "arrived", candidate="ada") for clock in ("09:51", "10:05"))
MISSED = told("11:05", "no_show", "B", person="noor")


def aims(clock: str, *entries: LogEntry, chosen: str | None = None) -> Aims:
    projection = project_live(DAY_PLAN, log(*entries), at(clock))
    block_id = None if chosen is None else BlockId(chosen)
    return Aims(projection, CandidateId("ada"), DAY, block_id)


def meant(found: Aims, verb: Verb) -> str | None:
    entry = found.of(verb)
    return None if entry is None else str(entry.block.id)


@pytest.mark.parametrize(
    ("clock", "entries", "verb", "expected"),
    [
        ("09:52", (), Verb.START, "hello"),
        ("10:15", (), Verb.START, "A"),  # the arrival is over, though nobody said so
        ("10:15", (SEEN,), Verb.START, "A"),
        ("10:15", (SEEN_LATE,), Verb.START, "A"),  # the arrival would go on until 10:30
        ("09:52", (SEEN,), Verb.START, "hello"),  # it began a little later than the clock says
        ("09:52", (SEEN,), Verb.END, "hello"),
        ("10:05", (SEEN,), Verb.START, "A"),
        ("10:20", (STARTED,), Verb.START, None),
        ("10:56", (STARTED,), Verb.START, "B"),  # what runs comes to its end
        ("10:20", (STARTED,), Verb.END, "A"),
        ("10:59", (STARTED, ENDED), Verb.START, "B"),
        ("10:59", (STARTED, ENDED), Verb.END, None),
        ("11:06", (STARTED, ENDED, MISSED), Verb.START, "B"),  # late, but there
        ("11:06", (STARTED, ENDED, MISSED), Verb.REPLACE, "B"),
        ("12:46", (STARTED, ENDED, MISSED), Verb.START, "C"),
        ("11:50", (STARTED, ENDED, told("11:00", "started", "B"), told("11:45", "ended", "B")),
         Verb.END, "lunch"),
        ("10:30", (STARTED, told("10:20", "interrupted", "A")), Verb.BACK, "A"),
        ("10:30", (STARTED, told("10:20", "interrupted", "A")), Verb.DROPPED, None),
        ("10:30", (STARTED, told("10:20", "interrupted", "A")), Verb.REPLACE, "A"),
        ("10:30", (STARTED,), Verb.NO_SHOW, None),
        ("11:02", (STARTED, ENDED), Verb.NO_SHOW, "B"),
        ("10:59", (STARTED, ENDED), Verb.NO_SHOW, "B"),  # somebody has called before it begins
        ("11:06", (STARTED, ENDED, MISSED), Verb.NO_SHOW, None),  # pressed twice
        ("11:46", (STARTED, ENDED, MISSED), Verb.NO_SHOW, None),
    ],
)  # fmt: skip
def test_verb_means_what_runs_or_is_due(
    clock: str, entries: tuple[LogEntry, ...], verb: Verb, expected: str | None
) -> None:
    assert meant(aims(clock, *entries), verb) == expected


def test_chosen_block_comes_first_where_the_verb_fits_it() -> None:
    found = aims("10:30", STARTED, chosen="C")
    assert meant(found, Verb.NO_SHOW) == "C"
    assert meant(found, Verb.END) == "A"


def test_rest_cannot_be_missed_dropped_or_replaced() -> None:
    found = aims("11:50", chosen="lunch")
    verbs = (Verb.NO_SHOW, Verb.REPLACE, Verb.DROPPED)
    assert "lunch" not in {meant(found, verb) for verb in verbs}
