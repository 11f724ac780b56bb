"""What a block is, as somebody types or chooses it, read as the edits that this means. Without Qt."""

from collections.abc import Mapping
from typing import Any

from planner.domain.blocks import INTERVIEWING_ROLES, Block, Kind, SeatRole
from planner.domain.edits.base import Edit
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.panel import ChangeSeat
from planner.formats.timetext.recognition import kind_named
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.ui.models.typed_names import key_of

_AT_EASE = frozenset({Kind.MEAL, Kind.BREAK})
_MEETINGS = frozenset({Kind.INTERVIEW, Kind.TALK, Kind.DEBRIEF})


def kind_words(language: Language) -> Mapping[str, Kind]:
    """Return the kinds by the words that the window has for them."""
    return {key_of(term(kind, language)): kind for kind in Kind}


def kind_for_title(block: Block, title: str) -> Kind:
    """Return the kind of a block under a title: a new one may say it, as "Lunch" or "Office tour"."""
    if key_of(title) == key_of(block.title):
        return block.kind
    named = kind_named(title)
    if named is None or (named is Kind.INTERVIEW and block.kind in _MEETINGS):
        return block.kind  # a talk stays one under "Closing chat"
    return named


def kind_edits(block: Block, kind: Kind, title: str | None = None) -> list[Edit]:
    """Return the edits that make a block another kind, and give it a title where one is named.

    Nobody interviews at a meal or in a break: who was to, hosts, and nothing is assessed there.
    """
    changes: dict[str, Any] = {"kind": kind} if title is None else {"kind": kind, "title": title}
    if kind is block.kind or kind not in _AT_EASE:
        return [ChangeDetails(block.id, **changes)]
    if block.focus_areas:
        changes["focus_areas"] = ()
    seats = [seat.id for seat in block.seats if seat.role in INTERVIEWING_ROLES]
    hosts = (ChangeSeat(block.id, seat, role=SeatRole.HOST) for seat in seats)
    return [ChangeDetails(block.id, **changes), *hosts]
