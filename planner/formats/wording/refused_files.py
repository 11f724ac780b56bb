"""Sentences for refused files: plan files, the workspace, and saves that came too late."""

from collections.abc import Mapping

from planner.i18n import mark

_DOCUMENT: Mapping[str, str] = {
    "unreadable_plan": mark("{place}: this is not possible here ({reason})."),
    "unreadable_plan.empty": mark("The file is empty. It holds no plan."),
    "unreadable_plan.not_text": mark(
        "This is not a plan file: byte {byte} does not belong to any UTF-8 text."
    ),
    "unreadable_plan.other_encoding": mark(
        "The file is written in {encoding}. Save it as UTF-8, then open it again."
    ),
    "unreadable_plan.too_large": mark(
        "The file has {size} MB. A plan file has {limit} MB at the most."
    ),
    "unreadable_plan.too_deep": mark("This is not a plan file: its brackets are nested too deep."),
    "unreadable_plan.not_a_plan": mark(
        "This is not a plan file: it does not begin like JSON text, with a brace."
    ),
    "unreadable_plan.cut_off": mark(
        "The file breaks off at line {line}, column {column}. It was not written or copied "
        "completely: open an earlier copy."
    ),
    "unreadable_plan.not_closed": mark(
        "Line {line}, column {column}: the line ends inside a text. Add the closing quotation mark, "
        "or write the line break as an escape."
    ),
    "unreadable_plan.control_character": mark(
        "Line {line}, column {column}: the control character {character} must not stand in a "
        "text. Remove it, or write it as an escape."
    ),
    "unreadable_plan.goes_on": mark(
        "Line {line}, column {column}: the plan has ended, but the file goes on with \u201c{found}\u201d. "
        "Remove what follows the plan."
    ),
    "unreadable_plan.not_json": mark(
        "Line {line}, column {column}: \u201c{found}\u201d does not fit there. Often a comma, a quotation "
        "mark or a bracket just before it is missing or too much."
    ),
    "unreadable_plan.not_an_object": mark(
        "This is not a plan file: a plan is one JSON object in braces, but the file holds {found}."
    ),
    "unreadable_plan.no_format": mark(
        'This is not a plan file: the line "format": "{format}" is missing.'
    ),
    "unreadable_plan.other_format": mark(
        'This is not a plan file: its format is {found}, not "{format}".'
    ),
    "unreadable_plan.bad_version": mark(
        "{place}: the version of the format is a whole number from 1 upwards, but there is {found}."
    ),
    "unreadable_plan.newer_version": mark(
        "The plan was written by a newer program: its format has version {version}, this program "
        "reads versions up to {known}. Update the program, then open it again."
    ),
}

_STRUCTURE: Mapping[str, str] = {
    "unreadable_plan.missing": mark("{place} is missing."),
    "unreadable_plan.unknown_field": mark(
        "{place}: the plan format has no such field, so saving would lose it. Correct its name or "
        "remove it."
    ),
    "unreadable_plan.doubled_name": mark("{place} is given more than once. Keep only one."),
    "unreadable_plan.doubled": mark("{place} names the same entry more than once. Keep only one."),
    "unreadable_plan.doubled_id": mark(
        '{place}: "{id}" is already the id of {first}. Give every record an id of its own.'
    ),
    "unreadable_plan.bad_id": mark("{place}: {found} cannot be an id. Use letters and digits."),
    "unreadable_plan.not_there": mark(
        '{place}: there is no "{id}" in {table}. Add it there, or name another one.'
    ),
    "unreadable_plan.expected_record": mark(
        "{place}: an object in braces is expected, but there is {found}."
    ),
    "unreadable_plan.expected_list": mark(
        "{place}: a list in square brackets is expected, but there is {found}."
    ),
    "unreadable_plan.expected_text": mark(
        "{place}: text in quotation marks is expected, but there is {found}."
    ),
    "unreadable_plan.expected_number": mark(
        "{place}: a whole number is expected, but there is {found}."
    ),
    "unreadable_plan.expected_yes_or_no": mark(
        "{place}: true or false is expected, but there is {found}."
    ),
}

_VALUES: Mapping[str, str] = {
    "unreadable_plan.not_a_choice": mark("{place}: {found} is none of {choices}."),
    "unreadable_plan.not_a_number": mark("{place}: {found} is not a number that a plan can hold."),
    "unreadable_plan.bad_date": mark(
        '{place}: a date such as "2015-09-25" is expected, but there is {found}.'
    ),
    "unreadable_plan.bad_clock": mark(
        '{place}: a time of day such as "10:15" is expected, but there is {found}.'
    ),
    "unreadable_plan.bad_instant": mark(
        '{place}: an instant such as "2015-09-25T08:15:00Z" is expected, but there is {found}.'
    ),
    "unreadable_plan.bad_duration": mark(
        '{place}: a length such as "PT45M" or "PT1H30M" is expected, but there is {found}.'
    ),
    "unreadable_plan.bad_moment": mark(
        "{place}: a date and time with its zone is expected, such as "
        '"2015-09-25T10:15+02:00[Europe/Luxembourg]", but there is {found}.'
    ),
    "unreadable_plan.no_such_time": mark("{place}: there is no such date and time as {found}."),
    "unreadable_plan.naive": mark(
        "{place}: {found} could be meant in any zone. Add Z for UTC, or an offset such as +02:00."
    ),
    "unreadable_plan.out_of_range": mark(
        "{place}: {found} lies too far in the past or in the future."
    ),
    "unreadable_plan.unknown_zone": mark(
        "{place}: there is no time zone {found}. Zones have names like Europe/Luxembourg."
    ),
    "unreadable_plan.not_positive": mark("{place}: {found} is not more than zero."),
    "unreadable_plan.negative": mark("{place}: {found} is less than zero."),
    "unreadable_plan.end_before_start": mark("{place}: the end does not come after the start."),
    "unreadable_plan.arrival_before_departure": mark(
        "{place}: the arrival does not come after the departure."
    ),
    "unreadable_plan.legs_out_of_order": mark(
        "{place}: a leg departs before the leg above it has arrived."
    ),
    "unreadable_plan.check_out_before_check_in": mark(
        "{place}: the check-out does not come after the check-in."
    ),
}

