"""What all dialogs share: a headline, room for the page, and below it what went wrong and the buttons."""

from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlannerError
from planner.formats.wording.refusals import refusal
from planner.ui.commands import Commands
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, PrimaryButton
from planner.ui.controls.hairline import Hairline
from planner.ui.controls.plain_label import plain_label
from planner.ui.messages import Message, Tone

_ACCEPT_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class FramedDialog(QDialog):
    """A page of its own above the window. Escape closes it, Ctrl+Enter does what it is there for.

    ``body`` takes the page, ``footer`` what stands at the left of the buttons.
    """

    def __init__(
        self, context: Context, parent: QWidget | None, title: str, sentence: str = ""
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self._primary: QPushButton | None = None
        space = context.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(5), space(6), space(4))
        column.setSpacing(space(4))
        column.addLayout(_head(title, sentence, space(1)))
        self.body = QVBoxLayout()
        self.body.setSpacing(space(4))
        column.addLayout(self.body, 1)
        column.addWidget(Hairline())
        self.footer = QHBoxLayout()
        self.footer.setSpacing(space(2))
        self.note = plain_label(scale="small", is_wrapped=True)
        self.footer.addWidget(self.note, 1)
        column.addLayout(self.footer)
        context.messages.said.connect(self._on_said)
        for key in _ACCEPT_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self._on_accept_key)

    @property
    def commands(self) -> Commands | None:
        """Return the window, where there is one."""
        return window_of(self)

    def text(self, message: str, **facts: object) -> str:
        """Return a sentence in the language of the window."""
        return self.context.language.text(message, **facts)

    def add_buttons(self, primary: str, cancel: str) -> QPushButton:
        """Put the two buttons into the footer, and return the one that does it."""
        if cancel:
            button = PlainButton(self.context.theme, cancel)
            button.clicked.connect(self.reject)
            self.footer.addWidget(button)
        made = PrimaryButton(self.context.theme, primary)
        made.setDefault(True)
        made.clicked.connect(self.accept)
        keys = QKeySequence(_ACCEPT_KEYS[0]).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(keys)
        self.footer.addWidget(made)
        self._primary = made
        return made

    def leave_enter_to_fields(self) -> None:
        """Let Enter take what a field holds, and nothing more; Ctrl+Enter still does it."""
        if self._primary is not None:
            self._primary.setDefault(False)

    def fit(self, width: int, height: int) -> None:
        """Take this size in pixels of the theme, or as much as screen or window has."""
        length, parent = self.context.theme.length, self.parentWidget()
        room = self.screen().availableGeometry().size()
        if parent is not None:
            room = room.expandedTo(parent.window().size())
        self.resize(QSize(length(width), length(height)).boundedTo(room))

    def say(self, sentence: str, tone: str = "muted") -> None:
        """Show a sentence at the left of the buttons."""
        show(self.note, sentence, tone)

    def refuse(self, error: Exception) -> None:
        """Show why something was not done."""
        if isinstance(error, PlannerError):
            self.say(refusal(error, self.context.language), "error")
        else:
            self.say(f"{type(error).__name__}: {error}", "error")

    def _on_said(self, message: Message) -> None:
        """Show errors here too: the bar of the window is out of reach, or out of sight, behind it."""
        if message.tone is Tone.ERROR:
            self.say(message.text, "error")

    def _on_accept_key(self) -> None:
        if self._primary is not None:
            focused = self.focusWidget()
            if focused is not None:  # what is being typed is read before it is taken
                focused.clearFocus()
            if self._primary.isEnabled():
                self._primary.setFocus(Qt.FocusReason.OtherFocusReason)
            elif focused is not None:
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
            self._primary.click()


def window_of(dialog: QDialog) -> Commands | None:
    """Return the window above which a dialog stands; None for one that stands alone."""
    window = dialog.parent()
    return cast(Commands, window) if hasattr(window, "open_workspace") else None


def stretch() -> QWidget:
    """Return an empty widget that takes the room below others."""
    filler = QWidget()
    filler.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    return filler


def show(label: QLabel, sentence: str, tone: str) -> None:
    """Show a sentence in a tone."""
    label.setProperty("tone", tone)
    label.setText(sentence)
    label.style().polish(label)


def _head(title: str, sentence: str, space: int) -> QVBoxLayout:
    head = QVBoxLayout()
    head.setSpacing(space)
    head.addWidget(plain_label(title, "headline"))
    if sentence:
        head.addWidget(plain_label(sentence, tone="muted", is_wrapped=True))
    return head
