"""The live desk: the live day of the open plan as the window sees it, and what people say of it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from planner.app.clock import Clock
from planner.app.live_day import LiveDay
from planner.app.locations import data_folder
from planner.domain.blocks import Block, Mode
from planner.domain.ids import PersonId, fresh_id
from planner.domain.log import Happening, LogEntry
from planner.formats.wording.whose import busy_sentence
from planner.schedule.agenda import Entry
from planner.schedule.live.handover import Busy, busy_elsewhere, left_for
from planner.schedule.repairs.playbooks import FIRE_ALARM
from planner.schedule.repairs.proposals import Proposal
from planner.ui.context import Context
from planner.ui.desk import Desk
from planner.ui.live.aims import Verb
from planner.ui.live.following import DayFollower
from planner.ui.live.refusing import why_not
from planner.ui.live.watch import alarmed, stopped_by_alarm
from planner.ui.live_verbs import NAME
from planner.ui.messages import Messages, Offer, Tone

STEP = timedelta(minutes=5)
"""By how much one press of a key extends or cuts a block."""

DROPPED = "dropped"
_BY_THE_CLOCK = frozenset({Happening.SUSPECTED, Happening.REVOKED})


def live_of(context: Context) -> "LiveDesk":
    """Return the live desk beside a desk; it is made when it is first asked for, and then stays."""
    desk = context.desk
    found = desk.findChild(LiveDesk)
    if found is None:
        found = LiveDesk(desk, context.clock, context.messages, data_folder())
    return found


class LiveDesk(DayFollower):
    """Follows the day, and is the only way to write into its log.

    ``asked(what)`` comes when a key asks the view for something: a note, a replacement, the full
    screen.
    """

    asked = Signal(str)

    def __init__(self, desk: Desk, clock: Clock, messages: Messages, folder: Path) -> None:
        """Stand beside a desk; ``folder`` is where the library keeps its logs."""
        super().__init__(desk, clock, messages, folder)
        self.setObjectName(NAME)

    def start(self) -> bool:
        """Write down that what is due has begun; what still ran has ended then, in the same step."""
        entry = self.meant(Verb.START)
        if entry is None:
            return False
        block = entry.block
        left, busy = left_for(block, self.projection), busy_elsewhere(block, self.projection)
        is_begun = self._write(lambda live: live.begin(block, left))
        if is_begun and busy:
            self._tell_busy(busy)
        return is_begun

    def end(self) -> bool:
        """Write down that what runs has ended."""
        return self._say(Verb.END, Happening.ENDED)

    def extend(self, by: timedelta = STEP) -> bool:
        """Give what runs more minutes."""
        return self._say(Verb.EXTEND, Happening.EXTENDED, length=by)

    def cut(self, by: timedelta = STEP) -> bool:
        """Give what runs fewer minutes."""
        return self._say(Verb.CUT, Happening.CUT, length=by)

    def dropped(self) -> bool:
        """Write down that the call was dropped, or that people stopped."""
        return self.interrupt(DROPPED)

    def interrupt(self, reason: str) -> bool:
        """Write down that what runs stands still, and why."""
        return self._say(Verb.DROPPED, Happening.INTERRUPTED, reason=reason)

    def sound_alarm(self) -> bool:
        """Write down that a fire alarm interrupts all that runs in the building, in one step."""
        return self._tell_all(Happening.INTERRUPTED, self.alarmed, reason=FIRE_ALARM)

    def end_alarm(self) -> bool:
        """Write down that all that a fire alarm has interrupted goes on, in one step."""
        return self._tell_all(Happening.RESUMED, self.stopped_by_alarm)

    @property
    def alarmed(self) -> Sequence[Block]:
        """Return what a fire alarm would interrupt now."""
        day = self.day
        return [*alarmed(self.projection, day)] if self.is_today and day is not None else []

    @property
    def stopped_by_alarm(self) -> Sequence[Block]:
        """Return what a fire alarm has interrupted."""
        day = self.day
        return (
            [*stopped_by_alarm(self.projection, day)] if self.is_today and day is not None else []
        )

    def back(self) -> bool:
        """Write down that it goes on."""
        return self._say(Verb.BACK, Happening.RESUMED)

    def no_show(self) -> bool:
        """Write down that the interviewer has not come; where several should, it is asked who."""
        entry = self.meant(Verb.NO_SHOW)
        if entry is None:
            return False
        people = entry.block.attendees
        if len(people) > 1:
            self.asked.emit("no_show")
            return False
        return self.miss(entry.block, next(iter(people), None))

    def miss(self, block: Block, person: PersonId | None) -> bool:
        """Write down that somebody has not come to a block; nobody at all where no person is named."""
        return self.tell(Happening.NO_SHOW, block, person=person)

    def leave(self) -> bool:
        """Write down that the candidate left: what was still to come of their day does not take place."""
        aims, step = self.aims, fresh_id("step")
        if aims is None:
            return False
        is_left = self.tell(Happening.LEFT, candidate=aims.candidate, step=step)
        return is_left and self._drop(aims.to_come, step)

    def stay_away(self) -> bool:
        """Write down that the candidate does not come: nothing more of their day takes place."""
        aims, text = self.aims, self._desk.language.text
        if aims is None:
            return False
        step, said = fresh_id("step"), text("The candidate does not come.")
        is_told = self.tell(Happening.NOTE, candidate=aims.candidate, reason=said, step=step)
        return is_told and self._drop(aims.to_come, step)

    def replace(
        self, block: Block, person: PersonId, instead_of: PersonId | None, mode: Mode | None
    ) -> bool:
        """Write down who takes over, and how people meet then."""
        return self.tell(Happening.REPLACED, block, person=person, instead_of=instead_of, mode=mode)

    def skip(self) -> bool:
        """Write down that a block will not take place."""
        return self._say(Verb.SKIP, Happening.SKIPPED)

    def note(self, text: str) -> bool:
        """Write down a note, about what runs or is due."""
        aims = self.aims
        entry = aims.main if aims is not None else None
        block = entry.block if entry is not None else None
        return self.tell(Happening.NOTE, block, reason=" ".join(text.split()))

    def tell(self, what: Happening, block: Block | None = None, **fields: Any) -> bool:
        """Write down anything that happened; say why where that fails."""
        return self._write(lambda live: live.tell(what, block, **fields))

    def undo(self) -> bool:
        """Take back what somebody wrote last; what the clock wrote by itself is no step."""
        live = self._live
        void = self.log.void
        entries = (e for e in reversed(self.log.entries) if e.what not in _BY_THE_CLOCK)
        last = next((e for e in entries if e.id not in void), None)
        if live is None or last is None:
            self._messages.say(self._desk.language.text("Nothing was logged that can be undone."))
            return False
        return self._carry_out(lambda: live.take_back(last, self._desk.workspace))

    def take_back(self, entry: LogEntry) -> bool:
        """Take back any entry."""
        live = self._live
        workspace = self._desk.workspace
        return live is not None and self._carry_out(lambda: live.take_back(entry, workspace))

    def correct(self, entry: LogEntry, **changes: Any) -> bool:
        """Write another entry in place of one that was wrong."""
        live = self._live
        return live is not None and self._carry_out(lambda: live.correct(entry, **changes))

    def attach(self) -> bool:
        """Take what was not logged until now as planned."""
        live = self._live
        self.is_attachable = False
        return live is not None and self._carry_out(lambda: live.attach(self._desk.plan))

    def begin_unlogged(self) -> None:
        """Leave the time until now as it is: nothing is known of it."""
        self.is_attachable = False
        self._minute = 0
        self.tick()

    def apply(self, proposal: Proposal) -> bool:
        """Do what a proposal says: in the log, and in the plan where it needs another block."""
        live = self._live
        if live is None or not self.is_today:
            return False
        workspace = self._desk.workspace
        return self._carry_out(lambda: live.apply(proposal.measures, workspace))

    def apply_number(self, number: int) -> bool:
        """Do what the proposal with a number says, counted from one; say why where there is none.

        What was proposed before the last entry of the log is not done: it may have been that.
        """
        text = self._desk.language.text
        found = self.proposals[number - 1 : number]
        if not found:
            self._messages.say(text("There is no proposal {n}.", n=number), Tone.WARNING)
            return False
        if not self.is_counsel_fresh:
            said = text("The day has just changed: the proposals are being worked out anew.")
            self._messages.say(said, Tone.WARNING)
            return False
        return self.apply(found[0])

    def meant(self, verb: Verb) -> Entry | None:
        """Return the block that a verb means; say why there is none."""
        aims = self.aims
        entry = aims.of(verb) if aims is not None else None
        if entry is None:
            said = why_not(verb, aims, self._desk.language, is_today=self.is_today)
            self._messages.say(said, Tone.WARNING)
        return entry

    def _write(self, step: Callable[[LiveDay], object]) -> bool:
        live = self._live
        if live is None or not self.is_today:
            self._messages.say(self._desk.language.text("This day is not today."), Tone.WARNING)
            return False
        done = self._carry_out(lambda: step(live))
        if done and self._chosen is not None:
            self.aim_at(None)
        return done

    def _tell_busy(self, busy: Sequence[Busy]) -> None:
        """Say who is in two blocks at once, and offer to end the one before."""
        plan, language = self.projection.agenda.plan, self._desk.language
        blocks = [plan.blocks[b] for b in dict.fromkeys(one.block for one in busy)]
        said = " ".join(busy_sentence(one, plan, language) for one in busy)
        label = language.text("End that one") if len(blocks) == 1 else language.text("End those")
        end = Offer(label, partial(self._tell_all, Happening.ENDED, blocks))
        self._messages.say(said, Tone.WARNING, (end,))

    def _drop(self, entries: Iterable[Entry], step: str) -> bool:
        return all(self.tell(Happening.SKIPPED, entry.block, step=step) for entry in entries)

    def _say(self, verb: Verb, what: Happening, **fields: Any) -> bool:
        entry = self.meant(verb)
        return entry is not None and self.tell(what, entry.block, **fields)

    def _tell_all(self, what: Happening, blocks: Sequence[Block], **fields: Any) -> bool:
        step = fresh_id("step")
        done = [self.tell(what, block, step=step, **fields) for block in blocks]
        return bool(done) and all(done)
