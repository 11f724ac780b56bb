"""Facts of problems, edits and refusals as words: names for records, clocks for moments."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from planner.domain.blocks import Block
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term

NOBODY = "???"


def render(  # noqa: PLR0911 -- one return for each type of fact is the table itself
    value: object, plan: Plan | None, language: Language
) -> str:
    """Return a fact as words.

    A `Subject` becomes the record's name, a Moment its local time, a timedelta a length, a date a
    short day, a StrEnum its term, a tuple a list with "and".
    """
    match value:
        case Subject():
            return subject_name(value, plan, language)
        case Moment() | datetime() | time():
            return language.clock(value)
        case date():
            return language.short_day(value)
        case timedelta():
            return language.length(value)
        case StrEnum():
            return term(value, language)
        case tuple() | list() | frozenset():
            return language.join([render(item, plan, language) for item in value])
        case _:
            return str(value)


def rendered(
    facts: Mapping[str, object], plan: Plan | None, language: Language
) -> dict[str, object]:
    """Return all facts as words, ready for the placeholders of a sentence."""
    return {name: render(value, plan, language) for name, value in facts.items()}


def subject_name(subject: Subject, plan: Plan | None, language: Language) -> str:
    """Return what a record is called; its id where the plan does not hold it."""
    record = _record(subject, plan)
    if isinstance(record, Block):
        return block_name(record, language)
    names = (getattr(record, attribute, "") for attribute in ("name", "stage", "hotel"))
    return one_line(next((str(name) for name in names if name), subject.id))


def block_name(block: Block, language: Language) -> str:
    """Return the block's title with its time, or its kind where it has no title."""
    title = one_line(block.title) or term(block.kind, language)
    return title if block.timebox is None else f"{title} ({language.clock(block.timebox.start)})"


def _record(subject: Subject, plan: Plan | None) -> object:
    table: object = getattr(plan, subject.table, None)  # a plan also has fields that are no table
    return table.get(subject.id) if isinstance(table, Mapping) else None
