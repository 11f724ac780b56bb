"""The pasted text itself: HTML from e-mails arrives as plain lines, the line in question is marked."""

from PySide6.QtCore import QMimeData, QSignalBlocker, Signal
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from planner.formats.timetext.flattening import html_as_text, is_html
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

MOST_HTML = 2_000_000


class PasteText(QPlainTextEdit):
    """A text whose lines count from 1. ``line_entered(number)`` tells where the cursor went."""

    line_entered = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = 0
        self.setAccessibleName(name)
        self.setFont(theme.font(Scale.MONO))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def mark_line(self, number: int) -> None:
        """Mark a line and bring it into view; the cursor stays where it is."""
        self._line = number
        block = self.document().findBlockByNumber(number - 1)
        if number < 1 or not block.isValid():
            self.setExtraSelections([])
            return
        selection = QTextEdit.ExtraSelection()
        selection.format.setBackground(self._theme.colour("selected"))
        is_whole = True
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, is_whole)
        selection.cursor = QTextCursor(block)
        self.setExtraSelections([selection])
        if self.textCursor().blockNumber() != number - 1 and not self.hasFocus():
            with QSignalBlocker(self):
                self.setTextCursor(QTextCursor(block))
            self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted or dropped."""
        self.insertPlainText(text_of_mime(source))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Say whether something is a text."""
        return source.hasText() or source.hasHtml()

    def _on_cursor_moved(self) -> None:
        number = self.textCursor().blockNumber() + 1
        if number != self._line:
            self.line_entered.emit(number)


def text_of_mime(source: QMimeData | None) -> str:
    """Return the text of a clipboard; a table of an e-mail or a web page as lines with cells."""
    if source is None:  # nobody has copied anything since the system started
        return ""
    markup = source.html() if source.hasHtml() else ""
    if "<t" in markup.lower() and len(markup) <= MOST_HTML and is_html(markup):
        return html_as_text(markup)
    return source.text()
