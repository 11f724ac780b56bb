"""Catalogues of translated sentences (gettext), found among the bundled files."""

import gettext
from functools import cache

from planner.resources import bundled

LANGUAGES = ("en", "de")
"""The languages that sentences and documents can be had in; English is written in the source."""


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the translations for a language tag such as ``de`` or ``de-LU``; English else."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return gettext.translation(
        "planner", localedir=bundled("locale"), languages=[primary], fallback=True
    )


def mark(message: str) -> str:
    """Mark a sentence for translation where it stands in a table; translated when it is used."""
    return message
