"""Reports: what the days were like that have been logged, as figures and plots."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.app.clock import RehearsalClock
from planner.app.live_day import journal_of
from planner.app.locations import data_folder
from planner.app.reports import History, Reported, report
from planner.domain.errors import PlannerError
from planner.domain.log import Log
from planner.formats.logfile import read_lines
from planner.formats.plaintext import safe_file_name
from planner.formats.wording.language import language as language_of
from planner.formats.wording.report import on_time_words
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton, PlainButton
from planner.ui.controls.empty_state import EmptyState
from planner.ui.controls.hairline import Hairline
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.section import Section
from planner.ui.messages import Offer, Tone
from planner.ui.reports.load_plot import LoadPlot
from planner.ui.reports.on_time_plot import OnTimePlot, day_rates
from planner.ui.reports.overrun_plot import OverrunPlot
from planner.ui.reports.plot import Plot
from planner.ui.reports.plot_view import PlotView
from planner.ui.reports.reader import history_of
from planner.ui.share.set_export import open_folder, told

_WIDEST = 960
_PICTURES = {"PNG (*.png)": ".png", "SVG (*.svg)": ".svg"}
_JOINT = " \u00b7 "


class ReportsPanel(QStackedWidget):
    """Reads the logs whenever it is shown. ``written(path)`` tells that a picture lies in a file."""

    written = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        text = context.language.text
        self._reader = history_of(context)
        self.page = QWidget(self)
        self.subtitle = plain_label(tone="muted", parent=self.page)
        self.day = PlainButton(context.theme, text("Report of the open plan"), "file-text")
        self.views: list[PlotView] = []
        self._middle = QVBoxLayout()
        self._shown: History | None = None
        self._empty = self._made_empty()
        self.setAccessibleName(text("Reports"))
        self._build()
        self.day.clicked.connect(self.choose_folder)
        self._reader.read.connect(self._on_read)
        context.desk.opened.connect(self._on_opened)
        self._on_opened()
        self._on_read(self._reader.history or History())

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has been logged since."""
        super().showEvent(event)
        self._reader.refresh()

    def choose_folder(self) -> None:
        """Ask for a folder, and write the report of the open plan's day into it."""
        title = self._context.language.text("Folder for the report")
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self.write_report(Path(chosen))

    def write_report(self, folder: Path) -> None:
        """Write the report of the open plan's day into a folder, as table, page and document."""
        context, plan = self._context, self._context.desk.plan
        try:
            log = Log(read_lines(journal_of(plan.id, data_folder()).lines()).entries)
        except PlannerError as error:
            context.messages.say(told(error, context), Tone.ERROR)
            return
        now, words = context.clock.now(), language_of(plan.language)
        is_rehearsal = isinstance(context.clock, RehearsalClock)
        context.jobs.start(
            lambda: report(plan, log, now, folder, words, is_rehearsal=is_rehearsal),
            context.language.text("Writing the report"),
            self._on_reported,
            lambda error: context.messages.say(told(error, context), Tone.ERROR),
        )

    def choose_picture(self, view: PlotView) -> None:
        """Ask for a file name, and write a plot there."""
        title = self._context.language.text("Save the picture")
        proposed = f"{safe_file_name(view.plot.title, 'picture')}.png"
        name, kind = QFileDialog.getSaveFileName(self, title, proposed, ";;".join(_PICTURES))
        if name:
            path = Path(name)
            self.write_picture(view, path if path.suffix else path.with_suffix(_PICTURES[kind]))

    def write_picture(self, view: PlotView, path: Path) -> None:
        """Write a plot into a file, and say where it is."""
        context = self._context
        try:
            view.write_picture(path)
        except PlannerError as error:
            context.messages.say(told(error, context), Tone.ERROR)
            return
        said = context.language.text("The picture is in {file}.", file=path.name)
        context.messages.say(said, Tone.GOOD, (self._folder_offer(path.parent),))
        self.written.emit(path)

    def _on_opened(self) -> None:
        self.day.setVisible(self._context.desk.is_open)

    def _on_reported(self, done: Reported) -> None:
        words, folder = self._context.language, done.paths[0].parent
        said = words.count(
            "{n} file is in {folder}.",
            "{n} files are in {folder}.",
            len(done.paths),
            folder=folder.name,
        )
        self._context.messages.say(said, Tone.GOOD, (self._folder_offer(folder),))

    def _folder_offer(self, folder: Path) -> Offer:
        return Offer(self._context.language.text("Open folder"), lambda: open_folder(folder))

    def _on_read(self, found: History) -> None:
        if found == self._shown:
            return
        self._shown = found
        self.setCurrentWidget(self.page if found.days else self._empty)
        self._clear()
        if found.days:
            self.subtitle.setText(self._summary(found))
            self._show_figures(found)
            for plot in self._plots(found):
                self._show_plot(plot)
            self._middle.addStretch(1)

    def _plots(self, found: History) -> list[Plot]:
        theme, words = self._context.theme, self._context.language
        rates = day_rates(found.days)
        plots: list[Plot] = [OnTimePlot(theme, words, rates)] if rates else []
        if found.overruns:
            plots.append(OverrunPlot(theme, words, found.overruns))
        if found.loads:
            plots.append(LoadPlot(theme, words, found.loads))
        return plots

    def _summary(self, found: History) -> str:
        words = self._context.language
        days = {one.day for one in found.days}
        first, last = (words.date(day) for day in (min(days), max(days)))
        told = words.count("{n} day with a log", "{n} days with a log", len(days))
        return _JOINT.join([told, first if first == last else f"{first} \u2013 {last}"])

    def _show_figures(self, found: History) -> None:
        words = self._context.language
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._context.theme.space(10))
        rate, of = on_time_words(*found.on_time, words)
        promised = words.text("{length} promised", length=words.length(found.rest_promised))
        for caption, value, detail in (
            (words.text("On time"), rate, of),
            (words.text("Rest given"), words.length(found.rest_delivered), promised),
        ):
            row.addWidget(self._figure(caption, value, detail))
        row.addStretch(1)
        ground = QWidget(self.page)
        ground.setLayout(row)
        self._middle.addWidget(ground)

    def _figure(self, caption: str, value: str, detail: str) -> QWidget:
        made = QWidget(self.page)
        made.setAccessibleName(f"{caption}: {value}, {detail}")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.space(0.5))
        column.addWidget(plain_label(caption, "small", "muted"))
        column.addWidget(plain_label(value, "figure"))
        column.addWidget(plain_label(detail, "small", "muted"))
        return made

    def _show_plot(self, plot: Plot) -> None:
        theme, text = self._context.theme, self._context.language.text
        section = Section(theme, plot.title, self.page)
        view = PlotView(theme, plot, section)
        save = LinkButton(theme, text("Save picture"), "download", section)
        save.setAccessibleName(text("Save picture: {title}", title=plot.title))
        save.clicked.connect(lambda: self.choose_picture(view))
        section.add_to_head(save)
        section.add(view)
        if plot.legend:
            section.add(plain_label(plot.legend, "small", "muted", is_wrapped=True))
        self.views.append(view)
        self._middle.addWidget(section)

    def _clear(self) -> None:
        self.views.clear()
        while (item := self._middle.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _made_empty(self) -> EmptyState:
        theme, text = self._context.theme, self._context.language.text
        made = EmptyState(
            theme,
            "presentation",
            text("No day has been logged yet"),
            text(
                "Say on the live page what happens: this page then shows how often days are on time, "
                "what overruns, and who interviews how much."
            ),
            self,
        )
        live = PlainButton(theme, text("Show the live day"), "player-play", made)
        live.clicked.connect(lambda: self._context.actions.run("show_live"))
        made.add_buttons([live])
        return made

    def _build(self) -> None:
        space = self._context.theme.space
        names = QVBoxLayout()
        names.setSpacing(space(1))
        names.addWidget(plain_label(self._context.language.text("Reports"), "headline"))
        names.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(space(6), space(4), space(6), space(4))
        head.addLayout(names, 1)
        head.addWidget(self.day)
        ground = QWidget(self.page)
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setProperty("surface", "surface")
        ground.setLayout(head)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ground)
        column.addWidget(Hairline(parent=self.page))
        column.addWidget(self._scrolled(), 1)
        self.addWidget(self.page)
        self.addWidget(self._empty)

    def _scrolled(self) -> QScrollArea:
        theme = self._context.theme
        inside = QWidget()
        inside.setMaximumWidth(theme.length(_WIDEST))
        edge = theme.space(6)
        self._middle.setContentsMargins(edge, theme.space(5), edge, theme.space(8))
        self._middle.setSpacing(theme.space(8))
        inside.setLayout(self._middle)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area
