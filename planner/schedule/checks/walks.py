"""Checks: there is time to get from one block's place to the next one's."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from planner.domain.blocks import SeatRole
from planner.domain.ids import PersonId
from planner.domain.subjects import Subject
from planner.schedule.agenda import Agenda, Entry, Track
from planner.schedule.changeover import ANYWHERE, Changeovers
from planner.schedule.checks.findings import Finding, block_subject, on_block, postponements
from planner.schedule.checks.survey import Survey, in_seconds

_HOST = SeatRole.HOST


def candidate_in_a_hurry(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find candidates without the time to get from one place to the next.

    On a day of calls the room of a block is not where the candidate is.
    """
    ways = survey.once(_Ways, survey.agenda)
    for track in tracks:
        stops = [
            entry
            for entry in track.entries
            if ways.places[entry.index] != ANYWHERE
            and (not entry.block.is_call or survey.is_on_site(track.subject.id, entry))
        ]
        yield from _hurries(survey, stops, track.subject)


def person_in_a_hurry(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find people without the time to get from one place to the next.

    Who interviews by phone or video is not in the candidate's room; a host is.
    """
    ways = survey.once(_Ways, survey.agenda)
    for track in tracks:
        person = PersonId(track.subject.id)
        stops = []
        for entry in track.entries:
            role = survey.attending[entry.index].get(person)
            comes = role is _HOST or (role is not None and not entry.block.is_call)
            if comes and ways.places[entry.index] != ANYWHERE:
                stops.append(entry)
        yield from _hurries(survey, stops, track.subject)


class _Ways:
    """Where the entries of an agenda are, by number, and how far that is from each other."""

    def __init__(self, _survey: Survey, agenda: Agenda) -> None:
        policy = agenda.plan.policy
        walks = (policy.room_changeover, policy.floor_changeover, policy.office_changeover)
        self.longest = in_seconds(max(walks))
        self._changeovers = Changeovers(agenda.plan)
        self.places: Sequence[int] = [
            self._changeovers.place(entry.block) for entry in agenda.entries
        ]

    def between(self, before: Entry, after: Entry) -> int:
        """Return the seconds from one entry's place to another's."""
        origin, target = self.places[before.index], self.places[after.index]
        return 0 if origin == target else self._changeovers.between(origin, target)


def _hurries(survey: Survey, stops: Sequence[Entry], who: Subject) -> Iterator[Finding]:
    """Find neighbours with less time between them than the way takes; overlaps are clashes."""
    ways = survey.once(_Ways, survey.agenda)
    for before, after in pairwise(stops):
        gap = after.start - before.end
        if 0 <= gap < ways.longest and gap < (needed := ways.between(before, after)):
            told = {"who": who, "previous": block_subject(before)}
            lengths = {"gap": timedelta(seconds=gap), "needed": timedelta(seconds=needed)}
            found = on_block(survey, after, block_subject(before), who, **told, **lengths)
            yield found.mended_by(*postponements(after, before.end + needed))
