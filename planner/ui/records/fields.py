"""Typed fields for words and zones."""

from functools import cache

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from planner.domain.zones import UnknownZone, known_zone, zone_names
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.ui.controls.typed_field import TypedField
from planner.ui.theme.theme import Theme


class TextLine(TypedField):
    """One line of words; a long one is shown from its beginning."""

    def show_value(self, value: object) -> None:
        """Show the words, the first of them where not all fit."""
        super().show_value(value)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def read(self, text: str) -> object:
        """Return the words, cleaned."""
        return one_line(text)

    def written(self, value: object) -> str:
        """Return the words."""
        return str(value)

    def stepped(self, value: object, steps: int) -> object:
        """Return the words as they are: there is no next one."""
        del steps
        return value


class WordsLine(TextLine):
    """Several texts between semicolons: there are commas within them."""

    def read(self, text: str) -> tuple[str, ...]:
        """Return the texts, without empty ones."""
        return tuple(word for word in map(one_line, text.split(";")) if word)

    def written(self, value: object) -> str:
        """Return the texts with semicolons between them."""
        return "; ".join(value) if isinstance(value, tuple) else ""


class ZoneLine(TypedField):
    """A time zone by its IANA name or, where that is enough, by its city."""

    def __init__(
        self, theme: Theme, language: Language, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, language, name, parent)
        completer = QCompleter(QStringListModel(list(_listed()), self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.activated.connect(self._on_completed)
        self.setCompleter(completer)

    def read(self, text: str) -> str:
        """Return the name of the zone.

        Raises:
            UnknownZone: there is none of this name, or several cities are called so.
        """
        typed = one_line(text).replace(" ", "_")
        found = typed if known_zone(typed) else _by_letters().get(typed.casefold(), "")
        if not found:
            raise UnknownZone(one_line(text))
        return found

    def written(self, value: object) -> str:
        """Return the name."""
        return str(value)

    def stepped(self, value: object, steps: int) -> object:
        """Return the zone as it is."""
        del steps
        return value

    def _on_completed(self, text: str) -> None:
        self.setText(text)
        self.take()


@cache
def _listed() -> tuple[str, ...]:
    return tuple(sorted(name for name in zone_names() if "/" in name or name == "UTC"))


@cache
def _by_letters() -> dict[str, str]:
    """Return zones by their names in small letters, and by their cities where those are unique."""
    cities: dict[str, list[str]] = {}
    for name in _listed():
        cities.setdefault(name.rpartition("/")[2].casefold(), []).append(name)
    alone = {city: names[0] for city, names in cities.items() if len(names) == 1}
    return alone | {name.casefold(): name for name in zone_names()}
