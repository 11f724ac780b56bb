"""A segmented control: one of a few values, all of them in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segments(QFrame):
    """Rows of (value, text); arrows move the choice as in radio buttons.

    ``chosen(value)`` tells what a person chose; `set_value` is silent.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[tuple[object, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _ in rows]
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        edge = theme.space(0.5)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(edge)
        for number, (_, text) in enumerate(rows):
            button = _Segment(theme, text, self)
            self._group.addButton(button, number)
            self._row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> object:
        """Return the chosen value; None before one is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose a value without a signal; one that is not among the rows chooses none."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_enabled(self, value: object, *, is_enabled: bool) -> None:
        """Let one of the values be chosen, or not."""
        self._group.button(self._values.index(value)).setEnabled(is_enabled)

    def add_icons(self, theme: Theme, names: Sequence[str]) -> None:
        """Put icons before the texts, in the order of the rows."""
        for button, name in zip(self._group.buttons(), names, strict=True):
            button.setIcon(theme.icon(name, "text_muted"))
            button.setIconSize(QSize(theme.icon_size, theme.icon_size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        enabled = [button for button in self._group.buttons() if button.isEnabled()]
        focused = [number for number, button in enumerate(enabled) if button.hasFocus()]
        if focused:
            target = enabled[(focused[0] + step) % len(enabled)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            target.click()

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])


class _Segment(QPushButton):
    """One value; as wide as its words are when they are bold, so that choosing moves nothing."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setProperty("kind", "segment")
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._plain = QFontMetrics(theme.font(Scale.BODY)).horizontalAdvance(text)
        self._bold = QFontMetrics(theme.font(Scale.STRONG)).horizontalAdvance(text)

    def sizeHint(self) -> QSize:
        """Return the size with bold words."""
        hint = super().sizeHint()
        missing = 0 if self.isChecked() else self._bold - self._plain
        return QSize(hint.width() + max(0, missing), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the control as a whole."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
