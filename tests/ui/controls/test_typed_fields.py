from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from planner.formats.wording.language import Language, language
from planner.ui.controls.calendar_popup import CalendarPopup
from planner.ui.controls.date_field import DateField
from planner.ui.controls.length_field import LengthField
from planner.ui.controls.time_field import TimeField
from planner.ui.controls.typed_field import TypedField
from planner.ui.theme.theme import Theme

_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, english: Language) -> TimeField:
    field = TimeField(theme, english, "Start")
    field.set_value(time(11))
    qtbot.addWidget(field)
    return field


def _told(field: TypedField) -> list[object]:
    told: list[object] = []
    field.entered.connect(told.append)
    return told


def _type(field: TypedField, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_time_is_shown_with_two_figures_each(start: TimeField) -> None:
    start.set_value(time(9, 5))
    assert start.text() == "09:05"


@pytest.mark.parametrize(
    ("typed", "meant"), [("1115", time(11, 15)), ("9.30", time(9, 30)), ("+45", time(11, 45))]
)
def test_time_is_read_as_people_type_it(start: TimeField, typed: str, meant: time) -> None:
    told = _told(start)
    _type(start, typed)
    assert told == [meant]
    assert start.text() == f"{meant:%H:%M}"


def test_time_that_was_not_changed_is_not_told(start: TimeField) -> None:
    told = _told(start)
    _type(start, "11:00")
    _type(start, "11.00")
    assert (told, start.text()) == ([], "11:00")


def test_refused_text_stays_with_its_sentence(start: TimeField) -> None:
    told = _told(start)
    sentences: list[str] = []
    start.refused.connect(sentences.append)
    _type(start, "25:00")
    assert (told, start.text()) == ([], "25:00")
    assert sentences == ["There is no such time: \u201c25:00\u201d."]
    assert start.property("invalid") is True
    assert start.toolTip() == start.accessibleDescription() == sentences[0]


def test_typing_on_takes_the_refusal_back(start: TimeField) -> None:
    _type(start, "25:00")
    QTest.keyClick(start, Qt.Key.Key_Backspace)
    assert (start.sentence, start.property("invalid"), start.actions()) == ("", False, [])


def test_escape_returns_to_the_value(start: TimeField) -> None:
    _type(start, "25:00")
    QTest.keyClick(start, Qt.Key.Key_Escape)
    assert (start.text(), start.sentence, start.value) == ("11:00", "", time(11))


def test_arrows_step_by_five_and_fifteen_minutes(start: TimeField) -> None:
    told = _told(start)
    QTest.keyClick(start, Qt.Key.Key_Up)
    QTest.keyClick(start, Qt.Key.Key_Down, _SHIFT)
    assert told == [time(11, 5), time(10, 50)]


def test_steps_stay_within_the_day(start: TimeField) -> None:
    told = _told(start)
    start.set_value(time(23, 58))
    QTest.keyClick(start, Qt.Key.Key_Up)
    assert (told, start.value) == ([], time(23, 58))


def test_step_takes_what_is_being_typed_first(start: TimeField) -> None:
    told = _told(start)
    start.selectAll()
    QTest.keyClicks(start, "1200")
    QTest.keyClick(start, Qt.Key.Key_Up)
    assert told == [time(12), time(12, 5)]


def test_only_an_optional_field_can_be_emptied(start: TimeField) -> None:
    told = _told(start)
    start.selectAll()
    QTest.keyClick(start, Qt.Key.Key_Delete)
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert start.sentence == "Nothing was typed."
    start.is_optional = True
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert (told, start.value, start.sentence) == ([None], None, "")


def test_read_only_field_does_not_step(start: TimeField) -> None:
    start.setReadOnly(True)
    QTest.keyClick(start, Qt.Key.Key_Up)
    assert start.value == time(11)


def test_length_reads_back_what_it_shows(qtbot: QtBot, theme: Theme, english: Language) -> None:
    field = LengthField(theme, english, "Length")
    qtbot.addWidget(field)
    for minutes in (5, 45, 60, 90, 125):
        length = timedelta(minutes=minutes)
        assert field.read(field.written(length)) == length


def test_length_steps_and_never_vanishes(qtbot: QtBot, theme: Theme, english: Language) -> None:
    field = LengthField(theme, english, "Length")
    qtbot.addWidget(field)
    field.set_value(timedelta(minutes=10))
    told = _told(field)
    QTest.keyClick(field, Qt.Key.Key_Down, _SHIFT)
    QTest.keyClick(field, Qt.Key.Key_Down)
    _type(field, "1h30")
    assert told == [timedelta(minutes=5), timedelta(minutes=90)]


@pytest.fixture
def day(qtbot: QtBot, theme: Theme, english: Language) -> DateField:
    field = DateField(theme, english, "Day", lambda: date(2015, 9, 20))
    field.set_value(date(2015, 9, 25))
    qtbot.addWidget(field)
    return field


def test_date_is_shown_with_its_weekday_and_reads_back(day: DateField) -> None:
    assert day.text() == "Fri 25 Sep 2015"
    assert day.read(day.text()) == date(2015, 9, 25)


@pytest.mark.parametrize("tag", ["en", "de"])
def test_every_date_reads_back_what_it_shows(qtbot: QtBot, theme: Theme, tag: str) -> None:
    field = DateField(theme, language(tag), "Day", lambda: date(2015, 9, 20))
    qtbot.addWidget(field)
    for month in range(1, 13):
        shown = field.written(date(2016, month, 29))
        assert field.read(shown) == date(2016, month, 29)


def test_date_reads_words_from_today_on(day: DateField) -> None:
    told = _told(day)
    _type(day, "tomorrow")
    QTest.keyClick(day, Qt.Key.Key_Up)
    assert told == [date(2015, 9, 21), date(2015, 9, 22)]


def test_calendar_opens_at_the_date_and_tells_the_chosen_day(qtbot: QtBot, day: DateField) -> None:
    told = _told(day)
    day.show()
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = day.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    assert popup.isVisible()
    days = popup.calendar.findChild(QTableView)
    assert isinstance(days, QTableView)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert told == [date(2015, 9, 26)]
    assert day.text() == "Sat 26 Sep 2015"
    qtbot.waitUntil(lambda: day.findChild(CalendarPopup) is None)
