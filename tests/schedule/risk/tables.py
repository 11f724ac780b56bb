"""Tables of equally likely lengths of well-known distributions, made without the code under test."""

from collections.abc import Callable
from math import erf, lgamma, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = NDArray[Any]

CELLS = 4096


def gamma(mean: float, deviation: float) -> Table:
    """Return seconds that are gamma distributed, from mean and standard deviation in minutes."""
    shape, scale = (mean / deviation) ** 2, deviation**2 / mean
    points = (np.arange(400_000) + 0.5) * (mean + 14 * deviation) / 400_000
    density = np.exp(
        (shape - 1) * np.log(points) - points / scale - lgamma(shape) - shape * np.log(scale)
    )
    return _inverted(points, np.cumsum(density))


def normal(mean: float, deviation: float) -> Table:
    """Return seconds that are normally distributed, from minutes."""
    points = np.linspace(mean - 8 * deviation, mean + 8 * deviation, 40_001)
    return _inverted(points, _each(lambda x: 1 + erf((x - mean) / deviation / sqrt(2)), points))


def uniform(mean: float, half: float) -> Table:
    """Return seconds that are evenly distributed around a mean, from minutes."""
    points = np.linspace(mean - half, mean + half, 40_001)
    return _inverted(points, np.arange(40_001) + 1e-9)


def deviates(table: Table) -> float:
    """Return the standard deviation of a table in minutes."""
    return float(table.std()) / 60


def _each(function: Callable[[float], float], points: Table) -> Table:
    return np.array([function(float(point)) for point in points])


def _inverted(points: Table, cumulated: Table) -> Table:
    """Return the quantiles in the middle of slices of equal probability, in seconds."""
    wanted = (np.arange(CELLS) + 0.5) / CELLS
    found: Table = np.interp(wanted, cumulated / cumulated[-1], points) * 60
    return found
