"""Rows with keys: how a model comes from the rows that it holds to others with as few changes as it can.

So a view keeps its selection, its current row and its place, and nothing flickers.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

_NOWHERE = QModelIndex()


class KeyedRow(Protocol):
    """A row that stays the same one for as long as its key does, whatever else it says."""

    @property
    def key(self) -> str:
        """Return what no other row of the model has."""
        ...


_R = TypeVar("_R", bound=KeyedRow)


def rearrange(
    model: QAbstractItemModel, held: list[_R], rows: Sequence[_R], *, columns: int = 1
) -> None:
    """Make ``held``, the rows of a model, into these: remove, move, insert and alter what differs.

    Raises:
        ValueError: two rows have the same key.
    """
    wanted = {row.key: place for place, row in enumerate(rows)}
    if len(wanted) < len(rows):
        twice = [key for key, times in Counter(row.key for row in rows).items() if times > 1]
        raise ValueError(f"rows share keys: {twice}")
    _remove_others(model, held, wanted)
    _move_strays(model, held, wanted)
    _insert_missing(model, held, rows)
    _alter(model, held, rows, columns)


def _remove_others(model: QAbstractItemModel, held: list[_R], wanted: Mapping[str, int]) -> None:
    last = len(held) - 1
    while last >= 0:
        if held[last].key in wanted:
            last -= 1
            continue
        first = last
        while first > 0 and held[first - 1].key not in wanted:
            first -= 1
        model.beginRemoveRows(_NOWHERE, first, last)
        del held[first : last + 1]
        model.endRemoveRows()
        last = first - 1


def _move_strays(model: QAbstractItemModel, held: list[_R], wanted: Mapping[str, int]) -> None:
    """Move as few rows as possible, so that those that are there stand in their new order."""
    places = [wanted[row.key] for row in held]
    settled = _longest_rise(places)
    for place in sorted(set(places) - set(settled)):
        source = places.index(place)
        rank = bisect_left(settled, place)
        before = places.index(settled[rank]) if rank < len(settled) else len(places)
        settled.insert(rank, place)
        _move(model, held, source, before)
        places.insert(before - (source < before), places.pop(source))


def _move(model: QAbstractItemModel, held: list[_R], source: int, before: int) -> None:
    if before in (source, source + 1):
        return
    model.beginMoveRows(_NOWHERE, source, source, _NOWHERE, before)
    held.insert(before - (source < before), held.pop(source))
    model.endMoveRows()


def _insert_missing(model: QAbstractItemModel, held: list[_R], rows: Sequence[_R]) -> None:
    place = 0
    while place < len(rows):
        if place < len(held) and held[place].key == rows[place].key:
            place += 1
            continue
        upcoming = held[place].key if place < len(held) else None
        end = place
        while end < len(rows) and rows[end].key != upcoming:
            end += 1
        model.beginInsertRows(_NOWHERE, place, end - 1)
        held[place:place] = rows[place:end]
        model.endInsertRows()
        place = end


def _alter(model: QAbstractItemModel, held: list[_R], rows: Sequence[_R], columns: int) -> None:
    for place, row in enumerate(rows):
        if held[place] != row:
            held[place] = row
            model.dataChanged.emit(model.index(place, 0), model.index(place, columns - 1))


def _longest_rise(places: Sequence[int]) -> list[int]:
    """Return a longest part of distinct numbers that rises (Fredman 1975): what need not move."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        rank = bisect_left(tails, place)
        before[place] = tails[rank - 1] if rank else None
        tails[rank : rank + 1] = [place]
    rise: list[int] = []
    last = tails[-1] if tails else None
    while last is not None:
        rise.append(last)
        last = before[last]
    return rise[::-1]
