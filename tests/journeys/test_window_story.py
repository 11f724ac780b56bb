"""A coordinator's morning, through real mouse and key events: from a pasted mail to files and back."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.app.locations import data_folder
from planner.app.settings import SettingsStore
from planner.domain.blocks import Block, Kind
from planner.ui.application import Application
from planner.ui.commands import Page, PlanView
from planner.ui.dialogs.paste_dialog import PasteDialog
from planner.ui.dialogs.share_dialog import ShareDialog
from planner.ui.models.pasted_lines import Column as PastedColumn
from planner.ui.models.timetable_rows import Column
from planner.ui.panels.plan_page import PlanPage
from planner.ui.panels.problem_painting import Part
from planner.ui.panels.start_panel import StartPanel
from planner.ui.panels.table_panel import TablePanel
from planner.ui.share.set_dialog import SetDialog
from planner.ui.timeline.board import Item
from tests.builders import DAY, ZONE, moment, timebox
from tests.ui.programs import ended, started

ACCOUNT = Path(__file__).parents[1] / "formats/timetext/golden/reference_account.md"
NAMES = {"10:15": "Anna Schmidt", "13:15": "Clara Sanz", "14:00": "Dan Weiss", "16:00": "Eva Roth"}
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WAIT = 20_000  # the first PDF loads fonts and a text engine

_W = TypeVar("_W", bound=QObject)


def timetable() -> str:
    """Return the day of the reference account as it was planned, with the table as it stands."""
    text = ACCOUNT.read_text(encoding="utf-8")
    return text[text.index("## The day, ") : text.index("Arrival: ")]


def child(parent: QObject, kind: type[_W]) -> _W:
    found = parent.findChild(kind)
    assert found is not None
    return found


def opened(kind: type[_W]) -> _W:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT, NO_KEYS, widget.rect().center())


def text_of(data: bytes) -> str:
    """Return all words of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


