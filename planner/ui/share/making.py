"""The document that is shown: made on the thread of the jobs, the newest wish wins."""

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from planner.app.exchange import Document, Request, make_document
from planner.domain.audiences import Audience
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.left_out import left_out_sentence
from planner.formats.itinerary.names import Format
from planner.formats.wording.language import Language
from planner.progress import Progress
from planner.ui.context import Context
from planner.ui.jobs import Job
from planner.ui.share.pages import Sheet, sheets
from planner.ui.share.readable import readable


@dataclass(frozen=True, slots=True)
class Shown:
    """A document with what its preview needs: the sizes of its pages, or readable HTML."""

    document: Document
    sheets: tuple[Sheet, ...] = ()
    html: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made: of which plan, for whom, as what; ``words`` are the window's."""

    plan: Plan
    audience: Audience
    what: Format
    request: Request
    words: Language


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of a wish: the document or what went wrong, and what is left out of it."""

    wish: Wish
    outcome: Shown | Exception
    left_out: str = ""


class Making(QObject):
    """Makes documents one after the other; of those that were wished for meanwhile only the last.

    ``made`` brings a `Shown`, ``failed`` the exception; ``kept_back`` comes before either and says
    what the reader is not told.
    """

    made = Signal(object)
    kept_back = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wish: Wish | None = None
        self._job: Job | None = None

    def make(self, wish: Wish) -> None:
        """Make a document in place of what is being made."""
        if self._job is not None:
            self._job.cancel()
        self._wish = wish
        title = self._context.language.text("Making the document")
        self._job = self._context.jobs.start(
            lambda: _made(wish), title, self._on_made, self._on_failed
        )

    def stop(self) -> None:
        """Make nothing more."""
        self._wish = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_made(self, result: _Result) -> None:
        if result.wish is not self._wish:
            return
        self._job = None
        self.kept_back.emit(result.left_out)
        if isinstance(result.outcome, Exception):
            self.failed.emit(result.outcome)
        else:
            self.made.emit(result.outcome)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)


def _made(wish: Wish) -> Generator[Progress, None, _Result]:
    yield Progress(0, 1)
    left_out = ""
    try:
        left_out = left_out_sentence(wish.plan, wish.audience, wish.words)
        shown = _shown(wish)
    except Exception as error:  # noqa: BLE001 -- it is told, but only if it is still the newest
        return _Result(wish, error, left_out)
    yield Progress(1, 1)
    return _Result(wish, shown, left_out)


def _shown(wish: Wish) -> Shown:
    document = make_document(wish.plan, wish.audience, wish.what, wish.request)
    if wish.what is Format.DOCUMENT:
        return Shown(document, sheets=sheets(document.data))
    content = itinerary(wish.plan, wish.audience, wish.request.language, wish.request.edition)
    return Shown(document, html=readable(document, content, wish.request.language))
