import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.formats.wording.language import Language
from planner.ui.controls.number_field import NumberField
from planner.ui.controls.search_field import SearchField
from planner.ui.controls.text_area import TextArea
from planner.ui.theme.theme import Theme

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def area(qtbot: QtBot, theme: Theme) -> TextArea:
    made = TextArea(theme, "Note", "Shown on the itinerary")
    qtbot.addWidget(made)
    made.resize(300, 60)
    made.show()
    return made


def _edited(area: TextArea) -> list[str]:
    told: list[str] = []
    area.edited.connect(told.append)
    return told


def test_text_is_told_after_a_pause(qtbot: QtBot, area: TextArea) -> None:
    told = _edited(area)
    with qtbot.waitSignal(area.edited, timeout=3000):
        QTest.keyClicks(area, "Bring a badge")
    assert told == ["Bring a badge"]


def test_text_is_told_at_once_on_control_enter_and_only_once(area: TextArea) -> None:
    told = _edited(area)
    QTest.keyClicks(area, "Hello")
    QTest.keyClick(area, Qt.Key.Key_Return, _CONTROL)
    area.take()
    assert (told, area.text()) == (["Hello"], "Hello")


def test_text_is_told_when_the_field_is_left(qtbot: QtBot, area: TextArea) -> None:
    told = _edited(area)
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    QTest.keyClicks(area, "Hello")
    area.clearFocus()
    assert told == ["Hello"]


def test_text_that_is_set_is_not_told(area: TextArea) -> None:
    told = _edited(area)
    area.set_text("From elsewhere")
    area.take()
    assert told == []


def test_area_grows_with_its_lines_up_to_ten(area: TextArea) -> None:
    heights = []
    for lines in (1, 2, 5, 10, 30):
        area.set_text("\n".join("x" * lines))
        heights.append(area.sizeHint().height())
    spacing = area.fontMetrics().lineSpacing()
    two = heights[0]
    assert heights == [two, two, two + 3 * spacing, two + 8 * spacing, two + 8 * spacing]


@pytest.fixture
def search(qtbot: QtBot, theme: Theme, english: Language) -> SearchField:
    made = SearchField(theme, english, "Search people")
    qtbot.addWidget(made)
    return made


def test_search_follows_typing_after_a_pause(qtbot: QtBot, search: SearchField) -> None:
    told: list[str] = []
    search.searched.connect(told.append)
    with qtbot.waitSignal(search.searched, timeout=3000):
        QTest.keyClicks(search, "ada")
    assert told == ["ada"]


def test_escape_empties_the_search_at_once(search: SearchField) -> None:
    told: list[str] = []
    search.searched.connect(told.append)
    QTest.keyClicks(search, "ada")
    QTest.keyClick(search, Qt.Key.Key_Return)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (told, search.text()) == (["ada", ""], "")


def test_arrow_goes_down_to_the_results(qtbot: QtBot, search: SearchField) -> None:
    with qtbot.waitSignal(search.descended):
        QTest.keyClick(search, Qt.Key.Key_Down)


def test_number_tells_what_was_typed_once(qtbot: QtBot, theme: Theme) -> None:
    field = NumberField(theme, "Minutes")
    qtbot.addWidget(field)
    told: list[int] = []
    field.valueChanged.connect(told.append)
    field.selectAll()
    QTest.keyClicks(field, "45")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [45]
