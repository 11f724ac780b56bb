"""Which rests wait for one chain alone; the random properties say that its numbers are right."""

from collections.abc import Sequence

import numpy as np
import pytest

from planner.domain.blocks import Block, Kind, SeatRole, StartRule
from planner.domain.ids import BlockId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import project_live
from planner.schedule.network import network
from planner.schedule.projection import project
from planner.schedule.risk.chances import Chances, chances
from planner.schedule.risk.lines import line_before
from planner.schedule.risk.priors import CERTAIN, Prior, Priors
from planner.schedule.risk.rests import RestRule
from planner.schedule.risk.sampling import sample
from tests.builders import block, minutes, plan, seat
from tests.schedule.live.logs import at, log, told
from tests.schedule.random_days import PLACES

PRIORS = Priors(Prior(no_show=0.0))
REST = BlockId("rest")


def pause(name: str, start: str, length: float, least: float = 5, **fields: object) -> Block:
    return block(name, start, length, kind=Kind.BREAK, minimum=minutes(least), **fields)  # type: ignore[arg-type]


def links(known: Chances, rest: BlockId = REST) -> Sequence[str] | None:
    """Return the blocks of the line before a rest."""
    entries = known.network.agenda.entries
    line = line_before(known, known.network.agenda.entry(rest).index)
    return None if line is None else [entries[index].block.id for index in line.indexes]


def planned(*blocks: Block, priors: Priors = PRIORS) -> Chances:
    return chances(network(plan(*blocks)), priors)


A, B, LUNCH = block("A", "09:00"), block("B", "09:45"), pause("rest", "10:30", 30)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([A, B, LUNCH], ["A", "B"], id="one after the other"),
        pytest.param([LUNCH], None, id="nothing before"),
        pytest.param([block("A", "04:00"), B, LUNCH], ["B"], id="over for hours"),
        pytest.param(
            [
                A,
                block("X", "09:00", candidates=["bob"], people=["ben"]),
                block("B", "09:45", people=["ben"]),
                LUNCH,
            ],
            None,
            id="somebody comes from elsewhere",
        ),
        pytest.param([A, block("B", "09:45", start_rule=StartRule.FLOW), LUNCH], None, id="flow"),
        pytest.param([A, block("B", "09:45", start_rule=StartRule.FIXED), LUNCH], None, id="fixed"),
        pytest.param(
            [A, pause("rest", "09:45", 30, start_rule=StartRule.FLOW)], None, id="flowing rest"
        ),
        pytest.param(
            [
                block("A", "09:00", room="red"),
                pause("x", "09:45", 15),
                block("B", "10:00", 30, room="red"),
                LUNCH,
            ],
            ["A", "B"],
            id="room that was free before",
        ),
        pytest.param(
            [A, pause("x", "09:45", 15), block("B", "09:50", 40), LUNCH],
            ["A", "B"],
            id="rest cut short by what is planned into it",
        ),
        pytest.param(
            [A, pause("x", "09:45", 30, 20), block("B", "09:50", 40), LUNCH],
            None,
            id="rest that needs more than it has",
        ),
        pytest.param(
            [pause("x", "09:30", 30, 20), block("B", "09:40", 50), LUNCH],
            ["B"],
            id="first rest that needs more than it has",
        ),
        pytest.param(
            [
                A,
                pause("x", "09:45", 60, people=["ben"]),
                block("Y", "10:00", 15, candidates=["bob"], people=["ben"]),
                pause("rest", "10:15", 15, candidates=["bob"]),
            ],
            None,
            id="rest that somebody has to leave",
        ),
        pytest.param([A, LUNCH], ["A"], id="gap"),
    ],
)
def test_line_is_one_chain(blocks: list[Block], expected: list[str] | None) -> None:
    assert links(planned(*blocks)) == expected


def test_rest_that_shares_its_host_waits_for_more_than_one_chain() -> None:
    host = (seat("ben", SeatRole.HOST),)
    other = pause("x", "10:15", 30, candidates=["bob"], seats=host)
    assert links(planned(A, B, other, pause("rest", "10:30", 30, seats=host))) is None


def test_way_of_somebody_else_is_waited_for_as_well() -> None:
    host = (seat("ben", SeatRole.HOST),)
    rest = pause("rest", "10:40", 30, seats=host, room="red")
    day = plan(
        *PLACES,
        block("A", "09:00", people=["ben"], room="green"),
        block("B", "09:45", room="red"),
        rest,
    )
    assert links(chances(network(day), PRIORS)) is None  # ben walks from A for half an hour
    here = day.with_records([block("A", "09:00", people=["ben"], room="blue")])
    assert links(chances(network(here), PRIORS)) is None
    same = day.with_records([block("A", "09:00", people=["ben"], room="red")])
    assert links(chances(network(same), PRIORS)) == ["A", "B"]


