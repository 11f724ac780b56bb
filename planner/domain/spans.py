"""Spans: half-open stretches of time, and the arithmetic of sets of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.domain.errors import InvalidValue


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From ``start`` up to, but without, ``end``; both are aware UTC instants."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise InvalidValue(field="span", reason="naive")
        if self.end < self.start:
            raise InvalidValue(field="span", reason="end_before_start")

    @property
    def length(self) -> timedelta:
        """Return how long the span is."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share time; touching is not overlapping."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same time as sorted spans that neither overlap nor touch."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def intersection(first: Sequence[Span], second: Sequence[Span]) -> tuple[Span, ...]:
    """Return the time that lies in both sets."""
    shared = (
        Span(max(a.start, b.start), min(a.end, b.end))
        for a in merged(first)
        for b in merged(second)
        if a.overlaps(b)
    )
    return merged(shared)


def covers(spans: Sequence[Span], wanted: Span) -> bool:
    """Say whether ``wanted`` lies inside one stretch of the merged spans."""
    return any(span.contains(wanted) for span in merged(spans))
