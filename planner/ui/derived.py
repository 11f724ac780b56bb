"""What is derived from a plan for showing it: agenda, network, projection, slack and problems."""

from functools import cached_property

from planner.domain.plan import Plan
from planner.schedule.agenda import Agenda
from planner.schedule.checks.examination import Checked, examine, recheck
from planner.schedule.network import Network, network
from planner.schedule.projection import Projection, project
from planner.schedule.slack import Slacks, slacks


class Derived:
    """The derived values of one plan, each made when it is first asked for."""

    def __init__(self, plan: Plan, before: Checked | None = None) -> None:
        """Derive from a plan; ``before`` is what the plan before it gave, to check only what changed."""
        self.plan = plan
        self._before = before

    @cached_property
    def agenda(self) -> Agenda:
        """Return the blocks along every candidate, person and room."""
        return Agenda(self.plan)

    @cached_property
    def network(self) -> Network:
        """Return the agenda prepared for many projections."""
        return network(self.agenda)

    @cached_property
    def projection(self) -> Projection:
        """Return when everything will happen."""
        return project(self.network)

    @cached_property
    def slacks(self) -> Slacks:
        """Return how much delay each block can take."""
        return slacks(self.projection)

    @cached_property
    def checked(self) -> Checked:
        """Return the problems, open and ignored."""
        before, self._before = self._before, None
        if before is None:
            return examine(self.plan, self.network)
        return recheck(before, self.plan, self.network)
