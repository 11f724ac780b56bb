"""See what could be done about a day that goes wrong, and do it.

It reads the log beside the plan file. Each proposal says what it costs, and how much likelier or
less likely it makes it that breaks, the end of the day and the way home are safe. Proposals are
ranked as the policy says; doing nothing is always allowed, and nothing is changed without --apply.
"""

import argparse
from pathlib import Path

from planner.app.counsel import counsel
from planner.app.live_day import LiveDay
from planner.app.plan_files import load_plan_file, open_plan_file
from planner.cli import exits
from planner.cli.counsel_view import (
    add_experience_argument,
    counsel_document,
    experience_wanted,
    say_counsel,
    say_messages,
)
from planner.cli.live_view import (
    live_day_at,
    live_document,
    say_due,
    say_live,
    say_log,
    warn_of_unread,
)
from planner.cli.terminal import Terminal
from planner.domain.errors import InvalidValue
from planner.domain.plan import Plan
from planner.schedule.repairs.playbooks import due_steps
from planner.schedule.repairs.proposals import Proposal, advise

EXAMPLES = """\
examples:
  interview-planner repair onsite.interviewplan
  interview-planner repair onsite.interviewplan --now 11:12 --json
  interview-planner repair onsite.interviewplan --apply 1
  interview-planner repair onsite.interviewplan --messages
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    parser.add_argument("--now", metavar="TIME", help="the moment; default: that of this computer")
    parser.add_argument("--apply", type=int, metavar="N", help="do what the proposal N says")
    parser.add_argument("--author", default="", metavar="NAME", help="who decides")
    parser.add_argument(
        "--messages", action="store_true", help="the texts to send to whom it concerns"
    )
    add_experience_argument(parser)
    parser.add_argument("--json", action="store_true", help="the proposals as JSON")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Say what could be done, or do it."""
    live = live_day_at(wanted.file, load_plan_file(wanted.file), wanted.now, wanted.author)
    warn_of_unread(live.unread, terminal)
    workspace = open_plan_file(wanted.file, live.clock)
    plan, now = workspace.plan, live.now()
    if wanted.apply is not None:
        advice = advise(plan, live.log, now)
        chosen = _chosen(advice.proposals, wanted.apply)
        live.apply(chosen.measures, workspace)
        projection = live.projection(workspace.plan)
        if wanted.json:
            terminal.json(live_document(projection, terminal.language))
        else:
            say_log(live.log, workspace.plan, terminal)
            say_live(projection, terminal)
            if wanted.messages:
                say_messages(chosen, plan, terminal)
    else:
        _say(live, plan, wanted, terminal)
    return exits.FINE


def _say(live: LiveDay, plan: Plan, wanted: argparse.Namespace, terminal: Terminal) -> None:
    now, projection = live.now(), live.projection(plan)
    experience = experience_wanted(wanted, plan, live.log, now)
    found = counsel(plan, live.log, now, experience, projection)
    if wanted.json:
        terminal.json(counsel_document(found, plan, terminal.language))
        return
    for step in due_steps(projection):
        say_due(step, projection, terminal)
    say_counsel(found, plan, terminal, has_messages=wanted.messages)


def _chosen(proposals: tuple[Proposal, ...], number: int) -> Proposal:
    if not 1 <= number <= len(proposals):
        raise InvalidValue(field="proposal", reason="no_such_proposal", value=number)
    return proposals[number - 1]
