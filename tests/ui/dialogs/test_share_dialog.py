"""The share dialog through real clicks: what is shown is what is written, copied, printed, dragged."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.app.exchange import Document, make_document
from planner.domain.audiences import Audience, AudienceKind
from planner.domain.edits.document import ChangePlan
from planner.domain.edits.records import ReplaceRecord
from planner.domain.edits.removal import RemoveRecords
from planner.domain.people import Candidate
from planner.formats.itinerary.names import Format
from planner.formats.plain_itinerary import plain_itinerary
from planner.formats.wording.language import language
from planner.ui.context import Context
from planner.ui.dialogs.share_dialog import ShareDialog
from planner.ui.share.pages import sheets
from planner.ui.share.set_dialog import SetDialog
from tests.builders import plan as made_plan
from tests.ui.desks import Room

LEFT = Qt.MouseButton.LeftButton
_WAIT = 20_000  # the first PDF loads fonts and a text engine


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> ShareDialog:
    context.memory.keep("share/format", "html")  # quick to make; the PDF is asked for by name
    return _opened(context, qtbot)


def _opened(context: Context, qtbot: QtBot) -> ShareDialog:
    made = ShareDialog(context)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.document is not None, timeout=_WAIT)
    return made


def _click(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def _choose(dialog: ShareDialog, what: Format, qtbot: QtBot) -> Document:
    names = {Format.DOCUMENT: "PDF", Format.CALENDAR: "Calendar", Format.TIMETABLE: "Table"}
    found = [b for b in dialog.formats.findChildren(QPushButton) if b.text() == names[what]]
    _click(found[0])
    qtbot.waitUntil(lambda: _what(dialog) is what, timeout=_WAIT)
    assert dialog.document is not None
    return dialog.document


def _what(dialog: ShareDialog) -> Format | None:
    return dialog.document.what if dialog.document is not None else None


def test_document_is_the_one_that_the_exchange_makes(dialog: ShareDialog, context: Context) -> None:
    audience = dialog.readers.audience
    assert audience is not None
    assert audience.kind is AudienceKind.CANDIDATE
    expected = make_document(context.desk.plan, audience, Format.PAGE, dialog.request)
    assert dialog.document == expected


def test_pages_of_the_pdf_are_drawn_sharp(dialog: ShareDialog, qtbot: QtBot) -> None:
    document = _choose(dialog, Format.DOCUMENT, qtbot)
    pages = dialog.preview.pages
    qtbot.waitUntil(lambda: pages.is_sharp, timeout=_WAIT)
    assert dialog.preview.currentWidget() is pages
    assert pages.verticalScrollBar().maximum() > 0
    assert len(sheets(document.data)) > 1


def test_last_page_is_drawn_when_it_comes_into_sight(dialog: ShareDialog, qtbot: QtBot) -> None:
    _choose(dialog, Format.DOCUMENT, qtbot)
    pages = dialog.preview.pages
    qtbot.waitUntil(lambda: pages.is_sharp, timeout=_WAIT)
    QTest.keyClick(pages, Qt.Key.Key_End)
    assert pages.verticalScrollBar().value() == pages.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: pages.is_sharp, timeout=_WAIT)


def test_of_many_wishes_the_newest_is_shown(dialog: ShareDialog, qtbot: QtBot) -> None:
    model = dialog.readers.model
    rows = [row for row in range(model.rowCount()) if model.audience(model.index(row))]
    for row in rows:
        dialog.readers.view.setCurrentIndex(model.index(row))
    last = model.audience(model.index(rows[-1]))
    qtbot.waitUntil(lambda: _audience(dialog) == last, timeout=_WAIT)
    assert last == Audience.coordinator()


def _audience(dialog: ShareDialog) -> Audience | None:
    return dialog.document.audience if dialog.document is not None else None


def test_clicked_reader_is_shown_with_what_is_left_out(dialog: ShareDialog, qtbot: QtBot) -> None:
    view, model = dialog.readers.view, dialog.readers.model
    rows = range(model.rowCount())
    room = next(i for i in map(model.index, rows) if i.data() == "Room 1.04")
    view.scrollTo(room)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(room).center())
    qtbot.waitUntil(lambda: _audience(dialog) == model.audience(room), timeout=_WAIT)
    told = {child.accessibleName() for child in dialog.side.findChildren(QWidget)}
    assert "Only shows when the room is taken: no names, no titles, no notes." in told


def test_document_of_another_reader_cannot_be_exported_meanwhile(dialog: ShareDialog) -> None:
    dialog.readers.choose(Audience.coordinator())
    assert dialog.document is None
    assert not dialog.side.export.isEnabled()
    assert not dialog.chip.isEnabled()


def test_plan_that_changes_is_shown_anew(
    dialog: ShareDialog, context: Context, qtbot: QtBot
) -> None:
    candidate = next(iter(context.desk.plan.candidates.values()))
    context.desk.apply(ReplaceRecord(replace(candidate, name="Ada Lovelace")))
    qtbot.waitUntil(lambda: b"Ada Lovelace" in _data(dialog), timeout=_WAIT)
    assert dialog.chip.accessibleName().endswith("Itinerary Ada Lovelace.html")


def _data(dialog: ShareDialog) -> bytes:
    return dialog.document.data if dialog.document is not None else b""


def test_language_is_that_of_the_document_and_remembered(
    dialog: ShareDialog, context: Context, qtbot: QtBot
) -> None:
    dialog.side.languages.setFocus()
    QTest.keyClick(dialog.side.languages, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: b'lang="de"' in _data(dialog), timeout=_WAIT)
    again = ShareDialog(context)
    qtbot.addWidget(again)
    assert again.side.language == "de"


def _is_preparing(dialog: ShareDialog) -> bool:
    note = dialog.preview.note
    return dialog.preview.currentWidget() is note and note.text().startswith("Preparing")


def test_calendar_for_nobody_s_entries_says_why(context: Context, room: Room, qtbot: QtBot) -> None:
    room.open(made_plan())
    context.memory.keep("share/format", "ics")
    dialog = ShareDialog(context)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not _is_preparing(dialog), timeout=_WAIT)
    assert dialog.preview.note.text() != ""
    assert not dialog.side.export.isEnabled()


def test_export_writes_what_is_shown(
    dialog: ShareDialog, context: Context, room: Room, tmp_path: Path
) -> None:
    target = tmp_path / "ada.html"
    _click(dialog.side.export)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    chooser.fileSelected.emit(str(target))
    chooser.close()
    assert target.read_bytes() == _data(dialog)
    assert room.said[-1].text == f"ada.html is in {tmp_path.name}."
    assert context.settings.current.export_folder == str(tmp_path)


def test_file_that_cannot_be_written_is_told_and_nothing_breaks(
    dialog: ShareDialog, tmp_path: Path
) -> None:
    assert dialog.document is not None
    dialog.acts.save(dialog.document, tmp_path / "gone" / "ada.html")
    assert dialog.status.property("tone") == "error"
    assert dialog.status.text() != ""


def test_set_is_written_into_the_folder(
    dialog: ShareDialog, context: Context, room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    _click(dialog.side.export_set)
    choice = dialog.findChild(SetDialog)
    assert choice is not None
    choice.use_folder(tmp_path)
    for what, box in choice.formats.items():
        box.setChecked(what in {Format.PAGE, Format.TIMETABLE})
    wanted = len(choice.audiences) * 2
    _click(choice.export)
    qtbot.waitUntil(lambda: bool(room.said), timeout=_WAIT)
    assert len(list(tmp_path.iterdir())) == wanted
    assert room.said[-1].text == f"{wanted} files are in {tmp_path.name}."
    assert [offer.label for offer in room.said[-1].offers] == ["Open folder"]
    assert context.settings.current.export_folder == str(tmp_path)


def test_set_of_nothing_cannot_be_exported(context: Context, qtbot: QtBot) -> None:
    choice = SetDialog(context)
    qtbot.addWidget(choice)
    none = next(b for b in choice.findChildren(QPushButton) if b.text() == "None")
    _click(none)
    assert (choice.audiences, choice.export.isEnabled()) == ((), False)


def test_text_goes_to_the_clipboard(dialog: ShareDialog, context: Context) -> None:
    _click(dialog.side.copy_text)
    audience = dialog.readers.audience
    assert audience is not None
    expected = plain_itinerary(context.desk.plan, audience, language("en"))
    assert QApplication.clipboard().text() == expected


def test_page_goes_to_the_clipboard_as_page_and_text(dialog: ShareDialog) -> None:
    _click(dialog.side.copy_page)
    mime = QApplication.clipboard().mimeData()
    assert mime.html() == _data(dialog).decode()
    assert mime.text().startswith("Your interviews\n====")


def test_print_sends_the_pages(dialog: ShareDialog, tmp_path: Path, qtbot: QtBot) -> None:
    document = _choose(dialog, Format.DOCUMENT, qtbot)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    dialog.acts.print_to(document, printer)
    pages = len(sheets(document.data))
    expected = f"{pages} pages printed."
    qtbot.waitUntil(lambda: dialog.status.text() == expected, timeout=_WAIT)
    assert len(sheets((tmp_path / "out.pdf").read_bytes())) == pages


def test_only_pages_can_be_printed(dialog: ShareDialog, qtbot: QtBot) -> None:
    assert not dialog.side.print.isEnabled()
    _choose(dialog, Format.DOCUMENT, qtbot)
    assert dialog.side.print.isEnabled()


def test_file_is_dragged_out_only_beyond_the_threshold(
    dialog: ShareDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[Document] = []
    monkeypatch.setattr(dialog.chip, "drag", dragged.append)  # a real drag waits for a drop
    start = QPoint(10, 10)
    far = start + QPoint(QApplication.startDragDistance() + 2, 0)
    QTest.mousePress(dialog.chip, LEFT, pos=start)
    QTest.mouseMove(dialog.chip, start + QPoint(2, 0))
    assert dragged == []
    QTest.mouseMove(dialog.chip, far)
    QTest.mouseRelease(dialog.chip, LEFT, pos=far)
    assert dragged == [dialog.document]


def test_file_is_copied_with_the_keyboard(dialog: ShareDialog) -> None:
    dialog.chip.setFocus()
    QTest.keyClick(dialog.chip, Qt.Key.Key_Return)
    (url,) = QApplication.clipboard().mimeData().urls()
    assert Path(url.toLocalFile()).read_bytes() == _data(dialog)


@pytest.mark.parametrize(
    "step",
    [
        lambda desk: desk.close(),
        lambda desk: desk.apply(RemoveRecords(Candidate, tuple(desk.plan.candidates))),
        lambda desk: desk.apply(ChangePlan(title="Another")),
    ],
)
def test_dialog_outlives_whatever_happens_to_the_plan(
    dialog: ShareDialog, context: Context, step: Callable[[object], object], qtbot: QtBot
) -> None:
    step(context.desk)
    qtbot.waitUntil(lambda: not _is_preparing(dialog), timeout=_WAIT)


def test_closed_dialog_leaves_no_work_behind(dialog: ShareDialog, qtbot: QtBot) -> None:
    del qtbot
    dialog.formats.set_value(Format.DOCUMENT)
    dialog.refresh()
    dialog.close()
    assert not dialog.isVisible()
