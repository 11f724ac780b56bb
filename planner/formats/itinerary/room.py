"""What a room's calendar and door may show: when it is taken, and whether to keep quiet."""

from dataclasses import replace

from planner.domain.blocks import Block
from planner.domain.places import Room
from planner.formats.itinerary.content import Cells, Itinerary, Row, Tone
from planner.formats.itinerary.days import by_day, day_of, scheduled, shown_dates
from planner.formats.itinerary.entries import row_entry, told_by
from planner.formats.itinerary.places import floor_of
from planner.formats.itinerary.reading import Reading, is_conversation, joined
from planner.formats.itinerary.rows import timed_row
from planner.formats.itinerary.selection import blocks_for
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words


def for_room(reading: Reading, blank: Itinerary) -> Itinerary:
    """Return when a room is taken, without a name or a word of what for.

    Raises:
        UnknownRecord: the plan holds no such room.
    """
    blocks = scheduled(reading, blocks_for(reading.plan, reading.audience))
    room = reading.plan.find(Room, reading.audience.subject)
    return replace(
        blank,
        title=one_line(room.name),
        subtitle=joined([floor_of(reading, room), shown_dates(reading, blocks)]),
        reader=one_line(room.name),
        days=tuple(
            day_of(reading, [_row(reading, block) for block in own], office=room.office)
            for own in by_day(blocks).values()
        ),
    )


def _row(reading: Reading, block: Block) -> Row:
    said = reading.say(words.INTERVIEW_IN_PROGRESS if is_conversation(block) else words.RESERVED)
    row = replace(
        timed_row(reading, block, reading.main_office([block])),
        place="",  # every row is in the room that the page is about
        place_detail="",
        # Tones tell phone from face to face and rest from work: more than a corridor need know.
        tone=Tone.MEETING if is_conversation(block) else Tone.OTHER,
        headline=said,
        cells=Cells(title=said),
    )
    return replace(row, entry=row_entry(reading, block, row, told_by(row, said)))
