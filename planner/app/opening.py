"""Opening: what a file is that somebody chose or dropped, and what it holds."""

from dataclasses import dataclass, replace
from pathlib import Path

from planner.app.library import Library
from planner.app.pasting import Pasted, text_of
from planner.app.plan_files import PLAN_ENDING, load_plan_file
from planner.app.workspace import Workspace
from planner.domain.errors import PlannerError
from planner.domain.plan import EPOCH, Plan
from planner.formats.directory.columns import guess_columns, guess_kind
from planner.formats.directory.content import Field, ListKind
from planner.formats.directory.tables import read_table
from planner.formats.ical.reading import is_calendar
from planner.formats.mail import is_mail, mail_text
from planner.formats.timetext.errors import PasteTooLarge
from planner.formats.timetext.flattening import html_as_text, is_html
from planner.formats.timetext.paste import MOST_CHARACTERS
from planner.store.base import MissingPlan
from planner.store.files import read_file, shown_name

MOST_BYTES = 20_000_000

_SAMPLE = 4_000
_MOST_MARKUP = 5_000_000
_MOST_CONTROLS = 0.02
_HARMLESS = frozenset(b"\t\n\r\f\x1b")
_TABLES = frozenset({".csv", ".tsv"})
_CARDS = b"BEGIN:VCARD"
_TELLING = frozenset({Field.EMAIL, Field.FIRST_NAME, Field.LAST_NAME, Field.PHONE})


class UnknownFile(PlannerError):
    """A file is nothing that the planner reads. Facts: ``file``."""

    code = "unknown_file"


@dataclass(frozen=True, slots=True)
class OpenedPlan:
    """A plan file: the library's plan is open. ``other`` is the file's state where that differs."""

    workspace: Workspace
    other: Plan | None = None


@dataclass(frozen=True, slots=True)
class FoundTimetable:
    """Something to be read as a timetable, and checked by a person before it is taken."""

    pasted: Pasted
    name: str = ""


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list of people or rooms to import."""

    path: Path


Opened = OpenedPlan | FoundTimetable | FoundList


def open_file(path: Path, library: Library) -> Opened:
    """Open a file as what it is. A plan goes into the library, which changes nothing in the file.

    Raises:
        ReadFailed, UnreadablePlan: it cannot be read.
        UnreadableMail: it is an e-mail without a text.
        UnknownFile: it is nothing that the planner reads.
        PasteTooLarge: it is a text, but too long for a timetable.
        StoreFailed: the library cannot be read or written.
    """
    if path.suffix.lower() == PLAN_ENDING:
        return _plan(path, library)
    data, _ = read_file(path, MOST_BYTES)
    if looks_like_plan(data):
        return _plan(path, library)
    if is_calendar(data):
        return FoundTimetable(Pasted(calendar=data), shown_name(path))
    if data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n").upper().startswith(_CARDS):
        return FoundList(path)
    if path.suffix.lower() in _TABLES and _is_list(data):
        return FoundList(path)
    if not _is_text(data):
        raise UnknownFile(file=shown_name(path))
    is_letter = path.suffix.lower() == ".eml" or is_mail(data)
    text = mail_text(data) if is_letter else text_of(data)
    return FoundTimetable(Pasted(_readable(text)), shown_name(path))


def looks_like_plan(data: bytes) -> bool:
    """Say whether the bytes begin like a plan file, whatever its name."""
    head = data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"format"' in head and b"interview" in head


def open_text(text: str) -> FoundTimetable:
    """Return a text that was dropped or pasted as something to be read.

    Raises:
        PasteTooLarge: it is too long for a timetable.
    """
    data = text.encode("utf-8", "replace")
    return FoundTimetable(Pasted(calendar=data) if is_calendar(data) else Pasted(_readable(text)))


def _plan(path: Path, library: Library) -> OpenedPlan:
    plan = load_plan_file(path)
    try:
        workspace = library.open(plan.id)
    except MissingPlan:
        return OpenedPlan(library.add(plan))
    is_same = replace(workspace.plan, changed=EPOCH) == replace(plan, changed=EPOCH)
    return OpenedPlan(workspace, None if is_same else plan)


def _readable(text: str) -> str:
    """Return a text as a person reads it, without tags."""
    shown = html_as_text(text) if len(text) <= _MOST_MARKUP and is_html(text) else text
    if len(shown) > MOST_CHARACTERS:
        raise PasteTooLarge(reason="characters", limit=MOST_CHARACTERS, found=len(shown))
    return shown


def _is_list(data: bytes) -> bool:
    """Say whether a table lists people or rooms, and not the times of a day."""
    try:
        table = read_table(data)
    except PlannerError:
        return False
    kind = guess_kind(table)
    if not table.header:
        return Field.EMAIL in guess_columns(table, kind)
    # Headings alone: dates of a timetable look like numbers of a telephone.
    columns = set(guess_columns(replace(table, rows=()), kind))
    return kind is ListKind.ROOMS or bool(columns & _TELLING)


def _is_text(data: bytes) -> bool:
    """Say whether bytes are text in some encoding: hardly any controls among them."""
    sample = data[:_SAMPLE]
    if sample[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    controls = sum(1 for byte in sample if byte < ord(" ") and byte not in _HARMLESS)
    return b"\x00" not in sample and controls <= len(sample) * _MOST_CONTROLS
