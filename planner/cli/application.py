"""The command line as a whole: reads the arguments, runs one verb, never shows a traceback."""

import argparse
import os
import sys
from collections.abc import Sequence

from planner.cli import exits
from planner.cli.terminal import Terminal
from planner.cli.verbs import check, demo, export, new, paste, project, schema, show
from planner.domain.errors import PlannerError

_VERBS = (check, show, project, export, paste, new, schema, demo)

_DESCRIPTION = """\
Plan a candidate's interview day, check it, see what a delay does to it, and hand it out.

Every verb reads a plan file (*.interviewplan). Start with the sample:
  interview-planner demo --out out          do the main job once, with the sample plan
  interview-planner check out/sample.interviewplan
"""


def run(arguments: Sequence[str], terminal: Terminal | None = None) -> int:
    """Run one verb and return the exit code (see `planner.cli.exits`)."""
    terminal = terminal or Terminal()
    wanted = parser().parse_args(arguments)
    try:
        code: int = wanted.run(wanted, terminal)
    except PlannerError as error:
        terminal.refuse(error)
        return exits.UNREADABLE
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough, as with "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.FINE
    return code


def parser() -> argparse.ArgumentParser:
    """Return the parser with all verbs."""
    top = argparse.ArgumentParser(
        prog="interview-planner",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = top.add_subparsers(title="verbs", metavar="VERB", required=True)
    for module in _VERBS:
        verb = module.__name__.rpartition(".")[2]
        text = module.__doc__ or ""
        sub = verbs.add_parser(
            verb,
            help=text.splitlines()[0].rstrip("."),
            description=text,
            epilog=module.EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    return top
