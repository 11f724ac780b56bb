"""See how likely it is that a break gets too short, or that a day ends too late.

Nobody knows how long interviews take: by default they are taken to end as planned on average, with
a spread of 13 %, and three in a hundred to begin half an hour late because somebody did not come.
What the logs of the workspace and the one beside the plan file tell of five and more interviews of
a kind corrects that.

With a log, or with --now, it is the risk of what is left of the day, by what had happened until
then; else that of the plan.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.moments import moment_called
from planner.app.plan_files import load_plan_file
from planner.cli import exits
from planner.cli.candidate_column import candidate_cell, candidate_head
from planner.cli.counsel_view import (
    PROBABILITY_DIGITS,
    add_experience_argument,
    experience_document,
    experience_wanted,
    say_experience,
)
from planner.cli.live_view import read_log
from planner.cli.readings import block_called
from planner.cli.shapes import plain
from planner.cli.terminal import Terminal
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.formats.wording.facts import block_name, subject_name
from planner.formats.wording.language import Language
from planner.formats.wording.risk import (
    buffer_sentence,
    day_risk_chip,
    journey_risk_chip,
    level,
    rest_risk_chip,
    sooner_sentence,
    untouched_line,
)
from planner.formats.wording.whose import has_several
from planner.i18n import mark
from planner.schedule.live.live_projection import project_live
from planner.schedule.risk.advisor import Advice, Buffer, advise
from planner.schedule.risk.risks import Risks, risks

EXAMPLES = """\
TIME is a local time (11:12, on the last date of the log or the plan), or 2015-09-25T11:12.

examples:
  interview-planner risk onsite.interviewplan
  interview-planner risk onsite.interviewplan --now 11:12 --json
  interview-planner risk onsite.interviewplan --before lunch
"""

_HEADS = (mark("Date"), mark("Risk"), mark("Largest cause"))
_NOTHING_TOLD = mark("The log tells of nothing: no block is taken to have begun.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    parser.add_argument("--now", metavar="TIME", help="the moment at which the day stands")
    parser.add_argument(
        "--before", metavar="BLOCK", help="say where more minutes before this break would help"
    )
    add_experience_argument(parser)
    parser.add_argument("--json", action="store_true", help="the probabilities as JSON")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Say what may go wrong with a plan, or with what is left of its day."""
    plan = load_plan_file(wanted.file)
    told = read_log(wanted.file, terminal)
    now = _now(plan, told, wanted.now)
    if now is not None:
        told = Log(tuple(entry for entry in told.effective if entry.at <= now.instant))
    until = SystemClock().now() if now is None else now.instant
    experience = experience_wanted(wanted, plan, told, until)
    priors = experience.priors
    source = plan if now is None else project_live(plan, told, now.instant)
    found = risks(source, priors)
    day = None if now is None else now.day
    rest = None if wanted.before is None else block_called(plan, wanted.before, day).id
    advice = None if rest is None else advise(plan, rest, priors)
    if wanted.json:
        learned = {"experience": experience_document(experience)}
        terminal.json(_document(found, advice, plan, now) | learned)
    else:
        say_risks(found, plan, terminal)
        say_experience(experience, terminal)
        if now is not None and not told.effective:
            terminal.say(terminal.language.text(_NOTHING_TOLD))
        if advice is not None:
            _say_advice(advice, plan, terminal)
    return exits.FINE


def say_risks(found: Risks, plan: Plan, terminal: Terminal) -> None:
    """Print the risks, of rests first."""
    language = terminal.language
    terminal.say(plan.title, style="bold")
    rows = list(_rows(found, plan, language))
    if rows:
        heads = [*(language.text(head) for head in _HEADS), *candidate_head(plan, language)]
        terminal.table(heads, rows, "")
    else:
        terminal.say(language.text("Nothing is left that could go wrong."))


def _say_advice(advice: Advice, plan: Plan, terminal: Terminal) -> None:
    language = terminal.language
    for buffer in advice.buffers:
        terminal.say(f"\u2022 {buffer_sentence(buffer, advice.risk, plan, language)}")
    if advice.sooner is not None:
        terminal.say(f"\u2022 {sooner_sentence(advice.sooner, plan, language)}")


def _now(plan: Plan, told: Log, text: str | None) -> Moment | None:
    if text is not None:
        return moment_called(plan, told, text)
    return Moment(SystemClock().now(), plan.zone()) if told.effective else None


def _rows(found: Risks, plan: Plan, language: Language) -> Iterator[tuple[str, ...]]:
    for rest in found.rests:
        chip = f"{rest_risk_chip(rest, plan, language)}. {untouched_line(rest, language)}"
        cause = _cause(rest.cause, plan, language)
        whose = candidate_cell(plan, [rest.block], language)
        yield _date(plan, rest.block, language), chip, cause, *whose
    for day in (day for day in found.days if day.late > 0):
        cause, whose = _cause(day.cause, plan, language), _name(plan, day.candidate, language)
        yield language.short_day(day.day), day_risk_chip(day, language), cause, *whose
    for journey in found.journeys:
        cause, whose = (
            _cause(journey.cause, plan, language),
            _name(plan, journey.candidate, language),
        )
        chip = journey_risk_chip(journey, language)
        yield language.short_day(journey.by.day), chip, cause, *whose


def _name(plan: Plan, candidate: CandidateId, language: Language) -> list[str]:
    name = subject_name(Subject("candidates", candidate), plan, language)
    return [name] if has_several(plan) else []


def _date(plan: Plan, block: BlockId, language: Language) -> str:
    box = plan.block(block).timebox
    return "" if box is None else language.short_day(box.start.day)


def _cause(cause: BlockId | None, plan: Plan, language: Language) -> str:
    return "" if cause is None else block_name(plan.block(cause), language)


def _document(
    found: Risks, advice: Advice | None, plan: Plan, now: Moment | None
) -> dict[str, object]:
    return {
        "plan": {"id": plan.id, "title": plan.title},
        "now": plain(now),
        "samples": found.samples,
        "rests": [
            {
                "block": rest.block,
                "below_minimum": round(rest.below, PROBABILITY_DIGITS),
                "shortened": round(rest.shortened, PROBABILITY_DIGITS),
                "lost": plain(rest.lost),
                "level": level(1 - rest.below).value,
                "cause": rest.cause,
                "exact": rest.is_exact,
            }
            for rest in found.rests
        ],
        "days": [
            {
                "candidate": day.candidate,
                "day": plain(day.day),
                "due": plain(day.due),
                "late": round(day.late, PROBABILITY_DIGITS),
                "level": level(1 - day.late).value,
                "cause": day.cause,
            }
            for day in found.days
        ],
        "journeys": [
            {
                "candidate": journey.candidate,
                "journey": journey.journey,
                "by": plain(journey.by),
                "missed": round(journey.missed, PROBABILITY_DIGITS),
                "level": level(1 - journey.missed).value,
                "cause": journey.cause,
            }
            for journey in found.journeys
        ],
        "advice": [] if advice is None else [_buffer(buffer) for buffer in advice.buffers],
    }


def _buffer(buffer: Buffer) -> dict[str, object]:
    return {
        "placement": buffer.placement.value,
        "length": plain(buffer.length),
        "below_minimum": round(buffer.risk.below, PROBABILITY_DIGITS),
        "shortened": round(buffer.risk.shortened, PROBABILITY_DIGITS),
        "late": round(buffer.late, PROBABILITY_DIGITS),
        "ends_later": plain(buffer.ends_later),
    }
