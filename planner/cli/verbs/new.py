"""Make a new plan: a candidate, an office, a date, and a template for the day."""

import argparse
from datetime import date, time
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.drafts import draft_plan, with_template
from planner.app.plan_files import create_plan_file
from planner.cli import exits, readings
from planner.cli.terminal import Terminal
from planner.cli.verbs.show import say_timetable
from planner.domain.plan import Plan
from planner.domain.standard_templates import STANDARD_TEMPLATES
from planner.domain.templates import Template
from planner.domain.times import Moment
from planner.formats.timetext.typed import read_clock

EXAMPLES = """\
examples:
  interview-planner new onsite.interviewplan --candidate "Ada Lovelace" --position Engineer \\
      --office Berlin --zone Europe/Berlin --date 2026-12-01 --template onsite-five
  interview-planner new call.interviewplan --zone Europe/Berlin --date tomorrow --start 14:30 \\
      --template phone-screen
"""

_TEMPLATES = {t.id.removeprefix("standard-"): t for t in STANDARD_TEMPLATES}
_USUAL_START = time(10, 0)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file to make")
    parser.add_argument(
        "--zone", type=readings.zone_name, required=True, help="such as Europe/Berlin"
    )
    parser.add_argument("--title", default="", help="default: the position and the candidate")
    parser.add_argument("--candidate", default="", help="the candidate's name")
    parser.add_argument("--position", default="", help="what they apply for")
    parser.add_argument("--office", default="", help="what the office is called")
    parser.add_argument("--date", type=readings.day, help="the day of the template")
    parser.add_argument("--start", default="", metavar="TIME", help="when the template starts")
    parser.add_argument("--template", choices=list(_TEMPLATES), help="what to plan")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Write a new plan file."""
    plan = draft_plan(
        wanted.title,
        wanted.candidate or terminal.language.text("Candidate"),
        wanted.zone,
        now=SystemClock().now(),
        position=wanted.position,
        office=wanted.office,
    )
    template = _TEMPLATES.get(wanted.template)
    if template is not None:
        plan = _filled(plan, template, wanted)
    create_plan_file(wanted.file, plan, may_replace=wanted.force)
    told = terminal.language.text("{file} holds the new plan.", file=str(wanted.file))
    terminal.say(told, style="bold")
    say_timetable(plan, terminal)
    return exits.FINE


def _filled(plan: Plan, template: Template, wanted: argparse.Namespace) -> Plan:
    start = read_clock(wanted.start) if wanted.start else _USUAL_START
    day: date = wanted.date or readings.today()
    return with_template(plan, template, Moment.from_wall(day, start, wanted.zone))
