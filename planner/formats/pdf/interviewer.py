"""Sheets for interviewers and hosts: one candidate's day, own slots marked, room to write."""

from typing import Final

from reportlab.platypus import Flowable, HRFlowable, PageBreak

from planner.formats.itinerary.content import Card, Day, Itinerary
from planner.formats.pdf import style
from planner.formats.pdf.cards import GAP, contact_lines
from planner.formats.pdf.notes import NoteLines
from planner.formats.pdf.outline import Landmark
from planner.formats.pdf.schedule import day_section
from planner.formats.pdf.tables import Cell, Gap, Section, side_by_side
from planner.formats.pdf.typesetter import JOINT, Typesetter
from planner.formats.wording import pages as words

_CONTACT: Final = 172.0
_LONG_TITLE: Final = 40
_LEAST_LINES: Final = 3


def interviewer_story(content: Itinerary, typesetter: Typesetter) -> list[Flowable]:
    """Return a sheet for each candidate that somebody meets on a day."""
    if not content.days:
        nothing = typesetter.line(typesetter.say(words.NOTHING_PLANNED), style.LEAD)
        return [typesetter.line(content.title, style.TITLE), nothing]
    story: list[Flowable] = []
    for day in content.days:
        story += [PageBreak()] if story else []
        story += _sheet(content, day, typesetter)
    return story


def _sheet(content: Itinerary, day: Day, typesetter: Typesetter) -> list[Flowable]:
    names = JOINT.join(name for name in (day.heading, day.subject) if name)
    marks = [Landmark(names)] if len(content.days) > 1 else []
    return [
        *marks,
        *_head(content, day, typesetter),
        HRFlowable(width="100%", thickness=1.2, color=style.INK, spaceBefore=4, spaceAfter=4),
        day_section(day, [], typesetter),
        *([*_advice(content.advice, typesetter)] if content.advice else []),
        Gap(),
        NoteLines(typesetter.line(typesetter.say(words.NOTES), style.SECTION), _LEAST_LINES),
    ]


def _head(content: Itinerary, day: Day, typesetter: Typesetter) -> list[Flowable]:
    title, subtitle = (day.subject, day.heading) if day.subject else (day.heading, "")
    look = style.TITLE if len(title) <= _LONG_TITLE else style.LONG_TITLE
    told: Cell = [
        typesetter.line(title, look),
        *typesetter.lines([subtitle] if subtitle else [], style.SUBTITLE),
        *typesetter.lines(day.about, style.LEAD),
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
