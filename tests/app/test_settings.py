"""Settings: kept in a file, told to whoever listens, never lost to one bad value."""

import json
from datetime import time, timedelta
from pathlib import Path

import pytest

from planner.app.settings import Settings, SettingsStore, ThemeChoice
from planner.domain.people import Hours, Weekday
from planner.domain.policy import Policy

OTHER = {
    "language": "de",
    "document_language": "en",
    "theme": ThemeChoice.DARK,
    "paper": "letter",
    "zone": "Europe/Luxembourg",
    "hours": Hours(time(8), time(16, 30), (Weekday.MONDAY,)),
    "policy": Policy(break_minimum=timedelta(minutes=15)),
    "export_folder": "/home/me",
}


def test_settings_are_the_same_after_a_restart(tmp_path: Path) -> None:
    SettingsStore(tmp_path).change(**OTHER)
    assert SettingsStore(tmp_path).current == Settings(**OTHER)  # type: ignore[arg-type]


def test_settings_of_a_new_home_are_the_defaults(tmp_path: Path) -> None:
    assert SettingsStore(tmp_path).current == Settings()


@pytest.mark.parametrize("text", ["", "[1]", "{", "\ufeff{}", '"x"', "null"])
def test_a_file_that_holds_no_settings_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert SettingsStore(tmp_path).current == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("language", 7),
        ("hours", {"start": "18:00", "end": "09:00", "days": []}),
        ("policy", {"break_minimum": "-PT5M"}),
    ],
)
def test_a_bad_value_costs_only_itself(tmp_path: Path, name: str, value: object) -> None:
    SettingsStore(tmp_path).change(**OTHER)
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), name: value}), "utf-8")
    kept = {**OTHER, name: getattr(Settings(), name)}
    assert SettingsStore(tmp_path).current == Settings(**kept)


def test_listeners_hear_of_changes_and_of_nothing_else(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)
    heard: list[Settings] = []
    stop = store.listen(heard.append)
    store.change(language="de")
    store.change(language="de")
    stop()
    store.change(language="en")
    assert heard == [Settings(language="de")]
