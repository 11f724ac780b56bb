"""Seating: who comes to each block, and which required seats give reason to ask."""

from collections.abc import Iterable, Mapping, Sequence

from planner.domain.blocks import Rsvp, Seat, SeatRole
from planner.domain.ids import PersonId
from planner.schedule.agenda import Entry

_ACCEPTED, _DECLINED = Rsvp.ACCEPTED, Rsvp.DECLINED
Seats = Mapping[int, Sequence[Seat]]
"""Some seats by `Entry.index`; entries without any are left out."""

_NOBODY: Mapping[PersonId, SeatRole] = {}


class Seating:
    """All seats of an agenda, read once.

    ``attending`` holds, for each entry, everybody named who has not declined, with their role.
    Of the required seats ``empty`` holds those without a person, ``declined`` those whose person
    will not come, ``unanswered`` those whose person has not said yes.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._empty: dict[int, list[Seat]] = {}
        self._declined: dict[int, list[Seat]] = {}
        self._unanswered: dict[int, list[Seat]] = {}
        self.attending: Sequence[Mapping[PersonId, SeatRole]] = [
            self._read(entry.index, entry.block.seats) if entry.block.seats else _NOBODY
            for entry in entries
        ]

    @property
    def empty(self) -> Seats:
        """Return the required seats in which nobody is named."""
        return self._empty

    @property
    def declined(self) -> Seats:
        """Return the required seats whose person will not come."""
        return self._declined

    @property
    def unanswered(self) -> Seats:
        """Return the required seats whose person has not said that they will come."""
        return self._unanswered

    def _read(self, index: int, seats: Iterable[Seat]) -> Mapping[PersonId, SeatRole]:
        attending: dict[PersonId, SeatRole] = {}
        for seat in seats:
            if seat.person is not None and seat.rsvp is not _DECLINED:
                attending.setdefault(seat.person, seat.role)
            if seat.is_required and (seat.person is None or seat.rsvp is not _ACCEPTED):
                self._kept_for(seat).setdefault(index, []).append(seat)
        return attending

    def _kept_for(self, seat: Seat) -> dict[int, list[Seat]]:
        if seat.person is None:
            return self._empty
        return self._declined if seat.rsvp is _DECLINED else self._unanswered
