"""See when everything will happen, and what a delay does to the rest.

Without a delay the answer shows how much slack every block has: how late it may start before a
break falls below its minimum, the day ends too late or the journey home is missed.

With --now it is the day itself: what the log beside the plan file tells has happened, the rest is
projected from there.
"""

import argparse
from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from pathlib import Path

from planner.app.moments import moment_called
from planner.app.plan_files import load_plan_file
from planner.cli import exits
from planner.cli.candidate_column import candidate_cell, candidate_head
from planner.cli.readings import block_called, block_length
from planner.cli.shapes import plain
from planner.cli.terminal import Terminal
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.domain.times import DAY, Moment
from planner.formats.wording.language import Language
from planner.formats.wording.projection import what_if_sentences
from planner.formats.wording.terms import term
from planner.i18n import mark
from planner.schedule.assumptions import NOTHING, Assumptions
from planner.schedule.live.live_projection import project_live
from planner.schedule.projection import ProjectedBlock, Projection, project
from planner.schedule.slack import Slack, Slacks, slacks
from planner.schedule.statements import Statement, statements
from planner.schedule.what_if import what_if

EXAMPLES = """\
BLOCK is an id, a title or the time at which the block starts (see "show --json" for the ids).
TIME is a local time (11:12, on the last date of the log or the plan), or 2015-09-25T11:12.

examples:
  interview-planner project onsite.interviewplan
  interview-planner project onsite.interviewplan --late 10:15=20
  interview-planner project onsite.interviewplan --longer interview-2=15 --json
  interview-planner project onsite.interviewplan --now 11:52
"""

_HEADS = (
    mark("Planned"),
    mark("Projected"),
    mark("Delay"),
    mark("Slack"),
    mark("Moves nothing for"),
    mark("Block"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    parser.add_argument(
        "--late",
        type=block_length,
        action="append",
        default=[],
        metavar="BLOCK=MINUTES",
        help="the block cannot start before so long after its planned start",
    )
    parser.add_argument(
        "--longer",
        type=block_length,
        action="append",
        default=[],
        metavar="BLOCK=MINUTES",
        help="the block takes so much longer (or less: -5)",
    )
    parser.add_argument("--now", metavar="TIME", help="the day as it goes at that moment")
    parser.add_argument("--json", action="store_true", help="the projection as JSON")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Project a plan file."""
    plan = load_plan_file(wanted.file)
    if wanted.now is not None:
        return _run_live(wanted, plan, terminal)
    assumed = _assumed(plan, wanted)
    projection = project(plan, assumed)
    told = statements(what_if(plan, assumed)) if assumed.blocks else ()
    if wanted.json:
        terminal.json(_document(projection, told, terminal.language))
    else:
        say_projection(projection, told, terminal)
    return exits.FINE


def _run_live(wanted: argparse.Namespace, plan: Plan, terminal: Terminal) -> int:
    from planner.cli import live_view  # noqa: PLC0415 -- slow import

    told = live_view.read_log(wanted.file, terminal)
    now = moment_called(plan, told, wanted.now)
    known = Log(tuple(entry for entry in told.effective if entry.at <= now.instant))
    projection = project_live(plan, known, now.instant)
    if wanted.json:
        terminal.json(live_view.live_document(projection, terminal.language))
    else:
        live_view.say_live(projection, terminal)
    return exits.FINE


def say_projection(projection: Projection, told: Sequence[Statement], terminal: Terminal) -> None:
    """Print the projected blocks with their slack, then what the delay does."""
    language, plan, left = terminal.language, projection.agenda.plan, slacks(projection)
    terminal.say(plan.title, style="bold")
    heads = [*(language.text(head) for head in _HEADS), *candidate_head(plan, language)]
    days = groupby(projection.blocks.values(), key=lambda block: _planned_start(block).day)
    for day, blocks in days:
        rows = [_row(block, left.block(block.block), plan, language) for block in blocks]
        terminal.table(heads, rows, language.day(day), firm=len(_HEADS) - 1)
    for sentence in what_if_sentences(told, language, plan):
        terminal.say(f"\u2022 {sentence}")


def _assumed(plan: Plan, wanted: argparse.Namespace) -> Assumptions:
    """Return all that is to be assumed; delays of one block add up, whatever it is called."""
    assumed = NOTHING
    for name, length in wanted.longer:
        assumed = assumed.adding(block_called(plan, name).id, longer=length)
    for name, length in wanted.late:
        assumed = assumed.adding(block_called(plan, name).id, later=length)
    return assumed


def _row(block: ProjectedBlock, left: Slack, plan: Plan, language: Language) -> tuple[str, ...]:
    planned = plan.block(block.block)
    end = block.end.moved(-block.end_delay)
    return (
        language.span(_planned_start(block), end),
        language.span(block.start, block.end),
        language.length(block.delay) if block.delay else "",
        _limit(_beyond(left.slack, block.delay), language),
        _limit(_beyond(left.free, block.delay), language),
        planned.title or term(planned.kind, language),
        *candidate_cell(plan, [block.block], language),
    )


def _planned_start(block: ProjectedBlock) -> Moment:
    return block.start.moved(-block.delay)


def _beyond(limit: timedelta | None, delay: timedelta) -> timedelta | None:
    """Return what is left of a limit for a block that is late already."""
    return None if limit is None else limit - delay


def _limit(length: timedelta | None, language: Language) -> str:
    if length is None or length >= DAY:  # then only another day would be touched
        return language.text("any")
    return language.length(length)


def _document(
    projection: Projection, told: Sequence[Statement], language: Language
) -> dict[str, object]:
    plan, left = projection.agenda.plan, slacks(projection)
    return {
        "plan": {"id": plan.id, "title": plan.title},
        "blocks": [_block(block, left) for block in projection.blocks.values()],
        "broken_promises": [
            {
                "kind": broken.promise.kind.value,
                "block": broken.promise.block,
                "due": plain(broken.promise.due),
                "by": plain(broken.by),
                "subjects": plain(broken.subjects),
            }
            for broken in projection.broken
        ],
        "days": [
            {
                "candidate": day.candidate,
                "day": plain(day.day),
                "planned_end": plain(day.planned_end),
                "end": plain(day.end),
                "due": plain(day.due),
            }
            for day in projection.days.values()
        ],
        "answer": what_if_sentences(told, language, plan),
    }


def _block(block: ProjectedBlock, left: Slacks) -> dict[str, object]:
    slack = left.block(block.block)
    return {
        "id": block.block,
        "start": plain(block.start),
        "end": plain(block.end),
        "delay": plain(block.delay),
        "end_delay": plain(block.end_delay),
        "shortened": plain(block.shortened),
        "violated": plain(block.violated),
        "latest_start": plain(slack.latest_start),
        "slack": plain(slack.slack),
        "free": plain(slack.free),
    }
