"""A field for a time zone: typed in part, chosen from the list of what fits."""

from functools import cache

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from planner.app.settings import Settings
from planner.domain.zones import known_zone, zone_names

_REGIONS = (
    *("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe"),
    *("Indian", "Pacific"),
)
_FALLBACK = "UTC"
_MOST_SHOWN = 12


class ZoneField(QComboBox):
    """Holds the name of a zone; ``changed(name)`` tells it, empty while the text names none."""

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
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.editTextChanged.connect(self._on_text_changed)

    @property
    def zone(self) -> str:
        """Return the zone that the text names; empty where it names none."""
        typed = self.currentText().strip().replace(" ", "_")
        if known_zone(typed):
            return typed
        return _by_letters().get(typed.casefold(), "")

    def set_zone(self, zone: str) -> None:
        """Show a zone."""
        self.setEditText(_shown(zone))

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit(self.zone)


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
