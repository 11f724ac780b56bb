"""A field for a time of day."""

from datetime import time

from planner.formats.timetext.typed import read_clock
from planner.ui.controls.typed_field import TypedField

_STEP = 5
_HOUR = 60
_DAY = 24 * _HOUR


class TimeField(TypedField):
    """Shows ``09:05``; up and down move it by five minutes, with Shift by fifteen."""

    @property
    def value(self) -> time | None:
        """Return the time that was entered last."""
        return self._value if isinstance(self._value, time) else None

    def set_value(self, value: time | None) -> None:
        """Show a time without a signal."""
        self.show_value(value)

    def read(self, text: str) -> time:
        """Return the time of day that a text means, relative to the one before."""
        return read_clock(text, base=self.value)

    def written(self, value: object) -> str:
        """Return ``09:05``."""
        return f"{value:%H:%M}"

    def stepped(self, value: object, steps: int) -> object:
        """Return the time so many steps of five minutes on, on the same day."""
        if not isinstance(value, time):
            return value
        minutes = value.hour * _HOUR + value.minute + steps * _STEP
        if not 0 <= minutes < _DAY:
            return value
        return value.replace(hour=minutes // _HOUR, minute=minutes % _HOUR)
