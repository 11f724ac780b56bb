"""The open plan: edits happen wholly or not at all, are saved at once, and can be undone."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.app.changes import Cause, Change, TableChange
from planner.app.library import Library
from planner.app.plan_files import load_plan_file, open_plan_file, save_copy
from planner.app.workspace import Conflict, Workspace
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock, RemoveBlocks
from planner.domain.edits.document import ChangePlan, IgnoreProblem
from planner.domain.edits.panel import AssignSeat
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.removal import RemoveRecords
from planner.domain.edits.ripples import ShiftFrom
from planner.domain.edits.timing import MoveBlock, MoveBlocks
from planner.domain.errors import EditRefused, UnknownRecord
from planner.domain.ids import BlockId, PersonId, SeatId
from planner.domain.people import Person
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.formats.wording.language import language
from planner.formats.wording.refusals import refusal
from planner.store.base import MissingPlan
from planner.store.sqlite import SqliteStore
from tests.builders import block, minutes, moment, person, plan, room
from tests.fakes import NOON, FakeStore, FixedClock

DAY = plan(block("first", "10:15", people=["ben"]), block("second", "11:00", people=["eve"]))
FIRST, SECOND = BlockId("first"), BlockId("second")
Windows = tuple[Workspace, Workspace]  # both show the same plan, each with a workspace of its own


def in_memory(_: Path) -> Iterator[Callable[[], Workspace]]:
    store = FakeStore()
    Library(store, FixedClock()).add(DAY)
    yield lambda: Library(store, FixedClock()).open(DAY.id)


def in_sqlite(folder: Path) -> Iterator[Callable[[], Workspace]]:
    stores: list[SqliteStore] = []

    def opened() -> Workspace:
        stores.append(SqliteStore(folder / "workspace.sqlite"))
        return Library(stores[-1], FixedClock()).open(DAY.id)

    with SqliteStore(folder / "workspace.sqlite") as store:
        Library(store, FixedClock()).add(DAY)
    yield opened
    for store in stores:
        store.close()


def in_a_file(folder: Path) -> Iterator[Callable[[], Workspace]]:
    save_copy(DAY, folder / "day.interviewplan")
    yield lambda: open_plan_file(folder / "day.interviewplan", FixedClock())


@pytest.fixture(params=[in_memory, in_sqlite, in_a_file])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Workspace]]:
    """Return what opens the same plan in one more window, wherever the plan rests."""
    yield from request.param(tmp_path)


@pytest.fixture
def windows(opened: Callable[[], Workspace]) -> Windows:
    return opened(), opened()


def move(name: BlockId, start: str) -> MoveBlock:
    return MoveBlock(name, moment(start))


def start_of(value: Plan, name: BlockId) -> str:
    timebox = value.block(name).timebox
    assert timebox is not None
    return f"{timebox.start.clock:%H:%M}"


def starts(value: Plan) -> dict[str, str]:
    return {name: start_of(value, name) for name in value.blocks}


def unstamped(value: Plan) -> Plan:
    """Return the plan without the instant of its last change."""
    return replace(value, changed=NOON)


def test_edit_is_made_saved_and_stamped(opened: Callable[[], Workspace]) -> None:
    workspace = opened()
    workspace.apply(move(FIRST, "09:00"))
    assert workspace.plan == replace(move(FIRST, "09:00").apply(DAY), changed=NOON)
    assert opened().plan == workspace.plan


def test_change_names_what_differs_and_who_did_it(opened: Callable[[], Workspace]) -> None:
    workspace, heard = opened(), list[Change]()
    workspace.listen(heard.append)
    made = [
        workspace.apply(move(FIRST, "09:00"), "timeline"),
        workspace.apply(AddRecords((person("noor"), room("blue")))),
        workspace.apply(RemoveBlocks((SECOND,))),
        workspace.apply(ChangePlan(title="Super day", note="n")),
    ]
    assert made == [
        Change(Cause.EDIT, "timeline", {"blocks": TableChange(altered=frozenset({"first"}))}),
        Change(
            Cause.EDIT,
            "",
            {
                "people": TableChange(added=frozenset({"noor"})),
                "rooms": TableChange(added=frozenset({"blue"})),
            },
        ),
        Change(Cause.EDIT, "", {"blocks": TableChange(removed=frozenset({"second"}))}),
        Change(Cause.EDIT, "", {}, frozenset({"title", "note"})),
    ]
    assert heard == made
    assert made[0].table("blocks").altered == {"first"}
    assert made[0].table("people") == TableChange()


def test_listener_can_stop_listening(opened: Callable[[], Workspace]) -> None:
    workspace, heard = opened(), list[Change]()
    stop = workspace.listen(heard.append)
    stop()
    workspace.apply(move(FIRST, "09:00"))
    assert heard == []


def test_refused_edit_changes_nothing(opened: Callable[[], Workspace]) -> None:
    workspace, heard = opened(), list[Change]()
    workspace.listen(heard.append)
    with pytest.raises(UnknownRecord):
        workspace.apply(move(BlockId("gone"), "09:00"))
    assert (workspace.plan, workspace.undoable, heard) == (DAY, None, [])
    assert opened().plan == DAY


def test_edit_that_changes_nothing_is_no_step(opened: Callable[[], Workspace]) -> None:
    workspace, heard = opened(), list[Change]()
    workspace.listen(heard.append)
    change = workspace.apply(move(FIRST, "10:15"))
    assert change.is_empty
    assert (workspace.plan, workspace.undoable, heard) == (DAY, None, [])


def test_preview_changes_nothing(opened: Callable[[], Workspace]) -> None:
    workspace = opened()
    assert starts(workspace.preview(move(FIRST, "09:00"))) == {"first": "09:00", "second": "11:00"}
    assert workspace.plan == DAY


def test_undo_and_redo_go_back_and_forth(opened: Callable[[], Workspace]) -> None:
    workspace = opened()
    edits: list[Edit] = [
        move(FIRST, "09:00"),
        RemoveBlocks((FIRST,)),
        ChangePlan(title="Super day"),
    ]
    plans = [unstamped(workspace.plan)]
    for edit in edits:
        workspace.apply(edit)
        plans.append(unstamped(workspace.plan))
    for edit, before in zip(reversed(edits), reversed(plans[:-1]), strict=True):
        assert workspace.undoable is not None
        assert workspace.undoable.edit == edit
        change = workspace.undo("menu")
        assert change is not None
        assert (change.cause, change.origin) == (Cause.UNDO, "menu")
        assert unstamped(workspace.plan) == before
        assert list(workspace.plan.blocks) == list(before.blocks)
        assert workspace.redoable is not None
        assert workspace.redoable.edit == edit
        assert opened().plan == workspace.plan
    assert workspace.undo() is None
    for after in plans[1:]:
        workspace.redo()
        assert unstamped(workspace.plan) == after
    assert workspace.redo() is None


def test_new_edit_ends_what_could_be_redone(opened: Callable[[], Workspace]) -> None:
    workspace = opened()
    workspace.apply(move(FIRST, "09:00"))
    workspace.undo()
    workspace.apply(move(SECOND, "12:00"))
    assert workspace.redoable is None


def test_undo_is_a_change_at_the_present_moment() -> None:
    clock = FixedClock()
    workspace = Library(FakeStore(), clock).add(DAY)
    workspace.apply(move(FIRST, "09:00"))
    clock.move(timedelta(hours=1))
    workspace.undo()
    assert workspace.plan.changed == NOON + timedelta(hours=1)


def test_edits_of_two_windows_both_survive(windows: Windows) -> None:
    one, other = windows
    heard = list[Change]()
    one.apply(move(FIRST, "09:00"))
    other.listen(heard.append)
    other.apply(move(SECOND, "12:00"))
    assert starts(other.plan) == {"first": "09:00", "second": "12:00"}
    assert [change.cause for change in heard] == [Cause.ELSEWHERE, Cause.EDIT]
    assert [change.table("blocks").altered for change in heard] == [{"first"}, {"second"}]
    assert one.refresh() == Change(
        Cause.ELSEWHERE, "", {"blocks": TableChange(altered=frozenset({"second"}))}
    )
    assert one.plan == other.plan


def test_refresh_without_news_is_nothing(windows: Windows) -> None:
    one, _ = windows
    one.apply(move(FIRST, "09:00"))
    assert one.refresh() is None


def test_edit_builds_on_what_others_added(windows: Windows) -> None:
    one, other = windows
    one.apply(AddBlock(block("third", "14:00")))
    other.apply(MoveBlocks((FIRST,), minutes(-15)))
    other.apply(ShiftFrom(moment("13:00"), minutes(30)))
    assert starts(other.plan) == {"first": "10:00", "second": "11:00", "third": "14:30"}


def test_shift_on_a_stale_plan_takes_new_blocks_along(windows: Windows) -> None:
    one, other = windows
    one.apply(AddBlock(block("third", "11:30")))
    other.apply(ShiftFrom(moment("10:45"), minutes(30)))
    assert starts(other.plan) == {"first": "10:15", "second": "11:30", "third": "12:00"}


def test_both_may_change_different_fields_of_one_record(windows: Windows) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    renamed = replace(other.plan.block(FIRST), title="Coding")
    with pytest.raises(Conflict):
        other.apply(ReplaceRecord(renamed))  # would put the time back without having seen it
    other.apply(ReplaceRecord(replace(other.plan.block(FIRST), title="Coding")))
    assert start_of(other.plan, FIRST) == "09:00"


def test_both_may_add_to_the_same_list(windows: Windows) -> None:
    one, other = windows
    one.apply(IgnoreProblem("overlap blocks:first", "fine"))
    other.apply(IgnoreProblem("no_lunch", "short day"))
    assert [item.key for item in other.plan.ignored] == ["overlap blocks:first", "no_lunch"]


def test_same_decision_in_both_windows_is_no_conflict(windows: Windows) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    other.apply(move(FIRST, "09:00"))
    assert start_of(other.plan, FIRST) == "09:00"


def test_two_decisions_about_one_field_are_told(windows: Windows) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    with pytest.raises(Conflict) as told:
        other.apply(move(FIRST, "12:00"))
    assert told.value.facts == {"records": (Subject("blocks", "first"),)}
    assert told.value.edit == move(FIRST, "12:00")
    assert start_of(told.value.mine, FIRST) == "12:00"
    assert start_of(other.plan, FIRST) == "09:00"
    assert other.undoable is None
    assert refusal(told.value, language("en")) == (
        "Not done: the plan was changed elsewhere meanwhile, and both changes concern the same. The "
        "other one is shown now. Do yours again, or save your version as a copy."
    )


def test_conflict_can_be_answered_by_doing_it_again(windows: Windows) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    with pytest.raises(Conflict) as told:
        other.apply(move(FIRST, "12:00"))
    other.apply(told.value.edit)
    one.refresh()
    assert start_of(one.plan, FIRST) == "12:00"


def test_edit_of_what_others_removed_is_told(windows: Windows) -> None:
    one, other = windows
    one.apply(RemoveBlocks((FIRST,)))
    with pytest.raises(Conflict) as told:
        other.apply(move(FIRST, "12:00"))
    assert isinstance(told.value.__cause__, UnknownRecord)
    assert start_of(told.value.mine, FIRST) == "12:00"


def test_removal_of_what_others_changed_is_told(windows: Windows) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    with pytest.raises(Conflict):
        other.apply(RemoveBlocks((FIRST,)))
    assert starts(other.plan) == {"first": "09:00", "second": "11:00"}


def test_record_that_names_what_others_removed_is_told(windows: Windows) -> None:
    one, other = windows
    one.apply(AddRecords((person("noor"),)))
    other.refresh()
    one.undo()
    with pytest.raises(Conflict):
        other.apply(AddBlock(block("third", "14:00", people=["noor"])))
    assert PersonId("noor") not in other.plan.people


def test_undo_takes_back_its_own_step_only(windows: Windows) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    other.apply(move(SECOND, "12:00"))
    one.undo()
    assert starts(one.plan) == {"first": "10:15", "second": "12:00"}
    one.redo()
    assert starts(one.plan) == {"first": "09:00", "second": "12:00"}


def test_undo_of_what_others_changed_since_is_refused(windows: Windows) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    other.refresh()
    other.apply(move(FIRST, "12:00"))
    one.refresh()
    with pytest.raises(EditRefused) as refused:
        one.undo()
    assert refusal(refused.value, language("en"), one.plan) == (
        "This step cannot be taken back or repeated: first (12:00) was changed elsewhere since."
    )
    assert start_of(one.plan, FIRST) == "12:00"
    assert one.undoable is not None
    assert one.undoable.edit == move(FIRST, "09:00")


def test_undo_that_meets_news_is_a_conflict_too(windows: Windows) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    other.refresh()
    other.apply(move(FIRST, "12:00"))
    with pytest.raises(Conflict):
        one.undo()
    assert start_of(one.plan, FIRST) == "12:00"


def test_undo_of_a_removal_that_others_rely_on_is_refused(windows: Windows) -> None:
    one, other = windows
    one.apply(AddRecords((person("noor"),)))
    other.refresh()
    other.apply(AddBlock(block("third", "14:00", people=["noor"])))
    with pytest.raises(Conflict):
        one.undo()
    assert PersonId("noor") in one.plan.people
    assert one.undoable is not None


def test_undo_that_would_bring_back_somebody_removed_is_refused_and_can_be_given_up(
    windows: Windows,
) -> None:
    one, other = windows
    one.apply(move(FIRST, "09:00"))
    one.apply(AddRecords((person("noor"), person("kim"))))
    one.apply(AddBlock(block("third", "14:00", people=["noor"])))
    seat = SeatId("seat-1")
    one.apply(AssignSeat(BlockId("third"), seat, PersonId("kim")))
    other.refresh()
    other.apply(RemoveRecords(Person, (PersonId("noor"),)))
    one.refresh()
    with pytest.raises(EditRefused):
        one.undo()
    one.give_up_undo()
    assert one.undoable is not None
    assert one.undoable.edit == AddBlock(block("third", "14:00", people=["noor"]))


def test_plan_that_is_gone_stays_open_in_memory() -> None:
    store = FakeStore()
    library = Library(store, FixedClock())
    workspace = library.add(DAY)
    library.delete(library.summaries()[0])
    with pytest.raises(MissingPlan):
        workspace.apply(move(FIRST, "09:00"))
    with pytest.raises(MissingPlan):
        workspace.refresh()
    assert workspace.plan == DAY
    assert library.add_copy(workspace.plan).plan.blocks == DAY.blocks


def test_file_that_others_edit_by_hand_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    save_copy(DAY, path)
    workspace = open_plan_file(path, FixedClock())
    document = json.loads(path.read_text())
    document["title"] = "By hand"
    path.write_text(json.dumps(document))
    workspace.apply(move(FIRST, "09:00"))
    assert load_plan_file(path).title == "By hand"
    assert start_of(load_plan_file(path), FIRST) == "09:00"


def test_workspace_says_which_file_it_changes(tmp_path: Path) -> None:
    save_copy(DAY, tmp_path / "day.interviewplan")
    assert open_plan_file(tmp_path / "day.interviewplan", FixedClock()).name == "day.interviewplan"
    assert Library(FakeStore(), FixedClock()).add(DAY).name == ""


class AlwaysLate(FakeStore):
    """A store in which somebody else is always a little faster."""

    def load(self, plan_id: Any) -> Any:
        found = super().load(plan_id)
        summary = replace(self.plans()[0], version=found.version)
        super().save(summary, found.document)
        return found


def test_race_that_is_never_won_ends() -> None:
    store = AlwaysLate()
    Library(store, FixedClock()).add(DAY)
    workspace = Library(store, FixedClock()).open(DAY.id)
    with pytest.raises(Conflict):
        workspace.apply(move(FIRST, "09:00"))
    assert unstamped(workspace.plan) == unstamped(DAY)
