"""The body of the live view: figures above, below them one day or everybody's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.app.experience import Experience
from planner.formats.plaintext import one_line
from planner.formats.wording.risk import experience_line
from planner.schedule.repairs.proposals import Proposal
from planner.ui.context import Context
from planner.ui.controls.buttons import QuietButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.tips import tip
from planner.ui.live.aims import Aims
from planner.ui.live.day_view import DayView
from planner.ui.live.desk import LiveDesk
from planner.ui.live.figure_bar import FigureBar
from planner.ui.live.figures import Figure, Landmarks, day_figure, figures, landmarks
from planner.ui.live.overall import overall_figures
from planner.ui.live.overview_list import OverviewHead, OverviewList
from planner.ui.live.overview_model import Overview, OverviewModel
from planner.ui.live.picture import picture
from planner.ui.live.pieces import after
from planner.ui.theme.theme import Theme


class LiveBody(QWidget):
    """Shows a live desk, in a theme of its own where it is to be read from afar."""

    shown = Signal()

    def __init__(
        self,
        context: Context,
        live: LiveDesk,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        is_afar: bool = False,
    ) -> None:
        super().__init__(parent)
        self._context, self._live, self._theme = context, live, theme
        self._has_names = True
        self._known: tuple[object, Landmarks] | None = None
        text = context.language.text
        self.figures = FigureBar(theme, self, is_stacked=is_afar)
        self.day = DayView(theme, context.language, self)
        self.model = OverviewModel(self)
        self._overview = Overview(context.language)
        self.overview = OverviewList(theme, self.model, text("Everybody's day"), self)
        self.hours = OverviewHead(theme, context.language, self.overview)
        self.back = QuietButton(theme, text("Everybody"), "chevron-left", self)
        self._name = ElidedLabel("", self)
        self._crumbs = QFrame(self)
        self._views = QStackedWidget(self)
        self._everybody = QWidget(self)
        self._build()
        self.day.chosen.connect(live.aim_at)
        self.overview.opened.connect(live.show_candidate)
        self.back.clicked.connect(lambda: live.show_candidate(None))
        for signal in (live.moved_on, live.opened, live.aimed, live.advised):
            signal.connect(self.refresh)

    def show_names(self, *, has_names: bool) -> None:
        """Show who meets whom, or not, where strangers may read it."""
        self._has_names = has_names
        self.refresh()

    def show_after(self, proposal: Proposal | None) -> None:
        """Draw how the day would go with a proposal."""
        aims = self._live.aims
        if aims is None or proposal is None:
            self.day.show_after(())
        else:
            self.day.show_after(after(aims, proposal.projection, self._context.language))

    def refresh(self, _what: object = None) -> None:
        """Show the day as it is now."""
        if not self._live.is_open or self._live.day is None or not self.isVisible():
            return
        aims = self._live.aims
        if aims is None:
            self._show_everybody()
        else:
            self._show_one(aims)
        self.shown.emit()

    def _show_one(self, aims: Aims) -> None:
        live, language = self._live, self._context.language
        known = self._landmarks(aims)
        counsel = live.counsel
        risks = counsel.risks if counsel is not None else None
        self._show_figures(figures(aims, known, language, risks))
        learned = counsel.experience if counsel is not None else Experience()
        self.figures.setToolTip(tip(experience_line(learned.blocks, learned.plans, language)))
        names = self._has_names
        drawn = picture(aims, known, language, is_today=live.is_today, has_names=names)
        self.day.show_picture(drawn)
        several = len(live.candidates) > 1
        self._crumbs.setVisible(several)
        if several:
            name = aims.projection.agenda.plan.candidates[aims.candidate].name
            self._name.set_text(one_line(name) if names else "")
        self._views.setCurrentWidget(self.day)

    def _show_everybody(self) -> None:
        live, language, day = self._live, self._context.language, self._live.day
        if day is None:
            return
        candidates = live.candidates
        names = self._has_names
        rows = self._overview.rows(live.projection, day, candidates, has_names=names)
        self.model.show_rows(rows)
        now = live.projection.now if live.is_today else None
        self.overview.show_now(now, [bar for row in rows for bar in row.bars])
        self.hours.zone = live.zone
        self.hours.update()
        self._show_figures(overall_figures(live.projection, day, rows, language))
        self._crumbs.hide()
        self._views.setCurrentWidget(self._everybody)

    def _show_figures(self, found: Sequence[Figure]) -> None:
        live, day = self._live, self._live.day
        if day is not None and not live.is_today:
            first = day_figure(day, self._context.language, is_over=live.is_over)
            found = (first, *found[1:])
        self.figures.show_figures(found)

    def _landmarks(self, aims: Aims) -> Landmarks:
        """Return what stays the same; worked out anew only for another plan or candidate."""
        key = (aims.projection.network, aims.candidate, aims.day)
        if self._known is None or self._known[0] != key:
            found = landmarks(key[0], aims.projection, aims.day, aims.candidate)
            self._known = (key, found)
        return self._known[1]

    def _build(self) -> None:
        space = self._theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        row = QHBoxLayout(self._crumbs)
        row.setContentsMargins(space(3), space(1), space(4), space(1))
        row.addWidget(self.back)
        self._name.setProperty("scale", "title")
        row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        self._crumbs.setProperty("line", "bottom")
        column.addWidget(self._crumbs)
        self._crumbs.hide()
        self._views.addWidget(self.day)
        below = QVBoxLayout(self._everybody)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.hours)
        below.addWidget(self.overview, 1)
        self._views.addWidget(self._everybody)
        column.addWidget(self._views, 1)
