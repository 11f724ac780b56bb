"""Whose blocks something is about, where a plan has several candidates."""
# ruff: noqa: D102 -- `planner.schedule.live.handover.Busy` says what each of these is

from collections.abc import Iterable
from typing import Protocol

from planner.domain.ids import BlockId, PersonId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.formats.plaintext import one_line
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language
from planner.formats.wording.log import block_title

_MOST = 2


class Busy(Protocol):
    """Somebody who is in a block while another one begins with them."""

    @property
    def person(self) -> PersonId: ...
    @property
    def block(self) -> BlockId: ...


def names_of(plan: Plan, blocks: Iterable[BlockId], language: Language) -> str:
    """Return the names of the candidates of some blocks; how many they are where that is long."""
    found = [plan.blocks[block] for block in blocks if block in plan.blocks]
    candidates = dict.fromkeys(c for block in found for c in block.candidates)
    names = [one_line(plan.candidates[c].name) for c in candidates if c in plan.candidates]
    if len(names) > _MOST:
        return language.count("{n} candidate", "{n} candidates", len(names))
    return language.join(names)


def has_several(plan: Plan) -> bool:
    """Say whether it has to be told which candidate something is about."""
    return len(plan.candidates) > 1


def with_names(text: str, plan: Plan, blocks: Iterable[BlockId], language: Language) -> str:
    """Return a text as ``Ada Lovelace: Ask ...`` where the plan has several candidates.

    A text that begins with their names says already whose it is.
    """
    whose = names_of(plan, blocks, language) if has_several(plan) else ""
    return f"{whose}: {text}" if whose and not text.startswith(whose) else text


def busy_sentence(busy: Busy, plan: Plan, language: Language) -> str:
    """Return who is still in what, and with whom."""
    facts = {
        "person": subject_name(Subject("people", busy.person), plan, language),
        "block": block_title(plan.blocks.get(busy.block), language),
        "who": names_of(plan, [busy.block], language),
    }
    if not facts["who"]:
        return language.text("{person} is still in {block}.", **facts)
    return language.text("{person} is still in {block} with {who}.", **facts)
