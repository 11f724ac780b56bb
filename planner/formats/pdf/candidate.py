"""The candidate's itinerary: what must not be missed first, then the days, then the way there."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reportlab.platypus import Flowable, HRFlowable, Spacer

from planner.formats.itinerary.content import Card, Day, Itinerary
from planner.formats.pdf import style
from planner.formats.pdf.cards import GAP, Headed, contact_lines, headed, laid_out
from planner.formats.pdf.journeys import journey_cards
from planner.formats.pdf.outline import Landmark
from planner.formats.pdf.quick_code import WIDTH, calendar_code
from planner.formats.pdf.schedule import day_section
from planner.formats.pdf.tables import Cell, Gap, height_of, side_by_side
from planner.formats.pdf.text import Part
from planner.formats.pdf.typesetter import JOINT, Typesetter
from planner.formats.wording import pages as words

_LONG_TITLE: Final = 48


def candidate_story(content: Itinerary, typesetter: Typesetter) -> list[Flowable]:
    """Return the pages of one candidate; days that are over come last."""
    ahead, over = _by_time(content.days, typesetter.prepared)
    is_alone = len(content.days) == 1
    story = _head(content, ahead[:1], typesetter)
    if not content.days:
        story.append(typesetter.line(typesetter.say(words.NOTHING_PLANNED), style.LEAD))
    for day in ahead:
        heading = [] if is_alone else _heading(day, typesetter, is_first=day is ahead[0])
        story += [*([] if day is ahead[0] else [Gap()]), _day(day, heading, typesetter)]
    story += laid_out(_cards(content, typesetter), typesetter)
    for day in over:
        label = typesetter.line(typesetter.say(words.DAYS_THAT_ARE_OVER), style.SECTION)
        first = [label] if day is over[0] else []
        heading = [*first, *_heading(day, typesetter, is_first=True)]
        story += [Gap(), _day(day, heading, typesetter)]
    return story


def _by_time(days: Sequence[Day], prepared: datetime) -> tuple[list[Day], list[Day]]:
    """Return the days ahead and those that are over; where all are over, none is put back."""
    over = [day for day in days if _end(day) <= prepared]
    if len(over) == len(days):
        return list(days), []
    return [day for day in days if day not in over], over


def _end(day: Day) -> datetime:
    return max((row.end or row.start).instant for row in day.rows)


def _head(content: Itinerary, first: Sequence[Day], typesetter: Typesetter) -> list[Flowable]:
    title = style.TITLE if len(content.title) <= _LONG_TITLE else style.LONG_TITLE
    told: Cell = []
    if content.reader and content.reader not in content.title:
        told.append(typesetter.heading(content.reader, style.STRONG))
    told.append(typesetter.heading(content.title, title))
    told += typesetter.lines([content.subtitle] if content.subtitle else [], style.SUBTITLE)
    for day in first:
        told += _first(day, typesetter, is_alone=len(content.days) == 1)
    code = [part for day in first for part in calendar_code(content.title, day, typesetter)]
    rest = typesetter.width - WIDTH
    head = side_by_side([told, code], [rest - GAP, WIDTH], typesetter.height, GAP) if code else None
    return [
        *([head] if head else told),
        Spacer(0, style.GRID),
        HRFlowable(width="100%", thickness=1.2, color=style.INK, spaceBefore=4, spaceAfter=4),
        *_vital(content, typesetter),
    ]


def _first(day: Day, typesetter: Typesetter, *, is_alone: bool) -> list[Flowable]:
    if not day.first:
        return []
    date = "" if is_alone else f"{typesetter.language.short_day(day.day)}{JOINT}"
    hint = [Part(f" {day.hint}")] if day.hint else []
    return [
        Spacer(0, 4),
        typesetter.parts([Part(f"{date}{day.first}", bold=True), *hint], style.LEAD),
    ]


def _vital(content: Itinerary, typesetter: Typesetter) -> list[Flowable]:
    """Return where to go and whom to call, beside each other."""
    columns: list[Cell] = []
    if content.place is not None:
        how = [] if _is_told_below(content.place, typesetter) else content.place.details
        columns.append(_where_to_go(content.place, how, typesetter))
    if content.contact is not None:
        columns.append(contact_lines(content.contact, typesetter))
    if not columns:
        return []
    widths = [_half(typesetter)] * len(columns)
    return [side_by_side(columns, widths, typesetter.height, GAP), Gap(3 * style.GRID)]


def _where_to_go(card: Card, how: Sequence[str], typesetter: Typesetter) -> Cell:
    return [
        typesetter.line(card.heading, style.SECTION),
        *typesetter.lines([text for text in (card.title, *card.lines) if text], style.BODY),
        *typesetter.links(card.links),
        *typesetter.lines(how),
    ]


def _is_told_below(place: Card, typesetter: Typesetter) -> bool:
    """Tell whether the way in is told at such length that it would push the day off the page."""
    told = _where_to_go(place, place.details, typesetter)
    return bool(place.details) and height_of(told, _half(typesetter)) > typesetter.height / 4


def _half(typesetter: Typesetter) -> float:
    return (typesetter.width - GAP) / 2


def _heading(day: Day, typesetter: Typesetter, *, is_first: bool) -> list[Flowable]:
    """Return the date, and where to be first unless the head of the document says it."""
    heading = [Landmark(day.heading), typesetter.line(day.heading, style.DAY)]
    if day.first and not is_first:
        parts = [Part(day.first, bold=True), Part(f" {day.hint}" if day.hint else "")]
        heading.append(typesetter.parts(parts, style.BODY))
    return heading


def _day(day: Day, heading: Sequence[Flowable], typesetter: Typesetter) -> Flowable:
    return day_section(day, [*heading, *typesetter.lines(day.about)], typesetter)


def _cards(content: Itinerary, typesetter: Typesetter) -> list[Headed]:
    cards = [*content.stays, *([content.noted] if content.noted else [])]
    place = content.place
    if place is not None and _is_told_below(place, typesetter):
        cards.insert(0, Card(place.heading, "", place.details))
    return [*journey_cards(content, typesetter), *(headed(card, typesetter) for card in cards)]
