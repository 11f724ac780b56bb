"""Whose clocks a day is on."""

from datetime import date

import pytest

from planner.domain.audiences import Audience
from planner.formats.itinerary.composition import itinerary
from planner.formats.wording.language import language
from tests.builders import block, candidate, office, plan
from tests.formats.itinerary.plans import ADA


def zone_line(home: str, zone: str = "Europe/Luxembourg", tag: str = "en", **fields: str) -> str:
    told = block("x", "10:00", zone=zone)
    day = plan(candidate("ada", zone=home), office("lux", **fields), told)
    return itinerary(day, Audience.candidate(ADA), language(tag)).days[0].zone_line


@pytest.mark.parametrize(
    ("home", "said"),
    [
        ("", "all times Luxembourg, UTC+2"),
        ("Mars/Base", "all times Luxembourg, UTC+2"),
        ("Europe/Paris", "all times Luxembourg, UTC+2"),
        ("Europe/Athens", "all times Luxembourg, UTC+2 (one hour behind Athens)"),
        ("Europe/London", "all times Luxembourg, UTC+2 (one hour ahead of London)"),
        ("America/New_York", "all times Luxembourg, UTC+2 (6 hours ahead of New York)"),
        ("Asia/Tokyo", "all times Luxembourg, UTC+2 (7 hours behind Tokyo)"),
        ("Asia/Kolkata", "all times Luxembourg, UTC+2 (3 h 30 min behind Kolkata)"),
        (
            "America/St_Johns",
            "all times Luxembourg, UTC+2 (4 h 30 min ahead of St. John\u2019s)",
        ),
    ],
)
def test_zone_line_compares_with_the_clocks_at_home(home: str, said: str) -> None:
    assert zone_line(home) == said


def test_zone_is_named_after_the_offices_city() -> None:
    assert zone_line("", zone="Europe/Luxembourg", city="Esch") == "all times Esch, UTC+2"


def test_zone_of_another_place_is_named_after_its_own_city() -> None:
    line = zone_line("", zone="America/Argentina/Buenos_Aires", city="Esch")
    assert line == "all times Buenos Aires, UTC\u22123"


def test_utc_is_not_called_a_city() -> None:
    assert zone_line("", zone="UTC") == "all times UTC"


def test_city_is_named_in_the_language_of_the_document() -> None:
    assert "Athen" in zone_line("Europe/Athens", tag="de")


def test_day_whose_clocks_change_tells_both_offsets() -> None:
    change = date(2026, 10, 25)
    day = plan(block("x", "01:00", day=change), block("y", "10:00", day=change))
    shown = itinerary(day, Audience.candidate(ADA), language("en")).days[0]
    assert shown.zone_line == "all times Luxembourg, UTC+2, later UTC+1"
    assert [row.zone_mark for row in shown.rows] == ["", ""]
