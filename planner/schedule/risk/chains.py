"""Chains: blocks one after the other, and what of their overruns spills into what follows.

Exact by convolution on a grid; no sampling. Lindley's recursion: the spill W into the next block is
max(0, W + S - a), where S is how long a block takes and a how long after it the next may begin.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

STEP = 60
"""Seconds from one point of the grid to the next."""


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A block of a chain: equally likely ``lengths`` in seconds, and the seconds ``allotted``.

    Allotted is the time from its earliest start to the earliest start of the next block.
    """

    lengths: Array
    allotted: int

    @property
    def overruns(self) -> Array:
        """Return the equally likely overruns of what is allotted, in seconds."""
        return self.lengths - self.allotted


@dataclass(frozen=True, slots=True, eq=False)
class _Masses:
    """Probabilities on the grid; ``low`` is the number of the first point."""

    values: Array
    low: int


class Chain:
    """The spill out of a chain of blocks, in seconds; at least one link.

    ``initial`` is by how many seconds the first link begins late. The last link is not put on the
    grid: probabilities are exact in it, and of second order in the step in those before it.
    """

    def __init__(self, links: Sequence[Link], *, initial: int = 0, step: int = STEP) -> None:
        self._links = links
        self._step = step
        self._grids = [_on_grid(link.overruns, step) for link in links]
        self._spills = [_on_grid(np.array([initial]), step)]
        for grid in self._grids:
            self._spills.append(_spilled(self._spills[-1], grid))

    @cached_property
    def distribution(self) -> Array:
        """Return the probabilities of the spill on the grid, from 0 seconds on."""
        return _from_zero(self._spills[-1])

    def beyond(self, seconds: float) -> float:
        """Return the probability that more than so many seconds spill out."""
        if seconds < 0:
            return 1.0
        found = float(_from_zero(self._spills[-2]) @ self._failing(seconds))
        return min(1.0, max(0.0, found))  # sums of many masses are off by the last digit

    def mean(self, of: Callable[[Array], Array] = lambda spill: spill) -> float:
        """Return the expected spill in seconds, or the mean of a function of it.

        Exact on the grid where the function is linear between its points.
        """
        points = np.arange(self.distribution.size) * self._step
        return float(self.distribution @ of(points))

    def quantile(self, probability: float) -> float:
        """Return the seconds that the spill does not exceed with this probability."""
        low, high = 0.0, float(self.distribution.size * self._step)
        if 1 - self.beyond(0) >= probability:
            return 0.0
        while high - low > 1:
            middle = (low + high) / 2
            if 1 - self.beyond(middle) >= probability:
                high = middle
            else:
                low = middle
        return high

    def lengths_given(self, seconds: float) -> Sequence[float]:
        """Return the expected length of each link, given that more than so many seconds spill out.

        Without such an outcome they are the expected lengths.
        """
        failing = self.beyond(seconds)
        if failing == 0 or seconds < 0:
            return [float(link.lengths.mean()) for link in self._links]
        values = self._failing(seconds)
        found = [float(_from_zero(self._spills[-2]) @ self._weighted(seconds)) / failing]
        for number in reversed(range(len(self._links) - 1)):
            before, grid = _from_zero(self._spills[number]), self._grids[number]
            allotted = self._links[number].allotted
            nodes = (np.arange(grid.values.size) + grid.low) * self._step + allotted
            weighted = _Masses(grid.values * nodes, grid.low)
            found.append(float(before @ _expected(values, weighted, before.size)) / failing)
            values = _expected(values, grid, before.size)
        return found[::-1]

    def _failing(self, seconds: float) -> Array:
        """Return the probability of failing for each spill into the last link."""
        lengths, first = self._last(seconds)
        return 1 - first / lengths.size

    def _weighted(self, seconds: float) -> Array:
        """Return the mean of the last length where it fails and nothing where not, likewise."""
        lengths, first = self._last(seconds)
        sums = np.append(np.cumsum(lengths[::-1], dtype=float)[::-1], 0)
        weighted: Array = sums[first] / lengths.size
        return weighted

    def _last(self, seconds: float) -> tuple[Array, Array]:
        """Return the lengths of the last link in order, and the first that fails, by spill."""
        link = self._links[-1]
        lengths = np.sort(link.lengths)
        spills = np.arange(self._spills[-2].values.size + self._spills[-2].low) * self._step
        first = np.searchsorted(lengths, seconds + link.allotted - spills, side="right")
        return lengths, first


def _on_grid(seconds: Array, step: int) -> _Masses:
    """Spread each of equally likely values over the two points beside it, so that the mean stays."""
    exact = seconds / step
    below = np.floor(exact)
    share = exact - below
    low = int(below.min())
    places = (below - low).astype(np.intp)
    size = int(places.max()) + 2
    values = np.bincount(places, 1 - share, size) + np.bincount(places + 1, share, size)
    return _Masses(values / seconds.size, low)


def _spilled(before: _Masses, grid: _Masses) -> _Masses:
    sums = np.convolve(before.values, grid.values)
    low = before.low + grid.low
    if low >= 0:
        return _Masses(sums, low)
    kept = sums[-low:] if sums.size > -low else np.zeros(1)
    kept[0] += sums[:-low].sum()
    return _Masses(kept, 0)


def _from_zero(spill: _Masses) -> Array:
    return np.concatenate([np.zeros(spill.low), spill.values])


def _expected(values: Array, grid: _Masses, size: int) -> Array:
    """Return the mean of ``values`` of the spill after a link, for each of ``size`` spills before.

    ``values`` go by the points of the spill after it, from 0 on.
    """
    points = np.arange(grid.low, grid.low + grid.values.size + size - 1)
    places = np.clip(points, 0, values.size - 1)
    return np.correlate(values[places], grid.values, "valid")
