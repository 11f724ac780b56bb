"""Audiences: who reads an export. Each sees only what it may see."""

from dataclasses import dataclass
from enum import StrEnum

from planner.domain.ids import CandidateId, PersonId, RoomId


class AudienceKind(StrEnum):
    """The classes of readers; a calendar entry has one UID in each."""

    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"
    HOST = "host"
    ROOM = "room"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Audience:
    """One reader: ``subject`` is the candidate, person or room it is made for.

    The coordinator needs no subject.
    """

    kind: AudienceKind
    subject: str = ""

    @classmethod
    def candidate(cls, candidate: CandidateId) -> "Audience":
        """Return the audience of one candidate."""
        return cls(AudienceKind.CANDIDATE, candidate)

    @classmethod
    def interviewer(cls, person: PersonId) -> "Audience":
        """Return the audience of one interviewer."""
        return cls(AudienceKind.INTERVIEWER, person)

    @classmethod
    def host(cls, person: PersonId) -> "Audience":
        """Return the audience of one host."""
        return cls(AudienceKind.HOST, person)

    @classmethod
    def room(cls, room: RoomId) -> "Audience":
        """Return the audience of one room's calendar."""
        return cls(AudienceKind.ROOM, room)

    @classmethod
    def coordinator(cls) -> "Audience":
        """Return the audience of the coordinator, who may see everything but secrets."""
        return cls(AudienceKind.COORDINATOR)
