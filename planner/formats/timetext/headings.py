"""Dates inside lines: headings that open a day, and dates in front of a time."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.formats.timetext.calendar_words import (
    MONTH_NUMBERS,
    RELATIVE_DAYS,
    WEEKDAY_NUMBERS,
)
from planner.formats.timetext.dates import Assumed, read_date
from planner.formats.timetext.errors import AmbiguousInput, UnreadableInput
from planner.formats.timetext.spelling import plain, squeezed
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


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date in a line: its position, the day unless it stays open, and remarks about it."""

    first: int
    last: int
    day: date | None = None
    notes: tuple[Remark, ...] = ()
    questions: tuple[Remark, ...] = ()
    is_weekday_alone: bool = False


def _names(table: dict[str, int], least: int) -> str:
    names = sorted((name for name in table if len(name) >= least), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


_FULL_NAME = 5
_MONTH = rf"(?:{_names(MONTH_NUMBERS, 1)})(?!\w)\.?"
_WEEKDAY = rf"(?:{_names(WEEKDAY_NUMBERS, 1)})(?!\w)\.?"
_YEAR = r"(?:19|20|21)\d{2}(?!\d|[:.]\d)"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th|\.)?(?![\d:])"
_NUMERIC = (
    r"\d{4}-\d{1,2}-\d{1,2}(?!\d)"
    rf"|\d{{1,2}}\. ?\d{{1,2}}\. ?(?:{_YEAR}|\d{{2}}(?![\d:.h]| ?(?:-|uhr)))"
    r"|\d{1,2}\. ?\d{1,2}\.(?!\d)"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)"
)
_NAMED = (
    rf"{_ORDINAL} ?(?:of )?{_MONTH}(?:,? {_YEAR}| '\d{{2}}(?!\d))?"
    rf"|{_MONTH} {_ORDINAL}(?:,? {_YEAR})?"
)
_DATE = re.compile(
    rf"(?<![\w.:/-])(?:{_WEEKDAY},? (?:the |den |dem )?)?"
    rf"(?P<date>{_NUMERIC}|{_NAMED})(?:,? \(?{_WEEKDAY}\)?)?"
    rf"|(?<![\w.:/-]){_WEEKDAY},? (?P<short>\d{{1,2}}/\d{{1,2}})(?![\d/])",
    re.IGNORECASE,
)
_WEEKDAY_ALONE = re.compile(
    rf"(?<![\w.:/-])(?:{_names(WEEKDAY_NUMBERS, _FULL_NAME)})(?!\w)", re.IGNORECASE
)
_SHORT_WEEKDAY = re.compile(rf"(?:{_names(WEEKDAY_NUMBERS, 2)})(?!\w)[.,]?(?= \d)", re.IGNORECASE)
_RELATIVE = re.compile(rf"(?:{'|'.join(RELATIVE_DAYS)})(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(r"(?:day|tag) (?P<number>\d{1,2})(?!\w|[:.]\d)", re.IGNORECASE)
_DAY_LABEL = re.compile(r"(?:date|datum|day|tag|when|wann)\s*:\s*", re.IGNORECASE)
_NOTES = {
    Assumed.YEAR: "assumed_year",
    Assumed.CENTURY: "assumed_century",
    Assumed.WEEKDAY: "assumed_weekday",
}
_WORD = re.compile(r"\w+")
_ASIDE = re.compile(r"\([^()]*\)")
_WEEK = 7
_MOST_WORDS = 6
_MOST_HEADING_WORDS = 12


def day_in(text: str, calendar: Calendar) -> WrittenDay | None:
    """Return the first date of a line, or its first weekday where it has no date."""
    written = plain(text)
    if match := _DATE.search(written):
        return _read(match, text, calendar)
    if match := _WEEKDAY_ALONE.search(written):
        return _next_weekday(match, calendar)
    return None


def day_at_start(text: str, calendar: Calendar) -> WrittenDay | None:
    """Return the date with which a line begins, such as "Fri 25 Sep, 10:15 Interview"."""
    written = plain(text)
    if match := _DATE.match(written):
        return _read(match, text, calendar)
    if match := _WEEKDAY_ALONE.match(written) or _SHORT_WEEKDAY.match(written):
        return _next_weekday(match, calendar)
    return None


def day_heading(text: str, calendar: Calendar, *, is_marked: bool = False) -> WrittenDay | None:
    """Return the date of a line that is a heading: a date, and few words around it.

    ``is_marked`` means that the text marks the line as a heading, which may then be longer.
    """
    shown = squeezed(text)
    found = day_in(shown, calendar) or _relative(shown, calendar) or _counted(shown, calendar)
    if found is None:
        return None
    before, after = shown[: found.first], shown[found.last :]
    words = len(_WORD.findall(_ASIDE.sub(" ", f"{before} {after}")))
    most = _MOST_HEADING_WORDS if is_marked else _MOST_WORDS
    is_sentence = after.rstrip().endswith((".", "!", "?")) and not is_marked
    if words > most or is_sentence:
        return None
    if found.is_weekday_alone and words and not (is_marked or _COUNTED.match(shown)):
        return None
    return found


def only_day(cell: str, calendar: Calendar) -> WrittenDay | None:
    """Return the date that a cell holds if it holds nothing else."""
    shown = squeezed(cell)
    found = day_heading(shown, calendar)
    if found is None or (shown[: found.first] + shown[found.last :]).strip(" ,.:()-"):
        return None
    return found


def _read(match: re.Match[str], text: str, calendar: Calendar) -> WrittenDay:
    first, last = match.span()
    written = text[first:last].strip(" ,")
    nearby = calendar.current or calendar.given or calendar.today
    try:
        found = read_date(written, today=nearby)
    except AmbiguousInput as refused:
        return _chosen(match, written, refused, calendar)
    except UnreadableInput as refused:
        return _contradicted(match, written, refused, calendar)
    facts = {"day": found.day, "year": found.day.year}
    notes = [Remark(_NOTES[assumed], facts) for assumed in found.assumed]
    return WrittenDay(first, last, found.day, tuple(notes))


def _chosen(
    match: re.Match[str], written: str, refused: AmbiguousInput, calendar: Calendar
) -> WrittenDay:
    """Let the day that the user chose decide between two readings; else it stays a question."""
    facts = {"text": written, "readings": refused.readings}
    if calendar.given is not None and calendar.given in refused.readings:
        note = Remark("date_by_given_day", {"text": written, "day": calendar.given})
        return WrittenDay(*match.span(), calendar.given, (note,))
    return WrittenDay(*match.span(), questions=(Remark("ambiguous_date", facts),))


def _contradicted(
    match: re.Match[str], written: str, refused: UnreadableInput, calendar: Calendar
) -> WrittenDay:
    """Keep a date that falls on another weekday than the text says, and say so."""
    if refused.facts["reason"] != "weekday_differs":
        question = Remark("no_such_date", {"text": written})
        return WrittenDay(*match.span(), questions=(question,))
    nearby = calendar.current or calendar.given or calendar.today
    try:
        found = read_date(match["date"] or match["short"], today=nearby)
    except AmbiguousInput as unclear:
        return _chosen(match, written, unclear, calendar)
    note = Remark("weekday_differs", {"text": written, "day": found.day})
    return WrittenDay(*match.span(), found.day, (note,))


def _next_weekday(match: re.Match[str], calendar: Calendar) -> WrittenDay:
    """Return the next such weekday: from the last day named, or the day given, on."""
    number = WEEKDAY_NUMBERS[match[0].lower().strip(".,")]
    base = calendar.current or calendar.given or calendar.today
    found = _ahead(match, base, (number - base.weekday()) % _WEEK, "assumed_weekday")
    return replace(found, is_weekday_alone=True)


def _relative(text: str, calendar: Calendar) -> WrittenDay | None:
    match = _RELATIVE.fullmatch(plain(text).rstrip(":"))
    if match is None:
        return None
    return _ahead(match, calendar.today, RELATIVE_DAYS[match[0].lower()], "assumed_weekday")


def _counted(text: str, calendar: Calendar) -> WrittenDay | None:
    """Return the day that "Day 2" means: counted from the first day of the text, or the given."""
    match = _COUNTED.match(plain(text))
    if match is None:
        return None
    base = calendar.first or calendar.given
    if base is None:
        return WrittenDay(*match.span(), questions=(Remark("day_without_date"),))
    return _ahead(match, base, max(int(match["number"]) - 1, 0), "counted_day")


def _ahead(match: re.Match[str], base: date, days: int, code: str) -> WrittenDay:
    """Return the day so many days ahead, said in a note; the calendar may end before it."""
    try:
        day = base + timedelta(days=days)
    except OverflowError:
        return WrittenDay(*match.span(), questions=(Remark("no_such_date", {"text": match[0]}),))
    return WrittenDay(*match.span(), day, (Remark(code, {"day": day}),))
