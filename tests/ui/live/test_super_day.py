"""A day of many candidates: one row each, the late ones first, one click deep."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.blocks import Kind
from planner.domain.ids import CandidateId
from planner.domain.plan import Plan
from tests.builders import block, plan
from tests.ui.desks import Room
from tests.ui.live.stage import Stage, staged

NAMES = ("ada", "bea", "cem")


def day_of_three() -> Plan:
    made = []
    for name in NAMES:
        made += [
            block(f"{name}-1", "10:00", 45, people=[f"{name}-host"], candidates=[name]),
            block(f"{name}-lunch", "11:00", 60, kind=Kind.MEAL, candidates=[name]),
            block(f"{name}-2", "12:00", 45, people=[f"{name}-host"], candidates=[name]),
        ]
    return plan(*made)


@pytest.fixture
def stage(room: Room) -> Iterator[Stage]:
    room.open(day_of_three())
    made = staged(room, "09:30")
    yield made
    made.close()


def rows(stage: Stage) -> list[tuple[str, str, str]]:
    return [(row.name, row.offset, row.state) for row in stage.panel.body.model.rows]


def start(stage: Stage, name: str, clock: str) -> None:
    stage.go(clock)
    stage.live.show_candidate(next(c for c in stage.live.candidates if c == name))
    stage.press("S")
    stage.live.show_candidate(None)


def test_late_days_come_first(stage: Stage) -> None:
    start(stage, "ada", "10:00")
    start(stage, "cem", "10:04")
    stage.go("10:08")
    assert rows(stage) == [
        ("Bea", "+8 min", "due for 8 min"),
        ("Cem", "+4 min", "41 min left"),
        ("Ada", "on time", "37 min left"),
    ]


def test_click_leads_into_one_day_and_a_button_back(stage: Stage) -> None:
    stage.go("10:08")
    listed = stage.panel.body.overview
    place = listed.visualRect(listed.model().index(0, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.live.candidate == "ada"
    assert stage.panel.body.day.isVisible()
    QTest.mouseClick(stage.panel.body.back, Qt.MouseButton.LeftButton)
    assert stage.panel.body.overview.isVisible()


def test_keys_need_a_candidate(stage: Stage) -> None:
    stage.go("10:00")
    QTest.keyClicks(stage.panel.body.overview, "S")
    assert stage.room.said[-1].text == "Choose a candidate first."


def test_figures_are_about_everybody(stage: Stage) -> None:
    start(stage, "ada", "10:00")
    stage.go("10:12")
    assert stage.figures() == [
        "10:12 1 block runs",
        "2 up to +12 min",
        "2",
        "0 0 shortened",
        "12:45 as planned",
    ]


def test_rows_have_no_names_where_strangers_read_them(stage: Stage) -> None:
    stage.panel.body.show_names(has_names=False)
    assert [name for name, _, _ in rows(stage)] == ["Candidate 1", "Candidate 2", "Candidate 3"]


def test_proposals_are_for_whoever_is_shown(stage: Stage, qtbot: QtBot) -> None:
    """Ada's interview is cut short by her late start, and so is Bea's: each page shows its own."""
    for name, clock in (("ada", "10:20"), ("bea", "10:30"), ("cem", "10:30")):
        start(stage, name, clock)
    stage.go("10:31")
    qtbot.waitUntil(lambda: bool(stage.live.proposals))
    assert all(": " in card.title.text() for card in stage.panel.side.proposals.cards[:1])
    for name in ("ada", "bea"):
        stage.live.show_candidate(next(c for c in stage.live.candidates if c == name))
        qtbot.waitUntil(lambda: bool(stage.live.proposals))
        blocks = {m.block for p in stage.live.proposals for m in p.measures}
        assert {block.split("-")[0] for block in blocks} == {name}


def test_whoever_is_still_with_another_candidate_is_named_and_can_be_freed(room: Room) -> None:
    first = block("ada-1", "10:00", 45, people=["grace"])
    room.open(plan(first, block("bob-1", "11:00", 45, people=["grace"], candidates=["bob"])))
    stage = staged(room, "10:00")
    start(stage, "ada", "10:00")
    start(stage, "bob", "11:00")
    said = room.said[-1]
    assert said.text == "Grace is still in ada-1 with Ada."
    [offer] = said.offers
    offer.run()
    told = [(entry.what.value, entry.block) for entry in stage.live.log.effective]
    assert (offer.label, told) == (
        "End that one",
        [("started", "ada-1"), ("started", "bob-1"), ("ended", "ada-1")],
    )
    stage.close()


def test_full_screen_names_nobody_unless_it_is_asked_to(stage: Stage) -> None:
    stage.live.show_candidate(None)
    stage.go("10:08")
    stage.panel.toggle_full_screen()
    screen = stage.panel.screen_window
    assert screen is not None
    said = "The candidate is missing in ada-1 since 10:00 \u00b7 and 2 more"
    screen.names.setChecked(False)
    assert screen.head.urgent.text() == said
    screen.names.setChecked(True)
    assert screen.head.urgent.text() == f"Ada: {said}"
    screen.close()


def test_full_screen_says_without_names_that_somebody_is_kept(room: Room) -> None:
    shared = plan(
        block("ada-1", "10:00", 45, people=["host"], candidates=["ada"]),
        block("bea-1", "10:45", 45, people=["host"], candidates=["bea"]),
    )
    room.open(shared)
    stage = staged(room, "09:45")
    stage.live.show_candidate(CandidateId("ada"))
    stage.press_at("10:00", "S")
    stage.go("10:58")
    stage.live.show_candidate(None)
    stage.panel.toggle_full_screen()
    screen = stage.panel.screen_window
    assert screen is not None
    screen.names.setChecked(False)
    nameless = screen.head.urgent.text()
    screen.names.setChecked(True)
    named = screen.head.urgent.text()
    screen.close()
    stage.close()
    assert nameless == "bea-1 waits since 10:45"
    assert named == "Bea waits for Host, who is 13 min over with Ada"
