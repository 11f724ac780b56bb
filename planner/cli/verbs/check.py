"""Find what is wrong with a plan.

Every check of docs/checks.md runs. The exit code is 0 when there is no error (warnings and hints do
not count), 1 when there are errors, 2 when the file cannot be read.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from planner.app.plan_files import load_plan_file
from planner.cli import exits
from planner.cli.shapes import plain
from planner.cli.terminal import Terminal
from planner.domain.plan import Plan
from planner.domain.problems import Problem, Severity
from planner.formats.wording.language import Language
from planner.formats.wording.problems import problem_sentences
from planner.formats.wording.terms import term
from planner.schedule.checks.examination import Checked, examine

EXAMPLES = """\
examples:
  interview-planner check onsite.interviewplan
  interview-planner check onsite.interviewplan --format json | jq '.problems[].code'
"""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_SIGNS = {Severity.ERROR: "\u25cf", Severity.WARNING: "\u25b2", Severity.HINT: "\u25cb"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument(
        "--json", dest="format", action="store_const", const="json", help="the same"
    )


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Check a plan file and say what was found."""
    checked = examine(load_plan_file(wanted.file))
    if wanted.format == "json":
        terminal.json(_document(checked, terminal.language))
    else:
        say_problems(checked, terminal)
    has_errors = any(p.severity is Severity.ERROR for p in checked.open)
    return exits.ERRORS_FOUND if has_errors else exits.FINE


def say_problems(checked: Checked, terminal: Terminal) -> None:
    """Print every open problem with what would mend it, and a last line that counts them."""
    language = terminal.language
    for problem in checked.open:
        what, mend = problem_sentences(problem, checked.plan, language)
        word = term(problem.severity, language)
        sign = _SIGNS[problem.severity]
        terminal.say(f"{sign} {word} {problem.code}  {what}", style=_STYLES[problem.severity])
        terminal.say(f"    {mend}")
    terminal.say(summary(checked, language))


def summary(checked: Checked, language: Language) -> str:
    """Return how many problems of each severity there are, as one sentence."""
    found = checked.open
    if not found:
        return _with_ignored(language.text("No problems."), checked, language)
    errors, warnings, hints = (_count(found, severity) for severity in Severity)
    parts = [
        language.count("{n} error", "{n} errors", errors),
        language.count("{n} warning", "{n} warnings", warnings),
        language.count("{n} hint", "{n} hints", hints),
    ]
    return _with_ignored(", ".join(parts) + ".", checked, language)


def _with_ignored(sentence: str, checked: Checked, language: Language) -> str:
    if not checked.ignored:
        return sentence
    count = len(checked.ignored)
    return f"{sentence} " + language.count("{n} is ignored.", "{n} are ignored.", count)


def _count(problems: Sequence[Problem], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)


def _document(checked: Checked, language: Language) -> dict[str, object]:
    return {
        "plan": {"id": checked.plan.id, "title": checked.plan.title},
        "problems": [_problem(p, checked.plan, language) for p in checked.open],
        "ignored": [problem.key for problem in checked.ignored],
    }


def _problem(problem: Problem, plan: Plan, language: Language) -> dict[str, object]:
    from planner.formats.wording.edits import label  # noqa: PLC0415 -- slow import

    what, mend = problem_sentences(problem, plan, language)
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "what": what,
        "mend": mend,
        "subjects": plain(problem.subjects),
        "facts": plain(problem.facts),
        "when": plain(problem.when),
        "fixes": [label(fix, plan, language) for fix in problem.fixes],
        "key": problem.key,
    }
