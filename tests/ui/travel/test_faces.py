"""What stands along the line of travel: in order, on its own clocks, dates said once."""

from dataclasses import replace

from planner.domain.blocks import Mode
from planner.domain.travel import Direction
from planner.formats.wording.language import language
from planner.ui.travel.faces import pieces
from tests.builders import DAY, block, candidate, moment, plan
from tests.formats.itinerary.plans import (
    ADA,
    ATHENS,
    EVE_OF_DAY,
    journey,
    leg,
    stay,
    stop,
    whole_day,
)

EN = language("en")


def test_pieces_come_in_order_of_time() -> None:
    keys = [piece.key for piece in pieces(whole_day(), ADA, EN)]
    assert keys == [
        "journey out", "leg out there", "stay hotel", "day 2015-09-25", "journey home",
        "leg home back",
    ]  # fmt: skip


def test_date_is_said_where_it_changes() -> None:
    beside = [piece.face.beside for piece in pieces(whole_day(), ADA, EN)]
    assert beside == ["Thu 24 Sep", "", "", "Fri 25 Sep", "", ""]


def test_leg_into_the_next_day_says_so() -> None:
    (back,) = [p for p in pieces(whole_day(), ADA, EN) if p.key == "leg home back"]
    assert back.face.line == "19:05 UTC+2 \u2192 00:30 UTC+3 +1 \u00b7 4 h 25 min"


def test_leg_over_the_date_line_arrives_the_day_before() -> None:
    there = stop("Auckland", moment("20:00", zone="Pacific/Auckland"))
    here = stop("Honolulu", moment("06:00", zone="Pacific/Honolulu"))
    made = plan(candidate("ada"), journey("x", Direction.OUTBOUND, leg("a", there, here)))
    assert "\u2192 06:00 UTC\u221210 \u00b7 8 h" in pieces(made, ADA, EN)[1].face.line


def test_estimate_is_said_of_the_journey_where_it_holds_for_every_leg() -> None:
    one = leg("a", stop("A", moment("08:00")), stop("B", moment("09:00")), is_estimated=True)
    two = leg("b", stop("B", moment("10:00")), stop("C", moment("11:00")), is_estimated=True)
    both = plan(candidate("ada"), journey("x", Direction.OUTBOUND, one, two))
    assert [bool(p.face.remark) for p in pieces(both, ADA, EN)] == [True, False, False]
    sure = replace(two, is_estimated=False)
    first = plan(candidate("ada"), journey("x", Direction.OUTBOUND, one, sure))
    assert [bool(p.face.remark) for p in pieces(first, ADA, EN)] == [False, True, False]


def test_journey_without_legs_comes_first_and_says_so() -> None:
    made = whole_day(journey("empty", Direction.BETWEEN))
    first = pieces(made, ADA, EN)[0]
    assert (first.key, first.face.line) == ("journey empty", "No leg yet.")


def test_call_from_anywhere_is_no_day_on_site() -> None:
    made = plan(candidate("ada"), block("call", "09:00", mode=Mode.PHONE))
    assert pieces(made, ADA, EN) == ()


def test_other_candidate_s_travel_is_not_shown() -> None:
    made = whole_day(candidate("bob"))
    assert pieces(made, candidate("bob").id, EN) == ()


def test_stay_in_no_known_zone_is_placed_by_the_plan_s() -> None:
    made = plan(candidate("ada"), replace(stay(EVE_OF_DAY, DAY), zone="", hotel=""))
    (piece,) = pieces(made, ADA, EN)
    assert (piece.face.title, piece.face.aside) == ("\u2013", "1 night")


def test_places_without_names_are_dashes() -> None:
    one = leg("a", stop("", moment("08:00"), "LUX"), stop("", moment("12:00", zone=ATHENS)))
    made = plan(candidate("ada"), journey("x", Direction.OUTBOUND, one))
    assert pieces(made, ADA, EN)[1].face.title == "LUX \u2192 \u2013"
