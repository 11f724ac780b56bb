"""What-if answers as sentences: what would move, what absorbs it, which promises would break."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from planner.domain.plan import Plan
from planner.formats.wording.facts import rendered
from planner.formats.wording.language import Language
from planner.i18n import mark


class Statement(Protocol):
    """One thing to say; `planner.schedule.statements` makes them."""

    @property
    def code(self) -> str:
        """Return the name of the sentence."""
        ...

    @property
    def facts(self) -> Mapping[str, Any]:
        """Return the values that the sentence needs."""
        ...


SENTENCES: Mapping[str, str] = {
    "starts_later": mark("{block} would start {by} later, at {start}."),
    "starts_earlier": mark("{block} would start {by} earlier, at {start}."),
    "ends_later": mark("{block} would end {by} later, at {end}."),
    "ends_earlier": mark("{block} would end {by} earlier, at {end}."),
    "rest_gives": mark("{block} would start at {start} and give up {by}: {left} would be left."),
    "gap_gives": mark("The gap before {block} would take up {by}."),
    "nothing_moves": mark("Nothing would move."),
    "nothing_else_moves": mark("Nothing else would move."),
    "promises_kept": mark("Every promise would be kept."),
    "no_more_breaks": mark("No promise would break that is not broken already."),
    "breaks_rest": mark(
        "{block} could keep its minimum only by ending {by} after its planned end, at {end}."
    ),
    "breaks_fixed_start": mark(
        "{block} starts at {due} and waits for nobody: {who} would come {by} late."
    ),
    "delays_fixed_start": mark("{block} is fixed at {due}, but would start {by} later."),
    "breaks_day_end": mark("The day of {who} would end {by} after {due}."),
    "breaks_departure": mark("{who} would be {by} late for the departure at {due}."),
    "day_ends_later": mark("The day of {who} would end {by} later, at {end}."),
    "day_ends_earlier": mark("The day of {who} would end {by} earlier, at {end}."),
    "concerns": mark("To be told: {who}."),
}
"""By code."""


def what_if_sentences(
    statements: Iterable[Statement], language: Language, plan: Plan | None = None
) -> list[str]:
    """Return the answer to a what-if, a sentence each; ``plan`` lets it call records by name."""
    return [
        language.text(SENTENCES[said.code], **rendered(said.facts, plan, language))
        for said in statements
    ]
