"""Arguments as people type them: dates, zones, lengths, and blocks by what they are called."""

import argparse
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeVar

from planner.app.clock import SystemClock, local_today
from planner.cli.terminal import spoken_language
from planner.domain.blocks import Block
from planner.domain.errors import PlannerError, UnknownRecord
from planner.domain.ids import CandidateId, PersonId
from planner.domain.people import Candidate, Person
from planner.domain.plan import Plan
from planner.domain.zones import zone
from planner.formats.timetext.dates import read_date
from planner.formats.timetext.typed import read_length
from planner.formats.wording.refusals import refusal
from planner.formats.wording.whose import has_several, names_of

_T = TypeVar("_T")
_Id = TypeVar("_Id", CandidateId, PersonId)
_MOST_DIGITS = 5  # of minutes: two months are longer than any day
_SHORT_CLOCK = re.compile(r"\d:\d\d")


class UnknownBlock(PlannerError):
    """No block, or more than one, answers to a text. Facts: ``text``, ``known``, ``reason``."""

    code = "unknown_block"


def day(text: str) -> date:
    """Return a date, for argparse."""
    return _told(lambda: read_date(text, today=today()).day)


def zone_name(text: str) -> str:
    """Return the name of a zone that exists, for argparse."""
    _told(lambda: zone(text))
    return text


def block_length(text: str) -> tuple[str, timedelta]:
    """Return what ``BLOCK=MINUTES`` says, for argparse."""
    name, equals, length = text.rpartition("=")
    if not equals or not name:
        message = f"{text!r} is not BLOCK=MINUTES, such as interview-2=15"
        raise argparse.ArgumentTypeError(message)
    sign = -1 if length.startswith("-") else 1
    typed = length[1:] if length[:1] in {"+", "-"} else length
    if typed.isdecimal() and len(typed) <= _MOST_DIGITS:  # minutes here: the metavar says so
        return name, sign * timedelta(minutes=int(typed))
    return name, sign * _told(lambda: read_length(typed))


def typed_minutes(text: str) -> timedelta:
    """Return a length in minutes (``5``) or as people write it (``1 h``), for argparse."""
    if text.isdecimal() and len(text) <= _MOST_DIGITS:
        return timedelta(minutes=int(text))
    return _told(lambda: read_length(text))


def block_called(
    plan: Plan, text: str, day: date | None = None, candidate: CandidateId | None = None
) -> Block:
    """Return the one block with this id, title or local start (``11:00``, ``2015-09-25T11:00``).

    Where several answer, it is that of the candidate, and that on the date, where they are given.

    Raises:
        UnknownBlock: there is none, or more than one.
    """
    spelled = f"0{text}" if _SHORT_CLOCK.fullmatch(text) else text
    found = [b for b in plan.blocks.values() if spelled in _names(b)]
    if not found:
        wanted = text.casefold()
        found = [b for b in plan.blocks.values() if b.title.casefold() == wanted]
    if candidate is not None:
        found = [b for b in found if candidate in b.candidates] or found
    if day is not None:
        found = [b for b in found if b.timebox is not None and b.timebox.start.day == day] or found
    if len(found) == 1:
        return found[0]
    reason = "several" if found else "none"
    known = ", ".join(shown_block(b, plan) for b in found or plan.blocks.values())
    raise UnknownBlock(text=text, known=known, reason=reason)


def person_called(plan: Plan, text: str) -> PersonId:
    """Return who has this id or name.

    Raises:
        UnknownRecord: nobody has.
    """
    return _called(plan.people, text, "people")


def candidate_called(plan: Plan, text: str) -> CandidateId:
    """Return the candidate with this id or name.

    Raises:
        UnknownRecord: none has.
    """
    return _called(plan.candidates, text, "candidates")


def shown_block(block: Block, plan: Plan) -> str:
    """Return every name by which a block can be asked for, as ``11:00 Lunch [lunch]``.

    Where the plan has several candidates, whose it is stands there as well.
    """
    start = "" if block.timebox is None else f"{block.timebox.start.local:%Y-%m-%dT%H:%M}"
    whose = names_of(plan, [block.id], spoken_language()) if has_several(plan) else ""
    parts = (start, block.title, f"({whose})" if whose else "", f"[{block.id}]")
    return " ".join(part for part in parts if part)


def today() -> date:
    """Return the date on the clocks of this computer."""
    return local_today(SystemClock())


def _called(known: Mapping[_Id, Person] | Mapping[_Id, Candidate], text: str, kind: str) -> _Id:
    """Return the one with this id, else with this name, in small or capital letters."""
    named = (name for name, one in known.items() if one.name.casefold() == text.casefold())
    found = next((name for name in known if name == text), None) or next(named, None)
    if found is None:
        raise UnknownRecord(kind=kind, id=text)
    return found


def _names(block: Block) -> tuple[str, ...]:
    if block.timebox is None:
        return (block.id,)
    local = block.timebox.start.local
    return (block.id, f"{local:%H:%M}", f"{local:%Y-%m-%dT%H:%M}")


def _told(read: Callable[[], _T]) -> _T:
    try:
        return read()
    except PlannerError as error:
        raise argparse.ArgumentTypeError(refusal(error, spoken_language())) from error
