"""Requirements: what edits ask of a plan before they change it, and how they refuse."""

from collections.abc import Iterable, Sequence

from planner.domain.blocks import Timebox
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId
from planner.domain.plan import Plan, Record
from planner.domain.references import dangling_in, subject_of
from planner.domain.sequences import Placed, placed


def scheduled(plan: Plan, block_id: BlockId) -> tuple[Placed, Timebox]:
    """Return a block that has a timebox, and its timebox.

    Raises:
        UnknownRecord: the plan holds no such block.
        EditRefused: the block waits to be scheduled.
    """
    block = plan.block(block_id)
    if block.timebox is None:
        raise EditRefused(reason="unscheduled", block=subject_of(block))
    return placed(block, block.timebox, plan.policy), block.timebox


def in_order(plan: Plan, block_ids: Iterable[BlockId]) -> list[Placed]:
    """Return scheduled blocks, each once, in order of start and then as given.

    Raises:
        UnknownRecord: the plan does not hold one of them.
        EditRefused: one of them waits to be scheduled.
    """
    found = [scheduled(plan, block_id)[0] for block_id in dict.fromkeys(block_ids)]
    return sorted(found, key=lambda item: item.start)


def with_new(plan: Plan, records: Sequence[Record]) -> Plan:
    """Return the plan with records that it did not hold before.

    Raises:
        EditRefused: an id is taken already, or a record names one that the plan does not hold.
    """
    taken: set[tuple[type[Record], str]] = set()
    for record in records:
        key = (type(record), record.id)
        if record.id in plan.table(type(record)) or key in taken:
            raise EditRefused(reason="record_exists", record=subject_of(record))
        taken.add(key)
    grown = plan.with_records(records)
    refuse_dangling(grown, records)
    return grown


def with_changed(plan: Plan, record: Record) -> Plan:
    """Return the plan with a record in place of the one that has its id.

    Raises:
        EditRefused: the record names one that the plan does not hold.
    """
    refuse_dangling(plan, [record])
    return plan.with_records([record])


def refuse_dangling(plan: Plan, records: Iterable[Record]) -> None:
    """Do nothing if the plan holds whatever these records name.

    Raises:
        EditRefused: it does not.
    """
    for item in dangling_in(plan, records):
        raise EditRefused(
            reason="dangling_reference", record=item.owner, field=item.field, missing=item.target
        )
