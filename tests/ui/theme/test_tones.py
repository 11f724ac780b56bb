from planner.ui import messages
from planner.ui.theme.colours import ROLES
from planner.ui.theme.icons import has_icon
from planner.ui.theme.tones import Tone


def test_every_tone_has_colours_and_an_icon() -> None:
    for tone in Tone:
        assert {tone.ink, tone.ground} <= set(ROLES)
        assert has_icon(tone.icon)


def test_tones_of_messages_are_tones() -> None:
    assert {Tone(str(tone)) for tone in messages.Tone} <= set(Tone)
