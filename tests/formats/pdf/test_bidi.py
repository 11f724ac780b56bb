from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.formats.pdf import bidi

CASES = [
    line
    for line in (Path(__file__).parent / "golden" / "bidi_cases.txt").read_text().splitlines()
    if not line.startswith("#")
]
MIXED = st.text(st.sampled_from("abאבعغ12٣٤ ()[]<>+-,.$%!/:\u0300\u200d\u00ad"), max_size=40)


@pytest.mark.parametrize("case", CASES)
def test_levels_and_order_are_those_of_the_unicode_test_file(case: str) -> None:
    codes, _asked, base, expected_levels, expected_order = case.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())
    kept = [index for index, level in enumerate(expected_levels.split()) if level != "x"]

    found = bidi.levels(text, int(base))
    found_kept = [found[index] for index in kept]

    assert found_kept == [int(level) for level in expected_levels.split() if level != "x"]
    assert bidi.in_visual_order(kept, found_kept) == [int(at) for at in expected_order.split()]


@pytest.mark.parametrize(
    ("text", "level"), [("Ana", 0), ("12 א", 1), ("(علي) Ana", 1), ("Ana יוסף", 0), ("12!", 0)]
)
def test_first_letter_decides_the_direction_of_a_paragraph(text: str, level: int) -> None:
    assert bidi.first_strong_level(text) == level


def test_blanks_before_a_tab_or_the_end_take_the_direction_of_the_line() -> None:
    assert bidi.levels("אב \tא ") == [1, 1, 0, 0, 1, 0]


def test_name_and_room_keep_their_order_in_a_line_that_reads_left_to_right() -> None:
    text = "נהא (Room 4)"

    assert "".join(bidi.in_visual_order(text, bidi.levels(text))) == "אהנ (Room 4)"


@given(MIXED, st.integers(0, 1))
def test_visual_order_loses_and_invents_nothing(text: str, base: int) -> None:
    found = bidi.levels(text, base)

    order = bidi.in_visual_order(range(len(text)), found)

    assert sorted(order) == list(range(len(text)))
    assert all(base <= level <= base + 2 for level in found)


@given(st.text(st.sampled_from("ab 12.,()"), max_size=30))
def test_text_without_right_to_left_letters_stays_as_it_is(text: str) -> None:
    assert bidi.in_visual_order(text, bidi.levels(text)) == list(text)
