"""A situation: a moment of a live day, and where in it to look for something to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from planner.domain.ids import CandidateId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.domain.times import ZERO
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import LiveProjection, Phase
from planner.schedule.repairs.prices import TOLD_FROM
from planner.schedule.repairs.trouble import troubles

MOST_BLOCKS = 24
"""How many blocks are looked at: those with the most trouble. A candidate's day has fewer."""

OPEN = frozenset({Phase.NO_SHOW, Phase.SUSPECTED})
"""The phases of what lacks its people."""

WAITING = frozenset({Phase.UPCOMING, Phase.DUE, Phase.REPLACED, *OPEN})
"""The phases of what has not begun."""

_SOON = 3600
_DAY = 24 * 3600


@dataclass(frozen=True, eq=False)
class Situation:
    """A moment of a live day: the plan, its log, and how it goes if nothing more is done.

    With a ``candidate`` only their blocks are looked at.
    """

    plan: Plan
    log: Log
    now: datetime
    projection: LiveProjection
    candidate: CandidateId | None = None

    @cached_property
    def has_later_entries(self) -> bool:
        """Say whether the log tells of what is not yet: then the next entry is not the last."""
        return any(entry.at > self.now for entry in self.log.entries)

    @cached_property
    def today(self) -> Sequence[Entry]:
        """Return the entries that are not over and begin within a day; of one candidate, or of all."""
        horizon = self.projection.now + _DAY
        over = self.projection.run.done | self.projection.run.dropped
        agenda, who = self.projection.agenda, self.candidate
        entries = agenda.entries if who is None else agenda.candidate(who)
        open_ones = (e for e in entries if e.index not in over and e.start < horizon)
        return [e for e in open_ones if self.phase(e) is not Phase.DONE]  # a rest ends by itself

    @cached_property
    def concerned(self) -> Sequence[Entry]:
        """Return those of today that have the most trouble, in order of start."""
        found = troubles(self.projection)
        by_trouble = sorted(self.today, key=lambda entry: -found[entry.index])
        return sorted(by_trouble[:MOST_BLOCKS], key=lambda entry: entry.index)

    @cached_property
    def waiting(self) -> Sequence[Entry]:
        """Return what has not begun, without rests."""
        return [e for e in self.today if self.phase(e) in WAITING and not e.block.is_rest]

    @cached_property
    def without_people(self) -> Sequence[Entry]:
        """Return what is due without the people it needs."""
        return [e for e in self.waiting if self.phase(e) in OPEN or _is_unstaffed_soon(self, e)]

    @cached_property
    def open_seats(self) -> Sequence[Entry]:
        """Return those of the concerned that are due without the people they need."""
        lacking = {entry.index for entry in self.without_people}
        return [entry for entry in self.concerned if entry.index in lacking]

    def phase(self, entry: Entry) -> Phase:
        """Return what an entry's block is doing."""
        return self.projection.phases[entry.block.id]

    def is_worth(self, length: timedelta) -> bool:
        """Say whether minutes are worth a decision: a few are not, unless a promise hangs on them."""
        return length >= TOLD_FROM or (length > ZERO and self.breaks_promises)

    @cached_property
    def breaks_promises(self) -> bool:
        """Say whether something that was promised will not be kept."""
        return any(self.projection.shortfalls.values())

    def shortened(self, entry: Entry) -> timedelta:
        """Return by how much less a rest gets than was planned."""
        run = self.projection.run
        had = run.ends[entry.index] - run.starts[entry.index]
        return timedelta(seconds=max(0, entry.length - had))


def _is_unstaffed_soon(situation: Situation, entry: Entry) -> bool:
    """Say whether an interview that begins within the hour has nobody."""
    is_soon = entry.start - situation.projection.now < _SOON
    return is_soon and entry.block.is_assessing and not entry.block.attendees
