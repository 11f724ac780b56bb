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
        self._widget = widget
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._end)
        self._patience.start()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting; when the event loop turns again, the screen has it."""
        if event.type() is QEvent.Type.Paint and self._patience.isActive():
            self._patience.start(0)
        return False

    def _end(self) -> None:
        self._widget.removeEventFilter(self)
        self.happened.emit()
