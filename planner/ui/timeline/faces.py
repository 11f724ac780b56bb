"""Faces: what a block says in a column, as finished texts; how much of it fits is for the painter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from planner.domain.blocks import Block, Kind, Mode, StartRule
from planner.domain.plan import Plan
from planner.domain.problems import Severity
from planner.domain.sequences import length_of, rest_minimum
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.ui.timeline.columns import DEAD_BAND, Column, ColumnKind, lacks_people

_COLOURS = {
    Kind.INTERVIEW: "interview",
    Kind.BREAK: "rest",
    Kind.MEAL: "meal",
    Kind.ARRIVAL: "logistics",
    Kind.TOUR: "logistics",
    Kind.ESCORT: "logistics",
    Kind.TALK: "talk",
    Kind.DEBRIEF: "debrief",
    Kind.FREE_TIME: "free",
}

_ICONS = {Mode.PHONE: "phone", Mode.VIDEO: "video"}


@dataclass(frozen=True, slots=True)
class Face:
    """The texts of one block in one column, and what its picture must show besides.

    ``colours`` names the kind's colours in the theme. ``is_open`` where ``line`` says that somebody
    must still be found. ``delay`` is by how much it will start late.
    """

    colours: str
    title: str
    times: str
    line: str = ""
    chips: tuple[str, ...] = ()
    icon: str = ""
    is_open: bool = False
    is_hatched: bool = False
    is_fixed: bool = False
    severity: Severity | None = None
    delay: str = ""


def face_of(
    block: Block,
    column: Column,
    plan: Plan,
    language: Language,
    severity: Severity | None = None,
    delay: timedelta = timedelta(),
) -> Face:
    """Return what a scheduled block says in a column."""
    is_open = lacks_people(block) and column.kind is not ColumnKind.PERSON
    return Face(
        colours=colours_of(block),
        title=title_of(block, language),
        times=times_of(block, plan, language),
        line=_line(block, column, plan, language),
        chips=_chips(block, column, plan),
        icon=_ICONS.get(block.mode, "") if block.mode is not None else "",
        is_open=is_open and not block.attendees,
        is_hatched=block.is_rest and block.kind is not Kind.FREE_TIME,
        is_fixed=block.start_rule is StartRule.FIXED,
        severity=severity,
        delay=f"+{language.length(delay)}" if delay > DEAD_BAND else "",
    )


def colours_of(block: Block) -> str:
    """Return the name of the colours for a block, as in `colours.BLOCK_KINDS`."""
    if block.is_assessing:
        return "call" if block.is_call else "interview"
    return _COLOURS[block.kind]


def title_of(block: Block, language: Language) -> str:
    """Return the title of a block; its kind where it has none."""
    return one_line(block.title) or term(block.kind, language)


def times_of(block: Block, plan: Plan, language: Language) -> str:
    """Return from when to when a block is planned; nothing where it waits to be scheduled."""
    box = block.timebox
    if box is None:
        return ""
    return language.span(box.start, box.start.moved(length_of(box, plan.policy)))


def spoken(block: Block, plan: Plan, language: Language) -> str:
    """Return what a screen reader says of a block: times, title, people, room."""
    people = language.join(_names(plan.people[person].name for person in block.attendees))
    room = plan.rooms[block.room].name if block.room is not None else one_line(block.place)
    parts = [times_of(block, plan, language), title_of(block, language), people, one_line(room)]
    if lacks_people(block):
        parts.insert(2, language.text("Nobody assigned yet"))
    return ", ".join(part for part in parts if part)


def _line(block: Block, column: Column, plan: Plan, language: Language) -> str:
    if block.is_rest:
        minimum = language.length(rest_minimum(block, plan.policy))
        return language.text("At least {length}", length=minimum)
    if column.kind in {ColumnKind.PERSON, ColumnKind.OPEN_SEATS}:
        several = len(plan.candidates) > 1
        return language.join(_candidates(block, plan)) if several else ""
    people = language.join(_names(plan.people[person].name for person in block.attendees))
    if not people and lacks_people(block):
        return language.text("Nobody assigned yet")
    if column.is_of_rooms and not people:
        return language.join(_candidates(block, plan))
    return people


def _chips(block: Block, column: Column, plan: Plan) -> tuple[str, ...]:
    room = plan.rooms[block.room].name if block.room is not None else block.place
    areas = (plan.focus_areas[area].name for area in block.focus_areas)
    return tuple(_names((*(() if column.is_of_rooms else (room,)), *areas)))


def _candidates(block: Block, plan: Plan) -> list[str]:
    return _names(plan.candidates[candidate].name for candidate in block.candidates)


def _names(names: Iterable[str]) -> list[str]:
    return [name for name in map(one_line, names) if name]
