"""The live day: the open plan with its log, and the only way to write into that."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from planner.app.clock import Clock
from planner.app.workspace import Workspace
from planner.domain.blocks import Block, Timebox
from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId, PlanId, fresh_id
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.formats.logfile import read_lines, write_line
from planner.schedule.live.facts import BlockFacts, facts_of, seconds
from planner.schedule.live.live_projection import LiveProjection
from planner.schedule.live.standing import as_it_stands
from planner.schedule.network import Network, network
from planner.schedule.repairs.measures import Measure, edit_of, entries_of, undoing
from planner.store.journals import Journal

SUFFIX = ".interviewlog"

_AS_PLANNED = "as_planned"


def journal_beside(plan_file: Path) -> Journal:
    """Return the journal of a plan file: the file of the same name, with another ending."""
    return Journal(plan_file.with_suffix(SUFFIX))


def journal_of(plan: PlanId, folder: Path) -> Journal:
    """Return the journal of a plan of the library that lies in ``folder``."""
    return Journal(folder / "logs" / f"{plan}{SUFFIX}")


class LiveDay:
    """Tells what happened, and how the day will go on.

    Every entry is on the disk when `tell` returns. Nothing is ever taken away: `take_back` writes an
    entry of its own.
    """

    def __init__(self, journal: Journal, clock: Clock, author: str = "") -> None:
        """Read a journal.

        Raises:
            ReadFailed: it is there and cannot be read.
        """
        self._journal = journal
        self._clock = clock
        self._author = author
        self._listeners: list[Callable[[Log], None]] = []
        self._log = Log()
        self._size = -1
        self._edits: dict[str, Edit] = {}
        self._facts: Mapping[BlockId, BlockFacts] | None = None
        self._kept: tuple[Plan, list[LogEntry], Network] | None = None
        self.unread: Sequence[int] = ()
        self.refresh()

    @property
    def log(self) -> Log:
        """Return everything that was written so far."""
        return self._log

    @property
    def clock(self) -> Clock:
        """Return the clock by which entries are stamped."""
        return self._clock

    def now(self) -> datetime:
        """Return the present instant."""
        return self._clock.now()

    def projection(self, plan: Plan, now: datetime | None = None) -> LiveProjection:
        """Return how a plan's day goes, at this moment where no other is given.

        What depends on the plan alone is kept until the plan or whoever takes part in it changes.
        """
        facts = self._facts if self._facts is not None else facts_of(self._log)
        self._facts = facts
        moment = seconds(now or self._clock.now())
        return LiveProjection(self._network(plan), self._log, moment, facts)

    def tell(self, what: Happening, block: Block | None = None, **fields: Any) -> LogEntry:
        """Write down what happened, now where no ``at`` says otherwise; ``fields`` as in `LogEntry`.

        Raises:
            WriteFailed: it could not be written; the log is as before.
            InvalidValue: the entry lacks what its kind needs.
        """
        written = self._clock.now()
        entry = LogEntry(
            id=LogEntryId(fresh_id("entry")),
            what=what,
            at=fields.pop("at", written),
            written=written,
            author=self._author,
            block=None if block is None else block.id,
            **fields,
        )
        self._add([entry])
        return entry

    def begin(
        self, block: Block, left: Iterable[Block] = (), at: datetime | None = None
    ) -> Sequence[LogEntry]:
        """Write down that a block has begun, and that those which were ``left`` for it have ended.

        It is one step. What is left `planner.schedule.live.handover.left_for` says.

        Raises:
            WriteFailed: it could not be written; the log is as before.
        """
        written = self._clock.now()
        when, nameless = at or written, LogEntryId("")
        told = [LogEntry(nameless, Happening.ENDED, when, written, block=b.id) for b in left]
        step = fresh_id("step") if told else ""
        told.append(LogEntry(nameless, Happening.STARTED, when, written, block=block.id))
        entries = [replace(entry, step=step) for entry in self._own(told, written)]
        self._add(entries)
        return entries

    def apply(self, measures: Iterable[Measure], workspace: Workspace) -> Sequence[LogEntry]:
        """Do what a proposal says: change the plan where it asks for that, and write it down.

        It is one step: `take_back` takes back all of it.

        Raises:
            PlannerError: the plan does not allow it, or it could not be saved; nothing happened.
            WriteFailed: the log could not be written; the plan is as before.
        """
        listed = tuple(measures)
        now, step = self._clock.now(), fresh_id("step")
        proposed = entries_of(listed, now)
        told = [replace(entry, step=step) for entry in self._own(proposed, now)]
        edit = edit_of(listed, workspace.plan)
        with _kept_in_step(workspace, edit):
            self._add(told)
        if edit is not None:
            self._edits[step] = edit
        return told

    def take_back(
        self,
        entry: LogEntry | None = None,
        workspace: Workspace | None = None,
        at: datetime | None = None,
    ) -> LogEntry | None:
        """Take back an entry and its whole step, the last that holds where none is named.

        That happened now where no ``at`` says otherwise, as when a past day is written down.

        What the step changed in the plan goes too, in the workspace of the plan; without one the
        plan stays as it is. Return the new entry, the last where there are more.

        Raises:
            PlannerError: the plan could not be changed back; nothing happened.
            WriteFailed: it could not be written; log and plan are as before.
        """
        taken = entry or self._log.last_held
        if taken is None:
            return None
        now, step = self._clock.now(), fresh_id("step") if taken.step else ""
        together = self._log.together(taken) or [taken]
        revoked = [
            LogEntry(LogEntryId(""), Happening.REVOKED, at or now, now, about=one.id, step=step)
            for one in together
        ]
        told = list(self._own(revoked, now))
        if workspace is None:
            self._add(told)
        else:
            with self._reversed(taken, together, workspace):
                self._add(told)
        if taken.step in self._edits:
            self._edits[step] = self._edits[taken.step]
        return told[-1]

    @property
    def set_back(self) -> timedelta:
        """Return by how much the clock of this computer shows less than when the last entry was written.

        More than nothing means that somebody has set it; entries may then be out of order. A laptop
        that slept, midnight and summer time change nothing: entries are instants.
        """
        written = [entry.written for entry in self._log.entries]
        return max(timedelta(), max(written) - self._clock.now()) if written else timedelta()

    def correct(self, entry: LogEntry, **changes: Any) -> LogEntry:
        """Write an entry in place of another, which stays visible as corrected.

        What happened at the same instant in the same step, as an end with the start that followed,
        happened together: it is given the new time too. Times that were only taken over from the plan
        happened each for itself.

        Raises:
            WriteFailed: it could not be written; the log is as before.
        """
        is_joint = "at" in changes and entry.step and entry.reason != _AS_PLANNED
        step = self._log.together(entry) if is_joint else []
        partners = [one for one in step if one.at == entry.at and one.id != entry.id]
        name = fresh_id("step") if partners else ""
        corrected = self._corrected(entry, name, changes)
        moved = [self._corrected(one, name, {"at": changes["at"]}) for one in partners]
        self._add([*moved, corrected])
        return corrected

    def attach(self, plan: Plan) -> Sequence[LogEntry]:
        """Write what must have happened until now as planned, where the log says nothing of it.

        For live mode that is opened in the middle of a day: what was planned to be over is over, what
        is planned to run was started when it was planned to.

        Raises:
            WriteFailed: it could not be written; the log is as before.
        """
        now = self._clock.now()
        known = {entry.block for entry in self._log.effective}
        entries: list[LogEntry] = []
        for block in plan.blocks.values():
            box = block.timebox
            if box is None or block.is_rest or block.id in known:  # a rest begins by itself
                continue
            if box.start.instant <= now and _is_of_today(box, now):
                entries += self._as_planned(block, box, now)
        entries.sort(key=lambda entry: entry.at)
        step = fresh_id("step")
        entries = [replace(entry, step=step) for entry in entries]
        self._add(entries)
        return entries

    def refresh(self) -> bool:
        """Take over what other windows have written; return whether there was anything.

        Raises:
            ReadFailed: the journal cannot be read; the log is as before.
        """
        size = self._journal.size
        if size == self._size:
            return False
        read = read_lines(self._journal.lines())
        self._size = size
        has_changed = read.entries != self._log.entries
        self._take_over(Log(read.entries))
        self.unread = read.unread
        if has_changed:
            self._announce()
        return has_changed

    def listen(self, listener: Callable[[Log], None]) -> Callable[[], None]:
        """Call ``listener`` with the log after every entry; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _corrected(self, entry: LogEntry, step: str, changes: Mapping[str, Any]) -> LogEntry:
        return replace(
            entry,
            id=LogEntryId(fresh_id("entry")),
            written=self._clock.now(),
            author=self._author,
            about=entry.id,
            step=step,
            **changes,
        )

    def _network(self, plan: Plan) -> Network:
        """Return the network of a plan as it stands; the one from before where that is the same."""
        replaced = [e for e in self._log.effective if e.what is Happening.REPLACED]
        if self._kept is None or self._kept[0] is not plan or self._kept[1] != replaced:
            self._kept = plan, replaced, network(as_it_stands(plan, self._log))
        return self._kept[2]

    def _take_over(self, log: Log) -> None:
        self._log, self._facts = log, None

    def _as_planned(self, block: Block, box: Timebox, now: datetime) -> list[LogEntry]:
        told = [self._planned(Happening.STARTED, block, box.start, now)]
        if box.end is not None and box.end.instant <= now:
            told.append(self._planned(Happening.ENDED, block, box.end, now))
        return told

    def _planned(self, what: Happening, block: Block, when: Moment, written: datetime) -> LogEntry:
        entry_id = LogEntryId(fresh_id("entry"))
        at = when.instant.astimezone(UTC)
        return LogEntry(entry_id, what, at, written, self._author, block.id, reason=_AS_PLANNED)

    def _reversed(
        self, taken: LogEntry, together: Iterable[LogEntry], workspace: Workspace
    ) -> AbstractContextManager[None]:
        """Return what changes the plan as well; a revocation that is taken back makes its step again.

        Where the plan's last step is the very one, it is undone: its history then has no trace of it.
        What was done before this program started can be taken out of the plan, but not put back.
        """
        known = self._edits.get(taken.step)
        if taken.what is Happening.REVOKED:
            return _kept_in_step(workspace, known)
        last = workspace.undoable
        if last is not None and last.edit is known:
            return _undone_in_step(workspace)
        return _kept_in_step(workspace, undoing(together, workspace.plan))

    def _own(self, entries: Iterable[LogEntry], now: datetime) -> Iterator[LogEntry]:
        for entry in entries:
            name = LogEntryId(fresh_id("entry"))
            yield replace(entry, id=name, author=self._author, written=now)

    def _add(self, entries: Sequence[LogEntry]) -> None:
        if not entries:
            return
        self._journal.add(write_line(entry) for entry in entries)
        self._take_over(self._log.adding(entries))
        self._announce()

    def _announce(self) -> None:
        for listener in tuple(self._listeners):
            listener(self._log)


def _is_of_today(box: Timebox, now: datetime) -> bool:
    """Say whether something that has begun belongs to the present day: also if it runs over midnight."""
    goes_on = box.end is not None and now < box.end.instant
    return goes_on or Moment(now, box.start.zone).day == box.start.day


@contextmanager
def _kept_in_step(workspace: Workspace, edit: Edit | None) -> Iterator[None]:
    """Make an edit first, and undo it where what belongs to it is refused."""
    if edit is not None:
        workspace.apply(edit)
    try:
        yield
    except PlannerError:
        if edit is not None:
            workspace.undo()
        raise


@contextmanager
def _undone_in_step(workspace: Workspace) -> Iterator[None]:
    """Undo the last edit first, and make it again where what belongs to that is refused."""
    workspace.undo()
    try:
        yield
    except PlannerError:
        workspace.redo()
        raise
