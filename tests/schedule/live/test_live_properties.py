"""What holds for the live projection of every plan, log and moment."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from planner.domain.blocks import Block, StartRule
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from planner.domain.plan import Plan
from planner.schedule.live.facts import facts_of, facts_with
from planner.schedule.live.live_projection import LiveProjection, project_live
from planner.schedule.live.standing import as_it_stands
from planner.schedule.network import network
from planner.schedule.projection import project
from planner.schedule.promises import PromiseKind
from planner.schedule.sharing import can_share
from tests.schedule.live.logs import at
from tests.schedule.live.random_stories import minute, orderly, stories
from tests.schedule.random_days import plans

BOOKED = (StartRule.NOT_BEFORE, StartRule.FLOW)


def times(projection: LiveProjection) -> list[int]:
    return [*projection.run.starts, *projection.run.ends]


def earlier(before: LiveProjection, after: LiveProjection) -> list[tuple[int, int]]:
    pairs = zip(times(before), times(after), strict=True)
    return [pair for pair in pairs if pair[1] < pair[0]]


@given(plans())
def test_before_anything_happens_the_day_is_as_projected(day: Plan) -> None:
    assert project_live(day, Log(), at("00:00")).blocks == project(day).blocks


@given(st.data())
def test_day_that_is_as_planned_stays_as_planned(data: st.DataObject) -> None:
    day = data.draw(plans(tidy=True))
    now = minute(data.draw(st.integers(0, 15 * 60)))
    entries: list[LogEntry] = []
    for block in day.blocks.values():
        box = block.timebox
        assert box is not None
        assert box.end is not None
        for what, moment in ((Happening.STARTED, box.start), (Happening.ENDED, box.end)):
            if moment.instant <= now:
                name = LogEntryId(f"{what}-{block.id}")
                entries.append(LogEntry(name, what, moment.instant, now, block=block.id))
    assert project_live(day, Log(tuple(entries)), now).blocks == project(day).blocks


@given(st.data())
def test_more_time_makes_nothing_earlier(data: st.DataObject) -> None:
    day = data.draw(plans())
    told, now = data.draw(orderly(day))
    later = now + timedelta(minutes=data.draw(st.integers(0, 60)))
    assert earlier(project_live(day, told, now), project_live(day, told, later)) == []


@given(st.data())
def test_more_delay_makes_nothing_earlier(data: st.DataObject) -> None:
    day = data.draw(plans())
    told, now = data.draw(orderly(day))
    before = project_live(day, told, now)
    open_blocks = [e.block.id for e in before.agenda.entries if e.index not in before.run.done]
    assume(open_blocks)
    chosen = data.draw(st.sampled_from(open_blocks))
    by = timedelta(minutes=data.draw(st.integers(1, 60)))
    more = LogEntry(LogEntryId("more"), Happening.EXTENDED, now, now, block=chosen, length=by)
    after = project_live(day, told.adding([more]), now)
    assert earlier(before, after) == []


@given(st.data())
def test_what_has_happened_does_not_move(data: st.DataObject) -> None:
    day = data.draw(plans())
    told, now = data.draw(orderly(day))
    projection = project_live(day, told, now)
    by_block = projection.agenda.by_block
    for entry in told.entries:
        assert entry.block is not None
        index = by_block[entry.block].index
        run = projection.run
        kept = run.starts if entry.what is Happening.STARTED else run.ends
        assert kept[index] == int(entry.at.timestamp())


@given(st.data())
def test_what_is_not_over_ends_later_than_now(data: st.DataObject) -> None:
    day = data.draw(plans())
    told, now = data.draw(stories(day))
    projection = project_live(day, told, now)
    run = projection.run
    for entry in projection.agenda.entries:
        index = entry.index
        assert run.starts[index] <= run.ends[index]
        if index in run.going_on:
            assert run.ends[index] >= projection.now
        is_resting = projection.network.behaviours[index].minimum is not None
        begins_by_itself = is_resting or index in run.by_clock
        is_fixed = entry.block.start_rule is StartRule.FIXED
        if index in run.ready and not begins_by_itself and not is_fixed:
            assert run.starts[index] >= projection.now


@given(st.data())
def test_same_question_has_the_same_answer(data: st.DataObject) -> None:
    """Asked again, of a network kept from before, and with the facts taken over entry by entry."""
    day = data.draw(plans())
    told, now = data.draw(stories(day))
    first = project_live(day, told, now)
    kept = network(as_it_stands(day, told))
    project_live(kept, told, now + timedelta(hours=1))
    again = project_live(kept, told, now)
    assert again.blocks == first.blocks
    assert again.phases == first.phases


@given(st.data())
def test_order_of_records_does_not_matter(data: st.DataObject) -> None:
    day = data.draw(plans())
    told, now = data.draw(stories(day))
    turned = replace(
        day,
        blocks={b.id: turned_round(b) for b in [*day.blocks.values()][::-1]},
        people=dict([*day.people.items()][::-1]),
        rooms=dict([*day.rooms.items()][::-1]),
    )
    one, other = project_live(day, told, now), project_live(turned, told, now)
    assert other.blocks == one.blocks
    assert dict(other.phases) == dict(one.phases)


@given(st.data())
def test_facts_taken_over_are_the_facts_of_the_whole_log(data: st.DataObject) -> None:
    day = data.draw(plans())
    told, now = data.draw(stories(day))
    plain = [replace(entry, about=None, at=now) for entry in told.entries]
    some = data.draw(st.integers(0, len(plain)))
    known = facts_of(Log(tuple(plain[:some])))
    kept = {block: repr(fact) for block, fact in known.items()}
    added = facts_with(known, plain[some:])
    whole = facts_of(Log(tuple(plain)))
    assert {b: repr(f) for b, f in added.items()} == {b: repr(f) for b, f in whole.items()}
    assert {block: repr(fact) for block, fact in known.items()} == kept


@given(st.data())
def test_shortfalls_are_the_sum_of_what_is_broken(data: st.DataObject) -> None:
    day = data.draw(plans())
    told, now = data.draw(stories(day))
    projection = project_live(day, told, now)
    found = dict.fromkeys(PromiseKind, 0)
    for broken in projection.broken:
        found[broken.promise.kind] += int(broken.by.total_seconds())
    assert projection.shortfalls == found


@given(st.data())
def test_nobody_begins_what_is_next_before_the_last_is_over(data: st.DataObject) -> None:
    """Checked on every track against all that came before, not along the recursion."""
    day = data.draw(plans(rules=BOOKED))
    told, now = data.draw(orderly(day))
    projection = project_live(day, told, now)
    run = projection.run
    early = [
        (before.block.id, after.block.id)
        for track in projection.agenda.tracks
        for place, after in enumerate(track.entries)
        for before in track.entries[:place]
        if after.index in run.ready
        and before.index not in run.dropped
        and run.starts[after.index] < run.ends[before.index]
        and not all(can_share(entry.block, track.subject) for entry in (before, after))
    ]
    assert early == []


def turned_round(block: Block) -> Block:
    return replace(block, candidates=block.candidates[::-1], seats=block.seats[::-1])
