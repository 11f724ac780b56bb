"""Plan files with something wrong, and the sentence that each gets."""

import json
import random
from typing import Any

from planner.formats.planfile.writing import write_plan
from tests.builders import block, candidate, plan

GOOD = plan(
    block("first", "10:15", people=["ben"], room="blue"),
    block("second", "11:00", 30, people=["eve"]),
    candidate("ada", zone="Europe/Athens"),
)
TEXT = write_plan(GOOD).decode()
NOISE = random.Random(2015).randbytes(10_000_000)  # noqa: S311 -- the same noise in every run


def with_value(place: str, value: Any) -> bytes:
    """Return the good file with something else at a place such as ``blocks.0.kind``."""
    document = inside = json.loads(TEXT)
    *way, last = [int(step) if step.isdigit() else step for step in place.split(".")]
    for step in way:
        inside = inside[step]
    inside[last] = value
    return json.dumps(document, ensure_ascii=False).encode()


def swapped(old: str, new: str) -> bytes:
    """Return the good file with some of its text exchanged."""
    assert old in TEXT
    return TEXT.replace(old, new, 1).encode()


START = '"start": "2015-09-25T10:15+02:00[Europe/Luxembourg]"'


def journey(*times: tuple[str, str]) -> list[dict[str, Any]]:
    """Return a journey of legs between these clock times, all in one zone."""
    legs = [
        {
            "id": f"leg-{number}",
            "kind": "train",
            "calendar": {"seed": "s"},
            "departure": {"name": "A", "at": f"2015-09-24T{departure}+02:00[Europe/Luxembourg]"},
            "arrival": {"name": "B", "at": f"2015-09-24T{arrival}+02:00[Europe/Luxembourg]"},
        }
        for number, (departure, arrival) in enumerate(times)
    ]
    return [{"id": "way", "candidate": "ada", "direction": "outbound", "legs": legs}]


STAY = {
    "id": "stay",
    "candidate": "ada",
    "hotel": "Near",
    "check_in": "2015-09-25",
    "check_out": "2015-09-24",
    "calendar": {"seed": "s"},
}

