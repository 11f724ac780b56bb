"""The log in words: one line for each entry, as ``11:37 call dropped``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from planner.domain.blocks import Block, Mode
from planner.domain.log import Happening, Log, LogEntry
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import MINUTE, Moment
from planner.formats.plaintext import one_line
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.i18n import mark

_LINES: Mapping[str, str] = {
    "arrived": mark("{who} arrived"),
    "left": mark("{who} left"),
    "started": mark("{block} started{offset}"),
    "started.replaced": mark("replacement started {block}, {mode}"),
    "ended": mark("{block} ended{offset}"),
    "suspected": mark("no-show suspected in {block}"),
    "no_show": mark("nobody came to {block}"),
    "no_show.person": mark("{person} did not come to {block}"),
    "late": mark("{who} comes to {block} at {until}"),
    "replaced": mark("{block} goes on in another way"),
    "replaced.mode": mark("{block} goes on {mode}"),
    "replaced.person": mark("{person} takes over {block}"),
    "replaced.person.mode": mark("{person} takes over {block}, {mode}"),
    "interrupted": mark("{block} interrupted"),
    "interrupted.call": mark("call dropped{times}"),
    "interrupted.fire_alarm": mark("fire alarm: {block} interrupted"),
    "interrupted.room_taken": mark("room taken: {block} interrupted"),
    "interrupted.reason": mark("{block} interrupted: {reason}"),
    "resumed": mark("{block} resumed"),
    "resumed.call": mark("call resumed"),
    "extended": mark("{block} extended by {length}"),
    "cut": mark("{block} cut by {length}"),
    "skipped": mark("{block} skipped"),
    "moved": mark("{block} moved to {until}"),
    "accepted": mark("{block} may be {length} shorter"),
    "added": mark("{block} added"),
    "handed": mark("{block} takes over {areas}"),
    "note": mark("{reason}"),
    "verdict.good": mark("the candidate liked: {reason}"),
    "verdict.not_good": mark("the candidate did not like: {reason}"),
    "revoked": mark("taken back: {line}"),
}
_MODES: Mapping[Mode, str] = {
    Mode.FACE_TO_FACE: mark("face to face"),
    Mode.PHONE: mark("by phone"),
    Mode.VIDEO: mark("by video"),
}


class EntryState(StrEnum):
    """Whether an entry still holds."""

    HELD = "held"
    TAKEN_BACK = "taken_back"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry in words: its time of day, what happened, and whether that still holds."""

    entry: LogEntry
    clock: str
    text: str
    state: EntryState

    @property
    def line(self) -> str:
        """Return both together."""
        return f"{self.clock} {self.text}"


def log_lines(log: Log, plan: Plan, language: Language) -> tuple[LogLine, ...]:
    """Return every entry as a line, in the order in which they were written.

    What was taken back or corrected says so at its end; a correction and what it corrects both stay.
    """
    return tuple(_line(entry, log, plan, language) for entry in log.entries)


def mode_phrase(mode: Mode, language: Language) -> str:
    """Return how people meet, inside a sentence: ``by phone``."""
    return language.text(_MODES[mode])


def block_title(block: Block | None, language: Language) -> str:
    """Return a block's title alone, or its kind; the log has times enough."""
    if block is None:
        return "???"
    return one_line(block.title) or term(block.kind, language)


def _line(entry: LogEntry, log: Log, plan: Plan, language: Language) -> LogLine:
    told = _told(entry, log, plan, language)
    state = _state(entry, log)
    if state is EntryState.TAKEN_BACK:
        told = language.text("{line} (taken back)", line=told)
    elif state is EntryState.CORRECTED:
        told = language.text("{line} (corrected)", line=told)
    return LogLine(entry, _clock(entry.at, entry, plan, language), told, state)


def _state(entry: LogEntry, log: Log) -> EntryState:
    void = log.void
    if entry.id not in void:
        return EntryState.HELD
    later = [one for one in log.entries if one.about == entry.id and one.id not in void]
    is_corrected = any(one.what is not Happening.REVOKED for one in later)
    return EntryState.CORRECTED if is_corrected else EntryState.TAKEN_BACK


