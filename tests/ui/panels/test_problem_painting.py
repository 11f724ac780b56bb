from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.edits.document import ChangePlan
from planner.ui.panels.plan_header import PlanHeader
from planner.ui.panels.problem_painting import Part, Places, ProblemDelegate, wrapped
from planner.ui.panels.problems_panel import ProblemsPanel
from planner.ui.panels.sidebar import Sidebar
from planner.ui.panels.start_panel import StartPanel
from planner.ui.theme.fonts import Scale
from tests.ui.desks import Room

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SENTENCE = "Nobody meets the candidate at lunch, from a quarter to twelve to a quarter past one."


def test_short_sentence_stays_on_one_line(room: Room) -> None:
    font = room.context.theme.font(Scale.BODY)
    assert wrapped("Name a host.", font, 400) == ("Name a host.",)


def test_long_sentence_wraps_and_loses_no_word(room: Room) -> None:
    font = room.context.theme.font(Scale.BODY)
    lines = wrapped(SENTENCE, font, 350)
    assert len(lines) == 2
    assert " ".join(lines) == SENTENCE


@pytest.mark.parametrize("text", [SENTENCE * 4, "Donaudampfschifffahrt" * 20])
def test_endless_sentence_is_shortened_in_its_second_line(room: Room, text: str) -> None:
    font = room.context.theme.font(Scale.BODY)
    lines = wrapped(text, font, 300)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 301 for line in lines)


def test_parts_of_a_row_do_not_overlap_and_are_found_at_their_points(
    room: Room, qtbot: QtBot
) -> None:
    room.open_sample()
    panel = ProblemsPanel(room.context)
    qtbot.addWidget(panel)
    delegate = ProblemDelegate(room.context.theme, room.context.language, panel)
    for width in (360, 860, 2000):
        places: Places = delegate.places(panel.model.rows[0], QRect(0, 0, width, 32))
        edges = [(r.left(), r.right()) for r in _in_order(places)]
        assert all(left[1] < right[0] for left, right in pairwise(edges))
        assert edges[-1][1] < width
        assert places.at(places.link.center()) is Part.LINK
        assert places.at(places.more.center()) is Part.MORE
        assert places.at(QPoint(1, 1)) is Part.ROW


def _in_order(places: Places) -> tuple[QRect, ...]:
    return (places.sign, places.code, places.sentence, places.link, places.more)


def test_screen_reader_hears_the_rows_of_the_list(room: Room, qtbot: QtBot) -> None:
    room.open_sample()
    panel = ProblemsPanel(room.context)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    heard = QAccessible.queryAccessibleInterface(panel.view)
    names = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]
    assert names == [row.spoken for row in panel.model.rows]


@pytest.mark.parametrize("kind", [ProblemsPanel, PlanHeader, Sidebar, StartPanel])
def test_desk_outlives_a_panel_that_was_rebuilt(
    room: Room, qtbot: QtBot, kind: type[QWidget]
) -> None:
    room.open_sample()
    panel = kind(room.context)  # type: ignore[arg-type]
    with qtbot.waitSignal(panel.destroyed):
        panel.deleteLater()
    assert room.context.desk.apply(ChangePlan(title="Other"))
    room.context.desk.close()
    assert room.said == []
