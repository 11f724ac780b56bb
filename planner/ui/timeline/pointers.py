"""What a pointer does and what a gesture answers, as values. Without Qt."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, Flag, StrEnum, auto

from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.ui.timeline.geometry import Rect


class Modifier(Flag):
    """Keys that are held with the pointer."""

    NONE = 0
    SHIFT = auto()
    CTRL = auto()
    ALT = auto()


class Button(Enum):
    """Which button is pressed."""

    LEFT = auto()
    MIDDLE = auto()
    RIGHT = auto()


class Place(StrEnum):
    """Over what the pointer is."""

    DAY = "day"
    TRAY = "tray"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a pointer is, in the coordinates of the board."""

    x: float
    y: float
    modifiers: Modifier = Modifier.NONE
    button: Button = Button.LEFT
    place: Place = Place.DAY

    def holds(self, modifier: Modifier) -> bool:
        """Say whether a key is held."""
        return modifier in self.modifiers


class GestureKind(StrEnum):
    """What a drag does."""

    MOVE = "move"
    RESIZE_START = "resize_start"
    RESIZE_END = "resize_end"
    CREATE = "create"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    RUBBER_BAND = "rubber_band"


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where a block would be: in a column and lane, from start to end in seconds since 1970 UTC.

    ``is_follower`` where the block is not dragged itself, but would move with what is.
    """

    block: BlockId
    column: int
    start: int
    end: int
    lane: tuple[int, int] = (0, 1)
    is_follower: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """What would happen if the pointer was released now.

    ``edit`` is None where nothing would change, and where it is refused: then ``refusal`` says why.
    ``leader`` is the block under the pointer, ``start`` and ``end`` are its new times in seconds,
    ``line`` is the moment of the neighbour's edge that drew it, ``column`` where it would be.
    ``hindrance`` says why the column under the pointer does not take it; its times may change.
    """

    kind: GestureKind
    edit: Edit | None = None
    ghosts: tuple[Ghost, ...] = ()
    leader: BlockId | None = None
    start: int = 0
    end: int = 0
    line: int | None = None
    column: int | None = None
    is_copy: bool = False
    is_ripple: bool = False
    refusal: PlannerError | None = None
    hindrance: PlannerError | None = None
    band: Rect | None = None

    @property
    def length(self) -> timedelta:
        """Return how long the leader would be."""
        return timedelta(seconds=self.end - self.start)


@dataclass(frozen=True, slots=True)
class Release:
    """How a gesture ended: at most one edit, which is one step of undo, and what is selected now."""

    edit: Edit | None
    selection: tuple[BlockId, ...]
