"""Every sentence can be had in every language, and the catalogues are what the tool makes."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from planner.formats.wording.language import language as language_of
from planner.i18n import LANGUAGES
from tools.translations import (
    as_text,
    collect,
    compiled,
    po_file,
    untranslated,
    updated,
)

TRANSLATED = LANGUAGES[1:]
Pair = tuple[str, str]

SAME_IN_GERMAN = {
    "A4",
    "Alt",
    "Block",
    "Check-in",
    "Check-out",
    "Code",
    "Esc",
    "Format",
    "Hotel",
    "Hotel: {name}",
    "Interview",
    "Interview: {people}",
    "Interviews",
    "Link",
    "Live",
    "Name",
    "PDF",
    "Panel",
    "Person",
    "Plan",
    "Terminal",
    "Terminal {terminal}",
    "Transfer",
    "US Letter",
    "Version {version}",
    "Video",
    "Whiteboard",
    "in {length}",
    "{n} min",
}
"""Words that are German as they are; sentences of placeholders alone need no mention."""


SAID = """
TABLE = {"marked": mark("Marked.")}
NIGHTS = (mark("One night"), mark("{n} nights"))
PROBLEM = (mark("What is wrong."), mark("What would mend it."))

def say(language):
    sentence = "Said by its name."
    other = "Not said."
    return [
        language.text("Said at once."),
        language.text(sentence),
        language.text("One way." if other else "Another way."),
        language.memory.text("not/said"),
        language._text("Said by a method kept."),
        language.count("{n} day", "{n} days", len(other)),
        other.count("."),
    ]
"""


@pytest.fixture(scope="module")
def collected() -> Catalog:
    return collect()


@pytest.fixture(scope="module", params=TRANSLATED)
def catalogue(request: pytest.FixtureRequest, collected: Catalog) -> Catalog:
    return updated(request.param, collected)


def forms(message: Message) -> tuple[str, ...]:
    """Return the translation in singular and plural."""
    return tuple(message.string or ()) if not isinstance(message.string, str) else ()


def pairs(catalogue: Catalog) -> Iterator[Pair]:
    """Yield each sentence with its translation; singular and plural one after the other."""
    for message in catalogue:
        if isinstance(message.id, str):
            yield message.id, str(message.string)
        else:
            yield from zip(message.id, forms(message), strict=True)


def sentences(catalogue: Catalog) -> list[Pair]:
    return [pair for pair in pairs(catalogue) if pair[0]]


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def words(sentence: str) -> str:
    """Return the letters outside of placeholders."""
    text = "".join(literal for literal, _, _, _ in Formatter().parse(sentence))
    return "".join(filter(str.isalpha, text))


def test_every_sentence_is_translated(catalogue: Catalog) -> None:
    assert untranslated(catalogue) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_is_what_the_tool_makes(language: str, collected: Catalog) -> None:
    made = updated(language, collected)
    assert po_file(language).read_text("utf-8") == as_text(made).decode()
    assert po_file(language).with_suffix(".mo").read_bytes() == compiled(made)


def test_collecting_finds_sentences_however_they_are_said(tmp_path: Path) -> None:
    (tmp_path / "said.py").write_text(SAID, encoding="utf-8")
    found = {message.id for message in collect(tmp_path) if message.id}
    assert found == {
        "Marked.",
        "Said at once.",
        "Said by its name.",
        "Said by a method kept.",
        "One way.",
        "Another way.",
        ("One night", "{n} nights"),
        ("{n} day", "{n} days"),
        "What is wrong.",
        "What would mend it.",
    }


def test_placeholders_agree(catalogue: Catalog) -> None:
    assert [
        (sentence, translation)
        for sentence, translation in sentences(catalogue)
        if placeholders(sentence) != placeholders(translation)
    ] == []


def test_blanks_and_last_characters_agree(catalogue: Catalog) -> None:
    def ends(text: str) -> tuple[str, str, str]:
        last = text.rstrip()[-1]
        blanks = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return *blanks, last if last in ".:?!" else ""

    assert [
        (sentence, translation)
        for sentence, translation in sentences(catalogue)
        if ends(sentence) != ends(translation)
    ] == []


def test_sentences_are_said_in_the_language_asked_for(catalogue: Catalog) -> None:
    said = language_of(str(catalogue.locale_identifier))
    wrong = []
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            facts = {name: f"<{name}>" for name in placeholders(message.id)}
            expected = str(message.string).format(**facts)
            if said.text(message.id, **facts) != expected:
                wrong.append(message.id)
    assert wrong == []


@pytest.mark.parametrize(("number", "form"), [(0, 1), (1, 0), (2, 1)])
def test_counts_are_said_in_the_language_asked_for(
    catalogue: Catalog, number: int, form: int
) -> None:
    said = language_of(str(catalogue.locale_identifier))
    wrong = []
    for message in catalogue:
        if not isinstance(message.id, str):
            one, many = message.id
            facts = {name: f"<{name}>" for name in placeholders(many) - {"n"}}
            expected = forms(message)[form].format(n=number, **facts)
            if said.count(one, many, number, **facts) != expected:
                wrong.append(message.id)
    assert wrong == []


def test_nothing_is_left_in_english(collected: Catalog) -> None:
    same = {
        sentence
        for sentence, translation in sentences(updated("de", collected))
        if sentence == translation and words(sentence)
    }
    assert same == SAME_IN_GERMAN


def test_german_has_german_quotation_marks(collected: Catalog) -> None:
    wrong = [
        translation
        for _, translation in sentences(updated("de", collected))
        if "\u201d" in translation or translation.count("\u201e") != translation.count("\u201c")
    ]
    assert wrong == []
