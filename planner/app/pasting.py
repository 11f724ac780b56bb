"""Pasting: a timetable read from a text or a calendar file, corrected by hand, made into a plan."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from planner.app.drafts import Beginning, begun_plan
from planner.domain.blocks import Kind
from planner.domain.edits.records import AddRecords
from planner.domain.ids import CandidateId
from planner.domain.people import Candidate
from planner.domain.plan import Plan
from planner.formats.ical.reading import read_calendar
from planner.formats.timetext.blocks import timetable_blocks
from planner.formats.timetext.paste import read_timetable
from planner.formats.timetext.timetable import Line, Remark, Row, Sort, Timetable

IS_TAKEN = "is_taken"
"""The correction that leaves a row aside, beside those that are fields of `Row`."""

_LONGEST_TITLE = 120
_MOST_NAMED = 3
_MOST_MATCHED = 2_000  # lines that changed at once; more are taken for another text


class Standing(StrEnum):
    """On what footing a line stands."""

    UNDERSTOOD = "understood"
    ASSUMED = "assumed"
    QUESTION = "question"
    CORRECTED = "corrected"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Pasted:
    """What is read: a text, or the bytes of a calendar file."""

    text: str = ""
    calendar: bytes = b""

    def read(self, *, day: date | None, zone: str, today: date) -> Timetable:
        """Return it as a timetable; ``day`` is for rows above which a text names none.

        Raises:
            PlannerError: it is too large, or no calendar.
        """
        if self.calendar:
            return read_calendar(self.calendar, zone=zone)
        return read_timetable(self.text, day=day, zone=zone, today=today)


@dataclass(frozen=True, slots=True)
class LineKey:
    """A line by what it says, and how many lines above say the same."""

    text: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """What somebody corrected: for each line the fields of its row.

    Those of lines that are gone are kept: they hold again when the line comes back.
    """

    by_key: Mapping[LineKey, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, key: LineKey) -> Mapping[str, Any]:
        """Return the corrected fields of a line."""
        return self.by_key.get(key, {})

    def with_field(self, key: LineKey, name: str, value: object) -> "Corrections":
        """Return the corrections with one more."""
        return Corrections({**self.by_key, key: {**self.of(key), name: value}})

    def without(self, key: LineKey) -> "Corrections":
        """Return the corrections with a line as it was read."""
        return Corrections({k: fields for k, fields in self.by_key.items() if k != key})


def keys_of(timetable: Timetable) -> tuple[LineKey, ...]:
    """Return a key for each line, in order; no two are the same."""
    seen: Counter[str] = Counter()
    keys: list[LineKey] = []
    for line in timetable.lines:
        keys.append(LineKey(line.text, seen[line.text]))
        seen[line.text] += 1
    return tuple(keys)


def corrected(timetable: Timetable, corrections: Corrections) -> Timetable:
    """Return the timetable with the corrections in place of what was read."""
    if not corrections.by_key:
        return timetable
    lines: list[Line] = []
    heading: tuple[date | None, date] | None = None
    for line, key in zip(timetable.lines, keys_of(timetable), strict=True):
        fields = corrections.of(key)
        if line.sort is Sort.DAY:
            heading = (line.day, fields["day"]) if fields.get("day") else None
        lines.append(_corrected(_under(line, heading), fields, lines))
    return replace(timetable, lines=tuple(lines))


def carried(corrections: Corrections, before: Timetable, after: Timetable) -> Corrections:
    """Return the corrections for a text that was edited, so that none is lost by typing.

    A line that stayed keeps its own. A line that was changed keeps what it says as before; where
    its new text says something else in a corrected field, the text is newer and wins.
    """
    if not corrections.by_key or before == after:
        return corrections
    old_keys, new_keys = keys_of(before), keys_of(after)
    kept = dict(corrections.by_key)
    moved: dict[LineKey, Mapping[str, Any]] = {}
    for old, new in _pairs(old_keys, new_keys):
        fields = kept.pop(old_keys[old], None)
        if fields is not None:
            moved[new_keys[new]] = _still_meant(fields, before.lines[old], after.lines[new])
    return Corrections({k: fields for k, fields in {**kept, **moved}.items() if fields})


def standing(line: Line, *, is_corrected: bool = False) -> Standing:
    """Return on what footing a line stands."""
    if line.questions:
        return Standing.QUESTION
    if is_corrected:
        return Standing.CORRECTED
    if line.row is None and line.sort not in {Sort.DAY, Sort.DETAIL, Sort.HEADER}:
        return Standing.ASIDE
    if line.sort is Sort.DETAIL or not line.notes:
        return Standing.UNDERSTOOD
    return Standing.ASSUMED


def pasted_plan(timetable: Timetable, beginning: Beginning, *, now: datetime) -> Plan:
    """Return a new plan with a block for each dated row.

    Where every row names its candidate, nobody else is in the plan.
    """
    plan = begun_plan(beginning, now=now)
    addition = pasted_addition(timetable, plan, tuple(plan.candidates))
    if addition is None:
        return plan
    made = _without_stand_in(plan, addition.apply(plan))
    return made if beginning.title else replace(made, title=_plan_title(made, beginning))


def pasted_addition(
    timetable: Timetable, plan: Plan, candidates: Sequence[CandidateId]
) -> AddRecords | None:
    """Return the edit that adds a block for each dated row; none where there is no such row."""
    records = timetable_blocks(timetable, plan, candidates=tuple(candidates))
    return AddRecords(records) if records else None


def text_of(data: bytes) -> str:
    """Return bytes as text: UTF-8, UTF-16 with its mark, else what mail programs call plain text."""
    for encoding in ("utf-8-sig", "utf-16"):
        if encoding == "utf-16" and data[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")


def _without_stand_in(begun: Plan, made: Plan) -> Plan:
    """Return a plan without the candidate it began with, if all blocks are about others.

    They apply for what that one would have applied for.
    """
    [first] = begun.candidates.values()
    seen = {candidate for block in made.blocks.values() for candidate in block.candidates}
    if first.id in seen or not seen:
        return made
    known = made.candidates
    named = [replace(known[c], application=first.application) for c in known if c in seen]
    return made.without(Candidate, [first.id]).with_records(named)


def _plan_title(made: Plan, beginning: Beginning) -> str:
    """Return what a plan is called that nobody has named: the position, and who comes."""
    names = [candidate.name for candidate in made.candidates.values()]
    more = "\u2026" if len(names) > _MOST_NAMED else ""
    parts = (beginning.position, *names[:_MOST_NAMED], more)
    return ", ".join(part for part in parts if part)


def _under(line: Line, heading: tuple[date | None, date] | None) -> Line:
    """Return a line with the date of a corrected heading above it, where it had it from there."""
    if heading is None or line.row is None or line.row.day != heading[0]:
        return line
    questions = tuple(item for item in line.questions if item.code != "row_without_day")
    return replace(line, row=replace(line.row, day=heading[1]), questions=questions)


def _corrected(line: Line, fields: Mapping[str, Any], above: Sequence[Line]) -> Line:
    if not fields:
        return line
    if not fields.get(IS_TAKEN, True):
        return replace(line, sort=Sort.TEXT, row=None, notes=(), questions=())
    if line.sort is Sort.DAY:
        return replace(line, day=fields.get("day", line.day), questions=())
    values = {name: value for name, value in fields.items() if name != IS_TAKEN}
    row = line.row if line.row is not None else _new_row(line, values, above)
    if row is None:
        return line
    row = replace(row, **values)
    return replace(line, sort=Sort.ROW, row=row, notes=(), questions=tuple(_open(row)))


def _new_row(line: Line, values: Mapping[str, Any], above: Sequence[Line]) -> Row | None:
    """Return a row for a line that was none; somebody has to say when it starts."""
    if values.get("start") is None:
        return None
    return Row(values["start"], Kind.INTERVIEW, day=_day_above(above), title=_title(line))


def _title(line: Line) -> str:
    return " ".join(line.text.split())[:_LONGEST_TITLE]


def _day_above(above: Sequence[Line]) -> date | None:
    days = (line.row.day if line.row is not None else line.day for line in reversed(above))
    return next((day for day in days if day is not None), None)


def _open(row: Row) -> Iterable[Remark]:
    """Yield what a corrected row leaves open."""
    if row.day is None:
        yield Remark("row_without_day", {"start": row.start})
    if row.end is not None and row.end <= row.start and not row.ends_next_day:
        yield Remark("end_before_start", {"start": row.start, "end": row.end})


def _pairs(old: Sequence[LineKey], new: Sequence[LineKey]) -> Iterable[tuple[int, int]]:
    """Yield which line became which: equal lines, and changed ones in between in their order."""
    first = 0
    while first < min(len(old), len(new)) and old[first].text == new[first].text:
        yield first, first
        first += 1
    last = 0
    limit = min(len(old), len(new)) - first
    while last < limit and old[-1 - last].text == new[-1 - last].text:
        last += 1
        yield len(old) - last, len(new) - last
    yield from _middle(old, new, first, last)


def _middle(
    old: Sequence[LineKey], new: Sequence[LineKey], first: int, last: int
) -> Iterable[tuple[int, int]]:
    gone = [key.text for key in old[first : len(old) - last]]
    come = [key.text for key in new[first : len(new) - last]]
    if max(len(gone), len(come)) > _MOST_MATCHED:
        return
    # A line that was only moved keeps its key, so it must not pass for one that was changed.
    stayed = {key.text for key in old} & {key.text for key in new}
    matcher = SequenceMatcher(None, gone, come, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        for left, right in zip(range(i, i_end), range(j, j_end), strict=False):
            is_changed = tag == "replace" and i_end - i == j_end - j
            if tag == "equal" or (is_changed and not stayed & {gone[left], come[right]}):
                yield first + left, first + right


def _still_meant(fields: Mapping[str, Any], before: Line, after: Line) -> Mapping[str, Any]:
    return {n: value for n, value in fields.items() if _said(before, n) == _said(after, n)}


def _said(line: Line, name: str) -> object:
    if name == IS_TAKEN:
        return None
    if line.row is None:
        return line.day if name == "day" else None
    return getattr(line.row, name)
