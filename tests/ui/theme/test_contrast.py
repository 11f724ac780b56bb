"""Contrast of every pair of colours that meets on screen (WCAG 2.2, relative luminance)."""

import pytest
from PySide6.QtGui import QColor

from planner.ui.theme.colours import BLOCK_KINDS, DARK, LIGHT, PAIRS, ROLES, Colours

_PALETTES = {"light": LIGHT, "dark": DARK}
_LINEAR_BELOW = 0.04045


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= _LINEAR_BELOW else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", _PALETTES)
def test_every_pair_in_use_is_told_apart(name: str) -> None:
    palette = _PALETTES[name]
    found = {pair: contrast(_of(palette, pair[0]), _of(palette, pair[1])) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < pair[2]} == {}


@pytest.mark.parametrize("name", _PALETTES)
def test_every_role_is_a_colour(name: str) -> None:
    assert [role for role in ROLES if not QColor(_of(_PALETTES[name], role)).isValid()] == []


def test_pairs_name_every_block_and_tone() -> None:
    named = {role for pair in PAIRS for role in pair[:2]}
    blocks = {f"{kind}_{part}" for kind in BLOCK_KINDS for part in ("fill", "edge", "ink")}
    tones = {"error", "warning", "good", "info"}
    assert blocks | tones | {f"{tone}_soft" for tone in tones} <= named


def _of(palette: Colours, role: str) -> str:
    return str(getattr(palette, role))
