"""Sheets for interviewers and hosts: one candidate's day, own slots marked, room to write."""

from typing import Final

from reportlab.platypus import Flowable, HRFlowable, PageBreak

from planner.formats.itinerary.content import Card, Day, Itinerary
from planner.formats.pdf import style
from planner.formats.pdf.cards import GAP, contact_lines
from planner.formats.pdf.groups import gathered
from planner.formats.pdf.notes import NoteLines
from planner.formats.pdf.outline import Landmark
from planner.formats.pdf.schedule import day_section
from planner.formats.pdf.tables import Cell, Gap, Section, height_of, side_by_side
from planner.formats.pdf.typesetter import JOINT, Typesetter
from planner.formats.wording import pages as words

_CONTACT: Final = 172.0
_LONG_TITLE: Final = 40
_LEAST_LINES: Final = 3


def interviewer_story(content: Itinerary, typesetter: Typesetter) -> list[Flowable]:
    """Return a sheet for each candidate that somebody meets on a day, and one for each group."""
    if not content.days:
        nothing = typesetter.line(typesetter.say(words.NOTHING_PLANNED), style.LEAD)
        return [typesetter.heading(content.title, style.TITLE), nothing]
    story: list[Flowable] = []
    days = gathered(content.days, typesetter.language)
    for day in days:
        names = JOINT.join(name for name in (day.heading, day.subject) if name)
        story += [PageBreak()] if story else []
        story += [Landmark(names)] if len(days) > 1 else []
        story += _sheet(content, day, typesetter)
    return story


def _sheet(content: Itinerary, day: Day, typesetter: Typesetter) -> list[Flowable]:
    about = typesetter.lines(day.about, style.LEAD)
    is_long = height_of(about, typesetter.width - _CONTACT - GAP) > typesetter.height / 4
    return [
        *_head(content, day, [] if is_long else about, typesetter),
        HRFlowable(width="100%", thickness=1.2, color=style.INK, spaceBefore=4, spaceAfter=4),
        day_section(day, [], typesetter),
        *([Gap(), *about] if is_long else []),
        *([*_advice(content.advice, typesetter)] if content.advice else []),
        Gap(),
        NoteLines(typesetter.line(typesetter.say(words.NOTES), style.SECTION), _LEAST_LINES),
    ]


def _head(content: Itinerary, day: Day, about: Cell, typesetter: Typesetter) -> list[Flowable]:
    title, subtitle = (day.subject, day.heading) if day.subject else (day.heading, "")
    look = style.TITLE if len(title) <= _LONG_TITLE else style.LONG_TITLE
    told: Cell = [
        typesetter.heading(title, look),
        *typesetter.lines([subtitle] if subtitle else [], style.SUBTITLE),
        *about,
    ]
    if content.contact is None:
        return told
    room = typesetter.width - _CONTACT - GAP
    contact = contact_lines(content.contact, typesetter)
    return [side_by_side([told, contact], [room, _CONTACT], typesetter.height, GAP)]


def _advice(card: Card, typesetter: Typesetter) -> list[Flowable]:
    heading = typesetter.line(card.heading, style.SECTION)
    advice = [heading, *typesetter.lines(card.lines, style.OWN)]
    return [Gap(), Section(advice, typesetter.height)]
