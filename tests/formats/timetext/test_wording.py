import re
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest

import planner.formats.timetext
from planner.domain.errors import PlannerError
from planner.formats.timetext.errors import AmbiguousInput, PasteTooLarge, UnreadableInput
from planner.formats.timetext.timetable import Line, Remark, Sort
from planner.formats.timetext.typed import read_clock, read_date, read_length
from planner.formats.wording.language import language
from planner.formats.wording.refusals import refusal
from planner.formats.wording.refused_input import INPUT_SENTENCES
from planner.formats.wording.timetable import (
    NOTE_SENTENCES,
    QUESTION_SENTENCES,
    line_sentences,
)
from tests.formats.timetext.pasting import paste

PACKAGE = Path(next(iter(planner.formats.timetext.__path__)))
SOURCE = "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.glob("*.py")))
TEXTS = sorted((Path(__file__).parent / "golden").glob("*.[!j]*"))


def _found(pattern: str) -> set[str]:
    return set(re.findall(pattern, SOURCE))


def test_every_note_and_question_has_its_sentence() -> None:
    noted, asked = _found(r"\.note\(\s*\"(\w+)\""), _found(r"\.ask\(\s*\"(\w+)\"")
    either = _found(r"Remark\(\s*\"(\w+)\"")
    assert noted
    assert asked
    assert noted <= set(NOTE_SENTENCES)
    assert asked <= set(QUESTION_SENTENCES)
    assert either <= set(NOTE_SENTENCES) | set(QUESTION_SENTENCES)


def test_every_sentence_belongs_to_a_remark_of_the_source() -> None:
    written = set(re.findall(r"\"(\w+)\"", SOURCE))
    assert set(NOTE_SENTENCES) | set(QUESTION_SENTENCES) <= written


def test_every_refusal_has_its_sentence() -> None:
    reasons = _found(r"reason ?= ?\"(\w+)\"") | _found(r"else \"(not_a_\w+)\"")
    known = {key.partition(".")[2] for key in INPUT_SENTENCES}
    assert reasons <= known
    assert {error.code for error in (UnreadableInput, AmbiguousInput, PasteTooLarge)} <= set(
        INPUT_SENTENCES
    )


@pytest.mark.parametrize("path", TEXTS, ids=[path.name for path in TEXTS])
@pytest.mark.parametrize("tag", ["en", "de"])
def test_every_remark_of_the_goldens_can_be_said(path: Path, tag: str) -> None:
    for line in paste(path.read_text("utf-8")).lines:
        sentences = line_sentences(line, language(tag))
        assert len(sentences) == len(line.notes) + len(line.questions)


def test_notes_come_before_questions() -> None:
    line = Line(
        number=1,
        text="x",
        sort=Sort.ROW,
        notes=(Remark("assumed_end", {"end": time(11)}),),
        questions=(Remark("length_differs", {"end": time(11), "length": timedelta(minutes=45)}),),
    )
    assert line_sentences(line, language("en")) == [
        "No end is given; 11:00 was taken, when the next row starts.",
        "Ends at 11:00, but says that it lasts 45 min. The end was taken.",
    ]


def _refused(read: str, text: str) -> PlannerError:
    readers: dict[str, Callable[[str], object]] = {
        "clock": read_clock,
        "length": read_length,
        "date": lambda typed: read_date(typed, today=date(2015, 9, 1)),
    }
    with pytest.raises(PlannerError) as refused:
        readers[read](text)
    return refused.value


@pytest.mark.parametrize(
    ("read", "text", "sentence"),
    [
        (
            *("clock", "10"),
            "\u201c10\u201d can mean 10:00 and 00:10. Write hours and minutes, such as 10:00.",
        ),
        (
            *("length", "1.30"),
            "\u201c1.30\u201d can mean 1 h 18 min and 1 h 30 min. Write it as 1:30 or 90 min.",
        ),
        (*("clock", "25:61"), "There is no such time: \u201c25:61\u201d."),
        (
            *("clock", "45m"),
            "\u201c45m\u201d is a length. Write a time such as 10:15, or +45 to move by that much.",
        ),
        (*("date", "31.4.2015"), "There is no such date: \u201c31.4.2015\u201d."),
    ],
)
def test_refusal_says_what_would_mend_it(read: str, text: str, sentence: str) -> None:
    assert refusal(_refused(read, text), language("en")) == sentence
