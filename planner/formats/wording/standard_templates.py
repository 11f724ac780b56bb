"""Standard templates in words: their names, and the titles of their blocks."""

from collections.abc import Collection
from dataclasses import replace

from planner.domain.standard_templates import STANDARD_TEMPLATES
from planner.domain.templates import Template
from planner.formats.wording.language import Language
from planner.i18n import mark

WORDS: Collection[str] = (
    mark("Phone screen, 30 min"),
    mark("Phone interview, 45 min"),
    mark("Onsite, five interviews"),
    mark("Super day, three interviews"),
    mark("Visit of two days"),
    mark("Phone screen"),
    mark("Phone interview"),
    mark("Lunch"),
    mark("Welcome"),
    mark("Talk by the candidate"),
    mark("Way to the hotel"),
    mark("Dinner"),
    mark("Way from the hotel"),
)
"""Every name and title in `planner.domain.standard_templates`."""


def template_in(template: Template, language: Language) -> Template:
    """Return a standard template with its words in a language; one of somebody's own as it is."""
    if all(template.id != standard.id for standard in STANDARD_TEMPLATES):
        return template
    blocks = tuple(replace(block, title=language.text(block.title)) for block in template.blocks)
    return replace(template, name=language.text(template.name), blocks=blocks)
