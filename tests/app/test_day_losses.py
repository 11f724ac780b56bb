"""What a report says of lost time: true causes, and figures that add up."""

from dataclasses import replace
from datetime import timedelta

from planner.app.day_losses import day_losses
from planner.domain.blocks import Kind
from planner.domain.ids import BlockId
from planner.domain.log import Log, LogEntry
from planner.domain.plan import Plan
from planner.schedule.live.accounts import Cause, Loss, accounts
from planner.schedule.live.live_projection import project_live
from tests.builders import block, minutes, plan
from tests.formats.report.days import report_of
from tests.schedule.live.logs import at, log, told

A, B, LUNCH = BlockId("A"), BlockId("B"), BlockId("L")
DAY = plan(
    block("A", "10:00", 45), block("B", "10:45", 45), block("L", "11:30", 45, kind=Kind.MEAL)
)


def losses_of(day: Plan, went: Log) -> tuple[dict[str, tuple[Loss, ...]], dict[str, timedelta]]:
    found = day_losses(accounts(project_live(day, went, at("18:00"))))
    lost = {str(name): losses for name, losses in found.by_block.items()}
    return lost, {str(name): length for name, length in found.made_up.items() if length}


def seconds_later(entry: LogEntry, seconds: int) -> LogEntry:
    return replace(entry, at=entry.at + timedelta(seconds=seconds))


def test_delay_goes_to_what_made_the_block_before_late() -> None:
    went = log(
        told("10:00", "started", "A"),
        told("10:45", "ended", "A"),
        told("10:50", "no_show", "B"),
        told("11:10", "started", "B"),
        told("11:42", "ended", "B"),
        told("11:42", "started", "L"),
        told("12:27", "ended", "L"),
    )
    lost, made_up = losses_of(DAY, went)
    assert lost["B"] == (Loss(Cause.NO_SHOW, minutes(25)),)
    assert lost["L"] == (Loss(Cause.NO_SHOW, minutes(12), B),)
    assert made_up == {"B": minutes(12), "L": minutes(12)}
    row = next(row for row in report_of(DAY, went).rows if row.block == LUNCH)
    assert row.texts.lost == ("no-show at B: 12 min", "made up: 12 min")


def test_delay_is_traced_through_blocks_that_only_came_later() -> None:
    went = log(
        told("10:09", "started", "A"),
        told("10:54", "ended", "A"),
        told("10:54", "started", "B"),
        told("11:39", "ended", "B"),
        told("11:39", "started", "L"),
        told("12:15", "ended", "L"),
    )
    lost, _ = losses_of(DAY, went)
    assert lost["L"] == (Loss(Cause.LATE_START, minutes(9), A),)
    row = next(row for row in report_of(DAY, went).rows if row.block == LUNCH)
    assert row.texts.lost == ("late start of A: 9 min",)


def test_what_ran_longer_is_itself_the_cause() -> None:
    went = log(
        told("10:00", "started", "A"),
        told("10:57", "ended", "A"),
        told("10:57", "started", "B"),
        told("11:42", "ended", "B"),
        told("11:42", "started", "L"),
        told("12:15", "ended", "L"),
    )
    lost, _ = losses_of(DAY, went)
    assert lost["B"] == lost["L"] == (Loss(Cause.OVERRUN, minutes(12), A),)


def test_seconds_are_no_loss_and_rounded_parts_add_up() -> None:
    went = log(
        seconds_later(told("10:00", "started", "A"), 20),
        seconds_later(told("10:44", "ended", "A"), 35),
        seconds_later(told("10:46", "started", "B"), 25),
        seconds_later(told("11:28", "ended", "B"), 35),
    )
    lost, _ = losses_of(DAY, went)
    assert lost["A"] == ()
    assert lost["B"] == (Loss(Cause.LATE_START, minutes(1)), Loss(Cause.CUT, minutes(1)))
    made = report_of(DAY, went)
    assert dict(made.sums.lost) == {"late_start": minutes(1), "cut": minutes(1)}
    assert (made.figures[2].value, made.figures[2].detail) == ("2 min", "mostly late starts")