class Coordinator:
    """Somebody at the window, who has a mouse and a keyboard and nothing else."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.workbench = application.workbench
        self.shell = application.shell
        self.desk = self.workbench.context.desk
        self.language = self.workbench.context.language
        self._qtbot = qtbot
        self.shell.resize(1440, 900)
        self._come_forward()

    @property
    def page(self) -> PlanPage:
        return child(self.workbench, PlanPage)

    def block(self, clock: str) -> Block:
        start = moment(clock)
        return next(b for b in self._blocks() if b.timebox and b.timebox.start == start)

    def lunch(self) -> Block:
        return next(block for block in self._blocks() if block.kind is Kind.MEAL)

    def times(self, block: Block) -> str:
        assert block.timebox is not None
        return self.language.span(block.timebox.start, block.timebox.end)

    def partners(self) -> list[str]:
        """Return who sits in the interviews, in their order."""
        plan = self.desk.plan
        seats = [block.people for block in self._blocks() if block.kind is Kind.INTERVIEW]
        return [plan.people[person].name for people in seats for person in people]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.shell, key, held)

    def write(self, field: QWidget, text: str) -> None:
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(field, text)

    def paste(self, text: str, candidate: str, names: dict[str, str]) -> None:
        """Paste from the start page, name everybody in the table, and make the plan."""
        QApplication.clipboard().setText(text)
        click(child(self.workbench, StartPanel).cards["paste_timetable"])
        dialog = opened(PasteDialog)
        self.write(dialog.form.candidate, candidate)
        zone = dialog.form.zone.lineEdit()
        assert zone is not None
        self.write(zone, ZONE)
        QTest.keyClick(zone, Qt.Key.Key_Tab)
        self._qtbot.waitUntil(lambda: dialog.lines.timetable.zone == ZONE)
        for row in range(dialog.lines.rowCount()):
            start = dialog.lines.index(row, PastedColumn.START).data()
            if start in names:
                dialog.table.setCurrentIndex(dialog.lines.index(row, PastedColumn.PEOPLE))
                self._fill_cell(dialog.table, names[start])
        click(dialog.make_button)

    def name_in_table(self, clock: str, name: str) -> None:
        """Change to the table, type a name into the cell of an interview, and change back."""
        self._come_forward()
        self.page.timeline.view.setFocus()
        self.key(Qt.Key.Key_T, CTRL)
        panel = child(self.page, TablePanel)
        index = panel.model.index_of(self.block(clock).id).siblingAtColumn(Column.PARTNER)
        panel.view.setCurrentIndex(index)
        self._fill_cell(panel.view, name)
        self.key(Qt.Key.Key_T, CTRL)

    def drag(self, block: Block, by: QPoint, column: str = "") -> Iterator[str]:
        """Drag a block; give what the bubble says before it is dropped."""
        view, bubble = self.page.timeline.view, self.page.timeline.stage.bubble
        rect = self._item(block, column).rect
        start = view.mapFromScene(rect.x + rect.width / 2, rect.y + rect.height / 2)
        QTest.mousePress(view.viewport(), LEFT, NO_KEYS, start)
        for part in (0.4, 1.0):
            QTest.mouseMove(view.viewport(), start + by * part)
        self._qtbot.waitUntil(lambda: bubble.isVisible() and bool(bubble.lines))
        yield bubble.title
        yield from (line.text for line in bubble.lines)
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, start + by)

    def minutes_down(self, count: int) -> QPoint:
        return QPoint(0, round(count * self.page.timeline.stage.pixels_per_minute))

    def columns_across(self, start: str, end: str) -> QPoint:
        return QPoint(round(self._middle(end) - self._middle(start)), 0)

    def fix_first(self) -> str:
        """Click the link of the first problem that has one; return what it did."""
        problems = self.page.problems
        row = next(row for row in problems.model.rows if row.fixes)
        problems.view.scrollTo(problems.model.index_of(row.key))
        place = problems.view.place_of(row.key, Part.LINK)
        QTest.mouseClick(problems.view.viewport(), LEFT, NO_KEYS, place.center())
        return row.key

    def share(self) -> ShareDialog:
        self.page.timeline.view.setFocus()
        self.key(Qt.Key.Key_E, CTRL)
        dialog = opened(ShareDialog)
        self._qtbot.waitUntil(lambda: dialog.preview.pages.is_sharp, timeout=WAIT)
        return dialog

    def export_set(self, dialog: ShareDialog, folder: Path) -> list[Path]:
        """Choose a folder, all readers, and pages and calendars; return the files."""
        click(dialog.side.export_set)
        choice = opened(SetDialog)
        click(choice.choose_folder)
        chooser = opened(QFileDialog)
        name = child(chooser, QLineEdit)
        QApplication.clipboard().setText(str(folder))
        name.selectAll()
        QTest.keyClick(name, Qt.Key.Key_V, CTRL)
        QTest.keyClick(name, Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: opened(QDialog) is choice)
        wanted = len(choice.audiences) * len(choice.chosen_formats)
        click(choice.export)
        self._qtbot.waitUntil(lambda: len(list(folder.iterdir())) == wanted, timeout=WAIT)
        self._qtbot.waitUntil(lambda: not self.workbench.context.jobs.is_busy, timeout=WAIT)
        return sorted(folder.iterdir())

    def turn_to(self, view: PlanView) -> None:
        self._come_forward()
        self.key(Qt.Key.Key_T, CTRL)
        assert self.page.view is view

    def quit(self) -> None:
        self._come_forward()
        self.key(Qt.Key.Key_Q, CTRL)
        assert not self.shell.isVisible()

    def _come_forward(self) -> None:
        self.shell.activateWindow()
        self._qtbot.waitUntil(self.shell.isActiveWindow)

    def _blocks(self) -> Sequence[Block]:
        return tuple(self.desk.plan.blocks.values())

    def _item(self, block: Block, column: str) -> Item:
        board = self.page.timeline.stage.board
        assert board is not None
        items = board.of_block[block.id]
        return next(i for i in items if column in {"", board.columns[i.column].title})

    def _middle(self, column: str) -> float:
        board = self.page.timeline.stage.board
        assert board is not None
        number = [c.title for c in board.columns].index(column)
        return board.strip.x_of(number) + board.strip.widths[number] / 2

    def _fill_cell(self, table: QWidget, text: str) -> None:
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Return)
        editor = next(e for e in table.findChildren(QLineEdit) if e.isVisible())
        self.write(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()  # Qt takes the text after the key


@pytest.fixture(params=["en", "de"])
def ends(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ExitStack]:
    """Return what ends all programs; the window speaks English, then German."""
    SettingsStore(data_folder()).change(language=request.param, export_folder=str(tmp_path))
    with ExitStack() as stack:
        yield stack


def test_from_a_pasted_mail_to_files_and_back(
    qapp: QApplication, qtbot: QtBot, ends: ExitStack, tmp_path: Path
) -> None:
    first = started(qapp)
    ends.callback(ended, first)
    ada = Coordinator(first, qtbot)
    assert (ada.workbench.page, ada.desk.is_open) == (Page.START, False)

    ada.paste(timetable(), "Ada Lovelace", NAMES)
    assert (ada.workbench.page, ada.desk.day, len(ada.desk.plan.blocks)) == (Page.PLAN, DAY, 7)
    ada.name_in_table("11:00", "Ben Weber")
    assert ada.partners() == ["Anna Schmidt", "Ben Weber", "Clara Sanz", "Dan Weiss", "Eva Roth"]
    talk = ada.block("14:00")

    before = ada.desk.plan.blocks
    said = list(ada.drag(ada.lunch(), ada.minutes_down(15)))
    moved = ada.desk.plan.blocks
    assert ada.lunch().timebox == timebox("12:00", 90)
    assert (said[0], len(said) > 1) == (ada.times(ada.lunch()), True)

    solved = ada.fix_first()
    fixed = ada.desk.plan.blocks
    assert fixed != moved
    assert solved not in [row.key for row in ada.page.problems.model.rows]
    for expected in (moved, before):
        ada.key(Qt.Key.Key_Z, CTRL)
        assert ada.desk.plan.blocks == expected
    for expected in (moved, fixed):
        ada.key(Qt.Key.Key_Z, CTRL | SHIFT)
        assert ada.desk.plan.blocks == expected

    across = ada.columns_across("Dan Weiss", "Ben Weber")
    list(ada.drag(talk, across, "Dan Weiss"))
    assert ada.partners() == ["Anna Schmidt", "Ben Weber", "Clara Sanz", "Ben Weber", "Eva Roth"]

    dialog = ada.share()
    assert dialog.document is not None
    assert dialog.preview.currentWidget() is dialog.preview.pages
    assert "Ada Lovelace" in text_of(dialog.document.data)
    folder = tmp_path / "for everybody"
    folder.mkdir()
    files = ada.export_set(dialog, folder)
    itinerary = next(f for f in files if f.name.endswith("Ada Lovelace.pdf"))
    printed = text_of(itinerary.read_bytes())
    assert [word for word in ("Ada Lovelace", "Ben Weber", "13:30") if word not in printed] == []
    dialog.close()

    ada.turn_to(PlanView.TABLE)
    plan, day = ada.desk.plan, ada.desk.day
    ada.quit()
    second = started(qapp)
    ends.callback(ended, second)
    ben = Coordinator(second, qtbot)
    assert (ben.desk.plan, ben.desk.day) == (plan, day)
    assert (ben.workbench.page, ben.page.view) == (Page.PLAN, PlanView.TABLE)
