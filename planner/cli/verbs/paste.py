"""Turn a timetable from an e-mail, document or spreadsheet into a plan.

For every line it says what was understood, what was assumed and what was not understood.
"""

import argparse
import sys
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.drafts import Beginning
from planner.app.pasting import pasted_plan, text_of
from planner.app.plan_files import create_plan_file
from planner.cli import exits, readings
from planner.cli.shapes import plain
from planner.cli.terminal import Terminal
from planner.domain.plan import Plan
from planner.formats.timetext.paste import read_timetable
from planner.formats.timetext.timetable import Attendee, Line, Row, Timetable
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.formats.wording.timetable import line_sentences
from planner.i18n import mark
from planner.store.files import ReadFailed, read_file

EXAMPLES = """\
TEXTFILE may hold plain text, a Markdown or HTML table, or cells copied from a spreadsheet; "-" reads
what is piped in.

examples:
  interview-planner paste mail.txt --date 2015-09-25 --zone Europe/Luxembourg --out day.interviewplan
  xclip -o | interview-planner paste - --zone Europe/Berlin --out day.interviewplan
"""

_MOST_BYTES = 20_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("text", metavar="TEXTFILE", help='the text; "-" for what is piped in')
    parser.add_argument("--date", type=readings.day, help="the date where the text names none")
    parser.add_argument(
        "--zone", type=readings.zone_name, required=True, help="such as Europe/Berlin"
    )
    parser.add_argument("--candidate", default="", help="the candidate's name")
    parser.add_argument("--title", default="", help="the title of the plan")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the plan file to make")
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there")
    parser.add_argument("--json", action="store_true", help="what was understood, as JSON")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Read a timetable, say what was understood, and write the plan where one is wanted."""
    today = readings.today()
    text = _text(wanted.text)
    timetable = read_timetable(text, day=wanted.date, zone=wanted.zone, today=today)
    if wanted.json:
        terminal.json([_line(line, terminal.language) for line in timetable.lines])
    else:
        _say_lines(timetable, terminal)
    if wanted.out is not None:
        plan = _plan(timetable, wanted, terminal.language)
        create_plan_file(wanted.out, plan, may_replace=wanted.force)
        _say_written(plan, timetable, wanted, terminal)
    return exits.FINE


def _text(source: str) -> str:
    return text_of(_piped() if source == "-" else _file(Path(source)))


def _piped() -> bytes:
    if sys.stdin is None:  # closed by the caller ("<&-")
        raise ReadFailed(file="-", reason="missing", detail="")
    return sys.stdin.buffer.read(_MOST_BYTES + 1)


def _file(path: Path) -> bytes:
    data, _ = read_file(path, _MOST_BYTES)
    return data


def _plan(timetable: Timetable, wanted: argparse.Namespace, language: Language) -> Plan:
    name = wanted.candidate or language.text("Candidate")
    beginning = Beginning(name, wanted.zone, title=wanted.title)
    return pasted_plan(timetable, beginning, now=SystemClock().now())


def _say_lines(timetable: Timetable, terminal: Terminal) -> None:
    language = terminal.language
    for line in timetable.lines:
        terminal.say(f"{line.number:4}  {line.text.strip()}", style="bold" if line.row else "dim")
        if line.row is not None:
            terminal.say(f"      \u2192 {_understood(line.row, language)}", style="green")
        elif line.day is not None:
            terminal.say(f"      \u2192 {language.day(line.day)}", style="green")
        for sentence in line_sentences(line, language):
            terminal.say(f"      {sentence}", style="yellow")


def _understood(row: Row, language: Language) -> str:
    start = language.clock(row.start)
    end = language.clock(row.end) if row.end is not None else "?"
    parts = [
        language.short_day(row.day) if row.day else language.text("no date"),
        f"{start} \u2013 {end}",
        term(row.kind, language),
        term(row.mode, language) if row.mode else "",
        row.title,
        language.join([_person(attendee, language) for attendee in row.people]),
        row.room,
        row.place,
        row.link,
        row.number,
        _labelled(mark("Candidate: {said}"), row.candidate, language),
        _labelled(mark("Focus areas: {said}"), language.join(row.focus_areas), language),
        _labelled(mark("Internal note: {said}"), row.note, language),
    ]
    return " \u00b7 ".join(part for part in parts if part)


def _person(attendee: Attendee, language: Language) -> str:
    """Return the person's name with the job and the role that were understood."""
    role = term(attendee.role, language) if attendee.role else ""
    said = ", ".join(part for part in (attendee.title, role, attendee.email) if part)
    name = attendee.name or "???"
    return f"{name} ({said})" if said else name


def _labelled(sentence: str, said: str, language: Language) -> str:
    return language.text(sentence, said=said) if said else ""


def _say_written(
    plan: Plan, timetable: Timetable, wanted: argparse.Namespace, terminal: Terminal
) -> None:
    if wanted.json:
        return
    language = terminal.language
    count = len(plan.blocks)
    told = language.count(
        "{n} block is in {file}.", "{n} blocks are in {file}.", count, file=wanted.out
    )
    terminal.say(told, style="bold")
    if timetable.open_lines:
        waiting = len(timetable.open_lines)
        terminal.warn(
            language.count(
                "{n} line leaves a question: see the remarks above.",
                "{n} lines leave questions: see the remarks above.",
                waiting,
            )
        )
    if timetable.undated:
        waiting = len(timetable.undated)
        terminal.warn(
            language.count(
                "{n} row has no date and is not in the plan: give one with --date.",
                "{n} rows have no date and are not in the plan: give one with --date.",
                waiting,
            )
        )


def _line(line: Line, language: Language) -> dict[str, object]:
    row = line.row
    return {
        "line": line.number,
        "text": line.text,
        "sort": line.sort.value,
        "row": None
        if row is None
        else {name: plain(getattr(row, name)) for name in _FIELDS}
        | {"people": [a.name or None for a in row.people]}
        | {"titles": [a.title for a in row.people]},
        "day": plain(line.day),
        "remarks": line_sentences(line, language),
    }


_FIELDS = (
    *("day", "start", "end", "kind", "mode", "title", "room", "place", "candidate"),
    *("focus_areas", "link", "number", "note"),
)
