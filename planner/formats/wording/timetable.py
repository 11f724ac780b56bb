"""Sentences for the lines of a pasted timetable: what was assumed, what was not understood."""

from collections.abc import Mapping

from planner.formats.timetext.timetable import Line, Remark
from planner.formats.wording.calendar_files import CALENDAR_NOTES, CALENDAR_QUESTIONS
from planner.formats.wording.facts import rendered
from planner.formats.wording.language import Language
from planner.i18n import mark

NOTE_SENTENCES: Mapping[str, str] = {
    "about": mark("The text gives the time only roughly; it was taken as exactly {start}."),
    "assumed_century": mark("The year has two digits; it was read as {year}."),
    "assumed_end": mark("No end is given; {end} was taken, when the next row starts."),
    "assumed_closing_talk": mark(
        "Taken as: {kind}, because it seems to close the day. Change it if that is wrong."
    ),
    "assumed_hours": mark("The numbers in \u201c{text}\u201d were read as hours of the day."),
    "assumed_kind": mark("No word says what this is; it was taken as: {kind}."),
    "assumed_people": mark("Taken as a person: {names}."),
    "assumed_weekday": mark("Only a weekday is given; it was read as {day}."),
    "assumed_year": mark("The date has no year; {year} was taken."),
    "belongs_to": mark("Added to the row in line {line}."),
    "candidate_from_above": mark("The row names no candidate; {name} was taken from above."),
    "closes_day": mark("Says when the day ends; no block is made of it."),
    "columns_are_candidates": mark(
        "Each column was taken for a candidate, with rows of its own: {names}."
    ),
    "columns_are_days": mark("Each column was taken for a day, with rows of its own: {names}."),
    "columns_are_rooms": mark("Each column was taken for a room, with rows of its own: {names}."),
    "counted_day": mark("Counted from the first day: {day}."),
    "date_by_given_day": mark(
        "\u201c{text}\u201d has two readings; {day} was taken because it is the chosen day."
    ),
    "day_from_above": mark("The row names no date; {day} was taken from the row above."),
    "early_hours": mark("Read as {start} at night. Write pm if the afternoon is meant."),
    "empty_for": mark("Empty in the column of {names}; no row was made there."),
    "ends_next_day": mark("Ends at {end} on the next day."),
    "following_day": mark("Read as the day after the one above: {day}."),
    "goes_back": mark("Starts at {start}, earlier than a row above. Check the time."),
    "in_the_past": mark("{day} is in the past. Add the year if another one is meant."),
    "inferred_end_half": mark("The end was read as {end}, because it follows the start."),
    "inferred_half": mark("Neither am nor pm is clear here; the start was read as {start}."),
    "kept_internally": mark(
        "Kept as an internal note, which only planners see: {texts}. Only jobs and roles stand behind "
        "a name."
    ),
    "left_aside": mark("No part of the timetable; left aside."),
    "mail_header": mark("Belongs to the e-mail, not to the timetable; left aside."),
    "no_end": mark("No end is given, and no later row follows on this day."),
    "not_taken": mark("Struck out, hidden or cancelled: not taken."),
    "other_person": mark("Taken as another person of the same name: {names}."),
    "struck_out": mark("Struck out or hidden: not taken: \u201c{text}\u201d."),
    "unknown_column": mark(
        "The column \u201c{text}\u201d is not known; its cells were read by their words."
    ),
    "weekday_differs": mark("\u201c{text}\u201d has the wrong weekday; {day} was taken."),
    "zone_named": mark("The text says {text}; the times were read on the clocks of {zone}."),
}

QUESTION_SENTENCES: Mapping[str, str] = {
    "ambiguous_date": mark(
        "\u201c{text}\u201d can mean {readings}. Write the month as a word, such as 3 April."
    ),
    "date_in_prose": mark(
        "Names a date ({text}), but does not look like a heading. Put the date on a line of its own."
    ),
    "day_in_doubt": mark(
        "Line {line} may name another day; {day} was kept. Write the date into line {line}, or check it."
    ),
    "day_without_date": mark("Says which day it is, but no date. Choose the day, or add the date."),
    "end_before_start": mark("Ends at {end}, before it starts at {start}. Correct one of them."),
    "ends_on_other_day": mark(
        "Ends on {day}, another day than it starts on. Only the time of the end was taken."
    ),
    "end_without_start": mark("Has an end, but no start. Add the start."),
    "length_differs": mark("Ends at {end}, but says that it lasts {length}. The end was taken."),
    "length_without_time": mark(
        "No time: says how long it takes ({text}), but not when it starts. Add the start."
    ),
    "line_too_long": mark("Too long for a row; not read. Break the line."),
    "no_length": mark("Starts and ends at {start}. Correct the end."),
    "no_such_date": mark("There is no such date: \u201c{text}\u201d. Correct it."),
    "no_such_time": mark("There is no such time: \u201c{text}\u201d. Correct it."),
    "other_clocks": mark(
        "\u201c{text}\u201d may mean other clocks. The time was taken on the clocks of {zone}, not "
        "converted. Check it."
    ),
    "perhaps_person": mark(
        "Is \u201c{text}\u201d a person? It was taken as a title. Write \u201cwith {text}\u201d for a person."
    ),
    "perhaps_place": mark(
        "Is \u201c{text}\u201d a person? It was taken as a place and kept in the title. Add a person by "
        "hand."
    ),
    "row_without_day": mark("Starts at {start}, but on which day? Add a heading with the date."),
    "row_without_time": mark("Looks like a row, but has no time. Add the start."),
    "second_time": mark("Holds a second time: \u201c{text}\u201d. Put it on a line of its own."),
    "time_in_prose": mark(
        "Names a time ({times}), but does not look like a row. Put the time first to make it one."
    ),
    "unread_length": mark("\u201c{text}\u201d is no length. Write it as 45 min or 1 h 30 min."),
    "unread_time": mark("\u201c{text}\u201d is no time. Write it as 10:15 - 11:00."),
    "vague_day": mark(
        "May say which day follows, but not clearly. Write its date, such as 3 April."
    ),
}


def line_sentences(line: Line, language: Language) -> list[str]:
    """Return a sentence for each note of a line, then one for each question."""
    notes = {**NOTE_SENTENCES, **CALENDAR_NOTES}
    questions = {**QUESTION_SENTENCES, **CALENDAR_QUESTIONS}
    return [_sentence(notes, note, language) for note in line.notes] + [
        _sentence(questions, question, language) for question in line.questions
    ]


def _sentence(sentences: Mapping[str, str], remark: Remark, language: Language) -> str:
    return language.text(sentences[remark.code], **rendered(remark.facts, None, language))
