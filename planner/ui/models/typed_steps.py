"""Several edits that one typed text means, as one step. Without Qt."""

from collections.abc import Iterator, Sequence

from planner.domain.edits.base import Edit
from planner.domain.edits.records import AddRecords
from planner.domain.edits.together import Together
from planner.domain.plan import Record


def joined(edits: Sequence[Edit]) -> Edit:
    """Return several edits as one step; a single one stays as it is."""
    return edits[0] if len(edits) == 1 else Together(tuple(edits))


def adding(records: Sequence[Record]) -> Iterator[Edit]:
    """Yield the edit that adds records, each once; none where there are none."""
    once = tuple({record.id: record for record in records}.values())
    if once:
        yield AddRecords(once)
