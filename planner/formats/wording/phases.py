"""What a block is doing right now, in words."""

from collections.abc import Mapping
from enum import StrEnum

from planner.formats.wording.language import Language
from planner.i18n import mark

PHASES: Mapping[str, str] = {
    "upcoming": mark("upcoming"),
    "due": mark("due"),
    "suspected": mark("no-show suspected"),
    "no_show": mark("no-show"),
    "replaced": mark("replacement found"),
    "running": mark("running"),
    "wrap_up": mark("wrap up"),
    "over": mark("over time"),
    "interrupted": mark("interrupted"),
    "done": mark("done"),
    "skipped": mark("skipped"),
}
"""By the value of `planner.schedule.live.live_projection.Phase`."""

CAUSES: Mapping[str, str] = {
    "no_show": mark("no-show"),
    "late_start": mark("late start"),
    "overrun": mark("overrun of {block}"),
    "dropped": mark("interruption"),
    "cut": mark("ended early"),
    "skipped": mark("skipped"),
}
"""By the value of `planner.schedule.live.accounts.Cause`."""


CAUSES_BEFORE: Mapping[str, str] = {
    "no_show": mark("no-show at {block}"),
    "late_start": mark("late start of {block}"),
}
"""Where it befell the block before, which ran no longer than planned."""


def phase_word(phase: StrEnum, language: Language) -> str:
    """Return what a block is doing."""
    return language.text(PHASES[phase.value])


def cause_word(cause: StrEnum, language: Language, block: str = "") -> str:
    """Return to what minutes were lost; ``block`` is the name of what overran."""
    return language.text(CAUSES[cause.value], block=block)


def cause_before_word(cause: StrEnum, block: str, language: Language) -> str:
    """Return to what minutes were lost through a block before, named ``block``."""
    sentence = CAUSES_BEFORE.get(cause.value, CAUSES[cause.value])
    return language.text(sentence, block=block)
