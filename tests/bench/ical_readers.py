"""Three iCalendar readers that we did not write: libical, ical.js and the icalendar library."""

import json
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from icalendar import Calendar, Event

import planner.domain.zones  # noqa: F401 -- makes icalendar, too, look zones up in tzdata
from tests.bench.workshop import BUILD, build_once, run

_RECIPES = Path(__file__).parent / "ical"


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """What a reader understood of an event. None stands for what the file does not say.

    A timed event has ``start`` and ``end`` (aware, UTC), an all-day event ``first_day`` and
    ``day_after``. ``is_floating``: the reader has no zone for a wall time, and took it for UTC.
    """

    uid: str
    summary: str | None = None
    location: str | None = None
    description: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    first_day: date | None = None
    day_after: date | None = None
    is_floating: bool = False
    transparency: str | None = None
    sequence: int | None = None
    status: str | None = None

    @property
    def is_all_day(self) -> bool:
        """Say whether the event has dates instead of times."""
        return self.first_day is not None


def libical_complaints(path: Path) -> list[str]:
    """Return what libical finds wrong: lines it cannot read, and rules of RFC 5545 and RFC 5546.

    Raises:
        BenchFailed: the check could not be built or run.
    """
    lines = run([str(_icalcheck()), "complaints", str(path)]).splitlines()
    return list(dict.fromkeys(lines))  # libical repeats some of them a hundred times


def libical_instants(path: Path) -> dict[str, tuple[datetime, datetime]]:
    """Return start and end in UTC by UID, as libical computes them from the VTIMEZONEs of a file.

    Raises:
        BenchFailed: the check could not be built or run.
    """
    lines = run([str(_icalcheck()), "instants", str(path)]).splitlines()
    rows = [line.split("\t") for line in lines]
    moment = datetime.fromisoformat
    return {uid: (moment(start), moment(end)) for uid, start, end in rows}


def ical_js_events(paths: Sequence[Path]) -> list[ReadEvent]:
    """Return the events that ical.js reads from files, in their order.

    Raises:
        BenchFailed: ical.js could not be installed, or throws at a file.
    """
    script = _ical_js() / "read_events.cjs"
    lines = run(["node", str(script), *map(str, paths)]).split("\n")
    return [_from_json(json.loads(line)) for line in lines if line]


def icalendar_events(path: Path) -> list[ReadEvent]:
    """Return the events that the icalendar library reads from a file, in their order.

    It takes zones from their names and ignores the VTIMEZONEs of the file.
    """
    return [_from_icalendar(event) for event in Calendar.from_ical(path.read_bytes()).events]


@cache
def _icalcheck() -> Path:
    source = _RECIPES / "icalcheck.c"
    return build_once(BUILD / "icalcheck", [source], _compile) / "icalcheck"


def _compile(folder: Path) -> None:
    flags = shlex.split(run(["pkg-config", "--cflags", "--libs", "libical"]))
    run(["gcc", "-Wall", "-Wextra", "-o", "icalcheck", "icalcheck.c", *flags], folder=folder)


@cache
def _ical_js() -> Path:
    recipes = [_RECIPES / "package.json", _RECIPES / "read_events.cjs"]
    return build_once(BUILD / "node", recipes, _install)


def _install(folder: Path) -> None:
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"]
    run(["npm", "install", *quiet], folder=folder)


def _from_json(row: dict[str, Any]) -> ReadEvent:
    moments = {name: row[name] and datetime.fromisoformat(row[name]) for name in ("start", "end")}
    days = {
        name: row[name] and date.fromisoformat(row[name]) for name in ("first_day", "day_after")
    }
    return ReadEvent(**{**row, **moments, **days})


def _from_icalendar(event: Event) -> ReadEvent:
    def text(name: str) -> str | None:
        return str(event[name]) if name in event else None

    return ReadEvent(
        uid=text("UID") or "",
        summary=text("SUMMARY"),
        location=text("LOCATION"),
        description=text("DESCRIPTION"),
        start=_instant(event.start),
        end=_instant(event.end),
        first_day=_day(event.start),
        day_after=_day(event.end),
        is_floating=any(_is_floating(each) for each in (event.start, event.end)),
        transparency=text("TRANSP"),
        sequence=event.sequence if "SEQUENCE" in event else None,
        status=text("STATUS"),
    )


def _instant(value: date) -> datetime | None:
    if not isinstance(value, datetime):
        return None
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _day(value: date) -> date | None:
    return None if isinstance(value, datetime) else value


def _is_floating(value: date) -> bool:
    return isinstance(value, datetime) and value.tzinfo is None
