"""Seats filled, emptied, added, changed, answered for."""

import pytest

from planner.domain.blocks import Rsvp, Seat, SeatRole
from planner.domain.edits.base import Edit
from planner.domain.edits.panel import (
    AddSeat,
    Answer,
    AssignSeat,
    ChangeSeat,
    RemoveSeat,
    UnassignSeat,
)
from planner.domain.errors import EditRefused, UnknownRecord
from planner.domain.ids import PersonId, SeatId
from tests import builders
from tests.domain.edits.examples import SCREEN, SEAT, SYSTEM, example_plan

ALAN = PersonId("alan")
SECOND = SeatId("seat-2")


def seats_after(edit: Edit) -> tuple[Seat, ...]:
    """Return the panel of the block that the edit is about."""
    return edit.apply(example_plan()).blocks[getattr(edit, "block")].seats  # noqa: B009 -- any edit


def test_new_person_has_not_answered_yet() -> None:
    assert seats_after(AssignSeat(SCREEN, SEAT, ALAN))[0] == Seat(SEAT, person=ALAN)


def test_person_who_sits_there_already_keeps_their_answer() -> None:
    plan = example_plan()
    assert AssignSeat(SCREEN, SECOND, ALAN).apply(plan) is plan


def test_emptied_seat_has_no_answer() -> None:
    assert seats_after(UnassignSeat(SCREEN, SEAT))[0] == Seat(SEAT)


def test_new_seat_comes_last() -> None:
    shadow = Seat(SeatId("seat-3"), SeatRole.SHADOW)
    assert seats_after(AddSeat(SCREEN, shadow))[2] == shadow


def test_seat_needs_a_new_id() -> None:
    with pytest.raises(EditRefused) as refused:
        AddSeat(SYSTEM, Seat(SEAT)).apply(example_plan())
    assert refused.value.facts["reason"] == "seat_exists"


def test_new_seat_needs_a_person_that_is_there() -> None:
    with pytest.raises(EditRefused) as refused:
        AddSeat(SYSTEM, Seat(SECOND, person=PersonId("eve"))).apply(example_plan())
    assert refused.value.facts["reason"] == "dangling_reference"


def test_removed_seat_leaves_the_others() -> None:
    assert [seat.id for seat in seats_after(RemoveSeat(SCREEN, SEAT))] == [SECOND]


def test_changed_seat_keeps_what_is_left_out() -> None:
    role = seats_after(ChangeSeat(SCREEN, SEAT, role=SeatRole.BAR_RAISER))[0]
    assert role == builders.seat("grace", SeatRole.BAR_RAISER)
    optional = seats_after(ChangeSeat(SCREEN, SEAT, is_required=False))[0]
    assert (optional.role, optional.is_required) == (SeatRole.LEAD, False)


def test_answer_is_noted() -> None:
    assert seats_after(Answer(SCREEN, SEAT, Rsvp.DECLINED))[0].rsvp is Rsvp.DECLINED


def test_empty_seat_cannot_answer() -> None:
    with pytest.raises(EditRefused) as refused:
        Answer(SYSTEM, SEAT, Rsvp.ACCEPTED).apply(example_plan())
    assert refused.value.facts["reason"] == "empty_seat"


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (AssignSeat(SCREEN, SEAT, PersonId("eve")), "people"),
        (UnassignSeat(SYSTEM, SECOND), "seats"),
        (RemoveSeat(SYSTEM, SECOND), "seats"),
    ],
)
def test_unknown_person_or_seat_is_refused(edit: Edit, kind: str) -> None:
    with pytest.raises(UnknownRecord) as refused:
        edit.apply(example_plan())
    assert refused.value.facts["kind"] == kind
