"""What is known of one record of the directory: its form, its plans, and what can be done with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.app.appearances import Appearance
from planner.domain.ids import OfficeId
from planner.domain.people import Candidate, Person
from planner.domain.places import Office
from planner.ui.context import Context
from planner.ui.controls.avatar import Avatar
from planner.ui.controls.buttons import DangerButton, LinkButton, PlainButton, PrimaryButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.section import Section
from planner.ui.controls.text_area import TextArea
from planner.ui.models.directory_rows import DirectoryRow
from planner.ui.panels.directory_form import DirectoryForm
from planner.ui.theme.theme import Theme

_SIDE = 40  # of the avatar
_MOST_PLANS = 12


class DirectoryDetails(QScrollArea):
    """The right side of the directory. Its signals name the record that is shown."""

    edited = Signal(object)
    plan_chosen = Signal(object)
    use_wanted = Signal(object)
    merge_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._row: DirectoryRow | None = None
        self._form: DirectoryForm | None = None
        self._name: ElidedLabel | None = None
        self._plans: Section | None = None
        self._use: QPushButton | None = None
        self._avatar: Avatar | None = None
        self._kept: QWidget | None = None
        self._discard: QPushButton | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(context.language.text("Details"))

    @property
    def form(self) -> DirectoryForm | None:
        """Return the form, None for a candidate or nothing."""
        return self._form

    def show_row(
        self, row: DirectoryRow, offices: Mapping[OfficeId, Office], *, is_in_plan: bool
    ) -> None:
        """Show a record; the form stays, with its focus, while it is the same one.

        One without a name is new, and nothing but its form is shown.
        """
        if not self._shows(row):
            self._end_typing()
        is_same = self._shows(row)
        self._row = row
        if not is_same or self.widget() is None:
            self._build(row, offices)
        elif self._form is not None and not isinstance(row.record, Candidate):
            self._form.show_record(row.record)
        if self._name is not None:
            new = self._context.language.text("New entry")
            self._name.set_text(row.record.name or new)
        self._show_whether_kept(row)
        self._show_plans(row.appearances)
        self._show_use(is_in_plan=is_in_plan)

    def clear(self) -> None:
        """Show nothing."""
        self._row = self._form = self._plans = self._use = self._name = None
        self._avatar = self._kept = self._discard = None
        self._put(QWidget())

    def _shows(self, row: DirectoryRow) -> bool:
        return self._row is not None and self._row.key == row.key

    def _end_typing(self) -> None:
        """Let the form tell what is typed in it, before it goes."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | TextArea) and self.isAncestorOf(focused):
            focused.clearFocus()

    def _put(self, inside: QWidget) -> None:
        """Show something else; what was there may just be telling that it was left, so it goes later."""
        before = self.widget()
        if before is not None:
            before.hide()
            self.takeWidget()
            before.setParent(self)
            before.deleteLater()
        self.setWidget(inside)

    def _build(self, row: DirectoryRow, offices: Mapping[OfficeId, Office]) -> None:
        theme = self._context.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(4))
        column.addLayout(self._head(row))
        self._form = self._plans = self._use = self._kept = self._discard = None
        self._plans = Section(theme, self._context.language.text("In plans"), inside)
        if isinstance(row.record, Candidate):
            column.addWidget(self._facts(row))
            column.addWidget(self._plans)
        else:
            self._form = DirectoryForm(self._context, row.record, offices, inside)
            self._form.edited.connect(self.edited)
            column.addWidget(self._form)
            column.addWidget(self._plans)
            self._kept = self._buttons(row)
            column.addWidget(self._kept)
            self._discard = PlainButton(theme, self._context.language.text("Discard"), "x", inside)
            self._discard.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not keep the name
            self._discard.clicked.connect(self._on_discard)
            column.addWidget(self._discard)
        column.addStretch(1)
        self._put(inside)

    def _show_whether_kept(self, row: DirectoryRow) -> None:
        """Offer what can be done with a record once it has a name; the form around it stays."""
        is_kept = bool(row.record.name)
        if self._avatar is not None:
            self._avatar.set_name(row.record.name)
            self._avatar.setVisible(is_kept)
        for widget in filter(None, (self._plans, self._kept)):
            widget.setVisible(is_kept)
        if self._discard is not None:
            self._discard.setVisible(not is_kept)

    def _head(self, row: DirectoryRow) -> QHBoxLayout:
        theme = self._context.theme
        line = QHBoxLayout()
        line.setSpacing(theme.space(3))
        self._avatar = None
        if isinstance(row.record, Person | Candidate):
            self._avatar = Avatar(theme, row.record.name, _SIDE)
            line.addWidget(self._avatar)
        self._name = ElidedLabel(row.record.name)
        self._name.setProperty("scale", "title")
        if self._avatar is not None:  # fields must not slide away when the first name brings it
            self._name.setMinimumHeight(self._avatar.sizeHint().height())
        line.addWidget(self._name, 1)
        return line

    def _facts(self, row: DirectoryRow) -> QWidget:
        text = self._context.language.text
        section = Section(self._context.theme, text("Candidate"))
        record = row.record
        if isinstance(record, Candidate):
            facts = (str(row.cells[1]), record.email, record.phone, record.zone)
            for fact in filter(None, facts):
                label = QLabel(fact)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                section.add(label)
        hint = QLabel(text("Candidates belong to their plan and are changed there."))
        hint.setProperty("tone", "muted")
        hint.setWordWrap(True)
        section.add(hint)
        return section

    def _buttons(self, row: DirectoryRow) -> QWidget:
        theme, text = self._context.theme, self._context.language.text
        buttons = QWidget()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        self._use = PrimaryButton(theme, "", "plus")
        self._use.clicked.connect(lambda: self._tell(self.use_wanted))
        column.addWidget(self._use)
        line = QHBoxLayout()
        line.setSpacing(theme.space(2))
        if isinstance(row.record, Person):
            merge = PlainButton(theme, text("Merge"), "git-merge")
            merge.setAccessibleDescription(text("Make one of two entries for the same person"))
            merge.setToolTip(text("Make one of two entries for the same person"))
            merge.clicked.connect(lambda: self._tell(self.merge_wanted))
            line.addWidget(merge, 1)
        delete = DangerButton(theme, text("Delete"), "trash")
        delete.clicked.connect(lambda: self._tell(self.delete_wanted))
        line.addWidget(delete, 1)
        column.addLayout(line)
        return buttons

    def _show_use(self, *, is_in_plan: bool) -> None:
        if self._use is None:
            return
        text = self._context.language.text
        self._use.setVisible(self._context.desk.is_open)
        self._use.setText(text("Update in this plan") if is_in_plan else text("Use in this plan"))
        self._use.setIcon(
            self._context.theme.icon("refresh" if is_in_plan else "plus", "on_accent")
        )

    def _show_plans(self, found: Sequence[Appearance]) -> None:
        """Fill the list of plans anew; it holds buttons alone, so nothing typed can be lost."""
        if self._plans is None:
            return
        for old in self._plans.findChildren(QWidget, options=_DIRECT):
            if old is not self._plans.caption:
                old.hide()
                old.deleteLater()
        by_plan = {item.plan.id: item for item in found}
        for item in list(by_plan.values())[:_MOST_PLANS]:
            self._plans.add(self._plan_line(item))
        hidden = len(by_plan) - _MOST_PLANS
        if hidden > 0:
            count = self._context.language.count("and {n} more", "and {n} more", hidden)
            self._plans.add(plain_label(count, "small", "muted"))
        if not by_plan:
            self._plans.add(
                plain_label(self._context.language.text("In no plan yet."), "small", "muted")
            )

    def _plan_line(self, item: Appearance) -> QWidget:
        language = self._context.language
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = _PlanButton(self._context.theme, item.plan.title)
        name.setAccessibleName(language.text("Open {plan}", plan=item.plan.title))
        name.clicked.connect(lambda: self.plan_chosen.emit(item.plan.id))
        row.addWidget(name, 1)
        day = language.date(item.plan.first_day) if item.plan.first_day is not None else ""
        row.addWidget(plain_label(day, "small", "muted"))
        return line

    def _on_discard(self) -> None:
        if self._form is not None:
            self._form.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
        self._tell(self.delete_wanted)

    def _tell(self, signal: SignalInstance) -> None:
        if self._row is not None:
            signal.emit(self._row.record)


class _PlanButton(LinkButton):
    """A link to a plan that shortens its title where the room ends."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, "")
        self._title = title
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the title anew."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * self.fontMetrics().averageCharWidth()
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
