"""Sections of a paste that are about one candidate each: "Candidate: Ada Lovelace" above her rows."""

import re
from collections.abc import Sequence

from planner.formats.timetext.drafts import Draft
from planner.formats.timetext.people import looks_like_full_name
from planner.formats.timetext.recognition import column_of, could_be_first_name
from planner.formats.timetext.spelling import squeezed
from planner.formats.timetext.timetable import Sort
from planner.formats.timetext.vocabulary import Column

_HEADING = re.compile(
    r"(?P<label>[^\W\d_][^\d:,]{0,28}?) ?: ?(?P<name>[^\d:,;(]{2,80}?)(?: ?[,;(].*)?"
)
_FEWEST = 2


def name_sections(drafts: Sequence[Draft]) -> None:
    """Let headings that name candidates hold for the rows below that name none.

    One such heading alone only repeats whom the whole text is about; it changes nothing.
    """
    found = {id(draft): name for draft in drafts if (name := _named(draft))}
    if len({name.casefold() for name in found.values()}) < _FEWEST:
        return
    current = ""
    for draft in drafts:
        if id(draft) in found:
            current = found[id(draft)]
            draft.sort = Sort.HEADER
            draft.notes.clear()
        elif current and draft.written is not None and not draft.contents.candidate:
            draft.contents.candidate = current
            draft.note("candidate_from_above", name=current)


def _named(draft: Draft) -> str:
    """Return the candidate whom a line names and says nothing else of; empty for any other line."""
    if draft.sort is not Sort.TEXT or draft.questions or len(draft.source.cells) != 1:
        return ""
    match = _HEADING.fullmatch(squeezed(draft.source.cells[0]))
    if match is None or column_of(match["label"]) is not Column.CANDIDATE:
        return ""
    name = match["name"].strip()
    return name if looks_like_full_name(name) or could_be_first_name(name) else ""
