"""The kinds of reminders of the live day, and how each is switched on and off. Without Qt."""

from enum import StrEnum

from planner.i18n import mark


class Kind(StrEnum):
    """What a reminder is about; each can be switched off."""

    NEXT = "next"
    REST_OVER = "rest_over"
    NO_SHOW = "no_show"


SWITCHES = (
    (Kind.NEXT, mark("Tell five minutes before a block")),
    (Kind.REST_OVER, mark("Tell when a break is over")),
    (Kind.NO_SHOW, mark("Tell when somebody seems not to come")),
)
"""What switches a kind on and off, in the menu of the live page and in the settings."""


def flag_of(kind: Kind) -> str:
    """Return the name under which it is remembered whether reminders of a kind are wanted."""
    return f"live/tell_{kind}"
