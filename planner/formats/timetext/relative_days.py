"""Days named by their relation to others: a weekday, the next day, day 2, tomorrow."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.formats.timetext.calendar_words import RELATIVE_DAYS, WEEKDAY_NUMBERS
from planner.formats.timetext.spelling import plain
from planner.formats.timetext.timetable import Remark


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known about dates before a line is read.

    ``today`` stands in for missing years while no day is known, ``given`` is the day that the user
    chose, ``current`` the last day that the text named, ``first`` its first one.
    """

    today: date
    given: date | None = None
    current: date | None = None
    first: date | None = None

    @property
    def nearby(self) -> date:
        """Return the day that what the text leaves out is nearest to."""
        return self.current or self.given or self.today


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date in a line: its position, the day unless it stays open, and remarks about it."""

    first: int
    last: int
    day: date | None = None
    notes: tuple[Remark, ...] = ()
    questions: tuple[Remark, ...] = ()
    is_weekday_alone: bool = False


def names_of(table: dict[str, int], least: int) -> str:
    """Return a pattern for the names of a table that have so many letters at least."""
    names = sorted((name for name in table if len(name) >= least), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


FULL_NAME = 5
"""Weekdays have so many letters at least when they are written out."""

_WEEK = 7
_NUMBER_WORDS = {
    **dict.fromkeys(("one", "first", "1st", "eins", "erster", "erste", "ersten"), 1),
    **dict.fromkeys(("two", "second", "2nd", "zwei", "zweiter", "zweite", "zweiten"), 2),
    **dict.fromkeys(("three", "third", "3rd", "drei", "dritter", "dritte", "dritten"), 3),
    **dict.fromkeys(("four", "fourth", "4th", "vier", "vierter", "vierte", "vierten"), 4),
}
_WORDS = names_of(_NUMBER_WORDS, 1)
_COUNTED = re.compile(rf"(?:day|tag) (?P<number>\d{{1,2}}|{_WORDS})(?!\w|[:.]\d)", re.IGNORECASE)
_NTH = re.compile(
    rf"(?:am |on )?(?:the )?(?:(?P<number>{_WORDS})|(?P<digits>\d)\.) (?:day|tag)(?= ?(?:$|[-:,(]))",
    re.IGNORECASE,
)
_RELATIVE = re.compile(rf"(?:{'|'.join(RELATIVE_DAYS)})(?!\w)", re.IGNORECASE)
_NEXT = r"(?:next|following|n\u00e4chste[nrs]?|folgende[nrs]?|darauffolgende[nrs]?|kommende[nrs]?)"
_FOLLOWING = re.compile(
    rf"(?:on |am )?(?:the |der |den )?(?:{_NEXT} (?:day|tag)|day after|tag d(?:a)?rauf|tag danach)"
    r"|tags drauf|tags darauf|folgetag|am folgetag",
    re.IGNORECASE,
)
_PART = r"(?: ?(?:morning|afternoon|evening|vormittag|nachmittag|abend|fr\u00fch|mittag)s?)?"
_WEEKDAY_LINE = re.compile(
    rf"(?:(?:on|am|the|den|this|diesen|tag) )*"
    rf"(?P<next>(?:next|n\u00e4chste[nr]?) )?(?P<name>{names_of(WEEKDAY_NUMBERS, 2)})\.?{_PART}",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"(?<!\w)(?:(?:{names_of(WEEKDAY_NUMBERS, FULL_NAME)})"
    r"|(?-i:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?-i:Mo|Di|Mi|Do|Fr|Sa|So)\."
    rf"|weeks?|wochen?|kw ?\d+|tomorrow|\u00fcbermorgen|(?:{_NEXT}|{_WORDS}|another|other|later|last"
    r"|letzte[rn]?|anderer|sp\u00e4tere[rn]?) (?:days?|tage?))(?!\w)",
    re.IGNORECASE,
)
_MOST_VAGUE_WORDS = 5


def relative_day(text: str, calendar: Calendar) -> WrittenDay | None:
    """Return the day of a line that is nothing but such words; the text is squeezed."""
    shown = plain(text).rstrip(" :-*")
    if match := _RELATIVE.fullmatch(shown):
        return ahead(match, calendar.today, RELATIVE_DAYS[match[0].lower()], "assumed_weekday")
    if match := _WEEKDAY_LINE.fullmatch(shown):
        return _either_week(match, calendar) if match["next"] else next_weekday(match, calendar)
    if match := _FOLLOWING.fullmatch(shown):
        base = calendar.current or calendar.given
        return _unknown(match) if base is None else ahead(match, base, 1, "following_day")
    return None


def counted_day(text: str, calendar: Calendar) -> WrittenDay | None:
    """Return the day that "Day 2" means: counted from the first day of the text, or the given."""
    shown = plain(text)
    match = _COUNTED.match(shown) or _NTH.match(shown)
    if match is None:
        return None
    base = calendar.first or calendar.given
    if base is None:
        return _unknown(match)
    written = match["number"] or match["digits"]
    number = _NUMBER_WORDS.get(written.lower()) or int(written)
    return ahead(match, base, max(number - 1, 0), "counted_day")


def next_weekday(match: re.Match[str], calendar: Calendar) -> WrittenDay:
    """Return the next such weekday: from the last day named, or the day given, on."""
    found = ahead(match, calendar.nearby, _distance(match, calendar), "assumed_weekday")
    return replace(found, is_weekday_alone=True)


def vague_day(text: str) -> re.Match[str] | None:
    """Return the words of a short line that may name a day which nobody can tell for sure."""
    if len(text.split()) > _MOST_VAGUE_WORDS or text.rstrip().endswith(("!", "?")):
        return None
    return _VAGUE.search(plain(text))


def weekday_named(written: str) -> int | None:
    """Return the number of the weekday that a text is, if it is one."""
    return WEEKDAY_NUMBERS.get(written.lower().strip(" .,"))


def ahead(match: re.Match[str], base: date, days: int, code: str) -> WrittenDay:
    """Return the day so many days ahead, said in a note; the calendar may end before it."""
    try:
        day = base + timedelta(days=days)
    except OverflowError:
        return WrittenDay(*match.span(), questions=(Remark("no_such_date", {"text": match[0]}),))
    return WrittenDay(*match.span(), day, (Remark(code, {"day": day}),))


def _distance(match: re.Match[str], calendar: Calendar) -> int:
    name = match.groupdict().get("name") or match[0]
    number = weekday_named(name)
    return 0 if number is None else (number - calendar.nearby.weekday()) % _WEEK


def _either_week(match: re.Match[str], calendar: Calendar) -> WrittenDay:
    """Ask about "next Friday", which is the coming one to some and the one after it to others."""
    days = _distance(match, calendar) or _WEEK
    found = [ahead(match, calendar.nearby, days + more, "assumed_weekday") for more in (0, _WEEK)]
    readings = tuple(each.day for each in found if each.day is not None)
    facts = {"text": match[0], "readings": readings}
    return WrittenDay(*match.span(), questions=(Remark("ambiguous_date", facts),))


def _unknown(match: re.Match[str]) -> WrittenDay:
    return WrittenDay(*match.span(), questions=(Remark("day_without_date"),))
