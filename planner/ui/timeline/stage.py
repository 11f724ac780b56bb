"""The stage: keeps scene and view in step with the desk, and carries out what gestures ask for."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.app.changes import Change
from planner.domain.blocks import Block
from planner.domain.ids import BlockId
from planner.domain.problems import SEVERITIES, Problem, Severity
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.ui.context import Context
from planner.ui.timeline.accessibility import make_accessible
from planner.ui.timeline.board import Board, Item
from planner.ui.timeline.bubble import Bubble
from planner.ui.timeline.columns import Arrangement
from planner.ui.timeline.day_layout import DayLayout, laid_out, shown_hours
from planner.ui.timeline.faces import Face, face_of
from planner.ui.timeline.focus import Selection, focused_item
from planner.ui.timeline.foretelling import Foretelling
from planner.ui.timeline.leaving_lines import LeavingLines
from planner.ui.timeline.look import Look
from planner.ui.timeline.places import keep_arrangement, keep_column, kept_arrangement, kept_column
from planner.ui.timeline.pointers import Feedback, GestureKind, Release
from planner.ui.timeline.scene import DayScene
from planner.ui.timeline.view import DayView

ORIGIN = "timeline"

_AFTER_LEAVING = timedelta(minutes=20)
_AROUND = 12  # pixels above and below a fitted day


class Stage(QObject):
    """One day of the open plan, drawn and edited.

    ``drag_changed`` tells whether a block is dragged that may leave the day.
    """

    drag_changed = Signal(bool)
    refreshed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.desk
        self._look = Look(context.theme)
        self.scene = DayScene(self._look, self)
        self.view = DayView(self._look, context.language, self.scene, parent)
        self._accessible = make_accessible(self.view, context.language)
        self.bubble = Bubble(self._look, self.view)
        self._foretelling = Foretelling(context, self.scene, self.bubble, self)
        self._arrangement = kept_arrangement(context.memory)
        self._also: tuple[Subject, ...] = ()
        self._leaving = LeavingLines(context.language)
        self._seen: dict[date, dict[Subject, None]] = {}
        self._pixels_per_minute = 1.0
        self._is_fitted = True
        self._is_dragging = False
        self._column: tuple[str, str] | None = kept_column(context.memory)
        self._hovered: Item | None = None
        self._dimmed: tuple[BlockId, ...] = ()
        self._faces: dict[tuple[BlockId, tuple[str, str]], tuple[Block, object, Face]] = {}
        self._severities: dict[str, Severity] = {}
        self._told: BlockId | None = None
        self.board: Board | None = None
        self._connect()
        self._on_opened()

    @property
    def look(self) -> Look:
        """Return fonts, colours and lengths."""
        return self._look

    @property
    def selection(self) -> Selection:
        """Return what is selected, and in which column the focus is."""
        return Selection(self._desk.selection, self._column)

    @property
    def arrangement(self) -> Arrangement:
        """Return what stands beside the candidates."""
        return self._arrangement

    @property
    def also(self) -> tuple[Subject, ...]:
        """Return who has a column though there is nothing of theirs on the day."""
        day = self._desk.day
        return tuple(dict.fromkeys((*self._also, *(self._seen.get(day, ()) if day else ()))))

    @property
    def pixels_per_minute(self) -> float:
        """Return the scale."""
        return self._pixels_per_minute

    def arrange(self, arrangement: Arrangement) -> None:
        """Show people, rooms, both or neither beside the candidates."""
        if arrangement is not self._arrangement:
            self._arrangement = arrangement
            keep_arrangement(self._context.memory, arrangement)
            self.refresh()

    def show_also(self, subjects: tuple[Subject, ...]) -> None:
        """Show columns also for these, who have nothing on that day."""
        self._also = subjects
        if self._desk.day is not None:
            seen = self._seen.get(self._desk.day, {})
            self._seen[self._desk.day] = {s: None for s in seen if s in subjects}
        self.refresh()

    def select(self, selection: Selection) -> None:
        """Select blocks, with the focus in a column, and bring the last one into view."""
        self._column = selection.column
        keep_column(self._context.memory, selection.column)
        self._desk.select(selection.blocks)
        self._show_states()
        self.bring_into_view()

    def bring_into_view(self) -> None:
        """Scroll so that the focused block is seen."""
        item = focused_item(self.board, self.selection) if self.board is not None else None
        if item is not None:
            rect = item.rect
            space = self._context.theme.space(2)
            self.view.ensureVisible(rect.x, rect.y, rect.width, rect.height, space, space)

    def fit(self) -> None:
        """Let the hours of the day fill the window."""
        self._is_fitted = True
        self._fit()

    def zoom(self, factor: float, y: float | None = None) -> None:
        """Enlarge the hours; what lies at ``y`` of the viewport, or in its middle, stays there."""
        if self.board is None:
            return
        self._is_fitted = False
        anchor = self.view.viewport().height() / 2 if y is None else y
        scroll = self.view.verticalScrollBar().value()
        zoomed = self.board.scale.zoomed(factor, anchor + scroll)
        self._pixels_per_minute = zoomed.pixels_per_minute
        self.refresh()
        self.view.verticalScrollBar().setValue(round(scroll - zoomed.top))
        self._context.memory.keep("timeline/scale", self._pixels_per_minute)

    def refresh(self) -> None:
        """Lay the day out anew; what has not changed is not painted again."""
        desk = self._desk
        if not desk.is_open or desk.day is None:
            self.board = None
            self.scene.show_nothing()
            self.view.show_board(None)
            self.refreshed.emit()
            return
        look = self._look
        layout = DayLayout(
            desk.day,
            self._arrangement,
            self._pixels_per_minute,
            float(self.view.viewport().width()),
            look.least_column,
            look.column_gutter,
            self.also,
        )
        self._severities = _severities(desk.checked.open)
        self.board = laid_out(desk.agenda, layout, desk.projection)
        self._remember_columns(self.board)
        self.scene.show_board(self.board, self._face, self.view.near_columns(self.board))
        self.scene.show_leaves(self._leaving.marks(self.board, desk.projection))
        self.view.show_board(self.board, desk.selection)
        self._show_states()
        self.refreshed.emit()

    def _remember_columns(self, board: Board) -> None:
        """Keep the columns of people and rooms: they are still there without anything to do."""
        seen = self._seen.setdefault(board.day, {})
        busy = (column for column in board.columns if column.placed)
        shown = (column for column in busy if column.person or column.room)
        seen.update(dict.fromkeys(c.subject for c in shown if c.subject is not None))

    def _connect(self) -> None:
        self._desk.opened.connect(self._on_opened)
        self._desk.changed.connect(self._on_changed)
        self._desk.day_shown.connect(self._on_day_shown)
        self._desk.selected.connect(self._on_selected)
        self.view.pressed.connect(self._on_pressed)
        self.view.dragged.connect(self._on_dragged)
        self.view.released.connect(self._on_released)
        self.view.hovered.connect(self._on_hovered)
        self.view.zoomed.connect(self.zoom)
        self.view.resized.connect(self._on_resized)
        self.view.focus_changed.connect(self._show_states)
        self.view.scrolled.connect(self._on_scrolled)

    def _fit(self) -> None:
        if self.board is None:
            self.refresh()
        if self.board is None:
            return
        start, end = shown_hours(self._desk.agenda, self.board.day)
        left = self._leaving.of(self._desk.agenda, self._desk.projection, self.board.day)
        ends = (leave.by.moved(_AFTER_LEAVING) for leave in left.values())
        end = max((end, *(at for at in ends if at <= self.board.scale.day_end)))
        minutes = max((end.instant - start.instant) / timedelta(minutes=1), 1.0)
        height = self.view.viewport().height() - 2 * _AROUND
        fitted = self.board.scale.zoomed(height / minutes / self.board.scale.pixels_per_minute, 0)
        self._pixels_per_minute = fitted.pixels_per_minute
        self.refresh()
        self._scroll_to(start)

    def _scroll_to(self, start: Moment) -> None:
        if self.board is not None:  # a plan that has come meanwhile may have no day to show
            top = self.board.scale.y_of(start) - _AROUND
            self.view.verticalScrollBar().setValue(round(top))

    def _on_opened(self) -> None:
        self._faces.clear()
        self._foretelling.end()
        self._also = ()
        self._seen = {}
        self.refresh()
        self.fit()

    def _on_changed(self, change: Change) -> None:
        if change.fields or set(change.tables) - {"blocks"}:
            self._faces.clear()
        self._foretelling.forget_plan()
        self.refresh()

    def _on_day_shown(self, _day: object) -> None:
        self.view.cancel()
        self.refresh()
        self.fit()

    def _on_selected(self, _ids: object) -> None:
        if self.view.gestures is not None:
            self.view.gestures.selection = self._desk.selection
        self._show_states()
        if not self._is_dragging and not self.view.is_pressed:
            self.bring_into_view()

    def _on_pressed(self, selection: tuple[BlockId, ...], column: int | None) -> None:
        if column is not None and self.board is not None:
            self._column = self.board.columns[column].key
            keep_column(self._context.memory, self._column)
        self._desk.select(selection)
        self._show_states()

    def _on_dragged(self, feedback: Feedback | None) -> None:
        if feedback is None or self.board is None:
            self._dimmed = ()
            self._set_dragging(is_dragging=False)
            self._foretelling.end()
            self._show_states()
            return
        is_of_block = feedback.kind in {GestureKind.MOVE, GestureKind.UNSCHEDULE}
        self._set_dragging(is_dragging=True, may_go=is_of_block and not feedback.is_copy)
        dimmed = self._dimmed_by(feedback)
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self._show_states()
        self.view.header.show_target(feedback.column)
        self._foretelling.show(feedback, self.board, self.view.pointer_place)

    def _dimmed_by(self, feedback: Feedback) -> tuple[BlockId, ...]:
        """Return the blocks that are somewhere else while they are dragged."""
        if feedback.is_copy or feedback.leader is None:
            return ()
        ghosts = tuple(dict.fromkeys(ghost.block for ghost in feedback.ghosts))
        if feedback.kind is GestureKind.UNSCHEDULE:
            return self._desk.selection
        return ghosts or (feedback.leader,)

    def _set_dragging(self, *, is_dragging: bool, may_go: bool = False) -> None:
        if is_dragging != self._is_dragging:
            self._is_dragging = is_dragging
            if not is_dragging:
                self.view.header.show_target(None)
            self.drag_changed.emit(may_go)

    def _on_released(self, release: Release) -> None:
        is_done = release.edit is None or self._desk.apply(release.edit, ORIGIN)
        if is_done:
            self._desk.select(release.selection)
        elif self.view.gestures is not None:
            self.view.gestures.selection = self._desk.selection
        self._show_states()

    def _on_hovered(self, item: Item | None) -> None:
        self._hovered = item
        self._show_states()

    def _on_resized(self) -> None:
        if self._is_fitted and not self._is_dragging:
            self._fit()
        else:
            self.refresh()

    def _on_scrolled(self) -> None:
        if self.board is not None and self.scene.go_near(self.view.near_columns(self.board)):
            self._show_states()

    def _show_states(self) -> None:
        if self._told != self.selection.focus:
            self._told = self.selection.focus
            self._accessible.tell_focus()
        self.scene.show_states(
            self.selection,
            has_focus=self.view.hasFocus(),
            hovered=self._hovered,
            dimmed=self._dimmed,
        )

    def _face(self, item: Item) -> Face:
        """Return what a block says; made again only where it is another value, or a problem came."""
        board = self.board
        if board is None:
            raise LookupError("nothing is shown")
        column = board.columns[item.column]
        block = board.plan.blocks[item.block]
        facts = (self._severities.get(block.id), item.placed.late)
        known = self._faces.get((block.id, column.key))
        if known is not None and known[0] is block and known[1] == facts:
            return known[2]
        delay = timedelta(seconds=item.placed.late)
        face = face_of(block, column, board.plan, self._context.language, facts[0], delay)
        self._faces[block.id, column.key] = (block, facts, face)
        return face


def _severities(problems: Iterable[Problem]) -> dict[str, Severity]:
    """Return the worst problem of each block that is the first subject of any."""
    found: dict[str, Severity] = {}
    for problem in problems:
        first = problem.subjects[0] if problem.subjects else None
        if first is not None and first.table == "blocks":
            worst = found.get(first.id, problem.severity)
            found[first.id] = min(worst, problem.severity, key=SEVERITIES.index)
    return found
