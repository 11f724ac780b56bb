"""Sentences for lists of people and rooms that cannot be read, and for merging that is refused."""

from collections.abc import Mapping

from planner.i18n import mark

DIRECTORY_SENTENCES: Mapping[str, str] = {
    "unreadable_directory": mark("This file is no list of people or rooms ({reason})."),
    "unreadable_directory.bad_table": mark(
        "Line {line} of the file cannot be read as a row of a table. Save the list as CSV once more "
        "and try again."
    ),
    "unreadable_directory.empty": mark("The file is empty."),
    "unreadable_directory.no_rows": mark("The file has no rows below its heading."),
    "unreadable_directory.not_text": mark(
        "This is neither a table as text (CSV) nor a vCard. Save the list in one of these forms."
    ),
    "unreadable_directory.too_large": mark(
        "The file has {size} MB. A list has {limit} MB at the most: import it in parts."
    ),
    "unreadable_directory.too_many_columns": mark(
        "Line {line} has {size} columns, at most {limit} can be read. Is this the right file?"
    ),
    "unreadable_directory.too_many_rows": mark(
        "The file has more than {limit} rows. Import it in parts."
    ),
    "unreadable_directory.unclosed_quote": mark(
        "A quotation mark that opens in line {line} is never closed, so the rows after it cannot be "
        "told apart. Close it and try again."
    ),
    "unreadable_directory.workbook": mark(
        "This is a workbook. Open it in your spreadsheet program, save it as CSV, and import that."
    ),
    "merge_refused": mark("These two cannot be merged ({reason})."),
    "merge_refused.same_person": mark("Choose two different people to merge."),
    "merge_refused.not_there": mark(
        "{name} is no longer in the directory. Look at the list again before you merge."
    ),
}
"""By ``code`` or ``code.reason``."""