DOCUMENTS: dict[str, tuple[bytes, str]] = {
    "empty file": (b"", "The file is empty. It holds no plan."),
    "blank file": (b" \n\t\n", "The file is empty. It holds no plan."),
    "zeros after a crash": (b"\x00" * 4096, "The file is empty. It holds no plan."),
    "10 MB of noise": (NOISE, "This is not a plan file: byte 2 does not belong to any UTF-8 text."),
    "text that is no JSON": (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        "This is not a plan file: it does not begin like JSON text, with a brace.",
    ),
    "UTF-16": (
        TEXT.encode("utf-16"),
        "The file is written in UTF-16. Save it as UTF-8, then open it again.",
    ),
    "UTF-32": (
        TEXT.encode("utf-32"),
        "The file is written in UTF-32. Save it as UTF-8, then open it again.",
    ),
    "Latin-1": (
        with_value("title", "Gr\u00fc\u00dfe").decode().encode("latin-1"),
        "This is not a plan file: byte 109 does not belong to any UTF-8 text.",
    ),
    "cut off in a text": (
        TEXT.encode()[:400],
        "The file breaks off at line 16, column 5. It was not written or copied completely: open an earlier copy.",
    ),
    "cut off after a comma": (
        TEXT[: TEXT.index(",", 500) + 1].encode(),
        "The file breaks off at line 20, column 33. It was not written or copied completely: open an earlier copy.",
    ),
    "missing comma": (
        swapped('"version": 1,', '"version": 1'),
        'Line 5, column 3: “"id": "plan",” does not fit there. Often a comma, a quotation mark or a bracket just before it is missing or too much.',
    ),
    "single quotes": (
        swapped('"version"', "'version'"),
        "Line 4, column 3: “'version': 1,” does not fit there. Often a comma, a quotation mark or a bracket just before it is missing or too much.",
    ),
    "comma too many": (
        swapped('"version": 1,', '"version": 1,,'),
        "Line 4, column 16: “,” does not fit there. Often a comma, a quotation mark or a bracket just before it is missing or too much.",
    ),
    "line break in a text": (
        swapped("Test day", "Test\nday"),
        "Line 6, column 17: the line ends inside a text. Add the closing quotation mark, or write the line break as an escape.",
    ),
    "control character in a text": (
        swapped("Test day", "Test\x07day"),
        "Line 6, column 17: the control character U+0007 must not stand in a text. Remove it, or write it as an escape.",
    ),
    "two plans in one file": (
        (TEXT + TEXT).encode(),
        "Line 131, column 1: the plan has ended, but the file goes on with “{”. Remove what follows the plan.",
    ),
    "deep nesting": (b"[" * 100_000, "This is not a plan file: its brackets are nested too deep."),
    "deep nesting in a field": (
        with_value("note", json.loads("[" * 400 + "]" * 400)),
        "note: text in quotation marks is expected, but there is […].",
    ),
    "array instead of object": (
        b"[1, 2]",
        "This is not a plan file: a plan is one JSON object in braces, but the file holds […].",
    ),
    "no format": (
        b'{"title": "Day"}',
        'This is not a plan file: the line "format": "interviewplan" is missing.',
    ),
    "another format": (
        with_value("format", "FeatureCollection"),
        'This is not a plan file: its format is "FeatureCollection", not "interviewplan".',
    ),
    "newer version": (
        with_value("version", 2),
        "The plan was written by a newer program: its format has version 2, this program reads versions up to 1. Update the program, then open it again.",
    ),
    "version 0": (
        with_value("version", 0),
        "version: the version of the format is a whole number from 1 upwards, but there is 0.",
    ),
    "version as text": (
        with_value("version", "1"),
        'version: the version of the format is a whole number from 1 upwards, but there is "1".',
    ),
    "no id": (swapped('  "id": "plan",\n', ""), "id is missing."),
    "unknown field": (
        with_value("colour", "blue"),
        "colour: the plan format has no such field, so saving would lose it. Correct its name or remove it.",
    ),
    "misspelt field": (
        swapped('"timebox"', '"timbox"'),
        "blocks[0].timbox: the plan format has no such field, so saving would lose it. Correct its name or remove it.",
    ),
    "doubled name": (
        swapped('"title": "Test day"', '"title": "One", "title": "Two"'),
        "title is given more than once. Keep only one.",
    ),
    "doubled id": (
        swapped('"id": "second"', '"id": "first"'),
        'blocks[1].id: "first" is already the id of blocks[0]. Give every record an id of its own.',
    ),
    "empty id": (
        swapped('"id": "second"', '"id": ""'),
        'blocks[1].id: "" cannot be an id. Use letters and digits.',
    ),
    "unknown person": (
        swapped('"person": "ben"', '"person": "nobody"'),
        'blocks[0].seats[0].person: there is no "nobody" in people. Add it there, or name another one.',
    ),
    "unknown office": (
        with_value("office", "gone"),
        'office: there is no "gone" in offices. Add it there, or name another one.',
    ),
    "number for a text": (
        with_value("title", 5),
        "title: text in quotation marks is expected, but there is 5.",
    ),
    "null for a text": (
        with_value("title", None),
        "title: text in quotation marks is expected, but there is null.",
    ),
    "text for a number": (
        with_value("policy.interviews_per_day", "four"),
        'policy.interviews_per_day: a whole number is expected, but there is "four".',
    ),
    "fraction for a number": (
        with_value("policy.interviews_per_day", 3.5),
        "policy.interviews_per_day: a whole number is expected, but there is 3.5.",
    ),
    "huge number": (
        swapped(": 4,", ": " + "4" * 5000 + ","),
        "policy.interviews_per_day: 444444444444444444444444444444444444444444444444444444444444… is not a number that a plan can hold.",
    ),
    "NaN": (
        swapped('"interviews_per_day": 4', '"interviews_per_day": NaN'),
        "policy.interviews_per_day: NaN is not a number that a plan can hold.",
    ),
    "infinite length": (
        swapped('"duration": "PT45M"', '"duration": Infinity'),
        "blocks[0].timebox.duration: Infinity is not a number that a plan can hold.",
    ),
    "text for yes or no": (
        with_value("policy.needs_arrival", "yes"),
        'policy.needs_arrival: true or false is expected, but there is "yes".',
    ),
    "object for a list": (
        with_value("blocks", {}),
        "blocks: a list in square brackets is expected, but there is {}.",
    ),
    "text for an object": (
        with_value("policy", "strict"),
        'policy: an object in braces is expected, but there is "strict".',
    ),
    "kind that is none": (
        with_value("blocks.0.kind", "nap"),
        'blocks[0].kind: "nap" is none of interview, break, meal, arrival, tour, escort, talk, debrief and free_time.',
    ),
    "length in minutes": (
        with_value("blocks.0.timebox.duration", 45),
        'blocks[0].timebox.duration: a length such as "PT45M" or "PT1H30M" is expected, but there is 45.',
    ),
    "length in words": (
        with_value("blocks.0.timebox.duration", "45 minutes"),
        'blocks[0].timebox.duration: a length such as "PT45M" or "PT1H30M" is expected, but there is "45 minutes".',
    ),
    "negative length": (
        with_value("blocks.0.timebox.duration", "-PT5M"),
        'blocks[0].timebox.duration: "-PT5M" is not more than zero.',
    ),
    "no length at all": (
        with_value("blocks.0.timebox.duration", "PT0S"),
        'blocks[0].timebox.duration: "PT0S" is not more than zero.',
    ),
    "endless length": (
        with_value("blocks.0.timebox.duration", "P999999999D"),
        'blocks[0].timebox.duration: "PT23999999976H" lies too far in the past or in the future.',
    ),
    "time without date and zone": (
        swapped(START, '"start": "10:15"'),
        'blocks[0].timebox.start: a date and time with its zone is expected, such as "2015-09-25T10:15+02:00[Europe/Luxembourg]", but there is "10:15".',
    ),
    "time without zone": (
        swapped(START, '"start": "2015-09-25T10:15+02:00"'),
        'blocks[0].timebox.start: a date and time with its zone is expected, such as "2015-09-25T10:15+02:00[Europe/Luxembourg]", but there is "2015-09-25T10:15+02:00".',
    ),
    "zone that does not exist": (
        swapped("[Europe/Luxembourg]", "[Mars/Olympus]"),
        'blocks[0].timebox.start: there is no time zone "Mars/Olympus". Zones have names like Europe/Luxembourg.',
    ),
    "zone as a path": (
        swapped("[Europe/Luxembourg]", "[../../etc/passwd]"),
        'blocks[0].timebox.start: there is no time zone "../../etc/passwd". Zones have names like Europe/Luxembourg.',
    ),
    "office in no zone": (
        with_value("offices.0.zone", ""),
        'offices[0].zone: there is no time zone "". Zones have names like Europe/Luxembourg.',
    ),
    "25:61": (
        swapped("T10:15+", "T25:61+"),
        'blocks[0].timebox.start: there is no such date and time as "2015-09-25T25:61+02:00[Europe/Luxembourg]".',
    ),
    "30 February": (
        swapped("2015-09-25", "2015-02-30"),
        'blocks[0].timebox.start: there is no such date and time as "2015-02-30T10:15+02:00[Europe/Luxembourg]".',
    ),
    "year 15": (
        swapped("2015-09-25", "0015-09-25"),
        'blocks[0].timebox.start: "0015-09-25T10:15:00[Europe/Luxembourg]" lies too far in the past or in the future.',
    ),
    "clock at 25:61": (
        with_value("policy.day_end", "25:61"),
        'policy.day_end: a time of day such as "10:15" is expected, but there is "25:61".',
    ),
    "clock with offset": (
        with_value("policy.day_end", "18:00+02:00"),
        'policy.day_end: a time of day such as "10:15" is expected, but there is "18:00+02:00".',
    ),
    "instant without offset": (
        with_value("changed", "2015-09-25T10:15:00"),
        'changed: "2015-09-25T10:15:00" could be meant in any zone. Add Z for UTC, or an offset such as +02:00.',
    ),
    "instant beyond the calendar": (
        with_value("changed", "9999-12-31T23:59:59-05:00"),
        'changed: "9999-12-31T23:59:59-05:00" lies too far in the past or in the future.',
    ),
    "end before start": (
        with_value("policy.meal_window_end", "10:00"),
        "policy.meal_window_end: the end does not come after the start.",
    ),
    "hours that end before they start": (
        with_value("people.0.hours", [{"start": "17:00", "end": "09:00"}]),
        "people[0].hours[0]: the end does not come after the start.",
    ),
    "availability that ends before it starts": (
        with_value(
            "people.0.availability",
            [{"start": "2015-09-25T10:00:00Z", "end": "2015-09-25T08:00:00Z"}],
        ),
        "people[0].availability[0]: the end does not come after the start.",
    ),
    "negative break": (
        with_value("policy.break_minimum", "-PT5M"),
        'policy.break_minimum: "-PT5M" is less than zero.',
    ),
    "negative capacity": (
        with_value("rooms.0.capacity", -1),
        "rooms[0].capacity: -1 is less than zero.",
    ),
    "arrival before departure": (
        with_value("journeys", journey(("10:00", "09:00"))),
        "journeys[0].legs[0].arrival: the arrival does not come after the departure.",
    ),
    "legs out of order": (
        with_value("journeys", journey(("10:00", "11:00"), ("10:30", "12:00"))),
        "journeys[0].legs: a leg departs before the leg above it has arrived.",
    ),
    "check-out before check-in": (
        with_value("stays", [STAY]),
        "stays[0].check_out: the check-out does not come after the check-in.",
    ),
    "date that does not exist": (
        with_value("stays", [{**STAY, "check_out": "2015-09-31"}]),
        'stays[0].check_out: a date such as "2015-09-25" is expected, but there is "2015-09-31".',
    ),
    "database": (
        b"SQLite format 3\x00" + b"\x01" * 100,
        "This is not a plan file: it does not begin like JSON text, with a brace.",
    ),
    "51 MB": (b" " * 50_000_001, "The file has 51 MB. A plan file has 50 MB at the most."),
}
