"""Tell what happens on the day, as it happens, and take it back.

Every entry goes into the log beside the plan file, at once. Without BLOCK it is the block that the
action fits: the one that is due to start, the one that goes on to end. Nothing is ever deleted:
"undo" writes an entry that takes back the last one.
"""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from planner.app.clock import SystemClock
from planner.app.live_day import LiveDay, journal_beside
from planner.app.moments import moment_called
from planner.app.plan_files import open_plan_file
from planner.cli import exits
from planner.cli.live_view import (
    live_document,
    say_due,
    say_line,
    say_log,
    warn_of_unread,
)
from planner.cli.readings import (
    UnknownBlock,
    block_called,
    candidate_called,
    person_called,
    shown_block,
    typed_minutes,
)
from planner.cli.terminal import Terminal
from planner.domain.blocks import Block, Mode
from planner.domain.errors import InvalidValue
from planner.domain.ids import CandidateId
from planner.domain.log import Happening, LogEntry
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.formats.wording.language import Language
from planner.formats.wording.log import log_lines
from planner.formats.wording.whose import busy_sentence
from planner.i18n import mark
from planner.schedule.live.handover import busy_elsewhere, left_for
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.schedule.repairs.playbooks import due_steps

EXAMPLES = """\
BLOCK is an id, a title or the time at which the block starts; TIME as in "project --now". Of a
verdict, which is what the candidate says of the day, it is "good" or "not-so-good"; of a note alone
it is the text. "start" ends what runs for the same candidate, in one step.

examples:
  interview-planner live onsite.interviewplan start
  interview-planner live onsite.interviewplan end --at 10:58
  interview-planner live onsite.interviewplan no-show 11:00
  interview-planner live onsite.interviewplan replace 11:00 --person "Kim Lee" --by phone
  interview-planner live onsite.interviewplan interrupt --reason dropped
  interview-planner live onsite.interviewplan extend --minutes 5
  interview-planner live onsite.interviewplan late 13:15 --person kim --until 13:30
  interview-planner live onsite.interviewplan verdict good "Everybody was on time"
  interview-planner live onsite.interviewplan start --candidate "Ada Lovelace"
  interview-planner live onsite.interviewplan undo
  interview-planner live onsite.interviewplan log
"""

_MODES: Mapping[str, Mode] = {
    "face": Mode.FACE_TO_FACE,
    "phone": Mode.PHONE,
    "video": Mode.VIDEO,
}
_AWAITED = frozenset({Phase.DUE, Phase.SUSPECTED, Phase.NO_SHOW, Phase.REPLACED, Phase.UPCOMING})


@dataclass(frozen=True, slots=True)
class _Action:
    """What an action writes, and which blocks it fits (None: it is about none)."""

    what: Happening
    fits: frozenset[Phase] | None


