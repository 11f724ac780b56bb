"""Experience: what the logs of a workspace teach of how long blocks take, and how often nobody comes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from planner.app.logbooks import Stamp, logged_plans, read_logged, stamp_of
from planner.app.sources import StoredSource
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.schedule.risk.priors import (
    FEWEST,
    Observation,
    Priors,
    learned_priors,
    observations,
)
from planner.store.base import Store
from planner.store.sqlite import SqliteStore

_LONG_AGO = datetime.min.replace(tzinfo=UTC)

_Lessons = Sequence[Observation]


@dataclass(frozen=True, slots=True)
class Experience:
    """The priors after everything that was seen; ``blocks`` of so many ``plans`` taught something.

    Blocks count only where enough of their kind and mode were seen to learn from.
    """

    priors: Priors = field(default_factory=Priors)
    blocks: int = 0
    plans: int = 0


@dataclass(frozen=True, slots=True)
class _Logbook:
    """What one log told, as of a state of log and plan; ``last`` is when it ended so far."""

    stamp: Stamp
    version: int
    lessons: _Lessons = ()
    last: datetime = _LONG_AGO


class Archive:
    """The logs that lie with a workspace; each is read again only when it or its plan has changed.

    It may be asked on any thread, by one at a time: the workspace is open only while it is read. What
    cannot be read teaches nothing and hinders nothing.
    """

    def __init__(self, workspace: Path) -> None:
        """Stand beside a workspace; neither the file nor a log need exist."""
        self._workspace = workspace
        self._stamp = Stamp(0, 0)
        self._books: Mapping[PlanId, _Logbook] = {}
        self._last: tuple[Sequence[_Lessons], Experience] = ((), Experience())

    def experience(self, plan: Plan, log: Log, until: datetime) -> Experience:
        """Return what all logs teach up to a moment, that of a plan at hand among them.

        Where the log at hand tells something, it stands in place of the workspace's own of that plan.
        Logs of other plans that go on after the moment are left out.
        """
        self._refresh()
        known = Log(tuple(entry for entry in log.entries if entry.at <= until))
        books = (
            book
            for name, book in self._books.items()
            if book.last <= until and (name != plan.id or not log.entries)
        )
        lessons = [observations(plan, known), *(book.lessons for book in books)]
        if self._last[0] != lessons:
            self._last = lessons, experience_from(lessons)
        return self._last[1]

    def _refresh(self) -> None:
        """Read what has changed since the last time."""
        there = logged_plans(self._workspace.parent)
        stamp = stamp_of(self._workspace)
        if not there or not stamp.size:
            self._books = {}
            return
        before = {name: book.stamp for name, book in self._books.items()}
        if (stamp, there) == (self._stamp, before):
            return
        try:
            with SqliteStore(self._workspace) as store:
                self._books = {name: self._book(name, there[name], store) for name in there}
        except PlannerError:  # whoever opens the workspace is told why
            self._books = {}
        self._stamp = stamp

    def _book(self, name: PlanId, stamp: Stamp, store: Store) -> _Logbook:
        """Return what a log tells, from the last time where neither it nor its plan has changed."""
        version = store.version(name)
        known = self._books.get(name)
        if known is not None and (known.stamp, known.version) == (stamp, version):
            return known
        folder = self._workspace.parent
        read = read_logged(name, folder, lambda plan: StoredSource(store, plan).load())
        if read is None:
            return _Logbook(stamp, version)
        plan, log = read
        last = max((entry.at for entry in log.entries), default=_LONG_AGO)
        return _Logbook(stamp, version, observations(plan, log), last)


def experience_from(lessons: Sequence[_Lessons]) -> Experience:
    """Return what observations teach, given for each plan, by the rule of `learned_priors`."""
    together = [one for own in lessons for one in own]
    counts = Counter(one.key for one in together)
    used = [sum(counts[one.key] >= FEWEST for one in own) for own in lessons]
    priors = learned_priors(Priors(), together)
    return Experience(priors, sum(used), sum(number > 0 for number in used))
