"""The five figures of a day with many candidates. Without Qt."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.domain.ids import CandidateId
from planner.domain.times import MINUTE, ZERO, Moment
from planner.formats.wording.language import Language
from planner.schedule.agenda import instant
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.ui.live.figures import Figure

_MISSING = frozenset({Phase.SUSPECTED, Phase.NO_SHOW})


def overall_figures(
    projection: LiveProjection, day: date, candidates: Sequence[CandidateId], language: Language
) -> Sequence[Figure]:
    """Return how many interviews run, how many candidates are late, and when it is all over."""
    agenda = projection.agenda
    today = [e for e, on in zip(agenda.entries, agenda.dates, strict=True) if on == day]
    phases = [projection.phases[e.block.id] for e in today]
    zone = today[0].timebox.start.zone if today else agenda.plan.zone()
    clock = language.clock(Moment(instant(projection.now), zone))
    running = sum(phase in GOING_ON for phase in phases)
    said = language.count("{n} block runs", "{n} blocks run", running)
    return (
        Figure(language.text("Now"), clock, said),
        _late(projection, candidates, language),
        _missing(phases, language),
        _rests(projection, day, language),
        _ends(projection, day, candidates, language),
    )


def _late(
    projection: LiveProjection, candidates: Sequence[CandidateId], language: Language
) -> Figure:
    offsets = [projection.offset(candidate) for candidate in candidates]
    late = [offset for offset in offsets if offset >= MINUTE]
    caption = language.text("Days that run late")
    if not late:
        return Figure(caption, "0", language.text("all on time"), "good")
    worst = language.text("up to {length}", length=f"+{language.length(max(late))}")
    return Figure(caption, str(len(late)), worst, "warning")


def _missing(phases: Sequence[Phase], language: Language) -> Figure:
    number = sum(phase in _MISSING for phase in phases)
    said = "" if number else language.text("nobody is missing")
    tone = "error" if number else "good"
    return Figure(language.text("Blocks that lack somebody"), str(number), said, tone)


def _rests(projection: LiveProjection, day: date, language: Language) -> Figure:
    agenda = projection.agenda
    rests = [
        projection.block(e.block.id)
        for e, on in zip(agenda.entries, agenda.dates, strict=True)
        if on == day and e.block.is_rest
    ]
    broken = sum(rest.violated > ZERO for rest in rests)
    shorter = sum(rest.shortened >= MINUTE for rest in rests)
    caption = language.text("Rests below their minimum")
    said = language.count("{n} shortened", "{n} shortened", shorter)
    return Figure(caption, str(broken), said, "error" if broken else "good")


def _ends(
    projection: LiveProjection, day: date, candidates: Sequence[CandidateId], language: Language
) -> Figure:
    days = [projection.day(candidate, day) for candidate in candidates]
    caption = language.text("Last day ends")
    if not days:
        return Figure(caption, "\u2013")
    end = max(found.end for found in days)
    late = end.instant - max(found.planned_end.instant for found in days)
    if abs(late) < MINUTE:
        return Figure(caption, language.clock(end), language.text("as planned"), "good")
    length = language.length(abs(late))
    said = language.text("{length} later", length=length)
    if late < timedelta():
        said = language.text("{length} earlier", length=length)
    return Figure(caption, language.clock(end), said, "warning" if late > ZERO else "good")
