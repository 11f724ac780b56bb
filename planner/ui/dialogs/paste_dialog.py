"""The paste dialog: the text beside what was understood of it, line by line, before it is taken."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from planner.app.clock import local_today
from planner.app.drafts import Beginning
from planner.app.pasting import Pasted, pasted_addition, pasted_plan
from planner.domain.errors import PlannerError
from planner.formats.timetext.paste import read_timetable
from planner.formats.timetext.timetable import Timetable
from planner.ui.context import Context
from planner.ui.controls.section import Section
from planner.ui.dialogs.frame import FramedDialog
from planner.ui.dialogs.paste_details import PasteDetails
from planner.ui.dialogs.paste_form import PasteForm
from planner.ui.dialogs.paste_reader import LONG, PasteReader
from planner.ui.dialogs.paste_table import PasteTable
from planner.ui.dialogs.paste_text import PasteText, text_of_mime
from planner.ui.languages import document_language
from planner.ui.models.pasted_lines import PastedLines

_WIDTH, _HEIGHT = 1280, 720
_TEXT_SHARE, _TABLE_SHARE = 32, 68
_FEWEST_ROWS = 2


class PasteDialog(FramedDialog):
    """Shows a text and what it means; both sides can be corrected, and neither loses the other's work.

    ``plan_made(Plan)`` tells a new plan; blocks for the open one are an edit of the desk.
    """

    plan_made = Signal(object)

    def __init__(
        self, context: Context, parent: QWidget | None = None, pasted: Pasted | None = None
    ) -> None:
        super().__init__(context, parent, context.language.text("Paste a timetable"))
        self._calendar = pasted.calendar if pasted is not None else b""
        self.form = PasteForm(context, self._today)
        self.source = PasteText(context.theme, self.text("The text"))
        self.source.setPlaceholderText(
            self.text("Paste an e-mail, a table or cells of a spreadsheet here.")
        )
        self.lines = PastedLines(context.theme, context.language, self._today, self.form.zone_name)
        self.table = PasteTable(context.theme, context.language, self.lines)
        self.details = PasteDetails(context, self.lines)
        self.body.addWidget(self.form)
        self.body.addWidget(self._sides(), 1)
        self.make_button = self.add_buttons(self.text("Make the plan"), self.text("Cancel"))
        self.reader = PasteReader(context, self)
        self._connect()
        self.leave_enter_to_fields()
        self.fit(_WIDTH, _HEIGHT)
        self._begin(pasted)

    def accept(self) -> None:
        """Take the rows that have a day."""
        self.form.day.take()
        if self.reader.is_behind:
            self.reader.ask_now()
        if self.reader.is_behind or not self._rows_taken() or not self.form.is_readable:
            return
        try:
            is_done = self._add() if self.form.is_for_open_plan else self._make()
        except PlannerError as error:
            self.refuse(error)
            return
        if is_done:
            super().accept()

    def _sides(self) -> QWidget:
        theme = self.context.theme
        left = Section(theme, self.text("The text"))
        left.add(self.source)
        right = Section(theme, self.text("What was understood"))
        right.add(self.table)
        right.add(self.details)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(theme.space(4))
        sides.setStyleSheet("QSplitter::handle { background: transparent; }")
        for number, side in enumerate((left, right)):
            sides.addWidget(side)
            sides.setStretchFactor(number, (_TEXT_SHARE, _TABLE_SHARE)[number])
        sides.setSizes([theme.length(_WIDTH * s // 100) for s in (_TEXT_SHARE, _TABLE_SHARE)])
        return sides

    def _connect(self) -> None:
        self.source.textChanged.connect(self._ask)
        self.source.line_entered.connect(self._on_line_entered)
        self.form.reread.connect(self._ask)
        self.form.retargeted.connect(self._show_counts)
        self.form.judged.connect(self._show_counts)
        self.table.row_entered.connect(self._on_row_entered)
        self.lines.corrected.connect(self._show_counts)
        self.reader.read.connect(self._on_read)
        self.reader.failed.connect(self._on_failed)

    def _begin(self, pasted: Pasted | None) -> None:
        if self._calendar:
            self.source.setReadOnly(True)
            self.source.setAccessibleDescription(self.text("The entries of the calendar file"))
        else:
            text = pasted.text if pasted is not None else ""
            self.source.setPlainText(text or self._from_clipboard())
        self._ask()
        self.reader.ask_now()
        (self.table if self.lines.rowCount() else self.source).setFocus()

    def _from_clipboard(self) -> str:
        """Return the text of the clipboard if it looks like a timetable."""
        text = text_of_mime(QGuiApplication.clipboard().mimeData())
        if not text.strip() or len(text) > LONG:
            return ""
        read = read_timetable(text, day=None, zone=self.form.zone_name, today=self._today())
        return text if len(read.rows) >= _FEWEST_ROWS else ""

    def _today(self) -> date:
        return local_today(self.context.clock)

    def _ask(self) -> None:
        pasted = Pasted(calendar=self._calendar) if self._calendar else self._pasted()
        self.reader.ask(
            pasted, day=self.form.day.value, zone=self.form.zone_name, today=self._today()
        )

    def _pasted(self) -> Pasted:
        return Pasted(self.source.toPlainText())

    def _on_read(self, timetable: Timetable) -> None:
        number = self.source.textCursor().blockNumber() + 1
        if self._calendar:
            with QSignalBlocker(self.source):  # it is no text that somebody typed
                self.source.setPlainText("\n".join(line.text for line in timetable.lines))
        self.lines.show_timetable(timetable)
        self.table.show_row(self.lines.row_of_line(number))
        self._show_counts()

    def _on_failed(self, error: Exception) -> None:
        self.lines.show_timetable(Timetable(self.form.zone_name, ()))
        self._show_counts()
        self.refuse(error)

    def _on_line_entered(self, number: int) -> None:
        self.table.show_row(self.lines.row_of_line(number))

    def _on_row_entered(self, row: int) -> None:
        self.details.show_row(row)
        self.source.mark_line(self.lines.line(row).number if row >= 0 else 0)

    def _rows_taken(self) -> int:
        timetable = self.lines.timetable
        return len(timetable.rows) - len(timetable.undated)

    def _show_counts(self) -> None:
        """Say on the button what will be made, and beside it what stays open."""
        count = self._rows_taken()
        self.make_button.setEnabled(bool(count) and self.form.is_readable)
        self.make_button.setText(self._what_is_made(count))
        self.say(self._what_is_open(), "warning")

    def _what_is_made(self, count: int) -> str:
        language = self.context.language
        if not count:
            return language.text("Nothing to take yet")
        if self.form.is_for_open_plan:
            return language.count("Add {n} block to the plan", "Add {n} blocks to the plan", count)
        return language.count("Make a plan with {n} block", "Make a plan with {n} blocks", count)

    def _what_is_open(self) -> str:
        timetable, language = self.lines.timetable, self.context.language
        undated, questions = len(timetable.undated), len(timetable.open_lines)
        if undated:
            return language.count(
                "{n} row has no day. Choose one above, or write it into the table.",
                "{n} rows have no day. Choose one above, or write it into the table.",
                undated,
            )
        if not questions:
            return ""
        return language.count(
            "{n} line leaves a question.", "{n} lines leave questions.", questions
        )

    def _make(self) -> bool:
        settings = self.context.settings.current
        beginning = Beginning(
            candidate=self.form.candidate.text().strip() or self.text("Candidate"),
            zone=self.form.zone_name,
            position=self.form.position.text().strip(),
            hours=(settings.hours,),
            language=document_language(settings),
            policy=settings.policy,
        )
        plan = pasted_plan(self.lines.timetable, beginning, now=self.context.clock.now())
        if self.commands is not None and not self.commands.add_plan(plan):
            return False  # the bar says why; what was corrected stays
        self.plan_made.emit(plan)
        return True

    def _add(self) -> bool:
        desk = self.context.desk
        candidates = self.form.known_candidates
        addition = pasted_addition(self.lines.timetable, desk.plan, candidates)
        if addition is None or not desk.apply(addition, "paste"):
            return False
        days = [row.day for row in self.lines.timetable.rows if row.day is not None]
        desk.show_day(min(days))
        return True
