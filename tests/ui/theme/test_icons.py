import re
from xml.etree import ElementTree as ET

from PySide6.QtWidgets import QApplication

from planner.resources import bundled
from planner.ui.actions.rows import ROWS
from planner.ui.theme.icons import application_icon, has_icon, icon_names


def test_every_icon_is_an_outline_that_takes_a_colour() -> None:
    for name in icon_names():
        drawing = ET.parse(bundled("icons", f"{name}.svg")).getroot()  # noqa: S314 -- ours
        assert (name, drawing.get("stroke")) == (name, "currentColor")
        assert drawing.get("viewBox") == "0 0 24 24"


def test_icons_that_the_window_names_are_bundled() -> None:
    source = bundled("..", "planner", "ui").resolve()
    asked = re.compile(r"(?:\.icon\(|\.pixmap\(|icon=)\s*\"([a-z0-9-]+)\"")
    named = {
        name
        for path in source.rglob("*.py")
        for name in asked.findall(path.read_text(encoding="utf-8"))
    }
    assert "search" in named
    assert {name for name in named if not has_icon(name)} == set()


def test_icons_of_all_actions_are_bundled() -> None:
    assert [row.icon for row in ROWS if row.icon and not has_icon(row.icon)] == []


def test_a_name_is_not_a_path() -> None:
    assert not has_icon("app/../calendar")
    assert has_icon("calendar")


def test_licence_stands_beside_the_icons() -> None:
    assert "MIT License" in bundled("icons", "LICENSE").read_text(encoding="utf-8")


def test_application_icon_is_there_in_every_size(qapp: QApplication) -> None:
    assert qapp is not None
    sizes = sorted(size.width() for size in application_icon().availableSizes())
    assert sizes == [16, 24, 32, 48, 64, 128, 256, 512]
