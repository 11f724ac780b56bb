"""Sentences for refused edits, and for values and records that an edit cannot use."""

from collections.abc import Mapping

from planner.i18n import mark

EDIT_SENTENCES: Mapping[str, str] = {
    "edit_refused": mark("This change does not fit the plan as it is. Nothing was changed."),
    "edit_refused.unscheduled": mark("{block} has no time yet. Schedule it first, then try again."),
    "edit_refused.record_exists": mark(
        "{record} is in the plan already. Give the new entry another id, or change the old one."
    ),
    "edit_refused.dangling_reference": mark(
        "{record} names {missing}, which the plan does not have ({field}). "
        "Add {missing} first, or choose something else."
    ),
    "edit_refused.office_in_use": mark(
        "{office} cannot be removed: {user} is there. Move {user} to another office first."
    ),
    "edit_refused.office_of_plan": mark(
        "{office} cannot be removed: it is the office of the plan. "
        "Choose another office for the plan first."
    ),
    "edit_refused.not_ignored": mark(
        "This problem is not ignored, so there is nothing to bring back."
    ),
    "edit_refused.end_before_start": mark(
        "The end ({end}) is not after the start ({start}). "
        "Correct one of them; if the block ends on the next day, give that date."
    ),
    "edit_refused.below_minimum": mark(
        "{block} would be left with {left} and needs at least {minimum}. "
        "Move it instead, or lower its minimum."
    ),
    "edit_refused.outside_block": mark(
        "{block} cannot be split at {at}: choose a time between its start and its end."
    ),
    "edit_refused.past_midnight": mark(
        "{block} would reach into the next day. Shift by less, or shorten something before it."
    ),
    "edit_refused.another_day": mark(
        "{block} would leave its day, and what follows cannot go with it. "
        "Move the block alone, or move the whole day."
    ),
    "edit_refused.nothing_before": mark(
        "Nothing comes before {block} on that day, so there is nothing to follow."
    ),
    "edit_refused.nothing_left": mark(
        "{block} keeps its end ({end}), but would start only at {start}. "
        "Let it keep its length instead, or move its end."
    ),
    "edit_refused.one_within_other": mark(
        "{first} and {second} cannot change places: one lies within the other. Move one of them."
    ),
    "edit_refused.not_neighbours": mark(
        "{first} and {second} cannot change places: {between} lies between them."
    ),
    "edit_refused.seat_exists": mark(
        "{block} has a seat with the id {seat} already. Give the new seat another id."
    ),
    "edit_refused.empty_seat": mark(
        "Nobody sits in the seat \u201c{role}\u201d of {block}, so nobody can have answered. "
        "Name somebody first."
    ),
    "edit_refused.no_application": mark(
        "{candidate} has no application yet. Add one with the position first."
    ),
    "edit_refused.same_day": mark("{day} is the day itself. Choose another date."),
    "edit_refused.nothing_on_day": mark("Nothing is planned on {day}. Choose another date."),
    "edit_refused.no_blocks": mark(
        "A template needs at least one block. Select the blocks to save first."
    ),
    "unknown_record": mark(
        "The plan has no entry \u201c{id}\u201d ({kind}). Perhaps it was removed meanwhile."
    ),
    "invalid_value": mark("This value cannot be used ({field})."),
    "invalid_value.missing_in_log": mark(
        "Something is missing to write this down ({field}). Say it, and try again."
    ),
    "invalid_value.not_utc": mark("This instant must be given in UTC ({field})."),
    "invalid_value.naive": mark("A time needs its time zone ({field}). Say where it is meant."),
    "invalid_value.out_of_range": mark(
        "This date is outside of what the calendar can hold ({field}). Correct the year."
    ),
    "invalid_value.not_rfc_9557": mark(
        "\u201c{value}\u201d is not a time with its zone. "
        "Write it like 2015-09-25T10:15+02:00[Europe/Luxembourg]."
    ),
    "invalid_value.no_such_time": mark(
        "\u201c{value}\u201d is a date or a time that does not exist. Correct it."
    ),
    "invalid_value.end_before_start": mark(
        "The end must come after the start ({field}). Correct one of them."
    ),
    "invalid_value.arrival_before_departure": mark(
        "The arrival must come after the departure. Mind the time zones of both places."
    ),
    "invalid_value.legs_out_of_order": mark(
        "A leg of the journey departs before the one before it arrives. "
        "Correct the times, or put the legs into order."
    ),
    "invalid_value.check_out_before_check_in": mark(
        "The check-out must be at least one day after the check-in. Correct one of the dates."
    ),
    "invalid_value.doubled": mark(
        "The same entry is named more than once ({field}). Name it only once."
    ),
    "invalid_value.negative": mark("The value must not be negative ({field})."),
    "invalid_value.not_positive": mark("The value must be greater than zero ({field})."),
    "invalid_value.not_a_uuid": mark(
        "\u201c{value}\u201d is not a UUID ({field}). Leave it out, and one is made."
    ),
}
"""By ``code`` or ``code.reason``; placeholders are the facts of the refusal."""
