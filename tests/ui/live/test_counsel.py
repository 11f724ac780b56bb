"""Counsel on the live page: what a proposal does to the risks, and what logs have taught."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.library import open_library
from planner.app.live_day import journal_of
from planner.app.locations import workspace_file
from planner.domain.ids import PlanId
from planner.domain.times import DAY
from planner.formats.logfile import write_line
from planner.ui.live.adviser import Counsellor, Question
from planner.ui.live.proposal_card import ProposalCard
from planner.ui.theme.theme import theme_for
from tests.fakes import FixedClock
from tests.formats.report.days import as_it_went, sample
from tests.ui.live.stage import Stage


def past_days(*names: str) -> None:
    """Put reference days into the workspace of this process, as they went, but a day earlier."""
    file = workspace_file()
    went = [replace(e, at=e.at - DAY, written=e.written - DAY) for e in as_it_went().entries]
    with open_library(file, FixedClock()) as library:
        for name in names:
            library.add(replace(sample(), id=PlanId(name)))
            journal_of(PlanId(name), file.parent).add(write_line(entry) for entry in went)


def test_card_says_what_a_proposal_does_to_the_risk(stage: Stage, qtbot: QtBot) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:12")
    qtbot.waitUntil(lambda: bool(stage.live.proposals))
    [first, *_] = stage.panel.side.proposals.cards
    assert first.risk.text().startswith("Lunch safe ")
    assert first.risk.text().endswith("\u2192 >99 %")
    assert (first.risk.property("tone"), first.risk.isVisible()) == ("good", True)
    assert first.accessibleDescription().endswith(first.risk.text())


def test_card_without_a_change_of_the_risk_says_nothing(qapp: QApplication) -> None:
    card = ProposalCard(theme_for("light", qapp))
    card.show_proposal(
        1, "Drop Coffee", "Nobody to notify", "way home safe 97 \u2192 88 %", "warning"
    )
    assert (card.risk.property("tone"), card.risk.isHidden()) == ("warning", False)
    card.show_proposal(1, "Drop Coffee", "Nobody to notify")
    assert (card.risk.property("tone"), card.risk.isHidden()) == ("muted", True)
    assert card.accessibleDescription() == "Nobody to notify"


def test_counsel_learns_from_the_logs_of_the_workspace(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    counsellor = Counsellor()
    live, desk = stage.live, stage.room.context.desk
    question = Question(desk.plan, live.log, live.now, live.projection)
    assert counsellor(question).experience.blocks == 0
    past_days("one", "two")
    assert counsellor(question).experience.plans == 2


def test_figures_tell_from_how_much_was_learned(stage: Stage, qtbot: QtBot) -> None:
    figures = stage.panel.body.figures
    assert figures.toolTip() == ""
    past_days("one", "two")
    stage.press_at("10:15", "S")
    qtbot.waitUntil(lambda: figures.toolTip() != "")
    assert figures.toolTip().startswith("Learned from ")
