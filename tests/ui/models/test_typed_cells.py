"""Names, kinds and places that people type into the table and the inspector."""

import pytest

from planner.domain.blocks import Kind, Mode, SeatRole
from planner.domain.directory import Directory
from planner.domain.edits.base import Edit
from planner.domain.ids import PersonId, RoomId
from planner.domain.people import FocusArea, Person
from planner.domain.plan import Plan
from planner.formats.wording.language import language
from planner.ui.models.typed_cells import focus_edit, type_edit, where_edit
from planner.ui.models.typed_kinds import kind_edits
from planner.ui.models.typed_names import names_in
from planner.ui.models.typed_people import people_edit, seat_edit
from planner.ui.models.typed_steps import joined
from tests.builders import block, person, plan, room, seat

ENGLISH = language("en")
NOBODY_ELSE = Directory()
MAX = Person(PersonId("max"), "Max Berg")


def panel_after(edit: Edit, holder: Plan) -> list[tuple[SeatRole, str]]:
    made = edit.apply(holder)
    return [
        (s.role, "" if s.person is None else made.people[s.person].name)
        for s in made.blocks["talk"].seats  # type: ignore[index]
    ]


def typed_people(
    text: str, holder: Plan, directory: Directory = NOBODY_ELSE
) -> list[tuple[SeatRole, str]]:
    held = next(iter(holder.blocks.values()))
    return panel_after(people_edit(holder, directory, held, text), holder)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann; Ben", ("Ann", "Ben")),
        ("Ann, Ben \u00b7 Cy\nDee", ("Ann", "Ben", "Cy", "Dee")),
        ("are right, a lot; dive deep", ("Are Right, A Lot", "Dive Deep")),
        ("Have Backbone; Disagree", ("Have Backbone; Disagree",)),
        ("Ann;;Ann,", ("Ann",)),
        (" ", ()),
    ],
)
def test_names_are_parted_but_known_ones_stay_whole(text: str, names: tuple[str, ...]) -> None:
    known = ["Are Right, A Lot", "Dive Deep", "Have Backbone; Disagree"]
    assert names_in(text, known) == names


def test_known_name_takes_the_empty_seat() -> None:
    holder = plan(block("talk", "10:00", seats=(seat(None),)), person("ann"))
    assert typed_people("ann", holder) == [(SeatRole.LEAD, "Ann")]


def test_unknown_name_becomes_a_person_of_the_plan() -> None:
    holder = plan(block("talk", "10:00", people=["ann"]))
    assert typed_people("Ann; Zoe New", holder) == [
        (SeatRole.LEAD, "Ann"),
        (SeatRole.PANELIST, "Zoe New"),
    ]


def test_directory_person_is_taken_over_once() -> None:
    holder = plan(block("talk", "10:00", seats=(seat(None),)))
    directory = Directory(people={MAX.id: MAX})
    held = holder.blocks["talk"]  # type: ignore[index]
    made = people_edit(holder, directory, held, "max berg").apply(holder)
    assert made.people == {MAX.id: MAX}


def test_first_person_of_a_break_hosts() -> None:
    holder = plan(block("talk", "10:00", kind=Kind.BREAK), person("ann"))
    assert typed_people("Ann", holder) == [(SeatRole.HOST, "Ann")]


def test_replaced_name_takes_the_seat_of_who_went() -> None:
    seats = (seat("ann", SeatRole.BAR_RAISER), seat("ben", number=2))
    holder = plan(block("talk", "10:00", seats=seats), person("ann"), person("ben"), person("cy"))
    assert typed_people("Cy; Ben", holder) == [(SeatRole.BAR_RAISER, "Cy"), (SeatRole.LEAD, "Ben")]


def test_name_that_is_left_out_takes_its_seat_along() -> None:
    seats = (seat("ann"), seat("ben", SeatRole.SHADOW, number=2))
    holder = plan(block("talk", "10:00", seats=seats), person("ann"), person("ben"))
    assert typed_people("Ann", holder) == [(SeatRole.LEAD, "Ann")]
    assert typed_people("Ann; ???", holder) == [(SeatRole.LEAD, "Ann"), (SeatRole.SHADOW, "")]
    assert typed_people("", holder) == [(SeatRole.LEAD, ""), (SeatRole.SHADOW, "")]


def test_seat_is_given_by_name() -> None:
    holder = plan(block("talk", "10:00", seats=(seat(None),)))
    held = holder.blocks["talk"]  # type: ignore[index]
    edit = seat_edit(holder, NOBODY_ELSE, held.id, held.seats[0].id, "Zoe")
    assert panel_after(edit, holder) == [(SeatRole.LEAD, "Zoe")]


