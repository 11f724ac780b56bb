"""What holds for the projection of every plan."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from planner.domain.blocks import Block, Kind, StartRule, Timebox
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.times import ZERO
from planner.schedule.agenda import Agenda
from planner.schedule.assumptions import Assumptions
from planner.schedule.network import network
from planner.schedule.projection import Projection, project
from planner.schedule.sharing import can_share
from tests.schedule.random_days import assumptions, delays, plans


@given(plans(tidy=True))
def test_plan_that_nothing_happened_to_is_its_own_projection(day: Plan) -> None:
    projection = project(day)
    assert projection.run.starts == projection.network.starts
    assert [found.end for found in projection.blocks.values()] == [
        entry.timebox.end for entry in projection.agenda.entries
    ]
    assert projection.conflicts == ()


@given(st.data())
def test_more_delay_makes_nothing_earlier(data: st.DataObject) -> None:
    day = data.draw(plans())
    some = data.draw(assumptions(day))
    longer, later = data.draw(delays(day)), data.draw(delays(day))
    before, after = project(day, some), project(day, some.plus(Assumptions(longer, later)))
    pairs = [*zip(before.run.starts, after.run.starts, strict=True)]
    pairs += zip(before.run.ends, after.run.ends, strict=True)
    assert [pair for pair in pairs if pair[1] < pair[0]] == []


@given(st.data())
def test_projection_made_the_plan_stays_as_it_is(data: st.DataObject) -> None:
    day = data.draw(plans())
    projection = project(day, data.draw(assumptions(day)))
    assume(not projection.run.late)
    assume(all(map(int.__lt__, projection.run.starts, projection.run.ends)))
    again = project(accepted(projection))
    assert {i: (p.start, p.end) for i, p in again.blocks.items()} == {
        i: (p.start, p.end) for i, p in projection.blocks.items()
    }


@given(st.data())
def test_order_of_records_does_not_matter(data: st.DataObject) -> None:
    day = data.draw(plans())
    some = data.draw(assumptions(day))
    turned = replace(
        day,
        blocks={b.id: turned_round(b) for b in [*day.blocks.values()][::-1]},
        people=dict([*day.people.items()][::-1]),
        rooms=dict([*day.rooms.items()][::-1]),
    )
    assert project(turned, some).blocks == project(day, some).blocks


@given(st.data())
def test_people_who_are_booked_never_start_early(data: st.DataObject) -> None:
    day = data.draw(plans())
    projection = project(day, data.draw(assumptions(day)))
    waiting = [b.id for b in day.blocks.values() if b.start_rule is not StartRule.FLOW]
    assert [i for i in waiting if projection.blocks[i].delay < ZERO] == []


@given(st.data())
def test_nobody_is_in_two_blocks_at_once(data: st.DataObject) -> None:
    """Checked on every track against all that came before, not along the recursion."""
    day = data.draw(plans())
    projection = project(day, data.draw(assumptions(day)))
    early = [
        (before.block.id, after.block.id)
        for track in projection.agenda.tracks
        for place, after in enumerate(track.entries)
        for before in track.entries[:place]
        if projection.run.starts[after.index] < projection.run.ends[before.index]
        and after.block.start_rule is not StartRule.FIXED
        and not all(can_share(entry.block, track.subject) for entry in (before, after))
    ]
    assert early == []


@given(st.data())
def test_rest_keeps_its_minimum_and_loses_no_other_minute(data: st.DataObject) -> None:
    day = data.draw(plans())
    projection = project(day, Assumptions(later=data.draw(delays(day))))
    for entry in projection.agenda.entries:
        if entry.block.is_rest:
            found = projection.block(entry.block.id)
            lasts = found.end.instant - found.start.instant
            planned = timedelta(seconds=entry.length)
            assert lasts >= min(promised(entry.block, day.policy), planned)
            assert lasts + found.shortened == planned


@given(st.data())
def test_network_gives_the_same_answer_as_the_plan(data: st.DataObject) -> None:
    day = data.draw(plans())
    some = data.draw(assumptions(day))
    prepared = network(Agenda(day))
    project(prepared, data.draw(assumptions(day)))
    assert project(prepared, some).blocks == project(day, some).blocks


def accepted(projection: Projection) -> Plan:
    """Return the plan with every timebox where the projection sees it."""
    plan = projection.agenda.plan
    return plan.with_records(
        replace(plan.blocks[i], timebox=Timebox(p.start, p.end.instant - p.start.instant))
        for i, p in projection.blocks.items()
    )


def turned_round(block: Block) -> Block:
    return replace(block, candidates=block.candidates[::-1], seats=block.seats[::-1])


def promised(block: Block, policy: Policy) -> timedelta:
    if block.minimum is not None:
        return block.minimum
    return policy.meal_minimum if block.kind is Kind.MEAL else policy.break_minimum
