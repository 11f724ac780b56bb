"""Tell what happens on the day, as it happens, and take it back.

Every entry goes into the log beside the plan file, at once. Without BLOCK it is the block that the
action fits: the one that is due to start, the one that goes on to end. Nothing is ever deleted:
"undo" writes an entry that takes back the last one.
"""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from planner.app.clock import SystemClock
from planner.app.live_day import LiveDay, journal_beside
from planner.app.moments import moment_called
from planner.app.plan_files import open_plan_file
from planner.cli import exits
from planner.cli.live_view import live_document, say_due, say_log, warn_of_unread
from planner.cli.readings import UnknownBlock, block_called, shown_block, typed_minutes
from planner.cli.terminal import Terminal
from planner.domain.blocks import Block, Mode
from planner.domain.errors import InvalidValue, UnknownRecord
from planner.domain.ids import CandidateId, PersonId
from planner.domain.log import Happening, LogEntry
from planner.domain.plan import Plan
from planner.formats.wording.language import Language
from planner.formats.wording.log import log_lines
from planner.i18n import mark
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.schedule.repairs.playbooks import due_steps

EXAMPLES = """\
BLOCK is an id, a title or the time at which the block starts; TIME as in "project --now". Of a
verdict, which is what the candidate says of the day, it is "good" or "not-so-good".

examples:
  interview-planner live onsite.interviewplan start
  interview-planner live onsite.interviewplan end --at 10:58
  interview-planner live onsite.interviewplan no-show 11:00
  interview-planner live onsite.interviewplan replace 11:00 --person "Kim Lee" --by phone
  interview-planner live onsite.interviewplan interrupt --reason dropped
  interview-planner live onsite.interviewplan extend --minutes 5
  interview-planner live onsite.interviewplan late 13:15 --person kim --until 13:30
  interview-planner live onsite.interviewplan verdict good "Everybody was on time"
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
    parser.add_argument("--candidate", metavar="NAME", help="the candidate it is about")
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
        back = live.take_back(workspace=workspace)
        told = [] if back is None else [back]
    elif wanted.action == "attach":
        told = list(live.attach(plan))
    elif wanted.action != "log":
        told = [_tell(wanted, live, plan, terminal.language)]
    if wanted.json:
        terminal.json(live_document(live.projection(workspace.plan, at), terminal.language))
    elif wanted.action == "log":
        say_log(live.log, workspace.plan, terminal)
    else:
        _say(told, live, live.projection(workspace.plan, at), terminal)
    return exits.FINE


def _tell(wanted: argparse.Namespace, live: LiveDay, plan: Plan, language: Language) -> LogEntry:
    """Write down what the arguments say.

    Raises:
        InvalidValue: something that it needs is not among them.
    """
    action, at = _ACTIONS[wanted.action], _at(wanted, live, plan)
    projection = live.projection(plan, at)
    block = _block(wanted, action, projection, plan)
    fields: dict[str, Any] = {
        "person": _person(wanted.person, plan),
        "instead_of": _person(wanted.instead_of, plan),
        "candidate": _candidate(wanted.candidate, action, plan),
        "mode": None if wanted.by is None else _MODES[wanted.by],
        "length": wanted.minutes,
        "reason": wanted.reason or wanted.text or "",
    }
    if action.what is Happening.LATE and fields["person"] is fields["candidate"] is None:
        raise InvalidValue(field="person", reason="missing_in_log", value=wanted.action)
    if action.what is Happening.VERDICT:
        fields["is_good"] = _is_good(wanted.block)
        fields["reason"] = fields["reason"].strip() or language.text(_ALL_OF_IT)
    if wanted.until is not None:
        fields["until"] = moment_called(plan, live.log, wanted.until).instant
    if at is not None:
        fields["at"] = at
    return live.tell(action.what, block, **fields)


def _block(
    wanted: argparse.Namespace, action: _Action, projection: LiveProjection, plan: Plan
) -> Block | None:
    """Return the block that was named, else the one that the action fits.

    Raises:
        UnknownBlock: none or more than one fits.
    """
    if wanted.block is not None and action.what is not Happening.VERDICT:
        return block_called(plan, wanted.block)
    if action.fits is None:
        return None
    fitting = [
        entry
        for entry in projection.agenda.entries
        if projection.phases[entry.block.id] in action.fits and not entry.block.is_rest
    ]
    if action.fits is _AWAITED and fitting:
        first = min(entry.start for entry in fitting)
        fitting = [entry for entry in fitting if entry.start == first]
    if len(fitting) == 1:
        return plan.block(fitting[0].block.id)
    listed = fitting or projection.agenda.entries
    raise UnknownBlock(
        text=wanted.action,
        known=", ".join(shown_block(entry.block) for entry in listed),
        reason="not_named",
    )


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


def _person(text: str | None, plan: Plan) -> PersonId | None:
    """Return who is called so, by id or name.

    Raises:
        UnknownRecord: nobody is.
    """
    if text is None:
        return None
    named = (p.id for p in plan.people.values() if text.casefold() == p.name.casefold())
    by_id = (p for p in plan.people if p == text)
    found = next(by_id, next(named, None))
    if found is None:
        raise UnknownRecord(kind="people", id=text)
    return found


def _candidate(text: str | None, action: _Action, plan: Plan) -> CandidateId | None:
    """Return the candidate who is called so; the only one where none is named and one is needed."""
    known = plan.candidates.values()
    if text is not None:
        found = next((c.id for c in known if text in {c.id, c.name}), None)
        if found is None:
            raise UnknownRecord(kind="candidates", id=text)
        return found
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
            terminal.say(line.line)
    for step in due_steps(projection):
        say_due(step, projection, terminal)
