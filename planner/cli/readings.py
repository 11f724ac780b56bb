"""Arguments as people type them: dates, zones, lengths, and blocks by what they are called."""

import argparse
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from planner.app.clock import SystemClock, local_today
from planner.cli.terminal import spoken_language
from planner.domain.blocks import Block
from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.domain.zones import zone
from planner.formats.timetext.dates import read_date
from planner.formats.timetext.typed import read_length
from planner.formats.wording.refusals import refusal

_T = TypeVar("_T")
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


def block_called(plan: Plan, text: str) -> Block:
    """Return the one block with this id, title or local start (``11:00``, ``2015-09-25T11:00``).

    Raises:
        UnknownBlock: there is none, or more than one.
    """
    spelled = f"0{text}" if _SHORT_CLOCK.fullmatch(text) else text
    found = [b for b in plan.blocks.values() if spelled in _names(b)]
    if not found:
        wanted = text.casefold()
        found = [b for b in plan.blocks.values() if b.title.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    reason = "several" if found else "none"
    known = ", ".join(shown_block(b) for b in found or plan.blocks.values())
    raise UnknownBlock(text=text, known=known, reason=reason)


def shown_block(block: Block) -> str:
    """Return every name by which a block can be asked for, as ``11:00 Lunch [lunch]``."""
    start = "" if block.timebox is None else f"{block.timebox.start.local:%Y-%m-%dT%H:%M}"
    return " ".join(part for part in (start, block.title, f"[{block.id}]") if part)


def today() -> date:
    """Return the date on the clocks of this computer."""
    return local_today(SystemClock())


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
