"""Merging two entries of the directory that are one person: which value of each field stays."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.app.matching import duplicates
from planner.app.merges import (
    Merged,
    differing_fields,
    merge_people,
    merged_person,
    unmerge,
)
from planner.domain.errors import PlannerError
from planner.domain.ids import PersonId
from planner.domain.people import Hours, LoadLimit, Person
from planner.domain.spans import Span
from planner.formats.plaintext import one_line
from planner.formats.wording.refusals import refusal
from planner.i18n import mark
from planner.progress import Progress
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, PrimaryButton
from planner.ui.controls.record_combo import RecordCombo, Row
from planner.ui.controls.tips import tip
from planner.ui.messages import Offer, Tone
from planner.ui.turns import Turns

_WIDTH = 720
_VALUE_WIDTH = 230
_FIELDS = {
    "name": mark("Name"),
    "title": mark("Job"),
    "latin_name": mark("Name in Latin letters"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "zone": mark("Time zone"),
    "language": mark("Language"),
    "hours": mark("Working hours"),
    "availability": mark("Availability"),
    "load_limit": mark("Limit of interviews"),
    "focus_areas": mark("Focus areas"),
    "note": mark("Internal note"),
}


class MergeDialog(QDialog):
    """Two people above, below them the fields in which they differ. Plans are told of at the end."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, people: Sequence[Person] = ()
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._people = context.library.directory().people
        theme, text = context.theme, context.language.text
        self.kept = RecordCombo(theme, text("Who stays"), parent=self)
        self.gone = RecordCombo(theme, text("Who is the same person"), parent=self)
        self.merge = PrimaryButton(theme, text("Merge"), "git-merge", self)
        self.refusal = QLabel(self)
        self.told = QLabel(self)
        self._bar = QProgressBar(self)
        self._fields = QScrollArea(self)
        self._fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._groups: dict[str, QButtonGroup] = {}
        self._busy = False
        self.setWindowTitle(text("Merge two people"))
        self._build()
        self._fill(people)

    @property
    def result_person(self) -> Person | None:
        """Return the person that would stay, None while two are not chosen."""
        kept, gone = self._chosen()
        if kept is None or gone is None:
            return None
        taken = [name for name, group in self._groups.items() if group.checkedId() == 1]
        both = merged_person(kept, gone).focus_areas
        return replace(merged_person(kept, gone, taken), focus_areas=both)

    def choose_value(self, field: str, *, from_gone: bool) -> None:
        """Take a field from the one who goes, or from the one who stays."""
        self._groups[field].button(int(from_gone)).setChecked(True)

    def accept(self) -> None:
        """Merge in the directory and in all plans, in small steps, and close."""
        result, gone = self.result_person, self.gone.record
        if result is None or gone is None or self._busy:
            return
        self._set_busy(is_busy=True)
        work = merge_people(self._context.library, result, PersonId(gone))
        turns = Turns(work, self._on_merged, self._on_failed, self)
        turns.progressed.connect(self._on_progressed)

    def reject(self) -> None:
        """Close, unless plans are being changed."""
        if not self._busy:
            super().reject()

    def _build(self) -> None:
        theme, text = self._context.theme, self._context.language.text
        self.setMinimumWidth(theme.length(_WIDTH))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[theme.space(5)] * 4)
        whole.setSpacing(theme.space(3))
        heads = QHBoxLayout()
        heads.setSpacing(theme.space(4))
        for word, combo in ((text("Stays"), self.kept), (text("Is the same person"), self.gone)):
            column = QVBoxLayout()
            column.setSpacing(theme.space(1))
            head = QLabel(word, self)
            head.setProperty("scale", "small")
            head.setProperty("tone", "muted")
            head.setBuddy(combo)
            column.addWidget(head)
            column.addWidget(combo)
            heads.addLayout(column, 1)
            combo.picked.connect(lambda _id: self._show_fields())
        whole.addLayout(heads)
        self._fields.setWidgetResizable(True)
        self._fields.setFrameShape(QFrame.Shape.NoFrame)
        self._fields.setMinimumHeight(theme.space(60))
        whole.addWidget(self._fields, 1)
        for label, tone in ((self.told, "muted"), (self.refusal, "error")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", tone)
            label.setWordWrap(True)
            whole.addWidget(label)
        self.refusal.hide()
        self._bar.hide()
        whole.addWidget(self._bar)
        whole.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(self._context.theme.space(2))
        foot.addStretch(1)
        cancel = PlainButton(self._context.theme, self._context.language.text("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        self.merge.clicked.connect(self.accept)
        self.merge.setDefault(True)
        foot.addWidget(self.merge)
        return foot

    def _fill(self, people: Sequence[Person]) -> None:
        """Offer everybody; choose those that were given, or those that seem to be one."""
        known = sorted(self._people.values(), key=lambda person: (person.name, person.id))
        rows = [Row(person.id, person.name, person.email or person.title) for person in known]
        chosen = [person.id for person in people]
        if len(chosen) < 2:  # noqa: PLR2004 -- two are merged
            chosen += self._same_as(chosen)
        for combo, person in zip((self.kept, self.gone), [*chosen, None, None], strict=False):
            combo.set_rows(rows)
            combo.pick(person)
        self._show_fields()

    def _same_as(self, chosen: Sequence[PersonId]) -> list[PersonId]:
        for group in duplicates(self._context.library.directory()):
            ids = [person.id for person in group.people]
            if not chosen or chosen[0] in ids:
                return [person for person in ids if person not in chosen]
        return []

    def _chosen(self) -> tuple[Person | None, Person | None]:
        kept, gone = (
            self._people.get(PersonId(combo.record)) if combo.record is not None else None
            for combo in (self.kept, self.gone)
        )
        return (kept, gone) if kept != gone else (kept, None)

    def _show_fields(self) -> None:
        kept, gone = self._chosen()
        text = self._context.language.text
        self._groups = {}
        inside = QWidget()
        if kept is not None and gone is not None:
            self._add_fields(inside, kept, gone)
            self.told.setText(
                text(
                    "Every plan that names {gone} will name {kept}. You can take that back.",
                    gone=gone.name,
                    kept=kept.name,
                )
            )
        else:
            self.told.setText(text("Choose two entries for the same person."))
        self._fields.setWidget(inside)
        self.merge.setEnabled(kept is not None and gone is not None)

    def _add_fields(self, inside: QWidget, kept: Person, gone: Person) -> None:
        theme = self._context.theme
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, theme.space(2), 0, 0)
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(2))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        proposed = merged_person(kept, gone)
        for row, name in enumerate(differing_fields(kept, gone)):
            word = self._context.language.text(_FIELDS[name])
            label = QLabel(word, inside)
            label.setProperty("tone", "muted")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            if name == "focus_areas":
                grid.addWidget(self._together(proposed), row, 1, 1, 2)
                continue
            group = QButtonGroup(inside)
            is_lacking = not getattr(kept, name) and bool(getattr(proposed, name))
            for side, person in enumerate((kept, gone)):
                button = self._value_button(word, getattr(person, name))
                group.addButton(button, side)
                button.setChecked(side == int(is_lacking))
                grid.addWidget(button, row, 1 + side)
            self._groups[name] = group
        grid.setRowStretch(grid.rowCount(), 1)

    def _together(self, proposed: Person) -> QLabel:
        areas = self._context.language.join(list(proposed.focus_areas))
        label = QLabel(self._context.language.text("Both: {areas}", areas=areas))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumHeight(self._context.theme.control_height)
        return label

    def _value_button(self, word: str, value: object) -> QRadioButton:
        text = one_line(_written(value)) or self._context.language.text("(empty)")
        room = self._context.theme.length(_VALUE_WIDTH)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        button = QRadioButton(shown.replace("&", "&&"))
        button.setAccessibleName(f"{word}: {text}")
        button.setToolTip("" if shown == text else tip(text))
        return button

    def _set_busy(self, *, is_busy: bool) -> None:
        self._busy = is_busy
        self._bar.setVisible(is_busy)
        self.merge.setEnabled(not is_busy)
        self.kept.setEnabled(not is_busy)
        self.gone.setEnabled(not is_busy)

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)

    def _on_merged(self, merged: Merged) -> None:
        self._set_busy(is_busy=False)
        tell_merged(self._context, merged)
        super().accept()

    def _on_failed(self, error: PlannerError) -> None:
        self._set_busy(is_busy=False)
        self.refusal.setText(refusal(error, self._context.language))
        self.refusal.show()


