"""Repairs in words: what a proposal would do, and what it costs."""
# ruff: noqa: D102 -- `planner.schedule.repairs` says what each of these is

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from planner.domain.blocks import Block, Mode
from planner.domain.ids import BlockId, FocusAreaId, PersonId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import MINUTE, ZERO, Moment
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language
from planner.formats.wording.log import block_title, mode_phrase
from planner.formats.wording.whose import names_of, with_names
from planner.i18n import mark

_SEPARATOR = " \u00b7 "
_MOST_NAMES = 3
_MOST_RESTS = 3


class Measure(Protocol):
    """One thing to do."""

    @property
    def move(self) -> StrEnum: ...
    @property
    def block(self) -> BlockId: ...
    @property
    def by(self) -> timedelta: ...
    @property
    def to(self) -> datetime | None: ...
    @property
    def other(self) -> BlockId | None: ...
    @property
    def person(self) -> PersonId | None: ...
    @property
    def mode(self) -> Mode | None: ...
    @property
    def added(self) -> Block | None: ...


class Price(Protocol):
    """What a day costs."""

    @property
    def promises(self) -> timedelta: ...
    @property
    def flight(self) -> timedelta: ...
    @property
    def late(self) -> timedelta: ...
    @property
    def areas(self) -> tuple[FocusAreaId, ...]: ...
    @property
    def lost(self) -> timedelta: ...
    @property
    def told(self) -> tuple[Subject, ...]: ...
    @property
    def end(self) -> Moment | None: ...


class RestBlock(Protocol):
    """A block as it will be."""

    @property
    def start(self) -> Moment: ...
    @property
    def end(self) -> Moment: ...
    @property
    def delay(self) -> timedelta: ...
    @property
    def shortened(self) -> timedelta: ...
    @property
    def violated(self) -> timedelta: ...


class Forecast(Protocol):
    """A day as it will go."""

    @property
    def now(self) -> int: ...
    @property
    def blocks(self) -> Mapping[BlockId, RestBlock]: ...


class Proposal(Protocol):
    """One way to go on."""

    @property
    def measures(self) -> Sequence[Measure]: ...
    @property
    def price(self) -> Price: ...
    @property
    def projection(self) -> Forecast: ...


_TITLES: Mapping[str, str] = {
    "absorb": mark("Shorten {block} by {by}"),
    "hold": mark("Keep {block} whole"),
    "hold.followed": mark("Keep {block} whole, start {followers} {by} later"),
    "replace": mark("Ask {person} to take over {block}"),
    "replace.mode": mark("Ask {person} to take over {block} {mode}"),
    "change_mode": mark("Hold {block} {mode}"),
    "cut": mark("End {block} {by} earlier"),
    "shift": mark("Move {block} to {to}"),
    "pull_forward": mark("Start {block} at {to} already"),
    "swap": mark("Swap {block} and {other}"),
    "make_up": mark("Make up {by} of {block} at {at}"),
    "make_up.mode": mark("Make up {by} of {block} {mode} at {at}"),
    "drop": mark("Drop {block}"),
    "drop.handed": mark("Drop {block}, {other} takes over its focus areas"),
    "split": mark("Give {by} more rest before {other}"),
}


def proposal_title(proposal: Proposal, plan: Plan, language: Language) -> str:
    """Return what a proposal does, in one line."""
    titles = [_title(measure, proposal, plan, language) for measure in proposal.measures]
    return _together(titles, language)


def named_title(proposal: Proposal, plan: Plan, language: Language) -> str:
    """Return what a proposal does, in one line; where a plan has several candidates, for whom.

    Where all of it is for the same candidates, their names stand before it once.
    """
    blocks = [measure.block for measure in proposal.measures]
    if len({names_of(plan, [block], language) for block in blocks}) == 1:
        return with_names(proposal_title(proposal, plan, language), plan, blocks, language)
    titles = (_title(measure, proposal, plan, language) for measure in proposal.measures)
    pairs = zip(blocks, titles, strict=True)
    named = [with_names(title, plan, [block], language) for block, title in pairs]
    return _together(named, language)


def price_lines(
    proposal: Proposal, plan: Plan, language: Language, nothing: Price | None = None
) -> list[str]:
    """Return what a proposal costs: a sentence for each rest that gives way, then all else in short.

    Rests are those of the candidates it is about, and of others whose minimum is missed.

    ``Lunch 11:57-13:15: 78 min, above its minimum.`` and ``Nobody to notify - end 17:00 - no
    focus area lost``. With the price of doing ``nothing``, interview time is what it saves or costs.
    """
    forecast = proposal.projection
    blocks = [plan.blocks[m.block] for m in proposal.measures if m.block in plan.blocks]
    concerned = frozenset(candidate for block in blocks for candidate in block.candidates)
    rests = [
        _rest(block, found, language)
        for block, found in _rests(forecast, plan)
        if found.violated > ZERO or not concerned or concerned & set(block.candidates)
    ]
    return [*rests[:_MOST_RESTS], price_line(proposal.price, plan, language, nothing)]


def price_line(price: Price, plan: Plan, language: Language, nothing: Price | None = None) -> str:
    """Return what a state of the day costs in one line; promises that break come first.

    With the price of doing ``nothing``, interview time is what it saves or costs: what is lost in any
    case is no news.
    """
    costs = [*_costs(price, plan, language), *_interview_time(price, nothing, language)]
    return _SEPARATOR.join(costs)


