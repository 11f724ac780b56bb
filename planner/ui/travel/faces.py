"""What stands along the line of a candidate's travel, in order of time; without Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from planner.domain.blocks import Block
from planner.domain.ids import CandidateId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stay, Stop
from planner.domain.zones import known_zone
from planner.formats.plaintext import one_line
from planner.formats.wording.figures import leave_reason, leave_words
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.i18n import mark
from planner.schedule.day_figures import LeaveFigure
from planner.ui.records.face import Face

ICONS = {LegKind.FLIGHT: "plane", LegKind.TRAIN: "train", LegKind.TRANSFER: "car"}
_WAYS = {
    Direction.OUTBOUND: "plane-arrival",
    Direction.RETURN: "plane-departure",
    Direction.BETWEEN: "route",
}
_CHECK_IN = time(15)
_JOINT = " \u00b7 "
_NO_NAME = "\u2013"
_NO_LEAVES: Mapping[date, LeaveFigure] = {}
_UNCONFIRMED = mark("Times not confirmed yet")


@dataclass(frozen=True, slots=True)
class Piece:
    """Something on the line: a journey, one of its legs, a stay, or a day of blocks (``day``)."""

    key: str
    at: datetime
    face: Face
    journey: Journey | None = None
    leg: Leg | None = None
    stay: Stay | None = None
    day: date | None = None


def pieces(
    plan: Plan,
    candidate: CandidateId,
    language: Language,
    leaves: Mapping[date, LeaveFigure] = _NO_LEAVES,
) -> tuple[Piece, ...]:
    """Return everything about a candidate's travel in order of time, the interview days between.

    ``leaves`` says on which days they leave for home, and by when.
    """
    groups = [
        *(list(_journey(j, language)) for j in plan.journeys.values() if j.candidate == candidate),
        *([_stay(plan, s, language)] for s in plan.stays.values() if s.candidate == candidate),
        *([day] for day in _days(plan, candidate, language, leaves)),
    ]
    groups.sort(key=lambda group: group[0].at)
    return tuple(_dates_once(piece for group in groups for piece in group))


def _dates_once(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with their date only where it is another one than above."""
    shown = ""
    for piece in found:
        beside = piece.face.beside
        is_new = beside and beside != shown
        yield piece if is_new else replace(piece, face=replace(piece.face, beside=""))
        shown = beside or shown


def _journey(journey: Journey, language: Language) -> Iterator[Piece]:
    first = journey.departure
    is_estimated = bool(journey.legs) and all(leg.is_estimated for leg in journey.legs)
    face = Face(
        icon=_WAYS[journey.direction],
        title=term(journey.direction, language),
        aside=term(journey.paid_by, language),
        beside=_date(first, language) if first is not None else "",
        line=_legs(journey, language),
        remark=language.text(_UNCONFIRMED) if is_estimated else "",
    )
    at = first.instant if first is not None else datetime.min.replace(tzinfo=UTC)
    yield Piece(f"journey {journey.id}", at, face, journey)
    day = first.day if first is not None else None
    for before, leg in zip((None, *journey.legs), journey.legs, strict=False):
        departure = leg.departure.at
        beside = _date(departure, language) if departure.day != day else ""
        day = departure.day
        shown = _leg(leg, before, beside, language)
        if leg.is_estimated and not is_estimated:
            shown = replace(shown, remark=language.text(_UNCONFIRMED))
        yield Piece(f"leg {journey.id} {leg.id}", departure.instant, shown, journey, leg)


def _legs(journey: Journey, language: Language) -> str:
    if not journey.legs:
        return language.text("No leg yet.")
    first, last = journey.legs[0].departure, journey.legs[-1].arrival
    length = language.length(last.at.instant - first.at.instant)
    return _JOINT.join([language.count("{n} leg", "{n} legs", len(journey.legs)), length])


