"""Opening: each file is taken for what it is, and a plan twice opened is there once."""

from dataclasses import replace
from pathlib import Path

import pytest

from planner.app.library import Library
from planner.app.opening import (
    FoundList,
    FoundTimetable,
    OpenedPlan,
    UnknownFile,
    open_file,
    open_text,
)
from planner.app.pasting import Pasted
from planner.app.plan_files import save_copy
from planner.domain.audiences import Audience
from planner.formats.planfile.faults import UnreadablePlan
from planner.formats.timetable_csv import timetable_csv
from planner.formats.timetext.errors import PasteTooLarge
from planner.formats.wording.language import language
from planner.store.files import ReadFailed
from tests.builders import block, plan
from tests.fakes import FakeStore, FixedClock

DAY = plan(block("talk", "10:00"))
ICS = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
MAIL = b"From: a@example.com\nTo: b@example.com\nSubject: x\n\n10:00 - 11:00 Interview\n"


def library() -> Library:
    return Library(FakeStore(), FixedClock())


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_plan_file_goes_into_the_library_and_is_open_there(tmp_path: Path) -> None:
    shelves, path = library(), tmp_path / "day.interviewplan"
    save_copy(DAY, path)
    found = open_file(path, shelves)
    assert isinstance(found, OpenedPlan)
    assert (found.workspace.plan.title, found.other) == (DAY.title, None)
    assert [summary.id for summary in shelves.summaries()] == [DAY.id]


def test_the_same_plan_again_opens_the_one_in_the_library(tmp_path: Path) -> None:
    shelves, path = library(), tmp_path / "day.interviewplan"
    save_copy(replace(DAY, changed=FixedClock().now()), path)
    shelves.add(DAY)
    found = open_file(path, shelves)
    assert isinstance(found, OpenedPlan)
    assert found.other is None
    assert len(shelves.summaries()) == 1


def test_another_state_of_a_plan_is_told_and_changes_nothing(tmp_path: Path) -> None:
    shelves, path = library(), tmp_path / "day.interviewplan"
    save_copy(replace(DAY, title="Newer"), path)
    shelves.add(DAY)
    found = open_file(path, shelves)
    assert isinstance(found, OpenedPlan)
    assert found.workspace.plan.title == DAY.title
    assert found.other is not None
    assert found.other.title == "Newer"


def test_a_plan_under_another_name_is_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "attachment.json"
    save_copy(DAY, path)
    assert isinstance(open_file(path, library()), OpenedPlan)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("day.ics", ICS, Pasted(calendar=ICS)),
        ("invite.txt", ICS, Pasted(calendar=ICS)),
        ("day.txt", "10:00 Gespräch".encode(), Pasted("10:00 Gespräch")),
        ("day.txt", "10:00 Gespräch".encode("cp1252"), Pasted("10:00 Gespräch")),
        ("day.html", b"<p>10:00</p><p>11:00</p>", Pasted("10:00\n11:00")),
        ("day.eml", MAIL, Pasted("10:00 - 11:00 Interview\n")),
        ("day.csv", b"Time,Who\n10:00,Anna\n", Pasted("Time,Who\n10:00,Anna\n")),
        ("empty.txt", b"", Pasted("")),
    ],
)
def test_what_may_be_a_timetable_is_shown_before_it_is_taken(
    tmp_path: Path, name: str, data: bytes, expected: Pasted
) -> None:
    found = open_file(written(tmp_path, name, data), library())
    assert found == FoundTimetable(expected, name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("people.csv", b"Name;E-mail\nAnna;anna@example.com\n"),
        ("people.csv", b"Anna,anna@example.com\nBen,ben@example.com\n"),
        ("rooms.csv", b"Room;Capacity\n1.04;6\n"),
        ("anna.vcf", b"BEGIN:VCARD\r\nFN:Anna\r\nEND:VCARD\r\n"),
    ],
)
def test_a_list_of_people_or_rooms_is_to_be_imported(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = written(tmp_path, name, data)
    assert open_file(path, library()) == FoundList(path)


def test_our_own_timetable_in_a_table_is_no_list_of_people(tmp_path: Path) -> None:
    data = timetable_csv(DAY, Audience.coordinator(), language("en"))
    assert isinstance(open_file(written(tmp_path, "day.csv", data), library()), FoundTimetable)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x00\x01", bytes(range(32)) * 9]
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnknownFile):
        open_file(written(tmp_path, "picture.txt", data), library())


def test_a_text_that_is_too_long_is_refused_before_it_is_shown(tmp_path: Path) -> None:
    with pytest.raises(PasteTooLarge):
        open_file(written(tmp_path, "long.txt", b"x" * 1_000_001), library())


def test_a_broken_plan_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan):
        open_file(written(tmp_path, "day.interviewplan", b"{"), library())
    with pytest.raises(ReadFailed):
        open_file(tmp_path / "gone.txt", library())


def test_a_dropped_text_may_be_a_calendar() -> None:
    assert open_text("10:00 Talk") == FoundTimetable(Pasted("10:00 Talk"))
    assert open_text(ICS.decode()) == FoundTimetable(Pasted(calendar=ICS))
