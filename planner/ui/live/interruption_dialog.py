"""Why something that runs was interrupted, in words of one's own."""

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.formats.plaintext import one_line
from planner.ui.context import Context
from planner.ui.controls.labelled_field import LabelledField
from planner.ui.dialogs.frame import FramedDialog
from planner.ui.live.desk import LiveDesk

_SIZE = (440, 220)


class InterruptionDialog(FramedDialog):
    """One line of text; the interruption counts from when it is written down."""

    def __init__(self, context: Context, parent: QWidget | None, live: LiveDesk) -> None:
        text = context.language.text
        super().__init__(
            context,
            parent,
            text("Interrupted"),
            text("It stands still until somebody says that it goes on."),
        )
        self._live = live
        self.reason = QLineEdit(self)
        label = text("What happened?")
        self.body.addWidget(LabelledField(context.theme, label, self.reason, self))
        self.add_buttons(text("Write it down"), text("Cancel"))
        self.fit(*_SIZE)
        self.reason.setFocus()

    def accept(self) -> None:
        """Write it down, and close once it is written."""
        if self._live.interrupt(one_line(self.reason.text())):
            super().accept()
