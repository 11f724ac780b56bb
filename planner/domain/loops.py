"""Loops: all blocks of one candidate at one stage, and what they must cover."""

from dataclasses import dataclass

from planner.domain.errors import InvalidValue
from planner.domain.ids import CandidateId, FocusAreaId, LoopId


@dataclass(frozen=True, slots=True)
class Demand:
    """A focus area that a loop must assess at least ``times`` times."""

    focus_area: FocusAreaId
    times: int = 1

    def __post_init__(self) -> None:
        if self.times < 1:
            raise InvalidValue(field="times", reason="not_positive")


@dataclass(frozen=True, slots=True)
class Loop:
    """One stage of one candidate, such as "Phone calls" or "Onsite"."""

    id: LoopId
    candidate: CandidateId
    stage: str
    demands: tuple[Demand, ...] = ()
