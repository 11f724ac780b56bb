"""The survey: what many checks ask of one agenda, worked out once for all of them."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from planner.domain.blocks import SeatRole
from planner.domain.ids import CandidateId, OfficeId, PersonId
from planner.domain.spans import merged
from planner.domain.zones import known_zone
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.clocks import Clocks, ClockSpan, Weekly, weekly
from planner.schedule.checks.presence import brings_candidate
from planner.schedule.checks.seating import Seating

_Unit = TypeVar("_Unit", bound=Hashable)
_Answer = TypeVar("_Answer")


@dataclass(slots=True, eq=False)
class Day:
    """What a candidate does on a local date; ``is_on_site`` if something there brings them in."""

    candidate: CandidateId
    date: date
    entries: tuple[Entry, ...]
    is_on_site: bool


class Survey:
    """An agenda with what checks need beside it. Sequences go by `Entry.index`."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.plan = agenda.plan
        self.policy = agenda.plan.policy
        self.clocks = Clocks()
        self._zones: dict[PersonId, str] = {}
        self._answers: dict[Callable[..., Any], dict[Any, Any]] = {}

    @cached_property
    def seating(self) -> Seating:
        """Return who sits where."""
        return Seating(self.agenda.entries)

    @property
    def attending(self) -> Sequence[Mapping[PersonId, SeatRole]]:
        """Return who comes, with their roles: everybody named who has not declined."""
        return self.seating.attending

    @cached_property
    def is_rest(self) -> Sequence[bool]:
        """Return in which entries the candidate rests; these shrink before they push others."""
        return [entry.block.is_rest for entry in self.agenda.entries]

    @cached_property
    def crowded(self) -> frozenset[int]:
        """Return the numbers of the tracks on which anything overlaps; most plans have none."""
        return frozenset(
            track.number
            for track in self.agenda.tracks
            if any(after.start < before.end for before, after in pairwise(track.entries))
        )

    @cached_property
    def spans(self) -> Sequence[ClockSpan]:
        """Return each entry on the clocks of its place."""
        return [
            self.clocks.span(entry.timebox.start.zone, entry.start, entry.end)
            for entry in self.agenda.entries
        ]

    @cached_property
    def days(self) -> Sequence[Day]:
        """Return all days of all candidates."""
        brings = [brings_candidate(entry.block) for entry in self.agenda.entries]
        return [
            Day(candidate, day, entries, any(brings[entry.index] for entry in entries))
            for (candidate, day), entries in self.agenda.days.items()
        ]

    @cached_property
    def on_site(self) -> frozenset[tuple[CandidateId, date]]:
        """Return on which days which candidates come in."""
        return frozenset((day.candidate, day.date) for day in self.days if day.is_on_site)

    def is_on_site(self, candidate: str, entry: Entry) -> bool:
        """Say whether the candidate comes in on the day of an entry."""
        return (CandidateId(candidate), self.agenda.dates[entry.index]) in self.on_site

    def person_zone(self, person: PersonId, entry: Entry) -> str:
        """Return the zone of a person; that of the block for somebody whose zone is not known."""
        return self.home_zone(person) or entry.timebox.start.zone

    def home_zone(self, person: PersonId) -> str:
        """Return the zone of a person; empty where it is not known."""
        zone = self._zones.get(person)
        if zone is None:
            record = self.plan.people.get(person)
            zone = record.zone if record is not None and known_zone(record.zone) else ""
            self._zones[person] = zone
        return zone

    def candidate_zone(self, candidate: CandidateId) -> str:
        """Return the zone of a candidate's home; empty where it is not known."""
        record = self.plan.candidates.get(candidate)
        return record.zone if record is not None and known_zone(record.zone) else ""

    @cached_property
    def office_hours(self) -> Mapping[OfficeId, Weekly]:
        """Return the weekly hours of the offices that have any."""
        return {o.id: weekly(o.hours) for o in self.plan.offices.values() if o.hours}

    @cached_property
    def person_hours(self) -> Mapping[PersonId, Weekly]:
        """Return the weekly hours of the people of whom they are known."""
        return {p.id: weekly(p.hours) for p in self.plan.people.values() if p.hours}

    @cached_property
    def availability(self) -> Mapping[PersonId, Sequence[tuple[int, int]]]:
        """Return when people can be booked, merged, in seconds; of those of whom that is known."""
        return {
            person.id: [
                (int(span.start.timestamp()), int(span.end.timestamp()))
                for span in merged(person.availability)
            ]
            for person in self.plan.people.values()
            if person.availability
        }

    def once(self, work: Callable[["Survey", _Unit], _Answer], unit: _Unit) -> _Answer:
        """Return ``work(self, unit)``; several checks that ask the same get the same answer."""
        answers = self._answers.setdefault(work, {})
        if unit not in answers:
            answers[unit] = work(self, unit)
        answer: _Answer = answers[unit]
        return answer


def in_seconds(length: timedelta) -> int:
    """Return a length in whole seconds."""
    return int(length.total_seconds())
