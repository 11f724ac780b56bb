"""The figures of a day in words: chips that are read at a glance."""
# ruff: noqa: D102 -- `planner.schedule.day_figures` says what each of these is

from datetime import timedelta
from typing import Protocol

from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.times import MINUTE, ZERO, Moment
from planner.domain.travel import Leg
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term

_SEPARATOR = " \u00b7 "


class MealFigure(Protocol):
    """The meal around noon."""

    @property
    def block(self) -> BlockId: ...
    @property
    def planned(self) -> timedelta: ...
    @property
    def projected(self) -> timedelta: ...
    @property
    def minimum(self) -> timedelta: ...
    @property
    def is_safe(self) -> bool: ...


class Leaving(Protocol):
    """How it is reckoned by when to leave; `planner.schedule.leaving` does."""

    @property
    def reckoning(self) -> str: ...
    @property
    def lead(self) -> timedelta: ...
    @property
    def way(self) -> timedelta: ...
    @property
    def departure(self) -> Moment: ...


class LeaveFigure(Protocol):
    """The latest moment to leave for a journey home."""

    @property
    def by(self) -> Moment: ...
    @property
    def leaving(self) -> Leaving: ...
    @property
    def leg(self) -> Leg: ...
    @property
    def end(self) -> Moment: ...
    @property
    def is_late(self) -> bool: ...


class DayFigures(Protocol):
    """A day at a glance; `planner.schedule.day_figures` works it out."""

    @property
    def interviews(self) -> int: ...
    @property
    def interviewing(self) -> timedelta: ...
    @property
    def rest(self) -> timedelta: ...


def figures_line(figures: DayFigures, language: Language) -> str:
    """Return what the day holds: ``5 interviews, 4 h 15 min \u00b7 rest 2 h 30 min``; empty for nothing."""
    parts: list[str] = []
    if figures.interviews:
        length = language.length(figures.interviewing)
        parts.append(
            language.count(
                "{n} interview, {length}",
                "{n} interviews, {length}",
                figures.interviews,
                length=length,
            )
        )
    if figures.rest > ZERO:
        parts.append(language.text("rest {length}", length=language.length(figures.rest)))
    return _SEPARATOR.join(parts)


def meal_chip(meal: MealFigure, plan: Plan, language: Language) -> str:
    """Return whether the meal is safe: ``Lunch safe: 90 of 90 min``."""
    block = plan.block(meal.block)
    facts = {
        "meal": one_line(block.title) or term(block.kind, language),
        "left": _minutes(meal.projected),
        "planned": _minutes(meal.planned),
        "minimum": _minutes(meal.minimum),
    }
    if meal.is_safe:
        return language.text("{meal} safe: {left} of {planned} min", **facts)
    if meal.projected < meal.minimum:
        return language.text("{meal} too short: {left} of at least {minimum} min", **facts)
    return language.text("{meal} too late: {left} of {planned} min, past its time", **facts)


def leave_chip(leave: LeaveFigure, language: Language) -> str:
    """Return by when to leave: ``Leave the office by 17:25 for LH 123 at 19:05``."""
    leg = leave.leg
    facts = {
        "by": language.clock(leave.by),
        "leg": one_line(leg.number) or one_line(leg.carrier) or term(leg.kind, language),
        "departure": language.clock(leg.departure.at),
        "end": language.clock(leave.end),
    }
    if leave.is_late:
        return language.text(
            "Leave the office by {by} for {leg} at {departure}: done only at {end}", **facts
        )
    return language.text("Leave the office by {by} for {leg} at {departure}", **facts)


def leave_words(leave: LeaveFigure, language: Language) -> str:
    """Return by when to leave, in few words: ``Leave by 17:25``."""
    clock = language.clock(leave.by)
    if leave.is_late:
        end = language.clock(leave.end)
        return language.text("Leave by {clock}: done only at {end}", clock=clock, end=end)
    return language.text("Leave by {clock}", clock=clock)


def leave_reason(leave: LeaveFigure, language: Language) -> str:
    """Return how it is reckoned by when to leave, in a sentence or two."""
    leaving = leave.leaving
    match leaving.reckoning:
        case "transfer":
            return language.text("The transfer of the journey home departs then.")
        case "escort":
            return language.text("The escort to the departure begins then.")
    facts = {
        "departure": language.clock(leaving.departure),
        "lead": language.length(leaving.lead),
        "way": language.length(leaving.way),
    }
    return language.text(
        "Departure at {departure}, less {lead} to be there before it and {way} for the way. Both are rules of the plan; a transfer in the journey says it exactly.",
        **facts,
    )


def _minutes(length: timedelta) -> int:
    return round(length / MINUTE)
