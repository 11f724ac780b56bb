"""Search of the palette: what answers, and what comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.ui.palette_search import ranked, score

_WORDS = st.text(st.characters(categories=["L", "N", "Z"]), max_size=12)


def found(query: str, *texts: str) -> list[str]:
    return ranked(query, texts, lambda text: (text,))


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ("new", "New plan", "Anna Weiss, newcomer"),
        ("sp", "Show the plan", "Whisper"),
        ("plan", "Plan", "Show the plan"),
        ("anna", "Anna Schmidt", "Hanna Anders"),
        ("undo", "Undo", "Under the door"),
    ],
)
def test_what_begins_a_word_comes_before_what_is_spread(
    query: str, first: str, second: str
) -> None:
    assert found(query, second, first)[0] == first


def test_case_and_accents_do_not_matter() -> None:
    assert found("elodie muller", "Élodie Müller", "Anna") == ["Élodie Müller"]
    assert found("MÜL", "Muller") == ["Muller"]


def test_words_may_come_in_any_order() -> None:
    assert found("schmidt anna", "Anna Schmidt") == ["Anna Schmidt"]


def test_a_name_counts_more_than_what_else_is_known() -> None:
    people = [("Anna", "Plan"), ("Plan", "")]
    assert ranked("plan", people, lambda pair: pair)[0] == ("Plan", "")


def test_what_lacks_a_letter_does_not_answer() -> None:
    assert score("plane", "plan") is None
    assert found("xyz", "Anna", "Plan") == []


def test_those_that_answer_equally_well_stay_in_order() -> None:
    assert found("a", "A1", "A2", "A3") == ["A1", "A2", "A3"]


@given(_WORDS)
def test_every_text_is_found_by_itself(text: str) -> None:
    assert score(text, text) is not None


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("kind", "Nikos Papadakis Candidate"),
        ("lunch", "Laurent Dubois, human resources, France"),
        ("room", "Recruitment coordinator, mobile"),
        ("cat", "Camille, accountant"),
    ],
)
def test_letters_strewn_over_a_text_are_no_answer(query: str, text: str) -> None:
    assert score(query, text) is None


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("nwpl", "New plan"),
        ("timezone", "Time zone of new plans"),
        ("dakis", "Nikos Papadakis"),
        ("papdakis", "Papadakis"),
    ],
)
def test_starts_of_words_and_a_letter_left_out_answer(query: str, text: str) -> None:
    assert score(query, text) is not None


@given(_WORDS, _WORDS, _WORDS)
def test_any_part_of_a_text_finds_it(start: str, part: str, end: str) -> None:
    assert score(part.casefold(), f"{start}{part}{end}".casefold()) is not None


@given(_WORDS, st.lists(_WORDS, max_size=8), _WORDS)
def test_more_letters_never_find_more(query: str, texts: list[str], more: str) -> None:
    assert set(found(query + more, *texts)) <= set(found(query, *texts))


@given(_WORDS, st.lists(_WORDS, max_size=8))
def test_what_answers_is_a_part_of_what_there_is(query: str, texts: list[str]) -> None:
    answers = found(query, *texts)
    assert len(answers) <= len(texts)
    assert set(answers) <= set(texts)