def _leg(leg: Leg, before: Leg | None, beside: str, language: Language) -> Face:
    departure, arrival = leg.departure, leg.arrival
    days = (arrival.at.day - departure.at.day).days
    shift = f" {days:+d}".replace("-", "\u2212") if days else ""
    times = f"{_clock(departure, language)} \u2192 {_clock(arrival, language)}{shift}"
    length = language.length(arrival.at.instant - departure.at.instant)
    service = f"{one_line(leg.carrier)} {one_line(leg.number)}".strip()
    return Face(
        icon=ICONS[leg.kind],
        title=f"{_place(departure)} \u2192 {_place(arrival)}",
        aside=service or term(leg.kind, language),
        beside=beside,
        line=_JOINT.join(part for part in (times, length, *_change(leg, before, language)) if part),
    )


def _change(leg: Leg, before: Leg | None, language: Language) -> tuple[str, ...]:
    if before is None:
        return ()
    wait = language.length(leg.departure.at.instant - before.arrival.at.instant)
    return (language.text("{length} after the leg before", length=wait),)


def _stay(plan: Plan, stay: Stay, language: Language) -> Piece:
    zone = stay.zone if known_zone(stay.zone) else plan.zone()
    at = Moment.from_wall(stay.check_in, stay.check_in_from or _CHECK_IN, zone).instant
    nights = language.count("{n} night", "{n} nights", stay.nights)
    dates = f"{language.short_day(stay.check_in)} \u2013 {language.short_day(stay.check_out)}"
    face = Face(
        icon="bed",
        title=one_line(stay.hotel) or _NO_NAME,
        aside=nights,
        beside=language.short_day(stay.check_in),
        line=_JOINT.join(
            part for part in (dates, one_line(stay.address), *_doors(stay, language)) if part
        ),
        remark=language.text("Not confirmed yet") if stay.is_estimated else "",
    )
    return Piece(f"stay {stay.id}", at, face, stay=stay)


def _doors(stay: Stay, language: Language) -> Iterator[str]:
    if stay.check_in_from is not None:
        yield language.text("Check-in from {clock}", clock=language.clock(stay.check_in_from))
    if stay.check_out_until is not None:
        yield language.text("Check-out until {clock}", clock=language.clock(stay.check_out_until))


def _days(
    plan: Plan, candidate: CandidateId, language: Language, leaves: Mapping[date, LeaveFigure]
) -> Iterator[Piece]:
    """Yield the days on which the candidate is with us; calls from anywhere need no journey."""
    by_day: dict[date, list[Block]] = {}
    for block in plan.blocks.values():
        if candidate in block.candidates and block.timebox and not block.is_call_from_anywhere:
            by_day.setdefault(block.timebox.start.day, []).append(block)
    for day, blocks in by_day.items():
        yield _day(day, blocks, language, leaves.get(day))


def _day(
    day: date, blocks: Sequence[Block], language: Language, leave: LeaveFigure | None
) -> Piece:
    boxes = [block.timebox for block in blocks if block.timebox is not None]
    start = min((box.start for box in boxes), key=lambda moment: moment.instant)
    end = max((box.end or box.start for box in boxes), key=lambda moment: moment.instant)
    count = sum(block.is_assessing for block in blocks)
    times = f"{language.span(start, end)} {language.offset(start)}"
    interviews = language.count("{n} interview", "{n} interviews", count)
    face = Face(
        icon="calendar-event",
        title=language.text("On site"),
        aside="" if leave is None else leave_words(leave, language),
        beside=language.short_day(day),
        line=_JOINT.join([times, interviews]),
        remark=leave_reason(leave, language) if leave is not None and leave.is_late else "",
        is_quiet=True,
        is_band=True,
    )
    return Piece(f"day {day}", start.instant, face, day=day)


def _place(stop: Stop) -> str:
    name, code = one_line(stop.name), one_line(stop.code)
    return f"{name} ({code})" if name and code else name or code or _NO_NAME


def _clock(stop: Stop, language: Language) -> str:
    return f"{language.clock(stop.at)} {language.offset(stop.at)}"


def _date(moment: Moment, language: Language) -> str:
    return language.short_day(moment.day)
