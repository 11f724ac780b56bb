"""A label that shortens its text where the room ends, and tells all of it as its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.ui.controls.tips import tip

_SHORTEST = "Mmmm\u2026"


class ElidedLabel(QLabel):
    """One line of plain text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def whole_text(self) -> str:
        """Return the text with nothing left out."""
        return self._whole

    def set_text(self, text: str) -> None:
        """Show a text; line breaks become spaces."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        width = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(width + self._around() + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows a few letters, or everything where that is less."""
        width = self.fontMetrics().horizontalAdvance(_SHORTEST) + self._around()
        return QSize(min(width, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.contentsRect().width() - 2 * self.margin()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            super().setText(shown)
        self.setToolTip("" if shown == self._whole else tip(self._whole))

    def _around(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right() + 2 * self.margin()
