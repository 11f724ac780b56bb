import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from planner.ui.controls.record_combo import RecordCombo, Row
from planner.ui.theme.theme import Theme

_ROWS = (
    Row("ada", "Ada Lovelace", "free 11:00"),
    Row("alan", "Alan Turing", "busy"),
    Row("grace", "Grace Hopper", "free 12:00"),
)


@pytest.fixture
def combo(qtbot: QtBot, theme: Theme) -> RecordCombo:
    made = RecordCombo(theme, "Interviewer", nobody="Not assigned", create="Add a new person")
    made.set_rows(_ROWS)
    made.pick("ada")
    qtbot.addWidget(made)
    made.show()
    return made


def _picked(combo: RecordCombo) -> list[object]:
    told: list[object] = []
    combo.picked.connect(told.append)
    return told


def _search(combo: RecordCombo, text: str) -> list[str]:
    """Type into the field and return the labels that are offered."""
    line = combo.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, text)
    completer = combo.completer()
    assert completer is not None
    found = completer.completionModel()
    return [str(found.index(row, 0).data()) for row in range(found.rowCount())]


def _offers(combo: RecordCombo) -> QAbstractItemView:
    completer = combo.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def _confirm(combo: RecordCombo) -> None:
    popup = _offers(combo)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)


def test_pick_is_silent(combo: RecordCombo) -> None:
    told = _picked(combo)
    combo.pick("grace")
    assert (told, combo.record, combo.currentText()) == ([], "grace", "Grace Hopper")


def test_record_that_is_not_offered_shows_nobody(combo: RecordCombo) -> None:
    combo.pick("nobody-knows")
    assert (combo.record, combo.currentText()) == (None, "Not assigned")


def test_search_looks_within_labels_and_hints(combo: RecordCombo) -> None:
    assert _search(combo, "tur") == ["Alan Turing", "Add a new person"]
    assert _search(combo, "free") == ["Ada Lovelace", "Grace Hopper", "Add a new person"]


def test_found_record_is_picked(combo: RecordCombo) -> None:
    told = _picked(combo)
    _search(combo, "hopper")
    _confirm(combo)
    assert (told, combo.currentText()) == (["grace"], "Grace Hopper")


def test_same_record_is_not_told_again(combo: RecordCombo) -> None:
    told = _picked(combo)
    _search(combo, "lovelace")
    _confirm(combo)
    assert (told, combo.record) == ([], "ada")


def test_row_for_nobody_tells_none(combo: RecordCombo) -> None:
    told = _picked(combo)
    combo.activated.emit(0)
    assert (told, combo.record) == ([None], None)


def test_whole_name_is_picked_without_the_list(combo: RecordCombo) -> None:
    told = _picked(combo)
    line = combo.lineEdit()
    assert line is not None
    line.setText("alan turing")
    line.editingFinished.emit()
    assert (told, combo.currentText()) == (["alan"], "Alan Turing")


def test_text_without_meaning_is_forgotten(combo: RecordCombo) -> None:
    told = _picked(combo)
    line = combo.lineEdit()
    assert line is not None
    line.setText("zzz")
    line.editingFinished.emit()
    assert (told, combo.currentText()) == ([], "Ada Lovelace")


def test_create_row_tells_what_was_typed(combo: RecordCombo) -> None:
    told = _picked(combo)
    wanted: list[str] = []
    combo.create_wanted.connect(wanted.append)
    assert _search(combo, "Linus") == ["Add a new person"]
    _confirm(combo)
    assert (wanted, told, combo.currentText()) == (["Linus"], [], "Ada Lovelace")


def test_new_rows_keep_the_record(combo: RecordCombo) -> None:
    told = _picked(combo)
    combo.set_rows(_ROWS[:2])
    assert (combo.record, told) == ("ada", [])
    combo.set_rows(_ROWS[1:])
    assert (combo.record, told) == (None, [])


def test_two_of_one_name_stay_two(combo: RecordCombo) -> None:
    combo.set_rows([Row("a", "Jo Li", "Berlin"), Row("b", "Jo Li", "Paris")])
    told = _picked(combo)
    _search(combo, "paris")
    _confirm(combo)
    assert told == ["b"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_only_record_that_is_found_is_taken(combo: RecordCombo, key: Qt.Key) -> None:
    told = _picked(combo)
    _search(combo, "hopper")
    QTest.keyClick(combo, key)
    assert (told, combo.currentText()) == (["grace"], "Grace Hopper")
    assert not _offers(combo).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_only_row_that_makes_a_record_is_taken(combo: RecordCombo, key: Qt.Key) -> None:
    wanted: list[str] = []
    combo.create_wanted.connect(wanted.append)
    _search(combo, "Linus")
    popup = _offers(combo)
    QTest.keyClick(popup if popup.isVisible() else combo, key)
    assert (wanted, combo.currentText()) == (["Linus"], "Ada Lovelace")


def test_one_of_several_is_not_guessed(combo: RecordCombo) -> None:
    told = _picked(combo)
    _search(combo, "free")
    QTest.keyClick(combo, Qt.Key.Key_Return)
    assert told == []


def test_row_that_was_gone_to_is_taken(combo: RecordCombo) -> None:
    told = _picked(combo)
    _search(combo, "free")
    popup = _offers(combo)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told == ["grace"]
