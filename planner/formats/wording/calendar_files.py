"""Sentences for calendar files of others: what was assumed of an entry, and why a file was refused."""

from collections.abc import Mapping

from planner.i18n import mark

CALENDAR_NOTES: Mapping[str, str] = {
    "calendar_floating": mark("The entry names no time zone; {zone} was taken."),
    "calendar_other_zone": mark(
        "The entry was written on the clocks of {text}; the times here are those of {zone}."
    ),
    "calendar_repeats": mark(
        "The entry repeats. Repetition is not supported: it was taken once, on its first day."
    ),
    "calendar_whole_day": mark("Lasts whole days; no block is made of it."),
}

CALENDAR_QUESTIONS: Mapping[str, str] = {
    "calendar_no_start": mark("The entry has no start that can be read. Add the start."),
    "calendar_unknown_zone": mark(
        "Nobody knows the time zone \u201c{text}\u201d; {zone} was taken. Check the times."
    ),
}

CALENDAR_REFUSALS: Mapping[str, str] = {
    "unreadable_calendar": mark("This calendar file cannot be read."),
    "unreadable_calendar.not_a_calendar": mark(
        "This is not a calendar file: it does not begin with BEGIN:VCALENDAR."
    ),
    "unreadable_calendar.no_entries": mark("The calendar file holds no entry."),
    "unreadable_calendar.too_large_bytes": mark(
        "The calendar file is larger than {limit} MB. Export only the days that you need."
    ),
    "unreadable_calendar.too_large_line": mark(
        "The calendar file has a line of more than {limit} thousand characters. Export it without "
        "attachments."
    ),
    "unreadable_calendar.too_large_parts": mark(
        "The calendar file has more than {limit} entries. Export only the days that you need."
    ),
    "unreadable_calendar.too_large_depth": mark(
        "The entries of the calendar file are nested more than {limit} deep. It is damaged."
    ),
    "unreadable_mail": mark("This e-mail cannot be read. Copy its text, and paste that."),
    "unreadable_mail.damaged": mark(
        "The e-mail is damaged and cannot be read. Copy its text, and paste that."
    ),
    "unreadable_mail.too_large": mark(
        "The e-mail has more than {limit} MB. Copy its text, and paste that."
    ),
    "unreadable_mail.too_many_parts": mark(
        "The e-mail has more than {limit} parts. Copy its text, and paste that."
    ),
    "unreadable_mail.no_text": mark("The e-mail holds no text."),
    "unknown_file": mark(
        "{file} is no plan, calendar, e-mail, text or table, so nothing was opened. Copy the text out "
        "of the program that shows it, and paste that."
    ),
}
"""By ``code`` or ``code.reason``."""
