"""What stops people besides a call that drops: an alarm, a room that is needed, anything else."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction

from planner.domain.blocks import Kind, Mode
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import Phase
from planner.ui.live.interruption_dialog import InterruptionDialog
from tests.builders import block, plan
from tests.ui.desks import Room
from tests.ui.live.stage import Stage, staged

ALARM = "Interrupted: fire alarm, for everybody"
OVER = "The alarm is over, everything goes on"


def busy_building() -> Plan:
    return plan(
        block("ada-1", "10:00", 45, people=["ines"], candidates=["ada"]),
        block(
            "bea-1", "10:00", 45, people=["jan"], candidates=["bea"], room="red", mode=Mode.PHONE
        ),
        block("cem-1", "10:00", 45, people=["kim"], candidates=["cem"], mode=Mode.PHONE),
        block("dora-break", "10:00", 45, kind=Kind.BREAK, candidates=["dora"]),
    )


@pytest.fixture
def building(room: Room) -> Iterator[Stage]:
    room.open(busy_building())
    made = staged(room, "09:59")
    made.go("10:00")
    for candidate in made.live.candidates:
        made.live.show_candidate(candidate)
        made.press("S")
    made.live.show_candidate(None)
    made.go("10:10")
    yield made
    made.close()


def actions(stage: Stage) -> dict[str, QAction]:
    menu = stage.panel.side.more.menu
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def stopped(stage: Stage) -> list[str]:
    phases = stage.live.projection.phases
    return [block for block, phase in phases.items() if phase is Phase.INTERRUPTED]


def test_alarm_stops_everybody_in_the_building_in_one_step(building: Stage) -> None:
    assert OVER not in actions(building)
    actions(building)[ALARM].trigger()
    assert stopped(building) == ["ada-1", "bea-1"]
    assert not actions(building)[ALARM].isEnabled()
    building.press("U")
    assert stopped(building) == []


def test_after_an_alarm_everything_goes_on_or_one_by_one(building: Stage) -> None:
    actions(building)[ALARM].trigger()
    building.go("10:30")
    [ada] = [c for c in building.live.candidates if c == "ada"]
    building.live.show_candidate(ada)
    building.press("B")
    assert stopped(building) == ["bea-1"]
    building.live.show_candidate(None)
    actions(building)[OVER].trigger()
    assert stopped(building) == []


def test_room_that_is_needed_interrupts_what_runs(stage: Stage) -> None:
    name = "Interrupted: the room is needed"
    assert not actions(stage)[name].isEnabled()
    stage.press_at("10:15", "S")
    stage.go("10:20")
    actions(stage)[name].trigger()
    assert stage.log()[-1] == "10:20 room taken: 1st interview interrupted"
    stage.press_at("10:25", "B")
    assert stage.log()[-1] == "10:25 1st interview goes on"


def test_anything_else_is_told_in_words(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    stage.go("10:20")
    actions(stage)["Interrupted: something else\u2026"].trigger()
    dialog = stage.dialog()
    assert isinstance(dialog, InterruptionDialog)
    dialog.reason.setText("the candidate feels <unwell>")
    dialog.accept()
    dialog.deleteLater()
    assert stage.log()[-1] == "10:20 1st interview interrupted: the candidate feels <unwell>"
    assert stage.phase("interview-1") is Phase.INTERRUPTED
