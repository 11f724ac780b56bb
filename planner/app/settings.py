"""Settings: what this person prefers on this computer; no word about candidates in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from planner.domain.errors import PlannerError
from planner.domain.people import Hours
from planner.domain.policy import Policy
from planner.store.files import make_folder, read_file, write_file

_SIZE_LIMIT = 1_000_000
_FILE = "settings.json"


class ThemeChoice(StrEnum):
    """Which theme the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """The preferences, with their defaults.

    ``language`` is that of the window, ``document_language`` that of new plans and their documents;
    empty ones follow the system. ``zone`` and ``policy`` are for new plans, ``hours`` for new offices.
    """

    language: str = ""
    document_language: str = ""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    paper: str = "a4"
    zone: str = ""
    hours: Hours = field(default=Hours(time(9), time(18)))
    policy: Policy = field(default=Policy())
    export_folder: str = ""


class SettingsStore:
    """The settings in a file of their own; whoever listens is told of each change."""

    def __init__(self, folder: Path) -> None:
        """Read the settings of a folder; what cannot be read gives the defaults."""
        self._file = folder / _FILE
        self._listeners: list[Callable[[Settings], None]] = []
        self._current = _read(self._file)

    @property
    def current(self) -> Settings:
        """Return the settings as they are now."""
        return self._current

    def change(self, **changes: Any) -> None:
        """Change some settings and write them all.

        Raises:
            WriteFailed: they cannot be written; they hold until the program ends.
        """
        changed = replace(self._current, **changes)
        if changed == self._current:
            return
        self._current = changed
        for listener in tuple(self._listeners):
            listener(changed)
        make_folder(self._file.parent, is_private=True)
        write_file(self._file, msgspec.json.format(msgspec.json.encode(_plain(changed)), indent=2))

    def listen(self, listener: Callable[[Settings], None]) -> Callable[[], None]:
        """Call ``listener`` with the settings after each change; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)


def _plain(settings: Settings) -> dict[str, Any]:
    return {item.name: getattr(settings, item.name) for item in fields(settings)}


def _read(file: Path) -> Settings:
    """Return what the file holds; a setting that cannot be read is the default, the rest stays."""
    try:
        raw = msgspec.json.decode(read_file(file, _SIZE_LIMIT)[0])
    except (PlannerError, msgspec.MsgspecError, UnicodeDecodeError):
        return Settings()
    return replace(Settings(), **_readable(raw)) if isinstance(raw, dict) else Settings()


def _readable(raw: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, kind in _kinds():
        if name in raw:
            try:
                found[name] = msgspec.convert(raw[name], kind)
            except (msgspec.ValidationError, PlannerError):
                continue
    return found


def _kinds() -> list[tuple[str, Any]]:
    return [(item.name, item.type) for item in fields(Settings)]
