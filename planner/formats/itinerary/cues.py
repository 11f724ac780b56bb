"""Cues: what a coordinator's row tells beside what stands in the columns of a table."""

from collections.abc import Iterator

from planner.formats.itinerary.content import Participant, Row
from planner.formats.itinerary.reading import JOINT, joined
from planner.formats.wording import documents as words
from planner.formats.wording.language import Language


def cues(row: Row, language: Language) -> tuple[str, ...]:
    """Return the lines of a row without those that its cells say: mode, people, focus areas."""
    said = set(_said_by_cells(row, language))
    return tuple(line for line in row.lines if line not in said)


def _said_by_cells(row: Row, language: Language) -> Iterator[str]:
    if row.cells.mode:
        yield from (language.text(mode) for mode in words.MODES.values())
    yield from (_line(who) for who in row.cells.participants)
    yield language.text(words.ASSESSED_HERE, areas=JOINT.join(row.cells.focus_areas))


def _line(who: Participant) -> str:
    return joined([who.name, who.title, who.role, who.answer, *(link.text for link in who.links)])
