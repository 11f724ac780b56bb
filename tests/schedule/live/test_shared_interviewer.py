"""A super day: one interviewer has two candidates, and what runs over keeps the other one waiting."""

import pytest

from planner.domain.blocks import Kind
from planner.domain.ids import BlockId, PersonId
from planner.domain.log import LogEntry
from planner.domain.times import ZERO
from planner.formats.wording.language import language
from planner.formats.wording.playbooks import due_sentences
from planner.schedule.live.accounts import Cause, Loss, accounts
from planner.schedule.live.live_projection import LiveProjection, Phase, project_live
from planner.schedule.repairs.playbooks import Keeping, Playbook, Task, due_steps, keeping
from planner.schedule.repairs.proposals import advise
from tests.builders import DAY, block, candidate, minutes, moment, person, plan
from tests.schedule.live.logs import at, log, told

ENGLISH = language("en")
ADA, ALAN, NEXT = BlockId("ada-1"), BlockId("alan-1"), BlockId("ada-2")
SUPER_DAY = plan(
    block("in", "08:30", 15, kind=Kind.ARRIVAL, candidates=["ada", "alan"]),
    block("ada-1", "09:00", 60, people=["grace"], room="blue"),
    block("ada-2", "10:00", 60, people=["barbara"], room="blue"),
    block("alan-1", "10:00", 60, people=["grace"], candidates=["alan"], room="red"),
    candidate("ada"),
    candidate("alan"),
    person("grace", phone="+352 1"),
    person("noor"),
)
ARRIVED = tuple(told("08:30", "arrived", candidate=who) for who in ("ada", "alan"))
BEGUN = told("09:00", "started", "ada-1")


def live(now: str, *entries: LogEntry) -> LiveProjection:
    return project_live(SUPER_DAY, log(*ARRIVED, BEGUN, *entries), at(now))


def test_a_day_with_two_candidates_who_share_the_interviewer_who_overruns() -> None:
    projection = live("10:18")
    assert [projection.phase(block) for block in (ADA, NEXT, ALAN)] == [
        Phase.OVER,
        Phase.DUE,
        Phase.DUE,
    ]
    (step,) = due_steps(projection)
    assert (step.block, step.playbook, step.since) == (ALAN, Playbook.KEPT, moment("10:00"))
    assert (step.task, step.following) == (Task.ASK_BENCH, Task.LATER)
    assert step.keeping == Keeping(PersonId("grace"), ADA, minutes(18), moment("10:00"))
    assert projection.absent == frozenset()
    assert due_sentences(step, SUPER_DAY, ENGLISH) == [
        "Alan waits for Grace, who is 18 min over with Ada (Blue)",
        "Ask the bench, in this order: Noor",
        "At 10:30: Decide what moves or is dropped",
    ]
    advice = advise(SUPER_DAY, projection.log, at("10:18"))
    assert [m.move for p in advice.proposals for m in p.measures if m.block == ALAN] == []


@pytest.mark.parametrize("now", ["10:00", "10:10", "10:40"])
def test_what_waits_is_never_suspected_and_since_does_not_move(now: str) -> None:
    projection = live(now)
    assert projection.phase(ALAN) is projection.phase(NEXT) is Phase.DUE
    assert projection.due_since(projection.agenda.entry(ALAN)) == int(at("10:00").timestamp())


def test_steps_about_who_is_kept_escalate() -> None:
    tasks = [due_steps(live(now))[0].task for now in ("10:00", "10:09", "10:10", "10:30")]
    assert tasks == [Task.REMIND, Task.REMIND, Task.ASK_BENCH, Task.LATER]
    (step,) = due_steps(live("10:02"))
    assert [(contact.subject.id, contact.number) for contact in step.contacts] == [
        ("grace", "+352 1")
    ]


def test_who_began_late_is_awaited_until_that_is_to_end() -> None:
    projection = project_live(
        SUPER_DAY, log(*ARRIVED, told("09:12", "started", "ada-1")), at("10:05")
    )
    found = keeping(projection, projection.agenda.entry(ALAN))
    assert found == Keeping(PersonId("grace"), ADA, ZERO, moment("10:12"))
    assert projection.phase(ALAN) is Phase.UPCOMING
    (step,) = due_steps(projection)
    assert due_sentences(step, SUPER_DAY, ENGLISH)[0] == (
        "Alan waits for Grace, who is with Ada (Blue) until 10:12"
    )


def test_absence_counts_from_when_everybody_was_free() -> None:
    ended = told("10:18", "ended", "ada-1")
    assert due_steps(live("10:20", ended)) == ()
    steps = due_steps(live("10:24", ended))
    assert [(step.playbook, step.since) for step in steps] == [
        (Playbook.ABSENT, moment("10:18")),
        (Playbook.ABSENT, moment("10:18")),
    ]
    assert live("10:28", ended).phase(ALAN) is Phase.SUSPECTED


def test_time_lost_by_waiting_is_charged_to_what_ran_over() -> None:
    begun = told("10:20", "started", "alan-1")
    found = accounts(live("10:30", told("10:18", "ended", "ada-1"), begun), DAY)
    (lost,) = [account.losses for account in found.interviews if account.block == ALAN]
    assert lost == (Loss(Cause.OVERRUN, minutes(18), ADA), Loss(Cause.LATE_START, minutes(2)))
