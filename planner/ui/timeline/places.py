"""Places: how the timeline was left, for the next time and for actions that are not part of it."""

from planner.ui.memory import Memory
from planner.ui.timeline.columns import Arrangement

_ARRANGEMENT = "timeline/arrangement"
_COLUMN = "timeline/column"
_SEPARATOR = "/"


def kept_arrangement(memory: Memory) -> Arrangement:
    """Return what stood beside the candidates; people at first."""
    try:
        return Arrangement(memory.text(_ARRANGEMENT, Arrangement.PEOPLE.value))
    except ValueError:
        return Arrangement.PEOPLE


def keep_arrangement(memory: Memory, arrangement: Arrangement) -> None:
    """Remember what stands beside the candidates."""
    memory.keep(_ARRANGEMENT, arrangement.value)


def kept_column(memory: Memory) -> tuple[str, str] | None:
    """Return the key of the column that had the focus."""
    kind, separator, record = memory.text(_COLUMN).partition(_SEPARATOR)
    return (kind, record) if separator else None


def keep_column(memory: Memory, key: tuple[str, str] | None) -> None:
    """Remember the key of the column that has the focus."""
    memory.keep(_COLUMN, "" if key is None else _SEPARATOR.join(key))
