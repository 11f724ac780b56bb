"""Checks of visits and travel, as rows of `rules`."""

from planner.domain.problems import Severity
from planner.schedule.checks import bookings, travel, visits
from planner.schedule.checks.rule import Rule, Scope

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

VISIT_RULES: tuple[Rule, ...] = (
    Rule(
        "DAY-101",
        _WARNING,
        Scope.DAY,
        visits.no_arrival,
        "Identification and a security pass take time, and somebody must collect the candidate.",
        ("needs_arrival",),
    ),
    Rule(
        "DAY-102",
        _WARNING,
        Scope.CANDIDATE,
        visits.no_contact,
        "A candidate who stands before a closed door calls somebody. "
        "The plan's coordinator will do. Not asked of candidates who only have calls.",
    ),
    Rule(
        "DAY-103",
        _WARNING,
        Scope.CANDIDATE,
        visits.contact_unreachable,
        "A contact without phone and e-mail is none.",
    ),
    Rule(
        "TRV-101",
        _ERROR,
        Scope.PLAN,
        travel.arrives_too_late,
        "The candidate is still on the way when the visit begins.",
    ),
    Rule(
        "TRV-102",
        _ERROR,
        Scope.PLAN,
        travel.leaves_too_early,
        "The candidate would have to leave before the end.",
    ),
    Rule(
        "TRV-103",
        _WARNING,
        Scope.PLAN,
        travel.night_without_stay,
        "Between arrival and departure, and between days on site, the candidate sleeps somewhere. "
        "Not asked of candidates without any journey or hotel: they live nearby.",
    ),
    Rule(
        "TRV-104",
        _ERROR,
        Scope.PLAN,
        travel.meeting_under_way,
        "Nobody can interview in the air. Asked of calls, and of journeys between two offices.",
    ),
    Rule(
        "TRV-105",
        _WARNING,
        Scope.PLAN,
        travel.arrives_too_close,
        "A platform is not an office: getting out and across town takes time. Not asked where the "
        "journey ends with a transfer, or an escort fetches the candidate.",
        ("way_to_station",),
    ),
    Rule(
        "TRV-106",
        _WARNING,
        Scope.PLAN,
        travel.leaves_too_close,
        "Nobody catches a train from the interview room, and a flight closes its doors early. Not "
        "asked where the journey begins with a transfer, or an escort takes the candidate there.",
        ("way_to_station", "flight_lead", "train_lead"),
    ),
    Rule(
        "TRV-107",
        _WARNING,
        Scope.PLAN,
        bookings.journey_without_visit,
        "A journey more than four days away from all that the candidate comes for was booked for "
        "another date, or the visit has moved. Calls taken at home are no visit.",
    ),
    Rule(
        "TRV-108",
        _WARNING,
        Scope.PLAN,
        bookings.stay_without_visit,
        "A hotel more than four days away from all that the candidate comes for was booked for "
        "another date, or the visit has moved. Calls taken at home are no visit.",
    ),
    Rule(
        "TRV-109",
        _WARNING,
        Scope.PLAN,
        bookings.journeys_at_once,
        "Nobody sits in two trains: one journey was booked twice, or for another day.",
    ),
    Rule(
        "TRV-110",
        _WARNING,
        Scope.PLAN,
        bookings.stays_at_once,
        "Nobody sleeps in two beds: one hotel was booked twice, or for other nights.",
    ),
)
"""One row for each check, in the order of their codes."""
