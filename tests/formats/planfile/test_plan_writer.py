"""A plan that is written again and again: the same bytes as if it were written for the first time."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Block
from planner.domain.ids import OfficeId
from planner.domain.people import Candidate, Person
from planner.domain.places import Office, Room
from planner.domain.plan import TABLES, Plan
from planner.formats.planfile import writing
from planner.formats.planfile.faults import Fault, UnwritablePlan
from planner.formats.planfile.json_text import SIZE_LIMIT
from planner.formats.planfile.values import plain
from planner.formats.planfile.writing import PlanWriter, write_plan
from tests.builders import block, candidate, office, person, plan, timebox
from tests.formats.planfile.strategies import plans

DAY = plan(
    block("first", "10:15", people=["ben"], room="blue"),
    block("second", "11:00", people=["eve"]),
    candidate("ada"),
)
Written = bytes | tuple[Fault, ...]


def outcome(write: Callable[[Plan], bytes], value: Plan) -> Written:
    """Return what is written, or why nothing is."""
    try:
        return write(value)
    except UnwritablePlan as refused:
        return refused.faults


def with_titles(value: Plan, text: str) -> Plan:
    return value.with_records([replace(b, title=text) for b in list(value.blocks.values())[::2]])


def with_first_gone(value: Plan, table: str) -> Plan:
    """Leave out a record, whether or not others name it."""
    records = dict(getattr(value, table))
    records.pop(next(iter(records), ""), None)
    return replace(value, **{table: records})  # type: ignore[arg-type]  # names agree by TABLES


def turned(value: Plan, table: str) -> Plan:
    records: Mapping[str, object] = getattr(value, table)
    return replace(value, **{table: dict(reversed([*records.items()]))})  # type: ignore[arg-type]


def with_wrong_key(value: Plan, table: str) -> Plan:
    """Keep a record twice, the second time under a name that is not its id."""
    records = dict(getattr(value, table))
    for record in list(records.values())[:1]:
        records["other"] = record
    return replace(value, **{table: records})  # type: ignore[arg-type]


STEPS: st.SearchStrategy[Callable[[Plan], Plan]] = st.one_of(
    st.sampled_from(["Talk", "\ud800", 'a "b"\n']).map(lambda t: lambda p: with_titles(p, t)),
    st.sampled_from(["note", "title"]).map(lambda f: lambda p: replace(p, **{f: "other"})),
    st.sampled_from([*TABLES.values()]).map(lambda t: lambda p: with_first_gone(p, t)),
    st.sampled_from([*TABLES.values()]).map(lambda t: lambda p: turned(p, t)),
    st.sampled_from([*TABLES.values()]).map(lambda t: lambda p: with_wrong_key(p, t)),
    st.just(lambda p: p.with_records([office("new", zone="Mars/Olympus")])),
    st.just(lambda p: p.with_records([block("new", "09:00", people=["ben"], candidates=[])])),
    st.just(lambda p: p.with_records([person("ben"), office("lux")])),
    st.just(lambda p: replace(p, office=OfficeId("gone"))),
)


@given(plans(), st.lists(st.tuples(STEPS, st.booleans()), max_size=6))
def test_plan_written_again_is_the_same_as_written_once(
    first: Plan, steps: list[tuple[Callable[[Plan], Plan], bool]]
) -> None:
    writer, value = PlanWriter(), first
    assert outcome(writer.write, value) == outcome(write_plan, value)
    for step, is_kept in steps:
        changed = step(value)
        assert outcome(writer.write, changed) == outcome(write_plan, changed)
        value = changed if is_kept else value


@pytest.mark.parametrize(
    ("kind", "name"), [(Person, "ben"), (Candidate, "ada"), (Room, "blue"), (Office, "lux")]
)
def test_record_that_others_name_cannot_be_left_out(kind: type[Person], name: str) -> None:
    writer = PlanWriter()
    writer.write(DAY)
    broken = DAY.without(kind, [name])
    found = outcome(writer.write, broken)
    assert isinstance(found, tuple)
    assert {fault.code for fault in found} == {"not_there"}
    assert found == outcome(write_plan, broken)


def test_fault_of_a_new_record_is_found_where_it_is() -> None:
    writer = PlanWriter()
    writer.write(DAY)
    second = DAY.blocks[block("second").id]
    doubled = replace(second, seats=(*second.seats, *second.seats))
    assert outcome(writer.write, DAY.with_records([doubled])) == (
        Fault(
            "doubled_id", "blocks[1].seats[1].id", {"id": "seat-1", "first": "blocks[1].seats[0]"}
        ),
    )


def test_refused_plan_leaves_the_writer_as_it_was() -> None:
    writer = PlanWriter()
    writer.write(DAY)
    broken = DAY.with_records([block("third", people=["nobody"])])
    assert isinstance(outcome(writer.write, broken), tuple)
    assert isinstance(outcome(writer.write, broken), tuple)
    assert writer.write(DAY) == write_plan(DAY)


def test_plan_that_grows_beyond_the_limit_is_not_written() -> None:
    writer = PlanWriter()
    writer.write(DAY)
    found = outcome(writer.write, replace(DAY, note="x" * SIZE_LIMIT))
    assert isinstance(found, tuple)
    assert [fault.code for fault in found] == ["too_large"]


def test_only_what_changed_is_encoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing in a plan of thousands of blocks must not wait for all of them."""
    encoded: list[object] = []

    def counted(value: object) -> object:
        if isinstance(value, Block | Person | Room | Candidate | Office):
            encoded.append(value.id)
        return plain(value)

    monkeypatch.setattr(writing, "plain", counted)
    writer = PlanWriter()
    writer.write(DAY)
    assert len(encoded) == len(set(encoded)) == 7
    encoded.clear()
    moved = replace(DAY.blocks[block("first").id], timebox=timebox("10:30", 45))
    writer.write(DAY.with_records([moved]))
    assert encoded == ["first"]
