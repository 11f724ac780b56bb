"""The log on the page: corrections and what was taken back stay in sight."""

from PySide6.QtCore import Qt

from planner.domain.ids import BlockId
from planner.domain.log import Log
from planner.ui.live.log_model import VOID_ROLE, recent
from tests.schedule.live.logs import at, log, told
from tests.ui.live.stage import Stage


def edit(stage: Stage, row: int, text: str) -> bool:
    model = stage.panel.side.model
    return model.setData(model.index(row), text, Qt.ItemDataRole.EditRole)


def test_time_of_an_entry_is_corrected_and_the_correction_seen(stage: Stage) -> None:
    stage.press_at("10:20", "S")
    assert edit(stage, 0, "10:15")
    assert stage.log() == [
        "10:15 1st interview started (was 10:20)",
        "10:20 1st interview started (+5) (corrected)",
    ]
    started = stage.live.projection.facts[BlockId("interview-1")].started
    assert started == int(at("10:15").timestamp())
    model = stage.panel.side.model
    states = {row.clock: row.is_void for row in model.rows}
    assert states == {"10:15": False, "10:20": True}


def test_what_is_taken_back_is_struck_through(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    stage.press("U")
    model = stage.panel.side.model
    assert [model.index(0).data(VOID_ROLE), model.rowCount()] == [True, 1]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEditable


def test_text_that_is_no_time_is_refused_with_a_sentence(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    assert not edit(stage, 0, "half past nowhere")
    assert stage.room.said[-1].tone.value == "error"
    assert stage.log() == ["10:15 1st interview started"]


def test_recent_keeps_revocations_with_what_they_take_back() -> None:
    first, second = told("10:15", "started", "A", id="a"), told("10:20", "started", "B", id="b")
    back = told("10:21", "revoked", about="a", id="c")
    whole = log(first, second, back)
    assert recent(whole, {"A"}) == Log((first, back))  # type: ignore[arg-type]
    assert recent(whole, most=1) == Log((back,))
