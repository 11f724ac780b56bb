"""Cells of a pasted timetable: a row as texts, and what a corrected text means for its fields."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Any

from planner.app.pasting import IS_TAKEN
from planner.domain.errors import PlannerError
from planner.formats.plaintext import one_line
from planner.formats.timetext.spelling import folded
from planner.formats.timetext.timetable import Attendee, Row
from planner.formats.timetext.typed import read_clock, read_date, read_length
from planner.formats.wording.facts import NOBODY
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term

_MIDNIGHT = timedelta(days=1)
_HOUR = 60


def cell_text(row: Row, cell: str, language: Language) -> str:
    """Return what a cell of a row shows; ``cell`` is one of `CELLS`."""
    return CELLS[cell](row, language)


def day_text(day: date, language: Language) -> str:
    """Return a day as cells show it: with its weekday and its year."""
    return f"{language.short_day(day)} {day.year}"


def meant_by(cell: str, text: str, row: Row | None, *, today: date) -> Mapping[str, Any]:
    """Return the fields of a row that a typed text changes.

    Without a row, only a day and a start say something: they begin one.

    Raises:
        UnreadableInput, AmbiguousInput: the text has no reading, or several.
    """
    written = one_line(text)
    if cell == "day":
        return {"day": read_date(written, today=today).day}
    if cell == "start":
        start = read_clock(written, base=None if row is None else row.start)
        return {"start": start, IS_TAKEN: True}
    return {} if row is None else _MEANT[cell](written, row)


def _end(row: Row, language: Language) -> str:
    return "" if row.end is None else language.clock(row.end)


def _names(row: Row, _language: Language) -> str:
    return ", ".join(one_line(person.name) or NOBODY for person in row.people)


CELLS: Mapping[str, Callable[[Row, Language], str]] = {
    "day": lambda row, language: "" if row.day is None else day_text(row.day, language),
    "start": lambda row, language: language.clock(row.start),
    "end": _end,
    "title": lambda row, _language: one_line(row.title),
    "people": _names,
    "place": lambda row, _language: one_line(row.room or row.place),
    "kind": lambda row, language: term(row.kind, language),
}
"""How each cell is written."""


def _meant_end(text: str, row: Row) -> Mapping[str, Any]:
    """Return the end that a text means: a time, or how long it takes."""
    if not text:
        return {"end": None, "ends_next_day": False}
    try:
        end = read_clock(text, base=row.end or row.start)
    except PlannerError as error:
        if error.facts.get("reason") != "length_not_clock":
            raise
        return _end_after(row.start, read_length(text))
    return {"end": end, "ends_next_day": False}


def _end_after(start: time, length: timedelta) -> Mapping[str, Any]:
    total = timedelta(hours=start.hour, minutes=start.minute) + length
    minutes = int((total % _MIDNIGHT).total_seconds()) // _HOUR
    return {"end": time(*divmod(minutes, _HOUR)), "ends_next_day": total >= _MIDNIGHT}


def _meant_people(text: str, row: Row) -> Mapping[str, Any]:
    """Return who is named, between commas; those who were there keep their jobs and addresses."""
    known = {folded(person.name): person for person in row.people}
    names = [one_line(name) for name in text.replace(";", ",").split(",")]
    people = (
        known.get(folded(name)) or Attendee(name="" if set(name) == {"?"} else name)
        for name in names
        if name
    )
    return {"people": tuple(people)}


_MEANT: Mapping[str, Callable[[str, Row], Mapping[str, Any]]] = {
    "end": _meant_end,
    "title": lambda text, _row: {"title": text},
    "people": _meant_people,
    "place": lambda text, row: {"room": text} if row.room else {"place": text},
}
