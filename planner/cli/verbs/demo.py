"""Do the main job once with the sample plan: check it, project a delay, and hand it out.

The sample is one candidate's whole process: three phone calls and a day in Luxembourg. It is copied
into the folder, so that every other verb can be tried on it.
"""

import argparse
from datetime import timedelta
from pathlib import Path

from planner.app.exchange import Request, all_audiences, export
from planner.app.plan_files import sample_plan, save_copy
from planner.cli import exits
from planner.cli.readings import block_called
from planner.cli.terminal import Terminal
from planner.cli.verbs.check import say_problems
from planner.cli.verbs.export import say_outcome
from planner.cli.verbs.show import say_timetable
from planner.domain.plan import Plan
from planner.formats.itinerary.names import Format
from planner.formats.wording.language import language as language_of
from planner.formats.wording.projection import what_if_sentences
from planner.schedule.assumptions import Assumptions
from planner.schedule.checks.examination import examine
from planner.schedule.statements import statements
from planner.schedule.what_if import what_if

EXAMPLES = """\
examples:
  interview-planner demo --out out
"""

_OVERRUN = timedelta(minutes=15)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="default: out")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Do the main job."""
    plan = sample_plan()
    copy = wanted.out / "sample.interviewplan"
    language = terminal.language
    terminal.say(language.text("1. The plan"), style="bold underline")
    say_timetable(plan, terminal)
    terminal.say(language.text("2. What is wrong with it"), style="bold underline")
    say_problems(examine(plan), terminal)
    terminal.say()
    terminal.say(language.text("3. What if an interview takes longer"), style="bold underline")
    _say_what_if(plan, terminal)
    terminal.say()
    terminal.say(language.text("4. What everybody gets"), style="bold underline")
    request = Request(all_audiences(plan), tuple(Format), language_of(plan.language))
    say_outcome(plan, terminal.follow(export(plan, request, wanted.out)), terminal)
    save_copy(plan, copy)
    told = "The plan itself is in {file}: try the other verbs on it."
    terminal.say(language.text(told, file=str(copy)))
    return exits.FINE


def _say_what_if(plan: Plan, terminal: Terminal) -> None:
    block = block_called(plan, "interview-2")
    language = terminal.language
    question = "The 2nd interview takes {by} longer:"
    terminal.say(language.text(question, by=language.length(_OVERRUN)))
    answer = statements(what_if(plan, Assumptions(longer={block.id: _OVERRUN})))
    for sentence in what_if_sentences(answer, language, plan):
        terminal.say(f"  \u2022 {sentence}")
