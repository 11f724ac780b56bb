"""Where a line says when: one time, a range, a length behind it, a zone. Resolves nothing yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from planner.formats.timetext.clocks import Clock, clock_at, length_at
from planner.formats.timetext.spelling import plain
from planner.formats.timetext.zone_words import ZONE_PATTERN


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """What a text says about when; ``first`` and ``last`` are its half-open position.

    ``is_bare`` means that only numbers stand there ("10 - 11"), ``is_about`` that it is said to be
    approximate.
    """

    start: Clock
    end: Clock | None = None
    length: timedelta | None = None
    zone: str = ""
    is_bare: bool = False
    is_about: bool = False
    first: int = 0
    last: int = 0

    @property
    def exists(self) -> bool:
        """Say whether clocks show both times."""
        return self.start.exists and (self.end is None or self.end.exists)

    def until(self, other: "WrittenTime") -> "WrittenTime":
        """Return this time with the start of another, from the next cell, as its end."""
        return replace(self, end=other.start, length=self.length or other.length)


_RANGE_LEAD = re.compile(r"(?:from|between|von|zwischen) ", re.IGNORECASE)
_LEAD = re.compile(r"(?:at|um|ab|starting at|starts at|starting|beginning at|@) ?", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:ca\.?|circa|approx\.?|approximately|about|around|etwa|gegen|~) ?", re.IGNORECASE
)
_TO = re.compile(r" ?(?:--?|(?<= )(?:to|bis|until|till|til)(?= )) ?(?:ca\.? |um )?", re.IGNORECASE)
_AND = re.compile(r" (?:and|und) ", re.IGNORECASE)
_OPEN_END = re.compile(
    r" ?-+(?: ?(?:open end|open|ende offen|offen)(?!\w)|(?= ?$| ?\|))", re.IGNORECASE
)
_ZONE = re.compile(rf" ?[(\[]?(?P<zone>{ZONE_PATTERN})(?!\w)[)\]]?")
_COUNTED = re.compile(r" ?uhr(?!\w)", re.IGNORECASE)
_LENGTH_LEAD = re.compile(
    r" ?[,;/|]? ?(?P<bracket>[(\[])? ?(?:dauer:? |duration:? |for )?", re.IGNORECASE
)
_BRACKET_END = re.compile(r" ?[)\]]")
_CANDIDATE = re.compile(
    r"(?<![\w.:/+$-])(?=\d|noon|midday|midnight|mittag|mitternacht)", re.IGNORECASE
)
_LONGEST_ROOM_WORD = 24
_ROOM_BEFORE = re.compile(
    r"(?<!\w)(?:room|raum|rm\.?|zimmer|saal|[a-z]{1,18}raum) ?$", re.IGNORECASE
)
_CONTINUES_LOWER = re.compile(r" [a-z\u00e4\u00f6\u00fc]")
_YEARS = range(1900, 2100)
_BARE_HOURS = re.compile(r"(\d{1,2}) ?h(?:\d{1,2})?", re.IGNORECASE)
_FIRST_HOUR = 7
_HUNDRED = 100


def time_at(text: str, position: int = 0, *, in_cell: bool = False) -> WrittenTime | None:
    """Return what a `plain` text says about time at a position, or None.

    In a cell that is about time a number alone is an hour; elsewhere it is one only in a range.
    """
    start_at, is_range_said, is_about = _led(text, position)
    start = clock_at(text, start_at, allow_compact=in_cell) or _compact(text, start_at)
    if start is None:
        return None
    end = _end(text, start, is_sure=in_cell or is_range_said)
    if end is None and not in_cell and (start.is_bare or length_before(text, start_at)):
        return None
    written = WrittenTime(
        start=_counted_alike(start, end),
        end=end,
        is_bare=start.is_bare and (end is None or end.is_bare) and not is_range_said,
        is_about=is_about,
        zone=_zone_between(text, start, end),
        first=position,
        last=end.last if end is not None else start.last,
    )
    return _trailed(text, written)


def times_in(text: str, *, allow_bare: bool = False) -> Iterator[WrittenTime]:
    """Yield what a `plain` text says about time, anywhere in it.

    Numbers alone do not count, unless ``allow_bare`` lets ranges of them through.
    """
    position = 0
    for match in _CANDIDATE.finditer(text):
        if match.start() < position:
            continue
        written = time_at(text, match.start())
        if written is None:
            continue
        if _is_certain(text, written) or (allow_bare and written.is_bare):
            position = written.last
            yield _with_lead(text, written)


def only_time(cell: str) -> WrittenTime | None:
    """Return what a cell says about time if it says nothing else."""
    text = plain(cell).strip()
    written = time_at(text, in_cell=True)
    if written is None or text[written.last :].strip(" .,;:-"):
        return None
    return written


def only_length(text: str) -> timedelta | None:
    """Return the length that a text says if it says nothing else; parentheses do not count."""
    shown = plain(text).strip(" ()[]")
    found = length_at(shown)
    return found[0] if found is not None and found[1] == len(shown) else None


def length_before(text: str, position: int = 0) -> str:
    """Return the length with which a `plain` text begins where a time might stand, or "".

    "1h" and "1h30" are lengths; from seven hours on, "9h" and "10h15" are times of day.
    """
    found = length_at(text, position)
    if found is None:
        return ""
    written = text[position : found[1]]
    bare = _BARE_HOURS.fullmatch(written)
    return "" if bare is not None and int(bare[1]) >= _FIRST_HOUR else written


def bare_hour_before(text: str) -> WrittenTime | None:
    """Return the hour of "ca. 12 lunch" or "um 12 lunch": a number alone behind such a word."""
    position, _, is_about = _led(text, 0)
    start = clock_at(text, position) if position else None
    if start is None or not start.is_bare:
        return None
    return WrittenTime(start, is_bare=True, is_about=is_about, last=start.last)


def _is_certain(text: str, written: WrittenTime) -> bool:
    """Say whether a time inside a line is one: no bare number, no "2.10", no room 1.04."""
    if written.is_bare or (written.start.is_dotted and written.end is None):
        return False
    before = text[max(0, written.first - _LONGEST_ROOM_WORD) : written.first]
    return _ROOM_BEFORE.search(before) is None


def _led(text: str, position: int) -> tuple[int, bool, bool]:
    """Return where the first clock stands, behind words such as "from", "at", "ca."."""
    is_range_said = is_about = False
    if lead := _RANGE_LEAD.match(text, position):
        position, is_range_said = lead.end(), True
    elif lead := _LEAD.match(text, position):
        position = lead.end()
    if about := _ABOUT.match(text, position):
        position, is_about = about.end(), True
    return position, is_range_said, is_about


def _with_lead(text: str, written: WrittenTime) -> WrittenTime:
    """Take words such as "at" and "from" in front of a time inside a line along with it."""
    before = text[max(0, written.first - len("between ")) : written.first].lower()
    for word in (
        "from ",
        "between ",
        "von ",
        "zwischen ",
        "at ",
        "um ",
        "ab ",
        "ca. ",
        "ca ",
        "@ ",
    ):
        if before.endswith(word):
            return replace(written, first=written.first - len(word))
    return written


def _compact(text: str, position: int) -> Clock | None:
    """Return ``0930`` as a time when a range begins with it; two years are no range of times."""
    start = clock_at(text, position, allow_compact=True)
    if start is None or not start.exists:
        return None
    to = _TO.match(text, start.last)
    end = clock_at(text, to.end(), allow_compact=True) if to is not None else None
    if end is None or not end.exists or not text[end.first : end.first + 3].isdecimal():
        return None
    are_years = all(c.hour * _HUNDRED + c.minute in _YEARS for c in (start, end))
    return None if are_years else start


def _end(text: str, start: Clock, *, is_sure: bool) -> Clock | None:
    """Return the second time of a range; "2 - 3 engineers" is not one."""
    zone = _ZONE.match(text, start.last)
    stop = zone.end() if zone else start.last
    to = _TO.match(text, stop) or (_AND.match(text, stop) if is_sure else None)
    if to is None:
        return None
    is_compact = text[start.first : start.last].isdecimal() and not start.is_bare
    end = clock_at(text, to.end(), allow_compact=is_compact or is_sure)
    if end is None or (end.is_bare and not is_sure and _CONTINUES_LOWER.match(text, end.last)):
        return None
    return end


def _zone_between(text: str, start: Clock, end: Clock | None) -> str:
    """Return the zone behind the first of two times: "9:00 EST - 9:45"."""
    named = _ZONE.match(text, start.last) if end is not None else None
    return named["zone"] if named is not None else ""


def _counted_alike(start: Clock, end: Clock | None) -> Clock:
    """Let "Uhr" behind the end of a range count for its start as well."""
    if end is None or not end.is_counted_to_24 or start.half is not None:
        return start
    return replace(start, is_counted_to_24=True)


def _trailed(text: str, written: WrittenTime) -> WrittenTime:
    """Add what follows the times: "Uhr", an open end, a zone, a length."""
    last = written.last
    if counted := _COUNTED.match(text, last):
        last = counted.end()
    if written.end is None and (dash := _OPEN_END.match(text, last)):
        last = dash.end()
    zone = written.zone
    if named := _ZONE.match(text, last):
        zone, last = named["zone"], named.end()
    lead = _LENGTH_LEAD.match(text, last)
    found = length_at(text, lead.end()) if lead is not None else None
    if lead is None or found is None:
        return replace(written, zone=zone, last=last)
    length, stop = found
    if lead["bracket"]:
        closing = _BRACKET_END.match(text, stop)
        if closing is None:
            return replace(written, zone=zone, last=last)
        stop = closing.end()
    return replace(written, zone=zone, length=length, last=stop)