def test_rests_that_share_a_host_wait_for_what_is_before_both() -> None:
    host = (seat("ben", SeatRole.HOST),)
    day = plan(
        block("A", "09:00", people=["ben"]),
        pause("x", "09:45", 30, candidates=["bob"], seats=host),
        pause("rest", "09:50", 30, seats=host),
        block("B", "10:20", people=["ben"]),
    )
    known = chances(network(day), Priors(Prior(cv=0.5, no_show=0.0)))
    found = sample(known, range(4), samples=500)
    (_, a), (x, after_x), (rest, after), (b, _) = (found.span(index) for index in range(4))
    planned_starts = known.network.starts
    assert (x == np.maximum(a, planned_starts[1])).all()
    assert (rest == np.maximum(a, planned_starts[2])).all()
    assert (b == np.maximum(np.maximum(after_x, after), planned_starts[3])).all()


def test_certain_lengths_are_no_chain() -> None:
    assert links(planned(A, B, LUNCH, priors=Priors(CERTAIN))) is None


def live(now: str, *entries: LogEntry, day: Plan | None = None) -> Chances:
    return chances(project_live(day or plan(A, B, LUNCH), log(*entries), at(now)), PRIORS)


@pytest.mark.parametrize(
    ("now", "entries", "expected"),
    [
        pytest.param("09:20", [told("09:00", "started", "A")], ["A", "B"], id="first goes on"),
        pytest.param("10:00", [told("09:45", "started", "B")], ["B"], id="last goes on"),
        pytest.param(
            "09:50",
            [told("09:00", "started", "A"), told("09:50", "ended", "A")],
            ["B"],
            id="first is over",
        ),
        pytest.param("10:32", [told("09:45", "ended", "B")], None, id="all are over"),
        pytest.param("09:50", [told("09:40", "skipped", "B")], ["A"], id="last is left out"),
    ],
)
def test_line_on_the_day_begins_with_what_goes_on(
    now: str, entries: list[LogEntry], expected: list[str] | None
) -> None:
    assert links(live(now, *entries)) == expected


def test_late_end_of_a_rest_starts_the_line_late() -> None:
    day = plan(pause("x", "09:00", 45, 30), B, LUNCH)
    known = live("09:40", told("09:30", "started", "x"), day=day)  # till ten, for half an hour
    line = line_before(known, 2)
    assert line is not None
    rule = RestRule.of(known, known.network.agenda.entries[2])
    starts, ends = sample(known, [2]).span(2)
    shortened = float((rule.lost(starts, ends) > 0).mean())
    assert line.chain.beyond(rule.spill_that_shortens) == pytest.approx(shortened, abs=0.02)
    assert shortened > 0.9


def test_block_that_flows_starts_early_in_samples_that_are_early() -> None:
    known = planned(A, block("B", "09:45", start_rule=StartRule.FLOW))
    a, b = sample(known, [0, 1], samples=500).span(0), sample(known, [0, 1], samples=500).span(1)
    assert (b[0] == a[1]).all()
    assert (b[0] < known.network.starts[1]).any()


def test_fixed_block_is_joined_late_by_those_who_are_late() -> None:
    fixed = block("B", "09:45", 5, start_rule=StartRule.FIXED)
    known = planned(A, fixed, block("C", "09:50"))
    found = sample(known, [0, 1, 2], samples=500)
    (_, a), (b, ends), (c, _) = (found.span(index) for index in (0, 1, 2))
    assert set(b.ravel().tolist()) == {known.network.starts[1]}
    assert (c >= a).all()
    assert (c >= ends).all()
    assert (c > known.network.starts[2]).any()


def test_rest_that_was_made_longer_than_there_is_time_breaks_the_line() -> None:
    day = plan(A, pause("x", "09:45", 15), block("B", "10:00", 30), LUNCH)
    assert links(live("08:50", day=day)) == ["A", "B"]
    longer = told("08:45", "extended", "x", length=20)
    assert links(live("08:50", longer, day=day)) is None


def test_samples_of_certain_days_are_plain_numbers() -> None:
    host = (seat("ben", SeatRole.HOST),)
    day = plan(
        *PLACES,
        block("A", "09:00", 50, room="red"),
        block("B", "09:45", room="blue"),
        pause("x", "10:00", 30, candidates=["bob"], seats=host),
        pause("y", "10:10", 30, candidates=["eve"], seats=host),
    )
    found = sample(chances(network(day), Priors(CERTAIN)), range(4))
    run = project(network(day)).run
    assert [found.starts[i] for i in range(4)] == [s - found.origin for s in run.starts]
    assert [found.ends[i] for i in range(4)] == [e - found.origin for e in run.ends]


def test_samples_keep_the_way_from_room_to_room() -> None:
    day = plan(*PLACES, block("A", "09:00", room="green"), block("B", "10:15", room="red"))
    known = chances(network(day), Priors(Prior(cv=0.5, no_show=0.0)))
    found = sample(known, [0, 1], samples=500)
    (_, a), (b, _) = found.span(0), found.span(1)
    assert (b == np.maximum(a + 30 * 60, known.network.starts[1])).all()
