"""Print the JSON Schema of plan files."""

import argparse

from planner.cli import exits
from planner.cli.terminal import Terminal
from planner.resources import bundled

EXAMPLES = """\
examples:
  interview-planner schema > interviewplan.schema.json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb: there are none."""
    del parser


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Print the schema."""
    del wanted
    path = bundled("schema", "interviewplan.schema.json")
    terminal.write(path.read_text(encoding="utf-8"))
    return exits.FINE
