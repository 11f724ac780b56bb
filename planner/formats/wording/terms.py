"""The field's words for kinds, modes, roles and the like, in the language asked for."""

from collections.abc import Mapping
from enum import StrEnum

from planner.domain.blocks import Kind, Mode, Rsvp, SeatRole
from planner.domain.problems import Severity
from planner.domain.travel import Direction, LegKind, Payer
from planner.formats.wording.language import Language
from planner.i18n import mark

_TERMS: Mapping[StrEnum, str] = {
    Kind.INTERVIEW: mark("Interview"),
    Kind.BREAK: mark("Break"),
    Kind.MEAL: mark("Meal"),
    Kind.ARRIVAL: mark("Arrival"),
    Kind.TOUR: mark("Tour"),
    Kind.ESCORT: mark("Escort"),
    Kind.TALK: mark("Talk"),
    Kind.DEBRIEF: mark("Debrief"),
    Kind.FREE_TIME: mark("Free time"),
    Mode.FACE_TO_FACE: mark("Face to face"),
    Mode.PHONE: mark("Phone"),
    Mode.VIDEO: mark("Video"),
    SeatRole.LEAD: mark("Lead"),
    SeatRole.PANELIST: mark("Panelist"),
    SeatRole.SHADOW: mark("Shadow"),
    SeatRole.REVERSE_SHADOW: mark("Reverse shadow"),
    SeatRole.BAR_RAISER: mark("Bar raiser"),
    SeatRole.HOST: mark("Host"),
    Rsvp.PENDING: mark("No answer yet"),
    Rsvp.ACCEPTED: mark("Accepted"),
    Rsvp.TENTATIVE: mark("Tentative"),
    Rsvp.DECLINED: mark("Declined"),
    Severity.ERROR: mark("Error"),
    Severity.WARNING: mark("Warning"),
    Severity.HINT: mark("Hint"),
    LegKind.FLIGHT: mark("Flight"),
    LegKind.TRAIN: mark("Train"),
    LegKind.TRANSFER: mark("Transfer"),
    Direction.OUTBOUND: mark("Outbound"),
    Direction.RETURN: mark("Return"),
    Direction.BETWEEN: mark("On the way"),
    Payer.COMPANY: mark("Paid by us"),
    Payer.CANDIDATE: mark("Paid by the candidate"),
}


def term(value: StrEnum, language: Language) -> str:
    """Return the word for a value; the value itself where it has none."""
    word = _TERMS.get(value)
    return language.text(word) if word is not None else value.value
