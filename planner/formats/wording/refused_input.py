"""Sentences for refused input."""

from collections.abc import Mapping

from planner.i18n import mark

INPUT_SENTENCES: Mapping[str, str] = {
    "ambiguous_input": mark("\u201c{text}\u201d has more than one reading: {readings}."),
    "ambiguous_input.clock": mark(
        "\u201c{text}\u201d can mean {readings}. Write hours and minutes, such as 10:00."
    ),
    "ambiguous_input.date": mark(
        "\u201c{text}\u201d can mean {readings}. Write the month as a word, such as 3 April 2026."
    ),
    "ambiguous_input.length": mark(
        "\u201c{text}\u201d can mean {readings}. Write it as 1:30 or 90 min."
    ),
    "paste_too_large": mark("Too much text for a timetable ({found}; at most {limit})."),
    "paste_too_large.characters": mark(
        "Too much text for a timetable: {found} characters, at most {limit}. Paste a smaller part."
    ),
    "paste_too_large.lines": mark(
        "Too much text for a timetable: {found} lines, at most {limit}. Paste a smaller part."
    ),
    "unreadable_input": mark("\u201c{text}\u201d cannot be read."),
    "unreadable_input.below_zero": mark(
        "\u201c{text}\u201d would make the length less than nothing."
    ),
    "unreadable_input.clock_not_length": mark(
        "\u201c{text}\u201d is a time of day. Write how long it takes, such as 45 min or 1:30."
    ),
    "unreadable_input.empty": mark("Nothing was typed."),
    "unreadable_input.incomplete": mark(
        "\u201c{text}\u201d is only part of a date. Write day and month, such as 25 Sep 2015."
    ),
    "unreadable_input.leaves_the_day": mark("\u201c{text}\u201d would leave the day."),
    "unreadable_input.length_not_clock": mark(
        "\u201c{text}\u201d is a length. Write a time such as 10:15, or +45 to move by that much."
    ),
    "unreadable_input.needs_base": mark(
        "\u201c{text}\u201d changes a value, but there is none yet. Write the whole value."
    ),
    "unreadable_input.no_hour": mark(
        "\u201c{text}\u201d is no hour of the day. Write hours and minutes, such as 0:45."
    ),
    "unreadable_input.no_such_date": mark("There is no such date: \u201c{text}\u201d."),
    "unreadable_input.no_such_length": mark(
        "\u201c{text}\u201d has too many minutes for its hours. Write it as 1:30 or 90 min."
    ),
    "unreadable_input.no_such_time": mark("There is no such time: \u201c{text}\u201d."),
    "unreadable_input.not_a_clock": mark("\u201c{text}\u201d is no time. Write it as 10:15."),
    "unreadable_input.not_a_date": mark("\u201c{text}\u201d is no date. Write it as 25 Sep 2015."),
    "unreadable_input.not_a_length": mark(
        "\u201c{text}\u201d is no length. Write it as 45 min or 1:30."
    ),
    "unreadable_input.spoken": mark("\u201c{text}\u201d: write the time in digits, such as 8:30."),
    "unreadable_input.too_long": mark(
        "\u201c{text}\u201d \u2026 is too long to be a time or a date."
    ),
    "unreadable_input.weekday_differs": mark(
        "\u201c{text}\u201d has the wrong weekday: that date is {day}."
    ),
}
"""By ``code`` or ``code.reason``."""
