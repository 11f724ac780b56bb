"""The shell: the window itself, which is there before anything else of the program is read.

It knows nothing of plans. What it shows is its workbench, which comes later and may be built again.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

from planner.ui.memory import Memory

_FIRST_SIZE = (1440, 900)
_GEOMETRY = "window/geometry"
_GROUND = "window/ground"


class Droppable(Protocol):
    """What a shell asks about something that hovers above it or was dropped."""

    def accepts(self, mime: QMimeData) -> bool:
        """Say whether it can be opened."""
        ...

    def open_dropped(self, mime: QMimeData) -> bool:
        """Open it, and say whether it was something to open."""
        ...


class Shell(QMainWindow):
    """One window for the whole run of the program. ``closing`` comes before it is closed."""

    closing = Signal()

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self._target: Droppable | None = None
        self.setAcceptDrops(True)
        self.resize(*_FIRST_SIZE)
        self.restoreGeometry(memory.state(_GEOMETRY))
        self._tint(memory.text(_GROUND))

    def remember_ground(self, ground: str) -> None:
        """Keep the colour in which the window begins next time: a white flash hurts in the dark."""
        self._memory.keep(_GROUND, ground)

    def hold(self, content: QWidget, target: Droppable) -> None:
        """Show something else inside; what was there before goes."""
        self._target = target
        self.setCentralWidget(content)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where the window was; every plan is saved already."""
        self._memory.keep(_GEOMETRY, self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be opened."""
        if self._asked(lambda target: target.accepts(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        if self._asked(lambda target: target.open_dropped(event.mimeData())):
            event.acceptProposedAction()

    def _tint(self, ground: str) -> None:
        if ground:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(ground))
            self.setPalette(palette)

    def _asked(self, question: Callable[[Droppable], bool]) -> bool:
        return self._target is not None and question(self._target)
