"""A field for how long something takes."""

from datetime import timedelta

from planner.formats.timetext.typed import read_length
from planner.ui.controls.typed_field import TypedField

_STEP = timedelta(minutes=5)


class LengthField(TypedField):
    """Shows ``45 min`` or ``1 h 30 min``; up and down change it by five minutes, Shift by fifteen."""

    @property
    def value(self) -> timedelta | None:
        """Return the length that was entered last."""
        return self._value if isinstance(self._value, timedelta) else None

    def set_value(self, value: timedelta | None) -> None:
        """Show a length without a signal."""
        self.show_value(value)

    def read(self, text: str) -> timedelta:
        """Return the length that a text means, relative to the one before."""
        return read_length(text, base=self.value)

    def written(self, value: object) -> str:
        """Return ``1 h 30 min``."""
        return self.language.length(value) if isinstance(value, timedelta) else ""

    def stepped(self, value: object, steps: int) -> object:
        """Return the length so many steps of five minutes longer, at least one step."""
        if not isinstance(value, timedelta):
            return value
        return max(_STEP, value + steps * _STEP)
