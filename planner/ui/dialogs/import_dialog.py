"""Import of people and rooms: choose a file, see what each row would do, take what is wanted."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.app.imports import Imported, Listed, Proposal, carry_out, proposals, read_list
from planner.domain.errors import PlannerError
from planner.domain.ids import OfficeId
from planner.formats.directory.content import Columns, ListKind, Reading
from planner.formats.directory.reading import read_guessed
from planner.formats.directory.rows import read_rows
from planner.formats.directory.tables import with_header, without_header
from planner.formats.wording.refusals import refusal
from planner.i18n import mark
from planner.progress import Progress
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, PrimaryButton, QuietButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.empty_state import EmptyState
from planner.ui.controls.record_combo import RecordCombo, Row
from planner.ui.controls.segments import Segments
from planner.ui.dialogs.import_columns import ImportColumns
from planner.ui.dialogs.import_preview import ImportPreview
from planner.ui.messages import Tone
from planner.ui.models.import_model import Choice, ImportModel, Shown
from planner.ui.turns import Turns

_SIZE = (1100, 680)
_COLUMNS_WIDTH = 60  # steps of the grid
_Read = tuple[Reading, tuple[Proposal, ...]]
_MOST_NAMES = 8
_ENDINGS = "*.csv *.tsv *.txt *.vcf *.vcard"


class ImportDialog(QDialog):
    """Nothing is kept before the last button is pressed; a file can be dropped on it at any time."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        path: Path | None = None,
        kind: ListKind | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self._reading: Reading | None = None
        self._name = ""
        self._directory = context.library.directory()
        theme, text = context.theme, context.language.text
        inks = {"muted": theme.colour("text_muted"), "warning": theme.colour("warning")}
        self.model = ImportModel(context.language, inks, self)
        self.preview = ImportPreview(context, self.model, self)
        self.columns = ImportColumns(context, self)
        self.file = ElidedLabel(parent=self)
        self.kinds = Segments(
            theme,
            [(ListKind.PEOPLE, text("People")), (ListKind.ROOMS, text("Rooms"))],
            text("What the rows are"),
            self,
        )
        self.header = QCheckBox(text("The first row is a heading"), self)
        self.office = RecordCombo(theme, text("Office of rooms that name none"), parent=self)
        self.shown = Segments(theme, self._shown_rows(), text("Rows that are shown"), self)
        self._otherwise = QLabel(self)
        self.summary = QLabel(self)
        self.refusal = QLabel(self)
        self.take = PrimaryButton(theme, "", "file-import", self)
        self._pages = QStackedWidget(self)
        self.setWindowTitle(text("Import people or rooms"))
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._offer_offices()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file and show what it would do; say why where it cannot be read."""
        self._name = path.name
        self._start(partial(read_list, path, self._kind))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file that was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.open_file(Path(url.toLocalFile()))
                return

    def accept(self) -> None:
        """Keep what is decided, in small steps, and close."""
        records = self.model.records
        if not records:
            return
        self.take.setEnabled(False)
        work = carry_out(self._context.library, records)
        Turns(work, self._on_imported, self._on_failed, self)

    def _build(self) -> None:
        theme = self._context.theme
        self.resize(*map(theme.length, _SIZE))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[theme.space(5)] * 4)
        whole.setSpacing(theme.space(3))
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setProperty("tone", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        whole.addWidget(self.refusal)
        self._pages.addWidget(self._first_page())
        self._pages.addWidget(self._second_page())
        whole.addWidget(self._pages, 1)
        whole.addLayout(self._foot())

    def _first_page(self) -> QWidget:
        theme, text = self._context.theme, self._context.language.text
        page = EmptyState(
            theme,
            "file-import",
            text("Drop a list here"),
            text(
                "A table saved as CSV, from Excel, Outlook, Google or your HR system, or address "
                "cards (vCard). Nothing is taken before you have seen it."
            ),
        )
        page.setMinimumWidth(theme.space(_COLUMNS_WIDTH))
        choose = PrimaryButton(theme, text("Choose a file"), "folder-open")
        choose.clicked.connect(self._on_choose)
        page.add_buttons([choose])
        return page

    def _second_page(self) -> QWidget:
        theme, text = self._context.theme, self._context.language.text
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        self.file.setProperty("scale", "title")
        head.addWidget(self.file, 1)
        other = QuietButton(theme, text("Another file"), "folder-open")
        other.clicked.connect(self._on_choose)
        head.addWidget(other)
        column.addLayout(head)
        how = QHBoxLayout()
        how.setSpacing(theme.space(4))
        self._otherwise.setText(text("Rooms that name no office are in"))
        self._otherwise.setProperty("tone", "muted")
        self._otherwise.setBuddy(self.office)
        for widget in (self.kinds, self.header, self._otherwise, self.office):
            how.addWidget(widget)
        how.addStretch(1)
        how.addWidget(self.shown)
        column.addLayout(how)
        beside = QHBoxLayout()
        beside.setSpacing(theme.space(4))
        self.columns.setFixedWidth(theme.space(_COLUMNS_WIDTH))
        beside.addWidget(self.columns)
        beside.addWidget(self.preview, 1)
        column.addLayout(beside, 1)
        return page

    def _foot(self) -> QHBoxLayout:
        theme, text = self._context.theme, self._context.language.text
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(2))
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("tone", "muted")
        self.summary.setWordWrap(True)
        foot.addWidget(self.summary, 1)
        cancel = PlainButton(theme, text("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        self.take.hide()
        self.take.setDefault(True)
        foot.addWidget(self.take)
        return foot

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind)
        self.header.clicked.connect(self._on_header)
        self.office.picked.connect(self._on_office)
        self.columns.matched.connect(self._on_matched)
        self.shown.chosen.connect(lambda shown: self.preview.filter.show_only(Shown(shown)))
        self.model.decided.connect(self._show_summary)
        self.take.clicked.connect(self.accept)

    def _shown_rows(self) -> list[tuple[object, str]]:
        text = self._context.language.text
        return [
            (Shown.ALL, text("All rows")),
            (Shown.OPEN, text("To decide")),
            (Shown.REMARKS, text("Not taken")),
        ]

    def _start(self, read: Callable[[], Reading]) -> None:
        """Read and compare off the window's thread: a long list takes a second."""
        directory = self._directory
        office = OfficeId(self.office.record) if self.office.record is not None else None

        def work() -> Generator[Progress, None, _Read]:
            yield Progress(0, 1)
            reading = read()
            return reading, proposals(reading, directory, office)

        title = self._context.language.text("Reading the list")
        self._context.jobs.start(work, title, self._on_read, self._on_failed)

    def _on_read(self, result: _Read) -> None:
        reading, found = result
        before, self._reading = self._reading, reading
        self._refuse("")
        self.file.set_text(self._name)
        is_same = before is not None and before.table is reading.table
        if not is_same or before is None or before.kind is not reading.kind:
            self._show(reading)
        self.model.show(found)
        self._pages.setCurrentIndex(1)

    def _show(self, reading: Reading) -> None:
        """Offer to correct whatever was guessed about a list."""
        is_table = reading.table is not None
        is_rooms = reading.kind is ListKind.ROOMS
        self.kinds.setVisible(is_table)
        self.kinds.set_value(reading.kind)
        self.header.setVisible(is_table)
        self.header.setChecked(reading.table is not None and reading.table.header is not None)
        self.columns.setVisible(is_table)
        self.columns.show_reading(reading)
        self.office.setVisible(is_rooms)
        self._otherwise.setVisible(is_rooms)
        self.shown.set_value(Shown.ALL)
        self.preview.filter.show_only(Shown.ALL)

    def _offer_offices(self) -> None:
        offices = sorted(self._directory.offices.values(), key=lambda item: item.name.casefold())
        self.office.set_rows([Row(item.id, item.name, item.city) for item in offices])
        if offices:
            self.office.pick(offices[0].id)

    def _show_summary(self) -> None:
        count, text = self._context.language.count, self._context.language.text
        rows = range(self.model.rowCount())
        waiting = sum(1 for row in rows if self.model.is_open(row))
        numbers = (
            (mark("{n} new"), self.model.count(Choice.ADD)),
            (mark("{n} updated"), self.model.count(Choice.UPDATE)),
            (mark("{n} to decide"), waiting),
            (mark("{n} left out"), self.model.count(Choice.LEAVE) - waiting),
        )
        told = " \u00b7 ".join(text(said, n=number) for said, number in numbers if number)
        unused = self._unused()
        if unused:
            names = self._context.language.join(unused[:_MOST_NAMES])
            told += "\n" + text("Not taken: {columns}", columns=names)
        self.summary.setText(told)
        wanted = len(self.model.records)
        self.take.setVisible(bool(rows))
        self.take.setEnabled(wanted > 0)
        self.take.setText(count("Import {n} row", "Import {n} rows", wanted))

    def _unused(self) -> tuple[str, ...]:
        """Return what nobody takes; columns without headings by their numbers."""
        reading = self._reading
        if reading is None or reading.table is None or reading.table.header is not None:
            return reading.unused if reading is not None else ()
        text = self._context.language.text
        return tuple(text("Column {number}", number=number) for number in reading.unused)

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _on_choose(self) -> None:
        text = self._context.language.text
        known = f"{text('Lists')} ({_ENDINGS})"
        every = f"{text('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, text("Choose a file"), "", f"{known};;{every}")
        if name:
            self.open_file(Path(name))

    def _on_office(self, _office: object) -> None:
        if self._reading is not None:
            reading = self._reading
            self._start(lambda: reading)

    def _on_kind(self, kind: ListKind) -> None:
        self._kind = kind
        if self._reading is not None and self._reading.table is not None:
            self._start(partial(read_guessed, self._reading.table, kind))

    def _on_header(self, is_header: bool) -> None:  # noqa: FBT001 -- Qt's signal has it so
        if self._reading is not None and self._reading.table is not None:
            change = with_header if is_header else without_header
            table = change(self._reading.table)
            self._start(partial(read_guessed, table, self._reading.kind))

    def _on_matched(self, columns: Columns) -> None:
        if self._reading is not None and self._reading.table is not None:
            table, kind = self._reading.table, self._reading.kind
            self._start(partial(read_rows, table, kind, columns))

    def _on_imported(self, imported: Imported) -> None:
        language = self._context.language
        told = language.count(
            "{n} entry was imported.", "{n} entries were imported.", len(imported.kept)
        )
        refused = [self._refused(record, error) for record, error in imported.refused]
        tone = Tone.WARNING if refused else Tone.GOOD
        self._context.messages.say(" ".join([told, *refused[:3]]), tone)
        super().accept()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._refuse(refusal(error, self._context.language))
        self.take.setEnabled(bool(self.model.records))

    def _refused(self, record: Listed, error: PlannerError) -> str:
        return f"{record.name}: {refusal(error, self._context.language)}"
