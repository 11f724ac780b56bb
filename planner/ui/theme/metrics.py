"""Lengths in logical pixels that many controls share; all but hairlines stand on a grid of four."""

GRID = 4
HAIRLINE = 1
FOCUS_RING = 2

RADIUS_SMALL = 4
RADIUS = 6
RADIUS_LARGE = 10

CONTROL_HEIGHT = 32
SMALL_CONTROL_HEIGHT = 24
ROW_HEIGHT = 36

ICON = 16
LARGE_ICON = 20
HUGE_ICON = 40

SCROLL_BAR = 10
