"""Exporting a set of documents into a folder, and telling what became of it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from planner.app.exchange import Outcome, Request, export
from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.formats.wording.refusals import refusal
from planner.ui.context import Context
from planner.ui.jobs import Job
from planner.ui.messages import Offer, Tone


class SetExport:
    """One export. It goes on when the dialog that began it is closed; the bar tells its end."""

    def __init__(self, context: Context, plan: Plan, request: Request, folder: Path) -> None:
        self._context = context
        self._plan = plan
        self._request = request
        self._folder = folder

    def start(self) -> Job:
        """Begin to write the files."""
        title = self._context.language.text("Exporting the documents")
        return self._context.jobs.start(
            lambda: export(self._plan, self._request, self._folder),
            title,
            self._on_done,
            self._on_failed,
        )

    def _on_done(self, outcome: Outcome) -> None:
        words, count = self._context.language, len(outcome.written)
        folder = self._folder.name
        told = [
            words.count(
                "{n} file is in {folder}.", "{n} files are in {folder}.", count, folder=folder
            )
        ]
        if faulty := sum(bool(w.document.missing) for w in outcome.written):
            told.append(
                words.count("One lacks characters.", "{n} of them lack characters.", faulty)
            )
        if outcome.empty:
            empty = len(outcome.empty)
            told.append(
                words.count("One calendar had no entry.", "{n} calendars had no entry.", empty)
            )
        tone = Tone.WARNING if faulty else Tone.GOOD
        offer = Offer(words.text("Open folder"), lambda: open_folder(self._folder))
        self._context.messages.say(" ".join(told), tone, (offer,))

    def _on_failed(self, error: Exception) -> None:
        self._context.messages.say(told(error, self._context), Tone.ERROR)


def open_folder(folder: Path) -> bool:
    """Show a folder in the file manager."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def told(error: Exception, context: Context) -> str:
    """Return the sentence for an error of a job."""
    if isinstance(error, PlannerError):
        plan = context.desk.plan if context.desk.is_open else None
        return refusal(error, context.language, plan)
    return context.language.text("That did not work: {error}", error=str(error))
