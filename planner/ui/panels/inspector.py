"""The inspector: everything about what is selected, one field at a time, nothing that does not matter."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.domain.blocks import Block
from planner.domain.ids import BlockId
from planner.formats.plaintext import one_line
from planner.formats.wording.terms import term
from planner.ui.context import Context
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.empty_state import EmptyState
from planner.ui.controls.plain_label import plain_label
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.manners import Manners
from planner.ui.inspector.plan_form import PlanForm
from planner.ui.models.problem_ways import OF_PLAN
from planner.ui.theme import metrics
from planner.ui.theme.theme import Theme

if TYPE_CHECKING:
    from planner.ui.inspector.block_form import BlockForm
    from planner.ui.inspector.several_form import SeveralForm

WIDTH = 320


class Inspector(QWidget):
    """Shows the form of one block, of several blocks, or of the plan where none is selected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.desk
        self._selection: tuple[BlockId, ...] = ()
        self._is_flushing = False
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.language.text("Inspector"))
        self._acquaintances = Acquaintances(context.library)
        self.title = ElidedLabel(parent=self)
        self.title.setProperty("scale", "title")
        self.subtitle = ElidedLabel(parent=self)
        self.subtitle.setProperty("tone", "muted")
        self.hint = plain_label(tone="muted", is_wrapped=True)
        self._pages = QStackedWidget(self)
        self._scrolled: dict[BlockForm | SeveralForm | PlanForm, _Scrolled] = {}
        self._empty = self._empty_state()
        self._arrange()
        self._desk.opened.connect(self._on_opened)
        self._desk.changed.connect(self.refresh)
        self._desk.selected.connect(self._on_selected)
        self._on_opened()

    @cached_property
    def block_form(self) -> "BlockForm":
        """Return the form of one block, made when it is first asked for."""
        from planner.ui.inspector.block_form import BlockForm  # noqa: PLC0415 -- slow import

        return BlockForm(self._context, self._acquaintances)

    @cached_property
    def several_form(self) -> "SeveralForm":
        """Return the form of several blocks, made when it is first asked for."""
        from planner.ui.inspector.several_form import SeveralForm  # noqa: PLC0415 -- slow import

        return SeveralForm(self._context, self._acquaintances)

    @cached_property
    def plan_form(self) -> PlanForm:
        """Return the form of the plan, made when it is first asked for."""
        return PlanForm(self._context, self._acquaintances)

    def refresh(self, _change: object = None) -> None:
        """Show what is selected as it is now; what somebody is typing stays."""
        if self._is_flushing:
            return
        if not self._desk.is_open:
            self._show_nothing()
            return
        chosen = tuple(b for b in self._selection if b in self._desk.plan.blocks)
        if len(chosen) == 1:
            self._show_block(self._desk.plan.block(chosen[0]))
        elif chosen:
            self._show_several(chosen)
        else:
            self._show_plan()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the directory anew: it may have been edited on another page."""
        super().showEvent(event)
        self._acquaintances.forget()
        if isinstance(self._form(), PlanForm):
            self.refresh()  # its lists hold the directory

    def minimumSizeHint(self) -> QSize:
        """Return the width that its forms are made for."""
        hint = super().minimumSizeHint()
        hint.setWidth(self._context.theme.length(WIDTH))
        return hint

    def sizeHint(self) -> QSize:
        """Return the width that its forms are made for: wider, it would take it from the day."""
        hint = super().sizeHint()
        hint.setWidth(self._context.theme.length(WIDTH))
        return hint

    def lead_to(self, code: str) -> bool:
        """Bring the focus to the field that mends a problem, of block or plan, if there is one."""
        if code in OF_PLAN and not self._selection and self._desk.is_open:
            return self.plan_form.lead_to(code)
        return len(self._selection) == 1 and self.block_form.lead_to(code)

    def _on_opened(self) -> None:
        self._acquaintances.forget()
        self._selection = self._desk.selection
        self.refresh()

    def _on_selected(self, selection: tuple[BlockId, ...]) -> None:
        self._flush()
        self._selection = selection
        self.refresh()

    def _flush(self) -> None:
        """Take what is typed for what was selected before, while that is still shown."""
        form = self._form()
        if form is None or not self._desk.is_open:
            return
        self._is_flushing = True
        try:
            form.flush()
        finally:
            self._is_flushing = False

    def _form(self) -> "BlockForm | SeveralForm | PlanForm | None":
        shown = self._pages.currentWidget()
        return next((form for form, page in self._scrolled.items() if page is shown), None)

    def _show_block(self, block: Block) -> None:
        language = self._context.language
        kind = term(block.kind, language)
        parts = [kind] if block.mode is None else [kind, term(block.mode, language)]
        self._head(one_line(block.title) or kind, " \u00b7 ".join(parts))
        shown = self._scrolled.get(self.block_form)
        place = shown.place() if shown is not None and block.id == self.block_form.shown else None
        self.block_form.show_block(block.id)
        self._show_form(self.block_form)
        if shown is not None and place is not None:
            shown.keep_place(place)

    def _show_several(self, blocks: tuple[BlockId, ...]) -> None:
        language, plan = self._context.language, self._desk.plan
        names = [
            one_line(plan.block(b).title) or term(plan.block(b).kind, language) for b in blocks
        ]
        title = language.count("{n} block selected", "{n} blocks selected", len(blocks))
        self._head(title, language.join(names))
        self.several_form.show_blocks(blocks)
        self._show_form(self.several_form)

    def _show_plan(self) -> None:
        text = self._context.language.text
        plan = self._desk.plan
        hint = text("Select a block to see its details.")
        if not plan.blocks:
            hint = text("No blocks yet: paste a timetable, or drag on the timeline.")
        self._head(text("About this plan"), "", hint)
        self.plan_form.show_plan(plan)
        self._show_form(self.plan_form)

    def _show_nothing(self) -> None:
        self._head("", "")
        self._show_page(self._empty)

    def _head(self, title: str, subtitle: str, hint: str = "") -> None:
        self.title.set_text(title)
        self.subtitle.set_text(subtitle)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.title.setVisible(bool(title))
        self.subtitle.setVisible(bool(subtitle))

    def _show_form(self, form: "BlockForm | SeveralForm | PlanForm") -> None:
        if form not in self._scrolled:
            page = self._scrolled[form] = _Scrolled(form, self._context.theme)
            self._pages.addWidget(page)
        self._show_page(self._scrolled[form])

    def _show_page(self, page: QWidget) -> None:
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)

    def _empty_state(self) -> EmptyState:
        text = self._context.language.text
        return EmptyState(
            self._context.theme,
            "calendar",
            text("No plan is open"),
            text("Open one at the left, or make a new one with Ctrl+N."),
            self,
        )

    def _arrange(self) -> None:
        theme = self._context.theme
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(4), 0, 0)
        column.setSpacing(theme.space(0.5))
        for line in (self.title, self.subtitle, self.hint):
            line.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
            column.addWidget(line)
        column.addSpacing(theme.space(2))
        column.addWidget(self._pages, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)


class _Scrolled(QScrollArea):
    """Scrolls a form up and down; its fields are as wide with a scroll bar as without."""

    def __init__(self, form: QWidget, theme: Theme) -> None:
        super().__init__()
        self._edge, self._bar = theme.space(4), theme.length(metrics.SCROLL_BAR)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.addWidget(form)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._leave_room)
        self._leave_room(0, 0)
        Manners(self).teach(form)

    def place(self) -> tuple[QWidget, int] | None:
        """Return the field that has the focus and how far down it is seen; None where none has."""
        field = QApplication.focusWidget()
        if field is None or not self.isAncestorOf(field):
            return None
        return field, field.mapTo(self.viewport(), QPoint()).y()

    def keep_place(self, place: tuple[QWidget, int]) -> None:
        """Scroll so that a field is seen where it was: the pointer may be about to click there."""
        field, before = place
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if field.isVisibleTo(self):
            moved = field.mapTo(self.viewport(), QPoint()).y() - before
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _leave_room(self, first: int, last: int) -> None:
        right = self._edge - (self._bar if last > first else 0)
        self._column.setContentsMargins(self._edge, 0, right, self._edge)
