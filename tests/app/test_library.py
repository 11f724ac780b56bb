"""The library: plans in a list, directory and templates, files in and out."""

import stat
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.app.clock import SystemClock
from planner.app.library import Library, PlanExists, open_library
from planner.app.locations import HOME_VARIABLE, data_folder, workspace_file
from planner.app.plan_files import load_plan_file, save_copy
from planner.app.summaries import summary_of
from planner.domain.blocks import Kind
from planner.domain.directory import Directory
from planner.domain.edits.document import ChangePlan
from planner.domain.ids import OfficeId, PersonId, PlanId, RoomId, TemplateId
from planner.domain.plan import Plan
from planner.domain.templates import Template, TemplateBlock
from planner.formats.planfile.faults import UnreadablePlan, UnwritablePlan
from planner.store.base import NEW, Entry, Shelf, StaleEntry, StalePlan, Summary
from planner.store.files import WriteFailed
from tests.builders import block, minutes, office, person, plan, room
from tests.fakes import NOON, FakeStore, FixedClock

DAY = plan(
    block("late", "23:30", 60, zone="America/New_York"),
    block("next", "10:15", day=date(2015, 9, 26)),
    block("waiting", candidates=["ada", "eve"]),
)


def named(name: str) -> Plan:
    return replace(DAY, id=PlanId(name), title=name)


def library() -> Library:
    return Library(FakeStore(), FixedClock())


def test_summary_tells_names_and_local_days() -> None:
    assert summary_of(DAY, 7) == Summary(
        PlanId("plan"),
        "Test day",
        ("Ada", "Eve"),
        date(2015, 9, 25),
        date(2015, 9, 26),
        DAY.changed,
        7,
    )
    assert summary_of(plan()).first_day is None


def test_plans_are_listed_by_their_last_change() -> None:
    clock = FixedClock()
    known = Library(FakeStore(), clock)
    first, _ = known.add(named("first")), known.add(named("second"))
    clock.move(timedelta(minutes=1))
    first.apply(ChangePlan(title="First of all"))
    listed = known.summaries()
    assert [item.title for item in listed] == ["First of all", "second"]
    assert list(known.summaries(limit=1)) == [listed[0]]
    assert list(known.summaries(after=listed[0])) == [listed[1]]


def test_plan_that_is_there_is_not_added_again() -> None:
    known = library()
    known.add(DAY)
    with pytest.raises(PlanExists) as refused:
        known.add(named("plan"))
    assert refused.value.facts == {"id": "plan", "title": "plan"}
    assert known.open(DAY.id).plan == DAY


def test_copy_gets_an_id_of_its_own() -> None:
    known = library()
    known.add(DAY)
    copy = known.add_copy(DAY)
    copy.apply(ChangePlan(title="Copy"))
    assert known.open(DAY.id).plan == DAY
    assert known.open(copy.plan.id).plan.title == "Copy"
    assert copy.plan.id != DAY.id


def test_file_is_imported_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    save_copy(DAY, path)
    known = library()
    workspace = known.import_file(path)
    workspace.apply(ChangePlan(title="In the library"))
    assert load_plan_file(path) == DAY
    again = known.import_file(path, as_copy=True)
    assert again.plan == replace(DAY, id=again.plan.id)


def test_damaged_file_is_not_imported(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    path.write_text("{")
    known = library()
    with pytest.raises(UnreadablePlan):
        known.import_file(path)
    assert list(known.summaries()) == []


def test_deleted_plan_is_gone_and_a_newer_one_is_kept() -> None:
    known = library()
    workspace = known.add(DAY)
    shown = known.summaries()[0]
    workspace.apply(ChangePlan(title="Newer"))
    with pytest.raises(StalePlan):
        known.delete(shown)
    known.delete(known.summaries()[0])
    assert list(known.summaries()) == []


TEMPLATE = Template(
    TemplateId("onsite"), "Onsite", (TemplateBlock(minutes(0), minutes(45), Kind.INTERVIEW),)
)


def test_directory_and_templates_come_back() -> None:
    known = library()
    ben, blue, lux = person("ben", zone="Europe/Luxembourg"), room("blue"), office()
    for record in (ben, blue, lux, TEMPLATE):
        known.keep(record)
    assert known.directory() == Directory(
        {PersonId("ben"): ben}, {RoomId("blue"): blue}, {OfficeId("lux"): lux}
    )
    assert known.templates() == {TemplateId("onsite"): TEMPLATE}


def test_kept_record_takes_the_place_of_the_one_that_was_read() -> None:
    store = FakeStore()
    known = Library(store, FixedClock())
    known.keep(person("ben"))
    known.keep(person("ben", title="Manager"))
    assert Library(store, FixedClock()).directory().people["ben"].title == "Manager"  # type: ignore[index]


def test_record_that_others_changed_is_neither_replaced_nor_forgotten() -> None:
    store = FakeStore()
    one, other = Library(store, FixedClock()), Library(store, FixedClock())
    one.keep(person("ben"))
    other.directory()
    one.keep(person("ben", title="Manager"))
    with pytest.raises(StaleEntry):
        other.keep(person("ben", title="Director"))
    with pytest.raises(StaleEntry):
        other.forget(person("ben"))
    other.directory()
    other.forget(person("ben"))
    assert other.directory() == Directory()
    other.keep(person("ben"))
    assert list(other.directory().people) == ["ben"]


def test_record_that_could_not_be_read_again_is_not_kept() -> None:
    known = library()
    with pytest.raises(UnwritablePlan):
        known.keep(office(zone="Mars/Olympus"))
    assert known.directory() == Directory()


def test_damaged_entry_is_told() -> None:
    store = FakeStore()
    store.put(Shelf.PEOPLE, Entry("ben", "Ben", b"{", NEW))
    with pytest.raises(UnreadablePlan):
        Library(store, FixedClock()).directory()


def test_library_makes_its_folder_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "home" / "planner" / "workspace.sqlite"
    with open_library(file, FixedClock()) as known:
        known.add(DAY)
    with open_library(file, FixedClock()) as known:
        assert known.open(DAY.id).plan == DAY
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(WriteFailed) as refused:
        open_library(tmp_path / "home" / "workspace.sqlite", FixedClock())
    assert refused.value.facts["reason"] == "in_the_way"


def test_environment_says_where_the_workspace_is(tmp_path: Path) -> None:
    chosen = {HOME_VARIABLE: str(tmp_path / "stick")}
    assert workspace_file(chosen) == tmp_path / "stick" / "workspace.sqlite"
    assert data_folder({HOME_VARIABLE: "here"}) == Path.cwd() / "here"
    assert data_folder({}) == data_folder({HOME_VARIABLE: ""})
    assert data_folder({}).name == "interview-planner"


def test_clock_of_the_system_tells_aware_utc() -> None:
    first, second = SystemClock().now(), SystemClock().now()
    assert NOON < first <= second
    assert first.utcoffset() == timedelta(0)
