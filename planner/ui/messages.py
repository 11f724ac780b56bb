"""Messages: what the window tells beside the work, in a bar that does not block.

Errors stay until they are closed, or until the plan is changed; everything else goes by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from planner.ui.theme.tones import Tone

__all__ = ["Message", "Messages", "Offer", "Tone"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done about a message with one click."""

    label: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """A finished text and what can be done about it.

    What ``is_of_last_step`` holds until the plan changes again, which may be by taking it back.
    """

    text: str
    tone: Tone = Tone.INFO
    offers: tuple[Offer, ...] = ()
    is_of_last_step: bool = False

    @property
    def is_lasting(self) -> bool:
        """Say whether it stays until somebody closes it."""
        return self.tone is Tone.ERROR


class Messages(QObject):
    """Takes messages from everywhere and passes them to the bar of the window.

    ``settled`` tells that work goes on: what went wrong before it is past.
    """

    said = Signal(object)
    settled = Signal()

    def say(self, text: str, tone: Tone = Tone.INFO, offers: tuple[Offer, ...] = ()) -> None:
        """Show a text; the one that was shown before goes."""
        self.said.emit(Message(text, tone, offers))

    def say_done(self, text: str, undo: Offer) -> None:
        """Show that a step was made, and how to take it back, until the next one is made."""
        self.said.emit(Message(text, Tone.GOOD, (undo,), is_of_last_step=True))

    def settle(self) -> None:
        """Take away what no longer holds: whoever changes the plan has read an error."""
        self.settled.emit()
