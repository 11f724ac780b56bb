"""Colours: every text can be read on what is behind it, on grey paper too."""

import pytest
from reportlab.lib.colors import Color, white

from planner.formats.itinerary.content import Tone
from planner.formats.pdf import style

LEAST = 4.5  # WCAG 2.2, 1.4.3


def luminance(colour: Color) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.rgb()
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ink", ["INK", "MUTED", "ACCENT", "REST_INK"])
@pytest.mark.parametrize("paper", [white, style.REST_TINT, style.OWN_TINT])
def test_text_can_be_read(ink: str, paper: Color) -> None:
    assert contrast(getattr(style, ink), paper) >= LEAST


@pytest.mark.parametrize("tone", list(Tone))
def test_labels_of_the_strip_can_be_read(tone: Tone) -> None:
    for swatch in (style.STRIP[tone], style.STRIP_OF_OTHERS[tone]):
        assert contrast(swatch.ink, swatch.fill) >= LEAST


def test_rest_is_paler_than_talk_on_grey_paper() -> None:
    rest = luminance(style.STRIP[Tone.REST].fill)

    assert rest > 3 * luminance(style.STRIP[Tone.MEETING].fill)
    assert rest > 3 * luminance(style.STRIP[Tone.REMOTE].fill)
