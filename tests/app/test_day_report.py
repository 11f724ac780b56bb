"""Which day a report is about, and what it says of it."""

from dataclasses import replace
from datetime import date, timedelta

from planner.app.day_report import day_report, reported_day
from planner.domain.blocks import Kind
from planner.domain.log import Log
from planner.formats.wording.language import language
from tests.builders import DAY, block, candidate, minutes, plan
from tests.formats.report.days import (
    GOOD,
    NOT_GOOD,
    YEARS_LATER,
    as_it_went,
    reference_report,
    report_of,
    sample,
)
from tests.schedule.live.logs import at, log, told

NEXT = DAY + timedelta(days=1)
TWO_DAYS = plan(block("A", "10:00", 45), block("B", "10:00", 45, day=NEXT))


def test_report_is_about_today_else_the_last_day_that_was_logged() -> None:
    went = log(told("10:00", "started", "A"))
    assert reported_day(TWO_DAYS, Log(), at("08:00")) == DAY
    assert reported_day(TWO_DAYS, Log(), YEARS_LATER) == NEXT
    assert reported_day(TWO_DAYS, went, YEARS_LATER) == DAY
    assert reported_day(TWO_DAYS, went, at("08:00") - timedelta(days=9)) == DAY
    assert reported_day(plan(block("A", None)), went, YEARS_LATER) is None


def test_nothing_scheduled_is_no_report() -> None:
    assert day_report(plan(), Log(), YEARS_LATER, language("en")) is None


def test_reference_day_in_numbers() -> None:
    made = reference_report()
    assert (made.day, made.sums.on_time, made.sums.interviews) == (date(2015, 9, 25), 4, 5)
    assert made.sums.rate == 0.8
    assert (made.sums.rest_delivered, made.sums.rest_promised) == (minutes(138), minutes(55))
    assert dict(made.sums.lost) == {
        "no_show": minutes(31),
        "dropped": minutes(6),
        "cut": minutes(2),
    }
    second = next(row for row in made.rows if row.block == "interview-2")
    assert (second.planned, second.actual, second.over) == (minutes(45), minutes(26), minutes(-19))
    assert (second.effective, second.delay, second.is_on_time) == (minutes(20), minutes(31), False)
    assert second.texts.length == "19 min shorter \u00b7 20 min effective"
    assert (made.good, made.not_good) == ((GOOD,), (NOT_GOOD,))


def test_half_a_minute_is_no_delay() -> None:
    day = plan(block("A", "10:00", 30), block("B", "11:00", 30))
    late = replace(told("10:00", "started", "A"), at=at("10:00") + timedelta(seconds=30))
    later = replace(told("11:00", "started", "B"), at=at("11:00") + timedelta(seconds=31))
    made = report_of(
        day, log(late, told("10:30", "ended", "A"), later, told("11:31", "ended", "B"))
    )
    assert [(row.texts.start, row.is_on_time) for row in made.rows] == [
        ("on time", True),
        ("1 min late", False),
    ]
    assert [row.texts.length for row in made.rows] == ["as planned", "as planned"]


def test_longer_and_early_have_their_words() -> None:
    day = plan(block("A", "10:00", 30))
    made = report_of(day, log(told("09:55", "started", "A"), told("10:37", "ended", "A")))
    assert (made.rows[0].texts.start, made.rows[0].texts.length) == ("5 min early", "12 min longer")


def test_forgotten_end_does_not_run_until_today() -> None:
    day = plan(block("A", "10:00", 30))
    made = report_of(day, log(told("10:05", "started", "A")))
    assert made.rows[0].texts.actual == "since 10:05"
    assert made.prepared == at("10:30")


def test_day_that_still_goes_on_says_as_of_when() -> None:
    made = report_of(sample(), as_it_went(), at("11:12"))
    assert made.subtitle == "Friday 25 September 2015 \u00b7 as of 11:12"
    assert [row.texts.actual for row in made.rows[2:5]] == [
        "no-show",
        "upcoming",
        "upcoming",
    ]
    assert made.repairs == ()


def test_day_without_interviews_and_rests_has_dashes() -> None:
    made = report_of(plan(block("A", "10:00", 30, kind=Kind.TOUR)), Log())
    assert [(f.value, f.detail) for f in made.figures] == [
        ("\u2013", "no interview yet"),
        ("\u2013", "no rest yet"),
        ("0 min", ""),
    ]
    assert made.sums.rate is None


def test_changes_of_one_decision_are_one_line() -> None:
    day = plan(block("A", "10:00", 45), block("B", "11:00", 45))
    went = log(
        told("10:10", "extended", "A", length=5, step="one"),
        told("10:10", "moved", "B", until="11:15", step="one"),
        told("10:20", "cut", "B", length=5),
        told("10:21", "skipped", "A", id="gone"),
        told("10:22", "revoked", about="gone"),
    )
    made = report_of(day, went)
    assert made.repairs == (
        "10:10 A extended by 5 min; B moved to 11:15",
        "10:20 B cut by 5 min",
    )


def test_verdicts_of_several_candidates_say_whose_they_are() -> None:
    day = plan(candidate("ada"), candidate("bob"), block("A", "10:00", 45, candidates=["ada"]))
    said = told("17:00", "verdict", candidate="bob", reason="kind\npeople", is_good=True)
    alone = told("17:01", "verdict", reason="on time", is_good=True)
    assert report_of(day, log(said, alone)).good == ("Bob: kind people", "on time")


def test_verdict_of_another_day_is_not_told() -> None:
    said = told("17:00", "verdict", reason="fine", is_good=True)
    after = replace(said, at=said.at + timedelta(days=1), written=said.at + timedelta(days=1))
    assert report_of(plan(block("A", "10:00", 45)), log(after)).good == ()


def test_report_of_a_rehearsal_says_so() -> None:
    made = day_report(sample(), as_it_went(), YEARS_LATER, language("en"), is_rehearsal=True)
    assert made is not None
    assert made.heading == "Rehearsal: report of the day"
    assert reference_report().heading == "Report of the day"


def test_candidate_who_left_is_told() -> None:
    passage = next(
        one for one in reference_report().passages if one.heading == "Who left, and when"
    )
    assert passage.lines == ("17:04 Candidate left",)


def test_what_was_lost_is_told_with_what_was_made_up() -> None:
    made = reference_report()
    second = next(row for row in made.rows if row.block == "interview-2")
    assert second.texts.lost == ("no-show: 31 min", "interruption: 6 min", "made up: 12 min")
    assert made.figures[2].value == "39 min"
    assert made.figures[2].detail == "mostly no-shows \u00b7 made up: 12 min"
