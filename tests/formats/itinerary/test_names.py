"""Names of exported files."""

from dataclasses import replace

import pytest

from planner.domain.audiences import Audience
from planner.domain.errors import UnknownRecord
from planner.domain.ids import PersonId, RoomId
from planner.formats.itinerary.content import Edition
from planner.formats.itinerary.names import Format, file_name
from planner.formats.wording.language import language
from tests.builders import DAY, block, candidate, person, plan
from tests.formats.itinerary.plans import ADA, whole_day

EN = language("en")


@pytest.mark.parametrize(
    ("audience", "name"),
    [
        (Audience.candidate(ADA), "2015-09-25 Itinerary Ada Lovelace.pdf"),
        (Audience.interviewer(PersonId("ivy")), "2015-09-25 Interviews Ivy.pdf"),
        (Audience.host(PersonId("hal")), "2015-09-25 Hosting Hal.pdf"),
        (Audience.room(RoomId("red")), "2015-09-25 Room 1.04.pdf"),
        (Audience.coordinator(), "2015-09-25 Run sheet Test day.pdf"),
    ],
)
def test_file_is_named_by_date_kind_and_reader(audience: Audience, name: str) -> None:
    assert file_name(whole_day(), audience, Format.DOCUMENT, EN) == name


def test_file_of_several_days_names_the_first_and_the_last() -> None:
    day = whole_day(block("more", "10:00", day=DAY.replace(day=28)))
    name = file_name(day, Audience.candidate(ADA), Format.CALENDAR, EN)
    assert name == "2015-09-25_2015-09-28 Itinerary Ada Lovelace.ics"
    only = Edition(days=frozenset({DAY}))
    name = file_name(day, Audience.candidate(ADA), Format.CALENDAR, EN, only)
    assert name == "2015-09-25 Itinerary Ada Lovelace.ics"


def test_reader_without_days_has_no_date_in_the_name() -> None:
    name = file_name(whole_day(), Audience.interviewer(PersonId("cora")), Format.PAGE, EN)
    assert name == "Interviews Cora Coordinator.html"


def test_two_people_of_one_name_get_two_files() -> None:
    twins = [
        replace(person(each), name="A/B" if each == "ivy" else "A:B") for each in ("ivy", "jan")
    ]
    day = plan(*twins)
    names = [file_name(day, Audience.interviewer(each.id), Format.TIMETABLE, EN) for each in twins]
    assert names == ["Interviews A_B (ivy).csv", "Interviews A_B (jan).csv"]


def test_two_people_of_one_name_are_told_apart_by_title_or_time() -> None:
    boss, other = (replace(person(each), name="Manager") for each in ("person-1", "person-2"))
    titled = [replace(boss, title="Sales"), replace(other, title="Support")]
    names = [
        file_name(plan(*titled), Audience.interviewer(each.id), Format.DOCUMENT, EN)
        for each in titled
    ]
    assert names == ["Interviews Manager (Sales).pdf", "Interviews Manager (Support).pdf"]
    day = plan(
        boss,
        other,
        block("a", "10:15", people=["person-1"]),
        block("b", "14:00", people=["person-2"]),
    )
    names = [
        file_name(day, Audience.interviewer(each), Format.DOCUMENT, EN)
        for each in (boss.id, other.id)
    ]
    assert names == [
        "2015-09-25 Interviews Manager (Fri 25 Sep, 10.15).pdf",
        "2015-09-25 Interviews Manager (Fri 25 Sep, 14.00).pdf",
    ]


def test_internal_note_is_in_no_name_of_a_file() -> None:
    pair = [replace(person(each), name="Manager", note=f"secret {each}") for each in ("one", "two")]
    name = file_name(plan(*pair), Audience.interviewer(PersonId("one")), Format.DOCUMENT, EN)
    assert name == "Interviews Manager (one).pdf"


def test_titles_that_files_cannot_tell_apart_leave_the_ids() -> None:
    pair = [
        replace(person(each), name="Manager", title=title)
        for each, title in (("one", "a/b"), ("two", "a|b"))
    ]
    name = file_name(plan(*pair), Audience.interviewer(PersonId("one")), Format.DOCUMENT, EN)
    assert name == "Interviews Manager (one).pdf"


def test_name_that_no_system_accepts_is_made_harmless() -> None:
    ada = replace(candidate("ada"), name="../\u202eAda\x00\n" + "x" * 300)
    name = file_name(plan(ada), Audience.candidate(ADA), Format.PAGE, EN)
    assert name.startswith("Itinerary _Ada x")
    assert len(name.encode()) <= 125


def test_unknown_reader_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        file_name(plan(), Audience.room(RoomId("nowhere")), Format.PAGE, EN)
