"""Below the table of a paste: what there is to say about the current line, and what to do with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.app.pasting import Standing
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.plain_label import plain_label
from planner.ui.dialogs.frame import show
from planner.ui.models.pasted_lines import STANDING_WORDS, PastedLines

_HEIGHT = 68


class PasteDetails(QWidget):
    """Shows the sentences of a line; leaves it aside, or shows it as it was read."""

    def __init__(self, context: Context, lines: PastedLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = context.language
        self._lines = lines
        self._row = -1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.sentences = plain_label("", "small")
        self.sentences.setWordWrap(True)
        self.sentences.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sentences.setMinimumHeight(context.theme.length(_HEIGHT))
        self.aside = LinkButton(context.theme, context.language.text("Leave this line aside"))
        self.again = LinkButton(context.theme, context.language.text("As it was read"))
        buttons = QVBoxLayout()
        buttons.setSpacing(context.theme.space(1))
        for button in (self.aside, self.again):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentences, 1)
        row.addLayout(buttons)
        self.aside.clicked.connect(self._on_aside)
        self.again.clicked.connect(self._on_again)
        lines.corrected.connect(self._on_corrected)
        lines.refused.connect(self._on_refused)

    def show_row(self, row: int) -> None:
        """Show what there is to say about a line; -1 for none."""
        self._row = row
        is_there = row >= 0
        self.aside.setVisible(is_there and self._lines.line(row).row is not None)
        self.again.setVisible(is_there and self._lines.is_corrected(row))
        if not is_there:
            show(self.sentences, "", "muted")
            return
        found = self._lines.standing(row)
        said = self._lines.sentences(row) or [self._language.text(STANDING_WORDS[found])]
        tone = "warning" if found is Standing.QUESTION else "muted"
        show(self.sentences, "\n".join(said), tone)

    def _on_aside(self) -> None:
        if self._row >= 0:
            self._lines.set_taken(self._row, is_taken=self._lines.line(self._row).row is None)

    def _on_again(self) -> None:
        if self._row >= 0:
            self._lines.reset(self._row)

    def _on_corrected(self) -> None:
        self.show_row(self._row)

    def _on_refused(self, sentence: str) -> None:
        show(self.sentences, sentence, "error")
