"""The bar that shows the progress of a job, with a button to cancel it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planner.formats.wording.language import Language
from planner.progress import Progress
from planner.ui.controls.buttons import QuietButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.overlay import Overlay
from planner.ui.jobs import Job
from planner.ui.theme.theme import Theme

_PATIENCE_MS = 400
_WIDTH = 420


class BusyBar(Overlay):
    """Floats at the lower edge of ``parent`` while a job takes longer than 400 ms."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._width = theme.length(_WIDTH)
        self._job: Job | None = None
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("scale", "strong")
        self._step = ElidedLabel(parent=self)
        self._step.setProperty("scale", "small")
        self._step.setProperty("tone", "muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._cancel = QuietButton(theme, language.text("Cancel"), parent=self)
        self._cancel.clicked.connect(self._on_cancel)
        self._arrange(theme)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_ended)

    def watch(self, job: Job) -> None:
        """Show this job in the place of the one before."""
        self._job = job
        self._title.set_text(job.title)
        self.setAccessibleName(job.title)
        self._bar.setAccessibleName(job.title)
        self._step.set_text("")
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        job.progressed.connect(self._on_progressed)
        job.ended.connect(self._on_ended)
        if not self.isVisible():
            self._patience.start()

    def wanted_width(self) -> int:
        """Return one width for all jobs: a bar that changes its length tells nothing."""
        return self._width

    def _arrange(self, theme: Theme) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(theme.space(1.5))
        for widget in (self._title, self._bar, self._step):
            lines.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(3), theme.space(3), theme.space(3))
        row.setSpacing(theme.space(4))
        row.addLayout(lines, 1)
        row.addWidget(self._cancel)

    def _on_patience_ended(self) -> None:
        self.show()
        self.raise_()
        self.place()

    def _on_progressed(self, progress: Progress) -> None:
        if self.sender() is not self._job:
            return
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._step.set_text(progress.what)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        if self._job is not None:
            self._job.cancel()

    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._patience.stop()
            self.hide()
