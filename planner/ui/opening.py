"""Opening in the window: what a chosen or dropped file, or a dropped text, leads to.

What reads texts is imported when the first one comes: the window starts faster.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.formats.plaintext import one_line
from planner.formats.wording.refusals import refusal
from planner.ui.commands import Commands
from planner.ui.messages import Offer, Tone

if TYPE_CHECKING:
    from planner.app.opening import FoundTimetable

_FEWEST_LETTERS = 8  # fewer are a slip of the mouse


def accepts(mime: QMimeData) -> bool:
    """Say whether the window takes what hovers above it: files of this computer, or a text."""
    if mime.hasUrls():
        return any(url.isLocalFile() for url in mime.urls())
    return mime.hasText() and len(mime.text().strip()) >= _FEWEST_LETTERS


def opened(mime: QMimeData, window: Commands) -> bool:
    """Open what was dropped, and say whether it was something to open.

    Of several files all plans are opened, the last one is shown; of others only the first: each of
    them asks for a dialog of its own.
    """
    if not accepts(mime):
        return False
    if not mime.hasUrls():
        _open_text(mime, window)
        return True
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    has_dialog = False
    for path in paths:
        has_dialog = open_path(path, window, may_ask=not has_dialog) or has_dialog
    return True


def open_path(path: Path, window: Commands, *, may_ask: bool = True) -> bool:
    """Open a file as what it is, and return whether a dialog was opened for it.

    What cannot be opened is said in the bar. ``may_ask`` lets a dialog be opened.
    """
    from planner.app.opening import FoundList, OpenedPlan, open_file  # noqa: PLC0415 -- slow import

    context = window.context
    try:
        found = open_file(path, context.library)
    except PlannerError as error:
        context.messages.say(_refusal(path, error, window), Tone.ERROR)
        return False
    if isinstance(found, OpenedPlan):
        window.open_workspace(found.workspace)
        if found.other is not None:
            _offer_copy(found.other, window)
        return False
    if not may_ask:
        said = context.language.text("{file} was not opened: one at a time.", file=path.name)
        context.messages.say(said, Tone.WARNING)
        return False
    if isinstance(found, FoundList):
        window.open_dialog("import", path=found.path)
    else:
        _show_timetable(found, window)
    return True


def _open_text(mime: QMimeData, window: Commands) -> None:
    from planner.app.opening import open_text  # noqa: PLC0415 -- slow import
    from planner.ui.dialogs.paste_text import text_of_mime  # noqa: PLC0415 -- slow import

    try:
        _show_timetable(open_text(text_of_mime(mime)), window)
    except PlannerError as error:
        window.context.messages.say(refusal(error, window.context.language), Tone.ERROR)


def _show_timetable(found: "FoundTimetable", window: Commands) -> None:
    window.open_dialog("paste", pasted=found.pasted)


def _offer_copy(other: Plan, window: Commands) -> None:
    """Say that the file holds another state of the plan than the library, which is shown."""
    language = window.context.language
    said = language.text(
        "\u201c{title}\u201d is in your library already, in another state than in the file. This is the one "
        "of the library.",
        title=one_line(other.title),
    )
    offer = Offer(language.text("Open the file as a copy"), lambda: _open_copy(other, window))
    window.context.messages.say(said, Tone.WARNING, (offer,))


def _open_copy(other: Plan, window: Commands) -> None:
    try:
        window.open_workspace(window.context.library.add_copy(other))
    except PlannerError as error:
        window.context.messages.say(refusal(error, window.context.language), Tone.ERROR)


def _refusal(path: Path, error: PlannerError, window: Commands) -> str:
    """Return why a file was not opened, with its name where the sentence does not say it."""
    said = refusal(error, window.context.language)
    return said if path.name in said else f"{path.name}: {said}"
