"""Merging two people of the directory into one, there and in all plans that name them."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from planner.app.history import Restore
from planner.app.library import Library
from planner.domain.application import Application
from planner.domain.blocks import Block
from planner.domain.edits.base import Edit
from planner.domain.edits.document import ChangePlan
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.removal import RemoveRecords
from planner.domain.edits.together import Together
from planner.domain.errors import PlannerError
from planner.domain.ids import PersonId, PlanId
from planner.domain.people import Candidate, Person
from planner.domain.plan import Plan, Record
from planner.progress import Progress
from planner.store.base import Summary


class MergeRefused(PlannerError):
    """Two people were not merged. Facts: ``reason``, ``name``."""

    code = "merge_refused"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, so that it can be taken back: who stays, who went, how plans were before.

    ``failed`` are plans that still name the one who went; that one is in the directory still, and
    the merge can be repeated.
    """

    kept: Person
    before: Person
    gone: Person
    steps: tuple[tuple[PlanId, Restore], ...]
    failed: tuple[tuple[Summary, PlannerError], ...]


MERGED_FIELDS = tuple(item.name for item in fields(Person) if item.name != "id")
"""The fields between which one chooses when two people are merged."""


def differing_fields(kept: Person, gone: Person) -> tuple[str, ...]:
    """Return the fields in which two people differ."""
    return tuple(name for name in MERGED_FIELDS if getattr(kept, name) != getattr(gone, name))


def merged_person(kept: Person, gone: Person, from_gone: Iterable[str] | None = None) -> Person:
    """Return one person of two, with these fields of the one who goes.

    Without a choice, whatever the one who stays lacks comes from the other, and focus areas are
    put together.
    """
    if from_gone is None:
        lacking = [name for name in MERGED_FIELDS if not getattr(kept, name)]
        values = {name: getattr(gone, name) for name in lacking}
        areas = tuple(dict.fromkeys((*kept.focus_areas, *gone.focus_areas)))
        return replace(kept, **{**values, "focus_areas": areas})
    return replace(kept, **{name: getattr(gone, name) for name in from_gone})


def merge_people(
    library: Library, result: Person, gone: PersonId
) -> Generator[Progress, None, Merged]:
    """Let ``result`` take the place of the person with its id and of ``gone``, plans first.

    Raises:
        MergeRefused: they are one already, or not both in the directory.
        StaleEntry: somebody has changed one of them meanwhile.
        StoreFailed: the store cannot be read or written.
    """
    if result.id == gone:
        raise MergeRefused(reason="same_person", name=result.name)
    people = library.directory().people
    if result.id not in people or gone not in people:
        raise MergeRefused(reason="not_there", name=result.name)
    before, going = people[result.id], people[gone]
    library.keep(result)
    steps: list[tuple[PlanId, Restore]] = []
    failed: list[tuple[Summary, PlannerError]] = []
    summaries = tuple(library.all_summaries())
    for done, summary in enumerate(summaries):
        yield Progress(done, len(summaries), summary.title)
        try:
            steps += _merged_in_plan(library, summary.id, result, gone)
        except PlannerError as error:
            failed.append((summary, error))
    if not failed:
        library.forget(going)
    yield Progress(len(summaries), len(summaries))
    return Merged(result, before, going, tuple(steps), tuple(failed))


def unmerge(
    library: Library, merged: Merged
) -> Generator[Progress, None, tuple[tuple[PlanId, PlannerError], ...]]:
    """Take a merge back, but nothing that was done since; return the plans where that failed.

    Raises:
        StaleEntry: somebody has changed one of the two since.
        StoreFailed: the store cannot be written.
    """
    if merged.gone.id not in library.directory().people:
        library.keep(merged.gone)
    library.keep(merged.before)
    failed: list[tuple[PlanId, PlannerError]] = []
    for done, (plan_id, step) in enumerate(merged.steps):
        yield Progress(done, len(merged.steps))
        try:
            library.open(plan_id).apply(Restore(step.end, step.start))
        except PlannerError as error:
            failed.append((plan_id, error))
    yield Progress(len(merged.steps), len(merged.steps))
    return tuple(failed)


def merge_in_plan(plan: Plan, result: Person, gone: PersonId) -> Edit | None:
    """Return the edit that names ``result`` wherever a plan names ``gone``; None where it does not.

    Where both sit in one block, only one seat stays.
    """
    if gone not in plan.people:
        return None
    edits: list[Edit] = [_with_person(plan, result, gone)]
    edits += [
        ReplaceRecord(record)
        for record in (*_blocks(plan, result.id, gone), *_candidates(plan, result.id, gone))
    ]
    if plan.coordinator == gone:
        edits.append(ChangePlan(coordinator=result.id))
    return Together((*edits, RemoveRecords(Person, (gone,))))


def _merged_in_plan(
    library: Library, plan_id: PlanId, result: Person, gone: PersonId
) -> Iterator[tuple[PlanId, Restore]]:
    workspace = library.open(plan_id)
    before = workspace.plan
    edit = merge_in_plan(before, result, gone)
    if edit is not None:
        workspace.apply(edit)
        yield plan_id, Restore(before, workspace.plan)


def _with_person(plan: Plan, result: Person, gone: PersonId) -> Edit:
    """Return the edit that gives the plan its copy, with what it knows of both for this plan."""
    copies = [plan.people[p] for p in (result.id, gone) if p in plan.people]
    areas = dict.fromkeys(area for copy in copies for area in copy.focus_areas)
    spans = dict.fromkeys(span for copy in copies for span in copy.availability)
    copy = replace(result, focus_areas=tuple(areas), availability=tuple(spans))
    return ReplaceRecord(copy) if result.id in plan.people else AddRecords((copy,))


def _blocks(plan: Plan, kept: PersonId, gone: PersonId) -> Iterator[Record]:
    for block in plan.blocks.values():
        if gone in block.people:
            yield _block(block, kept, gone)


def _block(block: Block, kept: PersonId, gone: PersonId) -> Block:
    if kept in block.people:
        seats = tuple(seat for seat in block.seats if seat.person != gone)
    else:
        seats = tuple(
            replace(seat, person=kept) if seat.person == gone else seat for seat in block.seats
        )
    return replace(block, seats=seats)


def _candidates(plan: Plan, kept: PersonId, gone: PersonId) -> Iterator[Record]:
    for candidate in plan.candidates.values():
        changed = _candidate(candidate, kept, gone)
        if changed != candidate:
            yield changed


def _candidate(candidate: Candidate, kept: PersonId, gone: PersonId) -> Candidate:
    contact = kept if candidate.contact == gone else candidate.contact
    application = candidate.application
    if application is not None:
        application = _application(application, {gone: kept})
    return replace(candidate, contact=contact, application=application)


def _application(application: Application, instead: Mapping[PersonId, PersonId]) -> Application:
    def named(item: Any) -> Any:
        return replace(item, person=instead.get(item.person, item.person))

    return replace(
        application,
        steps=tuple(map(named, application.steps)),
        contacts=tuple(map(named, application.contacts)),
    )
