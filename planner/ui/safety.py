"""How safe something is, in the tones of the window. Without Qt."""

from collections.abc import Mapping

from planner.formats.wording.risk import Level
from planner.ui.theme.tones import Tone

_TONES: Mapping[Level, Tone] = {
    Level.SAFE: Tone.GOOD,
    Level.AT_RISK: Tone.WARNING,
    Level.LIKELY_LOST: Tone.ERROR,
}


def tone_of(level: Level) -> Tone:
    """Return the tone in which a probability that is called so is shown."""
    return _TONES[level]
