"""Lanes: blocks that overlap lie side by side, in as few lanes as will do. Without Qt."""

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import NamedTuple


class Lane(NamedTuple):
    """The place of a block: the number of its lane, and how many its group has."""

    lane: int
    lanes: int


def lanes(spans: Sequence[tuple[float, float]]) -> tuple[Lane, ...]:
    """Return the lane of each half-open span, in the order given.

    Spans that overlap, directly or through others, form a group with as many lanes as overlap at
    once; touching is not overlapping. Of the lanes that are free, a span gets the first one; what
    starts at the same time keeps its order.
    """
    result = [Lane(0, 1)] * len(spans)
    for group in _groups(spans):
        if len(group) == 1:
            continue
        numbers = _numbers(spans, group)
        count = max(numbers) + 1
        for index, number in zip(group, numbers, strict=True):
            result[index] = Lane(number, count)
    return tuple(result)


def _groups(spans: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Return the indexes of connected spans, each group in order of start."""
    groups: list[list[int]] = []
    latest = float("-inf")
    for index in sorted(range(len(spans)), key=lambda index: (spans[index][0], index)):
        start, end = spans[index]
        if groups and start < latest:
            groups[-1].append(index)
        else:
            groups.append([index])
        latest = max(latest, end)
    return groups


def _numbers(spans: Sequence[tuple[float, float]], group: Sequence[int]) -> list[int]:
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    numbers: list[int] = []
    for index in group:
        start, end = spans[index]
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        number = heappop(free) if free else len(busy)
        numbers.append(number)
        heappush(busy, (end, number))
    return numbers
