"""Verbs of the live day, as far as actions know them; whoever follows the day answers to its name."""

from typing import Protocol, cast

from PySide6.QtCore import QObject, SignalInstance

NAME = "live"
"""The object name of the desk's child that follows the day."""


class LiveVerbs(Protocol):
    """What single keys say of a day; `planner.ui.live.desk.LiveDesk` says what each of these does."""

    asked: SignalInstance

    def start(self) -> bool:
        """Write down that what is due has begun."""
        ...

    def end(self) -> bool:
        """Write down that what runs has ended."""
        ...

    def extend(self) -> bool:
        """Give what runs more minutes."""
        ...

    def cut(self) -> bool:
        """Give what runs fewer minutes."""
        ...

    def dropped(self) -> bool:
        """Write down that the call was dropped."""
        ...

    def back(self) -> bool:
        """Write down that it goes on."""
        ...

    def no_show(self) -> bool:
        """Write down that somebody has not come."""
        ...

    def undo(self) -> bool:
        """Take back what was written last."""
        ...

    def apply_number(self, number: int) -> bool:
        """Do what a proposal says."""
        ...

    def stop(self) -> None:
        """Follow the day no longer."""
        ...


def live_verbs_of(desk: QObject) -> LiveVerbs | None:
    """Return what follows the day of a desk; None before the live page was shown."""
    found = desk.findChild(QObject, NAME)
    return None if found is None else cast(LiveVerbs, found)
