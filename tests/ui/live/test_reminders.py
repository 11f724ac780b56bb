"""What the coordinator is told unasked, once, and only if it is wanted."""

from planner.domain.blocks import Kind as BlockKind
from planner.ui.reminder_kinds import Kind, flag_of
from tests.builders import block, plan
from tests.ui.desks import Room
from tests.ui.live.stage import Stage, staged


def test_each_reminder_comes_once_in_window_and_desktop(stage: Stage) -> None:
    stage.press_at("09:52", "S")
    for clock in ("10:10", "10:11", "10:12"):
        stage.go(clock)
    assert stage.notifications.sent[1:] == [
        ("1st interview at 10:17", "Partner Solutions Architect \u00b7 Room 1.04")
    ]
    assert stage.room.said[-1].text.startswith("1st interview at 10:17: Partner")


def test_missing_people_and_the_end_of_a_break_are_told(stage: Stage) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:10")
    stage.press_at("11:12", "S")
    stage.press_at("11:45", "E")
    stage.go("13:00")
    stage.go("13:16")
    titles = [title for title, _ in stage.notifications.sent]
    assert [title for title in titles if "interview at" not in title][1:] == [
        "Nobody has started 2nd interview",
        "Lunch is over",
    ]


def test_kind_that_is_not_wanted_is_silent(stage: Stage) -> None:
    stage.press_at("09:52", "S")
    stage.notifications.sent.clear()
    stage.room.context.memory.keep(flag_of(Kind.NEXT), value=False)
    stage.go("10:11")
    assert stage.notifications.sent == []


def test_arrival_without_its_candidate_asks_for_them_once(stage: Stage) -> None:
    stage.go("10:00")
    assert stage.panel.side.state.whole_text() == "candidate not seen for 10 min"
    for clock in ("10:01", "10:15"):
        stage.go(clock)
    asked = [sent for sent in stage.notifications.sent if sent[0].startswith("Has ")]
    assert asked == [("Has Candidate arrived?", "Arrival and security check")]
    assert stage.figures()[1] == "on time"
    assert stage.log() == []


def test_two_who_arrive_together_are_asked_for_in_the_plural(room: Room) -> None:
    arrival = block("in", "10:00", 30, kind=BlockKind.ARRIVAL, candidates=["ada", "bea"])
    room.open(plan(arrival))
    stage = staged(room, "09:30")
    stage.go("10:15")
    assert stage.notifications.sent[-1] == ("Have Ada and Bea arrived?", "in")
    stage.close()
