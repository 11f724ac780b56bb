"""Playbooks: what is due at which minute, with the number at hand."""

from typing import Any

import pytest

from planner.domain.blocks import Block, Connection, Kind, Mode, SeatRole
from planner.domain.ids import BlockId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import Phase, project_live
from planner.schedule.repairs.playbooks import (
    FIRE_ALARM,
    PLAYBOOKS,
    ROOM_TAKEN,
    DueStep,
    Playbook,
    Task,
    due_steps,
    unnamed_steps,
)
from tests.builders import block, candidate, minutes, person, plan, room, seat
from tests.schedule.live.logs import at, log, told

CONNECTION = Connection(number="+352 1", fallback="call the front desk, +352 9")
ARRIVED = told("09:30", "arrived", candidate="ada")


def day(*extra: Block, **fields: Any) -> Plan:
    call = block(
        "call", "10:00", 45, people=["ben"], mode=Mode.VIDEO, connection=CONNECTION, **fields
    )
    return plan(
        call,
        *extra,
        candidate("ada", phone="+30 2"),
        person("ben", phone="+352 3"),
        person("noor", phone="+352 4"),
        person("kim"),
    )


def due(now: str, *entries: LogEntry, source: Plan | None = None) -> list[DueStep]:
    return list(due_steps(project_live(source or day(), log(*entries), at(now))))


def tasks(now: str, *entries: LogEntry, source: Plan | None = None) -> list[str | None]:
    return [step.task and step.task.value for step in due(now, *entries, source=source)]


@pytest.mark.parametrize(
    ("now", "task"),
    [
        ("10:05", "call_person"),
        ("10:10", "ask_bench"),
        ("10:20", "by_phone"),
        ("10:30", "give_up"),
    ],
)
def test_interviewer_who_is_absent_is_called_then_the_bench(now: str, task: str) -> None:
    assert tasks(now, ARRIVED) == [task]


@pytest.mark.parametrize("now", ["10:00", "10:01", "10:04"])
def test_nobody_is_absent_before_there_is_something_to_do(now: str) -> None:
    assert due(now, ARRIVED) == []
    assert due(now) == []


def test_step_names_whom_to_call_and_what_comes_next() -> None:
    (step,) = due("10:06", ARRIVED)
    assert [(c.subject.id, c.number) for c in step.contacts] == [("ben", "+352 3")]
    assert step.following is not None
    assert step.following_at is not None
    assert (step.following.value, step.following_at.instant) == ("ask_bench", at("10:10"))
    assert step.since.instant == at("10:00")
    (step,) = due("10:12", ARRIVED)
    assert [c.subject.id for c in step.contacts] == ["kim", "noor"]
    (step,) = due("10:21", ARRIVED)
    assert step.hint == "+352 1"
    (step,) = due("10:40", ARRIVED)
    assert (step.contacts, step.following, step.following_at) == ((), None, None)


def test_no_show_that_was_told_stays_with_its_playbook() -> None:
    gone = told("10:12", "no_show", "call", person="ben")
    assert [s.playbook for s in due("10:15", ARRIVED, gone)] == [Playbook.ABSENT]
    assert tasks("10:15", ARRIVED, gone, told("10:14", "skipped", "call")) == []


@pytest.mark.parametrize(
    ("now", "task", "hint", "contacts"),
    [
        ("10:11", None, "", []),
        ("10:12", "retry", "+352 1", []),
        ("10:15", "fallback", "call the front desk, +352 9", ["+30 2"]),
        ("10:20", "replace", "", ["", "+352 4"]),
    ],
)
def test_dropped_call_is_dialled_again_then_another_way(
    now: str, task: str | None, hint: str, contacts: list[str]
) -> None:
    entries = [told("10:00", "started", "call"), told("10:10", "interrupted", "call")]
    (step,) = due(now, *entries)
    assert (step.task and step.task.value, step.hint) == (task, hint)
    assert [contact.number for contact in step.contacts] == contacts


def test_candidate_who_has_not_been_seen_is_called() -> None:
    source = plan(
        block("A", "10:00", 45, people=["ben"]),
        candidate("ada", phone="+30 2"),
        person("ben", phone="+352 3"),
    )
    assert tasks("10:04", source=source) == []
    (step,) = due("10:06", source=source)
    assert [c.number for c in step.contacts] == ["+30 2"]
    (step,) = due("10:11", source=source)
    assert (step.task and step.task.value, step.contacts[0].number) == ("tell_panel", "+352 3")
    assert tasks("10:06", ARRIVED, source=source) == ["call_person"]


def test_candidate_in_a_block_before_has_been_seen() -> None:
    source = plan(
        block("first", "09:00", 30, people=["kim"]), block("A", "10:00", 45, people=["ben"])
    )
    entries = [told("09:00", "started", "first"), told("09:30", "ended", "first")]
    assert [step.playbook for step in due("10:06", *entries, source=source)] == [Playbook.ABSENT]