def _together(titles: Sequence[str], language: Language) -> str:
    if len(titles) == 1:
        return titles[0]
    return language.text("{first}; also: {second}", first=titles[0], second="; ".join(titles[1:]))


def _title(measure: Measure, proposal: Proposal, plan: Plan, language: Language) -> str:
    followers = _followers(measure, proposal, plan, language)
    added = measure.added.timebox if measure.added is not None else None
    mode = _mode(measure, plan)
    facts = {
        "block": block_title(plan.blocks.get(measure.block), language),
        "other": block_title(plan.blocks.get(measure.other or BlockId("")), language),
        "by": language.length(measure.by),
        "to": _clock(measure.to, measure.block, plan, language),
        "at": "" if added is None else language.clock(added.start),
        "person": subject_name(Subject("people", measure.person or ""), plan, language),
        "mode": "" if mode is None else mode_phrase(mode, language),
        "followers": language.join(followers),
    }
    return language.text(_TITLES[_key(measure, followers, mode)], **facts)


def _mode(measure: Measure, plan: Plan) -> Mode | None:
    """Return how people will meet, where that is worth saying: whoever takes over a call calls."""
    if measure.added is not None:
        return measure.added.mode
    block = plan.blocks.get(measure.block)
    is_call = block is not None and block.is_call
    return measure.mode or (block.mode if block is not None and is_call else None)


def _key(measure: Measure, followers: Sequence[str], mode: Mode | None) -> str:
    move = measure.move.value
    if move == "hold" and 0 < len(followers) <= _MOST_NAMES:
        return "hold.followed"
    if move in {"replace", "make_up"} and mode is not None:
        return f"{move}.mode"
    if move == "drop" and measure.other is not None:
        return "drop.handed"
    return move


def _followers(
    measure: Measure, proposal: Proposal, plan: Plan, language: Language
) -> Sequence[str]:
    """Return what starts later because a rest is kept whole."""
    if measure.move.value != "hold" or measure.block not in proposal.projection.blocks:
        return []
    kept = proposal.projection.blocks[measure.block]
    candidates = plan.block(measure.block).candidates
    return [
        block_title(plan.block(name), language)
        for name, found in proposal.projection.blocks.items()
        if found.delay > ZERO
        and found.start >= kept.end
        and not plan.block(name).is_rest
        and plan.block(name).candidates == candidates
    ]


def _rests(forecast: Forecast, plan: Plan) -> Iterator[tuple[Block, RestBlock]]:
    """Yield the rests that are not over and get less than planned."""
    for name, found in forecast.blocks.items():
        is_over = found.end.instant.timestamp() <= forecast.now
        block = plan.blocks.get(name)
        is_cut = found.shortened > ZERO or found.violated > ZERO
        if block is not None and block.is_rest and is_cut and not is_over:
            yield block, found


def _rest(block: Block, found: RestBlock, language: Language) -> str:
    facts = {
        "block": block_title(block, language),
        "span": language.span(found.start, found.end).replace(" ", ""),
        "left": language.text(
            "{n} min", n=round((found.end.instant - found.start.instant) / MINUTE)
        ),
        "by": language.length(found.violated),
    }
    if found.violated > ZERO:
        return language.text("{block} {span}: to keep its minimum it ends {by} late.", **facts)
    return language.text("{block} {span}: {left}, above its minimum.", **facts)


def _costs(price: Price, plan: Plan, language: Language) -> Iterator[str]:
    broken = {
        mark("{by} of promised rest or start missed"): price.promises,
        mark("journey home missed by {by}"): price.flight,
        mark("day ends {by} after its limit"): price.late,
    }
    for sentence, by in broken.items():
        if by > ZERO:
            yield language.text(sentence, by=language.length(by))
    yield _told(price.told, plan, language)
    if price.end is not None:
        yield language.text("end {end}", end=language.clock(price.end))
    yield _areas(price.areas, plan, language)


def _interview_time(price: Price, nothing: Price | None, language: Language) -> Iterator[str]:
    """Yield how much interview time is lost, where there is something to say of it."""
    lost = price.lost - (ZERO if nothing is None else nothing.lost)
    length = language.length(abs(lost))
    if lost < ZERO:
        yield language.text("{length} of interviews saved", length=length)
    elif lost > ZERO and nothing is not None:
        yield language.text("{length} more of interviews lost", length=length)
    elif lost > ZERO:
        yield language.text("{length} of interviews lost", length=length)


def _told(told: Sequence[Subject], plan: Plan, language: Language) -> str:
    if not told:
        return language.text("Nobody to notify")
    if len(told) > _MOST_NAMES:
        return language.count("Notify {n} person", "Notify {n} people", len(told))
    names = [subject_name(who, plan, language) for who in told]
    return language.text("Notify {names}", names=language.join(names))


def _areas(areas: Sequence[FocusAreaId], plan: Plan, language: Language) -> str:
    if not areas:
        return language.text("no focus area lost")
    if len(areas) > _MOST_NAMES:
        return language.count("{n} focus area lost", "{n} focus areas lost", len(areas))
    names = [subject_name(Subject("focus_areas", area), plan, language) for area in areas]
    return language.text("{names} lost", names=language.join(names))


def _clock(at: datetime | None, block: BlockId, plan: Plan, language: Language) -> str:
    found = plan.blocks.get(block)
    if at is None or found is None or found.timebox is None:
        return ""
    return language.clock(Moment(at, found.timebox.start.zone))
