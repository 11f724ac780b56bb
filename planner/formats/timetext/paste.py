"""Paste a timetable: a text from an e-mail, a document or a spreadsheet, understood line by line.

Nothing is dropped: each line that is not blank is in the outcome once, with what it was taken for.
Nothing is guessed in silence: what the text did not say is a note, what was not understood is a
question. `planner.formats.wording.timetable` makes sentences of both.
"""

from dataclasses import replace
from datetime import date

from planner.domain.blocks import Kind, SeatRole
from planner.domain.zones import zone as zone_info
from planner.formats.timetext.blocks import timetable_blocks
from planner.formats.timetext.cells import text_lines
from planner.formats.timetext.clocks import DAY_MINUTES
from planner.formats.timetext.contents import Contents
from planner.formats.timetext.drafts import Draft
from planner.formats.timetext.errors import PasteTooLarge
from planner.formats.timetext.hypertext import html_lines, is_html
from planner.formats.timetext.inference import Resolved, clock_time, resolve
from planner.formats.timetext.relative_days import Calendar
from planner.formats.timetext.rows import MOST_LINES, read_lines
from planner.formats.timetext.timetable import Attendee, Line, Row, Sort, Timetable
from planner.formats.timetext.zone_words import is_own_zone

__all__ = ["MOST_CHARACTERS", "MOST_LINES", "read_timetable", "timetable_blocks"]

MOST_CHARACTERS = 1_000_000


def read_timetable(text: str, *, day: date | None, zone: str, today: date) -> Timetable:
    """Read a pasted timetable.

    ``day`` is the date of rows above which the text names none; without it they stay undated.
    ``today`` helps where a date leaves out its year. Times are meant on the clocks of ``zone``.

    Raises:
        PasteTooLarge: the text has more characters or lines than `MOST_CHARACTERS`, `MOST_LINES`.
        UnknownZone: the zone data knows no such zone.
    """
    zone_info(zone)
    if len(text) > MOST_CHARACTERS:
        raise PasteTooLarge(reason="characters", limit=MOST_CHARACTERS, found=len(text))
    lines = html_lines(text) if is_html(text) else text_lines(text)
    if len(lines) > MOST_LINES:
        raise PasteTooLarge(reason="lines", limit=MOST_LINES, found=len(lines))
    read = read_lines(lines, Calendar(today=today, given=day))
    times = resolve(read)
    return Timetable(zone, tuple(_line(draft, times.get(i), zone) for i, draft in enumerate(read)))


def _line(draft: Draft, times: Resolved | None, zone: str) -> Line:
    row = _row(draft, times) if times is not None and draft.sort is Sort.ROW else None
    if row is not None:
        _add_remarks(draft, row, zone)
    return Line(
        number=draft.source.number,
        text=draft.source.text,
        sort=draft.sort,
        row=row,
        day=draft.day if draft.sort is Sort.DAY else None,
        notes=tuple(draft.notes + draft.contents.notes),
        questions=tuple(draft.questions + draft.contents.questions),
    )


def _row(draft: Draft, times: Resolved) -> Row:
    contents = draft.contents
    end = times.end
    return Row(
        start=clock_time(times.start),
        kind=contents.kind or (Kind.TALK if contents.is_closing_talk else Kind.INTERVIEW),
        day=draft.day,
        end=None if end is None else clock_time(end),
        ends_next_day=end is not None and end >= DAY_MINUTES,
        title=contents.title,
        mode=contents.mode,
        people=_people(contents),
        room=contents.room,
        place=contents.place,
        candidate=contents.candidate,
        focus_areas=tuple(contents.focus_areas),
        link=contents.link,
        number=contents.number,
        note="; ".join([*contents.said, *_asides(contents)]),
    )


def _asides(contents: Contents) -> list[str]:
    """Return what was said about people beside their jobs; it is for the planner only."""
    said = ((person.name, person.aside) for person in contents.people if person.aside)
    return [f"{name}: {aside}" if name else aside for name, aside in said]


def _people(contents: Contents) -> tuple[Attendee, ...]:
    """Return who comes; in a lunch that is an interview they are there to assess."""
    people = tuple(contents.people)
    if not contents.is_interview or contents.kind is Kind.INTERVIEW:
        return people
    return tuple(replace(person, role=person.role or SeatRole.LEAD) for person in people)


def _add_remarks(draft: Draft, row: Row, zone: str) -> None:
    """Say what holds for the row as a whole."""
    written = draft.written
    _add_clocks(draft, zone)
    if written is not None and written.is_about:
        draft.note("about", start=row.start)
    if draft.contents.is_closing_talk:
        draft.note("assumed_closing_talk", kind=row.kind)
    elif draft.contents.kind is None:
        draft.note("assumed_kind", kind=row.kind)
    if asides := tuple(_asides(draft.contents)):
        draft.note("kept_internally", texts=asides)
    others = tuple(person.name for person in row.people if person.is_other)
    if others:
        draft.note("other_person", names=others)
    if row.day is None:
        draft.ask("row_without_day", start=row.start)


def _add_clocks(draft: Draft, zone: str) -> None:
    """Say which clocks the text names; ask where they are not those of the timetable."""
    written = draft.written.zone if draft.written is not None else ""
    for named in dict.fromkeys((draft.contents.zone, written, *draft.contents.clocks)):
        if named and is_own_zone(named, zone):
            if named != zone:
                draft.note("zone_named", text=named, zone=zone)
        elif named:
            draft.ask("other_clocks", text=named, zone=zone)
