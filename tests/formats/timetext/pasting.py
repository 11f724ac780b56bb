"""Builders for the tests of pasted timetables: defaults, counters for ids, and rows as text."""

from collections import Counter
from datetime import date
from itertools import count
from typing import Any

from planner.domain.blocks import Block
from planner.domain.ids import OfficeId, PersonId, RoomId
from planner.domain.people import Person
from planner.domain.places import Room
from planner.domain.plan import Plan, Record
from planner.formats.timetext.blocks import NewIds
from planner.formats.timetext.paste import read_timetable, timetable_blocks
from planner.formats.timetext.timetable import Line, Row, Sort, Timetable
from tests.builders import DAY, ZONE, plan

TODAY = date(2015, 9, 1)


def paste(text: str, *, day: date | None = DAY, today: date = TODAY) -> Timetable:
    return read_timetable(text, day=day, zone=ZONE, today=today)


def only_row(text: str) -> Row:
    """Return the row of a text that has exactly one."""
    (row,) = paste(text).rows
    return row


def only_line(text: str) -> Line:
    (line,) = paste(text).lines
    return line


def spans(timetable: Timetable) -> list[str]:
    """Return every row as ``10:15-11:00``, with ``?`` for an unknown end."""
    return [
        f"{row.start:%H:%M}-{'?' if row.end is None else f'{row.end:%H:%M}'}"
        for row in timetable.rows
    ]


def note_codes(timetable: Timetable) -> list[str]:
    return [note.code for line in timetable.lines for note in line.notes]


def question_codes(timetable: Timetable) -> list[str]:
    return [question.code for line in timetable.lines for question in line.questions]


def sorts(timetable: Timetable) -> list[Sort]:
    return [line.sort for line in timetable.lines]


def counted_ids() -> NewIds:
    """Return ids such as ``person-2`` and seeds that are the same in every run."""
    numbers: Counter[str] = Counter()
    seeds = count(1)

    def record(prefix: str) -> str:
        numbers[prefix] += 1
        return f"{prefix}-{numbers[prefix]}"

    return NewIds(record=record, seed=lambda: f"00000000-0000-4000-8000-{next(seeds):012d}")


def somebody(person_id: str, name: str, **fields: Any) -> Person:
    return Person(id=PersonId(person_id), name=name, **fields)


def room_called(name: str, room_id: str) -> Room:
    return Room(id=RoomId(room_id), name=name, office=OfficeId("lux"))


def records(text: str, into: Plan | None = None) -> tuple[Record, ...]:
    return timetable_blocks(paste(text), into or plan(), new_ids=counted_ids())


def blocks(text: str, into: Plan | None = None) -> list[Block]:
    return [record for record in records(text, into) if isinstance(record, Block)]
