"""Tables whose rows have keys change as little as they can, and always end right."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from planner.ui.models.keyed_list_model import Index
from planner.ui.models.keyed_table_model import KeyedTableModel

_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Line:
    key: str
    text: str = ""


class Lines(KeyedTableModel[Line]):
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = 0) -> str | None:
        row = self.row(index)
        return row.text if row is not None and role == 0 else None


_LINES = st.lists(
    st.builds(Line, st.sampled_from("abcdefg"), st.sampled_from(["", "x"])),
    unique_by=lambda line: line.key,
)


@given(before=_LINES, after=_LINES)
def test_rows_end_as_they_were_asked_for(
    qapp: QApplication, before: list[Line], after: list[Line]
) -> None:
    assert qapp is not None
    model = Lines()
    strict = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, strict, model)
    model.show_rows(before)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show_rows(after)
    assert (list(model.rows), resets) == (after, [])


def test_equal_rows_tell_nothing(qapp: QApplication) -> None:
    assert qapp is not None
    model = Lines()
    model.show_rows([Line("a"), Line("b")])
    told: list[object] = []
    model.dataChanged.connect(lambda *_: told.append("altered"))
    model.rowsMoved.connect(lambda *_: told.append("moved"))
    model.show_rows([Line("a"), Line("b")])
    assert told == []
