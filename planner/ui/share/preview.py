"""The preview: pages as they will print, or what is readable of the other formats."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from planner.ui.context import Context
from planner.ui.share.making import Shown
from planner.ui.share.page_view import PageView
from planner.ui.share.text_view import TextView


class Preview(QStackedWidget):
    """Shows a document; a line of words while there is none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PageView(context, self)
        self.text = TextView(context, self)
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setWordWrap(True)
        self.note.setProperty("tone", "muted")
        for widget in (self.note, self.pages, self.text):
            self.addWidget(widget)

    def show_document(self, shown: Shown) -> None:
        """Show a finished document."""
        if shown.sheets:
            self.pages.show_document(shown.document.data, shown.sheets)
            self.setCurrentWidget(self.pages)
        else:
            self.pages.clear()
            self.text.setHtml(shown.html)
            self.setCurrentWidget(self.text)

    def show_note(self, sentence: str) -> None:
        """Show why there is nothing to see."""
        self.pages.clear()
        self.note.setText(sentence)
        self.setCurrentWidget(self.note)
