"""Templates: a loop of blocks without date, people or rooms."""

from dataclasses import dataclass
from datetime import timedelta

from planner.domain.blocks import Kind, Mode, SeatRole, StartRule
from planner.domain.errors import InvalidValue
from planner.domain.ids import FocusAreaId, TemplateId
from planner.domain.times import ZERO


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A block to be, ``offset`` after the start of the template."""

    offset: timedelta
    duration: timedelta
    kind: Kind
    title: str = ""
    mode: Mode | None = None
    seats: tuple[SeatRole, ...] = ()
    focus_areas: tuple[FocusAreaId, ...] = ()
    start_rule: StartRule = StartRule.NOT_BEFORE
    minimum: timedelta | None = None

    def __post_init__(self) -> None:
        if self.offset < ZERO:
            raise InvalidValue(field="offset", reason="negative")
        if self.duration <= ZERO:
            raise InvalidValue(field="duration", reason="not_positive")


@dataclass(frozen=True, slots=True)
class Template:
    """A named loop of blocks, such as "Onsite, five interviews"."""

    id: TemplateId
    name: str
    blocks: tuple[TemplateBlock, ...]
