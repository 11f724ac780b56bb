"""Import into the directory: what is new, the same, altered, or probably known already."""

from pathlib import Path

import pytest

from planner.app.imports import (
    Alteration,
    Imported,
    Proposal,
    Status,
    carry_out,
    proposals,
    read_list,
)
from planner.app.library import Library
from planner.app.matching import Duplicates, duplicates, email_key, name_key
from planner.domain.directory import Directory
from planner.domain.ids import FocusAreaId, OfficeId
from planner.domain.people import Person
from planner.domain.places import Office, Room
from planner.formats.directory.content import ListKind
from planner.formats.directory.errors import UnreadableDirectory
from planner.formats.directory.reading import read_directory
from planner.store.base import StaleEntry
from planner.store.files import ReadFailed
from tests.builders import office, person, room
from tests.fakes import FakeStore, FixedClock
from tests.jobs import finished

ANN = person("ann", name="Ann Lee", email="Ann@Example.com", title="Engineer", note="Knows all")
BOB = person("bob", name="Jürgen Müller")


def directory(*records: Person | Room | Office) -> Directory:
    return Directory(
        people={r.id: r for r in records if isinstance(r, Person)},
        rooms={r.id: r for r in records if isinstance(r, Room)},
        offices={r.id: r for r in records if isinstance(r, Office)},
    )


def proposed(
    text: str, *records: Person | Room | Office, place: str | None = None
) -> tuple[Proposal, ...]:
    wanted = OfficeId(place) if place is not None else None
    return proposals(read_directory(text.encode()), directory(*records), wanted)


def statuses(found: tuple[Proposal, ...]) -> list[Status]:
    return [item.status for item in found]


def test_row_with_a_known_address_updates_and_empty_cells_erase_nothing() -> None:
    text = "Name,E-mail,Title,Focus areas,Note\nAnn Lee,ann@example.com,Manager,Python,\n"
    (found,) = proposed(text, ANN)
    assert found.status is Status.UPDATE
    assert found.alterations == (
        Alteration("title", "Engineer", "Manager"),
        Alteration("focus_areas", (), (FocusAreaId("Python"),)),
    )
    assert found.record == person(
        "ann",
        name="Ann Lee",
        email="Ann@Example.com",
        title="Manager",
        note="Knows all",
        focus_areas=(FocusAreaId("Python"),),
    )


def test_row_that_tells_nothing_new_is_the_same() -> None:
    found = proposed("Name,E-mail\nAnn Lee,ann@example.com\nMueller; Juergen,\n", ANN, BOB)
    assert found[0].status is Status.SAME
    assert found[0].record is None


def test_row_with_a_known_name_alone_is_left_to_decide() -> None:
    (found,) = proposed('Name,E-mail\n"Mueller, Juergen",j@example.com\n', BOB)
    assert found.status is Status.PROBABLY_KNOWN
    assert found.record is None
    assert found.known == BOB
    assert isinstance(found.added, Person)
    assert found.added.email == "j@example.com"
    assert found.updated == person("bob", name="Juergen Mueller", email="j@example.com")


def test_row_that_comes_twice_is_taken_once() -> None:
    text = "Name,E-mail\nEve,e@example.com\nEva,E@example.com\nZoe,\nZOE,\n,x@example.com\n"
    assert statuses(proposed(text)) == [
        Status.NEW,
        Status.REPEATED,
        Status.NEW,
        Status.REPEATED,
        Status.UNREADABLE,
    ]


def test_two_people_of_one_name_are_two() -> None:
    text = "Name,E-mail\nEve,e@example.com\nEve,other@example.com\n"
    assert statuses(proposed(text)) == [Status.NEW, Status.NEW]


def test_rooms_are_known_by_office_and_name() -> None:
    text = "Room,Office,Seats\nBlue,Lux,8\nBlue,Paris,4\nGreen,,4\nblue,LUX,9\n"
    found = proposed(text, office(), room("blue", capacity=6))
    assert statuses(found) == [
        Status.UPDATE,
        Status.NO_OFFICE,
        Status.NO_OFFICE,
        Status.REPEATED,
    ]
    assert found[0].record == room("blue", capacity=8)


def test_rooms_without_an_office_go_where_one_says() -> None:
    (found,) = proposed("Room,Seats\nGreen,4\n", office(), place="lux")
    assert isinstance(found.record, Room)
    assert (found.record.office, found.record.capacity) == ("lux", 4)


def test_import_keeps_what_is_wanted_and_tells_what_is_refused() -> None:
    store = FakeStore()
    known = Library(store, FixedClock())
    Library(store, FixedClock()).keep(person("ann"))
    imported, steps = finished(carry_out(known, [person("ann"), person("eve")]))
    assert isinstance(imported, Imported)
    assert imported.kept == (person("eve"),)
    assert [(r.id, type(error)) for r, error in imported.refused] == [("ann", StaleEntry)]
    assert [(step.done, step.total) for step in steps] == [(0, 2), (1, 2), (2, 2)]
    assert set(known.directory().people) == {"ann", "eve"}


def test_second_import_of_the_same_list_changes_nothing() -> None:
    known = Library(FakeStore(), FixedClock())
    text = "Name,E-mail,Phone,Focus areas\nAnn Lee,a@example.com,1234,Python\nBob Ray,,,\n"
    wanted = [item.record for item in proposed(text)]
    finished(carry_out(known, [record for record in wanted if record is not None]))
    again = proposals(read_directory(text.encode()), known.directory())
    assert statuses(again) == [Status.SAME, Status.SAME]


def test_list_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"Room,Name\nBlue,Ann\n")
    assert read_list(path, ListKind.PEOPLE).kind is ListKind.PEOPLE
    path.write_bytes(b"x" * 10_000_001)
    with pytest.raises(UnreadableDirectory) as refused:
        read_list(path)
    assert refused.value.facts == {"reason": "too_large", "size": 10, "limit": 10}
    with pytest.raises(ReadFailed):
        read_list(tmp_path / "nothing.csv")


@pytest.mark.parametrize(
    "name",
    ["Jürgen Müller", "Müller, Jürgen", "JUERGEN MUELLER", "Dr. Jürgen Müller", "Jurgen  Muller"],
)
def test_spellings_of_a_name_have_one_key(name: str) -> None:
    assert name_key(name) == name_key("Jürgen Müller")


def test_different_names_and_addresses_have_different_keys() -> None:
    assert name_key("Ann Lee") != name_key("Anna Lee")
    assert email_key(" A@x.de ") == email_key("a@X.de") != email_key("b@x.de")


def test_duplicates_share_an_address_or_else_a_name() -> None:
    other = person("ann2", name="A. Lee", email="ann@example.com")
    bob = person("bob2", name="Juergen Mueller", email="j@example.com")
    found = duplicates(directory(ANN, other, BOB, bob, person("zoe"), person("eve", name="???")))
    assert found == (
        Duplicates((other, ANN), is_sure=True),
        Duplicates((bob, BOB), is_sure=False),
    )
