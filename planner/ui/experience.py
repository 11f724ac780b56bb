"""What the window believes of how long things take, wherever it says how safe a plan is."""

from typing import TYPE_CHECKING

from planner.app.clock import Clock
from planner.app.locations import workspace_file
from planner.domain.log import Log
from planner.domain.plan import Plan

if TYPE_CHECKING:
    from planner.app.experience import Archive
    from planner.schedule.risk.priors import Priors


class Beliefs:
    """What the logs of the workspace have taught until now; it reads files, so not for the window's thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._archive: Archive | None = None

    def priors(self, plan: Plan) -> "Priors":
        """Return the beliefs that the risks of a plan are worked out with."""
        if self._archive is None:
            from planner.app.experience import Archive  # noqa: PLC0415 -- slow import

            self._archive = Archive(workspace_file())
        return self._archive.experience(plan, Log(), self._clock.now()).priors
