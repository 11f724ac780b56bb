"""Travel and hotel cards, and what of a journey belongs into the day."""

from datetime import date, time

from planner.domain.audiences import Audience
from planner.domain.plan import Plan, Record
from planner.domain.travel import Direction, LegKind, Payer
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import Itinerary, LegLine
from planner.formats.wording.language import language
from tests.builders import block, moment, plan
from tests.formats.itinerary.plans import ADA, ATHENS, EVE_OF_DAY, journey, leg, stay, stop

EN = language("en")
NEXT_DAY = date(2015, 9, 26)


def page(*records: Record) -> Itinerary:
    day: Plan = plan(block("x", "10:00"), *records)
    return itinerary(day, Audience.candidate(ADA), EN)


def lines(*records: Record) -> list[LegLine]:
    return [line for card in page(*records).journeys for line in card.legs]


def test_leg_tells_both_ends_on_their_own_clocks() -> None:
    told = leg(
        "a",
        stop("Luxembourg", moment("20:50"), "LUX", terminal="A"),
        stop("Athens", moment("00:30", day=NEXT_DAY, zone=ATHENS), "ATH"),
        carrier="Example Air", number="EX 1", cabin="Economy", seat="12A", reference="PNR",
    )  # fmt: skip
    (line,) = lines(journey("j", Direction.RETURN, told))
    assert (line.departure.clock, line.departure.zone, line.departure.terminal) == (
        "20:50",
        "UTC+2",
        "Terminal A",
    )
    assert (line.arrival.clock, line.arrival.zone, line.arrival.day) == (
        "00:30",
        "UTC+3",
        "Sat 26 Sep",
    )
    assert (line.service, line.length, line.zones, line.day_shift) == (
        "Example Air EX 1",
        "2 h 40 min",
        "UTC+2 \u2192 UTC+3",
        "+1",
    )
    assert line.details == ("arrives Sat 26 Sep", "Economy", "Seat 12A", "Reference PNR")


def test_flight_over_the_date_line_may_arrive_the_day_before() -> None:
    told = leg(
        "a",
        stop("Auckland", moment("10:00", zone="Pacific/Auckland")),
        stop("Honolulu", moment("19:00", day=EVE_OF_DAY, zone="Pacific/Honolulu")),
    )
    (line,) = lines(journey("j", Direction.OUTBOUND, told))
    assert (line.day_shift, line.details) == ("\u22121", ("arrives Thu 24 Sep",))


def test_change_of_flights_tells_how_long_and_where() -> None:
    first = leg("a", stop("A", moment("08:00")), stop("Frankfurt", moment("09:00"), "FRA"))
    second = leg("b", stop("Frankfurt", moment("10:10"), "FRA"), stop("B", moment("11:00")))
    taxi = leg(
        "c", stop("B", moment("11:30")), stop("Hotel", moment("11:50")), kind=LegKind.TRANSFER
    )
    changes = [line.change for line in lines(journey("j", Direction.BETWEEN, first, second, taxi))]
    assert changes == ["1 h 10 min to change in Frankfurt", "", ""]


def test_leg_on_another_day_tells_its_day() -> None:
    first = leg("a", stop("A", moment("20:00")), stop("B", moment("21:00")))
    second = leg(
        "b", stop("B", moment("07:00", day=NEXT_DAY)), stop("C", moment("08:00", day=NEXT_DAY))
    )
    assert [line.day for line in lines(journey("j", Direction.BETWEEN, first, second))] == [
        "",
        "Sat 26 Sep",
    ]


def test_estimate_is_told_once_where_it_holds_for_all() -> None:
    guessed = leg("a", stop("A", moment("08:00")), stop("B", moment("09:00")), is_estimated=True)
    known = leg("b", stop("B", moment("10:00")), stop("C", moment("11:00")))
    (all_guessed,) = page(journey("j", Direction.BETWEEN, guessed)).journeys
    (some_guessed,) = page(journey("j", Direction.BETWEEN, guessed, known)).journeys
    assert (all_guessed.estimate, all_guessed.legs[0].estimate) == ("Times not confirmed yet", "")
    assert (some_guessed.estimate, [line.estimate for line in some_guessed.legs]) == (
        "",
        ["Times not confirmed yet", ""],
    )


