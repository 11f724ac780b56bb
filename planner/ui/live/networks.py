"""Networks: the plan as it stands, prepared for projections, and made anew only when that changes."""

from planner.domain.log import Happening, Log, LogEntry
from planner.domain.plan import Plan
from planner.schedule.live.standing import as_it_stands
from planner.schedule.network import Network, network
from planner.ui.desk import Desk


class Networks:
    """Remembers the last network: most entries of a log change nothing in who meets whom."""

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._replaced: tuple[LogEntry, ...] = ()
        self._network: Network | None = None

    def of(self, desk: Desk, log: Log) -> Network:
        """Return the network of the open plan with the replacements of a log."""
        replaced = _replacements(log)
        if not replaced:
            return desk.network
        is_known = desk.plan is self._plan and replaced == self._replaced
        if self._network is None or not is_known:
            self._plan, self._replaced = desk.plan, replaced
            self._network = network(as_it_stands(desk.plan, log))
        return self._network


def _replacements(log: Log) -> tuple[LogEntry, ...]:
    if not any(entry.what is Happening.REPLACED for entry in log.entries):
        return ()
    return tuple(entry for entry in log.effective if entry.what is Happening.REPLACED)
