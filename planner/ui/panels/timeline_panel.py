"""The timeline of the shown day: bar above, day in the middle, waiting blocks below."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from planner.domain.edits.details import ChangeDetails
from planner.domain.ids import BlockId
from planner.domain.slots import free_slot, snapped
from planner.domain.spans import Span
from planner.domain.times import Moment
from planner.ui.actions.action import Scope
from planner.ui.context import Context
from planner.ui.controls.empty_state import EmptyState
from planner.ui.timeline import proposals
from planner.ui.timeline.board import Item
from planner.ui.timeline.columns import Arrangement, Column, ColumnKind, days, unscheduled
from planner.ui.timeline.context_menu import block_menu, columns_menu, day_menu
from planner.ui.timeline.day_bar import DayBar
from planner.ui.timeline.day_layout import shown_hours
from planner.ui.timeline.faces import face_of, spoken
from planner.ui.timeline.focus import Selection, Step, focused_item, stepped
from planner.ui.timeline.snapping import GRID
from planner.ui.timeline.stage import ORIGIN, Stage
from planner.ui.timeline.title_editor import TitleEditor
from planner.ui.timeline.tooltips import tooltip
from planner.ui.timeline.tray import Tray

_ARROWS = {
    Qt.Key.Key_Up: Step.EARLIER,
    Qt.Key.Key_Down: Step.LATER,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}
_ZOOM_STEP = 1.25
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_WAITING = Column(ColumnKind.TEAM)


class TimelinePanel(QWidget):
    """One day of the open plan as a picture that is edited with mouse and keys."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.desk
        self.bar = DayBar(context, self)
        self.stage = Stage(context, self)
        self.view = self.stage.view
        self.tray = Tray(self.stage.look, context.language, self)
        self.view.tray = self.tray
        self.editor = TitleEditor(context.language.text("Title"), self.view)
        self.hint = self._made_hint()
        self._build()
        self._connect()
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus with the arrows; with Shift the selection grows."""
        step = _ARROWS.get(Qt.Key(event.key()))
        extends = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        is_plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _NO_KEYS
        if event.key() == Qt.Key.Key_Escape and self._desk.selection:
            self._desk.select(())
        elif step is not None and (is_plain or extends) and self.stage.board is not None:
            self.stage.select(
                stepped(self.stage.board, self.stage.selection, step, extends=extends)
            )
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on: a focus proxy would let Tab pass by what stands before it."""
        self.view.setFocus(event.reason())

    def edit_title(self, block: BlockId) -> None:
        """Let the title of a block be typed where it stands."""
        if self.stage.board is None:
            return
        item = focused_item(self.stage.board, Selection((block,), self.stage.selection.column))
        if item is not None:
            self.stage.bring_into_view()
            title = self._desk.plan.block(block).title
            self.editor.edit(block, title, self._place_of(item))

    def schedule(self, block: BlockId) -> None:
        """Give a waiting block the first free time of the shown hours."""
        board, desk = self.stage.board, self._desk
        if board is None:
            return
        length = proposals.length_in(desk.plan, desk.plan.block(block))
        first, last = shown_hours(desk.agenda, board.day)
        candidates = desk.plan.block(block).candidates
        taken = [
            Span(*(board.scale.moment_of(s).instant for s in (entry.start, entry.end)))
            for entry in desk.agenda.entries
            if not candidates or set(candidates) & set(entry.block.candidates)
        ]
        found = free_slot(taken, length, Span(first.instant, last.instant))
        if found is not None:
            start = snapped(first.moved(found.span.start - first.instant), timedelta(minutes=1))
            edit = proposals.schedule(desk.plan, block, start, _WAITING)
            if edit is not None and desk.apply(edit, ORIGIN):
                self.stage.select(Selection((block,)))
                self.view.setFocus()

    def _build(self) -> None:
        self.setAccessibleName(self._context.language.text("Timeline"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.tray)
        self.bar.arrangement.set_value(self.stage.arrangement)

    def _connect(self) -> None:
        desk, stage, bar = self._desk, self.stage, self.bar
        for signal in (desk.opened, desk.changed, desk.day_shown):
            signal.connect(self._refresh)
        desk.selected.connect(self.tray.show_selection)
        bar.day_chosen.connect(desk.show_day)
        bar.arrangement_chosen.connect(stage.arrange)
        bar.zoom_asked.connect(stage.zoom)
        bar.fit_asked.connect(stage.fit)
        bar.columns_asked.connect(self._on_columns_asked)
        stage.drag_changed.connect(lambda is_on: self.tray.show_target(is_target=is_on))
        self.view.opened.connect(self.edit_title)
        self.view.resized.connect(self._place_hint)
        self.view.menu_asked.connect(self._on_menu_asked)
        self.view.tip_asked.connect(self._on_tip_asked)
        self.view.header.clicked.connect(self._on_column_clicked)
        self.editor.typed.connect(self._on_title_typed)
        self.tray.chosen.connect(lambda block: desk.select((block,)))
        self.tray.held.connect(self.view.begin_waiting)
        self.tray.moved.connect(self.view.drag_to)
        self.tray.let_go.connect(self.view.drop_at)
        self.tray.schedule_asked.connect(self.schedule)
        self._connect_actions()

    def _connect_actions(self) -> None:
        actions = self._context.actions
        actions.attach(self, Scope.TIMELINE)
        actions.action("zoom_in").triggered.connect(lambda: self.stage.zoom(_ZOOM_STEP))
        actions.action("zoom_out").triggered.connect(lambda: self.stage.zoom(1 / _ZOOM_STEP))
        actions.action("fit_day").triggered.connect(self.stage.fit)
        actions.action("edit_title").triggered.connect(self._on_edit_asked)

    def _refresh(self, _what: object = None) -> None:
        desk, language = self._desk, self._context.language
        if not desk.is_open:
            self.bar.show_day(None, {})
            self.tray.show_blocks([])
            return
        if desk.day is None:  # Nothing has a time yet: one draws on today's page.
            desk.show_day(Moment(self._context.clock.now(), desk.plan.zone()).day)
            return
        plan = desk.plan
        self.bar.show_day(desk.day, days(desk.agenda))
        self.tray.show_blocks(
            [
                (block.id, face_of(block, _WAITING, plan, language), spoken(block, plan, language))
                for block in unscheduled(plan)
            ]
        )
        self.tray.show_selection(desk.selection)
        self._place_hint()

    def _made_hint(self) -> EmptyState:
        text = self._context.language.text
        hint = EmptyState(
            self._context.theme,
            "calendar-plus",
            text("Nothing is planned on this day"),
            text("Drag downwards to draw the first block, or paste a timetable."),
            self.view,
        )
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return hint

    def _place_hint(self) -> None:
        board = self.stage.board
        self.hint.setVisible(
            board is not None and not any(column.placed for column in board.columns)
        )
        self.hint.setGeometry(self.view.viewport().geometry())

    def _place_of(self, item: Item) -> QRect:
        rect = item.rect
        corner = self.view.mapFromScene(rect.x, rect.y)
        place = self.view.viewport().mapTo(self.view, corner)
        theme = self._context.theme
        width = max(round(rect.width), theme.length(160))
        return QRect(place.x(), place.y(), width, theme.control_height)

    def _on_menu_asked(self, on_screen: QPoint) -> None:
        board = self.stage.board
        at = self.view.viewport().mapFromGlobal(on_screen)
        if board is None:
            return
        target, place = self.view.target_at(at), self.view.mapToScene(at)
        moment = snapped(board.scale.moment_at(place.y()), GRID)
        if target is not None:
            block = target.item.block
            if block not in self._desk.selection:
                column = board.columns[target.item.column].key
                self.stage.select(Selection((block,), column))
            menu = block_menu(self._context, board, block, moment, self)
        else:
            column_number = board.strip.column_at(place.x())
            if column_number is None:
                return
            menu = day_menu(self._context, board, board.columns[column_number], moment, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(on_screen)

    def _on_columns_asked(self) -> None:
        stage, button = self.stage, self.bar.more
        if stage.board is not None:
            menu = columns_menu(self._context, stage.board, stage.also, stage.show_also, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_tip_asked(self, at: QPoint, on_screen: QPoint) -> None:
        target = self.view.target_at(at)
        if target is None:
            QToolTip.hideText()
        else:
            text = tooltip(target.item.block, self._desk, self._context.language)
            QToolTip.showText(on_screen, text, self.view)

    def _on_column_clicked(self, number: int) -> None:
        board = self.stage.board
        if board is not None:
            blocks = tuple(item.block for item in board.by_column[number])
            self.stage.select(Selection(blocks, board.columns[number].key))

    def _on_edit_asked(self) -> None:
        if self._desk.selection:
            self.edit_title(self._desk.selection[-1])

    def _on_title_typed(self, block: BlockId, title: str) -> None:
        known = self._desk.plan.blocks.get(block)
        if known is not None and known.title != title:
            self._desk.apply(ChangeDetails(block, title=title), ORIGIN)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show people, rooms, both or neither beside the candidates."""
        self.bar.arrangement.set_value(arrangement)
        self.stage.arrange(arrangement)

    def show_date(self, day: date) -> None:
        """Show a date."""
        self._desk.show_day(day)
