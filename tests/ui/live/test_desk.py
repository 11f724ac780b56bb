"""The live desk: what is said goes into the log, what the clock changes is seen, nothing is lost."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from planner.app.counsel import Counsel
from planner.app.plan_files import sample_plan
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId
from planner.domain.log import Happening
from planner.schedule.live.live_projection import Phase
from planner.ui.live.desk import LiveDesk, live_of
from tests.builders import DAY, block, minutes
from tests.schedule.live.logs import at
from tests.ui.desks import Room
from tests.ui.live.stage import Stage, staged


def told(live: LiveDesk) -> list[str]:
    return [entry.what.value for entry in live.log.effective]


def test_one_live_desk_stands_beside_a_desk(stage: Stage) -> None:
    assert live_of(stage.room.context) is stage.live


def test_log_is_there_again_when_the_plan_is_opened_again(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    log = stage.live.log
    workspace = stage.room.context.desk.workspace
    stage.room.context.desk.close()
    assert not stage.live.is_open
    stage.room.context.desk.open(workspace)
    assert stage.live.log == log


def test_no_show_is_suspected_once_by_the_clock(stage: Stage) -> None:
    stage.press_at("10:15", "SE")
    for clock in ("11:09", "11:10", "11:11", "11:30"):
        stage.go(clock)
    assert told(stage.live).count("suspected") == 1
    [entry] = [e for e in stage.live.log.effective if e.what is Happening.SUSPECTED]
    assert (entry.at, entry.block) == (at("11:10"), "interview-2")


def test_undo_leaves_alone_what_the_clock_wrote(stage: Stage) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:10")
    stage.press("U")
    assert told(stage.live) == ["started", "suspected"]
    assert stage.phase("interview-1") is Phase.OVER


def test_starting_the_next_ends_what_ran_in_one_step(stage: Stage) -> None:
    stage.press_at("09:52", "S")
    stage.press_at("10:15", "S")
    assert told(stage.live) == ["started", "ended", "started"]
    stage.press("U")
    assert told(stage.live) == ["started"]


def test_nothing_is_said_of_another_day(room: Room) -> None:
    room.open_sample()
    stage = staged(room, "09:45")
    fixed = room.context.clock
    fixed.move(-timedelta(days=1))  # type: ignore[attr-defined]
    stage.live.tick()
    stage.press("S")
    assert (told(stage.live), room.said[-1].text) == ([], "This day is not today.")
    assert stage.panel.other_day.isVisible()
    stage.close()


def test_past_day_is_shown_as_it_went(room: Room) -> None:
    room.open_sample()
    stage = staged(room, "09:45")
    stage.press_at("10:15", "S")
    fixed = room.context.clock
    fixed.move(timedelta(days=300))  # type: ignore[attr-defined]
    stage.live.tick()
    assert stage.live.is_over
    assert stage.panel.body.day.picture is not None
    assert stage.panel.body.day.picture.now is None
    assert stage.figures()[0] == "Fri 25 Sep is over"
    assert stage.panel.other_day.text() == (
        "This was Friday 25 September 2015. The live view comes alive on the day itself."
    )
    assert stage.live.proposals == ()
    stage.close()


def test_past_day_without_a_log_says_that_it_is_only_the_plan(room: Room) -> None:
    room.open_sample()
    stage = staged(room, "09:45")
    room.context.clock.move(timedelta(days=300))  # type: ignore[attr-defined]
    stage.live.tick()
    assert stage.panel.other_day.text() == (
        "This was Friday 25 September 2015. Nothing was logged on this day; it is shown as planned."
    )
    stage.close()


def test_plan_that_changes_moves_the_projection(stage: Stage) -> None:
    stage.go("09:50")
    stage.room.context.desk.apply(MoveBlocks((BlockId("interview-5"),), minutes(15)))
    end = stage.live.projection.block(BlockId("interview-5")).end
    assert f"{end.clock:%H:%M}" == "17:15"


def test_counsel_comes_off_the_window_thread_and_only_for_the_newest_state(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:12")
    with qtbot.waitSignal(stage.live.advised):
        stage.live.note("something new")
    assert stage.live.counsel is not None
    assert [m.move.value for m in stage.live.proposals[0].measures] == ["replace"]
    assert stage.live.counsel.risks is not None


def test_proposal_is_applied_and_taken_back_as_one_step(stage: Stage, qtbot: QtBot) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:12")
    qtbot.waitUntil(lambda: bool(stage.live.proposals))
    plan = stage.room.context.desk.plan
    drop = stage.live.proposals[-1]
    assert drop.moves[0].value == "drop"
    stage.press("3")
    assert stage.phase("interview-2") is Phase.SKIPPED
    assert stage.room.context.desk.plan != plan
    stage.press("U")
    assert stage.room.context.desk.plan.blocks == plan.blocks
    assert stage.phase("interview-2") is Phase.SUSPECTED


def test_middle_of_an_unlogged_day_asks_first(room: Room) -> None:
    room.open_sample()
    stage = staged(room, "12:10")
    assert stage.panel.attach.isVisible()
    stage.go("12:11")
    assert told(stage.live) == []  # nobody is suspected before the past is known
    stage.panel.attach.take.click()
    assert not stage.panel.attach.isVisible()
    assert told(stage.live) == ["started", "ended"] * 3
    assert stage.live.projection.offset(stage.live.candidates[0]) == timedelta()
    stage.press("U")
    assert told(stage.live) == []
    stage.close()


def test_answer_to_begin_from_here_writes_nothing(room: Room) -> None:
    room.open_sample()
    stage = staged(room, "10:16")
    stage.panel.attach.leave.click()
    assert not stage.panel.attach.isVisible()
    stage.press("S")
    assert told(stage.live) == ["started"]
    stage.close()


def test_beginning_before_the_day_asks_nothing(stage: Stage) -> None:
    stage.go("12:00")
    assert not stage.panel.attach.isVisible()


def test_arrival_that_runs_by_the_clock_asks_nothing(room: Room) -> None:
    room.open_sample()
    stage = staged(room, "10:05")
    assert not stage.panel.attach.isVisible()
    stage.close()


def test_whoever_says_something_of_the_day_has_answered(room: Room) -> None:
    room.open_sample()
    stage = staged(room, "11:12")
    assert stage.panel.attach.isVisible()
    stage.press("S")
    assert not stage.panel.attach.isVisible()
    stage.close()
    again = staged(room, "11:12")
    assert not again.panel.attach.isVisible()
    again.close()


def test_day_of_which_only_the_candidate_was_seen_asks_nothing(room: Room) -> None:
    room.open_sample()
    stage = staged(room, "10:05")
    stage.live.tell(Happening.ARRIVED, candidate=stage.live.candidates[0])
    stage.close()
    again = staged(room, "10:20")
    assert not again.panel.attach.isVisible()
    again.close()


def test_proposals_of_before_the_last_entry_are_not_done(stage: Stage, qtbot: QtBot) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:12")
    qtbot.waitUntil(lambda: bool(stage.live.proposals) and stage.live.is_counsel_fresh)
    stage.press("N")
    stage.press("1")
    assert told(stage.live)[-1] == "no_show"
    assert stage.room.said[-1].text.startswith("The day has just changed")
    qtbot.waitUntil(lambda: stage.live.is_counsel_fresh)
    stage.press("1")
    assert told(stage.live)[-1] == "replaced"


def test_number_without_a_proposal_is_said(stage: Stage, qtbot: QtBot) -> None:
    stage.press_at("10:15", "S")
    qtbot.waitUntil(lambda: stage.live.is_counsel_fresh)
    number = len(stage.live.proposals) + 1
    assert not stage.live.apply_number(number)
    assert stage.room.said[-1].text == f"There is no proposal {number}."


def test_proposals_of_another_plan_or_of_some_time_ago_are_not_done(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:12")
    qtbot.waitUntil(lambda: stage.live.is_counsel_fresh)
    stage.room.context.desk.apply(MoveBlocks((BlockId("interview-5"),), minutes(5)))
    assert not stage.live.is_counsel_fresh
    qtbot.waitUntil(lambda: stage.live.is_counsel_fresh)
    fixed = stage.room.context.clock
    fixed.move(minutes(3))  # type: ignore[attr-defined]
    assert not stage.live.is_counsel_fresh


def test_counsel_that_failed_is_said(stage: Stage, qtbot: QtBot) -> None:
    def fail(_question: object) -> Counsel:
        raise ValueError("no numbers")

    stage.live.answer_by(fail)
    stage.press_at("10:15", "S")
    said = "Proposals could not be worked out: no numbers."
    qtbot.waitUntil(lambda: said in [message.text for message in stage.room.said])


def test_day_after_a_night_asleep_asks_how_it_began(room: Room) -> None:
    whose = tuple(sample_plan().candidates)
    earlier = block("earlier", "10:00", 60, day=DAY - timedelta(days=1), candidates=whose)
    room.open(sample_plan().with_records([earlier]))
    stage = staged(room, "09:45")
    fixed = room.context.clock
    fixed.move(-timedelta(days=1))  # type: ignore[attr-defined]
    stage.live.tick()
    assert not stage.live.is_attachable
    stage.go("11:12")
    assert (stage.live.is_attachable, told(stage.live)) == (True, [])
    assert stage.panel.attach.isVisible()
    stage.close()


def test_candidate_who_left_has_nothing_more_to_come(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    stage.go("10:40")
    assert stage.live.leave()
    said = told(stage.live)
    assert said == ["started", "left", *["skipped"] * 6]
    assert stage.phase("interview-1") is Phase.RUNNING
    stage.press("U")
    assert told(stage.live) == ["started"]


def test_candidate_who_does_not_come_empties_the_day(stage: Stage) -> None:
    stage.go("10:20")
    assert stage.live.stay_away()
    assert {stage.live.projection.phases[e.block.id] for e in stage.live.aims.entries} <= {  # type: ignore[union-attr]
        Phase.SKIPPED,
        Phase.DONE,
        Phase.RUNNING,
    }
    assert told(stage.live)[0] == "note"
