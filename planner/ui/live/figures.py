"""Figures: the five numbers over the live view, as finished texts. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.domain.ids import BlockId, CandidateId
from planner.domain.sequences import rest_minimum
from planner.domain.times import MINUTE, ZERO, Moment
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.log import mode_phrase
from planner.formats.wording.risk import (
    Level,
    cause_line,
    day_risk_chip,
    journey_risk_chip,
    level,
    likelihood,
    rest_risk_chip,
)
from planner.formats.wording.terms import term
from planner.i18n import mark
from planner.schedule.agenda import Entry, instant
from planner.schedule.day_figures import LeaveFigure, day_figures
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.schedule.network import Network
from planner.ui.live.aims import Aims
from planner.ui.live.details import TONES, state
from planner.ui.timeline.faces import title_of

if TYPE_CHECKING:
    from planner.schedule.risk.risks import Risks

_MINUS = "\u2212"
_NOTHING = "\u2013"
_CHANCES = {
    Level.SAFE: mark("safe {chance}"),
    Level.AT_RISK: mark("at risk: {chance}"),
    Level.LIKELY_LOST: mark("likely lost: {chance}"),
}
_CHANCE_TONES = {Level.SAFE: "good", Level.AT_RISK: "warning", Level.LIKELY_LOST: "error"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that answers at a glance: caption, value, and what is to be added to it.

    ``note`` stands below the addition; both are short. ``tip`` says more, to whoever points at it.
    """

    caption: str
    value: str
    addition: str = ""
    tone: str = ""
    addition_tone: str = "muted"
    note: str = ""
    note_tone: str = "muted"
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Landmarks:
    """What stays the same all day: which meal is watched, and when somebody must leave."""

    meal: BlockId | None = None
    leave: LeaveFigure | None = None


def landmarks(
    prepared: Network, projection: LiveProjection, day: date, candidate: CandidateId
) -> Landmarks:
    """Return the landmarks of a candidate's day."""
    found = day_figures(prepared.agenda, projection, day, (candidate,))
    return Landmarks(None if found.meal is None else found.meal.block, found.leave)


def day_figure(day: date, language: Language, *, is_over: bool) -> Figure:
    """Return what stands in the place of the present on a day that is not today."""
    said = language.text("is over") if is_over else language.text("is to come")
    return Figure(language.text("The day"), language.short_day(day), said)


def figures(
    aims: Aims, known: Landmarks, language: Language, risks: "Risks | None" = None
) -> Sequence[Figure]:
    """Return the five figures of one candidate's day; with risks, also how safe they are."""
    return (
        _now(aims, language),
        _runs(aims, language),
        _meal(aims, known, language, risks),
        _ends(aims, language, risks),
        _leave(aims, known, language, risks),
    )


def chance(risk: float, language: Language) -> tuple[str, str]:
    """Return how likely all goes well, in words with a number, and the tone of that."""
    going_well = 1 - risk
    said = language.text(_CHANCES[level(going_well)], chance=likelihood(going_well))
    return said, _CHANCE_TONES[level(going_well)]


def _with_chance(
    figure: Figure,
    risk: float,
    told: str,
    cause: BlockId | None,
    aims: Aims,
    language: Language,
) -> Figure:
    """Add how likely it goes well, and for whoever points at it what is meant and its largest cause."""
    said, tone = chance(risk, language)
    because = cause_line(cause, aims.projection.agenda.plan, language) if risk > 0 else ""
    more = "\n".join(part for part in (told, because) if part)
    return replace(figure, note=said, note_tone=tone, tip=more)


def _now(aims: Aims, language: Language) -> Figure:
    projection = aims.projection
    plan = projection.agenda.plan
    zone = aims.entries[0].timebox.start.zone if aims.entries else plan.zone()
    clock = language.clock(Moment(instant(projection.now), zone))
    entry = aims.running or aims.awaited or aims.open_miss or aims.resting
    if entry is None:
        following = aims.upcoming
        if following is None:
            return Figure(language.text("Now"), clock, language.text("the day is over"))
        title = title_of(following.block, language)
        starts = timedelta(seconds=projection.run.starts[following.index] - projection.now)
        away = language.text("in {length}", length=language.length(max(starts, ZERO)))
        return Figure(language.text("Next: {block}", block=title), clock, away)
    phase = projection.phases[entry.block.id]
    return Figure(
        _running_caption(entry, phase, language),
        clock,
        state(projection, entry, language),
        addition_tone=TONES.get(phase, "muted"),
    )


def _running_caption(entry: Entry, phase: Phase, language: Language) -> str:
    title = title_of(entry.block, language)
    if entry.block.is_call and entry.block.mode is not None:
        title = f"{title} ({mode_phrase(entry.block.mode, language)})"
    if phase in GOING_ON:
        return language.text("Now running: {block}", block=title)
    return language.text("Now due: {block}", block=title)


