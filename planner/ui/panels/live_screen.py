"""The full screen: the live day in figures that are read at two metres, with or without names."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.actions.action import Scope
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, QuietButton
from planner.ui.live.body import LiveBody
from planner.ui.live.desk import LiveDesk
from planner.ui.theme.theme import Theme

NAMES = "live/screen_names"
_ZOOM = 1.9


class LiveScreen(QWidget):
    """A window over the whole screen; Escape or F11 closes it. The single keys work here, too."""

    def __init__(self, context: Context, live: LiveDesk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "window")
        text, theme = context.language.text, context.theme
        self._memory = context.memory
        self.setWindowTitle(text("Live"))
        large = Theme(theme.colours, is_dark=theme.is_dark, zoom=theme.zoom * _ZOOM)
        self.body = LiveBody(context, live, large, self)
        self.body.setStyleSheet(large.style_sheet())
        self.names = PlainButton(theme, text("Names"), "users", self)
        self.names.setCheckable(True)
        self.names.setChecked(self._memory.flag(NAMES, default=False))
        leave = QuietButton(theme, text("Leave the full screen"), "x", self)
        leave.clicked.connect(self.close)
        self.names.toggled.connect(self._on_names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body, 1)
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        row.addStretch(1)
        row.addWidget(self.names)
        row.addWidget(leave)
        column.addLayout(row)
        context.actions.attach(self, Scope.LIVE)
        self._on_names(self.names.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the screen with the day as it is."""
        super().showEvent(event)
        self.body.refresh()
        self.body.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_names(self, is_on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        self._memory.keep(NAMES, is_on)
        self.body.show_names(has_names=is_on)
