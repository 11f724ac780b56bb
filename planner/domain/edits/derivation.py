"""Derivation: ids and calendar marks of copies, from one seed that the edit carries.

An edit that is applied again, to the same plan or a newer one, must create the same records: so
nothing is drawn at random while it is applied (RFC 9562 section 5.5, name-based UUIDs).
"""

from uuid import UUID, uuid5

from planner.domain.blocks import CalendarMark
from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId


def derived_block_id(seed: str, name: str) -> BlockId:
    """Return the id of the block that comes from ``name``.

    Raises:
        InvalidValue: the seed is not a UUID.
    """
    return BlockId(f"block-{_derived(seed, f'id {name}').hex[:10]}")


def derived_mark(seed: str, name: str) -> CalendarMark:
    """Return the calendar mark of the block that comes from ``name``.

    Raises:
        InvalidValue: the seed is not a UUID.
    """
    return CalendarMark(str(_derived(seed, f"calendar {name}")))


def _derived(seed: str, name: str) -> UUID:
    try:
        return uuid5(UUID(seed), name)
    except ValueError:
        raise InvalidValue(field="seed", reason="not_a_uuid", value=seed[:80]) from None
