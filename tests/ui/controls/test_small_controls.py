import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.formats.wording.language import Language
from planner.ui.controls.avatar import initials
from planner.ui.controls.buttons import IconButton, PlainButton
from planner.ui.controls.chip_button import ChipButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.empty_state import EmptyState
from planner.ui.controls.flow_layout import FlowLayout
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.time_field import TimeField
from planner.ui.theme.theme import Theme
from planner.ui.theme.tones import Tone


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ada Lovelace", "AL"),
        ("Jean-Luc von der Berg", "JB"),
        ("ada", "A"),
        ("???", ""),
        ("", ""),
        ("王小明", "王"),
        ("Grace (HR)", "G"),
    ],
)
def test_initials_are_of_first_and_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_picture_buttons_have_names(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "lock", "Lock")
    qtbot.addWidget(button)
    assert (button.toolTip(), button.accessibleName()) == ("Lock", "Lock")
    button.show_icon("lock-open", "Unlock")
    assert (button.toolTip(), button.accessibleName()) == ("Unlock", "Unlock")


def test_chips_keep_their_words(qtbot: QtBot, theme: Theme) -> None:
    button = ChipButton(theme, "R&D", Tone.ERROR)
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName()) == ("R&&D", "R&D")


def test_label_is_shortened_and_tells_all_as_plain_text(qtbot: QtBot) -> None:
    label = ElidedLabel("<b>Bold</b> and very long indeed")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.text().endswith("\u2026")
    assert label.toolTip() == "<span>&lt;b&gt;Bold&lt;/b&gt; and very long indeed</span>"
    label.resize(label.sizeHint())
    assert (label.text(), label.toolTip()) == (label.whole_text(), "")


def test_flow_breaks_where_the_width_ends(qtbot: QtBot, theme: Theme) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    flow = FlowLayout(theme, owner)
    for _ in range(4):
        item = QLabel()
        item.setFixedSize(50, 20)
        flow.addWidget(item)
    flow.setGeometry(QRect(0, 0, 120, 100))
    places = [found.geometry() for n in range(4) if (found := flow.itemAt(n)) is not None]
    assert [place.topLeft().toTuple() for place in places] == [
        (0, 0),
        (56, 0),
        (0, 26),
        (56, 26),
    ]
    assert [flow.heightForWidth(width) for width in (50, 120, 500)] == [98, 46, 20]
    assert flow.sizeHint().toTuple() == (218, 20)


def test_flow_is_emptied_with_its_widgets(qtbot: QtBot, theme: Theme) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    flow = FlowLayout(theme, owner)
    flow.addWidget(QLabel("one", owner))
    flow.clear()
    assert flow.count() == 0
    qtbot.waitUntil(lambda: owner.findChildren(QLabel) == [])


def test_refusal_stands_below_its_field(qtbot: QtBot, theme: Theme, english: Language) -> None:
    form = FormGrid(theme)
    qtbot.addWidget(form)
    field = TimeField(theme, english, "Start")
    labelled = form.add("Start", field)
    field.setText("noonish")
    field.take()
    assert labelled.note() == field.sentence != ""
    field.refuse("")
    assert labelled.note() == ""


def test_field_takes_its_name_from_its_label(qtbot: QtBot, theme: Theme) -> None:
    form = FormGrid(theme)
    qtbot.addWidget(form)
    plain = QWidget()
    form.add("&Where", plain)
    assert plain.accessibleName() == "Where"


def test_empty_state_says_what_to_do(qtbot: QtBot, theme: Theme) -> None:
    state = EmptyState(theme, "calendar-plus", "No plan is open", "Open the sample.")
    qtbot.addWidget(state)
    button = PlainButton(theme, "Open sample")
    state.add_buttons([button])
    assert state.accessibleName() == "No plan is open. Open the sample."
    assert button.parentWidget() is state
