"""Rehearsing: the open plan's day is played in a window of its own, by a program of its own."""

import sys
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QProcess

from planner.domain.plan import Plan
from planner.ui.context import Context
from planner.ui.messages import Tone

Start = Callable[[str, Sequence[str]], bool]
"""Starts a program that outlives this one, and says whether that went well."""


def rehearse(context: Context, day: date | None, start: Start | None = None) -> None:
    """Open a rehearsal of the open plan on a day, the plan's last where none is given.

    It is a program of its own: nothing that is logged there can reach the person's workspace.
    """
    text = context.language.text
    program, *arguments = rehearsal_command(context.desk.plan, day)
    if not (start or _started)(program, arguments):
        context.messages.say(text("The rehearsal could not be started."), Tone.ERROR)
        return
    context.messages.say(text("The rehearsal opens in a window of its own."))


def rehearsal_command(plan: Plan, day: date | None) -> Sequence[str]:
    """Return the command that opens a rehearsal; the packaged program is its own interpreter."""
    is_packaged = getattr(sys, "frozen", False)
    itself = [sys.executable] if is_packaged else [sys.executable, "-m", "planner"]
    at = [] if day is None else ["--at", day.isoformat()]
    return [*itself, "window", "--rehearse", "--plan", plan.id, *at]


def _started(program: str, arguments: Sequence[str]) -> bool:
    is_started, _process = QProcess.startDetached(program, list(arguments))
    return is_started
