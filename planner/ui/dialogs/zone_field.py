"""A field for a time zone: typed in part, chosen from the list of what fits."""

from functools import cache

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit, QWidget

from planner.app.settings import Settings
from planner.domain.zones import known_zone, zone_names

_REGIONS = (
    *("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe"),
    *("Indian", "Pacific"),
)
_FALLBACK = "UTC"
_MOST_SHOWN = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class ZoneField(QComboBox):
    """Holds the name of a zone; ``changed(name)`` tells it, empty while the text names none.

    Where a text fits one zone alone, Enter takes that, and so does leaving the field.
    """

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(len("Europe/Luxembourg"))
        self.addItems([_shown(zone) for zone in _listed()])
        self._search = QCompleter(self.model(), self)
        self._search.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._search.setFilterMode(Qt.MatchFlag.MatchContains)
        self._search.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(self._search)
        self.editTextChanged.connect(self._on_text_changed)

    @property
    def zone(self) -> str:
        """Return the zone that the text names; empty where it names none."""
        return zone_called(self.currentText())

    def set_zone(self, zone: str) -> None:
        """Show a zone."""
        self.setEditText(_shown(zone))

    def take(self) -> bool:
        """Take the one zone that a half-typed name fits; return whether that was done."""
        found = "" if self.zone else only_zone_with(self.currentText())
        if found:
            popup: QAbstractItemView | None = self._search.popup()
            if popup is not None:
                popup.hide()
            self.set_zone(found)
        return bool(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the only zone that is offered with Enter; nothing else hears of that Enter."""
        if not (event.key() in _ENTER and self.take()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the only zone that is offered."""
        if event.reason() not in _PASSING:
            self.take()
        super().focusOutEvent(event)

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit(self.zone)


def zone_called(text: str) -> str:
    """Return the zone that a text names, also by its city alone; empty where it names none."""
    typed = text.strip().replace(" ", "_")
    return typed if known_zone(typed) else _by_letters().get(typed.casefold(), "")


def only_zone_with(text: str) -> str:
    """Return the one zone whose name holds a text; empty where several do, or none."""
    typed = text.strip().replace(" ", "_").casefold()
    found = [zone for zone in _listed() if typed in zone.casefold()]
    return found[0] if len(found) == 1 else ""


def zone_completer(field: QLineEdit) -> QCompleter:
    """Return what offers the zones that hold what is typed in a field."""
    completer = QCompleter([_shown(zone) for zone in _listed()], field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer


def usual_zone(settings: Settings) -> str:
    """Return the zone that new plans begin with: the one that was chosen, else the computer's."""
    if known_zone(settings.zone):
        return settings.zone
    system = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return system if known_zone(system) else _FALLBACK


def _shown(zone: str) -> str:
    return zone.replace("_", " ")


@cache
def _listed() -> tuple[str, ...]:
    places = (name for name in zone_names() if name.partition("/")[0] in _REGIONS)
    return (*sorted(places), _FALLBACK)


@cache
def _by_letters() -> dict[str, str]:
    """Return zones by their names in small letters, and by their cities where those are unique."""
    whole = {name.casefold(): name for name in zone_names()}
    cities: dict[str, list[str]] = {}
    for name in _listed():
        cities.setdefault(name.rpartition("/")[2].casefold(), []).append(name)
    return {city: names[0] for city, names in cities.items() if len(names) == 1} | whole
