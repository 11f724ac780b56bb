"""Beside the preview: language and paper, what is left out, warnings, and what can be done."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.formats.pdf.paper import Paper
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, PrimaryButton
from planner.ui.controls.choice_field import ChoiceField
from planner.ui.controls.form_grid import FormGrid
from planner.ui.languages import language_rows
from planner.ui.models.audience_names import PAPER_NAMES


class SidePanel(QWidget):
    """``changed`` tells that language or paper was chosen; the buttons are public."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme, text = context.theme, context.language.text
        self.languages = ChoiceField(language_rows(), text("Language of the document"), self)
        self.papers = ChoiceField(list(PAPER_NAMES.items()), text("Paper"), self)
        self.export = PrimaryButton(theme, text("Export this"), "download", self)
        self.export_set = PlainButton(theme, text("Export a set"), "folder", self)
        self.print = PlainButton(theme, text("Print"), "printer", self)
        self.copy_page = PlainButton(theme, text("Copy as web page"), "copy", self)
        self.copy_text = PlainButton(theme, text("Copy as text"), "clipboard-text", self)
        self._left_out = _Remark(context, "eye-off", "text_muted", "muted", self)
        self._warnings = QVBoxLayout()
        self._build()
        self.languages.chosen.connect(lambda _: self.changed.emit())
        self.papers.chosen.connect(lambda _: self.changed.emit())

    @property
    def language(self) -> str:
        """Return the tag of the document's language."""
        return str(self.languages.value)

    @property
    def paper(self) -> Paper:
        """Return what the document is printed on."""
        return Paper(str(self.papers.value))

    def show_left_out(self, sentence: str) -> None:
        """Say what the reader is not told."""
        self._left_out.show_text(sentence)

    def show_warnings(self, sentences: Iterable[str]) -> None:
        """Say what is wrong with the document."""
        while (item := self._warnings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            remark = _Remark(self._context, "alert-triangle", "warning", "warning", self)
            remark.show_text(sentence)
            self._warnings.addWidget(remark)

    def offer(self, *, is_made: bool, has_pages: bool) -> None:
        """Let be done what can be done with the document that is shown."""
        self.export.setEnabled(is_made)
        self.print.setEnabled(is_made and has_pages)
        self.papers.setEnabled(has_pages)

    def _build(self) -> None:
        theme, text = self._context.theme, self._context.language.text
        form = FormGrid(theme, self)
        form.add(text("Language"), self.languages)
        form.add(text("Paper"), self.papers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(form)
        column.addSpacing(theme.space(2))
        column.addWidget(self._left_out)
        column.addLayout(self._warnings)
        column.addStretch(1)
        buttons = (self.copy_text, self.copy_page, self.print, self.export_set, self.export)
        for button in buttons:
            column.addWidget(button)


class _Remark(QWidget):
    """An icon and a sentence."""

    def __init__(
        self, context: Context, icon: str, role: str, tone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        picture = QLabel(self)
        picture.setPixmap(theme.pixmap(icon, role))
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setProperty("scale", "small")
        self._text.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_text(self, sentence: str) -> None:
        """Show a sentence; nothing at all where it is empty."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
