"""One plan as one audience reads it in one language; what composers hand to each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from babel import Locale
from babel.dates import get_timezone_location

from planner.domain.audiences import Audience
from planner.domain.blocks import Block
from planner.domain.ids import OfficeId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.domain.zones import known_zone
from planner.formats.itinerary.content import Edition
from planner.formats.plaintext import many_lines, one_line
from planner.formats.wording.language import Language

JOINT = " \u00b7 "

_TRAVEL_AROUND = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Reading:
    """The plan, who reads it, in which language, and which edition."""

    plan: Plan
    audience: Audience
    language: Language
    edition: Edition

    def say(self, message: str, **facts: object) -> str:
        """Return a document text with its facts."""
        return self.language.text(message, **facts)

    def count(self, messages: tuple[str, str], number: int, **facts: object) -> str:
        """Return the singular or plural of a document text."""
        one, many = messages
        return self.language.count(one, many, number, **facts)

    def offset(self, moment: Moment) -> str:
        """Return the offset such as ``UTC+2``."""
        return self.language.offset(moment)

    def city(self, zone: str, office: OfficeId | None = None) -> str:
        """Return what people call a zone: the office's city in it, or the zone's own."""
        known = self.plan.offices.get(office) if office is not None else None
        if known is not None and known.zone == zone and known.city:
            return one_line(known.city)
        return _exemplar_city(zone, self.language.tag)

    def is_elsewhere(self, home: str, moment: Moment) -> bool:
        """Say whether the clocks at ``home`` show another time at that moment."""
        if not known_zone(home):
            return False
        return moment.in_zone(home).offset_text != moment.offset_text

    def country(self, code: str) -> str:
        """Return the name of a country for its ISO 3166 code; other words stay as they are."""
        return str(_locale(self.language.tag).territories.get(code.strip().upper(), code))

    def main_office(self, blocks: Iterable[Block]) -> OfficeId | None:
        """Return the office where the first block that has one happens."""
        for block in blocks:
            office = self.plan.office_of(block)
            if office is not None and not is_remote(block):
                return office.id
        return self.plan.office

    def includes(self, day: date) -> bool:
        """Say whether the edition covers a day."""
        return self.edition.days is None or day in self.edition.days

    def is_near(self, day: date) -> bool:
        """Say whether travel on a day belongs to the days that the edition covers."""
        days = self.edition.days
        return days is None or any(abs(covered - day) <= _TRAVEL_AROUND for covered in days)


def is_remote(block: Block) -> bool:
    """Say whether the candidate takes a call where they are, in no room of ours."""
    return block.is_call_from_anywhere


def is_conversation(block: Block) -> bool:
    """Say whether the candidate is spoken with and measured; a debrief is about them, not with."""
    return block.is_assessing


def lines_of(text: str) -> tuple[str, ...]:
    """Return a note as its lines, without empty ones."""
    return tuple(line for line in map(one_line, many_lines(text).split("\n")) if line)


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something, side by side."""
    return JOINT.join(part for part in parts if part)


def _locale(tag: str) -> Locale:
    return Locale.parse(tag.replace("-", "_"))


def _exemplar_city(zone: str, tag: str) -> str:
    location = get_timezone_location(zone, locale=_locale(tag), return_city=True)
    return location.rpartition("/")[2]  # CLDR says "Argentina/Buenos Aires"
