"""Tones: what a message, a chip or a label is about, beyond its words."""

from enum import StrEnum


class Tone(StrEnum):
    """The manner of a message; each has a colour and, so that colour is never alone, an icon."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"

    @property
    def ink(self) -> str:
        """Return the role of words and icons in this tone, on its own ground."""
        return {Tone.NEUTRAL: "text_muted", Tone.ACCENT: "on_accent_soft"}.get(self, self.value)

    @property
    def ground(self) -> str:
        """Return the role of the ground in this tone."""
        return "sunken" if self is Tone.NEUTRAL else f"{self.value}_soft"

    @property
    def icon(self) -> str:
        """Return the name of the icon that says the same as the colour."""
        return _ICONS[self]


_ICONS = {
    Tone.NEUTRAL: "info-circle",
    Tone.ACCENT: "info-circle",
    Tone.INFO: "info-circle",
    Tone.GOOD: "circle-check",
    Tone.WARNING: "alert-triangle",
    Tone.ERROR: "alert-circle",
}
