"""Colours by role, for the light and the dark theme, and the pairs of them that meet on screen."""

from dataclasses import dataclass, fields

TEXT = 4.5
"""Least contrast of words with their ground (WCAG 2.2, 1.4.3 AA)."""
PART = 3.0
"""Least contrast of what must be seen to use a control (WCAG 2.2, 1.4.11 AA)."""

BLOCK_KINDS = ("interview", "call", "rest", "meal", "logistics", "talk", "debrief", "free")
"""The kinds of block that have colours of their own: ``<kind>_fill``, ``_edge`` and ``_ink``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One palette: ``#rrggbb`` by role (``scrim`` is ``#aarrggbb``, as Qt writes it)."""

    # Grounds
    window: str  # the page itself, the timeline
    surface: str  # sidebar, top bar, inspector, table heads
    raised: str  # fields, menus, cards: what lies above
    sunken: str  # tracks of segments and bars, chips
    segment: str  # the chosen part of a segmented control
    hover: str
    pressed: str
    selected: str
    scrim: str

    # Lines
    line: str  # hairlines that separate
    line_strong: str  # outlines of buttons and cards
    line_field: str  # outlines that a field or a check box is recognised by

    # Words
    text: str
    text_muted: str
    text_disabled: str
    link: str  # accent as words or an icon; `accent` is for fills

    # The one accent
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    focus: str
    focus_strong: str  # the ring on a button that is filled with the accent

    # Tones
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str
    info: str
    info_soft: str

    # Blocks
    interview_fill: str
    interview_edge: str
    interview_ink: str
    call_fill: str
    call_edge: str
    call_ink: str
    rest_fill: str
    rest_edge: str
    rest_ink: str
    meal_fill: str
    meal_edge: str
    meal_ink: str
    logistics_fill: str
    logistics_edge: str
    logistics_ink: str
    talk_fill: str
    talk_edge: str
    talk_ink: str
    debrief_fill: str
    debrief_edge: str
    debrief_ink: str
    free_fill: str
    free_edge: str
    free_ink: str
    ink_muted: str  # the second line and the times of every block

    # Timeline
    hatch: str
    ghost_line: str
    ghost_ink: str
    now: str
    on_now: str
    shade: str
    grid: str
    grid_half: str

    # Avatars
    avatar: str
    on_avatar: str


ROLES = tuple(field.name for field in fields(Colours))
"""The names of all roles."""

LIGHT = Colours(
    window="#ffffff",
    surface="#f9fafb",
    raised="#ffffff",
    sunken="#eceff3",
    segment="#ffffff",
    hover="#f1f3f6",
    pressed="#e4e8ee",
    selected="#e9effc",
    scrim="#660f1728",
    line="#e3e6ec",
    line_strong="#cfd5df",
    line_field="#878fa1",
    text="#1b1f27",
    text_muted="#596273",
    text_disabled="#9aa2b0",
    link="#2353c4",
    accent="#2f5fd0",
    accent_hover="#2753bd",
    accent_pressed="#2047a6",
    on_accent="#ffffff",
    accent_soft="#e2eaff",
    on_accent_soft="#1f4293",
    focus="#2f5fd0",
    focus_strong="#0a1430",
    error="#b42318",
    error_soft="#fdeceb",
    warning="#955400",
    warning_soft="#fff2df",
    good="#176b43",
    good_soft="#e5f4ec",
    info="#2353c4",
    info_soft="#e9effc",
    interview_fill="#dfe9ff",
    interview_edge="#3b6fe0",
    interview_ink="#172039",
    call_fill="#e9e2fb",
    call_edge="#7a52cc",
    call_ink="#241a3d",
    rest_fill="#eaf0ea",
    rest_edge="#66866d",
    rest_ink="#2f4a38",
    meal_fill="#eaf0ea",
    meal_edge="#66866d",
    meal_ink="#2f4a38",
    logistics_fill="#f1eee6",
    logistics_edge="#8c7f5c",
    logistics_ink="#2e2918",
    talk_fill="#dcf0f1",
    talk_edge="#1f8488",
    talk_ink="#12292b",
    debrief_fill="#fae6ee",
    debrief_edge="#bd4a7e",
    debrief_ink="#3a1526",
    free_fill="#f3f5f8",
    free_edge="#838c9c",
    free_ink="#3d4656",
    ink_muted="#4d5668",
    hatch="#f4f8f4",
    ghost_line="#858e9e",
    ghost_ink="#596273",
    now="#d92d20",
    on_now="#ffffff",
    shade="#f1f3f6",
    grid="#e6e9ef",
    grid_half="#f2f4f7",
    avatar="#cfd9f5",
    on_avatar="#1f2f5c",
)

