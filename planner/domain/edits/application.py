"""Edits of a candidacy: what happened next, and what the portal shows now."""

from dataclasses import dataclass, replace

from planner.domain.application import Application, PortalState, Step
from planner.domain.edits.requirements import with_changed
from planner.domain.errors import EditRefused
from planner.domain.ids import CandidateId
from planner.domain.people import Candidate
from planner.domain.plan import Plan
from planner.domain.references import subject_of


@dataclass(frozen=True, slots=True)
class AddStep:
    """Add a dated step to a candidate's application, after the others of its date."""

    candidate: CandidateId
    step: Step

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the step.

        Raises:
            UnknownRecord: the plan holds no such candidate.
            EditRefused: they have no application, or the step names a record that is not there.
        """
        candidate, application = _application_of(plan, self.candidate)
        steps = tuple(sorted((*application.steps, self.step), key=lambda step: step.date))
        return with_changed(plan, _holding(candidate, replace(application, steps=steps)))


@dataclass(frozen=True, slots=True)
class AddPortalState:
    """Note a state that the employer's portal shows, as the latest one."""

    candidate: CandidateId
    state: PortalState

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the state.

        Raises:
            UnknownRecord: the plan holds no such candidate.
            EditRefused: they have no application.
        """
        candidate, application = _application_of(plan, self.candidate)
        states = (*application.portal_states, self.state)
        changed = replace(application, portal_states=states)
        return plan.with_records([_holding(candidate, changed)])


def _application_of(plan: Plan, candidate_id: CandidateId) -> tuple[Candidate, Application]:
    candidate = plan.find(Candidate, candidate_id)
    if candidate.application is None:
        raise EditRefused(reason="no_application", candidate=subject_of(candidate))
    return candidate, candidate.application


def _holding(candidate: Candidate, application: Application) -> Candidate:
    return replace(candidate, application=application)
