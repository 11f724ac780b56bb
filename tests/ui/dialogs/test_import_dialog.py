"""Import in the window: a file, what it would do, corrections, and what is kept in the end."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QDialog
from pytestqt.qtbot import QtBot

from planner.formats.directory.content import Field, ListKind
from planner.ui.dialogs.import_dialog import ImportDialog
from planner.ui.models.import_model import CHOICE, Choice, Shown
from tests.builders import office, person
from tests.ui.desks import Room
from tests.ui.panels.hands import click, press

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""The offscreen screen has no window manager to tell sizes."""
PEOPLE = "Name;Function;E-mail;Shoe size\nAnn Lee;Boss;ann@example.com;44\nBob;;;43\n"


def opened(
    qtbot: QtBot, room: Room, folder: Path, text: str, kind: ListKind | None = None
) -> ImportDialog:
    file = folder / "list.csv"
    file.write_text(text, encoding="utf-8")
    dialog = ImportDialog(room.context, kind=kind, path=file)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0 or dialog.refusal.text() != "")
    return dialog


def summary(qtbot: QtBot, dialog: ImportDialog, text: str) -> None:
    """Wait until the summary says this: lists are read off the window's thread."""
    qtbot.waitUntil(lambda: dialog.summary.text() == text)


def imported(qtbot: QtBot, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(dialog.finished):
        click(dialog.take)


def test_list_is_imported_after_it_was_seen(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    dialog = opened(qtbot, room, tmp_path, PEOPLE)
    assert dialog.summary.text() == "2 new\nNot taken: Shoe size"
    assert dialog.take.text() == "Import 2 rows"
    assert room.context.library.directory().people == {}
    imported(qtbot, dialog)
    people = room.context.library.directory().people.values()
    assert [(p.name, p.title) for p in people] == [("Ann Lee", "Boss"), ("Bob", "")]
    assert room.said[-1].text == "2 entries were imported."


def test_columns_can_be_said_otherwise(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    dialog = opened(qtbot, room, tmp_path, PEOPLE)
    box = dialog.columns.boxes[3]
    box.setCurrentIndex(box.findData(Field.NOTE))
    box.activated.emit(box.currentIndex())
    summary(qtbot, dialog, "2 new")
    imported(qtbot, dialog)
    assert [p.note for p in room.context.library.directory().people.values()] == ["44", "43"]


def test_heading_can_be_a_row(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    dialog = opened(qtbot, room, tmp_path, "Name,Phone\nAnn,1234\n")
    click(dialog.header, QRect(0, 0, 20, dialog.header.height()))
    assert not dialog.header.isChecked()
    summary(qtbot, dialog, "2 new\nNot taken: Column 2")


def test_people_can_turn_out_to_be_rooms(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.context.library.keep(office())
    dialog = opened(qtbot, room, tmp_path, "Name,Seats\nBlue,8\n", ListKind.PEOPLE)
    assert not dialog.office.isVisible()
    dialog.kinds.set_value(ListKind.ROOMS)
    dialog.kinds.chosen.emit(ListKind.ROOMS)
    summary(qtbot, dialog, "1 new")
    assert dialog.office.isVisible()
    imported(qtbot, dialog)
    (blue,) = room.context.library.directory().rooms.values()
    assert (blue.name, blue.office, blue.capacity) == ("Blue", "lux", 8)


def test_who_is_probably_known_is_decided_with_a_click(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    room.context.library.keep(person("bob", name="Bob", email="b@example.com"))
    dialog = opened(qtbot, room, tmp_path, "Name,E-mail\nBob,bob@example.com\n")
    assert dialog.summary.text() == "1 to decide"
    assert not dialog.take.isEnabled()
    index = dialog.preview.model().index(0, CHOICE)
    click(dialog.preview.viewport(), dialog.preview.visualRect(index))
    (box,) = dialog.preview.viewport().findChildren(QComboBox)
    box.setCurrentIndex(box.findData(Choice.UPDATE))
    box.activated.emit(box.currentIndex())
    assert dialog.summary.text() == "1 updated"
    imported(qtbot, dialog)
    (bob,) = room.context.library.directory().people.values()
    assert (bob.id, bob.email) == ("bob", "bob@example.com")


def test_rows_that_need_a_look_can_be_shown_alone(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    dialog = opened(qtbot, room, tmp_path, "Name,E-mail\nAnn,nonsense\nBob,b@example.com\n")
    dialog.shown.chosen.emit(Shown.REMARKS)
    assert dialog.preview.model().rowCount() == 1


def test_file_that_is_no_list_is_refused_in_the_dialog(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    dialog = opened(qtbot, room, tmp_path, "")
    assert dialog.refusal.text() == "The file is empty."
    assert not dialog.take.isVisible()
    dialog.open_file(tmp_path / "nothing.csv")
    qtbot.waitUntil(lambda: dialog.refusal.text().startswith("nothing.csv"))


def test_file_is_dropped(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    file = tmp_path / "cards.vcf"
    file.write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n")
    dialog = ImportDialog(room.context)
    qtbot.addWidget(dialog)
    dialog.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, none)
    dialog.dragEnterEvent(enter)
    drop = QDropEvent(QPointF(5, 5), copy, data, LEFT, none)
    dialog.dropEvent(drop)
    assert (enter.isAccepted(), drop.isAccepted()) == (True, True)
    summary(qtbot, dialog, "1 new")
    assert not dialog.columns.isVisible()


def test_what_is_refused_is_told_and_the_rest_is_kept(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    library = room.context.library
    library.keep(person("ann", email="ann@example.com"))
    dialog = opened(qtbot, room, tmp_path, "Name,Title,E-mail\nAnn,Boss,ann@example.com\nBob,,\n")
    library._versions.clear()  # noqa: SLF001 -- as if another window had saved since
    imported(qtbot, dialog)
    assert room.said[-1].text.startswith("1 entry was imported. Ann: ")
    assert {p.name for p in library.directory().people.values()} == {"Ann", "Bob"}


def test_cancel_keeps_nothing(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    dialog = opened(qtbot, room, tmp_path, PEOPLE)
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert room.context.library.directory().people == {}
