"""Labels of edits: one short sentence for each, for the undo menu and the log of what was done."""

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

from planner.domain.blocks import Block
from planner.domain.edits.application import AddPortalState, AddStep
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import (
    AddBlock,
    DuplicateBlock,
    InsertAfter,
    RemoveBlocks,
    SplitBlock,
)
from planner.domain.edits.days import CopyDay, MoveDay
from planner.domain.edits.details import ChangeDetails, ChangeNotes
from planner.domain.edits.document import ChangePlan, IgnoreProblem, UnignoreProblem
from planner.domain.edits.panel import (
    AddSeat,
    Answer,
    AssignSeat,
    ChangeSeat,
    RemoveSeat,
    UnassignSeat,
)
from planner.domain.edits.places import ChangeConnection, ChangeMode, ChangeRoom
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.removal import RemoveRecords
from planner.domain.edits.ripples import InsertAt, MoveAndShift, ShiftFrom, ShiftLater
from planner.domain.edits.sequence import Compact, FollowPrevious, SwapNeighbours
from planner.domain.edits.templates import ApplyTemplate
from planner.domain.edits.timing import (
    ChangeTimes,
    MoveBlock,
    MoveBlocks,
    Reschedule,
    ResizeBlock,
    TrimToFit,
)
from planner.domain.edits.together import Together
from planner.domain.plan import TABLES, Plan
from planner.domain.references import subject_of
from planner.domain.subjects import Subject
from planner.domain.times import ZERO
from planner.formats.wording.facts import block_name, render
from planner.formats.wording.language import Language
from planner.i18n import mark

_Label = Callable[[Any, Plan, Language], str]
_Part = Callable[[Any], object]

_CHANGE = mark("Change the plan")

_TABLE_OF_FIELD: Mapping[str, str] = {
    "block": "blocks",
    "first": "blocks",
    "second": "blocks",
    "other": "blocks",
    "after": "blocks",
    "room": "rooms",
    "person": "people",
    "candidate": "candidates",
}
"""Fields of edits that hold ids, and where the record with that id has its name."""


def label(edit: Edit, plan: Plan, language: Language) -> str:
    """Return what an edit does, in a few words; ``plan`` is the plan before it."""
    make = LABELS.get(type(edit))
    return language.text(_CHANGE) if make is None else make(edit, plan, language)


def _sentence(message: str, **parts: _Part) -> _Label:
    """Return the label with this message; placeholders are parts, or else fields of the edit."""
    names = [name for _, name, _, _ in Formatter().parse(message) if name]

    def told(edit: Any, plan: Plan, language: Language) -> str:
        values = {name: parts[name](edit) if name in parts else _fact(edit, name) for name in names}
        return language.text(message, **{n: _words(v, plan, language) for n, v in values.items()})

    return told


def _either(condition: Callable[[Any, Plan], bool], one: _Label, other: _Label) -> _Label:
    def told(edit: Any, plan: Plan, language: Language) -> str:
        return (one if condition(edit, plan) else other)(edit, plan, language)

    return told


def _fact(edit: object, name: str) -> object:
    value = getattr(edit, name)
    if isinstance(value, str) and name in _TABLE_OF_FIELD:
        return Subject(_TABLE_OF_FIELD[name], value)
    return value


def _words(value: object, plan: Plan, language: Language) -> str:
    """Return a value in words; a record calls itself by name, the plan may not hold it yet."""
    if isinstance(value, Block):
        return block_name(value, language)
    if type(value) in TABLES:
        names = (getattr(value, field, "") for field in ("name", "stage", "hotel", "id"))
        return str(next(filter(None, names)))
    return render(value, plan, language)


def _first_block(edit: Any) -> Subject:
    return Subject("blocks", edit.blocks[0])


def _distance(edit: Any) -> object:
    return abs(edit.delta)


def _is_one_block(edit: Any, _plan: Plan) -> bool:
    return len(edit.blocks) == 1


def _goes_back(edit: Any, _plan: Plan) -> bool:
    return bool(edit.delta < ZERO)


def _stays_on_its_day(edit: MoveBlock, plan: Plan) -> bool:
    block = plan.blocks.get(edit.block)
    return (
        block is not None and block.timebox is not None and block.timebox.start.day == edit.to.day
    )


def _blocks_later(edit: MoveBlocks, _plan: Plan, language: Language) -> str:
    return language.count(
        "Move {n} block later by {length}",
        "Move {n} blocks later by {length}",
        len(edit.blocks),
        length=language.length(abs(edit.delta)),
    )


def _blocks_earlier(edit: MoveBlocks, _plan: Plan, language: Language) -> str:
    return language.count(
        "Move {n} block earlier by {length}",
        "Move {n} blocks earlier by {length}",
        len(edit.blocks),
        length=language.length(abs(edit.delta)),
    )


def _remove_blocks(edit: RemoveBlocks, _plan: Plan, language: Language) -> str:
    return language.count("Remove {n} block", "Remove {n} blocks", len(edit.blocks))


def _close_up(edit: Compact, _plan: Plan, language: Language) -> str:
    return language.count("Close up {n} block", "Close up {n} blocks", len(edit.blocks))


def _join(edit: FollowPrevious, _plan: Plan, language: Language) -> str:
    return language.count(
        "Let {n} block follow what comes before it",
        "Let {n} blocks follow what comes before them",
        len(edit.blocks),
    )


def _add_records(edit: AddRecords, _plan: Plan, language: Language) -> str:
    return language.count("Add {n} entry", "Add {n} entries", len(edit.records))


