"""The full screen: the live day in figures that are read at two metres, with or without names."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.actions.action import Scope
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, QuietButton
from planner.ui.live.body import LiveBody
from planner.ui.live.desk import LiveDesk
from planner.ui.live.screen_head import ScreenHead
from planner.ui.theme.theme import Theme

NAMES = "live/screen_names"
_WIDTH, _HEIGHT = 1010, 568  # the size for which everything has the size that it has on the page
_LEAST, _MOST = 1.0, 3.0
_STEP = 0.05


class LiveScreen(QWidget):
    """A window over the whole screen; Escape or F11 closes it. The single keys work here, too.

    Everything is as large as the screen allows; it is made anew for a screen of another size.
    """

    def __init__(self, context: Context, live: LiveDesk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "window")
        text, theme = context.language.text, context.theme
        self._context, self._live, self._memory = context, live, context.memory
        self.setWindowTitle(text("Live"))
        self.names = PlainButton(theme, text("Names"), "users", self)
        self.names.setCheckable(True)
        self.names.setChecked(self._memory.flag(NAMES, default=False))
        self._zoom = self._fitting()
        self._content, self.head, self.body = self._made()
        leave = QuietButton(theme, text("Leave the full screen"), "x", self)
        leave.clicked.connect(self.close)
        self.names.toggled.connect(self._on_names)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._content, 1)
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        row.addStretch(1)
        row.addWidget(self.names)
        row.addWidget(leave)
        self._column.addLayout(row)
        context.actions.attach(self, Scope.LIVE)
        self._show_names()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the screen with the day as it is."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make everything as large as it can be now."""
        super().resizeEvent(event)
        zoom = self._fitting()
        if abs(zoom - self._zoom) < _STEP:
            return
        self._zoom, before = zoom, self._content
        self._content, self.head, self.body = self._made()
        self._column.replaceWidget(before, self._content)
        before.hide()
        before.deleteLater()
        self._content.show()
        self._show_names()
        if self.isVisible():
            self._refresh()

    def _fitting(self) -> float:
        wanted = min(self.width() / _WIDTH, self.height() / _HEIGHT)
        return min(max(wanted, _LEAST), _MOST)

    def _made(self) -> tuple[QWidget, ScreenHead, LiveBody]:
        """Return the day in the present size, and what it stands in."""
        theme = self._context.theme
        large = Theme(theme.colours, is_dark=theme.is_dark, zoom=self._zoom)
        content = QWidget(self)
        content.setStyleSheet(large.style_sheet())
        head = ScreenHead(self._context, self._live, large, content)
        body = LiveBody(self._context, self._live, large, content, is_afar=True)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(body, 1)
        return content, head, body

    def _refresh(self) -> None:
        self.head.refresh()
        self.body.refresh()
        self.body.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_names(self, is_on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        self._memory.keep(NAMES, is_on)
        self._show_names()

    def _show_names(self) -> None:
        has_names = self.names.isChecked()
        self.head.show_names(has_names=has_names)
        self.body.show_names(has_names=has_names)
