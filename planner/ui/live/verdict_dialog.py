"""What the candidate says of the day in the end: what was good, and what was not so good."""

from PySide6.QtWidgets import QWidget

from planner.domain.ids import CandidateId
from planner.domain.log import Happening, LogEntry
from planner.formats.plaintext import one_line
from planner.ui.context import Context
from planner.ui.controls.labelled_field import LabelledField
from planner.ui.controls.text_area import TextArea
from planner.ui.dialogs.frame import FramedDialog
from planner.ui.live.desk import LiveDesk

_SIZE = (480, 330)


class VerdictDialog(FramedDialog):
    """Two short texts, kept with the day; what was said before can be changed or taken back."""

    def __init__(self, context: Context, parent: QWidget | None, live: LiveDesk) -> None:
        text = context.language.text
        super().__init__(
            context,
            parent,
            text("What the candidate says"),
            text("It is kept with the day and stands in its report. Only coordinators see it."),
        )
        self._live = live
        aims = live.aims
        self._candidate = aims.candidate if aims is not None else None
        self._said = {is_good: _said(live, self._candidate, is_good) for is_good in (True, False)}
        self.good = self._field(text("What was good?"), is_good=True)
        self.not_good = self._field(text("What was not so good?"), is_good=False)
        self.add_buttons(text("Write it down"), text("Cancel"))
        self.fit(*_SIZE)
        self.good.setFocus()

    def accept(self) -> None:
        """Write down what is new, and close once it is written."""
        fields = ((True, self.good), (False, self.not_good))
        if all(self._keep(field.text(), is_good=is_good) for is_good, field in fields):
            super().accept()

    def _field(self, label: str, *, is_good: bool) -> TextArea:
        area = TextArea(self.context.theme, label, parent=self)
        before = self._said[is_good]
        area.set_text(before.reason if before is not None else "")
        self.body.addWidget(LabelledField(self.context.theme, label, area, self))
        return area

    def _keep(self, typed: str, *, is_good: bool) -> bool:
        said, before = one_line(typed), self._said[is_good]
        if before is None:
            return not said or self._live.tell(
                Happening.VERDICT, candidate=self._candidate, reason=said, is_good=is_good
            )
        if not said:
            return self._live.take_back(before)
        return said == before.reason or self._live.correct(before, reason=said)


def _said(live: LiveDesk, candidate: CandidateId | None, is_good: bool) -> LogEntry | None:  # noqa: FBT001 -- which of the two
    """Return what was said last and still holds."""
    found = (
        entry
        for entry in reversed(live.log.effective)
        if entry.what is Happening.VERDICT
        and entry.is_good is is_good
        and entry.candidate == candidate
    )
    return next(found, None)
