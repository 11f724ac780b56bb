"""Rows as every reader may have them: when, how it feels, where; composers add the words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from planner.domain.blocks import Block, Kind, Mode
from planner.domain.ids import OfficeId
from planner.domain.times import Moment
from planner.formats.itinerary.content import Cells, Row, Tone
from planner.formats.itinerary.people import Panel
from planner.formats.itinerary.places import place_of
from planner.formats.itinerary.reading import Reading, is_conversation, joined
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words
from planner.formats.wording.terms import term

_LONGEST_LABEL = 14


def timed_row(reading: Reading, block: Block, main_office: OfficeId | None) -> Row:
    """Return when and where a scheduled block happens, without a word of what it is about.

    Raises:
        ValueError: the block has no timebox; composers ask for scheduled blocks only.
    """
    if block.timebox is None:
        raise ValueError(block.id)
    start, end = block.timebox.start, block.timebox.end
    place = place_of(reading, block, main_office)
    return Row(
        start=start,
        end=end,
        times=shown_times(reading, start, end),
        tone=tone_of(block),
        place=place.short,
        place_detail=place.detail,
        where=place.full,
    )


def shown_times(reading: Reading, start: Moment, end: Moment | None) -> str:
    """Return ``10:15 - 11:00``, with ``+1`` where the end is on the next day."""
    times = reading.language.span(start, end)
    days = (end.in_zone(start.zone).day - start.day).days if end is not None else 0
    return f"{times} +{days}" if days else times


def tone_of(block: Block) -> Tone:
    """Return what a block feels like to the candidate."""
    if is_conversation(block):
        return Tone.REMOTE if block.mode in {Mode.PHONE, Mode.VIDEO} else Tone.MEETING
    return Tone.REST if block.is_rest else Tone.OTHER


def title_or_kind(reading: Reading, block: Block) -> str:
    """Return the block's title; its kind where it has none."""
    return one_line(block.title) or term(block.kind, reading.language)


def label_of(reading: Reading, block: Block) -> str:
    """Return what the strip calls a block that is no conversation; empty keeps it out."""
    if block.kind is Kind.ARRIVAL:
        return ""
    title = title_or_kind(reading, block)
    return title if len(title) <= _LONGEST_LABEL else term(block.kind, reading.language)


def mode_words(reading: Reading, block: Block) -> str:
    """Return how people meet, as part of a sentence: ``By phone``."""
    return reading.say(words.MODES[block.mode]) if block.mode is not None else ""


def mode_and_title(reading: Reading, block: Block) -> tuple[str, ...]:
    """Return the line below a headline of names: how they meet and what the block is called."""
    line = joined([mode_words(reading, block), one_line(block.title)])
    return (line,) if line else ()


def open_seats(reading: Reading, sitting: Panel) -> tuple[str, ...]:
    """Return the line that says how many more people are to be confirmed beside those named."""
    if not sitting.open_seats or not sitting.interviewers:
        return ()
    return (reading.count(words.OTHERS_TO_BE_CONFIRMED, sitting.open_seats),)


def cells_of(reading: Reading, block: Block) -> Cells:
    """Return the columns that tell nobody's name: kind, title and mode."""
    return Cells(
        kind=term(block.kind, reading.language),
        title=one_line(block.title),
        mode=term(block.mode, reading.language) if block.mode is not None else "",
    )


def focus_names(reading: Reading, block: Block) -> tuple[str, ...]:
    """Return the names of the focus areas that a block assesses."""
    areas = (reading.plan.focus_areas.get(area) for area in block.focus_areas)
    return tuple(one_line(area.name) for area in areas if area is not None)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return rows by start, then end, then words."""
    return sorted(
        rows, key=lambda row: (row.start.instant, (row.end or row.start).instant, row.headline)
    )


def numbered(rows: Sequence[Row]) -> list[Row]:
    """Return ordered rows with their conversations counted from 1."""
    result, number = [], 0
    for row in rows:
        if row.tone in {Tone.MEETING, Tone.REMOTE}:
            number += 1
            result.append(replace(row, number=number, label=str(number)))
        else:
            result.append(row)
    return result
