"""The reports page: what past days were like, as figures and plots, and as files."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.app.clock import RehearsalClock
from planner.app.live_day import journal_of
from planner.app.locations import data_folder
from planner.app.reports import Load, Overruns, PastDay
from planner.domain.blocks import Kind
from planner.domain.ids import PersonId, PlanId
from planner.domain.plan import Plan
from planner.formats.logfile import write_line
from planner.formats.wording.language import language
from planner.store.base import StoreFailed
from planner.ui.commands import Page
from planner.ui.controls.buttons import LinkButton
from planner.ui.panels.reports_panel import ReportsPanel
from planner.ui.reports.load_plot import LoadPlot
from planner.ui.reports.on_time_plot import OnTimePlot, day_rates
from planner.ui.reports.overrun_plot import OverrunPlot
from planner.ui.reports.plot import Plot, round_marks
from planner.ui.reports.plot_view import PlotView
from planner.ui.reports.reader import history_of
from planner.ui.theme.theme import theme_for
from planner.ui.workbench import Workbench
from tests.builders import DAY, block, minutes, plan
from tests.fakes import FixedClock
from tests.formats.report.days import as_it_went, sample
from tests.ui.desks import Room
from tests.ui.panels.hands import button, click, texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

EN = language("en")


@pytest.fixture
def lived(room: Room) -> Room:
    """A room with the reference day lived, in the evening after it."""
    room.open_sample()
    keep_log(sample())
    clock = room.context.clock
    assert isinstance(clock, FixedClock)
    clock.move(timedelta(hours=9))
    return room


def keep_log(plan: Plan) -> None:
    lines = [write_line(entry) for entry in as_it_went().entries]
    journal_of(plan.id, data_folder()).add(lines)


def shown(room: Room, qtbot: QtBot) -> ReportsPanel:
    panel = ReportsPanel(room.context)
    qtbot.addWidget(panel)
    panel.resize(1000, 800)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def filled(room: Room, qtbot: QtBot) -> ReportsPanel:
    panel = shown(room, qtbot)
    qtbot.waitUntil(lambda: bool(panel.views))
    return panel


def past(days: int, on_time: int, interviews: int = 4) -> PastDay:
    day = DAY + timedelta(days=days)
    return PastDay(PlanId("x"), "X", day, on_time, interviews, minutes(0), minutes(0))


def test_without_a_log_the_page_says_how_to_begin(room: Room, qtbot: QtBot) -> None:
    room.open_sample()
    panel = shown(room, qtbot)
    assert "No day has been logged yet" in texts(panel)
    assert panel.views == []


def test_reference_day_is_told_in_figures_and_words(lived: Room, qtbot: QtBot) -> None:
    panel = filled(lived, qtbot)
    assert {"80 %", "4 of 5 interviews", "2 h 18 min", "55 min promised"} <= texts(panel)
    assert panel.subtitle.text() == "1 day with a log \u00b7 25 Sep 2015"
    rates, overruns, loads = (view.accessibleDescription() for view in panel.views)
    assert rates == "Fri 25 Sep: 80 %, 4 of 5"
    assert overruns == (
        "Interview: 5 blocks, median 0 min, eight of ten from \u221212 to 0 min. "
        "Arrival: 1 block, median \u22123 min. Break: 1 block, median 0 min. "
        "Meal: 1 block, median \u221212 min"
    )
    assert loads == (
        "Manager Marketing: 1 interview \u00b7 1 h. "
        "Manager Solutions Architecture: 1 interview \u00b7 1 h. "
        "Manager Solutions Architecture: 1 interview \u00b7 45 min. "
        "Partner Solutions Architect: 1 interview \u00b7 43 min. "
        "Partner Development Manager: 1 interview \u00b7 20 min"
    )


def test_page_follows_what_is_logged_when_it_is_shown_again(lived: Room, qtbot: QtBot) -> None:
    panel = filled(lived, qtbot)
    second = replace(sample(), id=PlanId("second"))
    lived.context.library.add(second)
    keep_log(second)
    panel.hide()
    panel.show()
    qtbot.waitUntil(lambda: "8 of 10 interviews" in texts(panel))
    assert len(panel.views) == 3


@pytest.mark.parametrize("name", ["rate.png", "rate.svg"])
def test_picture_is_written_by_the_ending_of_its_name(
    lived: Room, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    panel = filled(lived, qtbot)
    view, file = panel.views[0], tmp_path / name
    panel.write_picture(view, file)
    assert lived.said[-1].text == f"The picture is in {name}."
    if file.suffix == ".svg":
        root = ET.fromstring(file.read_bytes())  # noqa: S314 -- Qt wrote it a moment ago
        told = [part.text for part in root if part.tag.endswith(("title", "desc"))]
        assert told == [view.plot.title, view.plot.alternative]
    else:
        image = QImage(str(file))
        ground = QColor(lived.context.theme.colours.window)
        assert image.width() == 2 * (view.width() + 2 * lived.context.theme.space(4))
        assert image.pixelColor(0, 0) == ground
        accent = QColor(lived.context.theme.colours.accent)
        pixels = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
        assert accent.name() in pixels


def test_picture_that_cannot_be_written_is_said(lived: Room, qtbot: QtBot, tmp_path: Path) -> None:
    panel = filled(lived, qtbot)
    panel.write_picture(panel.views[0], tmp_path / "nowhere" / "rate.png")
    assert lived.said[-1].tone.value == "error"


def test_report_of_the_open_plan_is_written_into_a_folder(
    lived: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = filled(lived, qtbot)
    panel.write_report(tmp_path / "out")
    qtbot.waitUntil(lambda: not lived.context.jobs.is_busy)
    qtbot.waitUntil(lambda: bool(lived.said))
    assert lived.said[-1].text == "3 files are in out."
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".csv", ".html", ".pdf"}


def test_report_of_a_rehearsal_has_a_name_of_its_own(
    lived: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    clock = lived.context.clock
    rehearsed = replace(lived.context, clock=RehearsalClock(clock.now(), clock))
    panel = ReportsPanel(rehearsed)
    qtbot.addWidget(panel)
    panel.write_report(tmp_path / "out")
    qtbot.waitUntil(lambda: bool(lived.said))
    assert all("Rehearsal report" in path.name for path in (tmp_path / "out").iterdir())


def test_without_an_open_plan_there_is_no_report_to_write(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    assert not panel.day.isVisibleTo(panel)
    room.open_sample()
    assert panel.day.isVisibleTo(panel.page)


def test_rate_stands_in_the_sidebar_and_leads_to_the_page(lived: Room, qtbot: QtBot) -> None:
    window = Workbench(lived.context)
    qtbot.addWidget(window)
    window.resize(1400, 900)
    window.begin()
    window.show()
    qtbot.waitExposed(window)
    rate = window._sidebar.reports  # noqa: SLF001 -- shortest way to the button
    qtbot.waitUntil(lambda: rate.number == "80 % on time", timeout=5000)
    assert rate.title == "Reports"
    click(rate)
    assert window.page is Page.REPORTS
    panel = window.findChild(ReportsPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: history_of(lived.context).is_resting)
    window.hide()


def test_key_shows_the_page(lived: Room) -> None:
    assert lived.context.actions.action("show_reports").shortcut().toString() == "Ctrl+6"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [240, 1600])
def test_plots_paint_at_any_width(qapp: QApplication, qtbot: QtBot, theme: str, width: int) -> None:
    look = theme_for("dark" if theme == "dark" else "light", qapp)
    name = "Somebody with a name that is much longer than all the room there is for names"
    plots: list[Plot] = [
        OnTimePlot(look, EN, day_rates([past(day, day % 5) for day in range(80)])),
        OverrunPlot(
            look,
            EN,
            [
                Overruns(Kind.INTERVIEW, (-200.0, -3.0, 0.0, 1.0, 2.0, 900.0)),
                Overruns(Kind.TOUR, (0.0,)),
            ],
        ),
        LoadPlot(look, EN, [Load(PersonId(f"{n}"), name, 20 - n, minutes(45)) for n in range(18)]),
    ]
    for plot in plots:
        view = PlotView(look, plot)
        qtbot.addWidget(view)
        view.resize(width, view.height())
        picture = view.grab().toImage()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(0, width, 3)
            for y in range(0, picture.height(), 3)
        }
        assert len(colours) > 2
    assert plots[2].alternative.endswith("and 3 more")


def test_dates_of_several_plans_are_one_bar_and_days_without_interviews_none() -> None:
    rates = day_rates([past(1, 1), past(0, 2), past(0, 4), past(2, 0, 0)])
    assert [(one.day, one.on_time, one.interviews) for one in rates] == [
        (DAY, 6, 8),
        (DAY + timedelta(days=1), 1, 4),
    ]


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0, 0, (0, 1)),
        (-3, 4, (-4, -2, 0, 2, 4)),
        (0, 45, (0, 10, 20, 30, 40, 50)),
        (-20, -5, (-20, -15, -10, -5, 0)),
    ],
)
def test_marks_are_round_and_hold_zero(low: float, high: float, marks: tuple[int, ...]) -> None:
    assert round_marks(low, high, 7) == marks


def test_every_plot_can_be_saved_by_its_own_name(lived: Room, qtbot: QtBot) -> None:
    panel = filled(lived, qtbot)
    names = [
        b.accessibleName()
        for b in panel.findChildren(type(button(panel, "Report of the open plan")))
    ]
    saves = [name for name in names if name.startswith("Save picture")]
    assert saves == [f"Save picture: {view.plot.title}" for view in panel.views]
    assert all(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_person_chooses_where_picture_and_report_go(
    lived: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = filled(lived, qtbot)
    chosen = (str(tmp_path / "rate"), "SVG (*.svg)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    with qtbot.waitSignal(panel.written) as written:
        click(next(b for b in panel.findChildren(LinkButton) if "Save" in b.accessibleName()))
    assert written.args == [tmp_path / "rate.svg"]
    click(panel.day)
    qtbot.waitUntil(lambda: "3 files are in out." in [message.text for message in lived.said])


def test_person_may_think_better_of_it(
    lived: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = filled(lived, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    panel.choose_picture(panel.views[0])
    panel.choose_folder()
    assert (lived.said, lived.context.jobs.is_busy) == ([], False)


def test_log_that_cannot_be_read_is_said(lived: Room, qtbot: QtBot, tmp_path: Path) -> None:
    panel = filled(lived, qtbot)
    file = next((data_folder() / "logs").iterdir())
    file.unlink()
    file.mkdir()
    panel.write_report(tmp_path / "out")
    assert lived.said[-1].tone.value == "error"


def test_report_of_a_plan_without_times_is_refused(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    room.open(plan(block("A", None)))
    panel = shown(room, qtbot)
    panel.write_report(tmp_path / "out")
    qtbot.waitUntil(lambda: bool(room.said))
    assert "no day to report on" in room.said[-1].text


def test_plot_shows_that_it_has_the_focus(lived: Room, qtbot: QtBot) -> None:
    view = filled(lived, qtbot).views[0]
    ring = lived.context.theme.colour("focus").name()
    before = view.grab().toImage().pixelColor(view.width() // 2, 1).name()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    after = view.grab().toImage().pixelColor(view.width() // 2, 1).name()
    assert (before == ring, after == ring) == (False, True)


def test_library_that_cannot_be_read_leaves_the_page_as_it_was(
    lived: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = filled(lived, qtbot)

    def failing() -> None:
        raise StoreFailed(detail="gone")

    monkeypatch.setattr(lived.context.library, "all_summaries", failing)
    reader = history_of(lived.context)
    reader.refresh()
    assert reader.is_resting
    assert len(panel.views) == 3
