"""The live desk: the live day of the open plan as the window sees it, and what people say of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.clock import Clock
from planner.app.live_day import LiveDay, journal_of
from planner.app.locations import data_folder
from planner.domain.blocks import Block, Mode
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId, CandidateId, PersonId, fresh_id
from planner.domain.log import Happening, Log, LogEntry
from planner.domain.times import DAY, Moment
from planner.formats.wording.refusals import refusal
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import LiveProjection, project_live
from planner.schedule.repairs.proposals import Proposal
from planner.ui.context import Context
from planner.ui.desk import Desk
from planner.ui.live.adviser import Adviser, Counsel, Question
from planner.ui.live.aims import Aims, Verb
from planner.ui.live.networks import Networks
from planner.ui.live.refusing import why_not
from planner.ui.live.watch import has_unlogged_past, suspects
from planner.ui.live_verbs import NAME
from planner.ui.messages import Messages, Tone

STEP = timedelta(minutes=5)
"""By how much one press of a key extends or cuts a block."""

DROPPED = "dropped"
_TICK = 1000
_SET_BACK = timedelta(minutes=1)
_BY_THE_CLOCK = frozenset({Happening.SUSPECTED, Happening.REVOKED})


def live_of(context: Context) -> "LiveDesk":
    """Return the live desk beside a desk; it is made when it is first asked for, and then stays."""
    desk = context.desk
    found = desk.findChild(LiveDesk)
    if found is None:
        found = LiveDesk(desk, context.clock, context.messages, data_folder())
    return found


class LiveDesk(QObject):
    """Holds log and projection of the open plan, and is the only way to write into the log.

    ``moved_on(projection)`` comes with every tick of the clock and every change, ``told(entry)`` after
    an entry, ``advised`` when there is new counsel, ``aimed`` when another candidate or block
    is meant, ``opened`` when the day of another plan is shown,
    ``asked(what)`` when a key asks the view for something: a note, a replacement, the full screen.
    """

    opened = Signal()
    moved_on = Signal(object)
    told = Signal(object)
    advised = Signal()
    aimed = Signal()
    asked = Signal(str)

    def __init__(self, desk: Desk, clock: Clock, messages: Messages, folder: Path) -> None:
        """Stand beside a desk; ``folder`` is where the library keeps its logs."""
        super().__init__(desk)
        self.setObjectName(NAME)
        self._desk, self._clock, self._messages, self._folder = desk, clock, messages, folder
        self._live: LiveDay | None = None
        self._projection: LiveProjection | None = None
        self._networks = Networks()
        self._candidate: CandidateId | None = None
        self._chosen: BlockId | None = None
        self._minute = 0
        self._known_aims: tuple[object, Aims | None] = (None, None)
        self._known_day: tuple[object, date | None] = (None, None)
        self._shown: tuple[date | None, bool] = (None, False)
        self.counsel: Counsel | None = None
        self.is_attachable = False
        self._adviser = Adviser(self)
        self._adviser.advised.connect(self._on_advised)
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.tick)
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._on_plan_changed)

    @property
    def is_open(self) -> bool:
        """Say whether there is a live day to show."""
        return self._live is not None and self._projection is not None

    @property
    def log(self) -> Log:
        """Return the log of the open plan."""
        return self._live.log if self._live is not None else Log()

    @property
    def projection(self) -> LiveProjection:
        """Return how the day goes.

        Raises:
            LookupError: no plan is open.
        """
        if self._projection is None:
            raise LookupError("no live day is open")
        return self._projection

    @property
    def now(self) -> datetime:
        """Return the moment that is shown: the present, or the end of a day that is over."""
        now = self._clock.now()
        day = self.day
        if day is None or day >= self._today:
            return now
        return Moment.from_wall(day + DAY, datetime.min.time(), self.zone).instant

    @property
    def zone(self) -> str:
        """Return the zone of the plan's office."""
        return self._desk.plan.zone()

    @property
    def day(self) -> date | None:
        """Return the day that is shown: today, else the next one of the plan, else its last."""
        if not self._desk.is_open:
            return None
        key = (self._desk.agenda, self._today)
        if self._known_day[0] != key:
            coming = [day for day in self._desk.days if day >= self._today]
            self._known_day = (key, next(iter(coming or self._desk.days[-1:]), None))
        return self._known_day[1]

    @property
    def is_today(self) -> bool:
        """Say whether the day that is shown is today: only then can something be said of it."""
        return self.is_open and self.day == self._today

    @property
    def is_over(self) -> bool:
        """Say whether the day that is shown is a past one."""
        return self.day is not None and self.day < self._today

    @property
    def candidates(self) -> tuple[CandidateId, ...]:
        """Return whose day it is, in the order of the plan."""
        plan, day = self._desk.plan, self.day
        days = self.projection.agenda.days
        return tuple(c for c in plan.candidates if day is not None and (c, day) in days)

    @property
    def candidate(self) -> CandidateId | None:
        """Return whose day is shown in detail; None where all of several are."""
        if not self.is_open:
            return None
        everybody = self.candidates
        if len(everybody) == 1:
            return everybody[0]
        return self._candidate if self._candidate in everybody else None

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Return what could be done now, the best first."""
        return self.counsel.advice.proposals if self.counsel is not None and self.is_today else ()

    @property
    def is_thinking(self) -> bool:
        """Say whether counsel for the present state is still to come."""
        return self._adviser.is_busy

    @property
    def aims(self) -> Aims | None:
        """Return which blocks keys mean; None where no single candidate is shown."""
        candidate, day = self.candidate, self.day
        if candidate is None or day is None:
            return None
        key = (self.projection, candidate, day, self._chosen)
        if self._known_aims[0] != key:
            self._known_aims = (key, Aims(*key))
        return self._known_aims[1]

    def activate(self) -> None:
        """Begin to follow the day, as when the live view is shown for the first time."""
        if not self._timer.isActive():
            self._on_opened()
            self._timer.start()

    def answer_by(self, answer: Callable[[Question], Counsel]) -> None:
        """Let something else give counsel, as a test or a benchmark may want."""
        self._adviser.answer_by(answer)

    def stop(self) -> None:
        """Follow the day no longer."""
        self._timer.stop()
        self._adviser.stop()

    def tick(self) -> None:
        """Take over what others wrote, and see what the clock has changed."""
        if self._live is None:
            return
        self._carry_out(self._live.refresh)
        self._move_on()
        self._suspect()

    def show_candidate(self, candidate: CandidateId | None) -> None:
        """Show one candidate's day, or everybody's."""
        self._candidate, self._chosen = candidate, None
        self.aimed.emit()

    def aim_at(self, block: BlockId | None) -> None:
        """Let keys mean a block, or again the one that the moment suggests."""
        self._chosen = block
        self.aimed.emit()

    def start(self) -> bool:
        """Write down that what is due has begun; what still ran has ended then, in the same step."""
        entry, aims = self.meant(Verb.START), self.aims
        if entry is None or aims is None:
            return False
        running = aims.running
        if running is None or running is entry:
            return self.tell(Happening.STARTED, entry.block)
        step = fresh_id("step")
        is_ended = self.tell(Happening.ENDED, running.block, step=step)
        return is_ended and self.tell(Happening.STARTED, entry.block, step=step)

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
        return self._say(Verb.DROPPED, Happening.INTERRUPTED, reason=DROPPED)

    def back(self) -> bool:
        """Write down that it goes on."""
        return self._say(Verb.BACK, Happening.RESUMED)

    def no_show(self) -> bool:
        """Write down that the interviewer has not come; where several should, that is said of all."""
        entry = self.meant(Verb.NO_SHOW)
        if entry is None:
            return False
        people = entry.block.attendees
        person = people[0] if len(people) == 1 else None
        return self.tell(Happening.NO_SHOW, entry.block, person=person)

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
        live = self._live
        if live is None or not self.is_today:
            self._messages.say(self._desk.language.text("This day is not today."), Tone.WARNING)
            return False
        done = self._carry_out(lambda: live.tell(what, block, **fields))
        if done and self._chosen is not None:
            self.aim_at(None)
        return done

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
        """Do what the proposal with a number says, counted from one."""
        found = self.proposals[number - 1 : number]
        return bool(found) and self.apply(found[0])

    def meant(self, verb: Verb) -> Entry | None:
        """Return the block that a verb means; say why there is none."""
        aims = self.aims
        entry = aims.of(verb) if aims is not None else None
        if entry is None:
            said = why_not(verb, aims, self._desk.language, is_today=self.is_today)
            self._messages.say(said, Tone.WARNING)
        return entry

    @property
    def _today(self) -> date:
        zone = self._desk.plan.zone() if self._desk.is_open else "UTC"
        return Moment(self._clock.now(), zone).day

    def _say(self, verb: Verb, what: Happening, **fields: Any) -> bool:
        entry = self.meant(verb)
        return entry is not None and self.tell(what, entry.block, **fields)

    def _carry_out(self, step: Callable[[], object]) -> bool:
        try:
            step()
        except PlannerError as error:
            plan = self._desk.plan if self._desk.is_open else None
            self._messages.say(refusal(error, self._desk.language, plan), Tone.ERROR)
            return False
        return True

    def _on_opened(self) -> None:
        self._live, self._projection, self.counsel = None, None, None
        self._candidate, self._chosen, self.is_attachable = None, None, False
        if self._desk.is_open:
            self._carry_out(self._open)
        self.is_attachable = self.is_today and has_unlogged_past(self.projection, self.day)
        self._shown = (self.day, self.is_today) if self.is_open else (None, False)
        self.opened.emit()
        if self.is_open:
            self.tick()

    def _open(self) -> None:
        plan = self._desk.plan
        coordinator = plan.people.get(plan.coordinator) if plan.coordinator is not None else None
        author = coordinator.name if coordinator is not None else ""
        live = LiveDay(journal_of(plan.id, self._folder), self._clock, author)
        live.listen(self._on_log)
        self._live = live
        self._tell_faults(live)
        self._project()

    def _on_log(self, log: Log) -> None:
        self._move_on(is_new=True)
        if log.entries:
            self.told.emit(log.entries[-1])

    def _on_plan_changed(self, _change: object) -> None:
        if self._live is not None:
            self._move_on(is_new=True)

    def _move_on(self, *, is_new: bool = False) -> None:
        self._project()
        minute = self.projection.now // 60
        if is_new or minute != self._minute:
            self._minute = minute
            self._ask()
        self.moved_on.emit(self.projection)
        is_other = self._shown != (self.day, self.is_today)
        self._shown = (self.day, self.is_today)
        if is_other:  # midnight has passed
            self.counsel = None
            self.opened.emit()

    def _project(self) -> None:
        source = self._networks.of(self._desk, self.log)
        self._projection = project_live(source, self.log, self.now)

    def _ask(self) -> None:
        if self.is_today and not self.is_attachable:
            now = self._clock.now()
            self._adviser.ask(Question(self._desk.plan, self.log, now, self.projection))

    def _on_advised(self, question: Question, counsel: Counsel) -> None:
        if self._desk.is_open and question.plan is self._desk.plan and question.log == self.log:
            self.counsel = counsel
            self.advised.emit()

    def _suspect(self) -> None:
        """Write down once, by the clock, that somebody has not come; not before the past is known."""
        live, day = self._live, self.day
        if live is None or day is None or self.is_attachable or not self.is_today:
            return
        for block in suspects(self.projection, day):
            self._carry_out(partial(live.tell, Happening.SUSPECTED, block))

    def _tell_faults(self, live: LiveDay) -> None:
        """Say what is wrong with the log or the clock: nobody could see it otherwise."""
        text, count = self._desk.language.text, self._desk.language.count
        if live.unread:
            one = "{n} line of the log of this day cannot be read and is left out."
            many = "{n} lines of the log of this day cannot be read and are left out."
            self._messages.say(count(one, many, len(live.unread)), Tone.WARNING)
        elif live.set_back > _SET_BACK:
            by = self._desk.language.length(live.set_back)
            said = text("This computer's clock is {by} behind the last entry of the log.", by=by)
            self._messages.say(said, Tone.WARNING)
