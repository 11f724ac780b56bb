from types import SimpleNamespace
from typing import Literal, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from planner.ui.theme.colours import DARK, LIGHT
from planner.ui.theme.fonts import FAMILY, Scale, add_missing_scripts
from planner.ui.theme.theme import Theme, theme_for


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return theme_for("light", qapp)


@pytest.mark.parametrize(("choice", "is_dark"), [("light", False), ("dark", True)])
def test_theme_is_the_one_that_was_chosen(
    qapp: QApplication, choice: Literal["light", "dark"], *, is_dark: bool
) -> None:
    theme = theme_for(choice, qapp)
    assert theme.is_dark is is_dark
    assert theme.colours == (DARK if is_dark else LIGHT)


def test_theme_follows_a_silent_system_into_the_light(qapp: QApplication) -> None:
    assert qapp.styleHints().colorScheme() is Qt.ColorScheme.Unknown
    assert theme_for("system", qapp).is_dark is False


def test_theme_follows_a_dark_system() -> None:
    hints = SimpleNamespace(colorScheme=lambda: Qt.ColorScheme.Dark)
    desktop = cast("QApplication", SimpleNamespace(styleHints=lambda: hints))
    assert theme_for("system", desktop).is_dark is True
    assert theme_for("light", desktop).is_dark is False


def test_spaces_stand_on_a_grid_of_four(theme: Theme) -> None:
    assert [theme.space(steps) for steps in (0, 0.25, 1, 2, 6)] == [0, 1, 4, 8, 24]


def test_zoom_enlarges_lengths_fonts_and_sheet_but_not_hairlines(qapp: QApplication) -> None:
    large = theme_for("light", qapp, zoom=1.5)
    assert (large.space(2), large.control_height) == (12, 48)
    assert large.font(Scale.BODY).pixelSize() == 20
    assert "font-size: 16px" in large.style_sheet()
    assert "border: 1px solid" in large.style_sheet()


def test_fonts_are_inter_with_figures_of_one_width(theme: Theme) -> None:
    for scale in set(Scale) - {Scale.MONO}:
        assert QFontInfo(theme.font(scale)).family() == FAMILY
    label = QPushButton()
    label.setFont(theme.font())
    widths = {label.fontMetrics().horizontalAdvance(figure * 8) for figure in "0123456789"}
    assert len(widths) == 1


def test_scales_differ_from_each_other(theme: Theme) -> None:
    assert len(Scale) == 8
    sizes = [theme.font(scale).pixelSize() for scale in (Scale.SMALL, Scale.BODY, Scale.HEADLINE)]
    assert sizes == [12, 13, 20]
    assert theme.font(Scale.STRONG).weight() > theme.font(Scale.BODY).weight()


def test_missing_scripts_are_lent_once(qapp: QApplication) -> None:
    assert qapp is not None
    assert add_missing_scripts() is add_missing_scripts()


def test_icon_has_the_colour_of_its_role(theme: Theme) -> None:
    image = theme.pixmap("minus", "error", 96, ratio=1).toImage()
    assert image.pixelColor(48, 48) == theme.colour("error")


def test_icon_is_grey_where_it_is_disabled(theme: Theme) -> None:
    icon = theme.icon("minus", "error")
    normal, disabled = (
        icon.pixmap(96, mode).toImage().pixelColor(48, 48).name()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert (normal, disabled) == (LIGHT.error, LIGHT.text_disabled)


def test_pixmap_is_sharp_on_a_dense_screen(theme: Theme) -> None:
    pixmap = theme.pixmap("calendar", size=16, ratio=2)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2)
    assert pixmap.deviceIndependentSize().width() == 16


def test_icon_that_is_not_bundled_is_refused(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_palette_says_the_same_as_the_colours(theme: Theme) -> None:
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Window).name() == LIGHT.window
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name() == LIGHT.text_disabled


def test_sheet_is_filled_in_wholly(qapp: QApplication) -> None:
    for choice in ("light", "dark"):
        sheet = theme_for(choice, qapp).style_sheet()
        assert "$" not in sheet
        assert sheet.count("{") == sheet.count("}")


def test_block_has_three_colours(theme: Theme) -> None:
    rest = theme.block("rest")
    assert (rest.fill, rest.edge, rest.ink) == (LIGHT.rest_fill, LIGHT.rest_edge, LIGHT.rest_ink)


def test_focus_moves_nothing(theme: Theme, qapp: QApplication) -> None:
    """The ring takes the place of the outline and of padding: text and size stay."""
    theme.dress(qapp)
    for widget in (QPushButton("Share"), QLineEdit("11:00")):
        before = widget.sizeHint()
        widget.show()
        widget.setFocus()
        assert widget.sizeHint() == before
        widget.close()
