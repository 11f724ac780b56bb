"""First paint: the moment in which a person sees a widget, told once."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 1000


class FirstPaint(QObject):
    """Tells ``happened`` once a widget is on the screen.

    A window that starts hidden or minimised is not painted; then it tells so after a second.
    """

    happened = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._has_told = False
        widget.installEventFilter(self)
        QTimer.singleShot(_PATIENCE_MS, self, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting; when its event loop turns again, the screen has it."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        if not self._has_told:
            self._has_told = True
            self.happened.emit()