def _runs(aims: Aims, language: Language) -> Figure:
    offset = aims.projection.offset(aims.candidate)
    caption = language.text("Day runs")
    if offset == ZERO:
        return Figure(caption, language.text("on time"), tone="good")
    sign, colour = ("+", "warning") if offset > ZERO else (_MINUS, "")
    value = f"{sign}{language.length(abs(offset))}"
    since = aims.projection.relative_offset(aims.candidate)
    told = "" if since == offset else _relative(since, language)
    return Figure(caption, value, language.text("late") if offset > ZERO else "", colour, tip=told)


def _relative(since: timedelta, language: Language) -> str:
    """Return the offset since the day really began."""
    sign = "+" if since > ZERO else _MINUS if since < ZERO else ""
    by = f"{sign}{language.length(abs(since))}"
    return language.text("Since the day really began: {by}", by=by)


def _meal(aims: Aims, known: Landmarks, language: Language, risks: "Risks | None") -> Figure:
    projection = aims.projection
    entry = projection.agenda.by_block.get(known.meal) if known.meal is not None else None
    entry = entry or _next_rest(aims)
    if entry is None:
        return Figure(language.text("Rest"), _NOTHING, language.text("none planned"))
    figure = _rest_figure(aims, entry, language)
    risk = risks.rest(entry.block.id) if risks is not None else None
    if risk is None or figure.tone == "error" or projection.phases[entry.block.id] is Phase.DONE:
        return figure
    plan = projection.agenda.plan
    return _with_chance(
        figure, risk.below, rest_risk_chip(risk, plan, language), risk.cause, aims, language
    )


def _next_rest(aims: Aims) -> Entry | None:
    """Return the next rest where the day has no meal."""
    rests = [e for e in aims.entries if e.block.is_rest]
    ahead = [e for e in rests if aims.projection.phases[e.block.id] is not Phase.DONE]
    return next(iter(ahead or rests), None)


def _rest_figure(aims: Aims, entry: Entry, language: Language) -> Figure:
    projection = aims.projection
    title = title_of(entry.block, language)
    had = projection.run.ends[entry.index] - projection.run.starts[entry.index]
    minimum = rest_minimum(entry.block, projection.agenda.plan.policy)
    is_over = projection.phases[entry.block.id] is Phase.DONE
    caption = (
        language.text("{block} was", block=title)
        if is_over
        else language.text("{block} will be", block=title)
    )
    broken = projection.block(entry.block.id).violated > ZERO
    facts = {"planned": round(entry.length / 60), "minimum": round(minimum / MINUTE)}
    addition = language.text("of {planned} \u00b7 min {minimum}", **facts)
    return Figure(
        caption, language.text("{n} min", n=round(had / 60)), addition, "error" if broken else ""
    )


def _ends(aims: Aims, language: Language, risks: "Risks | None") -> Figure:
    if not aims.entries:
        return Figure(language.text("Day ends"), _NOTHING)
    figure = _end_figure(aims, language)
    days = risks.days if risks is not None else ()
    own = (one for one in days if (one.candidate, one.day) == (aims.candidate, aims.day))
    risk = next(own, None)
    if risk is None or figure.tone == "error":
        return figure
    told = day_risk_chip(risk, language)
    return _with_chance(figure, risk.late, told, risk.cause, aims, language)


def _end_figure(aims: Aims, language: Language) -> Figure:
    caption = language.text("Day ends")
    day = aims.projection.day(aims.candidate, aims.day)
    delay = day.end.instant - day.planned_end.instant
    value = language.clock(day.end)
    if day.end.instant > day.due.instant:
        return Figure(caption, value, _later(delay, language), "error", "error")
    if abs(delay) < MINUTE:
        return Figure(caption, value, language.text("as planned"), "good")
    return Figure(caption, value, _later(delay, language), "warning" if delay > ZERO else "good")


def _later(delay: timedelta, language: Language) -> str:
    facts = {"length": language.length(abs(delay))}
    if delay < ZERO:
        return language.text("{length} earlier", **facts)
    return language.text("{length} later", **facts)


def _leave(aims: Aims, known: Landmarks, language: Language, risks: "Risks | None") -> Figure:
    leave = known.leave
    if leave is None:
        return Figure(language.text("Leave by"), _NOTHING, language.text("no journey"))
    leg = leave.leg
    name = one_line(leg.number) or one_line(leg.carrier) or term(leg.kind, language)
    departure = language.clock(leg.departure.at)
    caption = language.text("Leave for {leg} {departure} by", leg=name, departure=departure)
    value = language.clock(leave.by)
    end = aims.projection.day(aims.candidate, aims.day).end
    spare = leave.by.instant - end.instant
    if spare < ZERO:
        said = language.text("{length} too late", length=language.length(-spare))
        return Figure(caption, value, said, "error", "error")
    said = language.text("{length} spare", length=language.length(spare))
    figure = Figure(caption, value, said)
    journeys = risks.journeys if risks is not None else ()
    risk = next((one for one in journeys if one.journey == leave.journey), None)
    if risk is None:
        return figure
    told = journey_risk_chip(risk, language)
    return _with_chance(figure, risk.missed, told, risk.cause, aims, language)
