"""Risks in words: a chip with a number, what it comes from, and what more minutes would do."""
# ruff: noqa: D102 -- `planner.schedule.risk` says what each of these is

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from planner.domain.ids import BlockId, CandidateId
from planner.domain.plan import Plan
from planner.domain.times import ZERO, Moment
from planner.formats.plaintext import one_line
from planner.formats.wording.facts import block_name
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.i18n import mark

SAFE = 0.9
"""From this probability on that all goes well, it is called safe."""

EVEN = 0.5
"""Below this one it is called likely lost; in between it is at risk."""

_ALL = 100


class Level(StrEnum):
    """How a probability is called."""

    SAFE = "safe"
    AT_RISK = "at_risk"
    LIKELY_LOST = "likely_lost"


class RestRisk(Protocol):
    """The risk to a rest."""

    @property
    def block(self) -> BlockId: ...
    @property
    def below(self) -> float: ...
    @property
    def shortened(self) -> float: ...
    @property
    def cause(self) -> BlockId | None: ...


class DayRisk(Protocol):
    """The risk that a day ends too late."""

    @property
    def candidate(self) -> CandidateId: ...
    @property
    def day(self) -> date: ...
    @property
    def due(self) -> Moment: ...
    @property
    def late(self) -> float: ...


class JourneyRisk(Protocol):
    """The risk that a journey home is missed."""

    @property
    def candidate(self) -> CandidateId: ...
    @property
    def by(self) -> Moment: ...
    @property
    def missed(self) -> float: ...


class Buffer(Protocol):
    """More minutes before a rest."""

    @property
    def placement(self) -> StrEnum: ...
    @property
    def length(self) -> timedelta: ...
    @property
    def risk(self) -> RestRisk: ...
    @property
    def ends_later(self) -> timedelta: ...


_RESTS: Mapping[Level, str] = {
    Level.SAFE: mark("{rest} safe: {chance}"),
    Level.AT_RISK: mark("{rest} at risk: only {chance} safe"),
    Level.LIKELY_LOST: mark("{rest} likely too short: only {chance} safe"),
}
_DAYS: Mapping[Level, str] = {
    Level.SAFE: mark("Over by {due}: {chance}"),
    Level.AT_RISK: mark("End of the day at risk: over by {due} only with {chance}"),
    Level.LIKELY_LOST: mark("Likely not over by {due}: only {chance}"),
}
_JOURNEYS: Mapping[Level, str] = {
    Level.SAFE: mark("Way home safe, leaving by {by}: {chance}"),
    Level.AT_RISK: mark("Way home at risk: leaving by {by} only with {chance}"),
    Level.LIKELY_LOST: mark("Way home likely missed: leaving by {by} only with {chance}"),
}
_BUFFERS: Mapping[str, str] = {
    "pooled": mark(
        "{length} right before {rest}: {chance} safe instead of {before}, and {whole} as long as "
        "planned instead of {was}."
    ),
    "spread": mark(
        "{length} spread over the blocks before {rest}: {chance} safe instead of {before}, and {whole} "
        "as long as planned instead of {was}."
    ),
    "early": mark(
        "{length} between the blocks before {rest}: {chance} safe instead of {before}, and {whole} as "
        "long as planned instead of {was}."
    ),
}


def level(going_well: float) -> Level:
    """Return how the probability that all goes well is called: safe from 90 %, at risk from 50 %."""
    if going_well >= SAFE:
        return Level.SAFE
    return Level.AT_RISK if going_well >= EVEN else Level.LIKELY_LOST


def percent(probability: float) -> str:
    """Return ``94 %``. Only what is certain is 0 or 100 %; what is nearly so is below or above 1."""
    rounded = round(probability * _ALL)
    if rounded == 0 and probability > 0:
        return "<1 %"
    if rounded == _ALL and probability < 1:
        return ">99 %"
    return f"{rounded} %"


def rest_risk_chip(risk: RestRisk, plan: Plan, language: Language) -> str:
    """Return ``Lunch safe: 94 %``: how likely it has its minimum before its planned end."""
    kept = 1 - risk.below
    return language.text(
        _RESTS[level(kept)], rest=_title(risk.block, plan, language), chance=percent(kept)
    )


def day_risk_chip(risk: DayRisk, language: Language) -> str:
    """Return ``Over by 18:00: 99 %``."""
    kept = 1 - risk.late
    due = language.clock(risk.due)
    return language.text(_DAYS[level(kept)], due=due, chance=percent(kept))


def journey_risk_chip(risk: JourneyRisk, language: Language) -> str:
    """Return ``Way home safe, leaving by 17:25: 97 %``."""
    kept = 1 - risk.missed
    by = language.clock(risk.by)
    return language.text(_JOURNEYS[level(kept)], by=by, chance=percent(kept))


def cause_line(cause: BlockId | None, plan: Plan, language: Language) -> str:
    """Return ``Largest cause: System design (11:00)``; nothing where there is none."""
    if cause is None:
        return ""
    return language.text("Largest cause: {block}", block=block_name(plan.block(cause), language))


def untouched_line(risk: RestRisk, language: Language) -> str:
    """Return how likely it is that nothing of a rest is lost."""
    whole = percent(1 - risk.shortened)
    return language.text("As long as planned: {chance}", chance=whole)


def buffer_sentence(buffer: Buffer, before: RestRisk, plan: Plan, language: Language) -> str:
    """Return what more minutes before a rest would do to it, and to the end of the day."""
    sentence = language.text(
        _BUFFERS[buffer.placement.value],
        length=language.length(buffer.length),
        rest=_title(before.block, plan, language),
        chance=percent(1 - buffer.risk.below),
        before=percent(1 - before.below),
        whole=percent(1 - buffer.risk.shortened),
        was=percent(1 - before.shortened),
    )
    if buffer.ends_later <= ZERO:
        return sentence
    later = language.length(buffer.ends_later)
    return f"{sentence} {language.text('The day ends {later} later.', later=later)}"


def sooner_sentence(sooner: BlockId | None, plan: Plan, language: Language) -> str:
    """Return the hint to put what is surest of its length first; nothing where it is so."""
    if sooner is None:
        return ""
    return language.text(
        "{block} is surer of its length than what comes before it: taken earlier, fewer would wait.",
        block=block_name(plan.block(sooner), language),
    )


def _title(block_id: BlockId, plan: Plan, language: Language) -> str:
    block = plan.block(block_id)
    return one_line(block.title) or term(block.kind, language)
