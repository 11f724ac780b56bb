"""Lines of text: rows that begin with a time or hold one, headings, details, and the rest."""

import re

from planner.formats.timetext.cancellations import says_cancelled
from planner.formats.timetext.cells import Layout
from planner.formats.timetext.drafts import Days, Draft
from planner.formats.timetext.headings import day_at_start, day_in
from planner.formats.timetext.phrases import read_freely, trimmed
from planner.formats.timetext.recognition import kind_of
from planner.formats.timetext.spelling import plain
from planner.formats.timetext.timeboxes import (
    WrittenTime,
    bare_hour_before,
    length_before,
    time_at,
    times_in,
)
from planner.formats.timetext.timetable import Sort
from planner.formats.timetext.vocabulary import MAIL_HEADERS

_MOST_DETAILS = 6
_MOST_WORDS = 12
_DEEPER = 2
_SHOWN = 40
_MAIL_HEADER = re.compile(rf"(?:{'|'.join(sorted(MAIL_HEADERS))}) ?: ", re.IGNORECASE)
_MAIL_DATE = re.compile(r"(?:date|datum) ?: ", re.IGNORECASE)
_ATTRIBUTION = re.compile(r"\b(?:wrote|schrieb|writes)\b[^:]{0,80}: ?$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_BEHIND_DATE = re.compile(r"[\s,;:|@\u00b7\u22c5\u2022\u2013\u2014-]*")
_LENGTH_INSIDE = re.compile(r"(?<![\w.:/+-])(?=\d)")
_ON = re.compile(r"\b(?:on|am)\s*$", re.IGNORECASE)
_HOUR_SIGN = re.compile(r"\d{1,2} ?h", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:(?<!\d)(?<!\.m)\.|[!?,])\s*$")


class Prose:
    """Reads lines of text and remembers the row that details may follow."""

    def __init__(self, days: Days) -> None:
        self._days = days
        self._row: Draft | None = None
        self._details = 0
        self._is_awaiting = False

    def read(self, draft: Draft, text: str, above: Draft | None) -> None:
        """Read one line; ``above`` is the line before it."""
        if _is_mail_header(text, self._days):
            draft.note("mail_header")
        elif self._is_row(draft, text):
            self._row, self._details = draft, 0
            self._is_awaiting = draft.contents.is_empty
            if above is not None and draft.contents.is_empty:
                _take_title(draft, above)
        elif self._days.open_by_heading(draft, text, is_marked=draft.source.is_heading):
            self._row = None
        elif not self._is_detail(draft, text, above):
            self._set_aside(draft, text)

    def _is_row(self, draft: Draft, text: str) -> bool:
        """Read a line that begins with a time, or is short and holds one."""
        day = day_at_start(text, self._days.calendar)
        behind = _BEHIND_DATE.match(text, day.last) if day is not None else None
        written = time_at(plain(text), behind.end() if behind is not None else 0)
        if written is None and day is None and not _is_sentence(text):
            written = bare_hour_before(plain(text))
        if written is None or _counts_something(text, written):
            return self._is_row_inside(draft, text)
        if day is not None:
            self._days.take(draft, day)
        self._take_row(draft, written, text, trimmed(text[written.last :]))
        return True

    def _is_row_inside(self, draft: Draft, text: str) -> bool:
        """Read a short line with a time inside: "Lunch (12:00 - 13:00)"."""
        written = _time_inside(text)
        if written is None:
            return False
        before = self._without_day(draft, text[: written.first])
        after = self._without_day(draft, text[written.last :])
        before = before.rstrip().removesuffix("(").removesuffix("[")
        after = after.lstrip().removeprefix(")").removeprefix("]")
        before, after = trimmed(before), trimmed(after)
        glue = ", " if after[:1].isupper() and before else " "
        self._take_row(draft, written, text, f"{before}{glue}{after}".strip())
        return True

    def _without_day(self, draft: Draft, text: str) -> str:
        """Take the date out of the text before or behind a time."""
        day = day_in(text, self._days.calendar)
        if day is None or day.is_weekday_alone or draft.day is not None:
            return text
        self._days.take(draft, day)
        return _ON.sub("", text[: day.first]) + text[day.last :]

    def _take_row(self, draft: Draft, written: WrittenTime, text: str, rest: str) -> None:
        draft.sort = Sort.ROW
        draft.written = written
        self._days.hold_for(draft)
        said = text[written.first : written.last].strip()
        if written.is_bare or _HOUR_SIGN.fullmatch(said):
            draft.note("assumed_hours", text=said)
        outer = _ASIDE.sub(lambda match: " " * len(match[0]), plain(rest))
        more = next((other for other in times_in(outer) if other.end is not None), None)
        if more is not None:
            draft.ask("second_time", text=rest[more.first :][:_SHOWN])
        draft.is_cancelled = says_cancelled(rest)
        read_freely(draft.contents, rest)

    def _is_detail(self, draft: Draft, text: str, above: Draft | None) -> bool:
        """Add a line to the row above: deeper indented, or below a row that is only a time."""
        row = self._row
        if row is None or above is None or above.sort not in {Sort.ROW, Sort.DETAIL}:
            return False
        if draft.source.follows_blank or above.source.layout is not Layout.PLAIN:
            return False
        is_deeper = draft.source.indent >= row.source.indent + _DEEPER
        is_awaited = self._is_awaiting or self._details > 0
        if self._details >= _MOST_DETAILS or not (is_deeper or is_awaited):
            return False
        self._details += 0 if is_deeper else 1
        draft.sort = Sort.DETAIL
        draft.note("belongs_to", line=row.source.number)
        row.is_cancelled = row.is_cancelled or says_cancelled(text)
        read_freely(row.contents, text)
        return True

    def _set_aside(self, draft: Draft, text: str) -> None:
        """Leave a line that is no part of the timetable; ask where it names a time or a date."""
        found = times_in(plain(text), allow_bare=kind_of(text) is not None)
        times = tuple(text[time.first : time.last].strip() for time in found)
        day = day_in(text, self._days.calendar)
        is_vague = self._days.doubt(draft, text)
        if times:
            draft.ask("time_in_prose", times=times)
        elif length := _length_without_time(text):
            draft.ask("length_without_time", text=length)
        elif day is not None and (day.first == 0 or not day.is_weekday_alone):
            draft.ask("date_in_prose", text=text[day.first : day.last].strip())
        elif is_vague:
            draft.ask("vague_day")
        else:
            draft.note("left_aside")


def _take_title(draft: Draft, above: Draft) -> None:
    """Take the line above a date with its time as what happens then, as calendars write it."""
    has_own_day = draft.source.text.strip()[:1].isalpha() and draft.day is not None
    is_left = above.sort is Sort.TEXT and [note.code for note in above.notes] == ["left_aside"]
    if not (has_own_day and is_left) or draft.source.follows_blank or above.questions:
        return
    above.sort = Sort.DETAIL
    above.notes.clear()
    above.note("belongs_to", line=draft.source.number)
    read_freely(draft.contents, above.source.cells[0])


def _is_mail_header(text: str, days: Days) -> bool:
    """Say whether a line belongs to an e-mail's head; "Date:" without a time may be a heading."""
    shown = plain(text)
    if _ATTRIBUTION.search(shown) or _MAIL_HEADER.match(shown):
        return True
    if not _MAIL_DATE.match(shown) or day_in(text, days.calendar) is None:
        return False
    return next(times_in(shown), None) is not None


def _counts_something(text: str, written: WrittenTime) -> bool:
    """Say whether a range of bare numbers counts something else: "2 - 3 engineers"."""
    if not written.is_bare:
        return False
    rest = trimmed(text[written.last :])
    return not rest or (not rest[0].isupper() and kind_of(rest.split(",")[0]) is None)


def _length_without_time(text: str) -> str:
    """Return the length of a short line that says how long something takes, but not when."""
    shown = plain(text)
    if length := length_before(shown):
        return length
    if _is_sentence(text) or kind_of(text) is None:
        return ""
    found = _LENGTH_INSIDE.finditer(shown)
    return next((length for m in found if (length := length_before(shown, m.start()))), "")


def _is_sentence(text: str) -> bool:
    shown = plain(text)
    return len(shown.split()) > _MOST_WORDS or _SENTENCE_END.search(shown) is not None


def _time_inside(text: str) -> WrittenTime | None:
    """Return the time of a short line that has one inside: a range first, else one at its end."""
    shown = plain(text)
    if _is_sentence(text):
        return None
    found = list(times_in(shown))
    for written in found:
        if written.end is not None or written.length is not None:
            return written
    is_last = len(found) == 1 and not shown[found[0].last :].strip(" ).")
    return found[0] if is_last else None
