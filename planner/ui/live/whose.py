"""Whose blocks something is about, where a plan has several candidates. Without Qt."""

from collections.abc import Iterable

from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language

_MOST = 2


def names_of(plan: Plan, blocks: Iterable[BlockId], language: Language) -> str:
    """Return the names of the candidates of some blocks; how many they are where that is long."""
    found = [plan.blocks[block] for block in blocks if block in plan.blocks]
    candidates = dict.fromkeys(c for block in found for c in block.candidates)
    names = [one_line(plan.candidates[c].name) for c in candidates if c in plan.candidates]
    if len(names) > _MOST:
        return language.count("{n} candidate", "{n} candidates", len(names))
    return language.join(names)
