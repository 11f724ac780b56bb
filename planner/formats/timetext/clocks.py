"""Times of day and lengths as they are written; says what stands there, guesses nothing."""

import re
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

HALF_DAY = 12
WHOLE_DAY = 24
HOUR_MINUTES = 60
DAY_MINUTES = WHOLE_DAY * HOUR_MINUTES


class Half(StrEnum):
    """Which half of the day a time was said to be in."""

    AM = "am"
    PM = "pm"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written; ``first`` and ``last`` are its half-open position in the text.

    ``is_bare`` means an hour and nothing else ("10"), ``is_counted_to_24`` that the writing says so
    ("8 Uhr"), ``is_dotted`` that it could be a number of another sort ("1.04"). Numbers that no clock shows are kept: `exists` tells.
    """

    hour: int
    minute: int = 0
    second: int = 0
    half: Half | None = None
    is_bare: bool = False
    is_counted_to_24: bool = False
    is_dotted: bool = False
    first: int = 0
    last: int = 0

    @property
    def exists(self) -> bool:
        """Say whether a clock can show it; 24:00 is the end of a day."""
        if self.minute >= HOUR_MINUTES or self.second >= HOUR_MINUTES:
            return False
        if self.half is Half.AM:
            return self.hour <= HALF_DAY
        if self.half is Half.PM:
            return 1 <= self.hour < WHOLE_DAY
        return self.hour < WHOLE_DAY or (self.hour, self.minute, self.second) == (WHOLE_DAY, 0, 0)

    @property
    def could_be_either_half(self) -> bool:
        """Say whether morning and afternoon are both possible readings; 12:00 is noon."""
        is_open = self.half is None and not self.is_counted_to_24
        return is_open and 1 <= self.hour < HALF_DAY

    @property
    def minutes(self) -> int:
        """Return whole minutes after midnight; without a half of the day, by 24 hours."""
        hour = self.hour
        if self.half is Half.AM:
            hour %= HALF_DAY
        elif self.half is Half.PM and hour <= HALF_DAY:
            hour = hour % HALF_DAY + HALF_DAY
        return hour * HOUR_MINUTES + self.minute

    def time_of_day(self) -> time:
        """Return the time; it must exist and be earlier than 24:00."""
        hour, minute = divmod(self.minutes, HOUR_MINUTES)
        return time(hour, minute, self.second)


_ENDING = r"(?P<half>[ ]{0,2}[ap](?:\.[ ]?m\.?|m\.?)(?!\w))?(?P<uhr>[ ]?(?:uhr|h|o'clock)(?!\w))?"
_PART_OF_DAY = r"""
    (?: [ ](?: (?P<before>morgens|fr\u00fch|vormittags|in[ ]the[ ]morning)
             | (?P<after>nachmittags|abends|in[ ]the[ ](?:afternoon|evening)) ) (?!\w) )?
"""
_BOUNDARY = r"(?!\w|[.:]\d)"
_CLOCK = re.compile(
    rf"""
    (?: (?:12|0|24) (?:[:.]00)? [ ]? (?:uhr[ ])? )?
    (?: (?P<noon>noon|midday|mittags?) | (?P<midnight>midnight|mitternachts?) ) (?!\w)
    |
    (?P<hour>\d{{1,2}})
    (?: [:.](?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:\.0+)?)?
      | [ ]?uhr[ ](?P<after_uhr>\d{{2}})(?![\d:.])
      | h(?P<after_h>\d{{1,2}})
    )?
    {_ENDING}{_PART_OF_DAY}{_BOUNDARY}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = re.compile(rf"(?P<hour>\d{{1,2}})(?P<minute>\d{{2}}){_ENDING}{_BOUNDARY}", re.IGNORECASE)
_LENGTH = re.compile(
    r"""
    (?P<hours>\d{1,3}(?:[.,]\d{1,2})?) [ ]? (?:h|hrs?|hours?|std|stunden?)\b \.?
    (?: [ ]?(?:and|und)?[ ]? (?P<rest>\d{1,2}) [ ]?(?:m|min|mins|minutes?|minuten?)\b \.? )?
    | (?P<minutes>\d{1,4}) [ ]? (?: (?:m|min|mins|minutes?|minuten?)\b \.? | ' )
    | (?P<glued_hours>\d{1,3}) h (?P<glued_minutes>\d{1,2}) (?: m|min )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def clock_at(text: str, position: int = 0, *, allow_compact: bool = False) -> Clock | None:
    """Return the time that is written at a position of a `plain` text, or None.

    ``allow_compact`` also reads ``0930`` and ``930``.
    """
    if allow_compact and (compact := _COMPACT.match(text, position)):
        return _numbered(compact)
    match = _CLOCK.match(text, position)
    if match is None:
        return None
    if match["noon"] or match["midnight"]:
        half = Half.PM if match["noon"] else Half.AM
        return Clock(HALF_DAY, half=half, first=match.start(), last=match.end())
    return _numbered(match)


def length_at(text: str, position: int = 0) -> tuple[timedelta, int] | None:
    """Return the length with a unit that is written at a position, and where it stops, or None."""
    match = _LENGTH.match(text, position)
    if match is None or text[match.end() : match.end() + 1].isalnum():
        return None
    hours = match["hours"] or match["glued_hours"] or "0"
    minutes = match["minutes"] or match["rest"] or match["glued_minutes"] or "0"
    length = timedelta(hours=float(hours.replace(",", ".")), minutes=int(minutes))
    return length, match.end()


def _numbered(match: re.Match[str]) -> Clock:
    found = match.groupdict()
    minute = found["minute"] or found.get("after_uhr") or found.get("after_h")
    half = _half(found)
    by_uhr = bool(found["uhr"] or found.get("after_uhr") or found.get("after_h"))
    return Clock(
        hour=int(found["hour"]),
        minute=int(minute or 0),
        second=int(found.get("second") or 0),
        half=half,
        is_bare=minute is None and half is None and not by_uhr,
        is_counted_to_24=by_uhr and half is None,
        is_dotted="." in match[0] and half is None and not by_uhr,
        first=match.start(),
        last=match.end(),
    )


def _half(found: dict[str, str | None]) -> Half | None:
    """Return the half of the day: by am and pm, else by words as in "8 Uhr abends"."""
    written = found["half"]
    if written is not None:
        return Half.AM if "a" in written.lower() else Half.PM
    if found.get("before"):
        return Half.AM
    return Half.PM if found.get("after") else None
