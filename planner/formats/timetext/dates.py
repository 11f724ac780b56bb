"""Dates as people write them; what has two readings is refused with both.

Nothing is filled in silently: a missing year is that of the coming date, or of one up to 60 days
past, and the outcome says so.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from dateutil.parser import ParserError, parser

from planner.formats.timetext.calendar_words import (
    COMING_WORDS,
    MONTH_NUMBERS,
    NEXT_WORDS,
    RELATIVE_DAYS,
    WEEKDAY_NUMBERS,
    calendar_words,
)
from planner.formats.timetext.errors import AmbiguousInput, UnreadableInput
from planner.formats.timetext.spelling import plain, squeezed

_WEEK = 7
_JUST_PAST = timedelta(days=60)
_LONGEST = 60
_YEAR_DIGITS = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

# dateutil fills what a text leaves out from a default. Two defaults that differ in every field show
# which fields it filled; both are leap years, because 29 February may stand without its year.
_DEFAULTS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2004, 2, 2, tzinfo=UTC))

_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_SIGNS = frozenset(",()")
_DATE_SIGNS = frozenset(".-/'")
_FILLERS = frozenset({"the", "of", "den", "dem", "der", "st", "nd", "rd", "th"})
_NUMERIC = re.compile(r"(\d{1,4}) ?([./-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2}))?\.?")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_DIGITS = re.compile(r"\d+")
_FOUR_DIGITS = re.compile(r"\d{4}")


class Assumed(StrEnum):
    """What a date did not say and its reading supplied."""

    YEAR = "year"
    CENTURY = "century"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date, and what had to be supplied to read it."""

    day: date
    assumed: tuple[Assumed, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fields:
    """A date as dateutil read it, before a missing year is supplied."""

    year: int | None
    month: int
    day: int


def read_date(text: str, *, today: date) -> TypedDate:
    """Read a date: ``25 Sep 2015``, ``25.9.2015``, ``2015-09-25``, ``Fr 25. September``, ``morgen``.

    Numbers between dots are day and month. Between slashes or hyphens either may come first: what
    fits both ways is refused, unless a weekday decides. A weekday alone is the next one after
    ``today``.

    Raises:
        UnreadableInput: the text is no date, incomplete, or contradicts its weekday.
        AmbiguousInput: it has two readings.
    """
    written = squeezed(plain(text[: _LONGEST + 1])).rstrip(":;,")
    if not written or len(text) > _LONGEST:
        raise UnreadableInput(text=text, reason="too_long" if written else "empty")
    relative = _relative(text, written.lower(), today)
    if relative is not None:
        return TypedDate(relative, (Assumed.WEEKDAY,))
    weekday, rest = _split(text, written)
    readings = _numeric(text, rest, today) or _named(text, rest, today)
    return _decided(text, [_completed(text, found, weekday, today) for found in readings], weekday)


def _relative(text: str, written: str, today: date) -> date | None:
    """Return the day of "tomorrow" or "Friday"; the words of "next Friday" have two meanings."""
    if written in RELATIVE_DAYS:
        return today + timedelta(days=RELATIVE_DAYS[written])
    *before, name = written.rstrip(".").split(" ")
    number = WEEKDAY_NUMBERS.get(name)
    if number is None or len(before) > 1:
        return None
    ahead = (number - today.weekday()) % _WEEK
    coming, later = (today + timedelta(days=ahead + more) for more in (0, _WEEK))
    word = before[0] if before else ""
    if word in COMING_WORDS and ahead:
        return coming
    if word in NEXT_WORDS and not ahead:
        return later
    if (not word and not ahead) or word in COMING_WORDS | NEXT_WORDS:
        raise AmbiguousInput(text=text, reason="date", readings=(coming, later))
    return None if word else coming


def _split(text: str, written: str) -> tuple[int | None, str]:
    """Return the weekday and the rest; refuse words and signs that belong to no date."""
    weekday = None
    kept: list[str] = []
    for piece in _PIECE.findall(written):
        lower = piece.lower()
        if lower in WEEKDAY_NUMBERS:
            weekday = WEEKDAY_NUMBERS[lower]
        elif lower in MONTH_NUMBERS or piece.isdecimal() or piece in _DATE_SIGNS:
            kept.append(piece)
        elif lower not in _FILLERS and piece not in _SIGNS:
            raise UnreadableInput(text=text, reason="not_a_date")
    rest = "".join(f" {piece} " if piece.isalnum() else piece for piece in kept)
    return weekday, squeezed(rest.replace(" .", ".").replace(" -", "-").replace(" /", "/"))


def _numeric(text: str, written: str, today: date) -> list[_Fields]:
    """Return the readings of a date in numbers alone; none when it is written another way."""
    compact = written.replace(" ", "").lstrip(".")
    if year_first := _YEAR_FIRST.fullmatch(compact):
        year, _, month, day = year_first.groups()
        return [_checked(text, _fields(f"{year}-{month}-{day}", today), int(day), int(month))]
    match = _NUMERIC.fullmatch(compact)
    if match is None:
        return []
    first, sign, second, year = match.groups()
    canonical = "/".join(part for part in (first, second, year) if part)
    if sign == ".":
        found = _fields(canonical, today, is_day_first=True)
        return [_checked(text, found, int(first), int(second))]
    ways = [_fields(canonical, today, is_day_first=True), _fields(canonical, today)]
    if sign == "-" and year is not None and len(year) < _YEAR_DIGITS:
        ways.append(_fields(canonical, today, is_year_first=True))
    found_ways = list(dict.fromkeys(way for way in ways if way is not None))
    if not found_ways:
        raise UnreadableInput(text=text, reason="no_such_date")
    return found_ways


def _named(text: str, written: str, today: date) -> list[_Fields]:
    """Return the reading of a date with the name of its month."""
    names = [piece for piece in _PIECE.findall(written) if piece.lower() in MONTH_NUMBERS]
    numbers = _DIGITS.findall(written)
    if len(names) != 1 or not numbers:
        raise UnreadableInput(text=text, reason="incomplete" if names or numbers else "not_a_date")
    day, *years = sorted(numbers, key=lambda number: len(number) == _YEAR_DIGITS)
    if len(years) > 1 or len(day) > len("31"):
        raise UnreadableInput(text=text, reason="incomplete" if not years else "not_a_date")
    found = _fields(" ".join([day, names[0], *years]), today, is_day_first=True)
    return [_checked(text, found, int(day), MONTH_NUMBERS[names[0].lower()])]


def _fields(
    canonical: str, today: date, *, is_day_first: bool = False, is_year_first: bool = False
) -> _Fields | None:
    """Let dateutil read the text with two defaults; None when it cannot or has to fill in a day."""
    reader = parser(calendar_words(today.year))
    try:
        first, second = (
            reader.parse(canonical, default, dayfirst=is_day_first, yearfirst=is_year_first)
            for default in _DEFAULTS
        )
    except (ParserError, OverflowError, ValueError):
        return None
    if (first.month, first.day) != (second.month, second.day):
        return None
    year = first.year if first.year == second.year else None
    return _Fields(year, first.month, first.day)


def _checked(text: str, found: _Fields | None, day: int, month: int) -> _Fields:
    """Return the fields if dateutil kept the order; it swaps day and month to make a date exist."""
    if found is None or (found.day, found.month) != (day, month):
        raise UnreadableInput(text=text, reason="no_such_date")
    return found


def _completed(text: str, found: _Fields, weekday: int | None, today: date) -> TypedDate:
    """Supply a missing year: plans look ahead, so the coming date, or one just past.

    A date of the last weeks is taken where it is nearer than the coming one, or where the weekday
    that the text names is right for it and wrong for the coming one.
    """
    if found.year is not None:
        return _with_year(text, found, found.year)
    years = range(today.year - 8, today.year + 9)  # 29 February comes round within eight years
    days = [day for year in years if (day := _day(year, found)) is not None]
    coming = [day for day in days if day >= today]
    past = [day for day in days if day < today and today - day <= _JUST_PAST]
    if not coming + past:
        raise UnreadableInput(text=text, reason="no_such_date")
    choices = sorted(coming[:1] + past, key=lambda day: (abs(day - today), -day.toordinal()))
    fitting = [day for day in choices if weekday in (None, day.weekday())]
    return TypedDate((fitting or coming or past)[0], (Assumed.YEAR,))


def _with_year(text: str, found: _Fields, year: int) -> TypedDate:
    day = _day(year, found)
    if day is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise UnreadableInput(text=text, reason="no_such_date")
    written = _FOUR_DIGITS.search(plain(text))
    if written is not None and int(written[0]) != year:
        raise UnreadableInput(text=text, reason="no_such_date")
    return TypedDate(day, () if written else (Assumed.CENTURY,))


def _day(year: int, found: _Fields) -> date | None:
    try:
        return date(year, found.month, found.day)
    except ValueError:
        return None


def _decided(text: str, readings: list[TypedDate], weekday: int | None) -> TypedDate:
    """Return the only reading, or the only one on the weekday that the text names."""
    if weekday is not None:
        fitting = [reading for reading in readings if reading.day.weekday() == weekday]
        if not fitting:
            raise UnreadableInput(text=text, reason="weekday_differs", day=readings[0].day)
        readings = fitting
    if len(readings) > 1:
        days = tuple(reading.day for reading in readings)
        raise AmbiguousInput(text=text, reason="date", readings=days)
    return readings[0]
