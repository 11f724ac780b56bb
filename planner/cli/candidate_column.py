"""The column that says whose a block is: only where a plan has several candidates."""

from collections.abc import Iterable

from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.formats.wording.language import Language
from planner.formats.wording.whose import has_several, names_of


def candidate_head(plan: Plan, language: Language) -> list[str]:
    """Return the head of the column, as a list of one or none."""
    return [language.text("Candidate")] if has_several(plan) else []


def candidate_cell(plan: Plan, blocks: Iterable[BlockId], language: Language) -> list[str]:
    """Return whose some blocks are, as a list of one or none."""
    return [names_of(plan, blocks, language)] if has_several(plan) else []
