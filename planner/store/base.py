"""The one contract of a store: plans and directory entries as bytes, with versions.

A store knows nothing of formats: whoever saves a document tells what a list shows of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, Self

from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId

NEW = 0
"""The version to expect of what the store does not hold yet."""


class StalePlan(PlannerError):
    """A plan was saved elsewhere since it was read, so this save would undo that.

    Facts: ``id``, ``expected`` and ``found``, the versions; ``file`` where it is a file.
    """

    code = "stale_plan"


class StaleEntry(PlannerError):
    """An entry of the directory was saved elsewhere since it was read.

    Facts: ``shelf``, ``id``, ``expected`` and ``found``, the versions.
    """

    code = "stale_entry"


class MissingPlan(PlannerError):
    """The store no longer holds a plan. Facts: ``id``."""

    code = "missing_plan"


class StoreFailed(PlannerError):
    """A store could not be opened, read or written. Facts: ``file``, ``reason``, ``detail``."""

    code = "store_failed"


class Shelf(StrEnum):
    """What a store keeps beside plans."""

    PEOPLE = "people"
    ROOMS = "rooms"
    OFFICES = "offices"
    TEMPLATES = "templates"


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a plan without reading it. Days are local dates of the plan."""

    id: PlanId
    title: str
    candidates: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    changed: datetime
    version: int = NEW


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A document and the version it has."""

    document: bytes
    version: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, room, office or template as a document, found by name."""

    id: str
    name: str
    document: bytes
    version: int = NEW


@dataclass(frozen=True, slots=True)
class Touched:
    """What changed in a store: ``shelf`` is None for a plan."""

    shelf: Shelf | None
    id: str


class Store(Protocol):
    """Plans and entries, saved wholly or not at all.

    A version is a number that the whole store counts up, so that it never comes again, not even
    for a plan that was deleted and brought back. Every method raises `StoreFailed` when the store
    cannot be read or written; nothing has changed then.
    """

    def plans(self, *, limit: int = 100, after: Summary | None = None) -> Sequence[Summary]:
        """Return the plans that were changed last, or the next ones after a summary."""
        ...

    def load(self, plan_id: PlanId) -> StoredPlan:
        """Return a plan's document.

        Raises:
            MissingPlan: the store does not hold it.
        """
        ...

    def version(self, plan_id: PlanId) -> int:
        """Return the version that a plan has now, `NEW` where the store does not hold it."""
        ...

    def save(self, summary: Summary, document: bytes) -> int:
        """Put a document in place of the version that the summary names; return its new version.

        Raises:
            StalePlan: the store holds another version, or none, or already one.
        """
        ...

    def delete(self, plan_id: PlanId, version: int) -> None:
        """Remove a plan of which no newer version exists.

        Raises:
            StalePlan: the store holds another version, or none.
        """
        ...

    def entries(self, shelf: Shelf) -> Sequence[Entry]:
        """Return everything on a shelf by name."""
        ...

    def put(self, shelf: Shelf, entry: Entry) -> int:
        """Put an entry in place of the version that it names; return its new version.

        Raises:
            StaleEntry: the store holds another version, or none, or already one.
        """
        ...

    def remove(self, shelf: Shelf, entry_id: str, version: int) -> None:
        """Remove an entry of which no newer version exists.

        Raises:
            StaleEntry: the store holds another version, or none.
        """
        ...

    def latest(self) -> int:
        """Return the number of the last change that anybody made."""
        ...

    def touched_since(self, number: int) -> Sequence[Touched]:
        """Return what was saved or removed after change ``number``, in that order."""
        ...

    def close(self) -> None:
        """Give back what the store holds open."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...
