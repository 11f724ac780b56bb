"""Standard templates are said in the language asked for, and nobody's own ones are."""

from dataclasses import replace

import pytest

from planner.domain.ids import TemplateId
from planner.domain.standard_templates import STANDARD_TEMPLATES
from planner.domain.templates import Template
from planner.formats.wording.language import language
from planner.formats.wording.standard_templates import WORDS, template_in

GERMAN = language("de")


def words(template: Template) -> set[str]:
    return {template.name, *(block.title for block in template.blocks if block.title)}


def test_every_word_of_a_standard_template_is_marked() -> None:
    assert set(WORDS) == set[str]().union(*map(words, STANDARD_TEMPLATES))


@pytest.mark.parametrize("template", STANDARD_TEMPLATES, ids=[t.id for t in STANDARD_TEMPLATES])
def test_a_standard_template_is_said_in_german(template: Template) -> None:
    assert words(template_in(template, GERMAN)) == set(map(GERMAN.text, words(template)))


def test_only_words_change() -> None:
    template = STANDARD_TEMPLATES[2]
    said = template_in(template, GERMAN)
    blocks = zip(said.blocks, template.blocks, strict=True)
    assert [replace(one, title=other.title) for one, other in blocks] == [*template.blocks]
    assert template_in(template, language("en")) == template


def test_the_title_of_an_own_template_stays() -> None:
    own = replace(STANDARD_TEMPLATES[0], id=TemplateId("own"))
    assert template_in(own, GERMAN) == own
