from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.formats.timetext.errors import AmbiguousInput, UnreadableInput
from planner.formats.timetext.typed import Assumed, TypedDate, read_date

TODAY = date(2015, 9, 1)  # a Tuesday
FRIDAY = date(2015, 9, 25)


@pytest.mark.parametrize(
    "text",
    [
        "25 Sep 2015",
        "25 sept. 2015",
        "Sep 25, 2015",
        "September 25th 2015",
        "the 25th of September 2015",
        "2015 Sep 25",
        "25.9.2015",
        "25. 9. 2015",
        "25.09.2015",
        "25. September 2015",
        "Freitag, den 25. September 2015",
        "Fr 25.9.2015",
        "Friday 25 September 2015",
        "25 September 2015 (Friday)",
        "2015-09-25",
        "2015/09/25",
        "2015.09.25",
        "25/09/2015",
        "09/25/2015",
        "25-09-2015",
        "\uff12\uff15\uff0e\uff10\uff19\uff0e\uff12\uff10\uff11\uff15",
        "25\u00a0Sep\u00a02015",
    ],
)
def test_full_date_is_read(text: str) -> None:
    assert read_date(text, today=TODAY) == TypedDate(FRIDAY)


@pytest.mark.parametrize(
    "text", ["25 Sep", "Fri 25 Sep", "25.9.", "25. September", "Fr, 25.9.", "25/9", "Sep 25th"]
)
def test_missing_year_is_said(text: str) -> None:
    assert read_date(text, today=TODAY) == TypedDate(FRIDAY, (Assumed.YEAR,))


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("2 Jan", date(2026, 11, 23), date(2027, 1, 2)),
        ("30 Dec", date(2026, 1, 5), date(2025, 12, 30)),
        ("3. M\u00e4rz", date(2026, 11, 23), date(2027, 3, 3)),
        ("Mi 3.3.", date(2026, 11, 23), date(2027, 3, 3)),
        ("3 August", date(2026, 11, 23), date(2027, 8, 3)),
        ("1 November", date(2026, 11, 23), date(2026, 11, 1)),
        ("Fri 1 January", date(2026, 11, 23), date(2027, 1, 1)),
        ("Sun 1 November", date(2026, 11, 23), date(2026, 11, 1)),
        ("Mon 1 November", date(2026, 11, 23), date(2027, 11, 1)),
        ("24 September", date(2026, 11, 23), date(2026, 9, 24)),
        ("23 September", date(2026, 11, 23), date(2027, 9, 23)),
        ("29.2.", date(2026, 11, 23), date(2028, 2, 29)),
    ],
)
def test_missing_year_is_that_of_the_coming_date_or_one_just_past(
    text: str, today: date, expected: date
) -> None:
    assert read_date(text, today=today) == TypedDate(expected, (Assumed.YEAR,))


@pytest.mark.parametrize("text", ["Friday 3 January", "Di 3.3."])
def test_weekday_of_a_year_long_past_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_date(text, today=date(2026, 11, 23))
    assert refused.value.facts["reason"] == "weekday_differs"


@pytest.mark.parametrize("text", ["25.9.15", "25 Sep '15", "25/9/15", "Sep 25 15"])
def test_two_digit_year_is_said(text: str) -> None:
    assert read_date(text, today=TODAY) == TypedDate(FRIDAY, (Assumed.CENTURY,))


def test_two_digit_year_is_near_today() -> None:
    assert read_date("1.1.15", today=date(2115, 1, 1)).day == date(2115, 1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday", date(2015, 9, 4)),
        ("Freitag", date(2015, 9, 4)),
        ("this Friday", date(2015, 9, 4)),
        ("kommenden Freitag", date(2015, 9, 4)),
        ("next Tuesday", date(2015, 9, 8)),
        ("today", date(2015, 9, 1)),
        ("tomorrow", date(2015, 9, 2)),
        ("morgen", date(2015, 9, 2)),
        ("\u00dcbermorgen", date(2015, 9, 3)),
        ("yesterday", date(2015, 8, 31)),
    ],
)
def test_relative_day_is_said(text: str, expected: date) -> None:
    assert read_date(text, today=TODAY) == TypedDate(expected, (Assumed.WEEKDAY,))


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2026", (date(2026, 4, 3), date(2026, 3, 4))),
        ("3-4-2026", (date(2026, 4, 3), date(2026, 3, 4))),
        ("15-09-25", (date(2025, 9, 15), date(2015, 9, 25))),
        ("Tuesday", (date(2015, 9, 1), date(2015, 9, 8))),
        ("next Friday", (date(2015, 9, 4), date(2015, 9, 11))),
        ("n\u00e4chsten Freitag", (date(2015, 9, 4), date(2015, 9, 11))),
    ],
)
def test_two_readings_are_refused(text: str, readings: tuple[date, ...]) -> None:
    with pytest.raises(AmbiguousInput) as refused:
        read_date(text, today=TODAY)
    assert refused.value.facts == {"text": text, "reason": "date", "readings": readings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13/04/2026", date(2026, 4, 13)),
        ("04/13/2026", date(2026, 4, 13)),
        ("04/04/2026", date(2026, 4, 4)),
        ("Fri 03/04/2026", date(2026, 4, 3)),
        ("Wed 03/04/2026", date(2026, 3, 4)),
    ],
)
def test_slashes_are_read_where_one_reading_fits(text: str, expected: date) -> None:
    assert read_date(text, today=TODAY) == TypedDate(expected)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("x" * 61, "too_long"),
        ("garbage", "not_a_date"),
        ("25 Sep 2015 EST", "not_a_date"),
        ("25 Sep 2015 10:15", "not_a_date"),
        ("a.m.", "not_a_date"),
        ("T", "not_a_date"),
        ("25 Sep Oct 2015", "incomplete"),
        ("25", "incomplete"),
        ("2015", "incomplete"),
        ("Sep 2015", "incomplete"),
        ("9/2015", "incomplete"),
        ("September", "incomplete"),
        ("1 2 3", "incomplete"),
        ("31.4.2026", "no_such_date"),
        ("29 Feb 2015", "no_such_date"),
        ("12.25.2015", "no_such_date"),
        ("2015-25-09", "no_such_date"),
        ("99/99/2015", "no_such_date"),
        ("25 Sep 0015", "no_such_date"),
        ("1 Jan 9999", "no_such_date"),
        ("Mon 25 Sep 2015", "weekday_differs"),
        ("Mon 03/04/2026", "weekday_differs"),
    ],
)
def test_no_date_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_date(text, today=TODAY)
    assert (refused.value.facts["reason"], refused.value.facts["text"]) == (reason, text[:80])


@given(st.dates(date(1950, 1, 1), date(2080, 1, 1)), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_written_dates_do_not_depend_on_today(day: date, today: date) -> None:
    for text in (f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{day:%d %B %Y}", f"{day:%a, %b %d %Y}"):
        assert read_date(text, today=today) == TypedDate(day)


@given(st.text("0123456789./- SeptFri,Mo\u00e4", max_size=24), st.integers(0, 3000))
def test_nothing_is_filled_in_from_today(text: str, distance: int) -> None:
    """Whatever is accepted without an assumption is the same from wherever it is read."""
    try:
        found = read_date(text, today=TODAY)
    except (AmbiguousInput, UnreadableInput):
        return
    if not found.assumed:
        assert read_date(text, today=TODAY + timedelta(days=distance)) == found
