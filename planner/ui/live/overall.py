"""The five figures of a day with many candidates. Without Qt."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.domain.times import MINUTE, ZERO, Moment
from planner.formats.wording.language import Language
from planner.schedule.agenda import Entry, instant
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.ui.live.figures import Figure
from planner.ui.live.overview_model import OverviewRow

_MISSING = frozenset({Phase.SUSPECTED, Phase.NO_SHOW})


def overall_figures(
    projection: LiveProjection, day: date, rows: Sequence[OverviewRow], language: Language
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
        _late([row.late for row in rows], language),
        _missing(phases, language),
        _rests(projection, today, language),
        _ends(projection, today, language),
    )


def _late(offsets: Sequence[timedelta], language: Language) -> Figure:
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


def _rests(projection: LiveProjection, today: Sequence[Entry], language: Language) -> Figure:
    run = projection.run
    touched = [
        projection.block(e.block.id)
        for e in today
        if e.block.is_rest and (run.starts[e.index], run.ends[e.index]) != (e.start, e.end)
    ]
    broken = sum(rest.violated > ZERO for rest in touched)
    shorter = sum(rest.shortened >= MINUTE for rest in touched)
    caption = language.text("Rests below their minimum")
    said = language.count("{n} shortened", "{n} shortened", shorter)
    return Figure(caption, str(broken), said, "error" if broken else "good")


def _ends(projection: LiveProjection, today: Sequence[Entry], language: Language) -> Figure:
    caption = language.text("Last day ends")
    if not today:
        return Figure(caption, "\u2013")
    seconds = max(projection.run.ends[e.index] for e in today)
    late = timedelta(seconds=seconds - max(e.end for e in today))
    clock = language.clock(Moment(instant(seconds), today[0].timebox.start.zone))
    if abs(late) < MINUTE:
        return Figure(caption, clock, language.text("as planned"), "good")
    length = language.length(abs(late))
    if late < ZERO:
        return Figure(caption, clock, language.text("{length} earlier", length=length), "good")
    return Figure(caption, clock, language.text("{length} later", length=length), "warning")
