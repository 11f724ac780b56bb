"""Tables of the directory and the preview of an import as item models."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from planner.app.appearances import Appearance, Appearances
from planner.app.imports import proposals
from planner.domain.application import Application
from planner.domain.directory import Directory
from planner.domain.ids import FocusAreaId, OfficeId, PersonId, PlanId, RoomId
from planner.domain.people import Person
from planner.domain.places import Equipment
from planner.formats.directory.reading import read_directory
from planner.formats.wording.language import language
from planner.store.base import Summary
from planner.ui.models.directory_models import SORT_ROLE, DirectoryFilter, DirectoryModel
from planner.ui.models.directory_rows import (
    COUNTS,
    HEADINGS,
    SHARES,
    DirectoryRow,
    Part,
    directory_rows,
)
from planner.ui.models.import_model import (
    CHOICE,
    NAME,
    REMARKS,
    WHAT,
    Choice,
    ImportFilter,
    ImportModel,
    Shown,
)
from tests.builders import candidate, office, person, room

ENGLISH = language("en")
ANN = person("ann", name="Ann Lee", email="ann@example.com", title="Engineer")
BOB = person("bob", name="bob <b>", focus_areas=(FocusAreaId("Python"),), note="Speaks Greek")
BLUE = room("blue", capacity=8, equipment=(Equipment.DISPLAY,))
DIRECTORY = Directory(
    people={ANN.id: ANN, BOB.id: BOB},
    rooms={BLUE.id: BLUE, RoomId("red"): room("red", "gone")},
    offices={OfficeId("lux"): office(city="Luxembourg")},
)
SUMMARY = Summary(
    PlanId("plan"), "Test day", ("Ada",), None, None, datetime(2015, 9, 1, tzinfo=UTC)
)
ADA = candidate(application=Application("Engineer"))
FOUND = Appearances(
    (Appearance(SUMMARY, ANN, 3), Appearance(SUMMARY, BLUE, 1), Appearance(SUMMARY, ADA, 5))
)
FAILS = QAbstractItemModelTester.FailureReportingMode.Fatal


def rows(part: Part) -> list[DirectoryRow]:
    return directory_rows(part, DIRECTORY, FOUND, ENGLISH)


def shown(model: QAbstractItemModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_rows_tell_what_is_known_and_in_how_many_plans() -> None:
    assert [row.cells for row in rows(Part.PEOPLE)] == [
        ("Ann Lee", "Engineer", "ann@example.com", "", "", 1),
        ("bob <b>", "", "", "", "Python", 0),
    ]
    assert [row.cells for row in rows(Part.ROOMS)] == [
        ("Blue", "Lux", "", 8, "Display", 1),
        ("Red", "", "", "", "", 0),
    ]
    assert [row.cells for row in rows(Part.OFFICES)] == [
        ("Lux", "Luxembourg", "Europe/Luxembourg", "", 0)
    ]
    assert [row.cells for row in rows(Part.CANDIDATES)] == [("Ada", "Engineer", "Test day", "", 5)]


def test_every_part_has_a_cell_and_a_share_for_each_heading() -> None:
    for part in Part:
        width = len(HEADINGS[part])
        assert {len(row.cells) for row in rows(part)} == {width}
        assert len(SHARES[part]) == width - 1
        assert max(COUNTS[part]) == width - 1


def test_directory_model_keeps_the_rules(qapp: QApplication) -> None:
    assert qapp is not None
    model = DirectoryModel(Part.PEOPLE, ENGLISH)
    tester = QAbstractItemModelTester(model, FAILS)
    model.show_rows(rows(Part.PEOPLE))
    assert shown(model)[1] == ["bob <b>", "", "", "", "Python", "0"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "<span>bob &lt;b&gt;</span>"
    assert [model.index(0, column).data(SORT_ROLE) for column in (0, 5)] == ["ann lee", 1]
    assert model.data(QModelIndex()) is None
    assert not model.index_of("zoe").isValid()
    assert tester.model() is model


def test_change_of_a_row_moves_no_other(qapp: QApplication) -> None:
    assert qapp is not None
    model = DirectoryModel(Part.PEOPLE, ENGLISH)
    first = rows(Part.PEOPLE)
    model.show_rows(first)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), bottom.row())))
    model.show_rows([first[0], replace(first[1], cells=("Bob", "", "", "", "", 0))])
    assert told == [(1, 1)]
    assert [row[0] for row in shown(model)] == ["Ann Lee", "Bob"]


keys = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(keys, max_size=5))
def test_model_shows_what_it_was_given_last(qapp: QApplication, steps: list[str]) -> None:
    assert qapp is not None
    model = DirectoryModel(Part.PEOPLE, ENGLISH)
    proxy = DirectoryFilter(model)
    testers = [QAbstractItemModelTester(m, FAILS) for m in (model, proxy)]
    for wanted in steps:
        model.show_rows([_row(key) for key in wanted])
        assert sorted(row.key for row in model.rows) == sorted(wanted)
        assert [row[0] for row in shown(proxy)] == sorted(wanted)
    assert len(testers) == 2


def _row(key: str) -> DirectoryRow:
    return DirectoryRow(key, person(key), (key, "", "", "", "", 0), searched=key)


def test_search_looks_for_every_word_in_all_cells_and_the_note(qapp: QApplication) -> None:
    assert qapp is not None
    model = DirectoryModel(Part.PEOPLE, ENGLISH)
    proxy = DirectoryFilter(model)
    model.show_rows(rows(Part.PEOPLE))

    def found(text: str) -> Sequence[str]:
        proxy.search(text)
        return [row[0] for row in shown(proxy)]

    assert found("ENGINEER lee") == ["Ann Lee"]
    assert found("greek") == ["bob <b>"]
    assert found("lee greek") == []
    assert found("") == ["Ann Lee", "bob <b>"]
    assert proxy.row(proxy.index_of("bob")) == rows(Part.PEOPLE)[1]


TEXT = (
    "Name,Title,E-mail,Phone\n"
    "Ann Lee,Manager,ann@example.com,\n"
    "bob b,Clerk,bob@example.com,none\n"
    "Eve,,eve@example.com,+49 30 1234\n"
    ",,nobody@example.com,\n"
)


def preview() -> ImportModel:
    model = ImportModel(ENGLISH, {"muted": QColor("grey"), "warning": QColor("orange")})
    known = {
        ANN.id: ANN,
        PersonId("bob"): person("bob", name="Bob B"),
    }
    model.show(proposals(read_directory(TEXT.encode()), Directory(people=known)))
    return model


def test_preview_tells_what_each_row_would_do(qapp: QApplication) -> None:
    assert qapp is not None
    model = preview()
    tester = QAbstractItemModelTester(model, FAILS)
    assert [row[NAME:] for row in shown(model)] == [
        ["Ann Lee", "Job: Engineer \u2192 Manager", "Update Ann Lee (ann@example.com)", ""],
        [
            "bob b",
            "Name: Bob B \u2192 bob b; Job: Clerk; E-mail: bob@example.com",
            "Decide: probably Bob B",
            "\u201cnone\u201d is no phone number.",
        ],
        ["Eve", "eve@example.com \u00b7 +49 30 1234", "Add", ""],
        ["\u2013", "", "Left out", "There is no name."],
    ]
    assert tester.model() is model


def test_decision_changes_what_is_kept(qapp: QApplication) -> None:
    assert qapp is not None
    model = preview()
    told: list[int] = []
    model.decided.connect(lambda: told.append(1))
    assert [record.name for record in model.records] == ["Ann Lee", "Eve"]
    assert model.is_open(1)
    assert model.setData(model.index(1, CHOICE), Choice.UPDATE)
    assert not model.is_open(1)
    assert model.setData(model.index(2, CHOICE), Choice.LEAVE)
    assert not model.setData(model.index(3, CHOICE), Choice.ADD)
    assert not model.setData(model.index(1, WHAT), Choice.ADD)
    kept = model.records
    assert [(record.id, record.name) for record in kept] == [("ann", "Ann Lee"), ("bob", "bob b")]
    assert isinstance(kept[0], Person)
    assert kept[0].title == "Manager"
    assert [model.count(choice) for choice in Choice] == [0, 2, 2]
    assert told == [1, 1]


def test_rows_with_a_choice_alone_can_be_edited(qapp: QApplication) -> None:
    assert qapp is not None
    model = preview()
    editable = [
        bool(model.flags(model.index(row, CHOICE)) & Qt.ItemFlag.ItemIsEditable)
        for row in range(model.rowCount())
    ]
    assert editable == [True, True, True, False]
    assert [called for _, called in model.options(1)] == [
        "Decide: probably Bob B",
        "Update Bob B",
        "Add",
    ]


def test_preview_can_show_what_needs_a_look(qapp: QApplication) -> None:
    assert qapp is not None
    model = preview()
    proxy = ImportFilter(model)
    tester = QAbstractItemModelTester(proxy, FAILS)

    def found(wanted: Shown) -> list[str]:
        proxy.show_only(wanted)
        return [row[NAME] for row in shown(proxy)]

    assert found(Shown.OPEN) == ["bob b"]
    assert found(Shown.REMARKS) == ["bob b", "\u2013"]
    assert len(found(Shown.ALL)) == 4
    assert tester.model() is proxy
    assert model.index(1, REMARKS).data(Qt.ItemDataRole.ForegroundRole) == QColor("orange")
