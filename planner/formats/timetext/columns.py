"""Cells whose subject is known, from the header of their column or from a label before a colon."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from planner.domain.blocks import SeatRole
from planner.formats.timetext.asides import without_asides
from planner.formats.timetext.contents import Contents
from planner.formats.timetext.people import attendees
from planner.formats.timetext.recognition import (
    column_of,
    is_only_mode,
    kind_of,
    mode_of,
    names_group,
    names_job,
    room_in,
    says_nothing,
)
from planner.formats.timetext.spelling import plain, squeezed
from planner.formats.timetext.timeboxes import only_length
from planner.formats.timetext.timetable import Remark
from planner.formats.timetext.vocabulary import LINK_WORDS, Column

_LABEL = re.compile(r"([^\W\d_][^\d:,]{0,28}?) ?: ")
_URL = re.compile(r"<?(?P<url>https?://[^\s<>\"|]{3,500})>?")
_NUMBER = re.compile(
    r"(?:(?:tel|phone|telefon)\.?:? ?)?(?P<number>\+\d[\d ()/-]{6,22}\d)(?!\d)", re.IGNORECASE
)
_CLOCK_LENGTH = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")
_AREA_LINES = re.compile(r"[;\n]")
_AREA_COMMAS = re.compile(r"[,/]")


def read_column(contents: Contents, column: Column, cell: str) -> bool:
    """Read a cell by its column; False when its words have to be read one by one instead."""
    reader = _READERS.get(column)
    if reader is None:
        return False
    return says_nothing(cell) or reader(contents, cell)


def without_links(contents: Contents, text: str) -> str:
    """Return the text without its web address and its international phone number; keep those."""
    if "://" in text and (url := _URL.search(text)):
        contents.link = contents.link or url["url"].rstrip(".,;)")
        text = _without(text, url)
        if set(text.lower().split()) <= LINK_WORDS:
            return ""
    if "+" in text and (number := _NUMBER.search(plain(text))):
        contents.number = contents.number or squeezed(number["number"])
        text = _without(text, number)
    return "" if column_of(text) is Column.LINK else text


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()].rstrip(' ')} {text[match.end() :].lstrip(' ')}"


def _read_people(contents: Contents, cell: str) -> bool:
    """Read a cell about people; it may also hold what happens instead: "break (lunch)"."""
    label = _LABEL.match(cell)
    if label is not None and column_of(label[1]) is not None:
        return False
    if kind_of(cell) is not None and not names_job(cell):
        return False
    if names_group(cell) and not names_job(cell):
        contents.titles.append((", ", squeezed(cell)))
        return True
    if is_only_mode(cell):
        contents.learn_mode(cell)
        return True
    contents.take_people(attendees(without_asides(contents, without_links(contents, cell))))
    return True


def _read_host(contents: Contents, cell: str) -> bool:
    found = attendees(without_asides(contents, cell))
    contents.people += [replace(host, role=host.role or SeatRole.HOST) for host in found]
    return True


def _read_mode(contents: Contents, cell: str) -> bool:
    rest = squeezed(without_links(contents, cell))
    as_named = f"via {rest.capitalize()}"  # "teams" is a way to meet in this column only
    mode = mode_of(rest) or (mode_of(as_named) if is_only_mode(as_named) else None)
    contents.mode = contents.mode or mode
    contents.learn_kind(rest)
    if mode is None and rest:
        contents.titles.append((", ", rest))
    return True


def _read_place(contents: Contents, cell: str) -> bool:
    rest = squeezed(without_links(contents, cell))
    if is_only_mode(rest):
        contents.learn_mode(rest)
    elif room_in(rest) is not None or any(letter.isdigit() for letter in rest):
        contents.room = contents.room or rest
    else:
        contents.place = contents.place or rest
    return True


def _read_room(contents: Contents, cell: str) -> bool:
    if is_only_mode(cell):
        contents.learn_mode(cell)
    else:
        contents.room = contents.room or squeezed(cell)
    return True


def _read_focus(contents: Contents, cell: str) -> bool:
    """Read focus areas; where semicolons or lines part them, a comma belongs to a name."""
    sign = _AREA_LINES if _AREA_LINES.search(cell) else _AREA_COMMAS
    contents.focus_areas += [squeezed(part) for part in sign.split(cell) if part.strip()]
    return True


def _read_candidate(contents: Contents, cell: str) -> bool:
    contents.candidate = contents.candidate or squeezed(cell)
    return True


def _read_note(contents: Contents, cell: str) -> bool:
    contents.said.append(squeezed(cell))
    return True


def _read_link(contents: Contents, cell: str) -> bool:
    rest = squeezed(without_links(contents, cell))
    if rest:
        contents.said.append(rest)
    return True


def _read_zone(contents: Contents, cell: str) -> bool:
    contents.zone = contents.zone or squeezed(cell)
    return True


def _read_length(contents: Contents, cell: str) -> bool:
    """Read a length: a bare number is minutes ("120" is two hours), "1:30" hours and minutes."""
    shown = plain(cell).strip()
    clock = _CLOCK_LENGTH.fullmatch(shown)
    if clock is not None:
        length: timedelta | None = timedelta(hours=int(clock[1]), minutes=int(clock[2]))
    else:
        length = only_length(f"{shown} min" if shown.isdecimal() else shown)
    if length is None:
        contents.questions.append(Remark("unread_length", {"text": cell}))
    contents.length = contents.length or length
    return True


_READERS: Mapping[Column, Callable[[Contents, str], bool]] = {
    Column.PEOPLE: _read_people,
    Column.HOST: _read_host,
    Column.MODE: _read_mode,
    Column.PLACE: _read_place,
    Column.ROOM: _read_room,
    Column.FOCUS: _read_focus,
    Column.CANDIDATE: _read_candidate,
    Column.NOTE: _read_note,
    Column.LINK: _read_link,
    Column.LENGTH: _read_length,
    Column.ZONE: _read_zone,
}