@pytest.mark.parametrize(
    ("text", "title", "kind", "mode"),
    [
        ("1st interview \u00b7 Phone", "1st interview", Kind.INTERVIEW, Mode.PHONE),
        ("2nd call, technical, video", "2nd call, technical", Kind.INTERVIEW, Mode.VIDEO),
        ("Lunch \u00b7 Meal", "Lunch", Kind.MEAL, None),
        ("break", "", Kind.BREAK, None),
        ("", "", Kind.INTERVIEW, None),
        ("Lunch", "Lunch", Kind.MEAL, None),
        ("Team lunch", "Team lunch", Kind.MEAL, None),
        ("Coffee with Ben", "Coffee with Ben", Kind.BREAK, None),
        ("Office tour", "Office tour", Kind.TOUR, None),
        ("Kaffeepause", "Kaffeepause", Kind.BREAK, None),
        ("Presentation skills", "Presentation skills", Kind.INTERVIEW, None),
        ("Interview over lunch", "Interview over lunch", Kind.INTERVIEW, None),
    ],
)
def test_type_is_title_kind_and_mode(text: str, title: str, kind: Kind, mode: Mode | None) -> None:
    holder = plan(block("talk", "10:00", mode=Mode.FACE_TO_FACE))
    held = holder.blocks["talk"]  # type: ignore[index]
    made = type_edit(held, text, ENGLISH).apply(holder).blocks[held.id]
    assert (made.title, made.kind, made.mode) == (title, kind, mode)


def test_title_that_stays_leaves_the_kind_alone() -> None:
    holder = plan(block("talk", "10:00", title="Lunch"))
    held = holder.blocks["talk"]  # type: ignore[index]
    made = type_edit(held, "Lunch, video", ENGLISH).apply(holder).blocks[held.id]
    assert (made.kind, made.mode) == (Kind.INTERVIEW, Mode.VIDEO)


def test_talk_stays_one_under_a_title_that_an_interview_could_have() -> None:
    holder = plan(block("talk", "10:00", kind=Kind.TALK))
    held = holder.blocks["talk"]  # type: ignore[index]
    assert type_edit(held, "Closing chat", ENGLISH).apply(holder).blocks[held.id].kind is Kind.TALK


def test_meal_assesses_nothing_and_its_people_host() -> None:
    seats = (seat("ann"), seat("ben", SeatRole.SHADOW, number=2))
    area = FocusArea("deep", "Deep")  # type: ignore[arg-type]
    held = block("talk", "10:00", seats=seats, focus_areas=(area.id,))
    holder = plan(held, person("ann"), person("ben"), area)
    edit = joined(kind_edits(held, Kind.MEAL))
    assert panel_after(edit, holder) == [(SeatRole.HOST, "Ann"), (SeatRole.SHADOW, "Ben")]
    assert not edit.apply(holder).block(held.id).is_assessing


def test_where_is_a_known_room_a_new_room_or_a_place() -> None:
    holder = plan(block("talk", "10:00", place="Lobby"), room("r1", name="Room 1.04"))
    held = holder.blocks["talk"]  # type: ignore[index]
    known = where_edit(holder, NOBODY_ELSE, held, "room 1.04").apply(holder)
    new = where_edit(holder, NOBODY_ELSE, held, "Room 2.01").apply(holder)
    place = where_edit(known, NOBODY_ELSE, known.blocks[held.id], "the canteen").apply(known)
    assert (known.blocks[held.id].room, known.blocks[held.id].place) == (RoomId("r1"), "")
    assert [r.name for r in new.rooms.values()] == ["Room 1.04", "Room 2.01"]
    assert (place.blocks[held.id].room, place.blocks[held.id].place) == (None, "the canteen")


def test_where_takes_a_room_of_the_directory_over() -> None:
    holder = plan(block("talk", "10:00"))
    away = room("far", name="Blue")
    held = holder.blocks["talk"]  # type: ignore[index]
    made = where_edit(holder, Directory(rooms={away.id: away}), held, "blue").apply(holder)
    assert made.rooms == {away.id: away}
    assert made.blocks[held.id].room == away.id


def test_focus_areas_are_found_or_made() -> None:
    deep = FocusArea("deep", "Dive, Deep")  # type: ignore[arg-type]
    holder = plan(block("talk", "10:00"), deep)
    held = holder.blocks["talk"]  # type: ignore[index]
    made = focus_edit(holder, held, "dive, deep, Ownership").apply(holder)
    names = [made.focus_areas[a].name for a in made.blocks[held.id].focus_areas]
    assert names == ["Dive, Deep", "Ownership"]
