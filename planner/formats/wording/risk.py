"""Risks in words: a chip with a number, what it comes from, and what more minutes would do."""
# ruff: noqa: D102 -- `planner.schedule.risk` says what each of these is

from collections.abc import Mapping, Sequence
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
_UNIT = " %"
_MOST_CHANGES = 2


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


class RiskChange(Protocol):
    """How likely something goes well before and after a proposal."""

    @property
    def prospect(self) -> StrEnum: ...
    @property
    def before(self) -> float: ...
    @property
    def after(self) -> float: ...
    @property
    def block(self) -> BlockId | None: ...
    @property
    def candidate(self) -> CandidateId | None: ...
    @property
    def by(self) -> Moment | None: ...


class AddedMinutes(Protocol):
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
_CHANGES: Mapping[str, str] = {
    "rest": mark("{rest} safe {before} \u2192 {after}"),
    "day_end": mark("over by {by} {before} \u2192 {after}"),
    "way_home": mark("way home safe {before} \u2192 {after}"),
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
    told = round(going_well, 2)  # as it is written: 90 % is safe wherever it stands
    if told >= SAFE:
        return Level.SAFE
    return Level.AT_RISK if told >= EVEN else Level.LIKELY_LOST


def percent(share: float) -> str:
    """Return ``94 %``. Only all and nothing are 100 and 0 %; what is nearly so is below or above 1."""
    rounded = round(share * _ALL)
    if rounded == 0 and share > 0:
        return f"<1{_UNIT}"
    if rounded == _ALL and share < 1:
        return f">99{_UNIT}"
    return f"{rounded}{_UNIT}"


def likelihood(probability: float) -> str:
    """Return ``94 %``; never 0 or 100 %: what no sample has shown may happen all the same."""
    lowest = 1 / (2 * _ALL)
    return percent(min(max(probability, lowest / 2), 1 - lowest / 2))


def rest_risk_chip(risk: RestRisk, plan: Plan, language: Language) -> str:
    """Return ``Lunch safe: 94 %``: how likely it has its minimum before its planned end."""
    kept = 1 - risk.below
    return language.text(
        _RESTS[level(kept)], rest=_title(risk.block, plan, language), chance=likelihood(kept)
    )


def day_risk_chip(risk: DayRisk, language: Language) -> str:
    """Return ``Over by 18:00: 99 %``."""
    kept = 1 - risk.late
    due = language.clock(risk.due)
    return language.text(_DAYS[level(kept)], due=due, chance=likelihood(kept))


def journey_risk_chip(risk: JourneyRisk, language: Language) -> str:
    """Return ``Way home safe, leaving by 17:25: 97 %``."""
    kept = 1 - risk.missed
    by = language.clock(risk.by)
    return language.text(_JOURNEYS[level(kept)], by=by, chance=likelihood(kept))


def cause_line(cause: BlockId | None, plan: Plan, language: Language) -> str:
    """Return ``Largest cause: System design (11:00)``; nothing where there is none."""
    if cause is None:
        return ""
    return language.text("Largest cause: {block}", block=block_name(plan.block(cause), language))


def untouched_line(risk: RestRisk, language: Language) -> str:
    """Return how likely it is that nothing of a rest is lost."""
    whole = likelihood(1 - risk.shortened)
    return language.text("As long as planned: {chance}", chance=whole)


def risk_change_lines(changes: Sequence[RiskChange], plan: Plan, language: Language) -> list[str]:
    """Return ``Lunch safe 91 -> 99 %``: what a proposal does to the risks, the first two of them.

    Where there are several candidates it says whose risk it is.
    """
    return [_change(one, plan, language) for one in changes[:_MOST_CHANGES]]


def experience_line(blocks: int, plans: int, language: Language) -> str:
    """Return from how many blocks it was learned how long they take; nothing where from none."""
    if blocks == 0:
        return ""
    of = language.count("{n} plan", "{n} plans", plans)
    return language.count(
        "Learned from {n} block of {plans}.",
        "Learned from {n} blocks of {plans}.",
        blocks,
        plans=of,
    )


def buffer_sentence(buffer: AddedMinutes, before: RestRisk, plan: Plan, language: Language) -> str:
    """Return what more minutes before a rest would do to it, and to the end of the day."""
    sentence = language.text(
        _BUFFERS[buffer.placement.value],
        length=language.length(buffer.length),
        rest=_title(before.block, plan, language),
        chance=likelihood(1 - buffer.risk.below),
        before=likelihood(1 - before.below),
        whole=likelihood(1 - buffer.risk.shortened),
        was=likelihood(1 - before.shortened),
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


def _change(change: RiskChange, plan: Plan, language: Language) -> str:
    facts = {
        "rest": "" if change.block is None else _title(change.block, plan, language),
        "by": "" if change.by is None else language.clock(change.by),
        "before": likelihood(change.before).removesuffix(_UNIT),
        "after": likelihood(change.after),
    }
    told = language.text(_CHANGES[change.prospect.value], **facts)
    if len(plan.candidates) <= 1:
        return told
    block = plan.blocks.get(change.block) if change.block is not None else None
    whose = {change.candidate} if block is None else set(block.candidates)
    names = [one_line(one.name) for one in plan.candidates.values() if one.id in whose]
    return f"{language.join(names)}: {told}" if names else told


def _title(block_id: BlockId, plan: Plan, language: Language) -> str:
    block = plan.block(block_id)
    return one_line(block.title) or term(block.kind, language)