_UNWRITABLE: Mapping[str, str] = {
    "unwritable_plan": mark("Not saved: {place} could not be read again ({reason})."),
    "unwritable_plan.too_large": mark(
        "Not saved: the plan would have {size} MB. A plan file has {limit} MB at the most."
    ),
    "unwritable_plan.not_there": mark('Not saved: {place} names "{id}", which is not in {table}.'),
    "unwritable_plan.unknown_zone": mark(
        "Not saved: {place}: there is no time zone {found}. Zones have names like Europe/Luxembourg."
    ),
    "unwritable_plan.out_of_range": mark(
        "Not saved: {place}: {found} lies too far in the past or in the future."
    ),
}

_FILES: Mapping[str, str] = {
    "read_failed": mark("{file} could not be read ({detail})."),
    "read_failed.missing": mark("{file} was not found. Was it moved or renamed?"),
    "read_failed.not_a_file": mark("{file} is not a file. Choose a plan file."),
    "read_failed.not_permitted": mark("You are not permitted to read {file}."),
    "read_failed.too_large": mark("{file} has {size} MB. A plan file has {limit} MB at the most."),
    "read_failed.bad_name": mark("{file} is not a possible file name."),
    "read_failed.disk_failed": mark(
        "{file} could not be read: the disk reports a failure. Open an earlier copy."
    ),
    "write_failed": mark("{file} was not saved ({detail}). What was saved before is still there."),
    "write_failed.missing": mark(
        "{file} was not saved: there is no such folder, or not any more. Save it in another one."
    ),
    "write_failed.gone": mark("{file} was not saved: the file is gone. Save it under a new name."),
    "write_failed.not_a_file": mark(
        "{file} was not saved: something that is no file has that name."
    ),
    "write_failed.in_the_way": mark(
        "{file} cannot be a folder: a file of that name is in the way. Choose another name."
    ),
    "write_failed.not_permitted": mark(
        "{file} was not saved: you are not permitted to write it. Save it in another folder."
    ),
    "write_failed.read_only": mark(
        "{file} was not saved: the disk is read-only. Save it on another disk."
    ),
    "write_failed.no_space": mark(
        "{file} was not saved: the disk is full. What was saved before is still there."
    ),
    "write_failed.bad_name": mark("{file} is not a possible file name. Choose another one."),
    "write_failed.busy": mark(
        "{file} was not saved: another program holds it. Try again in a moment."
    ),
    "write_failed.disk_failed": mark(
        "{file} was not saved: the disk reports a failure. Save it on another disk."
    ),
}

_WORKSPACE: Mapping[str, str] = {
    "store_failed": mark("The workspace {file} could not be used ({detail})."),
    "store_failed.not_a_workspace": mark(
        "{file} is not a workspace of this program. It was not touched."
    ),
    "store_failed.damaged": mark(
        "The workspace {file} is damaged. It was not touched: put a backup in its place."
    ),
    "store_failed.altered": mark(
        "The workspace {file} holds tables, views or triggers that are not of this program. It was "
        "not opened, because they could do harm."
    ),
    "store_failed.newer": mark(
        "The workspace {file} was written by a newer program. Update this program, then open it "
        "again."
    ),
    "store_failed.no_space": mark(
        "The workspace {file} was not saved: the disk is full. What was saved before is still there."
    ),
    "store_failed.read_only": mark(
        "The workspace {file} was not saved: the file or its folder is read-only."
    ),
    "store_failed.not_permitted": mark("You are not permitted to use the workspace {file}."),
    "store_failed.busy": mark(
        "The workspace {file} was not saved: another program holds it. Try again in a moment."
    ),
    "store_failed.cannot_open": mark(
        "The workspace {file} could not be opened. Does its folder exist, and may you write there?"
    ),
    "store_failed.disk_failed": mark(
        "The workspace {file} could not be used: the disk reports a failure."
    ),
    "store_failed.too_large": mark("The plan is too large for the workspace {file}."),
    "missing_plan": mark("This plan is no longer in the workspace."),
    "plan_exists": mark(
        'The workspace already holds the plan "{title}". Open that one, or import this one as a copy.'
    ),
    "stale_plan": mark("The plan was changed elsewhere since it was opened here."),
    "stale_entry": mark(
        "This entry of the directory was changed elsewhere meanwhile. Look at it again, then decide."
    ),
    "edit_refused.changed_elsewhere": mark(
        "This step cannot be taken back or repeated: {record} was changed elsewhere since."
    ),
    "conflict": mark(
        "Not done: the plan was changed elsewhere meanwhile, and both changes concern the same. The "
        "other one is shown now. Do yours again, or save your version as a copy."
    ),
}

FILE_SENTENCES: Mapping[str, str] = {
    **_DOCUMENT,
    **_STRUCTURE,
    **_VALUES,
    **_UNWRITABLE,
    **_FILES,
    **_WORKSPACE,
}