_ACTIONS: Mapping[str, _Action] = {
    "arrive": _Action(Happening.ARRIVED, None),
    "start": _Action(Happening.STARTED, _AWAITED),
    "end": _Action(Happening.ENDED, GOING_ON),
    "no-show": _Action(Happening.NO_SHOW, _AWAITED),
    "replace": _Action(Happening.REPLACED, _AWAITED),
    "interrupt": _Action(Happening.INTERRUPTED, GOING_ON),
    "resume": _Action(Happening.RESUMED, frozenset({Phase.INTERRUPTED})),
    "extend": _Action(Happening.EXTENDED, GOING_ON),
    "cut": _Action(Happening.CUT, GOING_ON),
    "skip": _Action(Happening.SKIPPED, _AWAITED),
    "move": _Action(Happening.MOVED, _AWAITED),
    "late": _Action(Happening.LATE, _AWAITED),
    "leave": _Action(Happening.LEFT, None),
    "note": _Action(Happening.NOTE, None),
    "verdict": _Action(Happening.VERDICT, None),
}
_VERDICTS: Mapping[str, bool] = {"good": True, "not-so-good": False}
_OF_A_CANDIDATE = frozenset({Happening.ARRIVED, Happening.LEFT, Happening.VERDICT})
_ALL_OF_IT = mark("the day as a whole")
_OTHERS = ("undo", "attach", "log")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    parser.add_argument("action", choices=(*_ACTIONS, *_OTHERS), help="what happens")
    parser.add_argument("block", nargs="?", help="the block; default: the one that the action fits")
    parser.add_argument("text", nargs="?", help="what was said: the same as --reason")
    parser.add_argument("--at", metavar="TIME", help="when it happened; default: now")
    parser.add_argument("--author", default="", metavar="NAME", help="who writes this")
    parser.add_argument("--person", metavar="NAME", help="who is absent, comes late or takes over")
    parser.add_argument("--instead-of", metavar="NAME", help="whose seat is taken over")
    parser.add_argument(
        "--candidate", metavar="NAME", help="the candidate it is about, or whose block"
    )
    parser.add_argument("--by", choices=tuple(_MODES), help="how it goes on")
    parser.add_argument("--minutes", type=typed_minutes, metavar="N", help="by how much")
    parser.add_argument("--until", metavar="TIME", help="the new time")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, or the note")
    parser.add_argument("--json", action="store_true", help="the projection afterwards as JSON")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Write down what happened, and say how the day goes now."""
    live = LiveDay(journal_beside(wanted.file), SystemClock(), wanted.author)
    warn_of_unread(live.unread, terminal)
    workspace = open_plan_file(wanted.file, live.clock)
    plan = workspace.plan
    at = _at(wanted, live, plan)
    told: list[LogEntry] = []
    if wanted.action == "undo":
        back = live.take_back(workspace=workspace, at=at)
        told = [] if back is None else [back]
    elif wanted.action == "attach":
        told = list(live.attach(plan))
    elif wanted.action != "log":
        told = _tell(wanted, live, plan, terminal)
    if wanted.json:
        terminal.json(live_document(live.projection(workspace.plan, at), terminal.language))
    elif wanted.action == "log":
        say_log(live.log, workspace.plan, terminal)
    else:
        _say(told, live, live.projection(workspace.plan, at), terminal)
    return exits.FINE


def _tell(
    wanted: argparse.Namespace, live: LiveDay, plan: Plan, terminal: Terminal
) -> list[LogEntry]:
    """Write down what the arguments say.

    Raises:
        InvalidValue: something that it needs is not among them.
    """
    action, at = _ACTIONS[wanted.action], _at(wanted, live, plan)
    projection = live.projection(plan, at)
    block = _block(wanted, action, projection, live)
    if action.what is Happening.STARTED and block is not None:
        return _begin(block, live, projection, at, terminal)
    fields = _fields(wanted, action, plan, terminal.language)
    if wanted.until is not None:
        fields["until"] = moment_called(plan, live.log, wanted.until).instant
    if at is not None:
        fields["at"] = at
    return [live.tell(action.what, block, **fields)]


def _begin(
    block: Block,
    live: LiveDay,
    projection: LiveProjection,
    at: datetime | None,
    terminal: Terminal,
) -> list[LogEntry]:
    """Write down that a block has begun; warn of those who are still in another one."""
    plan, language = projection.agenda.plan, terminal.language
    told = live.begin(block, left_for(block, projection), at)
    for busy in busy_elsewhere(block, projection):
        said = busy_sentence(busy, plan, language)
        mend = language.text("End that one too: {command}.", command=f"live FILE end {busy.block}")
        terminal.warn(f"{said} {mend}")
    return [*told]


def _fields(
    wanted: argparse.Namespace, action: _Action, plan: Plan, language: Language
) -> dict[str, Any]:
    """Return what an entry says besides its block and its times.

    Raises:
        InvalidValue: something that it needs is not among the arguments.
    """
    person = None if wanted.person is None else person_called(plan, wanted.person)
    instead_of = None if wanted.instead_of is None else person_called(plan, wanted.instead_of)
    fields: dict[str, Any] = {
        "person": person,
        "instead_of": instead_of,
        "candidate": _candidate(wanted, action, plan),
        "mode": None if wanted.by is None else _MODES[wanted.by],
        "length": wanted.minutes,
        "reason": _reason(wanted, action),
    }
    if action.what is Happening.LATE and person is fields["candidate"] is None:
        raise InvalidValue(field="person", reason="missing_in_log", value=wanted.action)
    if action.what is Happening.NOTE and not fields["reason"]:
        raise InvalidValue(field="note", reason="no_text")
    if action.what is Happening.VERDICT:
        fields["is_good"] = _is_good(wanted.block)
        fields["reason"] = fields["reason"] or language.text(_ALL_OF_IT)
    return fields


def _block(
    wanted: argparse.Namespace, action: _Action, projection: LiveProjection, live: LiveDay
) -> Block | None:
    """Return the block that was named, else the one that the action fits.

    Raises:
        UnknownBlock: none or more than one fits.
    """
    plan = projection.agenda.plan
    whose = None if wanted.candidate is None else candidate_called(plan, wanted.candidate)
    if wanted.block is not None and not _is_text(wanted, action):
        return block_called(plan, wanted.block, _day(wanted, live, plan), whose)
    if action.fits is None:
        return None
    fitting = [
        entry
        for entry in projection.agenda.entries
        if projection.phases[entry.block.id] in action.fits
        and not entry.block.is_rest
        and (whose is None or whose in entry.block.candidates)
    ]
    if action.fits is _AWAITED and fitting:
        first = min(entry.start for entry in fitting)
        fitting = [entry for entry in fitting if entry.start == first]
    if len(fitting) == 1:
        return plan.block(fitting[0].block.id)
    listed = fitting or projection.agenda.entries
    raise UnknownBlock(
        text=wanted.action,
        known=", ".join(shown_block(entry.block, plan) for entry in listed),
        reason="not_named",
    )


def _is_text(wanted: argparse.Namespace, action: _Action) -> bool:
    """Say whether what stands where a block may stand is none: a verdict, or the text of a note."""
    is_note = action.what is Happening.NOTE and not wanted.text and not wanted.reason
    return is_note or action.what is Happening.VERDICT


def _reason(wanted: argparse.Namespace, action: _Action) -> str:
    text = wanted.reason or wanted.text or ""
    if action.what is Happening.NOTE:
        text = text or wanted.block or ""
    return str(text).strip()


def _day(wanted: argparse.Namespace, live: LiveDay, plan: Plan) -> date | None:
    """Return the date that a time of day alone means: that of the moment which it is told of.

    That is --at or the present, else the date of the last entry of the log, else the plan's last one.
    """
    boxes = [block.timebox for block in plan.blocks.values() if block.timebox is not None]
    planned = {box.start.day for box in boxes}
    at = _at(wanted, live, plan) or live.now()
    told = [at, *(entry.at for entry in live.log.effective[-1:])]
    days = (Moment(moment, plan.zone()).day for moment in told)
    return next((day for day in days if day in planned), max(planned, default=None))


def _at(wanted: argparse.Namespace, live: LiveDay, plan: Plan) -> datetime | None:
    return None if wanted.at is None else moment_called(plan, live.log, wanted.at).instant


def _is_good(text: str | None) -> bool:
    """Return which of the two verdicts a text is.

    Raises:
        InvalidValue: it is neither.
    """
    found = _VERDICTS.get(text or "")
    if found is None:
        raise InvalidValue(field="verdict", reason="no_such_verdict")
    return found


def _candidate(wanted: argparse.Namespace, action: _Action, plan: Plan) -> CandidateId | None:
    """Return the candidate whom an entry names; the only one where none is named and one is needed.

    Of a block the candidates are known: there a name says only which block is meant.
    """
    if wanted.candidate is not None:
        is_told = action.fits is None or (action.what is Happening.LATE and wanted.person is None)
        found = candidate_called(plan, wanted.candidate)
        return found if is_told else None
    is_needed = action.what in _OF_A_CANDIDATE
    return next(iter(plan.candidates)) if is_needed and len(plan.candidates) == 1 else None


def _say(
    told: list[LogEntry], live: LiveDay, projection: LiveProjection, terminal: Terminal
) -> None:
    language, plan = terminal.language, projection.agenda.plan
    written = {entry.id for entry in told}
    if not written:
        terminal.say(language.text("There is nothing to write down."))
    for line in log_lines(live.log, plan, language):
        if line.entry.id in written:
            say_line(line, plan, terminal)
    for step in due_steps(projection):
        say_due(step, projection, terminal)
