"""The agenda: order, tracks and days."""

from datetime import date

import pytest

from planner.domain.errors import InvalidValue, UnknownRecord
from planner.domain.ids import BlockId, CandidateId, PersonId, RoomId
from planner.domain.subjects import Subject
from planner.schedule.agenda import Agenda, Entry, instant
from tests.builders import DAY, block, moment, plan, seat

TALK = block("talk", "10:00", 60, candidates=["ada", "bob"], people=["ines"], room="red")
CALL = block("call", "09:00", None, seats=(seat("ines"), seat(None), seat("ines")))
OPEN = block("open")
NEXT_DAY = block("next day", "09:00", 45, day=date(2015, 9, 26))
AGENDA = Agenda(plan(TALK, CALL, OPEN, NEXT_DAY))


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.block.id for entry in entries]


def test_agenda_holds_scheduled_blocks_in_order_of_start() -> None:
    assert names(AGENDA.entries) == ["call", "talk", "next day"]
    assert [entry.index for entry in AGENDA.entries] == [0, 1, 2]
    assert AGENDA.unscheduled == (OPEN,)


def test_blocks_that_start_together_come_in_order_of_end_and_id() -> None:
    together = plan(block("b", "09:00", 30), block("a", "09:00", 30), block("c", "09:00", 15))
    assert names(Agenda(together).entries) == ["c", "a", "b"]


def test_entry_is_in_seconds_and_gets_the_default_duration() -> None:
    call = AGENDA.entry(BlockId("call"))
    assert instant(call.start) == moment("09:00").instant
    assert instant(call.end) == moment("09:30").instant
    assert (call.length, call.timebox) == (30 * 60, CALL.timebox)


def test_tracks_are_candidates_people_and_rooms_each_once() -> None:
    assert [(track.subject, names(track.entries)) for track in AGENDA.tracks] == [
        (Subject("candidates", "ada"), ["call", "talk", "next day"]),
        (Subject("people", "ines"), ["call", "talk"]),
        (Subject("candidates", "bob"), ["talk"]),
        (Subject("rooms", "red"), ["talk"]),
    ]
    assert [entry.tracks for entry in AGENDA.entries] == [(0, 1), (0, 2, 1, 3), (0,)]


def test_agenda_tells_what_everybody_does() -> None:
    assert names(AGENDA.candidate(CandidateId("bob"))) == ["talk"]
    assert names(AGENDA.person(PersonId("ines"))) == ["call", "talk"]
    assert names(AGENDA.room(RoomId("red"))) == ["talk"]
    assert names(AGENDA.room(RoomId("blue"))) == []


def test_days_are_by_candidate_and_local_date() -> None:
    ada, bob = CandidateId("ada"), CandidateId("bob")
    assert {key: names(entries) for key, entries in AGENDA.days.items()} == {
        (ada, DAY): ["call", "talk"],
        (bob, DAY): ["talk"],
        (ada, date(2015, 9, 26)): ["next day"],
    }


def test_date_is_the_one_on_the_clocks_of_the_place() -> None:
    late = block("late", "23:30", 45)
    same_time_elsewhere = block(
        "elsewhere", "00:30", 45, zone="Europe/Athens", day=date(2015, 9, 26)
    )
    assert list(Agenda(plan(late, same_time_elsewhere)).dates) == [date(2015, 9, 26), DAY]


def test_follower_is_what_comes_next_on_a_track() -> None:
    call, talk, next_day = AGENDA.entries
    assert AGENDA.follower(call, 0) is talk
    assert AGENDA.follower(talk, 0) is next_day
    assert AGENDA.follower(talk, 1) is None


def test_touching_is_not_overlapping() -> None:
    agenda = Agenda(plan(block("a", "09:00", 30), block("b", "09:30", 30), block("c", "09:59", 5)))
    a, b, c = agenda.entries
    assert (a.overlaps(b), b.overlaps(c), c.overlaps(b)) == (False, True, True)


def test_entry_of_an_unscheduled_or_unknown_block_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        AGENDA.entry(BlockId("open"))
    assert refused.value.facts == {"field": "block", "reason": "not_scheduled", "value": "open"}
    with pytest.raises(UnknownRecord):
        AGENDA.entry(BlockId("nowhere"))
