"""What several share goes on for the others when one of them has gone on to something later."""

import pytest

from planner.domain.blocks import Kind
from planner.domain.ids import BlockId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import LiveProjection, Phase, project_live
from planner.schedule.risk.priors import Prior, Priors
from planner.schedule.risk.risks import risks
from tests.builders import block, plan
from tests.schedule.live.logs import at, log, told

SHARED, ADAS, BEAS, LUNCH = BlockId("shared"), BlockId("adas"), BlockId("beas"), BlockId("lunch")
BOTH = ("ada", "bea")


def day(kind: Kind) -> Plan:
    return plan(
        block("shared", "09:30", 30, kind=kind, candidates=BOTH),
        block("adas", "10:00", 45, people=["kim"], candidates=["ada"]),
        block("beas", "10:00", 45, people=["lee"], candidates=["bea"]),
        block("lunch", "10:45", 60, kind=Kind.MEAL, candidates=["bea"]),
    )


def live(kind: Kind, now: str, *entries: LogEntry) -> LiveProjection:
    return project_live(day(kind), log(*entries), at(now))


def span(projection: LiveProjection, name: BlockId) -> tuple[str, str]:
    found = projection.block(name)
    return f"{found.start.local:%H:%M}", f"{found.end.local:%H:%M}"


@pytest.mark.parametrize("kind", [Kind.ARRIVAL, Kind.MEAL, Kind.TOUR])
def test_shared_block_is_not_put_off_by_whoever_has_gone_on(kind: Kind) -> None:
    projection = live(kind, "10:02", told("10:00", "started", "adas"))
    assert (projection.phase(SHARED), span(projection, SHARED)) == (Phase.DONE, ("09:30", "10:00"))
    assert (projection.phase(BEAS), span(projection, BEAS)) == (Phase.DUE, ("10:02", "10:47"))


def test_shared_rest_goes_on_for_the_others() -> None:
    projection = live(Kind.MEAL, "09:50", told("09:48", "started", "adas"))
    assert (projection.phase(SHARED), span(projection, SHARED)) == (
        Phase.RUNNING,
        ("09:30", "10:00"),
    )
    assert span(projection, BEAS) == ("10:00", "10:45")


def test_who_comes_late_to_a_shared_arrival_keeps_nobody_who_has_begun() -> None:
    entries = (
        told("09:25", "arrived", candidate="ada"),
        told("10:00", "started", "adas"),
        told("10:10", "arrived", candidate="bea"),
    )
    assert live(Kind.ARRIVAL, "10:05", *entries[:2]).run.unseen
    projection = live(Kind.ARRIVAL, "10:12", *entries)
    assert span(projection, SHARED) == ("10:10", "10:40")
    assert (span(projection, ADAS), span(projection, BEAS)[0]) == (("10:00", "10:45"), "10:40")


def test_shared_rest_that_somebody_began_late_is_where_it_was_told_to_be() -> None:
    entries = (told("09:40", "started", "shared"), told("10:00", "started", "adas"))
    assert span(live(Kind.MEAL, "10:02", *entries), SHARED)[0] == "09:40"


def test_risk_knows_who_has_gone_on() -> None:
    sure = Priors(Prior(cv=0.0, no_show=0.0))
    projection = live(Kind.TOUR, "10:02", told("10:00", "started", "adas"))
    (rest,) = risks(projection, sure).rests
    assert (rest.block, rest.below) == (LUNCH, 0.0)


def test_network_stays_the_same_while_the_same_have_gone_on() -> None:
    begun = told("10:00", "started", "adas")
    source = project_live(day(Kind.MEAL), log(), at("10:00")).network
    first = project_live(source, log(begun), at("10:02"))
    second = project_live(source, log(begun), at("10:03"))
    assert first.network is second.network
