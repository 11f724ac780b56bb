"""Pieces: what is drawn of one candidate's day, as planned and as it goes. Without Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from planner.domain.blocks import Mode
from planner.domain.ids import BlockId
from planner.domain.times import MINUTE
from planner.formats.wording.language import Language
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.ui.live.aims import Aims
from planner.ui.live.details import NO_FACTS, detail, lost_because, tone, who
from planner.ui.timeline.faces import colours_of, title_of
from planner.ui.timeline.lanes import lanes

_LEAST_LOST = 4 * 60
_ICONS = {Mode.PHONE: "phone", Mode.VIDEO: "video"}


class Style(StrEnum):
    """How a piece is drawn: as planned, as it is, as time that was lost, as it would be."""

    GHOST = "ghost"
    SOLID = "solid"
    LOST = "lost"
    AFTER = "after"


class Place(StrEnum):
    """In which column a piece stands."""

    PLANNED = "planned"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class Piece:
    """One rectangle: from ``start`` to ``end``, in seconds since 1970 UTC.

    ``gaps`` are the stretches in which it stood still, ``over`` is from where on it has overrun.
    """

    block: BlockId
    place: Place
    style: Style
    start: int
    end: int
    colours: str
    title: str
    times: str
    detail: str = ""
    tone: str = "ink_muted"
    people: str = ""
    icon: str = ""
    is_rest: bool = False
    is_done: bool = False
    is_running: bool = False
    gaps: tuple[tuple[int, int], ...] = ()
    over: int | None = None
    lane: int = 0
    lanes: int = 1


def pieces(aims: Aims, language: Language, *, has_names: bool = True) -> tuple[Piece, ...]:
    """Return the pieces of a day; without names where strangers may read them."""
    planned = [_ghost(e, language) for e in aims.entries]
    actual = list(_actual(aims, language))
    if not has_names:
        actual = [replace(piece, people="") for piece in actual]
    return (*_laid(planned), *_laid(actual))


def after(before: Aims, projection: LiveProjection, language: Language) -> tuple[Piece, ...]:
    """Return what would be elsewhere with another projection, such as that of a proposal."""
    then = replace(before, projection=projection)
    now = {p.block: p for p in _actual(before, language) if p.style is not Style.LOST}
    shown = []
    for piece in _actual(then, language):
        known = now.get(piece.block)
        is_same = known is not None and (known.start, known.end) == (piece.start, piece.end)
        is_past = piece.end <= projection.now
        if piece.style is not Style.LOST and not is_past and not is_same:
            shown.append(replace(piece, style=Style.AFTER))
    return _laid(shown)


def _ghost(entry: Entry, language: Language) -> Piece:
    start = entry.timebox.start
    return Piece(
        block=entry.block.id,
        place=Place.PLANNED,
        style=Style.GHOST,
        start=entry.start,
        end=entry.end,
        colours=colours_of(entry.block),
        title=title_of(entry.block, language),
        times=language.span(start, start.moved(timedelta(seconds=entry.length))),
    )


def _actual(aims: Aims, language: Language) -> Iterator[Piece]:
    projection = aims.projection
    run = projection.run
    latest = 0
    for entry in sorted(aims.entries, key=lambda e: (run.starts[e.index], e.index)):
        piece = _solid(projection, entry, language)
        lost = _lost_before(projection, entry, latest, language)
        if lost is not None and piece.style is Style.SOLID:
            yield lost
        yield piece
        if piece.style is Style.SOLID:
            latest = max(latest, piece.end)


def _solid(projection: LiveProjection, entry: Entry, language: Language) -> Piece:
    phase = projection.phases[entry.block.id]
    block = projection.block(entry.block.id)
    is_dropped = entry.index in projection.run.dropped
    ghost = _ghost(entry, language)
    start, end = projection.run.starts[entry.index], projection.run.ends[entry.index]
    if is_dropped:
        start, end = entry.start, entry.end
    is_running = phase in GOING_ON
    return replace(
        ghost,
        place=Place.ACTUAL,
        style=Style.LOST if is_dropped else Style.SOLID,
        start=start,
        end=end,
        times=ghost.times if is_dropped else language.span(block.start, block.end),
        detail=detail(projection, entry, language),
        tone=tone(projection, entry),
        people=who(projection, entry, language),
        icon=_ICONS.get(entry.block.mode, "") if entry.block.mode is not None else "",
        is_rest=entry.block.is_rest,
        is_done=phase is Phase.DONE,
        is_running=is_running,
        gaps=_gaps(projection, entry),
        over=_over(projection, entry) if is_running else None,
    )


def _lost_before(
    projection: LiveProjection, entry: Entry, latest: int, language: Language
) -> Piece | None:
    """Return the time that was lost between when a block should have begun and when it did."""
    phase = projection.phases[entry.block.id]
    start = projection.run.starts[entry.index]
    from_ = max(entry.start, latest)
    if entry.block.is_rest or phase is Phase.UPCOMING or start - from_ < _LEAST_LOST:
        return None
    lost = round(timedelta(seconds=start - from_) / MINUTE)
    because = lost_because(projection, entry, language)
    moment = entry.timebox.start
    span = (moment.moved(timedelta(seconds=s - entry.start)) for s in (from_, start))
    return replace(
        _ghost(entry, language),
        place=Place.ACTUAL,
        style=Style.LOST,
        start=from_,
        end=start,
        times=language.span(*span),
        title=language.text("{n} min lost: {cause}", n=lost, cause=because),
        tone="error",
    )


def _gaps(projection: LiveProjection, entry: Entry) -> tuple[tuple[int, int], ...]:
    fact = projection.facts.get(entry.block.id, NO_FACTS)
    return tuple(
        (stretch.start, projection.now if stretch.end is None else stretch.end)
        for stretch in fact.interruptions
    )


def _over(projection: LiveProjection, entry: Entry) -> int | None:
    due = projection.now + int(projection.remaining(entry.block.id).total_seconds())
    return due if due < projection.now else None


def _laid(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces side by side where they overlap."""
    places = lanes([(piece.start, max(piece.end, piece.start + 1)) for piece in found])
    return tuple(
        replace(piece, lane=place.lane, lanes=place.lanes)
        for piece, place in zip(found, places, strict=True)
    )
