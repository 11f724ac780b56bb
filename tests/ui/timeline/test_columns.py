from datetime import date, time

from planner.domain.blocks import Block, Kind, Mode, Rsvp, SeatRole
from planner.domain.people import Hours
from planner.domain.plan import Plan
from planner.domain.slots import day_limits
from planner.domain.subjects import Subject
from planner.schedule.agenda import Agenda
from planner.schedule.projection import project
from planner.ui.timeline.columns import (
    Arrangement,
    Column,
    ColumnKind,
    Placed,
    columns,
    days,
    lacks_room,
    shading,
    unscheduled,
)
from tests.builders import DAY, ZONE, block, candidate, moment, office, person, plan, room, seat


def shown(source: Plan, arrangement: Arrangement = Arrangement.PEOPLE) -> list[str]:
    return [
        f"{c.subject.id if c.subject else c.kind.value}: {' '.join(p.block for p in c.placed)}"
        for c in columns(Agenda(source), DAY, arrangement)
    ]


def interview(name: str = "a", **fields: object) -> Block:
    return block(name, "10:00", mode=Mode.FACE_TO_FACE, **fields)  # type: ignore[arg-type]


def test_candidates_come_before_open_seats_and_people() -> None:
    source = plan(interview("a", people=["max"]), block("b", "11:00", seats=(seat(None),)))
    assert shown(source) == ["ada: a b", "open_seats: b", "max: a"]


def test_interview_without_seats_needs_somebody() -> None:
    assert shown(plan(interview())) == ["ada: a", "open_seats: a"]
    assert shown(plan(block("a", "10:00", kind=Kind.BREAK))) == ["ada: a"]


def test_who_declined_leaves_an_open_seat() -> None:
    declined = seat("max", rsvp=Rsvp.DECLINED)
    assert shown(plan(interview(seats=(declined,)))) == ["ada: a", "open_seats: a"]


def test_rooms_take_the_place_of_people() -> None:
    source = plan(interview("a", room="r1"), block("b", "11:00", mode=Mode.FACE_TO_FACE))
    assert shown(source, Arrangement.ROOMS) == ["ada: a b", "no_room: b", "r1: a"]


def test_everything_shows_people_and_rooms() -> None:
    source = plan(interview("a", people=["max"], room="r1"))
    assert shown(source, Arrangement.EVERYTHING) == ["ada: a", "max: a", "r1: a"]
    assert shown(source, Arrangement.CANDIDATES) == ["ada: a"]


def test_calls_rest_and_arrivals_lack_no_room() -> None:
    call, rest = block("c", "10:00", mode=Mode.PHONE), block("r", "11:00", kind=Kind.BREAK)
    arrival = block("i", "09:00", kind=Kind.ARRIVAL, mode=Mode.FACE_TO_FACE)
    assert not any(map(lacks_room, (call, rest, arrival)))


def test_block_without_candidate_has_a_column() -> None:
    source = plan(block("debrief", "17:00", kind=Kind.DEBRIEF, candidates=()), interview())
    assert shown(source, Arrangement.CANDIDATES) == ["ada: a", "team: debrief"]


def test_only_candidate_has_a_column_on_an_empty_day() -> None:
    assert shown(plan(candidate())) == ["ada: "]
    assert shown(plan(candidate(), candidate("bob"))) == []


def test_also_shows_who_is_free_that_day() -> None:
    source = plan(person("max"), room("r1"), candidate(), candidate("bob"))
    also = (Subject("people", "max"), Subject("rooms", "r1"), Subject("candidates", "bob"))
    found = columns(Agenda(source), DAY, Arrangement.EVERYTHING, also=also)
    assert [column.key for column in found] == [
        ("candidate", "bob"),
        ("person", "max"),
        ("room", "r1"),
    ]


def test_columns_keep_the_order_of_the_plan() -> None:
    source = plan(
        person("zoe"), person("max"), interview(people=["max"]), block("b", "12:00", people=["zoe"])
    )
    assert shown(source) == ["ada: a b", "zoe: b", "max: a"]


def test_titles_are_the_plans_own_words() -> None:
    source = plan(person("max", title="Manager"), interview(people=["max"], room="r1"))
    found = columns(Agenda(source), DAY, Arrangement.EVERYTHING)
    assert [(c.title, c.subtitle) for c in found] == [("Ada", ""), ("Max", "Manager"), ("R1", "")]


def test_room_names_its_office_where_there_are_several() -> None:
    source = plan(office("ber"), interview(room="r1"))
    found = columns(Agenda(source), DAY, Arrangement.ROOMS)
    assert found[1].subtitle == "Lux"


def test_only_the_shown_day_is_shown() -> None:
    source = plan(interview(), block("b", "10:00", day=date(2015, 9, 28)))
    assert shown(source, Arrangement.CANDIDATES) == ["ada: a"]
    assert days(Agenda(source)) == {DAY: 1, date(2015, 9, 28): 1}


def test_blocks_that_overlap_share_a_column() -> None:
    source = plan(block("a", "10:00", 60), block("b", "10:30", 60))
    start = int(moment("10:00").instant.timestamp())
    assert columns(Agenda(source), DAY, Arrangement.CANDIDATES)[0].placed == (
        Placed(block("a").id, start, start + 3600, 0, 2),
        Placed(block("b").id, start + 1800, start + 5400, 1, 2),
    )


def test_block_that_will_start_late_is_marked() -> None:
    source = plan(block("a", "10:00", 60), block("b", "10:30", 60))
    agenda = Agenda(source)
    found = columns(agenda, DAY, Arrangement.CANDIDATES, projection=project(agenda))
    assert [placed.late for placed in found[0].placed] == [0, 30 * 60]


def test_waiting_blocks_are_for_the_tray() -> None:
    source = plan(block("a"), interview("b"))
    assert [item.id for item in unscheduled(source)] == ["a"]


def test_column_names_whose_it_is() -> None:
    own = [Column(kind, Subject("x", "id")) for kind in ColumnKind]
    assert [c.candidate for c in own if c.candidate] == ["id"]
    assert [c.person for c in own if c.person] == ["id"]
    assert [c.room for c in own if c.room] == ["id"]
    assert [c.kind for c in own if c.is_of_people] == [ColumnKind.OPEN_SEATS, ColumnKind.PERSON]
    assert [c.kind for c in own if c.is_of_rooms] == [ColumnKind.NO_ROOM, ColumnKind.ROOM]


def test_shading_is_when_the_columns_record_is_not_to_be_had() -> None:
    hours = (Hours(time(8), time(19)),)
    source = plan(
        office("lux", hours=hours),
        person("max", hours=(Hours(time(9), time(17)),)),
        interview(people=["max"], seats=(seat("max"), seat(None, SeatRole.HOST, number=2))),
    )
    within = day_limits(moment("12:00"))
    found = {
        c.key[0]: [f"{s.start:%H}-{s.end:%H}" for s in shading(source, c, within, ZONE)]
        for c in columns(Agenda(source), DAY)
    }
    assert found == {
        "candidate": ["22-06", "17-22"],
        "open_seats": [],
        "person": ["22-07", "15-22"],
    }
