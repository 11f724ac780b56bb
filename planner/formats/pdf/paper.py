"""Paper: the sizes that documents are made for, in points of 1/72 inch."""

from collections.abc import Mapping
from enum import StrEnum

_MILLIMETRE = 72 / 25.4


class Paper(StrEnum):
    """What lies in the printer."""

    A4 = "a4"
    LETTER = "letter"


_UPRIGHT: Mapping[Paper, tuple[float, float]] = {
    Paper.A4: (210 * _MILLIMETRE, 297 * _MILLIMETRE),
    Paper.LETTER: (612.0, 792.0),
}


def size_of(paper: Paper, *, is_landscape: bool = False) -> tuple[float, float]:
    """Return width and height of a sheet."""
    width, height = _UPRIGHT[paper]
    return (height, width) if is_landscape else (width, height)
