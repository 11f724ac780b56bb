"""Refusals: something was not done and nothing changed. They carry facts, not sentences."""

from typing import ClassVar


class PlannerError(Exception):
    """Root of all refusals.

    ``code`` names the sentence that `planner.formats.wording` makes of it, ``facts`` are the
    values that the sentence needs.
    """

    code: ClassVar[str] = "refused"

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def __str__(self) -> str:
        """Return code and facts, for developers; people get a sentence from the wording."""
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({told})"


class InvalidValue(PlannerError, ValueError):
    """A record was asked to hold something that it cannot mean. Facts: ``field``, ``reason``."""

    code = "invalid_value"


class UnknownRecord(PlannerError):
    """A plan was asked for a record that it does not hold. Facts: ``kind``, ``id``."""

    code = "unknown_record"


class EditRefused(PlannerError):
    """An edit does not fit the plan as it is. Facts: ``reason`` and what the reason needs."""

    code = "edit_refused"
