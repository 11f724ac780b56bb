"""Problems: findings about a plan. Values with facts; never raised, never sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from planner.domain.edits.base import Edit
from planner.domain.subjects import Subject


class Severity(StrEnum):
    """How bad it is: errors must be mended, warnings weighed, hints known."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of one check.

    ``subjects`` come in order of importance, the first is where a click leads. ``facts`` are what
    the sentence needs (`planner.formats.wording`); ``when`` orders problems along the day.
    ``fixes`` are edits that would mend it, best first.
    """

    code: str
    severity: Severity
    subjects: tuple[Subject, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)
    when: datetime | None = None
    fixes: tuple[Edit, ...] = ()

    @property
    def key(self) -> str:
        """Return what stays the same while the problem stays the same: code and subjects."""
        return " ".join([self.code, *(f"{s.table}:{s.id}" for s in self.subjects)])