def test_journeys_come_by_departure_and_say_who_pays() -> None:
    early = leg("a", stop("A", moment("08:00", day=EVE_OF_DAY)), stop("B", moment("09:00")))
    late = leg("b", stop("B", moment("19:00")), stop("A", moment("20:00")))
    cards = page(
        journey("back", Direction.RETURN, late, paid_by=Payer.CANDIDATE),
        journey("out", Direction.OUTBOUND, early),
        journey("empty", Direction.BETWEEN),
    ).journeys
    assert [(card.heading, card.payer) for card in cards] == [
        ("Thu 24 Sep \u00b7 Outbound", "Paid by us"),
        ("Fri 25 Sep \u00b7 Return", "Paid by you"),
    ]


def said(*records: Record) -> list[tuple[str, str, str, str]]:
    (day,) = page(*records).days
    return [(row.times, row.headline, row.aside, row.place) for row in day.rows]


def test_transfer_says_when_to_leave() -> None:
    taxi = leg(
        "t", stop("Main entrance", moment("17:25")), stop("Airport", moment("17:45")),
        kind=LegKind.TRANSFER, carrier="Taxi", is_estimated=True,
    )  # fmt: skip
    plane = leg("p", stop("Airport", moment("19:05")), stop("Athens", moment("23:00"), "ATH"))
    assert said(journey("j", Direction.RETURN, taxi, plane))[1:] == [
        ("17:25", "Leave for Airport", "Taxi, 20 min", "Main entrance")
    ]


def test_flight_home_without_transfer_says_when_it_leaves() -> None:
    plane = leg(
        "p", stop("Airport", moment("19:05"), "LUX"), stop("Athens", moment("23:00"), "ATH")
    )
    assert said(journey("j", Direction.RETURN, plane))[1:] == [
        ("19:05", "Flight to Athens (ATH)", "", "Airport")
    ]


def test_flight_on_the_morning_of_the_day_says_when_it_arrives() -> None:
    plane = leg(
        "p", stop("Athens", moment("06:00"), "ATH"), stop("Airport", moment("08:00")), number="EX 1"
    )
    assert said(journey("j", Direction.OUTBOUND, plane))[0] == (
        "08:00",
        "Arrival in Airport",
        "Flight \u00b7 EX 1",
        "Airport",
    )


def test_travel_of_other_days_is_in_the_cards_alone() -> None:
    early = leg(
        "a", stop("A", moment("08:00", day=EVE_OF_DAY)), stop("B", moment("09:00", day=EVE_OF_DAY))
    )
    assert len(said(journey("out", Direction.OUTBOUND, early))) == 1


def test_row_on_other_clocks_says_whose() -> None:
    plane = leg("p", stop("Athens", moment("08:00", zone=ATHENS)), stop("B", moment("09:00")))
    (day,) = page(journey("j", Direction.RETURN, plane)).days
    assert [row.zone_mark for row in day.rows] == ["", "Luxembourg, UTC+2"]
    assert day.zone_line == "all times Athens, UTC+3"


def test_hotel_tells_nights_times_features_and_who_pays() -> None:
    hotel = stay(
        address="2 Street", phone="+352 9", check_in_from=time(15), check_out_until=time(12),
        room_features=("Desk", " ", "Couch"), confirmation="C1", is_estimated=True,
    )  # fmt: skip
    (card,) = page(hotel).stays
    assert (card.heading, card.title, card.details, card.estimate) == (
        "Where you stay",
        "Hotel near the office",
        ("Desk", "Couch"),
        "Not confirmed yet",
    )
    assert card.lines == (
        "2 Street",
        "Thu 24 Sep \u2013 Fri 25 Sep, 1 night \u00b7 Paid by us",
        "Check-in from 15:00 \u00b7 Check-out until 12:00",
        "Confirmation C1",
    )
    assert [link.target for link in card.links] == ["tel:+3529"]
