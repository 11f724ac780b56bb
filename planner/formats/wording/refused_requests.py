"""Sentences for requests that cannot be met as they were asked."""

from collections.abc import Mapping

from planner.i18n import mark

REQUEST_SENTENCES: Mapping[str, str] = {
    "seat_refused.sits_there": mark("{person} already sits in {block}."),
    "seat_refused.which_seat": mark(
        "{block} has several seats, and none is empty: say in the inspector whose place {person} takes."
    ),
    "seat_refused.no_seat": mark(
        "{block} has no seat to be filled: add {person} in the inspector."
    ),
    "faulty_calendar": mark(
        "The calendar file was not written, because calendars would misread it ({faults}). This is "
        "a fault of this program: please report it."
    ),
    "file_exists": mark(
        "{file} is there already and was left as it is. Choose another name, or ask for it to be "
        "replaced (--force)."
    ),
    "invalid_value.no_time": mark(
        "No calendar file was written: its entry {value} has neither times nor days. Give the block "
        "a start and an end."
    ),
    "invalid_value.not_scheduled": mark(
        "{value} has no time yet. Schedule it first, or name another block."
    ),
    "invalid_value.nothing_to_rehearse": mark(
        "Nothing in this plan has a time yet. Plan the day first, then rehearse it."
    ),
    "invalid_value.nothing_scheduled": mark("Nothing is scheduled on {value}. Name another day."),
    "invalid_value.not_a_probability": mark("A probability lies between 0 and 1 ({field})."),
    "invalid_value.not_in_block": mark("{value} is not part of this block. Name another block."),
    "nothing_to_report": mark(
        "Nothing is scheduled in {title}, so there is no day to report on. Schedule a block first."
    ),
    "nothing_to_write": mark("There is no calendar entry for this reader, so no file was written."),
    "picture_failed": mark(
        "The picture {file} could not be written. Name a file that ends in .png, in a folder that may "
        "be written to."
    ),
    "unknown_audience": mark(
        "Nobody in the plan is called {text}. These can be named: {known}, and all."
    ),
    "unknown_block.none": mark("The plan has no block {text}. These are its blocks: {known}."),
    "unknown_block.several": mark(
        "More than one block is called {text}. Name one of these: {known}."
    ),
    "unknown_block.not_named": mark(
        "It is not clear which block this is about. Name one of these: {known}."
    ),
    "invalid_value.no_such_proposal": mark(
        "There is no proposal {value}. Ask for the proposals first."
    ),
    "invalid_value.no_text": mark("A note needs a text. Write it after the action."),
    "invalid_value.no_such_verdict": mark("A verdict is good or not-so-good. Say which."),
    "unknown_zone": mark(
        "There is no time zone {name}. Write it as region and city, such as Europe/Berlin."
    ),
}
