"""Pasting: corrections survive typing, and the newer of text and table wins."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.drafts import Beginning
from planner.app.pasting import (
    IS_TAKEN,
    Corrections,
    Pasted,
    Standing,
    carried,
    corrected,
    keys_of,
    pasted_addition,
    pasted_plan,
    standing,
    text_of,
)
from planner.domain.blocks import Kind
from planner.formats.timetext.timetable import Line, Row, Sort, Timetable
from tests.builders import DAY, ZONE, plan
from tests.fakes import NOON

TEXT = """\
Friday 25 September 2015
10:15 - 11:00 Interview with Anna Schmidt
11:00 - 11:45 Interview with Ben Weiss
Please bring your passport.
12:00 - 13:00 Lunch
"""


def read(text: str, day: date | None = None) -> Timetable:
    return Pasted(text).read(day=day, zone=ZONE, today=DAY)


def correct(timetable: Timetable, line: int, **fields: object) -> Corrections:
    key = keys_of(timetable)[line - 1]
    corrections = Corrections()
    for name, value in fields.items():
        corrections = corrections.with_field(key, name, value)
    return corrections


def after_typing(corrections: Corrections, before: str, after: str) -> Timetable:
    carried_on = carried(corrections, read(before), read(after))
    return corrected(read(after), carried_on)


def row(timetable: Timetable, line: int) -> Row:
    found = timetable.lines[line - 1].row
    assert found is not None
    return found


def test_a_correction_replaces_what_was_read() -> None:
    corrections = correct(read(TEXT), 2, title="Coding", kind=Kind.TALK)
    assert row(corrected(read(TEXT), corrections), 2).title == "Coding"
    assert row(corrected(read(TEXT), corrections), 2).kind is Kind.TALK
    assert corrected(read(TEXT), corrections).lines[2] == read(TEXT).lines[2]


def test_a_line_inserted_above_leaves_a_correction_with_its_line() -> None:
    corrections = correct(read(TEXT), 3, title="Coding")
    longer = TEXT.replace("10:15", "9:00 - 10:00 Arrival\n10:15")
    assert row(after_typing(corrections, TEXT, longer), 4).title == "Coding"


def test_equal_lines_keep_their_corrections_apart() -> None:
    text = (
        "25 September 2015\n10:00 - 10:30 Interview\n11:00 - 11:30 Talk\n10:00 - 10:30 Interview\n"
    )
    corrections = correct(read(text), 4, title="Second")
    longer = text.replace("11:00", "10:00 - 10:30 Interview\n11:00")
    shown = after_typing(corrections, text, longer)
    assert [row(shown, number).title for number in (2, 3, 5)] == [
        "Interview",
        "Interview",
        "Second",
    ]


def test_a_line_changed_in_the_text_keeps_the_corrections_of_other_fields() -> None:
    corrections = correct(read(TEXT), 2, title="Coding")
    shown = after_typing(corrections, TEXT, TEXT.replace("10:15", "10:00"))
    assert (row(shown, 2).start, row(shown, 2).title) == (time(10), "Coding")


def test_the_text_wins_where_it_says_something_new_in_a_corrected_field() -> None:
    corrections = correct(read(TEXT), 2, start=time(9))
    shown = after_typing(corrections, TEXT, TEXT.replace("10:15", "10:00"))
    assert row(shown, 2).start == time(10)


def test_a_correction_comes_back_with_its_line() -> None:
    first = read(TEXT)
    without = read(TEXT.replace("11:00 - 11:45 Interview with Ben Weiss\n", ""))
    kept = carried(correct(first, 3, title="Coding"), first, without)
    again = carried(kept, without, first)
    assert row(corrected(first, again), 3).title == "Coding"


def test_a_heading_corrected_dates_the_rows_below_it() -> None:
    corrections = correct(read(TEXT), 1, day=date(2015, 10, 2))
    days = {found.day for found in corrected(read(TEXT), corrections).rows}
    assert days == {date(2015, 10, 2)}


def test_a_day_for_rows_without_one_answers_their_question() -> None:
    undated = read("10:00 - 11:00 Interview with Anna Schmidt")
    assert standing(undated.lines[0]) is Standing.QUESTION
    shown = corrected(undated, correct(undated, 1, day=DAY)).lines[0]
    assert standing(shown, is_corrected=True) is Standing.CORRECTED


def test_a_start_makes_a_row_of_a_line_that_was_left_aside() -> None:
    shown = corrected(read(TEXT), correct(read(TEXT), 4, start=time(11, 50)))
    assert row(shown, 4) == Row(
        time(11, 50), Kind.INTERVIEW, day=DAY, title="Please bring your passport."
    )


def test_a_row_left_aside_is_not_taken_and_can_be_taken_again() -> None:
    aside = correct(read(TEXT), 2, **{IS_TAKEN: False})
    assert len(corrected(read(TEXT), aside).rows) == 2
    again = aside.with_field(keys_of(read(TEXT))[1], IS_TAKEN, value=True)
    assert len(corrected(read(TEXT), again).rows) == 3


def test_an_end_before_the_start_is_a_question() -> None:
    shown = corrected(read(TEXT), correct(read(TEXT), 2, end=time(9)))
    assert [item.code for item in shown.lines[1].questions] == ["end_before_start"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line(1, "x", Sort.TEXT), Standing.ASIDE),
        (Line(1, "x", Sort.DAY, day=DAY), Standing.UNDERSTOOD),
        (Line(1, "x", Sort.ROW, row=Row(time(9), Kind.TALK)), Standing.UNDERSTOOD),
    ],
)
def test_a_line_stands_as_it_was_read(line: Line, expected: Standing) -> None:
    assert standing(line) is expected


def test_a_pasted_plan_has_a_block_for_each_dated_row() -> None:
    made = pasted_plan(read(TEXT), Beginning("Ada", ZONE, position="Engineer"), now=NOON)
    assert [block.kind for block in made.blocks.values()] == [
        Kind.INTERVIEW,
        Kind.INTERVIEW,
        Kind.MEAL,
    ]
    assert made.title == "Engineer, Ada"


NAMED = """Friday 25 September 2015
Time | Candidate | Interview
10:00 - 11:00 | Ada Lovelace | Coding
11:00 - 12:00 | Alan Turing | Design
"""


def test_a_text_that_names_its_candidates_brings_nobody_else() -> None:
    made = pasted_plan(read(NAMED), Beginning("Candidate", ZONE, position="Engineer"), now=NOON)
    assert [candidate.name for candidate in made.candidates.values()] == [
        "Ada Lovelace",
        "Alan Turing",
    ]
    positions = [c.application and c.application.position for c in made.candidates.values()]
    assert positions == ["Engineer", "Engineer"]
    assert made.title == "Engineer, Ada Lovelace, Alan Turing"


def test_a_row_that_names_nobody_keeps_the_candidate_of_the_plan() -> None:
    text = NAMED.replace("10:00 - 11:00 | Ada Lovelace", "10:00 - 11:00 | ")
    made = pasted_plan(read(text), Beginning("Grace", ZONE, title="Monday"), now=NOON)
    assert [candidate.name for candidate in made.candidates.values()] == ["Grace", "Alan Turing"]
    assert made.title == "Monday"


def test_a_heading_names_the_candidate_of_the_rows_below() -> None:
    text = """Friday 25 September 2015

