"""The table twin's model."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from planner.domain.blocks import Timebox
from planner.domain.edits.timing import MoveBlocks, Reschedule
from planner.domain.ids import BlockId
from planner.domain.problems import Severity
from planner.ui.context import Context
from planner.ui.models.timetable_model import TimetableModel, TimetableRole
from planner.ui.models.timetable_rows import HEADING_KEY, Column
from tests.builders import minutes, moment
from tests.ui.desks import Room

FIRST, SECOND, LUNCH = BlockId("interview-1"), BlockId("interview-2"), BlockId("lunch")


def model_of(context: Context) -> TimetableModel:
    return TimetableModel(context.desk, context.language, context.library.directory)


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )


def cell(model: TimetableModel, key: str, column: Column) -> QModelIndex:
    return model.index_of(key).siblingAtColumn(column)


def shown(model: TimetableModel, key: str) -> list[str]:
    return [cell(model, key, column).data() for column in list(Column)[1:]]


def test_timetable_shows_the_day_in_order(context: Context) -> None:
    model = model_of(context)
    watched(model)
    times = [model.index(row, Column.TIMEBOX).data()[:5] for row in range(model.rowCount())]
    assert times == ["09:50", "10:15", "11:00", "11:45", "13:15", "14:00", "15:00", "16:00"]
    assert shown(model, FIRST) == [
        "10:15 \u2013 11:00",
        "Partner Solutions Architect",
        "1st interview \u00b7 Face to face",
        "Room 1.04",
        "Dive Deep \u00b7 Invent and Simplify \u00b7 Think Big",
    ]


def test_empty_seat_is_missing_and_marked(context: Context) -> None:
    model = model_of(context)
    partner = cell(model, SECOND, Column.PARTNER)
    assert partner.data() == "??? not assigned"
    assert partner.data(TimetableRole.IS_MISSING) is True
    assert partner.data(TimetableRole.SEVERITY) == Severity.ERROR
    mark = cell(model, SECOND, Column.MARK)
    assert str(mark.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("2 problems: ")


def test_row_is_told_in_one_sentence(context: Context) -> None:
    model = model_of(context)
    row = model.index_of(LUNCH).row()
    told = model.headerData(row, Qt.Orientation.Vertical)
    assert told == "11:45 to 13:15, Lunch, Canteen, ground floor"


def test_typed_time_moves_the_block_as_one_step(context: Context) -> None:
    model = model_of(context)
    watched(model)
    assert model.setData(cell(model, FIRST, Column.TIMEBOX), "10:00-10:30")
    assert cell(model, FIRST, Column.TIMEBOX).data() == "10:00 \u2013 10:30"
    context.desk.undo()
    assert cell(model, FIRST, Column.TIMEBOX).data() == "10:15 \u2013 11:00"


def test_block_that_overtakes_another_moves_its_row(context: Context, qtbot: QtBot) -> None:
    model = model_of(context)
    watched(model)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsMoved):
        context.desk.apply(MoveBlocks((FIRST,), minutes(180)))
    assert model.index_of(FIRST).row() == 3


def test_change_tells_only_the_rows_that_differ(context: Context) -> None:
    model = model_of(context)
    told: list[int] = []
    model.dataChanged.connect(
        lambda first, last, _roles: told.extend(range(first.row(), last.row() + 1))
    )
    model.setData(cell(model, LUNCH, Column.WHERE), "the park")
    assert told == [model.index_of(LUNCH).row()]


def test_refused_text_says_why_and_changes_nothing(context: Context, qtbot: QtBot) -> None:
    model = model_of(context)
    before = context.desk.plan
    with qtbot.waitSignal(model.refused) as told:
        assert not model.setData(cell(model, FIRST, Column.TIMEBOX), "half past")
    assert told.args == ["\u201chalf past\u201d: write the time in digits, such as 8:30."]
    assert context.desk.plan is before


def test_unchanged_text_makes_no_step(context: Context) -> None:
    model = model_of(context)
    for column in list(Column)[1:]:
        index = cell(model, FIRST, column)
        assert model.setData(index, index.data(Qt.ItemDataRole.EditRole))
    assert context.desk.undo_label == ""


def test_new_name_makes_a_person_and_seats_them_in_one_step(context: Context) -> None:
    model = model_of(context)
    assert model.setData(cell(model, SECOND, Column.PARTNER), "Zoe New")
    assert cell(model, SECOND, Column.PARTNER).data() == "Zoe New"
    context.desk.undo()
    assert "Zoe New" not in {person.name for person in context.desk.plan.people.values()}


def test_blocks_without_a_time_stand_below_a_heading(context: Context) -> None:
    model = model_of(context)
    watched(model)
    context.desk.apply(Reschedule(SECOND, None))
    heading = model.index_of(HEADING_KEY)
    assert heading.row() == 7
    assert heading.flags() == Qt.ItemFlag.ItemNeverHasChildren
    assert model.index_of(SECOND).row() == 8
    context.desk.apply(Reschedule(SECOND, Timebox(moment("08:00"), minutes(30))))
    assert model.index_of(SECOND).row() == 0
    assert model.rowCount() == 8


def test_other_day_and_other_plan_show_their_rows(context: Context) -> None:
    model = model_of(context)
    watched(model)
    context.desk.show_day(context.desk.days[0])
    assert [row.key for row in model.rows] == ["call-1"]
    context.desk.close()
    assert model.rowCount() == 0


def test_heading_and_mark_cannot_be_edited(context: Context) -> None:
    model = model_of(context)
    assert not cell(model, FIRST, Column.MARK).flags() & Qt.ItemFlag.ItemIsEditable
    assert cell(model, FIRST, Column.TYPE).flags() & Qt.ItemFlag.ItemIsEditable


def test_titles_of_columns(room: Room) -> None:
    model = model_of(room.context)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert titles == ["", "Timebox", "Interview partner", "Type", "Where", "Focus areas"]
