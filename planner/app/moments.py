"""Moments as people type them: ``11:12``, with a date, or in full."""

import re
from datetime import UTC, date, datetime, time

from planner.domain.errors import InvalidValue
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.domain.times import Moment

_CLOCK = re.compile(r"\d{1,2}:\d\d")


def moment_called(plan: Plan, told: Log, text: str) -> Moment:
    """Return the moment that a text means, on the clocks of the place where the day happens.

    A time of day alone means the date of the last entry of the log, else the last date of the plan.
    An offset or a zone in the text is obeyed (``2015-09-25T11:12+02:00[Europe/Luxembourg]``).

    Raises:
        InvalidValue: it is no date and time, or the plan has no date for a time of day alone.
    """
    if "[" in text:
        return Moment.parse(text)
    try:
        if _CLOCK.fullmatch(text):
            return _on(plan, _date(plan, told, text), time.fromisoformat(text.zfill(5)))
        typed = datetime.fromisoformat(text)
        if typed.tzinfo is not None:
            return Moment(typed.astimezone(UTC), plan.zone())
    except (ValueError, OverflowError):  # an offset may lead out of the calendar
        raise InvalidValue(field="now", reason="no_such_time", value=text[:80]) from None
    return _on(plan, typed.date(), typed.time())


def _date(plan: Plan, told: Log, text: str) -> date:
    if told.effective:
        return Moment(told.effective[-1].at, plan.zone()).day
    days = [block.timebox.start.day for block in plan.blocks.values() if block.timebox is not None]
    if not days:
        raise InvalidValue(field="now", reason="nothing_scheduled", value=text)
    return max(days)


def _on(plan: Plan, day: date, clock: time) -> Moment:
    starts = (block.timebox.start for block in plan.blocks.values() if block.timebox is not None)
    zone = next((start.zone for start in sorted(starts) if start.day == day), plan.zone())
    return Moment.from_wall(day, clock, zone)
