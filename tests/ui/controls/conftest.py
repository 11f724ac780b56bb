"""What tests of controls are given."""

import pytest
from PySide6.QtWidgets import QApplication

from planner.formats.wording.language import Language, language
from planner.ui.theme.theme import Theme, theme_for


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return theme_for("light", qapp)


@pytest.fixture
def english() -> Language:
    return language("en")
