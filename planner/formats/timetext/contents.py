"""What a row says beside its time, while it is being read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from planner.domain.blocks import Kind, Mode
from planner.formats.timetext.people import attendees
from planner.formats.timetext.recognition import kind_of, kinds_in, mode_of, names_closing_talk
from planner.formats.timetext.timetable import Attendee, Remark
from planner.formats.timetext.vocabulary import CLOSING_WORDS, Column
from planner.formats.timetext.zone_words import names_place


@dataclass(slots=True)
class Contents:
    """A row without its time. The first thing said about a subject holds.

    ``titles`` are pieces with what separated them; ``listing`` is the subject of a label that goes
    on behind the next comma.
    """

    kind: Kind | None = None
    mode: Mode | None = None
    people: list[Attendee] = field(default_factory=list)
    room: str = ""
    place: str = ""
    candidate: str = ""
    focus_areas: list[str] = field(default_factory=list)
    link: str = ""
    number: str = ""
    zone: str = ""
    clocks: list[str] = field(default_factory=list)
    length: timedelta | None = None
    titles: list[tuple[str, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    questions: list[Remark] = field(default_factory=list)
    listing: Column | None = None
    is_interview: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was read yet."""
        return self == Contents()

    @property
    def title(self) -> str:
        """Return the pieces of the title, joined by what stood between them."""
        shown = ""
        for separator, piece in self.titles:
            shown = f"{shown}{separator or ', '}{piece}" if shown else piece
        return shown

    @property
    def is_closing(self) -> bool:
        """Say whether the row only says that the day is over."""
        return self.title.casefold().strip(" .!") in CLOSING_WORDS and not self.people

    @property
    def is_closing_talk(self) -> bool:
        """Say whether no word but one such as "wrap-up" says what this is."""
        return self.kind is None and names_closing_talk(self.title)

    def learn_kind(self, text: str) -> None:
        """Take the kind that a word of the text names; an interview over lunch is both."""
        self.kind = self.kind or kind_of(text)
        self.is_interview = self.is_interview or Kind.INTERVIEW in kinds_in(text)

    def learn_mode(self, text: str) -> None:
        """Take how people meet, if a word of the text says so."""
        self.mode = self.mode or mode_of(text)

    def take_people(self, found: Iterable[Attendee]) -> None:
        """Take people; a place behind somebody's name goes into the title and is asked about."""
        for person in found:
            if self.people and names_place(person.name):
                self.titles.append((", ", person.name))
                self.questions.append(Remark("perhaps_place", {"text": person.name}))
            else:
                self.people.append(person)

    def suppose_people(self, text: str) -> None:
        """Take a text as people because it looks so, and say that."""
        found = attendees(text)
        already = len(self.people)
        self.take_people(found)
        names = tuple(person.name for person in self.people[already:] if person.name)
        if names:
            self.notes.append(Remark("assumed_people", {"names": names}))
