"""The rows of the table view as finished texts: what stands in each cell, shown and typed. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from planner.domain.blocks import Block, Rsvp, Seat, SeatRole
from planner.domain.ids import BlockId, PlanId
from planner.domain.plan import Plan
from planner.domain.problems import SEVERITIES, Problem, Severity
from planner.formats.plaintext import one_line
from planner.formats.wording.facts import NOBODY
from planner.formats.wording.language import Language
from planner.formats.wording.problems import problem_sentences
from planner.formats.wording.terms import term
from planner.i18n import mark
from planner.schedule.agenda import Agenda
from planner.ui.models.problem_rows import are_same, named_records
from planner.ui.models.typed_cells import TYPE_SEPARATOR
from planner.ui.models.typed_names import SEPARATOR

HEADING_KEY = "without-a-time"
"""The key of the row above the blocks that wait to be scheduled."""


class Column(IntEnum):
    """The columns of the table, from left to right."""

    MARK = 0
    TIMEBOX = 1
    PARTNER = 2
    TYPE = 3
    WHERE = 4
    FOCUS = 5


COLUMN_TITLES: Mapping[Column, str] = {
    Column.MARK: mark("Problems"),
    Column.TIMEBOX: mark("Timebox"),
    Column.PARTNER: mark("Interview partner"),
    Column.TYPE: mark("Type"),
    Column.WHERE: mark("Where"),
    Column.FOCUS: mark("Focus areas"),
}

_NAMED = ("people", "rooms", "focus_areas", "candidates", "offices")
_UNNAMED = mark("not assigned")
_WITHOUT_TIME = mark("Without a time")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, and what stands in its editor; ``is_missing`` where something should be."""

    shown: str = ""
    typed: str = ""
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """One block as a row, or a heading: that has no block. ``told`` says the row in one sentence."""

    key: str
    block: BlockId | None
    cells: tuple[Cell, ...]
    told: str
    severity: Severity | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A row, and what it was made of: also the records that its problems call by name."""

    block: Block
    problems: Sequence[Problem]
    named: Sequence[object]
    row: TimetableRow

    def is_of(self, block: Block, problems: Sequence[Problem], named: Sequence[object]) -> bool:
        """Say whether the row would be the same now."""
        is_told_the_same = self.problems == problems and are_same(self.named, named)
        return self.block is block and is_told_the_same


class RowMaker:
    """Makes rows, and keeps them for as long as nothing that they tell has changed."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._plan = Plan(PlanId(""), "")
        self._kept: dict[BlockId, _Kept] = {}

    def rows(
        self, agenda: Agenda, day: date | None, problems: Iterable[Problem]
    ) -> list[TimetableRow]:
        """Return the rows of a day: its blocks in order of start, then those without a time."""
        self._take_over(agenda.plan)
        told = _by_block(problems)
        on_day = [
            self._row(entry.block, told)
            for entry, date_of in zip(agenda.entries, agenda.dates, strict=True)
            if date_of == day
        ]
        waiting = [self._row(block, told) for block in agenda.unscheduled]
        return [*on_day, self.heading(), *waiting] if waiting else on_day

    def _take_over(self, plan: Plan) -> None:
        """Forget rows that name people or places which are called differently now."""
        if any(getattr(plan, name) is not getattr(self._plan, name) for name in _NAMED):
            self._kept.clear()
        self._plan = plan

    def _row(self, block: Block, told: Mapping[str, Sequence[Problem]]) -> TimetableRow:
        problems = tuple(told.get(block.id, ()))
        named = [record for problem in problems for record in named_records(problem, self._plan)]
        kept = self._kept.get(block.id)
        if kept is not None and kept.is_of(block, problems, named):
            return kept.row
        row = self.of(block, problems)
        self._kept[block.id] = _Kept(block, problems, named, row)
        return row

    def heading(self) -> TimetableRow:
        """Return the row above the blocks that wait to be scheduled."""
        title = self._language.text(_WITHOUT_TIME)
        return TimetableRow(HEADING_KEY, None, (Cell(title),) * len(Column), title)

    def of(self, block: Block, problems: Sequence[Problem]) -> TimetableRow:
        """Return the row of a block."""
        said = tuple(problem_sentences(p, self._plan, self._language)[0] for p in problems)
        severities = {problem.severity for problem in problems}
        worst = next((severity for severity in SEVERITIES if severity in severities), None)
        cells = (
            Cell("", "\n".join(said)),
            self._times(block),
            self._people(block),
            self._type(block),
            self._where(block),
            self._focus(block),
        )
        return TimetableRow(block.id, block.id, cells, self._sentence(block, cells), worst, said)

    def _times(self, block: Block) -> Cell:
        box = block.timebox
        if box is None:
            return Cell(self._language.text(_WITHOUT_TIME), "")
        shown = self._language.span(box.start, box.end)
        return Cell(shown, shown.replace(" \u2013 ", "-"))

    def _people(self, block: Block) -> Cell:
        if block.is_assessing and not block.seats:
            return Cell(f"{NOBODY} {self._language.text(_UNNAMED)}", "", is_missing=True)
        lines = [self._seat(seat) for seat in block.seats]
        typed = SEPARATOR.join(self._name(seat) or NOBODY for seat in block.seats)
        is_open = any(seat.person is None and seat.is_required for seat in block.seats)
        return Cell("\n".join(lines), typed, is_open)

    def _seat(self, seat: Seat) -> str:
        name = self._name(seat) or f"{NOBODY} {self._language.text(_UNNAMED)}"
        notes = [term(seat.role, self._language)] if seat.role is not SeatRole.LEAD else []
        if seat.rsvp is Rsvp.DECLINED:
            notes.append(term(seat.rsvp, self._language))
        return f"{name} ({', '.join(notes)})" if notes else name

    def _name(self, seat: Seat) -> str:
        person = self._plan.people.get(seat.person) if seat.person is not None else None
        return one_line(person.name) if person is not None else ""

    def _type(self, block: Block) -> Cell:
        parts = [one_line(block.title) or term(block.kind, self._language)]
        if block.mode is not None:
            parts.append(term(block.mode, self._language))
        text = TYPE_SEPARATOR.join(parts)
        return Cell(text, text)

    def _where(self, block: Block) -> Cell:
        room = self._plan.rooms.get(block.room) if block.room is not None else None
        text = one_line(block.place) if room is None else one_line(room.name)
        return Cell(text, text)

    def _focus(self, block: Block) -> Cell:
        areas = self._plan.focus_areas
        names = [one_line(areas[area].name) for area in block.focus_areas if area in areas]
        return Cell(TYPE_SEPARATOR.join(names), SEPARATOR.join(names))

    def _sentence(self, block: Block, cells: Sequence[Cell]) -> str:
        box, language = block.timebox, self._language
        when = language.text(_WITHOUT_TIME)
        if box is not None and box.end is not None:
            when = language.text(
                "{start} to {end}",
                start=language.clock(box.start),
                end=language.clock(box.end.in_zone(box.start.zone)),
            )
        elif box is not None:
            when = language.clock(box.start)
        order = (Column.TYPE, Column.PARTNER, Column.WHERE, Column.FOCUS)
        said = [cells[column].shown.replace("\n", ", ") for column in order]
        return ", ".join([when, *filter(None, said)])


def _by_block(problems: Iterable[Problem]) -> Mapping[str, Sequence[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        for subject in problem.subjects:
            if subject.table == "blocks":
                found.setdefault(subject.id, []).append(problem)
    return found
