"""Sources: where an open plan comes from and goes to, a workspace or a file of its own."""

from pathlib import Path
from typing import Protocol

from planner.app.summaries import summary_of
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.formats.planfile.json_text import SIZE_LIMIT
from planner.formats.planfile.reading import read_plan
from planner.formats.planfile.writing import PlanWriter
from planner.store.base import NEW, Store
from planner.store.files import FileMark, is_altered, read_file, shown_name, write_file


class Source(Protocol):
    """Holds one plan and remembers which version of it was read or written last."""

    @property
    def name(self) -> str:
        """Return what to call the place where the plan rests."""
        ...

    def load(self) -> Plan:
        """Return the plan as it rests now.

        Raises:
            PlannerError: it is gone or cannot be read; the version in mind stays the earlier one.
        """
        ...

    def save(self, plan: Plan) -> None:
        """Put the plan in place of the version in mind.

        Raises:
            StalePlan: somebody has saved another one since.
            PlannerError: it cannot be written; what rests there is unchanged.
        """
        ...

    def has_changed(self) -> bool:
        """Say, at little cost, whether another version than the one in mind rests there."""
        ...


class StoredSource:
    """A plan in a store; a plan that is new to it is put there by its first save."""

    def __init__(self, store: Store, plan_id: PlanId) -> None:
        self._store = store
        self._id = plan_id
        self._version = NEW
        self._writer = PlanWriter()

    @property
    def name(self) -> str:
        """Return nothing: a plan of the workspace is known by its title."""
        return ""

    def load(self) -> Plan:
        """Return the plan as it rests now.

        Raises:
            MissingPlan: the store no longer holds it.
            StoreFailed: the store cannot be read.
            UnreadablePlan: it holds something else.
        """
        stored = self._store.load(self._id)
        plan = read_plan(stored.document)
        self._version = stored.version
        return plan

    def save(self, plan: Plan) -> None:
        """Put the plan in place of the version in mind.

        Raises:
            StalePlan: somebody has saved or deleted it since.
            StoreFailed: the store cannot be written.
            UnwritablePlan: the plan could not be read again.
        """
        document = self._writer.write(plan)
        self._version = self._store.save(summary_of(plan, self._version), document)

    def has_changed(self) -> bool:
        """Say whether another version rests there.

        Raises:
            StoreFailed: the store cannot be read.
        """
        return self._store.version(self._id) != self._version


class FileSource:
    """A plan file that is changed in place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mark: FileMark | None = None
        self._writer = PlanWriter()

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return shown_name(self._path)

    def load(self) -> Plan:
        """Return the plan as it rests now.

        Raises:
            ReadFailed: the file cannot be read.
            UnreadablePlan: it holds no plan, or not a whole one.
        """
        data, mark = read_file(self._path, SIZE_LIMIT)
        plan = read_plan(data)
        self._mark = mark
        return plan

    def save(self, plan: Plan) -> None:
        """Put the plan in place of the version in mind.

        Raises:
            StalePlan: somebody has saved another one since.
            WriteFailed: the file cannot be written.
            UnwritablePlan: the plan could not be read again.
        """
        self._mark = write_file(self._path, self._writer.write(plan), self._mark)

    def has_changed(self) -> bool:
        """Say whether the file seems to be another one; a gone one does too."""
        return self._mark is None or is_altered(self._path, self._mark)
