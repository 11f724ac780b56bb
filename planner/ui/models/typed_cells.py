"""What somebody types about a block (what, where), read as the edit that it means. Without Qt."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from planner.domain.blocks import Block, Mode
from planner.domain.directory import Directory
from planner.domain.edits.base import Edit
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.places import ChangeMode, ChangeRoom
from planner.domain.ids import FocusAreaId, OfficeId, RoomId, fresh_id
from planner.domain.people import FocusArea
from planner.domain.places import Room
from planner.domain.plan import Plan, Record
from planner.formats.plaintext import one_line
from planner.formats.timetext.recognition import room_in
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.ui.models.typed_kinds import kind_edits, kind_for_title, kind_words
from planner.ui.models.typed_names import found, key_of, names_in
from planner.ui.models.typed_steps import adding, joined

_Value = TypeVar("_Value", bound=StrEnum)

TYPE_SEPARATOR = " \u00b7 "


def type_edit(block: Block, text: str, language: Language) -> Edit:
    """Return the edit of title, kind and mode: parts that are words for a kind or mode say those.

    The rest is the title, which may say the kind as well: "Lunch" is a meal. Parts stand between
    middle dots; a last part may follow a comma.
    """
    kinds, modes = kind_words(language), _words(Mode, language)
    kind, mode, parts = None, None, []
    for part in _type_parts(text, {*kinds, *modes}):
        if key_of(part) in modes:
            mode = modes[key_of(part)]
        elif key_of(part) in kinds:
            kind = kinds[key_of(part)]
        else:
            parts.append(part)
    title = TYPE_SEPARATOR.join(parts)
    edits = kind_edits(block, kind or kind_for_title(block, title), title)
    return joined([*edits, ChangeMode(block.id, mode)] if mode is not block.mode else edits)


def where_edit(plan: Plan, directory: Directory, block: Block, text: str) -> Edit:
    """Return the edit that says where a block is: a room, known or new, or a place in words.

    ``Room 2.01`` is a room that is added where nobody knows it; ``the lobby`` is a place.
    """
    name = one_line(text)
    room = found(name, all_rooms(plan, directory))
    if room is not None or (_names_room(name) and _office_for(plan, block) is not None):
        return room_edit(plan, directory, block, room or name)
    edits: list[Edit] = [ChangeRoom(block.id, None)] if block.room is not None else []
    return joined([*edits, ChangeDetails(block.id, place=name)])


def room_edit(plan: Plan, directory: Directory, block: Block, room: Room | str) -> Edit:
    """Return the edit that puts a block into a room; a name alone makes a new room at its office."""
    if isinstance(room, str):
        office = _office_for(plan, block)
        if office is None:
            return ChangeDetails(block.id, place=one_line(room))
        room = Room(RoomId(fresh_id("room")), one_line(room), office)
    edits: list[Edit] = list(adding(list(_room_records(plan, directory, room))))
    edits.append(ChangeRoom(block.id, room.id))
    if block.place:
        edits.append(ChangeDetails(block.id, place=""))
    return joined(edits)


def focus_edit(plan: Plan, block: Block, text: str) -> Edit:
    """Return the edit that makes the focus areas of a block those of a text, new ones included."""
    areas = plan.focus_areas.values()
    new: list[Record] = []
    ids: list[FocusAreaId] = []
    for name in names_in(text, [area.name for area in areas]):
        area = found(name, areas)
        if area is None:
            area = FocusArea(FocusAreaId(fresh_id("focus-area")), name)
            new.append(area)
        ids.append(area.id)
    change = ChangeDetails(block.id, focus_areas=tuple(dict.fromkeys(ids)))
    return joined([*adding(new), change])


def all_rooms(plan: Plan, directory: Directory) -> list[Room]:
    """Return the rooms of the plan, then those of the directory that it does not hold."""
    others = (room for key, room in directory.rooms.items() if key not in plan.rooms)
    return [*plan.rooms.values(), *others]


def _names_room(text: str) -> bool:
    """Say whether a whole text names a room, as "Room 2.01" does."""
    match = room_in(text)
    return match is not None and match.span() == (0, len(text))


def _office_for(plan: Plan, block: Block) -> OfficeId | None:
    office = plan.office_of(block)
    return None if office is None else office.id


def _room_records(plan: Plan, directory: Directory, room: Room) -> Iterator[Record]:
    if room.office not in plan.offices and room.office in directory.offices:
        yield directory.offices[room.office]
    if room.id not in plan.rooms:
        yield room


def _words(kind: type[_Value], language: Language) -> Mapping[str, _Value]:
    return {key_of(term(value, language)): value for value in kind}


def _type_parts(text: str, known: set[str]) -> list[str]:
    parts = [one_line(part) for part in text.split(TYPE_SEPARATOR.strip())]
    head, comma, tail = parts[-1].rpartition(",")
    if comma and key_of(tail) in known:
        parts[-1:] = [one_line(head), one_line(tail)]
    return [part for part in parts if part]
