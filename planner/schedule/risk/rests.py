"""Rests: what of a rest is lost, by when it starts. The rules are those of the projection."""

from dataclasses import dataclass

import numpy as np

from planner.schedule.agenda import Entry
from planner.schedule.risk.chances import Chances
from planner.schedule.risk.sampling import Samples


@dataclass(frozen=True, slots=True)
class RestRule:
    """One rest, in seconds since 1970.

    It has its ``minimum`` even after its ``pinned`` end, and its promise is to have had it by the
    ``promised`` one. ``floor`` is its earliest start, ``planned`` its planned length.
    """

    floor: int
    planned: int
    minimum: int
    pinned: int
    promised: int

    @classmethod
    def of(cls, chances: Chances, entry: Entry) -> "RestRule":
        """Return the rule of a rest of a day."""
        network, index = chances.network, entry.index
        length = network.lengths[index]
        return cls(
            floor=chances.floors[index],
            planned=entry.length,
            minimum=network.behaviours[index].minimum or 0,
            pinned=entry.start + chances.rests.get(index, length),
            promised=entry.start + max(length, entry.length) + max(0, chances.shifts.get(index, 0)),
        )

    @property
    def spill_that_misses(self) -> int:
        """Return by how much it may start after its earliest start and keep its promise."""
        return self.promised - self.minimum - self.floor

    @property
    def spill_that_shortens(self) -> float:
        """Return by how much it may start after its earliest start and be as long as planned."""
        if self.minimum >= self.planned:
            return float("inf")
        return self.pinned - self.planned - self.floor

    def lost_after(self, spill: Samples) -> Samples:
        """Return the seconds that it loses when it starts so much after its earliest start."""
        start = self.floor + spill
        return self.lost(start, np.maximum(self.pinned, start + self.minimum))

    def lost(self, start: Samples, end: Samples) -> Samples:
        """Return the seconds that it loses of its planned length."""
        lost: Samples = np.maximum(0, self.planned - (end - start))
        return lost

    def missed(self, start: Samples, end: Samples) -> Samples:
        """Return the seconds by which it misses its promise."""
        by = np.maximum(end - self.promised, self.minimum - (end - start))
        missed: Samples = np.maximum(by, 0)
        return missed
