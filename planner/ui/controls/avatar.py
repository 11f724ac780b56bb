"""An avatar: the initials of a person in a circle."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_SIDE = 28
_LETTERS = 0.40  # of the side


class Avatar(QWidget):
    """The initials of ``name``; a question mark on the ground of an error where nobody is named."""

    def __init__(
        self, theme: Theme, name: str, side: int = _SIDE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = theme.length(side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show the initials of another name."""
        self._initials = initials(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square around the circle."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, self._side, self._side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("avatar" if self._initials else "error_soft"))
        painter.drawEllipse(box)
        painter.setPen(self._theme.colour("on_avatar" if self._initials else "error"))
        painter.setFont(self._letters())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._initials or "?")
        painter.end()

    def _letters(self) -> QFont:
        font = self._theme.font(Scale.STRONG)
        font.setPixelSize(round(self._side * _LETTERS))
        return font


def initials(name: str) -> str:
    """Return the first letters of the first and the last word that begin with a letter or digit."""
    words = [word for word in name.split() if word[0].isalnum()]
    chosen = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in chosen).upper()
