"""The problems of the open plan: what is wrong, one click to mend it, and what is lived with."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.domain.edits.base import Edit
from planner.domain.edits.document import UnignoreProblem
from planner.domain.problems import Severity
from planner.domain.subjects import Subject
from planner.formats.wording.edits import label
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.menu import Menu
from planner.ui.models.problem_rows import Fix, ProblemRow
from planner.ui.models.problem_ways import OF_PLAN
from planner.ui.models.problems_model import ProblemsModel
from planner.ui.panels.problems_view import ProblemsView
from planner.ui.undo_offer import tell_done

_ORIGIN = "problems"
_FILTER_WIDTH = 45  # steps of the grid


class ProblemsPanel(QWidget):
    """Shows what the checks found, and changes the plan only by the fixes that they offer.

    ``jumped`` tells the code of a problem whose record is shown now.
    """

    jumped = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = ProblemsModel(context.language, self)
        self.view = ProblemsView(context, self.model, self)
        self.people = QComboBox(self)
        self._counter = QLabel(self)
        self._toggle = LinkButton(context.theme, "", parent=self)
        self._empty = QLabel(self)
        self._body = QStackedWidget(self)
        self._build()
        self._listen()
        self._refresh()

    def show_severity(self, severity: Severity | None = None) -> None:
        """Put the focus on the first problem of a severity, or on the first of all."""
        if severity is not None and self.model.person is not None:
            self.people.setCurrentIndex(0)
        row = 0 if severity is None else self.model.first_of(severity)
        if 0 <= row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def fix(self, row: ProblemRow, fix: Fix | None = None) -> None:
        """Make a fix, the best one where none is named, and offer to take it back."""
        chosen = fix or next(iter(row.fixes), None)
        if chosen is None:
            self.jump(row)
        else:
            self._apply(chosen.edit)

    def jump(self, row: ProblemRow) -> None:
        """Show what a problem is about."""
        if row.problem.code in OF_PLAN:
            self._context.desk.select(())
            self.jumped.emit(row.problem.code)
        elif row.problem.subjects:
            self._context.desk.reveal(row.problem.subjects[0])
            self.jumped.emit(row.problem.code)

    def ignore(self, row: ProblemRow) -> None:
        """Ask why somebody lives with a problem; show it again where somebody does already."""
        if row.is_ignored:
            self._apply(UnignoreProblem(row.problem.key))
            return
        from planner.ui.dialogs.ignore_dialog import IgnoreDialog  # noqa: PLC0415 -- slow import

        IgnoreDialog(self._context, self, problem=row.problem).open()

    def menu_for(self, row: ProblemRow) -> Menu:
        """Return everything that can be done about a problem."""
        theme, words = self._context.theme, self._context.language
        menu = Menu(parent=self)
        for fix in row.fixes:
            action = menu.addAction(theme.icon("wand"), fix.label.replace("&", "&&"))
            action.triggered.connect(lambda _=False, fix=fix: self.fix(row, fix))
        if row.fixes:
            menu.addSeparator()
        show = menu.addAction(theme.icon("target"), words.text("Show"))
        show.triggered.connect(lambda: self.jump(row))
        text = words.text("Show again") if row.is_ignored else words.text("Ignore\u2026")
        ignore = menu.addAction(theme.icon("eye" if row.is_ignored else "eye-off"), text)
        ignore.triggered.connect(lambda: self.ignore(row))
        return menu

    def _build(self) -> None:
        space, words = self._context.theme.space, self._context.language
        column = QVBoxLayout(self)
        column.setContentsMargins(space(5), space(2), space(5), space(2))
        column.setSpacing(space(1))
        column.addLayout(self._head())
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("tone", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(0, space(2), 0, 0)
        self._body.addWidget(self.view)
        self._body.addWidget(self._empty)
        column.addWidget(self._body, 1)
        self.setAccessibleName(words.text("Problems"))

    def _head(self) -> QHBoxLayout:
        theme, words = self._context.theme, self._context.language
        title = QLabel(words.text("Problems"), self)
        title.setProperty("scale", "strong")
        title.setBuddy(self.people)  # some screen readers take the name of a list from its label
        self.people.setAccessibleName(words.text("Whose problems are shown"))
        self.people.setMaximumWidth(theme.space(_FILTER_WIDTH))
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._counter.setProperty("tone", "muted")
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(title)
        head.addWidget(self.people)
        head.addStretch(1)
        head.addWidget(self._counter)
        head.addWidget(self._toggle)
        return head

    def _listen(self) -> None:
        self.view.jump_asked.connect(self.jump)
        self.view.fix_asked.connect(self.fix)
        self.view.ignore_asked.connect(self.ignore)
        self.view.menu_asked.connect(self._open_menu)
        self.people.currentIndexChanged.connect(self._on_person_chosen)
        self._toggle.clicked.connect(self._on_toggled)
        self._context.desk.opened.connect(self._refresh)
        self._context.desk.changed.connect(self._refresh)

    def _refresh(self, _change: object = None) -> None:
        desk = self._context.desk
        self.model.show(desk.checked if desk.is_open else None)
        self._fill_people()
        self._tell()

    def _fill_people(self) -> None:
        """Offer whom the problems concern, and touch the box only where that has changed."""
        everybody = (None, self._context.language.text("Everybody"))
        wanted = [everybody, *self.model.people()]
        box = self.people
        if wanted == [(box.itemData(n), box.itemText(n)) for n in range(box.count())]:
            return
        box.blockSignals(True)  # noqa: FBT003 -- Qt's signature
        box.clear()
        for who, name in wanted:
            box.addItem(name, who)
        box.setCurrentIndex([who for who, _ in wanted].index(self.model.person))
        box.blockSignals(False)  # noqa: FBT003 -- Qt's signature

    def _tell(self) -> None:
        """Say how many there are, and that nothing is wrong where there are none."""
        words, model = self._context.language, self.model
        parts = [words.text("{n} open", n=model.open_count)]
        if model.person is not None:
            shown = sum(not row.is_ignored for row in model.rows)
            parts = [words.text("{shown} of {n} open", shown=shown, n=model.open_count)]
        if model.ignored_count:
            parts.append(words.text("{n} ignored", n=model.ignored_count))
        self._counter.setText(" · ".join(parts))
        self._toggle.setVisible(bool(model.ignored_count))
        self._toggle.setText(
            words.text("Hide ignored") if model.shows_ignored else words.text("Show ignored")
        )
        self.people.setVisible(self.people.count() > 1)
        self._empty.setText(self._nothing())
        self._body.setCurrentIndex(0 if model.rowCount() else 1)

    def _nothing(self) -> str:
        words = self._context.language
        if self.model.open_count:
            return words.text("No problem concerns {name}.", name=self.people.currentText())
        return words.text("Nothing is wrong with this plan.")

    def _on_person_chosen(self, _number: int) -> None:
        who = self.people.currentData()
        self.model.show_person(who if isinstance(who, Subject) else None)
        self._tell()

    def _on_toggled(self) -> None:
        self.model.show_ignored(shown=not self.model.shows_ignored)
        self._tell()

    def _apply(self, edit: Edit) -> None:
        desk, words = self._context.desk, self._context.language
        said = label(edit, desk.plan, words)
        if desk.apply(edit, _ORIGIN):
            tell_done(self._context, words.text("Done: {label}.", label=said), edit)

    def _open_menu(self, row: ProblemRow, point: QPoint) -> None:
        menu = self.menu_for(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)