def _told(entry: LogEntry, log: Log, plan: Plan, language: Language) -> str:
    if entry.what is Happening.NOTE:
        return one_line(entry.reason) or language.text("a note without words")
    if entry.what is Happening.REVOKED:
        about = next((one for one in log.entries if one.id == entry.about), None)
        line = "" if about is None else _told(about, log, plan, language)
        return language.text(_LINES["revoked"], line=line)
    block = plan.blocks.get(entry.block) if entry.block is not None else None
    names = {
        "block": block_title(block, language),
        "who": _who(entry, plan, language),
        "person": _named("people", entry.person, plan, language),
        "until": "" if entry.until is None else _clock(entry.until, entry, plan, language),
        "length": "" if entry.length is None else language.length(entry.length),
        "reason": one_line(entry.reason),
        "areas": language.join([_named("focus_areas", a, plan, language) for a in entry.areas]),
        "mode": _mode(entry, log, language),
        "offset": _offset(entry, block),
        "times": _times(entry, log, language),
    }
    return language.text(_LINES[_key(entry, block, log)], **names)


def _key(entry: LogEntry, block: Block | None, log: Log) -> str:
    """Return the name of the sentence: the happening, and what makes it a special one."""
    name = entry.what.value
    if entry.what is Happening.INTERRUPTED:
        return _interruption(entry, block)
    if entry.what is Happening.VERDICT:
        return f"{name}.good" if entry.is_good else f"{name}.not_good"
    if entry.what is Happening.REPLACED:
        person = ".person" if entry.person is not None else ""
        return f"{name}{person}" + (".mode" if entry.mode is not None else "")
    special = {
        Happening.STARTED: ("replaced", _replacement(entry, log) is not None),
        Happening.NO_SHOW: ("person", entry.person is not None),
        Happening.RESUMED: ("call", block is not None and block.is_call),
    }
    suffix, is_special = special.get(entry.what, ("", False))
    return f"{name}.{suffix}" if is_special else name


def _interruption(entry: LogEntry, block: Block | None) -> str:
    name = entry.what.value
    if f"{name}.{entry.reason}" in _LINES:
        return f"{name}.{entry.reason}"
    if entry.reason in {"", "dropped"}:
        is_call = block is not None and block.is_call
        return f"{name}.call" if is_call or entry.reason else name
    return f"{name}.reason"


def _replacement(entry: LogEntry, log: Log) -> LogEntry | None:
    """Return the replacement with a mode that was told before a block started."""
    told = (
        one
        for one in log.effective
        if one.what is Happening.REPLACED and one.block == entry.block and one.at <= entry.at
    )
    return next((one for one in told if one.person is not None and one.mode is not None), None)


def _mode(entry: LogEntry, log: Log, language: Language) -> str:
    source = entry
    if entry.what is Happening.STARTED:
        source = _replacement(entry, log) or entry
    return "" if source.mode is None else mode_phrase(source.mode, language)


def _offset(entry: LogEntry, block: Block | None) -> str:
    """Return by how many minutes it differs from the plan, as `` (+12)``; empty within one."""
    box = None if block is None else block.timebox
    if box is None:
        return ""
    planned = box.start if entry.what is Happening.STARTED else box.end
    if planned is None:
        return ""
    minutes = round((entry.at - planned.instant) / MINUTE)
    sign = "+" if minutes > 0 else "\u2212"
    return f" ({sign}{abs(minutes)})" if minutes else ""


def _times(entry: LogEntry, log: Log, language: Language) -> str:
    """Return how often a call has dropped so far, from the second time on."""
    if entry.what is not Happening.INTERRUPTED:
        return ""
    same = [e for e in log.effective if e.what is entry.what and e.block == entry.block]
    number = next((n for n, one in enumerate(same, start=1) if one.id == entry.id), 1)
    return "" if number == 1 else language.text(" ({n} times so far)", n=number)


def _who(entry: LogEntry, plan: Plan, language: Language) -> str:
    if entry.person is not None:
        return _named("people", entry.person, plan, language)
    return _named("candidates", entry.candidate, plan, language)


def _named(table: str, record: str | None, plan: Plan, language: Language) -> str:
    return "???" if record is None else subject_name(Subject(table, record), plan, language)


def _clock(at: datetime, entry: LogEntry, plan: Plan, language: Language) -> str:
    """Return the time of day where the block is, else at the plan's office."""
    block = plan.blocks.get(entry.block) if entry.block is not None else None
    if block is not None and block.timebox is not None:
        return language.clock(Moment(at, block.timebox.start.zone))
    office = plan.offices.get(plan.office) if plan.office is not None else None
    zones: Sequence[str] = [b.timebox.start.zone for b in plan.blocks.values() if b.timebox]
    zone = office.zone if office is not None else next(iter(zones), "Etc/UTC")
    return language.clock(Moment(at, zone))
