"""Following the clock: the live day of the open plan as it goes, whatever is said of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.clock import Clock
from planner.app.counsel import Counsel
from planner.app.live_day import LiveDay, journal_of
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import Happening, Log
from planner.formats.wording.refusals import refusal
from planner.schedule.live.live_projection import LiveProjection, project_live
from planner.schedule.repairs.proposals import Proposal
from planner.ui.desk import Desk
from planner.ui.live.adviser import Adviser, Question
from planner.ui.live.aims import Aims
from planner.ui.live.networks import Networks
from planner.ui.live.shown_day import ShownDay
from planner.ui.live.watch import has_unlogged_past, suspects
from planner.ui.messages import Messages, Tone

_TICK = 1000
_SET_BACK = timedelta(minutes=1)
_FRESH = timedelta(minutes=2)
"""What is proposed changes with the minutes; older counsel, as after a laptop slept, is not done."""


class DayFollower(QObject):
    """Follows the live day of the open plan: its log, its projection, and counsel for it.

    ``moved_on(projection)`` comes with every tick of the clock and every change, ``told(entry)`` after
    an entry, ``advised`` when there is new counsel, or when that of before is for somebody else,
    ``aimed`` when another candidate or block is meant, ``opened`` when the day of another plan is shown.
    """

    opened = Signal()
    moved_on = Signal(object)
    told = Signal(object)
    advised = Signal()
    aimed = Signal()

    def __init__(self, desk: Desk, clock: Clock, messages: Messages, folder: Path) -> None:
        """Stand beside a desk; ``folder`` is where the library keeps its logs."""
        super().__init__(desk)
        self._desk, self._clock, self._messages, self._folder = desk, clock, messages, folder
        self._live: LiveDay | None = None
        self._projection: LiveProjection | None = None
        self._networks = Networks()
        self._day = ShownDay(desk, clock)
        self._candidate: CandidateId | None = None
        self._chosen: BlockId | None = None
        self._minute = 0
        self._known_candidates: tuple[object, tuple[CandidateId, ...]] = (None, ())
        self._known_aims: tuple[object, Aims | None] = (None, None)
        self._shown: tuple[date | None, bool] = (None, False)
        self.counsel: Counsel | None = None
        self._advised: Question | None = None
        self.is_attachable = False
        self._adviser = Adviser(self)
        self._adviser.advised.connect(self._on_advised)
        self._adviser.failed.connect(self._on_unadvised)
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
        return self._day.now

    @property
    def zone(self) -> str:
        """Return the zone of the plan's office."""
        return self._day.zone

    @property
    def day(self) -> date | None:
        """Return the day that is shown: today, else the next one of the plan, else its last."""
        return self._day.day

    @property
    def is_today(self) -> bool:
        """Say whether the day that is shown is today: only then can something be said of it."""
        return self.is_open and self._day.is_today

    @property
    def is_over(self) -> bool:
        """Say whether the day that is shown is a past one."""
        return self._day.is_over

    @property
    def candidates(self) -> tuple[CandidateId, ...]:
        """Return whose day it is, in the order of the plan."""
        agenda, day = self.projection.agenda, self.day
        if self._known_candidates[0] != (agenda, day):
            days, plan = agenda.days, self._desk.plan
            found = tuple(c for c in plan.candidates if day is not None and (c, day) in days)
            self._known_candidates = (agenda, day), found
        return self._known_candidates[1]

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
        counsel = self.counsel if self.is_today and self.is_advised else None
        return counsel.advice.proposals if counsel is not None else ()

    @property
    def is_advised(self) -> bool:
        """Say whether there is counsel for whoever is shown."""
        asked = self._advised
        return self.counsel is not None and asked is not None and asked.candidate == self._focus

    @property
    def is_counsel_fresh(self) -> bool:
        """Say whether the proposals are for log and plan as they are, and not of some time ago."""
        asked = self._advised
        if asked is None or not self.is_advised:
            return False
        is_of_now = abs(self._day.present - asked.now) <= _FRESH
        return is_of_now and asked.plan is self._desk.plan and asked.log == self.log

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
        if self.is_open and not self.is_advised:
            self._ask()
            self.advised.emit()

    def aim_at(self, block: BlockId | None) -> None:
        """Let keys mean a block, or again the one that the moment suggests."""
        self._chosen = block
        self.aimed.emit()

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
        self.is_attachable = False  # whoever says something of the day has begun it
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
            self.is_attachable = self.is_today and has_unlogged_past(self.projection, self.day)
            self.opened.emit()

    def _project(self) -> None:
        source = self._networks.of(self._desk, self.log)
        self._projection = project_live(source, self.log, self.now)

    @property
    def _focus(self) -> CandidateId | None:
        """Return whose proposals are wanted: everybody's, unless one of several is shown."""
        is_one_of_several = self.is_open and len(self.candidates) > 1
        return self.candidate if is_one_of_several else None

    def _ask(self) -> None:
        if self.is_today and not self.is_attachable:
            now = self._day.present
            question = Question(self._desk.plan, self.log, now, self.projection, self._focus)
            self._adviser.ask(question)

    def _on_advised(self, question: Question, counsel: Counsel) -> None:
        is_same_plan = self._desk.is_open and question.plan is self._desk.plan
        if is_same_plan and question.log == self.log and question.candidate == self._focus:
            self.counsel, self._advised = counsel, question
            self.advised.emit()

    def _on_unadvised(self, error: Exception) -> None:
        """Say that there is no counsel: whoever waits for it would wait in vain."""
        text = self._desk.language.text
        said = text("Proposals could not be worked out: {detail}.", detail=error)
        self._messages.say(said, Tone.WARNING)

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
