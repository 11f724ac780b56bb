"""Export: which documents there are for whom, and writing a set of them into a folder."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from planner.domain.audiences import Audience, AudienceKind
from planner.domain.blocks import INTERVIEWING_ROLES, Rsvp, SeatRole
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.formats.itinerary.content import ANY_EDITION, Edition, NothingToWrite
from planner.formats.itinerary.names import Format, file_name
from planner.formats.itinerary.selection import blocks_for, without_entry
from planner.formats.pdf.paper import Paper
from planner.formats.wording.language import Language
from planner.progress import Progress
from planner.store.files import make_folder, write_file


@dataclass(frozen=True, slots=True)
class Document:
    """One finished document.

    ``missing`` are characters that no font has, with a text they stand in; ``left_out`` are blocks
    that a calendar cannot hold because nobody said when they are or end.
    """

    audience: Audience
    what: Format
    name: str
    data: bytes
    missing: Mapping[str, str]
    left_out: tuple[BlockId, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """Which documents are wanted, for whom, in which language, on which paper."""

    audiences: tuple[Audience, ...]
    formats: tuple[Format, ...]
    language: Language
    paper: Paper = Paper.A4
    edition: Edition = ANY_EDITION


@dataclass(frozen=True, slots=True)
class Written:
    """A document that lies in a file now."""

    document: Document
    path: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: the files, and for whom there was nothing to write."""

    written: tuple[Written, ...]
    empty: tuple[tuple[Audience, Format], ...]


def audiences(plan: Plan, kind: AudienceKind) -> tuple[Audience, ...]:
    """Return every audience of a kind that the plan has documents for."""
    if kind is AudienceKind.COORDINATOR:
        return (Audience.coordinator(),)
    return tuple(Audience(kind, subject) for subject in _SUBJECTS[kind](plan))


def all_audiences(plan: Plan) -> tuple[Audience, ...]:
    """Return every audience of a plan: candidates first, the coordinator last."""
    return tuple(audience for kind in AudienceKind for audience in audiences(plan, kind))


def make_document(plan: Plan, audience: Audience, what: Format, request: Request) -> Document:
    """Return one document for one audience.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
        NothingToWrite: a calendar for somebody without a single entry.
        FaultyCalendar: a calendar that would be misread.
    """
    language, edition = request.language, request.edition
    missing: Mapping[str, str] = {}
    if what is Format.DOCUMENT:
        data, missing = _pdf(plan, audience, request)
    else:
        data = _WRITERS[what](plan, audience, language, edition)
    name = file_name(plan, audience, what, language, edition)
    left_out = without_entry(plan, audience) if what is Format.CALENDAR else ()
    return Document(audience, what, name, data, missing, left_out)


def export(plan: Plan, request: Request, folder: Path) -> Generator[Progress, None, Outcome]:
    """Write the documents of a request into a folder, which is made where it is not there.

    A file of the same name is replaced: it is an earlier edition of the same document.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
        FaultyCalendar: a calendar would be misread; what was written before stays.
        WriteFailed: the folder or a file cannot be written; what was written before stays.
    """
    make_folder(folder)
    jobs = [(a, f) for a in request.audiences for f in request.formats]
    written: list[Written] = []
    taken: set[str] = set()
    empty: list[tuple[Audience, Format]] = []
    for done, (audience, what) in enumerate(jobs):
        yield Progress(done, len(jobs), what.value)
        try:
            document = make_document(plan, audience, what, request)
        except NothingToWrite:
            empty.append((audience, what))
            continue
        path = folder / _free_name(document.name, taken)
        write_file(path, document.data)
        written.append(Written(document, path))
    yield Progress(len(jobs), len(jobs))
    return Outcome(tuple(written), tuple(empty))


def _free_name(name: str, taken: set[str]) -> str:
    """Return the name, with a number where another document of this export has it already.

    A room may be called like a candidate's itinerary; file systems may not tell case apart.
    """
    stem, dot, ending = name.rpartition(".")
    names = chain([name], (f"{stem} {number}{dot}{ending}" for number in count(2)))
    free = next(n for n in names if n.casefold() not in taken)
    taken.add(free.casefold())
    return free


def _pdf(plan: Plan, audience: Audience, request: Request) -> tuple[bytes, Mapping[str, str]]:
    from planner.formats.pdf.documents import pdf_file  # noqa: PLC0415 -- slow import

    made = pdf_file(plan, audience, request.language, request.edition, request.paper)
    return made.content, made.missing


def _ical(plan: Plan, audience: Audience, language: Language, edition: Edition) -> bytes:
    from planner.formats.ical.calendar import calendar_file  # noqa: PLC0415 -- slow import

    return calendar_file(plan, audience, language, edition)


def _html(plan: Plan, audience: Audience, language: Language, edition: Edition) -> bytes:
    from planner.formats.html.page import html_file  # noqa: PLC0415 -- slow import

    return html_file(plan, audience, language, edition)


def _csv(plan: Plan, audience: Audience, language: Language, edition: Edition) -> bytes:
    from planner.formats.timetable_csv import timetable_csv  # noqa: PLC0415 -- slow import

    return timetable_csv(plan, audience, language, edition)


_WRITERS: Mapping[Format, Callable[[Plan, Audience, Language, Edition], bytes]] = {
    Format.CALENDAR: _ical,
    Format.PAGE: _html,
    Format.TIMETABLE: _csv,
}


def _interviewers(plan: Plan) -> Sequence[str]:
    return _people_in(plan, INTERVIEWING_ROLES | {SeatRole.SHADOW})


def _hosts(plan: Plan) -> Sequence[str]:
    return _people_in(plan, {SeatRole.HOST})


def _people_in(plan: Plan, roles: Iterable[SeatRole]) -> Sequence[str]:
    wanted = frozenset(roles)
    seated = {
        seat.person
        for block in plan.blocks.values()
        for seat in block.seats
        if seat.role in wanted and seat.rsvp is not Rsvp.DECLINED
    }
    return [person for person in plan.people if person in seated]


def _rooms(plan: Plan) -> Sequence[str]:
    used = {block.room for block in plan.blocks.values()}
    return [room for room in plan.rooms if room in used]


def _candidates(plan: Plan) -> Sequence[str]:
    return [c for c in plan.candidates if blocks_for(plan, Audience.candidate(c))]


_SUBJECTS: Mapping[AudienceKind, Callable[[Plan], Sequence[str]]] = {
    AudienceKind.CANDIDATE: _candidates,
    AudienceKind.INTERVIEWER: _interviewers,
    AudienceKind.HOST: _hosts,
    AudienceKind.ROOM: _rooms,
}
