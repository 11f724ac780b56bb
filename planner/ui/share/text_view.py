"""A readable preview of what has no pages; it loads nothing and follows no link."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from planner.ui.context import Context
from planner.ui.share.readable import style_of


class TextView(QTextBrowser):
    """Shows simple HTML in the colours of the window."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(context.language.text("Preview"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setReadOnly(True)
        self.document().setDefaultStyleSheet(style_of(context.theme.colours))
        self.document().setDocumentMargin(context.theme.space(6))
        self.setFont(context.theme.font())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing: a preview reads no file and asks no network."""
        del kind, name
        return None
