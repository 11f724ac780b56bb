"""Refusals as sentences: what was not done, where, and what to do about it."""

from collections.abc import Mapping

from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.formats.wording.calendar_files import CALENDAR_REFUSALS
from planner.formats.wording.facts import rendered
from planner.formats.wording.language import Language
from planner.formats.wording.refused_directory import DIRECTORY_SENTENCES
from planner.formats.wording.refused_edits import EDIT_SENTENCES
from planner.formats.wording.refused_files import FILE_SENTENCES
from planner.formats.wording.refused_input import INPUT_SENTENCES
from planner.formats.wording.refused_requests import REQUEST_SENTENCES
from planner.i18n import mark

_FALLBACK = mark("This could not be done ({code}). Nothing was changed.")

SENTENCES: Mapping[str, str] = {
    **DIRECTORY_SENTENCES,
    **EDIT_SENTENCES,
    **FILE_SENTENCES,
    **INPUT_SENTENCES,
    **REQUEST_SENTENCES,
    **CALENDAR_REFUSALS,
}
"""By ``code`` or ``code.reason``; the more precise one wins."""


def refusal(error: PlannerError, language: Language, plan: Plan | None = None) -> str:
    """Return the sentence for a refusal; ``plan`` lets it call records by their names."""
    reason = error.facts.get("reason")
    template = SENTENCES.get(f"{error.code}.{reason}") or SENTENCES.get(error.code)
    if template is None:
        return language.text(_FALLBACK, code=f"{error.code}: {error}")
    return language.text(template, **rendered(error.facts, plan, language))
