"""What is wrong with a finished document, as sentences."""

from collections.abc import Iterator

from planner.app.exchange import Document
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.formats.wording.facts import render
from planner.formats.wording.language import Language

_MOST = 3


def warnings(document: Document, plan: Plan, language: Language) -> Iterator[str]:
    """Yield what a calendar had to leave out, and which characters no font has."""
    if document.left_out:
        known = [block for block in document.left_out if block in plan.blocks]
        names = render(tuple(Subject("blocks", block) for block in known), plan, language)
        yield language.text(
            "Not in the calendar, for want of a start or an end: {blocks}.", blocks=names
        )
    missing = list(document.missing.items())
    for character, where in missing[:_MOST]:
        yield language.text(
            "No font has the character {character} (U+{code}), as in: {text}",
            character=character,
            code=f"{ord(character):04X}",
            text=where,
        )
    if len(missing) > _MOST:
        rest = len(missing) - _MOST
        yield language.count(
            "One more character is missing.", "{n} more characters are missing.", rest
        )
