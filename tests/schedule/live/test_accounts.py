"""Accounts: every planned minute is accounted for, and lost ones have a cause."""

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Kind
from planner.domain.ids import BlockId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.domain.times import ZERO
from planner.schedule.live.accounts import Accounts, BlockAccount, Cause, Loss, accounts
from planner.schedule.live.live_projection import project_live
from tests.builders import DAY, block, minutes, plan
from tests.schedule.live.logs import at, log, told
from tests.schedule.live.random_stories import stories
from tests.schedule.random_days import plans

ONE = plan(
    block("A", "10:00", 45, people=["ben"]),
    block("tour", "10:45", 15, kind=Kind.TOUR),
    block("lunch", "11:00", 60, kind=Kind.MEAL, minimum=minutes(30)),
    block("B", "12:00", 45, people=["noor"]),
)


def account(now: str, *entries: LogEntry, day: Plan = ONE) -> Accounts:
    return accounts(project_live(day, log(*entries), at(now)), DAY)


def of(found: Accounts, name: str) -> BlockAccount:
    everything = (*found.interviews, *found.rests, *found.others)
    return next(one for one in everything if one.block == BlockId(name))


def test_nothing_is_accounted_for_before_it_begins() -> None:
    assert account("09:00") == Accounts((), (), ())


def test_late_start_dropped_call_and_early_end_have_their_causes() -> None:
    found = of(
        account(
            "11:00",
            told("10:05", "started", "A"),
            told("10:10", "interrupted", "A"),
            told("10:14", "resumed", "A"),
            told("10:40", "ended", "A"),
        ),
        "A",
    )
    assert found.losses == (
        Loss(Cause.LATE_START, minutes(5)),
        Loss(Cause.DROPPED, minutes(4)),
        Loss(Cause.CUT, minutes(5)),
    )
    assert (found.effective, found.lost, found.is_on_time) == (minutes(31), minutes(14), False)


def test_overrun_is_charged_to_what_overran() -> None:
    entries = [
        told("10:00", "started", "A"),
        told("10:55", "ended", "A"),
        told("10:57", "started", "tour"),
        told("11:12", "ended", "tour"),
        told("12:00", "started", "B"),
    ]
    found = account("12:10", *entries)
    assert of(found, "tour").losses == (
        Loss(Cause.OVERRUN, minutes(10), BlockId("A")),
        Loss(Cause.LATE_START, minutes(2)),
    )
    lunch = of(found, "lunch")
    assert lunch.losses == (Loss(Cause.OVERRUN, minutes(12), BlockId("tour")),)
    assert (lunch.effective, lunch.minimum, lunch.is_over) == (minutes(48), minutes(30), True)
    assert (found.rest_planned, found.rest_promised, found.rest_delivered) == (
        minutes(60),
        minutes(30),
        minutes(48),
    )
    assert found.on_time == (2, 2)
    assert of(found, "A").gained == minutes(10)


def test_what_did_not_take_place_is_lost_as_a_whole() -> None:
    entries = [
        told("10:10", "no_show", "A", person="ben"),
        told("10:20", "skipped", "B"),
        told("10:45", "started", "tour"),
    ]
    found = account("10:50", *entries)
    assert found.lost_by_cause == {Cause.NO_SHOW: minutes(45), Cause.SKIPPED: minutes(45)}
    assert not of(found, "A").is_on_time
    assert of(found, "A").start is None


def test_replacement_leaves_the_search_to_the_no_show() -> None:
    found = account(
        "10:30",
        told("10:10", "no_show", "A", person="ben"),
        told("10:20", "replaced", "A", person="noor"),
        told("10:22", "started", "A"),
    )
    assert of(found, "A").losses == (Loss(Cause.NO_SHOW, minutes(22)),)
    assert not of(found, "A").is_over


def test_rest_that_goes_on_is_accounted_for_as_it_will_be() -> None:
    entries = [
        told("10:00", "started", "A"),
        told("10:45", "ended", "A"),
        told("10:45", "started", "tour"),
        told("11:05", "ended", "tour"),
    ]
    found = of(account("11:20", *entries), "lunch")
    assert (found.effective, found.is_over, found.end) == (minutes(55), False, None)
    assert account("11:20", *entries).rest_delivered == minutes(0)


@given(st.data())
def test_every_planned_minute_is_accounted_for(data: st.DataObject) -> None:
    day = data.draw(plans())
    written, now = data.draw(stories(day))
    found = accounts(project_live(day, written, now))
    for one in (*found.interviews, *found.rests, *found.others):
        lost = sum((loss.length for loss in one.losses), ZERO)
        assert one.effective + lost == one.planned + one.gained
        assert all(loss.length > ZERO for loss in one.losses)
        assert one.effective >= ZERO