DARK = Colours(
    window="#14171c",
    surface="#1b1f26",
    raised="#20252d",
    sunken="#262c36",
    segment="#3d4654",
    hover="#272d37",
    pressed="#313947",
    selected="#22335c",
    scrim="#99000000",
    line="#2b313b",
    line_strong="#414a58",
    line_field="#717b8c",
    text="#e8ebf0",
    text_muted="#a3acbb",
    text_disabled="#697383",
    link="#8aaeff",
    accent="#3565d8",
    accent_hover="#3f6ee0",
    accent_pressed="#2b57c2",
    on_accent="#ffffff",
    accent_soft="#22335c",
    on_accent_soft="#cbdaff",
    focus="#7aa2ff",
    focus_strong="#ffffff",
    error="#ff8f87",
    error_soft="#43211f",
    warning="#ffb454",
    warning_soft="#3d2e17",
    good="#6fd6a0",
    good_soft="#1b3529",
    info="#8aaeff",
    info_soft="#202f52",
    interview_fill="#22335c",
    interview_edge="#6f9bff",
    interview_ink="#e6edff",
    call_fill="#33285a",
    call_edge="#a98bf5",
    call_ink="#eee8ff",
    rest_fill="#22302a",
    rest_edge="#7fae90",
    rest_ink="#d6e8dc",
    meal_fill="#22302a",
    meal_edge="#7fae90",
    meal_ink="#d6e8dc",
    logistics_fill="#302c22",
    logistics_edge="#b3a57f",
    logistics_ink="#efe8d6",
    talk_fill="#173638",
    talk_edge="#55b9bb",
    talk_ink="#d9f3f3",
    debrief_fill="#3d2233",
    debrief_edge="#e583ae",
    debrief_ink="#fbe3ee",
    free_fill="#20252d",
    free_edge="#7c8696",
    free_ink="#c3cad6",
    ink_muted="#afb8c8",
    hatch="#293a32",
    ghost_line="#6a7485",
    ghost_ink="#98a2b3",
    now="#ff5d52",
    on_now="#1c0d0b",
    shade="#1b1f26",
    grid="#2a3039",
    grid_half="#1e232a",
    avatar="#33415f",
    on_avatar="#dbe5ff",
)

_GROUNDS = ("window", "surface", "raised", "sunken", "hover", "pressed", "selected")
_PLAIN_GROUNDS = ("window", "surface", "raised")
_TONES = ("error", "warning", "good", "info")
_RESTING_GROUNDS = (*_PLAIN_GROUNDS, "sunken", "hover", "selected")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("text", ground, TEXT) for ground in (*_GROUNDS, "segment", "shade")),
    *(("text_muted", ground, TEXT) for ground in (*_RESTING_GROUNDS, "shade")),
    *(("link", ground, TEXT) for ground in _RESTING_GROUNDS),
    *(("on_accent", ground, TEXT) for ground in ("accent", "accent_hover", "accent_pressed")),
    *(("on_accent_soft", ground, TEXT) for ground in ("accent_soft", "selected")),
    *((tone, ground, TEXT) for tone in _TONES for ground in (*_PLAIN_GROUNDS, "hover")),
    *((tone, f"{tone}_soft", TEXT) for tone in _TONES),
    *(("text", f"{tone}_soft", TEXT) for tone in _TONES),
    *((f"{kind}_ink", f"{kind}_fill", TEXT) for kind in BLOCK_KINDS),
    *(("ink_muted", f"{kind}_fill", TEXT) for kind in BLOCK_KINDS),
    *(("error", f"{kind}_fill", TEXT) for kind in BLOCK_KINDS),
    *(("link", f"{kind}_fill", TEXT) for kind in ("interview", "call")),
    ("rest_ink", "hatch", TEXT),
    ("meal_ink", "hatch", TEXT),
    ("ink_muted", "hatch", TEXT),
    ("ghost_ink", "window", TEXT),
    ("ghost_ink", "shade", TEXT),
    ("on_now", "now", TEXT),
    ("on_avatar", "avatar", TEXT),
    *((f"{kind}_edge", "window", PART) for kind in BLOCK_KINDS),
    *(("line_field", ground, PART) for ground in _PLAIN_GROUNDS),
    *(("focus", ground, PART) for ground in _RESTING_GROUNDS),
    *(("focus", f"{kind}_fill", PART) for kind in BLOCK_KINDS),
    *(("accent", ground, PART) for ground in ("window", "surface")),
    ("focus_strong", "accent", PART),
    ("focus_strong", "window", PART),
    ("ghost_line", "window", PART),
    ("now", "window", PART),
)
"""What stands on what: (foreground role, background role, least contrast)."""


@dataclass(frozen=True, slots=True)
class BlockColours:
    """The colours of one kind of block: its ground, the bar at its left, its words."""

    fill: str
    edge: str
    ink: str


def block_colours(colours: Colours, kind: str) -> BlockColours:
    """Return the colours of a kind of block, which is one of `BLOCK_KINDS`."""
    return BlockColours(
        *(str(getattr(colours, f"{kind}_{part}")) for part in ("fill", "edge", "ink"))
    )
