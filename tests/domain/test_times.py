"""Moments: an instant with the zone it was promised in."""

import pickle
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import InvalidValue
from planner.domain.times import Moment
from planner.domain.zones import UnknownZone

BERLIN = "Europe/Berlin"
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)


def wall(day: date, hour: int, minute: int = 0, zone: str = BERLIN) -> Moment:
    return Moment.from_wall(day, time(hour, minute), zone)


def test_moment_from_wall_knows_its_instant_and_its_clock() -> None:
    moment = wall(date(2015, 9, 25), 10, 15, "Europe/Luxembourg")
    assert moment.instant == datetime(2015, 9, 25, 8, 15, tzinfo=UTC)
    assert (moment.day, moment.clock) == (date(2015, 9, 25), time(10, 15))


def test_moment_refuses_a_naive_instant() -> None:
    with pytest.raises(InvalidValue) as refusal:
        Moment(datetime(2026, 1, 1), BERLIN)  # noqa: DTZ001 -- the naive value is the case
    assert refusal.value.facts["reason"] == "naive"


def test_moment_refuses_an_unknown_zone() -> None:
    with pytest.raises(UnknownZone):
        Moment(datetime(2026, 1, 1, tzinfo=UTC), "Europe/Atlantis")


def test_moment_refuses_what_no_calendar_holds() -> None:
    with pytest.raises(InvalidValue) as refusal:
        Moment.from_wall(date(1, 1, 1), time(0, 0), "Asia/Tokyo")
    assert refusal.value.facts["reason"] == "out_of_range"


def test_skipped_wall_time_uses_the_offset_before_the_gap_and_is_kept() -> None:
    moment = wall(SPRING, 2, 30)
    assert moment.is_skipped
    assert not moment.is_repeated
    assert moment.instant == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert moment.clock == time(3, 30)
    assert moment.written == datetime(2026, 3, 29, 2, 30)  # noqa: DTZ001 -- a wall time
    assert str(moment) == "2026-03-29T02:30+02:00[Europe/Berlin]"
    assert Moment.parse(str(moment)) == moment


def test_skipped_wall_time_reads_the_same_whichever_fold_is_asked_for() -> None:
    assert Moment.from_wall(SPRING, time(2, 30), BERLIN, second=True) == wall(SPRING, 2, 30)


def test_repeated_wall_time_is_the_first_unless_the_second_is_asked_for() -> None:
    first = wall(AUTUMN, 2, 30)
    second = Moment.from_wall(AUTUMN, time(2, 30), BERLIN, second=True)
    assert first.is_repeated
    assert second.is_repeated
    assert second.instant - first.instant == timedelta(hours=1)
    assert Moment.parse(str(first)) == first
    assert Moment.parse(str(second)) == second


def test_ordinary_wall_time_is_neither_skipped_nor_repeated() -> None:
    moment = wall(SPRING, 9)
    assert (moment.is_skipped, moment.is_repeated, moment.written) == (False, False, None)


def test_parse_keeps_the_wall_time_when_the_offset_contradicts_the_zone() -> None:
    moment = Moment.parse("2015-09-25T10:15+05:00[Europe/Luxembourg]")
    assert str(moment) == "2015-09-25T10:15+02:00[Europe/Luxembourg]"


def test_parse_takes_z_for_an_instant_in_utc() -> None:
    assert str(Moment.parse("2015-09-25T10:15Z[Europe/Luxembourg]")) == (
        "2015-09-25T12:15+02:00[Europe/Luxembourg]"
    )
    second = Moment.parse("2026-10-25T01:30Z[Europe/Berlin]")
    assert second == Moment.from_wall(AUTUMN, time(2, 30), BERLIN, second=True)


@pytest.mark.parametrize("offset", ["", "+02:00", "+05:00", "-01:00"])
def test_parse_reads_a_repeated_time_as_the_first_unless_the_offset_is_the_seconds(
    offset: str,
) -> None:
    assert Moment.parse(f"2026-10-25T02:30{offset}[Europe/Berlin]") == wall(AUTUMN, 2, 30)


