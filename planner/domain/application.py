"""The candidacy: portal states in the portal's own words, dated steps, contacts."""

from dataclasses import dataclass
from datetime import date

from planner.domain.ids import BlockId, OfficeId, PersonId


@dataclass(frozen=True, slots=True)
class PortalState:
    """A state as the employer's portal showed it; its words are kept as they are."""

    words: str
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One dated event of the application: who was involved, which block it became."""

    date: date
    event: str
    contact: str = ""
    person: PersonId | None = None
    block: BlockId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the candidate can turn to, who need not be a person of the plan."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """A candidacy for one position."""

    position: str
    office: OfficeId | None = None
    other_locations: tuple[str, ...] = ()
    portal_states: tuple[PortalState, ...] = ()
    steps: tuple[Step, ...] = ()
    contacts: tuple[Contact, ...] = ()
    reapply_from: date | None = None
    note: str = ""
