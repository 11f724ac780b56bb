"""The least that opens a window with Qt, and writes when it was painted: `bare_window.py FILE`."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class _Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Paint, and end once that is on the screen."""
        super().paintEvent(event)
        QTimer.singleShot(0, self, self._finish)

    def _finish(self) -> None:
        moments = {"shown": time.monotonic(), "ready": time.monotonic()}
        Path(sys.argv[1]).write_text(json.dumps(moments), encoding="utf-8")
        self.close()


app = QApplication([])
window = _Window()
window.resize(1440, 900)
window.show()
app.exec()
