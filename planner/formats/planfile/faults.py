"""Faults: what is wrong in a plan file and where, all of them at once, as values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.domain.errors import PlannerError

MOST_FAULTS = 100
"""More are not collected: nobody reads on, and a hostile file could have millions."""

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: a code, the place such as ``blocks[3].timebox.start``, and facts.

    The place is empty where the whole document is meant.
    """

    code: str
    place: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotANumber:
    """A number that JSON does not have (``NaN``, ``Infinity``) or that no plan could mean."""

    text: str

    def __str__(self) -> str:
        return self.text


class FaultyPlan(PlannerError):
    """A plan that no plan file can hold. The facts are those of the first fault, ``faults`` has all.

    Facts: ``reason`` (the fault's code), ``place``, ``total`` and what the fault's code needs.
    """

    code = "faulty_plan"

    def __init__(self, faults: Sequence[Fault]) -> None:
        first = faults[0]
        facts = {**first.facts, "reason": first.code, "place": first.place, "total": len(faults)}
        super().__init__(**facts)
        self.faults = tuple(faults)

    def each(self) -> "tuple[FaultyPlan, ...]":
        """Return a refusal for each fault, so that each can be told in a sentence."""
        return tuple(type(self)([fault]) for fault in self.faults)


class UnreadablePlan(FaultyPlan):
    """A plan file was not read, because it would not come back whole."""

    code = "unreadable_plan"


class UnwritablePlan(FaultyPlan):
    """A plan was not written, because the file could not be read again."""

    code = "unwritable_plan"


def shown(value: object) -> str:
    """Return a value of a document as short JSON text that is safe to print."""
    if isinstance(value, dict):
        return "{\u2026}" if value else "{}"
    if isinstance(value, list):
        return "[\u2026]" if value else "[]"
    text = json.dumps(
        value[:_SHOWN] if isinstance(value, str) else value, ensure_ascii=False, default=str
    )
    return printable(text)


def printable(text: str) -> str:
    """Return text from a document, shortened, without what a terminal cannot print."""
    short = text if len(text) <= _SHOWN else text[:_SHOWN] + "\u2026"
    safe = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)
    return safe.encode("utf-8", "backslashreplace").decode()
