"""The log in words: one line for each entry, as ``11:37 call dropped``."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from planner.domain.blocks import Block, Mode
from planner.domain.ids import BlockId
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
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
    "resumed": mark("{block} goes on"),
    "resumed.call": mark("call goes on"),
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
    writer = _Writer(log, plan, language)
    return tuple(writer.line(entry) for entry in log.entries)


def mode_phrase(mode: Mode, language: Language) -> str:
    """Return how people meet, inside a sentence: ``by phone``."""
    return language.text(_MODES[mode])


def block_title(block: Block | None, language: Language) -> str:
    """Return a block's title alone, or its kind; the log has times enough."""
    if block is None:
        return "???"
    return one_line(block.title) or term(block.kind, language)


class _Writer:
    """Puts the entries of one log into words; what each needs of the others is looked up once."""

    def __init__(self, log: Log, plan: Plan, language: Language) -> None:
        self._plan, self._language = plan, language
        self._void = log.void
        self._by_id: dict[LogEntryId, LogEntry] = {}
        self._corrected: set[LogEntryId] = set()
        self._told_before: dict[LogEntryId, str] = {}
        for entry in log.entries:
            self._by_id.setdefault(entry.id, entry)
            is_correction = entry.about is not None and entry.what is not Happening.REVOKED
            if is_correction and entry.about is not None and entry.id not in self._void:
                self._corrected.add(entry.about)
        effective = log.effective
        self._replacements = _first_replacements(effective)
        self._drops = _numbered_interruptions(effective)

    def line(self, entry: LogEntry) -> LogLine:
        told, state = self._told(entry), self._state(entry)
        if state is EntryState.TAKEN_BACK:
            told = self._language.text("{line} (taken back)", line=told)
        elif state is EntryState.CORRECTED:
            told = self._language.text("{line} (corrected)", line=told)
        return LogLine(entry, self._clock(entry.at, entry), told, state)

    def _state(self, entry: LogEntry) -> EntryState:
        if entry.id not in self._void:
            return EntryState.HELD
        return EntryState.CORRECTED if entry.id in self._corrected else EntryState.TAKEN_BACK

    def _told(self, entry: LogEntry) -> str:
        if entry.what is Happening.NOTE:
            return one_line(entry.reason) or self._language.text("a note without words")
        if entry.what is Happening.REVOKED:
            return self._language.text(_LINES["revoked"], line=self._told_of(entry.about))
        block = self._plan.blocks.get(entry.block) if entry.block is not None else None
        return self._language.text(_LINES[self._key(entry, block)], **self._names(entry, block))

    def _told_of(self, name: LogEntryId | None) -> str:
        """Return what an entry tells; nothing where there is none, or where it is about itself."""
        if name is None or name not in self._by_id:
            return ""
        if name not in self._told_before:
            self._told_before[name] = ""
            self._told_before[name] = self._told(self._by_id[name])
        return self._told_before[name]

    def _names(self, entry: LogEntry, block: Block | None) -> Mapping[str, str]:
        language = self._language
        return {
            "block": block_title(block, language),
            "who": self._who(entry),
            "person": self._named("people", entry.person),
            "until": "" if entry.until is None else self._clock(entry.until, entry),
            "length": "" if entry.length is None else language.length(entry.length),
            "reason": one_line(entry.reason),
            "areas": language.join([self._named("focus_areas", area) for area in entry.areas]),
            "mode": self._mode(entry),
            "offset": _offset(entry, block),
            "times": self._times(entry),
        }

    def _key(self, entry: LogEntry, block: Block | None) -> str:
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
            Happening.STARTED: ("replaced", self._replacement(entry) is not None),
            Happening.NO_SHOW: ("person", entry.person is not None),
            Happening.RESUMED: ("call", block is not None and block.is_call),
        }
        suffix, is_special = special.get(entry.what, ("", False))
        return f"{name}.{suffix}" if is_special else name

    def _replacement(self, entry: LogEntry) -> LogEntry | None:
        """Return the replacement with a mode that was told before a block started."""
        found = self._replacements.get(entry.block)
        return found if found is not None and found.at <= entry.at else None

    def _mode(self, entry: LogEntry) -> str:
        source = entry
        if entry.what is Happening.STARTED:
            source = self._replacement(entry) or entry
        return "" if source.mode is None else mode_phrase(source.mode, self._language)

    def _times(self, entry: LogEntry) -> str:
        """Return how often a call has dropped so far, from the second time on."""
        number = self._drops.get(entry.id, 1)
        return "" if number == 1 else self._language.text(" ({n} times so far)", n=number)

    def _who(self, entry: LogEntry) -> str:
        if entry.person is not None:
            return self._named("people", entry.person)
        return self._named("candidates", entry.candidate)

    def _named(self, table: str, record: str | None) -> str:
        if record is None:
            return "???"
        return subject_name(Subject(table, record), self._plan, self._language)

    def _clock(self, at: datetime, entry: LogEntry) -> str:
        """Return the time of day where the block is, else at the plan's office."""
        block = self._plan.blocks.get(entry.block) if entry.block is not None else None
        box = block.timebox if block is not None else None
        return self._language.clock(Moment(at, self._zone if box is None else box.start.zone))

    @cached_property
    def _zone(self) -> str:
        plan = self._plan
        office = plan.offices.get(plan.office) if plan.office is not None else None
        zones = (block.timebox.start.zone for block in plan.blocks.values() if block.timebox)
        return office.zone if office is not None else next(zones, "Etc/UTC")


def _first_replacements(effective: Iterable[LogEntry]) -> Mapping[BlockId | None, LogEntry]:
    """Return of each block the first replacement by somebody with a mode."""
    found: dict[BlockId | None, LogEntry] = {}
    for entry in effective:
        is_whole = entry.person is not None and entry.mode is not None
        if entry.what is Happening.REPLACED and is_whole:
            found.setdefault(entry.block, entry)
    return found


def _numbered_interruptions(effective: Iterable[LogEntry]) -> Mapping[LogEntryId, int]:
    """Return of each interruption that holds which one of its block it is."""
    found: dict[LogEntryId, int] = {}
    counts: Counter[BlockId | None] = Counter()
    for entry in effective:
        if entry.what is Happening.INTERRUPTED:
            counts[entry.block] += 1
            found.setdefault(entry.id, counts[entry.block])
    return found


def _interruption(entry: LogEntry, block: Block | None) -> str:
    name = entry.what.value
    if f"{name}.{entry.reason}" in _LINES:
        return f"{name}.{entry.reason}"
    if entry.reason in {"", "dropped"}:
        is_call = block is not None and block.is_call
        return f"{name}.call" if is_call or entry.reason else name
    return f"{name}.reason"


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
