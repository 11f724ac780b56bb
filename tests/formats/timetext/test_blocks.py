from datetime import timedelta

from planner.domain.blocks import Block, Kind, Mode, SeatRole
from planner.domain.ids import CandidateId, FocusAreaId, LoopId, OfficeId
from planner.domain.people import Candidate, FocusArea, Person
from planner.domain.places import Room
from planner.domain.plan import Plan
from planner.formats.timetext.blocks import timetable_blocks
from tests.builders import moment, plan
from tests.formats.timetext.pasting import (
    blocks,
    counted_ids,
    paste,
    records,
    room_called,
    somebody,
)

REFERENCE = """
| timebox | interview partner | type |
|---|---|---|
| 10:15 - 11:00 | Partner Solutions Architect | face to face |
| 11:00 - 11:45 | ??? (not named) | phone |
| 11:45 - 13:15 | break (lunch) | n/a |
| 13:15 - 14:00 | Manager Solutions Architecture | face to face |
| 14:00 - 15:00 | Manager Marketing | face to face |
| 15:00 - 16:00 | break | n/a |
| 16:00 - 17:00 | Manager Solutions Architecture (manager of the whole team; another person) | face to face |
"""


def test_reference_day_gives_its_seven_blocks() -> None:
    shown = [
        (f"{block.timebox.start.clock:%H:%M}", block.kind, block.mode, block.people)
        for block in blocks(REFERENCE)
        if block.timebox is not None
    ]
    assert shown == [
        ("10:15", Kind.INTERVIEW, Mode.FACE_TO_FACE, ("person-1",)),
        ("11:00", Kind.INTERVIEW, Mode.PHONE, ()),
        ("11:45", Kind.MEAL, None, ()),
        ("13:15", Kind.INTERVIEW, Mode.FACE_TO_FACE, ("person-2",)),
        ("14:00", Kind.INTERVIEW, Mode.FACE_TO_FACE, ("person-3",)),
        ("15:00", Kind.BREAK, None, ()),
        ("16:00", Kind.INTERVIEW, Mode.FACE_TO_FACE, ("person-4",)),
    ]


def test_reference_day_has_two_people_of_one_name() -> None:
    people = [record for record in records(REFERENCE) if isinstance(record, Person)]
    assert [(someone.name, someone.title) for someone in people] == [
        ("Partner Solutions Architect", ""),
        ("Manager Solutions Architecture", ""),
        ("Manager Marketing", ""),
        ("Manager Solutions Architecture", "manager of the whole team"),
    ]


def test_reference_day_leaves_a_seat_open_for_the_unnamed() -> None:
    assert [len(block.seats) for block in blocks(REFERENCE)] == [1, 1, 0, 1, 1, 0, 1]


def test_reference_day_pasted_again_makes_blocks_only() -> None:
    filled = plan().with_records(records(REFERENCE))
    assert {type(record) for record in records(REFERENCE, filled)} == {Block}
    before, after = (
        [block.people for block in blocks(REFERENCE, into)] for into in (plan(), filled)
    )
    assert before == after


def test_people_and_rooms_of_the_plan_are_found_by_name() -> None:
    filled = plan(somebody("anna", "Anna Schmidt"), room_called("1.04", "r4"))
    made = records("10:00 - 11:00 Interview with ANNA  schmidt, Room 1.04", filled)
    (block,) = made
    assert isinstance(block, Block)
    assert (block.people, block.room) == (("anna",), "r4")


def test_people_are_found_by_address() -> None:
    filled = plan(somebody("anna", "A. Schmidt", email="anna@example.com"))
    made = records("Time | Who\n10:00 - 11:00 | Anna Schmidt <Anna@example.com>", filled)
    assert [type(record) for record in made] == [Block]


def test_title_tells_people_of_one_name_apart() -> None:
    text = "Time | Who\n10:00 | Anna Lee (HR)\n11:00 | Anna Lee (Sales)\n12:00 | Anna Lee"
    assert [block.people for block in blocks(text)] == [
        *(("person-1",), ("person-2",), ("person-1",))
    ]


def test_somebody_said_to_be_another_person_is_made_anew() -> None:
    filled = plan(somebody("anna", "Anna Lee"))
    assert blocks("Time | Who\n10:00 | Anna Lee (another person)", filled)[0].people == (
        "person-1",
    )


def test_new_people_keep_what_was_said_about_them() -> None:
    made = records("Time | Who\n10:00 | Anna Lee (Recruiter; another person) <a@b.eu>")
    assert made[0] == somebody(
        "person-1", "Anna Lee", title="Recruiter", email="a@b.eu", note="another person"
    )


def test_same_room_is_made_once() -> None:
    made = records("10:00 Interview, Room 1.04\n11:00 Interview, Raum 1.04")
    assert [record for record in made if isinstance(record, Room)] == [
        room_called("Room 1.04", "room-1")
    ]


