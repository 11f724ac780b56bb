"""The desk: one way to change the plan, and everything derived is new when it tells."""

from datetime import date, timedelta

from planner.app.changes import Cause, Change
from planner.app.library import Library
from planner.domain.edits.blocks import RemoveBlocks
from planner.domain.edits.document import ChangePlan
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId
from planner.domain.subjects import Subject
from planner.schedule.checks.examination import examine
from planner.ui.context import Context
from planner.ui.messages import Tone
from tests.fakes import FakeStore, FixedClock
from tests.ui.desks import Room

LUNCH = BlockId("lunch")
QUARTER = timedelta(minutes=15)


def heard(context: Context) -> list[Change]:
    changes: list[Change] = []
    context.desk.changed.connect(changes.append)
    return changes


def test_an_edit_changes_plan_problems_and_projection_before_anybody_hears(
    context: Context,
) -> None:
    desk = context.desk
    seen: list[bool] = []
    desk.changed.connect(lambda _: seen.append(desk.checked.open == examine(desk.plan).open))
    assert desk.apply(MoveBlocks((LUNCH,), QUARTER))
    assert desk.agenda.plan is desk.plan
    assert desk.projection.network is desk.network
    assert seen == [True]


def test_undo_and_redo_are_labelled_and_keep_the_selection(context: Context) -> None:
    desk = context.desk
    before = desk.plan.blocks
    desk.select([LUNCH])
    assert (desk.undo_label, desk.redo_label) == ("", "")
    desk.apply(MoveBlocks((LUNCH,), QUARTER))
    assert desk.undo_label != ""
    label = desk.undo_label
    desk.undo()
    assert (desk.undo_label, desk.redo_label) == ("", label)
    assert (desk.plan.blocks, desk.selection) == (before, (LUNCH,))
    desk.redo()
    assert (desk.undo_label, desk.redo_label) == (label, "")


def test_a_refused_edit_is_said_and_changes_nothing(room: Room) -> None:
    room.open_sample()
    changes = heard(room.context)
    assert not room.context.desk.apply(MoveBlocks((BlockId("nobody"),), QUARTER))
    assert ([m.tone for m in room.said], changes) == ([Tone.ERROR], [])


def test_a_removed_block_is_no_longer_selected(context: Context) -> None:
    desk = context.desk
    told: list[tuple[BlockId, ...]] = []
    desk.select([LUNCH, BlockId("interview-1")])
    desk.selected.connect(told.append)
    desk.apply(RemoveBlocks((LUNCH,)))
    assert desk.selection == (BlockId("interview-1"),)
    assert told == [(BlockId("interview-1"),)]


def test_undo_stays_on_a_day_that_had_no_blocks_before(context: Context) -> None:
    desk = context.desk
    desk.apply(MoveBlocks((LUNCH,), QUARTER))
    empty = date(2030, 1, 1)
    desk.show_day(empty)
    desk.undo()
    assert desk.day == empty


def test_revealing_a_block_shows_its_day_and_selects_it(context: Context) -> None:
    desk = context.desk
    call = next(
        b for b in desk.plan.blocks.values() if b.timebox and b.timebox.start.day != desk.day
    )
    assert call.timebox is not None
    revealed: list[Subject] = []
    desk.revealed.connect(revealed.append)
    desk.reveal(Subject("blocks", call.id))
    assert (desk.day, desk.selection) == (call.timebox.start.day, (call.id,))
    assert revealed == [Subject("blocks", call.id)]


def test_opening_shows_the_fullest_day(context: Context) -> None:
    dates = context.desk.agenda.dates
    assert context.desk.day is not None
    assert dates.count(context.desk.day) == max(map(dates.count, dates))


def test_closing_leaves_nothing_open(context: Context) -> None:
    context.desk.close()
    assert (context.desk.is_open, context.desk.selection, context.desk.day) == (False, (), None)


def test_a_second_desk_hears_of_the_first_ones_edit(room: Room) -> None:
    store, clock = FakeStore(), FixedClock()
    room.open_sample()
    plan = room.context.desk.plan
    first = Library(store, clock).add(plan)
    room.context.desk.open(Library(store, clock).open(plan.id))
    changes = heard(room.context)
    first.apply(MoveBlocks((LUNCH,), QUARTER))
    room.context.desk.refresh()
    assert [change.cause for change in changes] == [Cause.ELSEWHERE]
    assert room.context.desk.plan == first.plan


def test_a_conflict_offers_to_keep_what_was_meant(room: Room) -> None:
    store, clock = FakeStore(), FixedClock()
    room.open_sample()
    plan = room.context.desk.plan
    first = Library(store, clock).add(plan)
    room.context.desk.open(Library(store, clock).open(plan.id))
    first.apply(MoveBlocks((LUNCH,), QUARTER))
    assert not room.context.desk.apply(MoveBlocks((LUNCH,), -QUARTER))
    offer = room.said[-1].offers[0]
    offer.run()
    kept = [s for s in room.context.library.summaries() if s.id != plan.id]
    assert (offer.label, len(kept)) == ("Save mine as a copy", 1)


def test_undo_that_others_have_made_impossible_can_be_skipped(room: Room) -> None:
    store, clock = FakeStore(), FixedClock()
    room.open_sample()
    plan = room.context.desk.plan
    first = Library(store, clock).add(plan)
    desk = room.context.desk
    desk.open(Library(store, clock).open(plan.id))
    assert desk.apply(ChangePlan(title="Another title"))
    assert desk.apply(MoveBlocks((LUNCH,), QUARTER))
    first.refresh()
    first.apply(MoveBlocks((LUNCH,), QUARTER))
    assert not desk.undo()
    offer = room.said[-1].offers[0]
    offer.run()
    assert offer.label == "Skip this step"
    assert desk.undo()
    assert desk.plan.title == plan.title


def test_change_of_the_plan_settles_what_went_wrong(room: Room) -> None:
    room.open_sample()
    settled: list[bool] = []
    room.context.messages.settled.connect(lambda: settled.append(True))
    room.context.desk.refresh()
    assert settled == []
    room.context.desk.apply(MoveBlocks((LUNCH,), QUARTER))
    room.context.desk.undo()
    assert settled == [True, True]
