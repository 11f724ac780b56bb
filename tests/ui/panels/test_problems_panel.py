import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.domain.blocks import Rsvp
from planner.domain.edits.document import IgnoreProblem
from planner.domain.plan import Plan
from planner.domain.problems import Severity
from planner.domain.subjects import Subject
from planner.ui.dialogs.ignore_dialog import IgnoreDialog
from planner.ui.panels.problem_painting import Part
from planner.ui.panels.problems_panel import ProblemsPanel
from tests import builders as b
from tests.ui.desks import Room
from tests.ui.panels.hands import button, click, press, texts, write

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def clashing() -> Plan:
    """A day on which Grace is in two places, which a move would mend; Alan has declined."""
    declined = b.seat("alan", rsvp=Rsvp.DECLINED)
    return b.plan(
        b.person("grace"),
        b.person("alan"),
        b.block("third", "14:00", 45, candidates=("ada",), seats=(declined,)),
        b.block("first", "10:00", 60, people=("grace",), candidates=("ada",)),
        b.block("second", "10:30", 60, people=("grace",), candidates=("bob",)),
    )


def shown(room: Room, qtbot: QtBot, plan: Plan | None = None) -> ProblemsPanel:
    if plan is None:
        room.open_sample()
    else:
        room.open(plan)
    panel = ProblemsPanel(room.context)
    qtbot.addWidget(panel)
    panel.resize(860, 240)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def codes(panel: ProblemsPanel) -> list[str]:
    return [row.problem.code for row in panel.model.rows]


def click_part(panel: ProblemsPanel, number: int, part: Part) -> None:
    click(panel.view.viewport(), panel.view.place_of(panel.model.rows[number].key, part))


def press_at(panel: ProblemsPanel, number: int, key: Qt.Key) -> None:
    panel.view.setCurrentIndex(panel.model.index(number))
    press(panel.view, key)


def open_dialog(panel: ProblemsPanel) -> IgnoreDialog:
    [dialog] = panel.findChildren(IgnoreDialog)
    return dialog


