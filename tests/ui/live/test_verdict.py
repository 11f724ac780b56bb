"""What the candidate says in the end: asked from the menu, kept with the day, changed, taken back."""

from planner.domain.log import Happening
from planner.ui.live.verdict_dialog import VerdictDialog
from tests.ui.live.stage import Stage


def asked(stage: Stage) -> VerdictDialog:
    menu = stage.panel.side.more.menu
    menu.aboutToShow.emit()
    [action] = [one for one in menu.actions() if one.text() == "What the candidate says\u2026"]
    action.trigger()
    dialog = stage.dialog()
    assert isinstance(dialog, VerdictDialog)
    return dialog


def said(stage: Stage) -> list[tuple[bool | None, str]]:
    held = stage.live.log.effective
    return [(e.is_good, e.reason) for e in held if e.what is Happening.VERDICT]


def write(stage: Stage, good: str, not_good: str) -> None:
    dialog = asked(stage)
    dialog.good.set_text(good)
    dialog.not_good.set_text(not_good)
    dialog.accept()
    dialog.deleteLater()


def test_both_texts_are_kept_and_shown_again(stage: Stage) -> None:
    stage.press_at("10:15", "SE")
    write(stage, "on time,\nfast answers", "nobody at lunch")
    assert said(stage) == [(True, "on time, fast answers"), (False, "nobody at lunch")]
    again = asked(stage)
    assert (again.good.text(), again.not_good.text()) == (
        "on time, fast answers",
        "nobody at lunch",
    )
    again.reject()


def test_one_text_is_enough(stage: Stage) -> None:
    write(stage, "", "the noise")
    assert said(stage) == [(False, "the noise")]


def test_what_was_said_is_corrected_or_taken_back(stage: Stage) -> None:
    write(stage, "fast answers", "the noise")
    write(stage, "very fast answers", "")
    assert said(stage) == [(True, "very fast answers")]
    entries = len(stage.live.log.entries)
    write(stage, "very fast answers", "")
    assert len(stage.live.log.entries) == entries
