"""Show the timetable of a plan as a table, a date at a time."""

import argparse
from datetime import date
from pathlib import Path

from planner.app.plan_files import load_plan_file
from planner.cli import exits, readings
from planner.cli.candidate_column import candidate_head
from planner.cli.shapes import minutes, plain
from planner.cli.terminal import Terminal
from planner.domain.audiences import Audience
from planner.domain.blocks import Block
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import Day, Row
from planner.formats.wording.language import Language
from planner.formats.wording.whose import has_several
from planner.i18n import mark

EXAMPLES = """\
examples:
  interview-planner show onsite.interviewplan
  interview-planner show onsite.interviewplan --day 2015-09-25 --json
"""

_HEADS = (
    mark("Timebox"),
    mark("Interview partner"),
    mark("Type"),
    mark("Where"),
    mark("Focus areas"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    parser.add_argument("--day", type=readings.day, metavar="DATE", help="only this date")
    parser.add_argument("--json", action="store_true", help="the blocks as JSON")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Print the timetable."""
    plan = load_plan_file(wanted.file)
    if wanted.json:
        terminal.json([_block(b) for b in plan.blocks.values() if _is_on(b, wanted.day)])
    else:
        say_timetable(plan, terminal, wanted.day)
    return exits.FINE


def say_timetable(plan: Plan, terminal: Terminal, day: date | None = None) -> None:
    """Print a table for each date, as the coordinator sees it."""
    content = itinerary(plan, Audience.coordinator(), terminal.language)
    terminal.say(content.title, style="bold")
    shown = [d for d in content.days if day is None or d.day == day]
    for found in shown:
        _say_day(found, plan, terminal)
    if not shown:
        terminal.say(terminal.language.text("Nothing is scheduled."))


def _say_day(day: Day, plan: Plan, terminal: Terminal) -> None:
    language = terminal.language
    title = " \u00b7 ".join(part for part in (day.heading, day.subject, day.zone_line) if part)
    rows = [(*_cells(row, language), *_whose(row, plan, language)) for row in day.rows]
    heads = [*(language.text(head) for head in _HEADS), *candidate_head(plan, language)]
    terminal.table(heads, rows, title)


def _cells(row: Row, language: Language) -> tuple[str, ...]:
    cells = row.cells
    people = ", ".join(p.short for p in cells.participants)
    kind = " \u00b7 ".join(part for part in (cells.kind, cells.mode) if part)
    partner = people or cells.title or row.headline
    if row.is_unconfirmed and not people:
        partner = language.text("??? (nobody assigned)")
    return (row.times, partner, kind, row.place, ", ".join(cells.focus_areas))


def _whose(row: Row, plan: Plan, language: Language) -> list[str]:
    return [language.join(row.cells.candidates)] if has_several(plan) else []


def _is_on(block: Block, day: date | None) -> bool:
    return day is None or (block.timebox is not None and block.timebox.start.day == day)


def _block(block: Block) -> dict[str, object]:
    box = block.timebox
    return {
        "id": block.id,
        "kind": block.kind.value,
        "title": block.title,
        "start": plain(box.start) if box else None,
        "end": plain(box.end) if box else None,
        "minutes": minutes(box.duration) if box and box.duration else None,
        "mode": plain(block.mode),
        "candidates": plain(block.candidates),
        "seats": [
            {"role": s.role.value, "person": s.person, "rsvp": s.rsvp.value} for s in block.seats
        ],
        "room": block.room,
        "place": block.place,
        "focus_areas": plain(block.focus_areas),
    }