def test_parse_needs_no_offset_and_keeps_seconds() -> None:
    assert str(Moment.parse("2015-09-25T10:15:30[UTC]")) == "2015-09-25T10:15:30+00:00[UTC]"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2015-09-25T10:15", "not_rfc_9557"),
        ("2015-09-25 10:15[UTC]", "not_rfc_9557"),
        ("2015-09-25T25:61[UTC]", "no_such_time"),
        ("2015-02-30T10:15[UTC]", "no_such_time"),
        ("", "not_rfc_9557"),
    ],
)
def test_parse_refuses_other_texts(text: str, reason: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        Moment.parse(text)
    assert refusal.value.facts["reason"] == reason


def test_moved_counts_real_time_over_a_clock_change() -> None:
    moment = wall(AUTUMN, 1, 30).moved(timedelta(hours=2))
    assert moment.clock == time(2, 30)
    assert moment.instant == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_moved_by_nothing_keeps_what_was_written() -> None:
    skipped = wall(SPRING, 2, 30)
    assert skipped.moved(timedelta()) is skipped
    assert skipped.in_zone(BERLIN) is skipped
    assert skipped.moved(timedelta(hours=1)).moved(timedelta(hours=-1)).written is None


@pytest.mark.parametrize(
    ("at", "zone", "delta"),
    [
        (datetime(9999, 12, 31, tzinfo=UTC), "UTC", timedelta(days=1)),
        (datetime(1, 1, 1, tzinfo=UTC), "UTC", timedelta(days=-1)),
        (datetime(9999, 12, 31, tzinfo=UTC), "Asia/Tokyo", timedelta(hours=20)),
        (datetime(2026, 1, 1, tzinfo=UTC), "UTC", timedelta.max),
    ],
)
def test_moved_refuses_what_no_calendar_holds(at: datetime, zone: str, delta: timedelta) -> None:
    with pytest.raises(InvalidValue) as refusal:
        Moment(at, zone).moved(delta)
    assert refusal.value.facts["reason"] == "out_of_range"


def test_parse_refuses_an_instant_that_the_clocks_of_the_zone_cannot_show() -> None:
    with pytest.raises(InvalidValue) as refusal:
        Moment.parse("0001-01-01T00:00Z[America/New_York]")
    assert refusal.value.facts["reason"] == "out_of_range"


def test_on_keeps_the_wall_time_on_another_date() -> None:
    assert wall(date(2026, 3, 27), 9).on(SPRING) == wall(SPRING, 9)
    assert wall(date(2026, 3, 28), 2, 30).on(SPRING).is_skipped
    assert wall(SPRING, 2, 30).on(date(2026, 3, 30)).clock == time(2, 30)


def test_in_zone_shows_the_same_instant_on_other_clocks() -> None:
    moment = wall(date(2015, 9, 25), 10, 15).in_zone("Europe/Athens")
    assert (moment.clock, moment.zone) == (time(11, 15), "Europe/Athens")


def test_moments_are_ordered_by_instant_and_equal_only_in_the_same_zone() -> None:
    early, late = wall(SPRING, 9), wall(SPRING, 10)
    assert sorted([late, early]) == [early, late]
    assert early != early.in_zone("Europe/Paris")
    assert early != "09:00"
    assert hash(early) == hash(wall(SPRING, 9))


def test_moments_have_one_complete_order_that_agrees_with_equality() -> None:
    written = wall(SPRING, 2, 30)
    shown = wall(SPRING, 3, 30)
    elsewhere = shown.in_zone("Europe/Paris")
    assert sorted([elsewhere, written, shown]) == [shown, written, elsewhere]
    assert (shown < written, shown <= written, shown > written, shown >= written) == (
        True,
        True,
        False,
        False,
    )
    assert shown <= wall(SPRING, 3, 30)
    with pytest.raises(TypeError):
        sorted([shown, "09:00"])  # type: ignore[type-var]


def test_moment_survives_pickling() -> None:
    moment = wall(SPRING, 2, 30)
    assert pickle.loads(pickle.dumps(moment)) == moment  # noqa: S301 -- our own bytes


def test_repr_is_an_expression_that_makes_the_moment() -> None:
    assert repr(wall(SPRING, 9)) == "Moment.parse('2026-03-29T09:00+02:00[Europe/Berlin]')"


def test_moment_drops_fractions_of_a_second() -> None:
    at = datetime(2026, 1, 1, 9, 0, 0, 123456, tzinfo=UTC)
    assert Moment(at, "UTC").instant == datetime(2026, 1, 1, 9, tzinfo=UTC)


def test_offset_before_standard_time_is_cut_to_minutes_and_reads_back() -> None:
    moment = wall(date(1880, 1, 1), 9)  # Berlin was 0:53:28 ahead
    assert str(moment) == "1880-01-01T09:00+00:53[Europe/Berlin]"
    assert Moment.parse(str(moment)) == moment


@given(
    st.datetimes(datetime(1975, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 -- wall times
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]),
    st.booleans(),
)
def test_text_form_reads_back_as_the_same_moment(at: datetime, zone: str, second: bool) -> None:  # noqa: FBT001 -- hypothesis passes by position
    moment = Moment.from_wall(at.date(), at.time().replace(microsecond=0), zone, second=second)
    assert Moment.parse(str(moment)) == moment
