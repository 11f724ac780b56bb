"""Calendar files of others: their entries as lines of a timetable. Refuses what is too large to read.

Limits are checked before anything is parsed. Entries that repeat are taken once: rules of repetition
are never expanded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from planner.domain.blocks import Kind
from planner.domain.errors import PlannerError
from planner.domain.times import DAY, ZERO, Moment
from planner.domain.zones import known_zone
from planner.domain.zones import zone as zone_info
from planner.formats.ical.content_lines import Line as ContentLine
from planner.formats.ical.content_lines import Part, content_lines, every_part, tree
from planner.formats.plaintext import one_line
from planner.formats.timetext.paste import read_timetable
from planner.formats.timetext.spelling import folded
from planner.formats.timetext.timetable import Attendee, Line, Remark, Row, Sort, Timetable

MOST_BYTES = 5_000_000
MOST_PARTS = 5_000
LONGEST_LINE = 64_000
DEEPEST = 4

_FOLD = re.compile(rb"\r?\n[ \t]")
_BEGIN = re.compile(rb"BEGIN:", re.IGNORECASE)
_END = re.compile(rb"END:", re.IGNORECASE)
_DURATION = re.compile(
    r"\+?P(?:(?P<weeks>\d{1,3})W)?(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?:(?P<hours>\d{1,5})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,7})S)?)?"
)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LINK = re.compile(r"https://[^\s<>\"\\]{1,500}")
_LONGEST_TEXT = 500
_LONGEST_READ = 200
_MOST_PEOPLE = 50
_REPEATING = ("RRULE", "RDATE")
_ROOMS = frozenset({"ROOM", "RESOURCE"})
_KEPT_NOTES = frozenset({"assumed_kind", "assumed_closing_talk", "assumed_people"})


class UnreadableCalendar(PlannerError):
    """A calendar file was not read. Facts: ``reason``, and ``limit`` where it is too large."""

    code = "unreadable_calendar"


def is_calendar(data: bytes) -> bool:
    """Say whether the bytes begin like an iCalendar file."""
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").upper().startswith(b"BEGIN:VCALENDAR")


def read_calendar(data: bytes, *, zone: str) -> Timetable:
    """Return the entries of a calendar file in order of time, on the clocks of ``zone``.

    Times without a zone are meant on those clocks, too. Entries for whole days and cancelled ones
    become lines without a row.

    Raises:
        UnreadableCalendar: it is none, holds no entry, or is larger than anybody's day.
        UnknownZone: the zone data knows no such zone.
    """
    zone_info(zone)
    lines = content_lines(_checked(data))
    events = [part for part in every_part(tree(lines)) if part.name == "VEVENT"]
    if not events:
        raise UnreadableCalendar(reason="no_entries")
    entries = sorted((_entry(event, zone) for event in events), key=_order)
    return Timetable(
        zone, tuple(_line(entry, number, zone) for number, entry in _numbered(entries))
    )


@dataclass(slots=True)
class _Entry:
    """One event as far as it was read."""

    summary: str
    place: str
    part: Part
    start: Moment | None = None
    end: Moment | None = None
    day: date | None = None
    notes: list[Remark] = field(default_factory=list)
    questions: list[Remark] = field(default_factory=list)

    @property
    def is_whole_day(self) -> bool:
        """Say whether it has a date only, or is longer than a day."""
        if self.start is None or self.end is None:
            return self.day is not None
        return self.end.instant - self.start.instant > DAY


def _checked(data: bytes) -> list[bytes]:
    """Return the unfolded lines (RFC 5545 section 3.1) of a file that is no trap."""
    if len(data) > MOST_BYTES:
        raise _too_large("bytes", MOST_BYTES // 1_000_000)
    if not is_calendar(data):
        raise UnreadableCalendar(reason="not_a_calendar")
    lines = [line.rstrip(b"\r") for line in _FOLD.sub(b"", data).split(b"\n")]
    if max(map(len, lines)) > LONGEST_LINE:
        raise _too_large("line", LONGEST_LINE // 1_000)
    depth = parts = 0
    for line in lines:
        if _BEGIN.match(line):
            depth, parts = depth + 1, parts + 1
        elif _END.match(line):
            depth -= 1
        if depth > DEEPEST:
            raise _too_large("depth", DEEPEST)
    if parts > MOST_PARTS:
        raise _too_large("parts", MOST_PARTS)
    return [line for line in lines if line.strip()]


def _too_large(reason: str, limit: int) -> UnreadableCalendar:
    return UnreadableCalendar(reason=f"too_large_{reason}", limit=limit)


def _entry(part: Part, zone: str) -> _Entry:
    entry = _Entry(_text(part.value("SUMMARY")), _text(part.value("LOCATION")), part)
    starts = part.named("DTSTART")
    if not starts:
        entry.questions.append(Remark("calendar_no_start"))
        return entry
    entry.day = _date_of(starts[0])
    if entry.day is None:
        entry.start = _moment(starts[0], zone, entry)
        entry.end = _end(part, entry, zone)
    if any(part.named(name) for name in _REPEATING):
        entry.notes.append(Remark("calendar_repeats"))
    return entry


def _end(part: Part, entry: _Entry, zone: str) -> Moment | None:
    ends = part.named("DTEND")
    if ends:
        return _moment(ends[0], zone, _Entry("", "", part))
    length = _length(part.value("DURATION"))
    if entry.start is None or length <= ZERO:
        return None
    return entry.start.moved(min(length, 2 * DAY))


def _length(text: str) -> timedelta:
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        return ZERO
    return timedelta(**{name: int(number) for name, number in match.groupdict(default="0").items()})


def _date_of(line: ContentLine) -> date | None:
    if line.parameters.get("VALUE", "").upper() != "DATE" and len(line.value.strip()) != len(
        "20150925"
    ):
        return None
    try:
        return date.fromisoformat(line.value.strip())
    except ValueError:
        return None


def _moment(line: ContentLine, zone: str, entry: _Entry) -> Moment | None:
    """Return when it is on the clocks of ``zone``; a remark where other clocks were meant."""
    value = line.value.strip()
    try:
        wall = datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 -- its zone comes next
    except ValueError:
        entry.questions.append(Remark("calendar_no_start"))
        return None
    own = "UTC" if value.endswith("Z") else _zone_of(line, zone, entry)
    try:
        return Moment.from_wall(wall.date(), wall.time(), own).in_zone(zone)
    except PlannerError:
        entry.questions.append(Remark("calendar_no_start"))
        return None


def _zone_of(line: ContentLine, zone: str, entry: _Entry) -> str:
    """Return the zone that a time names: as in the zone data, as Windows does, or at its end."""
    name = line.parameters.get("TZID", "").strip()
    if not name:
        entry.notes.append(Remark("calendar_floating", {"zone": zone}))
        return zone
    city = "/".join(name.split("/")[-2:])
    for known in (name, _windows_zone(name), city):
        if known_zone(known):
            if known != zone:
                entry.notes.append(Remark("calendar_other_zone", {"text": known, "zone": zone}))
            return known
    entry.questions.append(Remark("calendar_unknown_zone", {"text": name[:80], "zone": zone}))
    return zone


def _windows_zone(name: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 -- slow import

    return WINDOWS_TO_OLSON.get(name, "")


def _order(entry: _Entry) -> tuple[int, date, time]:
    if entry.start is not None:
        return (0, entry.start.day, entry.start.clock)
    return (0, entry.day, time.min) if entry.day is not None else (1, date.max, time.min)


def _numbered(entries: Sequence[_Entry]) -> Iterator[tuple[int, _Entry]]:
    yield from enumerate(entries, start=1)


def _line(entry: _Entry, number: int, zone: str) -> Line:
    text = _shown(entry)
    notes, questions = tuple(entry.notes), tuple(entry.questions)
    if entry.part.value("STATUS").upper() == "CANCELLED":
        return Line(number, text, Sort.CANCELLED, notes=(Remark("not_taken"),))
    if entry.is_whole_day:
        return Line(number, text, Sort.TEXT, notes=(Remark("calendar_whole_day"),))
    if entry.start is None:
        return Line(number, text, Sort.TEXT, notes=notes, questions=questions)
    row, remarks = _row(entry, entry.start, zone)
    return Line(number, text, Sort.ROW, row=row, notes=(*notes, *remarks), questions=questions)


def _row(entry: _Entry, start: Moment, zone: str) -> tuple[Row, tuple[Remark, ...]]:
    """Return the row of an entry; its title is understood like a line that somebody pasted."""
    read, remarks = _understood(entry, start, zone)
    people = _people(entry.part)
    known = {folded(person.name) for person in people}
    rooms = _named_rooms(entry.part)
    end = entry.end
    has_end = end is not None and end.instant > start.instant
    row = Row(
        start=start.clock.replace(fold=0),
        kind=read.kind,
        day=start.day,
        end=end.clock.replace(fold=0) if end is not None and has_end else None,
        ends_next_day=end is not None and has_end and end.day > start.day,
        title=read.title or ("" if read.people else entry.summary),
        mode=read.mode,
        people=(*people, *(p for p in read.people if folded(p.name) not in known)),
        room=rooms[0] if rooms else read.room,
        place=entry.place or read.place,
        link=_link(entry.part),
        number=read.number,
        note=_text(entry.part.value("DESCRIPTION")),
    )
    return row, remarks


def _understood(entry: _Entry, start: Moment, zone: str) -> tuple[Row, tuple[Remark, ...]]:
    fallback = Row(start.clock.replace(fold=0), Kind.INTERVIEW, title=entry.summary)
    written = f"10:00 - 11:00 {entry.summary[:_LONGEST_READ]}"
    lines = read_timetable(written, day=start.day, zone=zone, today=start.day).lines
    if len(lines) != 1 or lines[0].row is None or lines[0].questions or not entry.summary:
        return fallback, (Remark("assumed_kind", {"kind": Kind.INTERVIEW}),)
    kept = tuple(note for note in lines[0].notes if note.code in _KEPT_NOTES)
    return lines[0].row, kept


def _people(part: Part) -> tuple[Attendee, ...]:
    found: dict[str, Attendee] = {}
    for line in part.named("ATTENDEE")[:_MOST_PEOPLE]:
        if line.parameters.get("CUTYPE", "").upper() in _ROOMS:
            continue
        email = line.value.strip()
        email = email[len("mailto:") :] if email.lower().startswith("mailto:") else ""
        name = _text(line.parameters.get("CN", "")) or email.partition("@")[0]
        if name:
            found.setdefault(folded(name), Attendee(name=name, email=one_line(email)))
    return tuple(found.values())


def _named_rooms(part: Part) -> list[str]:
    attendees = part.named("ATTENDEE")[:_MOST_PEOPLE]
    rooms = [a for a in attendees if a.parameters.get("CUTYPE", "").upper() in _ROOMS]
    return [name for room in rooms if (name := _text(room.parameters.get("CN", "")))]


def _link(part: Part) -> str:
    texts = (part.value(name) for name in ("URL", "LOCATION", "DESCRIPTION"))
    found = (_LINK.search(text) for text in texts)
    return next((match[0] for match in found if match is not None), "")


def _text(value: str) -> str:
    """Return a text without its escapes (RFC 5545 section 3.3.11), on one line."""
    meant = _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
    return one_line(meant)[:_LONGEST_TEXT]


def _shown(entry: _Entry) -> str:
    """Return the entry as a line of text."""
    when = entry.day.isoformat() if entry.day is not None else "?"
    if entry.start is not None:
        end = f" - {entry.end.local:%H:%M}" if entry.end is not None else ""
        when = f"{entry.start.local:%Y-%m-%d %H:%M}{end}"
    return "  ".join(part for part in (when, entry.summary, entry.place) if part)
