"""Write down what a day was like: planned and actual, rest, lost time, what was changed.

It reads the log beside the plan file and writes three files: a table (CSV), a page (HTML) and a
document to print (PDF). They are for the coordinator; they name who did not come.
"""

import argparse
from datetime import datetime
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.moments import moment_called
from planner.app.plan_files import load_plan_file
from planner.app.reports import report
from planner.cli import exits
from planner.cli.live_view import read_log
from planner.cli.shapes import plain
from planner.cli.terminal import Terminal
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.formats.report.content import DayReport, ReportRow
from planner.formats.wording import report as words
from planner.formats.wording.language import language as language_of
from planner.i18n import LANGUAGES

EXAMPLES = """\
TIME is a local time (17:15, on the last date of the log or the plan), or 2015-09-25T17:15. Without
it the day is today, else the last one before today that the log tells of.

examples:
  interview-planner report onsite.interviewplan --out out
  interview-planner report onsite.interviewplan --out out --now 12:00 --json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder")
    parser.add_argument("--now", metavar="TIME", help="the day as it stood at that moment")
    parser.add_argument("--language", choices=LANGUAGES, help="default: the plan's own")
    parser.add_argument("--json", action="store_true", help="what is in the report as JSON")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Write the report of a plan file's day."""
    plan = load_plan_file(wanted.file)
    told = read_log(wanted.file, terminal)
    language = language_of(wanted.language or plan.language)
    now = _now(plan, told, wanted.now)
    done = terminal.follow(report(plan, told, now, wanted.out, language))
    if wanted.json:
        names = [path.name for path in done.paths]
        terminal.json({**_document(done.report, plan), "files": names})
        return exits.FINE
    say_report(done.report, terminal)
    for path in done.paths:
        terminal.say(str(path))
    for character, text in done.missing.items():
        sentence = "  no font has the character {character} (U+{code}), as in: {text}"
        code = f"{ord(character):04X}"
        terminal.warn(terminal.language.text(sentence, character=character, code=code, text=text))
    return exits.FINE


def say_report(report: DayReport, terminal: Terminal) -> None:
    """Print a report: a row for each block, then the figures and what was said."""
    heads = (
        words.COLUMN_PLANNED,
        words.COLUMN_ACTUAL,
        words.COLUMN_STARTED,
        words.COLUMN_LENGTH,
        words.COLUMN_BLOCK,
    )
    terminal.say(report.title, style="bold")
    rows = [
        (row.texts.planned, row.texts.actual, row.texts.start, row.texts.length, row.texts.title)
        for row in report.rows
    ]
    terminal.table([terminal.language.text(head) for head in heads], rows, report.subtitle, firm=2)
    for figure in report.figures:
        detail = f" ({figure.detail})" if figure.detail else ""
        terminal.say(f"{figure.label}: {figure.value}{detail}")
    for passage in report.passages:
        terminal.say(passage.heading, style="bold")
        for line in passage.lines:
            terminal.say(f"\u2022 {line}")


def _now(plan: Plan, told: Log, text: str | None) -> datetime:
    if text is None:
        return SystemClock().now()
    return moment_called(plan, told, text).instant


def _document(report: DayReport, plan: Plan) -> dict[str, object]:
    sums = report.sums
    return {
        "plan": {"id": plan.id, "title": plan.title},
        "day": plain(report.day),
        "now": plain(report.prepared),
        "on_time": [sums.on_time, sums.interviews],
        "rest_planned": plain(sums.rest_planned),
        "rest_promised": plain(sums.rest_promised),
        "rest_delivered": plain(sums.rest_delivered),
        "lost": plain(sums.lost),
        "made_up": plain(sums.made_up),
        "blocks": [_block(row) for row in report.rows],
        "changes": list(report.repairs),
        "verdict": {"good": list(report.good), "not_good": list(report.not_good)},
    }


def _block(row: ReportRow) -> dict[str, object]:
    return {
        "id": row.block,
        "planned_start": plain(row.planned_start),
        "planned_end": plain(row.planned_end),
        "start": plain(row.start),
        "end": plain(row.end),
        "effective": plain(row.effective),
        "late": plain(row.delay),
        "over": plain(row.over),
        "on_time": row.is_on_time,
        "promised": plain(row.promised),
        "lost": plain(row.lost),
    }
