"""Memory: how the window was left (places, columns, zoom); never anything of a plan."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Memory:
    """Named values in an INI file beside the workspace."""

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def keep(self, name: str, value: str | float | bool | QByteArray) -> None:  # noqa: FBT001 -- a value
        """Remember a value under a name such as ``timeline/zoom``."""
        self._store.setValue(name, value)

    def text(self, name: str, default: str = "") -> str:
        """Return a remembered text."""
        return str(self._store.value(name, default))

    def number(self, name: str, default: float) -> float:
        """Return a remembered number; the default where it is none."""
        try:
            return float(str(self._store.value(name, default)))
        except ValueError:
            return default

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a remembered yes or no."""
        return str(self._store.value(name, default)).lower() == "true"

    def state(self, name: str) -> QByteArray:
        """Return the remembered state of a window, splitter or header; empty where there is none."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def write(self) -> None:
        """Write what is remembered to the file now."""
        self._store.sync()
