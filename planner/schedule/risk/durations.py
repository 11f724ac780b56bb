"""Durations: how long one block will take, as a table of equally likely lengths."""

from dataclasses import dataclass
from functools import lru_cache
from math import erfc, exp, log, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.int32]
"""Lengths in seconds."""

CELLS = 4096
"""Entries of a table: probabilities are told to the quarter of a thousandth."""

_COARSE = 1024  # of a block that goes on: its table is new at every moment
_NORMAL = NormalDist()
_NOTHING = 1e-300


@dataclass(frozen=True, slots=True)
class Duration:
    """The length of one block in seconds, lognormal around ``planned``.

    ``mean`` and ``sigma`` are those of a prior: the mean of the factor, and the standard deviation
    of its logarithm. With probability ``no_show`` the ``cost`` of a no-show comes on top. A block
    that goes on has lasted ``elapsed`` seconds already, and lasts at least that long.
    """

    planned: int
    mean: float = 1.0
    sigma: float = 0.0
    no_show: float = 0.0
    cost: int = 0
    elapsed: int = 0

    @property
    def missed_cells(self) -> int:
        """Return how many entries of the table tell of a no-show."""
        return round(self.no_show * CELLS)

    @property
    def is_certain(self) -> bool:
        """Say whether there is only one length."""
        is_sure_of_people = self.missed_cells in {0, CELLS} or self.cost == 0
        return is_sure_of_people and (self.sigma == 0 or self.planned <= 0)


@lru_cache(maxsize=1024)
def lengths(duration: Duration) -> Seconds:
    """Return `CELLS` equally likely lengths in seconds; those with a no-show stand last.

    Each part of the table holds the midpoints of as many slices of equal probability.
    """
    missed = duration.missed_cells
    shown = _plain(duration, CELLS - missed)
    found = np.concatenate([shown, _plain(duration, missed) + duration.cost])
    table: Seconds = np.maximum(found, duration.elapsed).astype(np.int32)
    table.flags.writeable = False  # it is shared by all who ask
    return table


def _plain(duration: Duration, cells: int) -> NDArray[Any]:
    if duration.planned <= 0:
        return np.zeros(cells)
    if duration.sigma == 0:
        return np.full(cells, round(duration.planned * duration.mean))
    if duration.elapsed > 0:
        return _beyond(duration, cells)
    location = log(duration.mean) - duration.sigma**2 / 2
    factors = np.exp(location + duration.sigma * _slices(cells))
    found: NDArray[Any] = np.rint(duration.planned * factors)
    return found


def _beyond(duration: Duration, cells: int) -> NDArray[Any]:
    """Return the lengths of what is not over yet: the tail of the distribution, S given S > u."""
    location = log(duration.planned * duration.mean) - duration.sigma**2 / 2
    tail = erfc((log(duration.elapsed) - location) / duration.sigma / sqrt(2)) / 2
    if tail < _NOTHING:  # so late that the distribution has nothing left to say
        return np.full(cells, duration.elapsed)
    upper = (tail * (slice_ + 0.5) / _COARSE for slice_ in reversed(range(_COARSE)))
    found = [exp(location - duration.sigma * _NORMAL.inv_cdf(p)) for p in upper]
    table: NDArray[Any] = np.rint(np.repeat(found, -(-cells // _COARSE))[:cells])
    return table


@lru_cache(maxsize=64)
def _slices(cells: int) -> NDArray[Any]:
    """Return the standard normal quantiles in the middle of slices of equal probability."""
    return np.array([_NORMAL.inv_cdf((cell + 0.5) / cells) for cell in range(cells)])
