"""Languages to choose from: of the window, and of documents. Each is called as it calls itself."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale

from planner.app.settings import Settings
from planner.i18n import LANGUAGES

_NAMES = {"en": "English", "de": "Deutsch"}


def language_rows(tags: Iterable[str] = LANGUAGES) -> list[tuple[object, str]]:
    """Return each language with the name that its speakers give it, its tag where none is known."""
    return [(tag, _NAMES.get(tag, tag)) for tag in tags]


def document_language(settings: Settings) -> str:
    """Return the language of new documents: the one that was chosen, else the system's."""
    return settings.document_language or system_language()


def system_language() -> str:
    """Return the language of the system, English where there are no sentences in it."""
    tag = QLocale.system().name().partition("_")[0]
    return tag if tag in LANGUAGES else LANGUAGES[0]
