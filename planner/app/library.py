"""The library: the plans of one store, its directory of people and places, and its templates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self, TypeVar

from planner.app.clock import Clock
from planner.app.plan_files import load_plan_file
from planner.app.sources import StoredSource
from planner.app.workspace import Workspace
from planner.domain.directory import Directory
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId, TemplateId, fresh_id
from planner.domain.people import Person
from planner.domain.places import Office, Room
from planner.domain.plan import Plan
from planner.domain.templates import Template
from planner.formats.planfile.reading import read_record
from planner.formats.planfile.writing import write_record
from planner.store.base import NEW, Entry, Shelf, StalePlan, Store, Summary
from planner.store.files import make_folder
from planner.store.sqlite import SqliteStore

Shelved = Person | Room | Office | Template
_S = TypeVar("_S", bound=Shelved)

_SHELVES: Mapping[type[Any], Shelf] = {
    Person: Shelf.PEOPLE,
    Room: Shelf.ROOMS,
    Office: Shelf.OFFICES,
    Template: Shelf.TEMPLATES,
}


class PlanExists(PlannerError):
    """The library already holds a plan with this id. Facts: ``id``, ``title``."""

    code = "plan_exists"


def open_library(file: Path, clock: Clock) -> "Library":
    """Open the library in a workspace file; file and folder are made where they are missing.

    Raises:
        WriteFailed: the folder cannot be made.
        StoreFailed: the file cannot be opened, is damaged, newer than this program, or another's.
    """
    make_folder(file.parent, is_private=True)  # plans hold personal data
    return Library(SqliteStore(file), clock)


class Library:
    """The plans of one store, opened one by one; directory and templates as whole records."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._versions: dict[tuple[Shelf, str], int] = {}

    def summaries(self, *, limit: int = 100, after: Summary | None = None) -> Sequence[Summary]:
        """Return the plans that were changed last, or the next ones after a summary.

        Raises:
            StoreFailed: the store cannot be read.
        """
        return self._store.plans(limit=limit, after=after)

    def all_summaries(self) -> Iterator[Summary]:
        """Yield the summaries of all plans, those that were changed last first.

        Raises:
            StoreFailed: the store cannot be read.
        """
        after: Summary | None = None
        while page := self.summaries(after=after):
            yield from page
            after = page[-1]

    def open(self, plan_id: PlanId) -> Workspace:
        """Open a plan, so that every change goes into the store.

        Raises:
            MissingPlan: the store does not hold it.
            StoreFailed: the store cannot be read.
            UnreadablePlan: its document was damaged.
        """
        source = StoredSource(self._store, plan_id)
        return Workspace(source, source.load(), self._clock)

    def add(self, plan: Plan) -> Workspace:
        """Put a new plan into the store and open it.

        Raises:
            PlanExists: the store holds one with this id.
            StoreFailed: the store cannot be written.
            UnwritablePlan: the plan could not be read again.
        """
        source = StoredSource(self._store, plan.id)
        try:
            source.save(plan)
        except StalePlan:
            raise PlanExists(id=plan.id, title=plan.title) from None
        return Workspace(source, plan, self._clock)

    def add_copy(self, plan: Plan) -> Workspace:
        """Put a plan into the store under an id of its own, whatever is there, and open it.

        Raises:
            StoreFailed: the store cannot be written.
            UnwritablePlan: the plan could not be read again.
        """
        return self.add(replace(plan, id=PlanId(fresh_id("plan"))))

    def import_file(self, path: Path, *, as_copy: bool = False) -> Workspace:
        """Put the plan of a file into the store and open it there; the file stays as it is.

        Raises:
            ReadFailed: the file cannot be read.
            UnreadablePlan: it holds no plan, or not a whole one.
            PlanExists: the store holds it already; ``as_copy`` gives it a new id.
            StoreFailed: the store cannot be written.
        """
        plan = load_plan_file(path)
        return self.add_copy(plan) if as_copy else self.add(plan)

    def delete(self, summary: Summary) -> None:
        """Remove the plan that a summary was shown of.

        Raises:
            StalePlan: somebody has saved or deleted it since.
            StoreFailed: the store cannot be written.
        """
        self._store.delete(summary.id, summary.version)

    def directory(self) -> Directory:
        """Return the people, rooms and offices that plans draw from.

        Raises:
            StoreFailed: the store cannot be read.
            UnreadablePlan: a record was damaged.
        """
        return Directory(
            people=self._records(Person), rooms=self._records(Room), offices=self._records(Office)
        )

    def templates(self) -> Mapping[TemplateId, Template]:
        """Return the templates by id.

        Raises:
            StoreFailed: the store cannot be read.
            UnreadablePlan: a template was damaged.
        """
        return self._records(Template)

    def keep(self, record: Shelved) -> None:
        """Put a person, room, office or template on its shelf, in place of what was read there.

        Raises:
            StaleEntry: somebody has changed it since it was read.
            StoreFailed: the store cannot be written.
            UnwritablePlan: the record could not be read again.
        """
        shelf = _SHELVES[type(record)]
        version = self._versions.get((shelf, record.id), NEW)
        entry = Entry(record.id, record.name, write_record(record), version)
        self._versions[shelf, record.id] = self._store.put(shelf, entry)

    def forget(self, record: Shelved) -> None:
        """Take a person, room, office or template from its shelf; plans keep their copies.

        Raises:
            StaleEntry: somebody has changed it since it was read.
            StoreFailed: the store cannot be written.
        """
        shelf = _SHELVES[type(record)]
        self._store.remove(shelf, record.id, self._versions.get((shelf, record.id), NEW))
        self._versions.pop((shelf, record.id), None)

    def close(self) -> None:
        """Give back what the store holds open; plans that are open can no longer be saved."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _records(self, kind: type[_S]) -> dict[Any, _S]:
        shelf = _SHELVES[kind]
        found: dict[Any, _S] = {}
        for entry in self._store.entries(shelf):
            found[entry.id] = read_record(entry.document, kind)
            self._versions[shelf, entry.id] = entry.version
        return found
