"""The forms of journeys, legs and stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from planner.app.travel_drafts import departing, moved_from, with_leg
from planner.domain.edits.base import Edit
from planner.domain.edits.records import ReplaceRecord
from planner.domain.ids import LegId
from planner.domain.times import Moment
from planner.domain.travel import Direction, Journey, Leg, LegKind, Payer
from planner.formats.wording.terms import term
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton
from planner.ui.records.form import Bound, RecordForm, Run


def replaced(record: Any) -> Edit:
    """Return the edit that puts a changed record in place."""
    return ReplaceRecord(record)


class JourneyForm(RecordForm):
    """Direction, who pays, a note; another leg, or the journey gone."""

    def __init__(self, context: Context, add_leg: Run, remove: Run, close: Run) -> None:
        super().__init__(context, replaced)
        text = context.language.text
        directions = [(each, term(each, context.language)) for each in Direction]
        self.add_row(
            self.choice(text("Direction"), directions, _get("direction"), _put("direction")),
            _payer(self, context),
        )
        self.add_row(self.note(text("Internal note"), _get("note"), _put("note")))
        add = PlainButton(context.theme, text("Add a leg"), "plus")
        add.clicked.connect(add_leg)
        self.add_verbs(text("Remove this journey"), remove, close, [add])


class LegForm(RecordForm):
    """What one travels in, from where to where, when by which clocks. Its record is a `Leg`."""

    def __init__(
        self, context: Context, journey: Callable[[], Journey], remove: Run, close: Run
    ) -> None:
        super().__init__(context, lambda changed: _leg_edit(journey(), changed))
        text, words = context.language.text, context.language
        kinds = [(each, term(each, words)) for each in LegKind]
        self.add_row(
            self.choice(text("Kind"), kinds, _get("kind"), _put("kind")),
            self.text(text("Carrier"), _get("carrier"), _put("carrier")),
            self.text(text("Number"), _get("number"), _put("number")),
        )
        self._add_end("departure", text("From"), text("Departure"))
        self._add_end("arrival", text("To"), text("Arrival"))
        self.add_row(
            self.text(text("Cabin"), _get("cabin"), _put("cabin")),
            self.text(text("Seat"), _get("seat"), _put("seat")),
            self.text(text("Booking reference"), _get("reference"), _put("reference")),
        )
        self.add_row(self.note(text("Internal note"), _get("note"), _put("note")))
        self.add_wide(_confirmed(self, text("The times are confirmed")))
        self.add_verbs(text("Remove this leg"), remove, close)

    def _add_end(self, end: str, place: str, when: str) -> None:
        text = self._context.language.text
        self.add_row(
            self.text(place, _at(end, "name"), _put_stop(end, "name")),
            self.text(text("Code"), _at(end, "code"), _put_stop(end, "code")),
            self.text(text("Terminal"), _at(end, "terminal"), _put_stop(end, "terminal")),
        )
        self.add_row(
            self.day(when, lambda leg: _moment(leg, end).day, _put_day(end)),
            self.clock(text("Local time"), lambda leg: _moment(leg, end).clock, _put_clock(end)),
            self.zone(text("Time zone"), lambda leg: _moment(leg, end).zone, _put_zone(end)),
        )


class StayForm(RecordForm):
    """The hotel, its address, when one may come and must go."""

    def __init__(self, context: Context, remove: Run, close: Run) -> None:
        super().__init__(context, replaced)
        text = context.language.text
        self.add_row(
            self.text(text("Hotel"), _get("hotel"), _put("hotel")),
            self.text(text("Phone"), _get("phone"), _put("phone")),
        )
        self.add_row(self.text(text("Address"), _get("address"), _put("address")))
        self._add_door(text("Check-in"), "check_in", text("From (hour)"), "check_in_from")
        self._add_door(text("Check-out"), "check_out", text("Until (hour)"), "check_out_until")
        self.add_row(
            self.zone(text("Time zone"), lambda stay: stay.zone or None, _put("zone")),
            self.text(text("Confirmation"), _get("confirmation"), _put("confirmation")),
            _payer(self, context),
        )
        features = text("What the room has, separated by semicolons")
        self.add_row(self.words(features, _get("room_features"), _put("room_features")))
        self.add_row(self.note(text("Internal note"), _get("note"), _put("note")))
        self.add_wide(_confirmed(self, text("The booking is confirmed")))
        self.add_verbs(text("Remove this stay"), remove, close)

    def _add_door(self, day: str, day_field: str, clock: str, clock_field: str) -> None:
        self.add_row(
            self.day(day, _get(day_field), _put(day_field)),
            self.clock(clock, _get(clock_field), _put(clock_field), is_optional=True),
        )


def _leg_edit(journey: Journey, changed: Leg | tuple[LegId, date]) -> Edit:
    """Return the edit for a changed leg, or for one that leaves on another date with all after it."""
    if isinstance(changed, tuple):
        return ReplaceRecord(moved_from(journey, *changed))
    return ReplaceRecord(with_leg(journey, changed))


def _payer(form: RecordForm, context: Context) -> Bound:
    rows = [(each, term(each, context.language)) for each in Payer]
    label = context.language.text("Payment")
    return form.choice(label, rows, _get("paid_by"), _put("paid_by"))


def _confirmed(form: RecordForm, label: str) -> Bound:
    return form.check(
        label,
        lambda record: not record.is_estimated,
        lambda record, value: replace(record, is_estimated=not value),
    )


def _get(field: str) -> Callable[[Any], Any]:
    return lambda record: getattr(record, field)


def _put(field: str) -> Callable[[Any, Any], Any]:
    return lambda record, value: replace(record, **{field: value})


def _at(end: str, field: str) -> Callable[[Any], Any]:
    return lambda leg: getattr(getattr(leg, end), field)


def _put_stop(end: str, field: str) -> Callable[[Any, Any], Any]:
    return lambda leg, value: replace(leg, **{end: replace(getattr(leg, end), **{field: value})})


def _moment(leg: Leg, end: str) -> Moment:
    moment: Moment = getattr(leg, end).at
    return moment


def _at_moment(leg: Leg, end: str, moment: Moment) -> Leg:
    if end == "departure":
        return departing(leg, moment)
    return replace(leg, arrival=replace(leg.arrival, at=moment))


def _put_day(end: str) -> Callable[[Leg, date], object]:
    if end == "departure":
        return lambda leg, day: (leg.id, day)
    return lambda leg, day: _at_moment(leg, end, _moment(leg, end).on(day))


def _put_clock(end: str) -> Callable[[Leg, time], Leg]:
    def put(leg: Leg, clock: time) -> Leg:
        before = _moment(leg, end)
        return _at_moment(leg, end, Moment.from_wall(before.day, clock, before.zone))

    return put


def _put_zone(end: str) -> Callable[[Leg, str], Leg]:
    def put(leg: Leg, zone: str) -> Leg:
        before = _moment(leg, end)
        return _at_moment(leg, end, Moment.from_wall(before.day, before.clock, zone))

    return put
