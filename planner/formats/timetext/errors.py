"""Refusals of typed and pasted text: each names the text that it is about."""

from datetime import date, time, timedelta

from planner.domain.errors import PlannerError

Reading = time | timedelta | date

_SHOWN = 80
"""So many characters of a refused text are kept; a sentence cannot show more."""


class UnreadableInput(PlannerError):
    """A typed text has no reading. Facts: ``text``, ``reason``."""

    code = "unreadable_input"

    def __init__(self, *, text: str, reason: str, **facts: object) -> None:
        super().__init__(text=text[:_SHOWN], reason=reason, **facts)


class AmbiguousInput(PlannerError):
    """A typed text has several readings. Facts: ``text``, ``reason``, ``readings``.

    The reason says what was read (``clock``, ``length``, ``date``); the likeliest reading comes
    first, so that a field can offer them as choices.
    """

    code = "ambiguous_input"

    def __init__(self, *, text: str, reason: str, readings: tuple[Reading, ...]) -> None:
        super().__init__(text=text[:_SHOWN], reason=reason, readings=readings)
        self.readings = readings


class PasteTooLarge(PlannerError):
    """More was pasted than a timetable can be.

    Facts: ``reason`` (``characters`` or ``lines``), ``limit``, ``found``.
    """

    code = "paste_too_large"