def tell_merged(context: Context, merged: Merged) -> None:
    """Say what a merge did, and offer to take it back."""
    language = context.language
    told = language.count(
        "{gone} and {kept} are one now, also in {n} plan.",
        "{gone} and {kept} are one now, also in {n} plans.",
        len(merged.steps),
        gone=merged.gone.name,
        kept=merged.kept.name,
    )
    if merged.failed:
        told += " " + language.count(
            "{n} plan could not be changed, so both stay in the directory: {first}",
            "{n} plans could not be changed, so both stay in the directory: {first}",
            len(merged.failed),
            first=refusal(merged.failed[0][1], language),
        )
    context.desk.refresh()
    offer = Offer(language.text("Undo"), partial(_take_back, context, merged))
    context.messages.say(told, Tone.WARNING if merged.failed else Tone.GOOD, (offer,))


def _take_back(context: Context, merged: Merged) -> None:
    def done(failed: Sequence[object]) -> None:
        context.desk.refresh()
        text = context.language.text("{gone} is back.", gone=merged.gone.name)
        if failed:
            text += " " + context.language.count(
                "{n} plan has changed since and stays as it is.",
                "{n} plans have changed since and stay as they are.",
                len(failed),
            )
        context.messages.say(text, Tone.GOOD)

    def refused(error: PlannerError) -> None:
        context.messages.say(refusal(error, context.language), Tone.ERROR)

    Turns(unmerge(context.library, merged), done, refused, context.messages)


def _written(value: object) -> str:
    match value:
        case tuple():
            return ", ".join(map(_written, value))
        case Hours():
            return f"{value.start:%H:%M}\u2013{value.end:%H:%M}"
        case Span():
            return f"{value.start:%Y-%m-%d %H:%M}"
        case LoadLimit():
            return " / ".join(str(n) for n in (value.per_day, value.per_week) if n is not None)
        case _:
            return str(value)
