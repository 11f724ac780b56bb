from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.ui.models.keyed_list_model import Index, KeyedListModel


@dataclass(frozen=True)
class Word:
    key: str
    text: str = ""


class Words(KeyedListModel[Word]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        return row.text if row is not None and role == Qt.ItemDataRole.DisplayRole else None


def words(keys: str, text: str = "") -> list[Word]:
    return [Word(key, text) for key in keys]


def watched(model: Words) -> list[str]:
    """Return a list that fills with what the model announces, and has Qt check it meanwhile."""
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(model)
    told: list[str] = []
    model.rowsInserted.connect(lambda *_: told.append("in"))
    model.rowsRemoved.connect(lambda *_: told.append("out"))
    model.rowsMoved.connect(lambda *_: told.append("move"))
    model.dataChanged.connect(lambda *_: told.append("data"))
    model.modelReset.connect(lambda: told.append("reset"))
    return told


_ORDERS = st.lists(st.integers(0, 15), unique=True).map(lambda keys: [str(key) for key in keys])


@given(_ORDERS, _ORDERS)
def test_model_shows_any_rows_after_any_others_and_persistent_indexes_follow(
    before: list[str], after: list[str]
) -> None:
    model = Words()
    told = watched(model)
    model.show_rows([Word(key, "old") for key in before])
    kept = {key: QPersistentModelIndex(model.index_of(key)) for key in before}
    model.show_rows([Word(key, "new") for key in after])
    assert [row.key for row in model.rows] == after
    assert {key: model.row(index) for key, index in kept.items()} == {
        key: Word(key, "new") if key in after else None for key in before
    }
    assert "reset" not in told


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abcd", "abcd", []),
        ("abcd", "bcda", ["move"]),
        ("abcd", "dabc", ["move"]),
        ("abcd", "abxcd", ["in"]),
        ("abcd", "xyabcd", ["in"]),
        ("abcd", "ad", ["out"]),
        ("abcd", "", ["out"]),
        ("", "abcd", ["in"]),
    ],
)
def test_model_announces_no_more_than_it_must(before: str, after: str, expected: list[str]) -> None:
    model = Words()
    model.show_rows(words(before))
    told = watched(model)
    model.show_rows(words(after))
    assert told == expected


def test_model_announces_only_the_row_that_says_something_else() -> None:
    model = Words()
    model.show_rows(words("abc"))
    altered: list[int] = []
    model.dataChanged.connect(lambda first, last: altered.extend((first.row(), last.row())))
    model.show_rows([Word("a"), Word("b", "new"), Word("c")])
    assert altered == [1, 1]


def test_model_refuses_rows_that_share_a_key() -> None:
    with pytest.raises(ValueError, match="'a'"):
        Words().show_rows(words("aba"))


def test_model_finds_a_row_by_its_key() -> None:
    model = Words()
    model.show_rows(words("abc"))
    assert model.index_of("b").row() == 1
    assert not model.index_of("x").isValid()