def test_room_in_which_others_still_are_is_taken() -> None:
    source = plan(
        block("long", "09:00", 60, candidates=["bob"], people=["kim"], room="red"),
        block("A", "10:00", 45, people=["ben"], room="red"),
        room("blue"),
        room("white"),
        block("gone", "10:00", 60, candidates=["dora"], room="white"),
        block("busy", "10:00", 60, candidates=["eva"], room="grey"),
        room("far", "trier"),
        block("there", "10:00", 45, people=["jo"], candidates=["cleo"], room="green"),
    )
    entries = [
        ARRIVED,
        told("09:00", "started", "long"),
        told("10:00", "started", "there"),
        told("09:00", "skipped", "gone"),
    ]
    (step,) = [s for s in due("10:01", *entries, source=source) if s.block == "A"]
    assert step.task is not None
    assert (step.playbook, step.task.value) == (Playbook.ROOM_TAKEN, "ask_to_leave")
    interrupted = told("10:02", "interrupted", "there", reason=ROOM_TAKEN)
    (step,) = [s for s in due("10:08", *entries, interrupted, source=source) if s.block == "there"]
    assert step.task is not None
    assert (step.playbook, step.task.value) == (Playbook.ROOM_TAKEN, "other_room")
    assert [c.subject.id for c in step.contacts] == ["blue", "white"]


def test_room_that_stays_taken_leads_to_another_and_to_no_absence() -> None:
    source = plan(
        block("long", "09:00", 60, candidates=["bob"], people=["kim"], room="red"),
        block("A", "10:00", 45, people=["ben"], room="red"),
        room("blue"),
    )
    projection = project_live(source, log(ARRIVED, told("09:00", "started", "long")), at("10:18"))
    (step,) = due_steps(projection)
    assert (step.playbook, step.task, step.since.instant) == (
        Playbook.ROOM_TAKEN,
        Task.OTHER_ROOM,
        at("10:00"),
    )
    assert projection.phase(BlockId("A")) is Phase.DUE


def test_open_seat_of_today_is_told_until_somebody_is_named_or_it_is_due() -> None:
    source = plan(
        block("A", "10:00", 45, people=["ben"]),
        block("B", "11:00", 45, seats=(seat(None), seat("kim", SeatRole.SHADOW, number=2))),
        block("tour", "12:00", 45, kind=Kind.TOUR),
    )

    def unnamed(now: str, *entries: LogEntry) -> list[tuple[str, Playbook, object]]:
        projection = project_live(source, log(*entries), at(now))
        found = unnamed_steps(projection, projection.agenda.entries)
        return [(step.block, step.playbook, step.task) for step in found]

    assert unnamed("09:00") == [("B", Playbook.UNNAMED, None)]
    assert unnamed("09:00", told("08:59", "replaced", "B", person="ben")) == []
    assert unnamed("11:15", told("10:00", "started", "A"), told("10:45", "ended", "A")) == []


def test_fire_alarm_has_steps_of_its_own() -> None:
    entries = [
        told("10:00", "started", "call"),
        told("10:10", "interrupted", "call", reason=FIRE_ALARM),
    ]
    assert tasks("10:10", *entries) == ["leave_building"]
    (step,) = due("10:16", *entries)
    assert [c.subject.id for c in step.contacts] == ["ada", "ben"]
    assert tasks("10:31", *entries) == ["go_on_elsewhere"]


def test_nobody_is_missed_in_a_tour_or_on_a_day_that_is_well() -> None:
    source = plan(block("tour", "10:00", 30, kind=Kind.TOUR))
    assert tasks("10:15", ARRIVED, source=source) == []
    assert tasks("09:59", ARRIVED) == []


def test_without_seats_or_numbers_the_steps_are_still_due() -> None:
    source = plan(block("A", "10:00", 45))
    (step,) = due("10:12", ARRIVED, source=source)
    assert (step.task and step.task.value, step.contacts, step.hint) == ("ask_bench", (), "")


def test_steps_of_every_playbook_come_one_after_the_other() -> None:
    for steps in PLAYBOOKS.values():
        times = [step.after + minutes(10) * step.after_grace for step in steps]
        assert times == sorted(times)


def test_on_a_bad_day_only_the_first_steps_name_whom_to_call() -> None:
    absent = [block(f"A{n}", "10:00", 45, people=[f"p{n}"], candidates=[f"c{n}"]) for n in range(8)]
    arrived = [told("09:30", "arrived", candidate=f"c{n}") for n in range(8)]
    steps = due("10:06", *arrived, source=plan(*absent))
    assert [len(step.contacts) for step in steps] == [1] * 6 + [0] * 2


def test_guided_tour_that_begins_late_asks_for_nothing() -> None:
    tour = plan(block("tour", "10:00", 30, kind=Kind.TOUR, people=["ben"]))
    assert due("10:20", ARRIVED, source=tour) == []


def test_candidate_is_awaited_since_their_own_arrival() -> None:
    arrivals = [
        block(f"hello-{who}", clock, 10, kind=Kind.ARRIVAL, candidates=(who,))
        for who, clock in (("bob", "09:20"), ("ada", "09:30"))
    ]
    both = plan(*arrivals, block("first", "10:00", 45, people=["ben"], candidates=("ada",)))
    found = {
        step.block: step.since.clock.isoformat("minutes") for step in due("10:15", source=both)
    }
    assert found[BlockId("first")] == "09:30"
