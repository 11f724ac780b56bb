"""Buffers in words: how safe a rest is, and what more minutes before it bring and cost."""
# ruff: noqa: D102 -- `planner.schedule.risk` says what each of these is

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Protocol

from planner.domain.blocks import Block
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.sequences import rest_minimum
from planner.domain.times import ZERO
from planner.formats.plaintext import one_line
from planner.formats.wording.facts import block_name
from planner.formats.wording.language import Language
from planner.formats.wording.risk import (
    AddedMinutes,
    Level,
    RestRisk,
    cause_line,
    level,
    likelihood,
)
from planner.formats.wording.terms import term
from planner.i18n import mark

_MOST_NAMES = 4
"""More names than this nobody reads; the others are counted."""


class Buffer(AddedMinutes, Protocol):
    """More minutes before a rest, and what they cost."""

    @property
    def late(self) -> float: ...
    @property
    def moved(self) -> Sequence[BlockId]: ...


class Advice(Protocol):
    """What helps a rest."""

    @property
    def risk(self) -> RestRisk: ...
    @property
    def late(self) -> float: ...
    @property
    def is_safe(self) -> bool: ...
    @property
    def best(self) -> Buffer | None: ...


_SAFETY: Mapping[Level, str] = {
    Level.SAFE: mark("Safe: {chance}"),
    Level.AT_RISK: mark("At risk: only {chance} safe"),
    Level.LIKELY_LOST: mark("Likely too short: only {chance} safe"),
}
_PLACEMENTS: Mapping[str, tuple[str, str]] = {
    "pooled": (
        mark("Right before it"),
        mark("All minutes together: they take up whatever ran over."),
    ),
    "spread": (
        mark("Spread"),
        mark("A few after each block: all of them start more on time."),
    ),
    "early": (
        mark("Between the blocks"),
        mark("As spread, but none right before it."),
    ),
}
_WHERE: Mapping[str, str] = {
    "pooled": mark("{length} right before {rest}"),
    "spread": mark("{length} spread over the blocks before {rest}"),
    "early": mark("{length} between the blocks before {rest}"),
}


def safety_words(risk: RestRisk, language: Language) -> str:
    """Return ``Safe: 94 %``: how likely a rest has its minimum before its planned end."""
    kept = 1 - risk.below
    return language.text(_SAFETY[level(kept)], chance=likelihood(kept))


def safety_reason(risk: RestRisk, plan: Plan, language: Language) -> str:
    """Return what the number means, how likely the whole rest is, and the largest cause."""
    least = language.length(rest_minimum(plan.block(risk.block), plan.policy))
    whole = likelihood(1 - risk.shortened)
    meaning = language.text("So likely it keeps its minimum of {least}.", least=least)
    lines = [f"{meaning} {language.text('As long as planned: {chance}', chance=whole)}."]
    cause = cause_line(risk.cause, plan, language)
    return "\n".join([*lines, *([f"{cause}."] if cause else [])])


def placement_words(placement: str, language: Language) -> tuple[str, str]:
    """Return what a placement is called, and what it does, in one sentence."""
    title, sentence = _PLACEMENTS[placement]
    return language.text(title), language.text(sentence)


def safe_words(risk: RestRisk, language: Language) -> str:
    """Return ``94 % safe``."""
    return language.text("{chance} safe", chance=likelihood(1 - risk.below))


def whole_words(risk: RestRisk, language: Language) -> str:
    """Return ``60 % in full``."""
    return language.text("{chance} in full", chance=likelihood(1 - risk.shortened))


def cost_words(buffer: Buffer, language: Language) -> str:
    """Return what a buffer costs: ``day +5 min, late 2 %``."""
    later = language.length(buffer.ends_later)
    words = (
        language.text("day +{later}", later=later)
        if buffer.ends_later > ZERO
        else language.text("day as long")
    )
    if not buffer.late:
        return words
    return f"{words}, {language.text('late {chance}', chance=likelihood(buffer.late))}"


def legend(least: timedelta, language: Language) -> tuple[str, str, str]:
    """Return what the three parts of a bar stand for."""
    return (
        language.text("in full, as planned"),
        language.text("shorter, but at least {least}", least=language.length(least)),
        language.text("too short"),
    )


def where_words(buffer: Buffer, rest: Block, language: Language) -> str:
    """Return ``10 min right before Lunch``."""
    return language.text(
        _WHERE[buffer.placement.value],
        length=language.length(buffer.length),
        rest=one_line(rest.title) or term(rest.kind, language),
    )


def recommendation(advice: Advice, rest: Block, language: Language) -> str:
    """Return which buffer is recommended, and why; nothing where there is none."""
    best = advice.best
    if best is None:
        return ""
    where = where_words(best, rest, language)
    if advice.is_safe:
        return language.text(
            "It is safe as it is. If you want more of it to be left: {where}.", where=where
        )
    if level(1 - best.risk.below) is Level.SAFE:
        return language.text("Recommended: {where}. Fewer minutes are not enough.", where=where)
    return language.text(
        "Recommended: {where}. It helps most, and is still not enough to be safe.", where=where
    )


def end_sentence(buffer: Buffer, before: float, language: Language) -> str:
    """Return how likely the day ends after its limit, where a buffer changes that; else nothing."""
    if likelihood(buffer.late) == likelihood(before):
        return ""
    return language.text(
        "That it ends after its limit: {late} instead of {before}.",
        late=likelihood(buffer.late),
        before=likelihood(before),
    )


def moved_sentence(moved: Sequence[BlockId], plan: Plan, language: Language) -> str:
    """Return how many blocks a buffer moves, and who has to hear of it."""
    blocks = [plan.block(block_id) for block_id in moved]
    if len(blocks) == 1:
        sentence = language.text("It moves {block}.", block=block_name(blocks[0], language))
    else:
        sentence = language.count("It moves {n} block.", "It moves {n} blocks.", len(blocks))
    names = _names(blocks, plan)
    if not names:
        return sentence
    return f"{sentence} {language.text('To be told: {people}.', people=_few(names, language))}"


def made_sentence(buffer: Buffer, rest: Block, language: Language) -> str:
    """Return what was done, for the bar of the window."""
    return language.text("There are now {where}.", where=where_words(buffer, rest, language))


def _names(blocks: Iterable[Block], plan: Plan) -> list[str]:
    """Return whose day is moved, each once, candidates first."""
    told = [block for block in blocks if not block.is_rest or block.attendees]
    candidates = dict.fromkeys(who for block in told for who in block.candidates)
    people = dict.fromkeys(who for block in told for who in block.attendees)
    named = [plan.candidates[who].name for who in candidates if who in plan.candidates]
    named += [plan.people[who].name for who in people if who in plan.people]
    return [one_line(name) for name in named if name]


def _few(names: Sequence[str], language: Language) -> str:
    if len(names) <= _MOST_NAMES + 1:  # instead of "and 1 other" there is room for the name
        return language.join(names)
    left = len(names) - _MOST_NAMES
    more = language.count("{n} other", "{n} others", left)
    return language.join([*names[:_MOST_NAMES], more])
