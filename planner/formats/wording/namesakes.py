"""Namesakes in words: what tells people, candidates or rooms of one name apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from planner.domain.blocks import Block
from planner.domain.people import Candidate, Person
from planner.domain.places import Room
from planner.domain.plan import Plan
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language

Named = Person | Candidate | Room

_FIRST_WORDS = 4


def namesakes(records: Iterable[Named]) -> Iterator[Sequence[Named]]:
    """Yield those of one name, whatever its case, where they are several."""
    groups: dict[str, list[Named]] = {}
    for record in records:
        groups.setdefault(one_line(record.name).casefold(), []).append(record)
    return (group for group in groups.values() if len(group) > 1)


def distinctions(
    records: Iterable[Named], plan: Plan, language: Language, *, is_internal: bool = False
) -> Mapping[str, str]:
    """Return a few words by id for those who share their name, and can be told apart.

    `told_apart` says which words.
    """
    found: dict[str, str] = {}
    for group in namesakes(records):
        found.update(told_apart(group, plan, language, is_internal=is_internal))
    return found


def told_apart(
    group: Sequence[Named], plan: Plan, language: Language, *, is_internal: bool = False
) -> Mapping[str, str]:
    """Return by id what nobody else of a group has: title, e-mail, or when their first block is.

    Only for eyes inside (``is_internal``) it may be how their internal note begins: notes never
    leave, and a file's name does.
    """
    ways: list[Callable[[Named], str]] = [_title]
    if is_internal:
        ways.append(_note)
    ways += [_email, lambda record: _first_block(record, plan, language)]
    found: dict[str, str] = {}
    for way in ways:
        said = {record.id: one_line(way(record)) for record in group}
        counts = Counter(text.casefold() for text in said.values())
        for record in group:
            text = said[record.id]
            is_name = text.casefold() == one_line(record.name).casefold()
            if text and counts[text.casefold()] == 1 and not is_name:
                found.setdefault(record.id, text)
    return found


def _title(record: Named) -> str:
    match record:
        case Person():
            return record.title
        case Candidate():
            return record.application.position if record.application is not None else ""
        case _:
            return ""


def _note(record: Named) -> str:
    words = record.note.split() if isinstance(record, Person | Candidate) else []
    return " ".join(words[:_FIRST_WORDS])


def _email(record: Named) -> str:
    return record.email if isinstance(record, Person | Candidate) else ""


def _first_block(record: Named, plan: Plan, language: Language) -> str:
    boxes = (block.timebox for block in plan.blocks.values() if _is_of(block, record))
    starts = [box.start for box in boxes if box is not None]
    if not starts:
        return ""
    first = min(starts)
    return f"{language.short_day(first.day)}, {language.clock(first)}"


def _is_of(block: Block, record: Named) -> bool:
    match record:
        case Person():
            return record.id in block.people
        case Candidate():
            return record.id in block.candidates
        case _:
            return record.id == block.room