def _remove_records(edit: RemoveRecords, _plan: Plan, language: Language) -> str:
    return language.count("Remove {n} entry", "Remove {n} entries", len(edit.ids))


def _together(edit: Together, plan: Plan, language: Language) -> str:
    if not edit.edits:
        return language.text(_CHANGE)
    first, more = label(edit.edits[0], plan, language), len(edit.edits) - 1
    if not more:
        return first
    return language.count(
        "{first}, and {n} more change", "{first}, and {n} more changes", more, first=first
    )


LABELS: Mapping[type[Any], _Label] = {
    AddRecords: _either(
        lambda edit, _: len(edit.records) == 1,
        _sentence(mark("Add {name}"), name=lambda edit: edit.records[0]),
        _add_records,
    ),
    ReplaceRecord: _sentence(mark("Change {name}"), name=lambda edit: subject_of(edit.record)),
    RemoveRecords: _either(
        lambda edit, _: len(edit.ids) == 1,
        _sentence(mark("Remove {name}"), name=lambda edit: Subject(TABLES[edit.kind], edit.ids[0])),
        _remove_records,
    ),
    ChangePlan: _sentence(mark("Change the plan's details")),
    IgnoreProblem: _sentence(mark("Ignore a problem: {reason}")),
    UnignoreProblem: _sentence(mark("Show a problem again")),
    Together: _together,
    AddBlock: _sentence(mark("Add {block}")),
    InsertAt: _sentence(mark("Insert {block}")),
    InsertAfter: _sentence(mark("Insert {block} after {after}")),
    DuplicateBlock: _sentence(mark("Duplicate {block}")),
    SplitBlock: _sentence(mark("Split {block} at {at}")),
    RemoveBlocks: _either(
        _is_one_block, _sentence(mark("Remove {block}"), block=_first_block), _remove_blocks
    ),
    MoveBlocks: _either(
        _is_one_block,
        _either(
            _goes_back,
            _sentence(
                mark("Move {block} earlier by {length}"), block=_first_block, length=_distance
            ),
            _sentence(mark("Move {block} later by {length}"), block=_first_block, length=_distance),
        ),
        _either(_goes_back, _blocks_earlier, _blocks_later),
    ),
    MoveBlock: _either(
        _stays_on_its_day,
        _sentence(mark("Move {block} to {to}")),
        _sentence(mark("Move {block} to {day}, {to}"), day=lambda edit: edit.to.day),
    ),
    Reschedule: _either(
        lambda edit, _: edit.timebox is None,
        _sentence(mark("Take {block} off the schedule")),
        _sentence(
            mark("Schedule {block} for {day}, {start}"),
            day=lambda edit: edit.timebox.start.day,
            start=lambda edit: edit.timebox.start,
        ),
    ),
    ResizeBlock: _sentence(mark("Resize {block}")),
    ChangeTimes: _sentence(mark("Change the times of {block}")),
    TrimToFit: _sentence(mark("Shorten {block} to make room for {other}")),
    ShiftLater: _either(
        _goes_back,
        _sentence(mark("Shift {block} and what follows earlier by {length}"), length=_distance),
        _sentence(mark("Shift {block} and what follows later by {length}"), length=_distance),
    ),
    ShiftFrom: _either(
        _goes_back,
        _sentence(mark("Shift everything from {start} on earlier by {length}"), length=_distance),
        _sentence(mark("Shift everything from {start} on later by {length}"), length=_distance),
    ),
    MoveAndShift: _sentence(mark("Move {block} to {to} and shift what follows")),
    FollowPrevious: _either(
        _is_one_block,
        _sentence(mark("Let {block} follow what comes before it"), block=_first_block),
        _join,
    ),
    SwapNeighbours: _sentence(mark("Swap {first} and {second}")),
    Compact: _close_up,
    AssignSeat: _sentence(mark("Give a seat in {block} to {person}")),
    UnassignSeat: _sentence(mark("Empty a seat in {block}")),
    AddSeat: _sentence(mark("Add a seat to {block}")),
    RemoveSeat: _sentence(mark("Remove a seat from {block}")),
    ChangeSeat: _sentence(mark("Change a seat in {block}")),
    Answer: _sentence(mark("Note an answer for {block}: {rsvp}")),
    ChangeRoom: _either(
        lambda edit, _: edit.room is None,
        _sentence(mark("Take the room away from {block}")),
        _sentence(mark("Put {block} into {room}")),
    ),
    ChangeMode: _either(
        lambda edit, _: edit.mode is None,
        _sentence(mark("Leave open how people meet in {block}")),
        _sentence(mark("Change how people meet in {block}: {mode}")),
    ),
    ChangeConnection: _sentence(mark("Change the connection of {block}")),
    ChangeDetails: _sentence(mark("Change the details of {block}")),
    ChangeNotes: _sentence(mark("Change the notes on {block}")),
    CopyDay: _sentence(mark("Copy {day} to {to}")),
    MoveDay: _sentence(mark("Move {day} to {to}")),
    ApplyTemplate: _sentence(
        mark("Add {template} for {candidate}"), template=lambda edit: edit.template.name
    ),
    AddStep: _sentence(
        mark("Add a step for {candidate}: {event}"), event=lambda edit: edit.step.event
    ),
    AddPortalState: _sentence(
        mark("Note what the portal shows for {candidate}: {words}"),
        words=lambda edit: edit.state.words,
    ),
}
"""How each class of edit is called."""
