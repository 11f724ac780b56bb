import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus.paraparser import ParaFrag

from planner.formats.pdf import fonts, lines, shaping, words
from planner.formats.pdf.words import Token

TYPED = st.text(st.sampled_from("ab  -山、「é🎤אב٣1(\u0301\u200d\u00a0"), max_size=60)


def look(text: str) -> ParaFrag:
    return ParaFrag(text=text, fontName=fonts.REGULAR, fontSize=10)


def tokens(text: str) -> list[Token]:
    return words.tokenise([look(text)])


def texts(found: list[Token]) -> list[str]:
    return [token.text for token in found]


def broken(text: str, width: float) -> list[str]:
    found = lines.break_lines(tokens(text), [width])
    return ["".join(token.text for token in line.tokens) for line in found]


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("Zoe\u0308", ["Z", "o", "e\u0308"]),
        ("🧑\u200d💻🎤", ["🧑\u200d💻", "🎤"]),
        ("👩🏽\u200d🚀", ["👩🏽\u200d🚀"]),
        ("🇩🇪🇱🇺", ["🇩🇪", "🇱🇺"]),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
        (" \u0301", [" ", "\u0301"]),
        ("", []),
    ],
)
def test_clusters_keep_marks_and_joined_pictures(text: str, clusters: list[str]) -> None:
    assert [cluster for _, cluster in shaping.clusters(text)] == clusters


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one  two", ["one", " ", "two"]),
        ("10:15\u202fUhr a\u00a0b", ["10:15\u202fUhr", " ", "a\u00a0b"]),
        ("山田、太郎", ["山", "田、", "太", "郎"]),
        ("「本」", ["「本」"]),
        ("はRoom1で", ["は", "Room1", "で"]),
        ("zero\u200bwidth", ["zero\u200b", "width"]),
        ("🎤talk", ["🎤", "talk"]),
    ],
)
def test_words_end_where_lines_may(text: str, pieces: list[str]) -> None:
    assert texts(tokens(text)) == pieces


def test_word_goes_on_from_one_look_to_the_next() -> None:
    found = words.tokenise([look("Donau"), look("dampf"), look(" schiff")])

    assert texts(found) == ["Donaudampf", " ", "schiff"]


def test_blanks_on_both_sides_of_a_change_of_look_are_one() -> None:
    assert texts(words.tokenise([look("Lunch "), look(" break")])) == ["Lunch", " ", "break"]


def test_line_that_its_author_ended_is_kept_as_it_was() -> None:
    ended = words.tokenise([look("one"), ParaFrag(**vars(look("")), lineBreak=True), look("two")])

    first, last = lines.break_lines(ended, [math.inf])

    assert (first.is_ended, first.kept()) == (True, ended[:2])
    assert (last.is_ended, [token.kind for token in last.kept()]) == (False, ["word", "turn"])


def test_overlong_word_fills_its_lines() -> None:
    text = "x" * 200
    letter = lines.break_lines(tokens("x"), [math.inf])[0].width

    assert broken("a " + text, letter * 50.5)[1:] == ["x" * 50] * 3 + ["x" * 2]


def test_word_wider_than_its_column_is_cut_and_a_letter_wider_than_it_stays() -> None:
    assert broken("ab 山", 1) == ["a", "b", "山"]


def test_blanks_at_the_ends_of_a_line_are_not_printed() -> None:
    assert broken("  one two  ", 25) == ["one", "two"]


def test_glyphs_beside_each_other_are_written_in_one_go() -> None:
    line = lines.break_lines(tokens("山田太郎 山田 two"), [math.inf])[0]

    assert [len(run.text) for run in line.visual_runs()] == [4, 1, 2, 4]


@given(TYPED, st.floats(1, 200))
@settings(max_examples=150)
def test_breaking_loses_nothing_and_keeps_to_its_width(text: str, width: float) -> None:
    found = lines.break_lines(tokens(text), [width])

    assert "".join(t.text for line in found for t in line.consumed) == "".join(texts(tokens(text)))
    for line in found:
        is_one_letter = len(list(shaping.clusters("".join(t.text for t in line.tokens)))) <= 1
        assert line.width <= width + 1e-6 or is_one_letter


@given(TYPED, st.floats(5, 200))
@settings(max_examples=100)
def test_lines_that_were_broken_break_the_same_way_again(text: str, width: float) -> None:
    once = lines.break_lines(tokens(text), [width])

    again = lines.break_lines([token for line in once for token in line.kept()], [width])

    assert [line.tokens for line in again] == [line.tokens for line in once]
