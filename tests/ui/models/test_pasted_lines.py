"""The lines of a paste as a table."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.app.pasting import Pasted
from planner.formats.timetext.timetable import Timetable
from planner.formats.wording.language import language
from planner.ui.models.pasted_lines import Column, PastedLines
from tests.builders import DAY, ZONE
from tests.ui.desks import Room

TEXT = "25 September 2015\n10:00 - 11:00 Interview with Anna Schmidt\nHello\n10:30 Talk\n"


def read(text: str) -> Timetable:
    return Pasted(text).read(day=None, zone=ZONE, today=DAY)


def model(room: Room, text: str = TEXT) -> PastedLines:
    made = PastedLines(room.context.theme, language("en"), lambda: DAY, ZONE)
    made.show_timetable(read(text))
    return made


def shown(lines: PastedLines, row: int) -> list[str]:
    return [lines.index(row, column).data() for column in Column if column is not Column.STANDING]


def test_it_is_a_good_model(room: Room) -> None:
    lines = model(room)
    tester = QAbstractItemModelTester(lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines.show_timetable(read(TEXT * 2))
    lines.setData(lines.index(1, Column.TITLE), "Mine")
    lines.set_taken(1, is_taken=False)
    lines.reset(1)
    lines.show_timetable(read(""))
    assert tester.model() is lines


def test_rows_and_other_lines_are_shown(room: Room) -> None:
    lines = model(room)
    assert shown(lines, 1) == [
        *("Fri 25 Sep", "10:00", "11:00", "Interview", "Anna Schmidt", "", "Interview")
    ]
    assert shown(lines, 2) == ["", "", "", "Hello", "", "", ""]
    standing = lines.index(2, Column.STANDING)
    assert standing.data(Qt.ItemDataRole.AccessibleTextRole) == "Left aside"


def test_what_is_no_row_can_only_be_given_a_start(room: Room) -> None:
    lines = model(room)
    editable = [
        column
        for column in Column
        if lines.flags(lines.index(2, column)) & Qt.ItemFlag.ItemIsEditable
    ]
    assert editable == [Column.START]
    assert lines.setData(lines.index(2, Column.START), "9:00")
    assert lines.line(2).row is not None


def test_the_same_text_again_is_no_correction(room: Room) -> None:
    lines = model(room)
    index = lines.index(1, Column.DAY)
    assert not lines.setData(index, index.data(Qt.ItemDataRole.EditRole))
    assert not lines.is_corrected(1)


def test_a_refused_text_is_told_and_changes_nothing(room: Room) -> None:
    lines, told = model(room), list[str]()
    lines.refused.connect(told.append)
    assert not lines.setData(lines.index(1, Column.START), "soon")
    assert told == ["\u201csoon\u201d is no time. Write it as 10:15."]
    assert shown(lines, 1)[1] == "10:00"


def test_a_line_of_the_text_finds_its_row(room: Room) -> None:
    lines = model(room, "\n\n10:00 Talk\n\n11:00 Tour\n")
    assert [lines.row_of_line(number) for number in range(1, 6)] == [-1, -1, 0, 0, 1]