Candidate: Ada Lovelace
10:00 - 11:00 Coding interview
11:00 - 12:00 Design interview

Candidate: Alan Turing (Software Engineer)
10:00 - 11:00 Design interview
"""
    rows = read(text).rows
    assert [row.candidate for row in rows] == ["Ada Lovelace", "Ada Lovelace", "Alan Turing"]
    made = pasted_plan(read(text), Beginning("Candidate", ZONE), now=NOON)
    assert made.title == "Ada Lovelace, Alan Turing"


def test_a_single_heading_with_a_name_changes_nothing() -> None:
    text = "Candidate: Ada Lovelace\nFriday 25 September 2015\n10:00 - 11:00 Interview\n"
    assert [row.candidate for row in read(text).rows] == [""]


def test_nothing_is_added_where_no_row_has_a_day() -> None:
    assert pasted_addition(read("10:00 - 11:00 Interview"), plan(), ()) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_the_encodings_of_mail_programs(encoding: str) -> None:
    assert text_of("Gespräch".encode(encoding)) == "Gespräch"


_LINES = st.lists(
    st.sampled_from(
        [
            *("10:00 - 11:00 Interview with Anna Schmidt", "11:00 - 12:00 Talk", "Hello", ""),
            *("12:00 Lunch", "Friday 25 September 2015", "2 October 2015", "13:00 - 13:30 ???"),
        ]
    ),
    max_size=8,
)


@given(_LINES, _LINES, st.data())
def test_corrections_of_lines_that_stay_hold_whatever_is_typed_around_them(
    above: list[str], below: list[str], data: Any
) -> None:
    kept = "14:00 - 15:00 Kept line of its own"
    new_above, new_below = data.draw(_LINES), data.draw(_LINES)
    before = read("\n".join([*above, kept, *below]), DAY)
    after = read("\n".join([*new_above, kept, *new_below]), DAY)
    (key,) = [key for key in keys_of(before) if key.text == kept]
    corrections = carried(Corrections().with_field(key, "title", "Mine"), before, after)
    shown = corrected(after, corrections)
    assert [line.row.title for line in shown.lines if line.row and line.text == kept] == ["Mine"]


@given(_LINES, _LINES)
def test_keys_are_unique_and_corrections_never_change_the_number_of_lines(
    first: list[str], second: list[str]
) -> None:
    before, after = read("\n".join(first), DAY), read("\n".join(second), DAY)
    corrections = Corrections()
    for key in keys_of(before):
        corrections = corrections.with_field(key, "start", time(8))
    shown = corrected(after, carried(corrections, before, after))
    assert len(set(keys_of(after))) == len(after.lines)
    assert [line.number for line in shown.lines] == [line.number for line in after.lines]
