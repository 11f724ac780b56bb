"""Spans and the arithmetic of sets of them (T75, T77)."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import InvalidValue
from planner.domain.spans import Span, covers, intersection, merged

BASE = datetime(2015, 9, 25, tzinfo=UTC)


def span(start: int, end: int) -> Span:
    return Span(BASE + timedelta(hours=start), BASE + timedelta(hours=end))


def spans(*pairs: tuple[int, int]) -> list[Span]:
    return [span(*pair) for pair in pairs]


def hours(found: tuple[Span, ...]) -> set[int]:
    return {
        hour for hour in range(60) for s in found if s.start <= BASE + timedelta(hours=hour) < s.end
    }


SOME_SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: span(p[0], p[0] + p[1])),
    max_size=8,
)


def test_span_refuses_naive_instants() -> None:
    with pytest.raises(InvalidValue) as refusal:
        Span(datetime(2026, 1, 1), datetime(2026, 1, 2, tzinfo=UTC))  # noqa: DTZ001 -- the case
    assert refusal.value.facts["reason"] == "naive"


def test_span_refuses_an_end_before_its_start() -> None:
    with pytest.raises(InvalidValue) as refusal:
        span(5, 4)
    assert refusal.value.facts["reason"] == "end_before_start"


def test_touching_spans_do_not_overlap_but_merge() -> None:
    assert not span(0, 1).overlaps(span(1, 2))
    assert merged(spans((1, 2), (0, 1))) == (span(0, 2),)


def test_span_knows_its_length() -> None:
    assert span(9, 11).length == timedelta(hours=2)


def test_intersection_of_two_sets_t77() -> None:
    first = spans((2, 7), (10, 12), (14, 19))
    second = spans((0, 3), (6, 8), (13, 15))
    assert intersection(first, second) == tuple(spans((2, 3), (6, 7), (14, 15)))
    assert intersection(spans((5, 7)), spans((7, 9))) == ()


def test_covers_only_inside_one_merged_window_t75() -> None:
    assert covers(spans((1, 5), (5, 9)), span(4, 6))
    assert not covers(spans((1, 4), (5, 9)), span(3, 6))
    assert not span(5, 9).overlaps(span(1, 5))


@given(SOME_SPANS)
def test_merged_keeps_the_time_and_never_touches(some: list[Span]) -> None:
    result = merged(some)
    assert hours(result) == hours(tuple(some))
    assert all(a.end < b.start for a, b in pairwise(result))
    assert merged(result) == result


@given(SOME_SPANS, SOME_SPANS)
def test_intersection_is_the_shared_time(first: list[Span], second: list[Span]) -> None:
    shared = hours(tuple(first)) & hours(tuple(second))
    assert hours(intersection(first, second)) == shared
