"""What a check is: a code, a severity, what it looks at, and the function that finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from planner.domain.problems import Problem, Severity
from planner.schedule.checks.findings import Finding
from planner.schedule.checks.survey import Survey


class Scope(StrEnum):
    """What a check looks at, and so what must change before it need look again.

    A finding names what it was found in: of a block in its first subject, of a candidate, a person,
    a room or a candidate's day in its last one (that of a day is the candidate). Projections are
    checked as a whole: that of the plan as it is with everything else, others when somebody asks.
    """

    BLOCK = "block"
    CANDIDATE = "candidate"
    PERSON = "person"
    ROOM = "room"
    DAY = "day"
    PLAN = "plan"
    PROJECTION = "projection"


Find = Callable[[Survey, Any], Iterator[Finding]]
"""Takes a survey and what its scope says: entries, tracks or days; for a plan, its agenda."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. ``reason`` says why it exists; ``thresholds`` are fields of the policy."""

    code: str
    severity: Severity
    scope: Scope
    find: Find
    reason: str
    thresholds: tuple[str, ...] = ()

    def problems(self, survey: Survey, units: Any) -> list[Problem]:
        """Return what the rule finds in ``units``, which must be what its scope says."""
        return [Problem(self.code, self.severity, *found) for found in self.find(survey, units)]
