"""The words of a day's report: columns, figures, and how a block differs from its plan."""

from collections.abc import Mapping
from datetime import timedelta

from planner.domain.times import ZERO
from planner.formats.wording.language import Language
from planner.formats.wording.risk import percent
from planner.i18n import mark

REPORT = mark("Report of the day")
REHEARSAL_REPORT = mark("Rehearsal: report of the day")
FILE_WORD = mark("Report")
REHEARSAL_FILE_WORD = mark("Rehearsal report")
INTERNAL = mark("Internal: for the coordinator only. Do not pass it on.")
AS_OF = mark("as of {clock}")

COLUMN_BLOCK = mark("Block")
COLUMN_PLANNED = mark("Planned")
COLUMN_ACTUAL = mark("Actual")
COLUMN_STARTED = mark("Start")
COLUMN_LENGTH = mark("Length")
COLUMN_LOST = mark("Lost to")
COLUMN_PICTURE = mark("Planned and actual")
PICTURE = mark("Planned above, actual below")

COLUMN_PLANNED_START = mark("Planned start")
COLUMN_PLANNED_END = mark("Planned end")
COLUMN_PLANNED_MINUTES = mark("Planned minutes")
COLUMN_ACTUAL_START = mark("Actual start")
COLUMN_ACTUAL_END = mark("Actual end")
COLUMN_ACTUAL_MINUTES = mark("Actual minutes")
COLUMN_EFFECTIVE_MINUTES = mark("Effective minutes")
COLUMN_LATE_MINUTES = mark("Minutes late")
COLUMN_OVER_MINUTES = mark("Minutes over")
COLUMN_PROMISED_MINUTES = mark("Promised rest")
COLUMN_ON_TIME = mark("On time")
COLUMN_STATE = mark("What became of it")
YES, NO = mark("yes"), mark("no")

LOST_COLUMNS: Mapping[str, str] = {
    "no_show": mark("Lost to no-show"),
    "late_start": mark("Lost to late start"),
    "overrun": mark("Lost to overruns"),
    "dropped": mark("Lost to interruptions"),
    "cut": mark("Lost by ending early"),
    "skipped": mark("Lost to skipped blocks"),
}
"""By the value of `planner.schedule.live.accounts.Cause`."""

CAUSES_IN_SUM: Mapping[str, str] = {
    "no_show": mark("no-shows"),
    "late_start": mark("late starts"),
    "overrun": mark("overruns"),
    "dropped": mark("interruptions"),
    "cut": mark("ended early"),
    "skipped": mark("skipped"),
}
"""The same, of a whole day."""

ON_TIME = mark("On time")
REST = mark("Rest")
LOST = mark("Lost interview time")
LOST_BY_CAUSE = mark("What time was lost to")
REPAIRED = mark("What was changed on the day")
LEFT = mark("Who left, and when")
LIKED = mark("The candidate liked")
NOT_LIKED = mark("The candidate did not like")

DEAD_BAND = timedelta(seconds=30)
"""Differences up to this are none: nobody presses a button to the second."""


def start_words(delay: timedelta, language: Language) -> str:
    """Return how late something began: ``on time``, ``12 min late``, ``3 min early``."""
    if abs(delay) <= DEAD_BAND:
        return language.text("on time")
    length = language.length(abs(delay))
    if delay < ZERO:
        return language.text("{by} early", by=length)
    return language.text("{by} late", by=length)


def over_words(over: timedelta, language: Language) -> str:
    """Return by how much something took longer: ``as planned``, ``12 min longer``."""
    if abs(over) <= DEAD_BAND:
        return language.text("as planned")
    length = language.length(abs(over))
    if over < ZERO:
        return language.text("{by} shorter", by=length)
    return language.text("{by} longer", by=length)


def effective_words(effective: timedelta, language: Language) -> str:
    """Return how much of the time was used: ``20 min effective``."""
    return language.text("{length} effective", length=language.length(effective))


def loss_words(cause: str, length: timedelta, language: Language) -> str:
    """Return how much went to a cause: ``no-show: 31 min``; the cause is a finished text."""
    return language.text("{cause}: {length}", cause=cause, length=language.length(length))


def on_time_words(on_time: int, interviews: int, language: Language) -> tuple[str, str]:
    """Return the rate, and what it is made of: ``80 %``, ``4 of 5 interviews``."""
    if not interviews:
        return "\u2013", language.text("no interview yet")
    told = language.count(
        "{on_time} of {n} interview", "{on_time} of {n} interviews", interviews, on_time=on_time
    )
    return percent(on_time / interviews), told


def rest_words(
    delivered: timedelta, planned: timedelta, promised: timedelta, language: Language
) -> tuple[str, str]:
    """Return the rest that was had, and what was planned and promised of it."""
    if not planned:
        return "\u2013", language.text("no rest yet")
    told = language.text(
        "of {planned} planned, {promised} promised",
        planned=language.length(planned),
        promised=language.length(promised),
    )
    return language.length(delivered), told


def made_up_words(length: timedelta, language: Language) -> str:
    """Return how much of what was lost was added at the end: ``made up: 12 min``."""
    return language.text("made up: {length}", length=language.length(length))


def lost_words(
    lost: Mapping[str, timedelta], made_up: timedelta, language: Language
) -> tuple[str, str]:
    """Return the interview time that was lost, to what most of it went, and what was made up."""
    if not lost:
        return language.length(ZERO), ""
    worst = language.text(CAUSES_IN_SUM[max(lost, key=lambda cause: lost[cause])])
    told = language.text("mostly {cause}", cause=worst) if len(lost) > 1 else worst
    if made_up:
        told = f"{told} \u00b7 {made_up_words(made_up, language)}"
    return language.length(sum(lost.values(), ZERO)), told


def since_words(clock: str, language: Language) -> str:
    """Return that something still runs: ``since 11:31``."""
    return language.text("since {clock}", clock=clock)
