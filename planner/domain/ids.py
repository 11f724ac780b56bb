"""Identifiers of records: text that stays the same for as long as the record lives."""

import secrets
from typing import NewType

PlanId = NewType("PlanId", str)
CandidateId = NewType("CandidateId", str)
PersonId = NewType("PersonId", str)
OfficeId = NewType("OfficeId", str)
RoomId = NewType("RoomId", str)
FocusAreaId = NewType("FocusAreaId", str)
LoopId = NewType("LoopId", str)
BlockId = NewType("BlockId", str)
SeatId = NewType("SeatId", str)
JourneyId = NewType("JourneyId", str)
LegId = NewType("LegId", str)
StayId = NewType("StayId", str)
TemplateId = NewType("TemplateId", str)


def fresh_id(prefix: str) -> str:
    """Return a new identifier such as ``block-5f0c2a91d3``: never reused, says nothing private."""
    return f"{prefix}-{secrets.token_hex(5)}"