def test_panel_lists_the_problems_and_counts_them(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    assert codes(panel) == ["PNL-101", "MOD-301", "BRK-204"]
    assert "3 open" in texts(panel)


def test_panel_says_when_nothing_is_wrong(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot, b.plan())
    assert "Nothing is wrong with this plan." in texts(panel)


def test_click_on_a_row_selects_its_block(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    click_part(panel, 2, Part.ROW)
    assert room.context.desk.selection == ("lunch",)


def test_enter_jumps_to_what_the_problem_is_about(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    revealed: list[Subject] = []
    room.context.desk.revealed.connect(revealed.append)
    press_at(panel, 0, Qt.Key.Key_Return)
    assert revealed == [Subject("blocks", "interview-2")]


def test_arrow_keys_move_between_problems(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    panel.show_severity()
    press(panel.view, Qt.Key.Key_Down)
    chosen = panel.view.chosen
    assert chosen is not None
    assert chosen.problem.code == "MOD-301"


def test_link_makes_the_best_fix_and_offers_to_undo_it(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot, clashing())
    before = room.context.desk.plan.blocks
    number = codes(panel).index("CLS-102")
    click_part(panel, number, Part.LINK)
    assert "CLS-102" not in codes(panel)
    said = room.said[-1]
    assert said.text == "Done: Move second (10:30) later by 30 min."
    [offer] = said.offers
    offer.run()
    assert room.context.desk.plan.blocks == before
    assert "CLS-102" in codes(panel)


def test_late_undo_offer_leaves_later_steps_alone(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot, clashing())
    press_at(panel, codes(panel).index("CLS-102"), Qt.Key.Key_F)
    [offer] = room.said[-1].offers
    press_at(panel, 0, Qt.Key.Key_I)
    dialog = open_dialog(panel)
    write(dialog.reason, "Known")
    press(dialog.reason, Qt.Key.Key_Return)
    after = room.context.desk.plan
    offer.run()
    assert room.context.desk.plan == after
    assert room.said[-1].text == "Other steps came after it. Undo those first."


def test_fix_key_mends_and_leaves_a_row_chosen(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot, clashing())
    number = codes(panel).index("CLS-102")
    press_at(panel, number, Qt.Key.Key_F)
    assert "CLS-102" not in codes(panel)
    assert panel.view.chosen is not None


def test_fix_key_jumps_where_a_person_has_to_mend(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    press_at(panel, 0, Qt.Key.Key_F)
    assert room.context.desk.selection == ("interview-2",)


def test_ignoring_asks_for_a_reason_and_keeps_it_in_the_plan(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    key = panel.model.rows[1].problem.key
    press_at(panel, 1, Qt.Key.Key_I)
    dialog = open_dialog(panel)
    go = button(dialog, "Ignore")
    assert not go.isEnabled()
    write(dialog.reason, "  The phone is spare  ")
    click(go)
    assert [(i.key, i.reason) for i in room.context.desk.plan.ignored] == [
        (key, "The phone is spare")
    ]
    assert codes(panel) == ["PNL-101", "BRK-204"]
    assert "2 open · 1 ignored" in texts(panel)


def test_ignoring_without_a_reason_changes_nothing(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    press_at(panel, 1, Qt.Key.Key_I)
    dialog = open_dialog(panel)
    write(dialog.reason, "   ")
    dialog.accept()
    assert room.context.desk.plan.ignored == ()
    click(button(dialog, "Cancel"))
    assert room.context.desk.plan.ignored == ()


def test_ignored_problem_can_be_shown_and_taken_back(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    press_at(panel, 1, Qt.Key.Key_I)
    write(open_dialog(panel).reason, "Known")
    open_dialog(panel).accept()
    click(button(panel, "Show ignored"))
    assert codes(panel) == ["PNL-101", "BRK-204", "MOD-301"]
    click_part(panel, 2, Part.LINK)
    assert room.context.desk.plan.ignored == ()
    assert codes(panel) == ["PNL-101", "MOD-301", "BRK-204"]


def test_menu_offers_all_fixes_the_place_and_to_ignore(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot, clashing())
    row = panel.model.rows[codes(panel).index("CLS-102")]
    menu = panel.menu_for(row)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Move second (10:30) later by 30 min",
        "Move second (10:30) to 11:00 and shift what follows",
        "Show",
        "Ignore…",
    ]
    menu.actions()[1].trigger()
    assert room.said[-1].text == "Done: Move second (10:30) to 11:00 and shift what follows."


def test_filter_shows_one_persons_problems_and_says_so(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot, clashing())
    total = panel.model.open_count
    box = panel.people
    assert box.itemText(0) == "Everybody"
    box.setCurrentIndex(box.findText("Grace"))
    assert "CLS-102" in codes(panel)
    assert f"{panel.model.rowCount()} of {total} open" in texts(panel)


def test_selection_stays_on_its_problem_while_one_above_it_goes_and_comes_back(
    room: Room, qtbot: QtBot
) -> None:
    panel = shown(room, qtbot)
    panel.view.setCurrentIndex(panel.model.index(2))
    key = panel.model.rows[2].key
    room.context.desk.apply(IgnoreProblem(panel.model.rows[0].problem.key, "Known"))
    assert (panel.view.currentIndex().row(), panel.model.rows[1].key) == (1, key)
    room.context.desk.undo()
    assert (panel.view.currentIndex().row(), panel.model.rows[2].key) == (2, key)


def test_chip_of_the_header_leads_to_the_first_problem_of_its_severity(
    room: Room, qtbot: QtBot
) -> None:
    panel = shown(room, qtbot)
    panel.show_severity(Severity.WARNING)
    chosen = panel.view.chosen
    assert chosen is not None
    assert chosen.problem.code == "MOD-301"


def test_panel_is_empty_after_the_plan_is_closed(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    room.context.desk.close()
    assert codes(panel) == []
