"""Dates inside lines: headings that open a day, and dates in front of a time."""

import re

from planner.formats.timetext.calendar_words import MONTH_NUMBERS, WEEKDAY_NUMBERS
from planner.formats.timetext.dates import Assumed, read_date
from planner.formats.timetext.errors import AmbiguousInput, UnreadableInput
from planner.formats.timetext.relative_days import (
    FULL_NAME,
    Calendar,
    WrittenDay,
    counted_day,
    names_of,
    next_weekday,
    relative_day,
)
from planner.formats.timetext.spelling import plain, squeezed
from planner.formats.timetext.timetable import Remark

_MONTH = rf"(?:{names_of(MONTH_NUMBERS, 1)})(?!\w)\.?"
_WEEKDAY = rf"(?:{names_of(WEEKDAY_NUMBERS, 1)})(?!\w)\.?"
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
    rf"(?<![\w.:/-])(?:{names_of(WEEKDAY_NUMBERS, FULL_NAME)})(?!\w)", re.IGNORECASE
)
_SHORT_WEEKDAY = re.compile(rf"(?:{names_of(WEEKDAY_NUMBERS, 2)})(?!\w)[.,]?(?= \d)", re.IGNORECASE)
_ON = re.compile(r"(?:on|am) (?:the |den |dem )?", re.IGNORECASE)
_DAY_LABEL = re.compile(r"(?:date|datum|day|tag|when|wann)\s*:\s*", re.IGNORECASE)
_NOTES = {
    Assumed.YEAR: "assumed_year",
    Assumed.CENTURY: "assumed_century",
    Assumed.WEEKDAY: "assumed_weekday",
}
_WORD = re.compile(r"\w+")
_ASIDE = re.compile(r"\([^()]*\)")
_MOST_WORDS = 6
_MOST_HEADING_WORDS = 12


def day_in(text: str, calendar: Calendar) -> WrittenDay | None:
    """Return the first date of a line, or its first weekday where it has no date."""
    written = plain(text)
    if match := _DATE.search(written):
        return _read(match, text, calendar)
    if match := _WEEKDAY_ALONE.search(written):
        return next_weekday(match, calendar)
    return None


def day_at_start(text: str, calendar: Calendar) -> WrittenDay | None:
    """Return the date with which a line begins, such as "Fri 25 Sep, 10:15 Interview"."""
    written = plain(text)
    lead = _ON.match(written)
    first = lead.end() if lead is not None else 0
    if match := _DATE.match(written, first):
        return _read(match, text, calendar)
    if match := _WEEKDAY_ALONE.match(written, first) or _SHORT_WEEKDAY.match(written, first):
        return next_weekday(match, calendar)
    return None


def day_heading(text: str, calendar: Calendar, *, is_marked: bool = False) -> WrittenDay | None:
    """Return the date of a line that is a heading: a date, and few words around it.

    ``is_marked`` means that the text marks the line as a heading, which may then be longer.
    """
    shown = squeezed(text)
    whole = relative_day(shown, calendar)
    if whole is not None:
        return whole
    found = day_in(shown, calendar) or counted_day(shown, calendar)
    if found is None:
        return None
    before, after = shown[: found.first], shown[found.last :]
    words = len(_WORD.findall(_ASIDE.sub(" ", f"{before} {after}")))
    most = _MOST_HEADING_WORDS if is_marked else _MOST_WORDS
    is_sentence = after.rstrip().endswith((".", "!", "?")) and not is_marked
    if words > most or is_sentence:
        return None
    if found.is_weekday_alone and words and not (is_marked or counted_day(shown, calendar)):
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
    try:
        found = read_date(written, today=calendar.nearby)
    except AmbiguousInput as refused:
        return _chosen(match, written, refused, calendar)
    except UnreadableInput as refused:
        return _contradicted(match, written, refused, calendar)
    facts = {"day": found.day, "year": found.day.year}
    notes = [Remark(_NOTES[assumed], facts) for assumed in found.assumed]
    base = calendar.current or calendar.today
    if Assumed.YEAR in found.assumed and found.day < calendar.today <= base:
        notes.append(Remark("in_the_past", {"day": found.day}))
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
    try:
        found = read_date(match["date"] or match["short"], today=calendar.nearby)
    except AmbiguousInput as unclear:
        return _chosen(match, written, unclear, calendar)
    facts = {"day": found.day, "year": found.day.year}
    notes = [Remark("weekday_differs", {"text": written, "day": found.day})]
    notes += [Remark(_NOTES[assumed], facts) for assumed in found.assumed]
    return WrittenDay(*match.span(), found.day, tuple(notes))