def test_room_becomes_a_place_where_there_is_no_office() -> None:
    homeless = Plan(id=plan().id, title="No office")
    (block,) = blocks("10:00 - 11:00 Interview, Room 1.04", homeless)
    assert (block.room, block.place) == (None, "Room 1.04")


def test_candidates_come_from_their_column_or_the_caller() -> None:
    text = "Candidate | Time | What\nAda Byron | 9:00 | Interview\nGrace | 9:00 | Interview"
    made = records(text)
    assert [record for record in made if isinstance(record, Candidate)] == [
        Candidate(CandidateId("candidate-1"), "Ada Byron"),
        Candidate(CandidateId("candidate-2"), "Grace"),
    ]
    given = timetable_blocks(
        paste("9:00 Interview"),
        plan(),
        candidates=(CandidateId("ada"),),
        loop=LoopId("loop"),
        new_ids=counted_ids(),
    )
    assert [(b.candidates, b.loop) for b in given if isinstance(b, Block)] == [(("ada",), "loop")]


def test_focus_areas_of_the_plan_may_hold_commas() -> None:
    right = FocusArea(FocusAreaId("right"), "Are Right, A Lot")
    text = "Time | What | Focus areas\n9:00 | Interview | Ownership, are right, a lot, Dive Deep"
    made = records(text, plan(right))
    assert [area.name for area in made if isinstance(area, FocusArea)] == ["Ownership", "Dive Deep"]
    assert [b.focus_areas for b in made if isinstance(b, Block)] == [
        ("focus_area-1", "right", "focus_area-2")
    ]


def test_roles_follow_the_kind() -> None:
    text = """
        9:00 Interview with Anna Lee and Ben Weiss
        10:00 Lunch with Anna Lee
        11:00 Lunch interview with Anna Lee
        12:00 Tour with Anna Lee
    """
    assert [[seat.role for seat in block.seats] for block in blocks(text)] == [
        [SeatRole.LEAD, SeatRole.PANELIST],
        [SeatRole.HOST],
        [SeatRole.LEAD],
        [SeatRole.HOST],
    ]


def test_length_is_real_time_over_a_change_of_clocks() -> None:
    (block,) = blocks("25 Oct 2015\n01:00 - 04:00 Interview")
    assert block.timebox is not None
    assert block.timebox.duration == timedelta(hours=4)


def test_missing_end_leaves_the_length_open() -> None:
    (block,) = blocks("10:00 Interview")
    assert block.timebox is not None
    assert (block.timebox.start, block.timebox.duration) == (moment("10:00"), None)


def test_link_and_number_make_a_connection() -> None:
    (block,) = blocks("10:00 Interview, https://a.eu/b, +352 26 12 34 56")
    assert block.connection is not None
    assert (block.connection.link, block.connection.number) == (
        "https://a.eu/b",
        "+352 26 12 34 56",
    )


def test_comments_stay_internal() -> None:
    (block,) = blocks("Time | What | Comment\n10:00 | Interview | wants coffee")
    assert (block.notes.internal, block.notes.candidate) == ("wants coffee", "")


def test_rows_without_a_day_make_no_blocks() -> None:
    undated = paste("10:00 - 11:00 Interview with Anna Lee", day=None)
    assert timetable_blocks(undated, plan(), new_ids=counted_ids()) == ()


def test_ids_are_new_unless_they_are_given() -> None:
    first, second = (timetable_blocks(paste("10:00 Talk"), plan()) for _ in range(2))
    assert isinstance(first[0], Block)
    assert isinstance(second[0], Block)
    assert first[0].id != second[0].id
    assert first[0].calendar.seed != second[0].calendar.seed


def test_rooms_belong_to_the_office_of_the_plan() -> None:
    made = records("10:00 Interview, Room 1.04")
    assert [record.office for record in made if isinstance(record, Room)] == [OfficeId("lux")]


def test_remarks_in_brackets_are_notes_and_make_no_second_person() -> None:
    text = "10:00 Interview with Tom (weak on coding)\n10:30 Interview with Tom (was: Bob)"
    made = records(text)
    assert [record for record in made if isinstance(record, Person)] == [
        somebody("person-1", "Tom")
    ]
    assert [(b.people, b.notes.internal) for b in made if isinstance(b, Block)] == [
        (("person-1",), "Tom: weak on coding"),
        (("person-1",), "Tom: was: Bob"),
    ]


def test_title_of_the_plan_that_is_no_job_does_not_tell_people_apart() -> None:
    filled = plan(somebody("tom", "Tom", title="weak on coding"))
    assert blocks("10:00 Interview with Tom (Recruiter)", filled)[0].people == ("tom",)


def test_each_candidate_of_a_column_gets_blocks() -> None:
    text = "Time | Ada | Bob\n9:00-9:45 | John Smith | Mary Poppins"
    assert [(b.candidates, b.people) for b in blocks(text)] == [
        (("candidate-1",), ("person-1",)),
        (("candidate-2",), ("person-2",)),
    ]
