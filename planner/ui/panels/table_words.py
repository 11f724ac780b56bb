"""What the cells of the table offer while somebody types: people, kinds, rooms, focus areas."""

from collections.abc import Callable, Iterable, Mapping

from planner.domain.blocks import Kind, Mode
from planner.domain.directory import Directory
from planner.domain.plan import Plan
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.ui.models.timetable_rows import Column
from planner.ui.models.typed_cells import all_rooms

Words = Callable[[Plan, Directory, Language], Iterable[str]]


def words_for(
    column: Column, plan: Plan, directory: Directory, language: Language
) -> tuple[str, ...]:
    """Return what to offer in a column, each once, in order; nothing for times."""
    words = _WORDS.get(column)
    if words is None:
        return ()
    offered = {one_line(word) for word in words(plan, directory, language)}
    return tuple(sorted(offered - {""}, key=str.casefold))


def _people(plan: Plan, directory: Directory, _language: Language) -> Iterable[str]:
    return (person.name for person in (*plan.people.values(), *directory.people.values()))


def _types(plan: Plan, _directory: Directory, language: Language) -> Iterable[str]:
    titles = (block.title for block in plan.blocks.values())
    return (*(term(value, language) for value in (*Kind, *Mode)), *titles)


def _places(plan: Plan, directory: Directory, _language: Language) -> Iterable[str]:
    rooms = (room.name for room in all_rooms(plan, directory))
    return (*rooms, *(block.place for block in plan.blocks.values()))


def _areas(plan: Plan, _directory: Directory, _language: Language) -> Iterable[str]:
    return (area.name for area in plan.focus_areas.values())


_WORDS: Mapping[Column, Words] = {
    Column.PARTNER: _people,
    Column.TYPE: _types,
    Column.WHERE: _places,
    Column.FOCUS: _areas,
}
