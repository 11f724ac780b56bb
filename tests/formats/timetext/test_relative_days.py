from datetime import date

import pytest

from tests.formats.timetext.pasting import paste, question_codes


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Fr.", date(2015, 9, 25)),
        ("Fri", date(2015, 9, 25)),
        ("Sa:", date(2015, 9, 26)),
        ("am Freitag", date(2015, 9, 25)),
        ("On Monday", date(2015, 9, 28)),
        ("Next day", date(2015, 9, 25)),
        ("Am n\u00e4chsten Tag", date(2015, 9, 25)),
        ("Friday afternoon", date(2015, 9, 25)),
        ("Second day", date(2015, 9, 25)),
        ("3. Tag", date(2015, 9, 26)),
        ("Day two", date(2015, 9, 25)),
    ],
)
def test_short_heading_goes_on_from_the_date_above(heading: str, expected: date) -> None:
    timetable = paste(f"24 September 2015\n9:00 Talk\n{heading}\n9:00 Talk")
    assert [row.day for row in timetable.rows] == [date(2015, 9, 24), expected]


@pytest.mark.parametrize("line", ["later that week", "Friday or so", "the other day", "KW 40"])
def test_rows_below_a_vague_heading_ask(line: str) -> None:
    timetable = paste(f"24 September 2015\n9:00 Talk\n{line}\n9:00 Talk")
    assert [row.day for row in timetable.rows] == [date(2015, 9, 24)] * 2
    assert question_codes(timetable)[-1] == "day_in_doubt"


def test_doubt_ends_with_the_next_date() -> None:
    timetable = paste("some day next week\n9:00 Talk\n28.9.2015\n9:00 Talk")
    assert question_codes(timetable) == ["vague_day", "day_in_doubt"]


def test_weekday_that_fits_the_day_raises_no_doubt() -> None:
    assert question_codes(paste("See you on Friday\n9:00 Talk")) == []


def test_next_friday_is_asked_about() -> None:
    timetable = paste("next Friday\n9:00 Talk")
    assert question_codes(timetable) == ["ambiguous_date", "row_without_day"]


def test_next_day_of_nothing_is_asked_about() -> None:
    timetable = paste("Next day\n9:00 Talk", day=None)
    assert question_codes(timetable) == ["day_without_date", "row_without_day"]
