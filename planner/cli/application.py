"""The command line as a whole: reads the arguments, runs one verb, never shows a traceback."""

import argparse
import importlib
import os
import sys
from collections.abc import Mapping, Sequence

from planner.cli import exits
from planner.cli.terminal import Terminal
from planner.domain.errors import PlannerError

VERBS: Mapping[str, str] = {
    "check": "Find what is wrong with a plan.",
    "show": "Show the timetable of a plan as a table, a date at a time.",
    "project": "See when everything will happen, and what a delay does to the rest.",
    "live": "Tell what happens on the day, as it happens, and take it back.",
    "repair": "See what could be done about a day that goes wrong, and do it.",
    "simulate": "Play a day with delays, no-shows and dropped calls of chance.",
    "risk": "See how likely it is that a break gets too short, or that a day ends too late.",
    "report": "Write down what a day was like: planned and actual, rest, lost time, what was changed.",
    "export": "Write calendar files, itineraries and tables for those who need them.",
    "paste": "Turn a timetable from an e-mail, document or spreadsheet into a plan.",
    "new": "Make a new plan: a candidate, an office, a date, and a template for the day.",
    "schema": "Print the JSON Schema of plan files.",
    "demo": "Do the main job once with the sample plan: check it, project a delay, and hand it out.",
}
"""Each verb is a module of `planner.cli.verbs`; only the one that is asked for is loaded."""

_DESCRIPTION = """\
Plan a candidate's interview day, check it, see what a delay does to it, and hand it out.

Every verb reads a plan file (*.interviewplan). Start with the sample:
  interview-planner demo --out out          do the main job once, with the sample plan
  interview-planner check out/sample.interviewplan
"""


def run(arguments: Sequence[str], terminal: Terminal | None = None) -> int:
    """Run one verb and return the exit code (see `planner.cli.exits`)."""
    terminal = terminal or Terminal()
    wanted = parser(arguments).parse_args(arguments)
    try:
        code: int = wanted.run(wanted, terminal)
        terminal.finish()
    except PlannerError as error:
        terminal.refuse(error, getattr(wanted, "file", None))
        return exits.UNREADABLE
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough, as with "| head"
        _drop_output()
        return exits.FINE
    except OSError as error:  # files have refusals of their own: this is the output
        _drop_output()
        told = "The output cannot be written: {detail}."
        terminal.warn(terminal.language.text(told, detail=error.strerror or error))
        return exits.UNREADABLE
    return code


def parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for these arguments: all verbs by name, the one in use in full."""
    top = argparse.ArgumentParser(
        prog="interview-planner",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = top.add_subparsers(title="verbs", metavar="VERB", required=True)
    for verb, text in VERBS.items():
        sub = verbs.add_parser(
            verb,
            help=text.rstrip("."),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if arguments and arguments[0] == verb:
            _fill(sub, verb)
    return top


def _drop_output() -> None:
    """Send what is still buffered nowhere, so that closing the output does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fill(parser: argparse.ArgumentParser, verb: str) -> None:
    module = importlib.import_module(f"planner.cli.verbs.{verb}")
    parser.description = module.__doc__
    parser.epilog = module.EXAMPLES
    module.add_arguments(parser)
    parser.set_defaults(run=module.run)
