"""Foretelling: ghosts, snap line and bubble while something is dragged. Paints first, then thinks."""

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QTimer

from planner.app.foresight import Foresight, Outlook
from planner.domain.blocks import Block
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock
from planner.domain.problems import Severity
from planner.formats.wording.foresight import outlook_sentences
from planner.formats.wording.refusals import refusal
from planner.ui.context import Context
from planner.ui.timeline.board import Board
from planner.ui.timeline.bubble import Bubble, Line
from planner.ui.timeline.faces import title_of
from planner.ui.timeline.geometry import Rect
from planner.ui.timeline.ghost_item import GhostFace
from planner.ui.timeline.pointers import Feedback, GestureKind, Ghost
from planner.ui.timeline.scene import DayScene
from planner.ui.timeline.zones import SMALLEST

_ROLES = {Severity.ERROR: "error", Severity.WARNING: "warning"}


_QUICK, _REST = 6, 40
"""In milliseconds: a look ahead that takes longer than the one waits until the pointer has rested."""


class Foretelling(QObject):
    """Shows what a drag would do. What the plan would suffer is looked up when the window is idle."""

    def __init__(self, context: Context, scene: DayScene, bubble: Bubble, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._scene = scene
        self._bubble = bubble
        self._foresight: Foresight | None = None
        self._board: Board | None = None
        self._feedback: Feedback | None = None
        self._outlook: Outlook | None = None
        self._is_slow = False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._on_idle)

    @property
    def outlook(self) -> Outlook | None:
        """Return what is known of the edit in hand."""
        return self._outlook

    def forget_plan(self) -> None:
        """Look ahead from another plan from now on."""
        self._foresight = None

    def show(self, feedback: Feedback, board: Board, at: QPoint) -> None:
        """Show where blocks would be, and their times at a place of the bubble's parent."""
        is_other = self._feedback is None or feedback.edit != self._feedback.edit
        self._feedback, self._board = feedback, board
        if feedback.refusal is not None or feedback.edit is None:
            self._outlook = None
        self._paint()
        self._tell(at)
        if is_other:
            self._later.start(_REST if self._is_slow else 0)

    def end(self) -> None:
        """Show nothing any more."""
        self._later.stop()
        self._feedback = self._board = self._outlook = self._foresight = None
        self._scene.show_ghosts([])
        self._scene.show_line(None)
        self._scene.show_band(None)
        self._bubble.show_lines([])
        self._bubble.hide()

    def _on_idle(self) -> None:
        feedback, desk = self._feedback, self._context.desk
        if feedback is None or feedback.edit is None or not desk.is_open:
            return
        if self._foresight is None:
            self._foresight = Foresight(desk.plan, desk.checked)
        clock = QElapsedTimer()
        clock.start()
        self._outlook = self._foresight.of(feedback.edit)
        self._is_slow = clock.elapsed() > _QUICK
        self._paint()
        language = self._context.language
        said = outlook_sentences(self._outlook, desk.plan, language)
        lines = [Line(text, severity) for severity, text in said]
        self._bubble.show_lines([*self._hindrance(feedback), *lines])

    def _paint(self) -> None:
        feedback, board = self._feedback, self._board
        if feedback is None or board is None:
            return
        self._scene.show_band(feedback.band)
        self._scene.show_ghosts([(self._rect(board, g), self._face(g)) for g in feedback.ghosts])
        self._scene.show_line(None if feedback.line is None else board.scale.y_of(feedback.line))

    def _tell(self, at: QPoint) -> None:
        feedback, language = self._feedback, self._context.language
        if feedback is None or feedback.band is not None:
            self._bubble.hide()
            return
        if feedback.kind is GestureKind.UNSCHEDULE:
            self._bubble.show_times(language.text("Back to the tray"), "", at)
        elif not feedback.ghosts:
            self._bubble.show_times(language.text("Drop it on the day"), "", at)
        else:
            length = language.length(feedback.length)
            self._bubble.show_times(self._times(feedback.start, feedback.end), length, at)
        if feedback.refusal is not None:
            plan = self._context.desk.plan
            said = refusal(feedback.refusal, language, plan)
            self._bubble.show_lines([Line(said, Severity.ERROR)])
        elif feedback.edit is None or feedback.hindrance is not None:
            self._bubble.show_lines(self._hindrance(feedback))

    def _hindrance(self, feedback: Feedback) -> list[Line]:
        if feedback.hindrance is None:
            return []
        plan = self._context.desk.plan
        said = refusal(feedback.hindrance, self._context.language, plan)
        return [Line(said, Severity.WARNING)]

    def _rect(self, board: Board, ghost: Ghost) -> Rect:
        rect = board.rect_of(ghost.column, ghost.start, ghost.end, ghost.lane)
        return Rect(rect.x, rect.y, rect.width, max(rect.height, SMALLEST / 2))

    def _face(self, ghost: Ghost) -> GhostFace:
        return GhostFace(
            title=self._title(ghost),
            times=self._times(ghost.start, ghost.end),
            role=self._role(),
            is_follower=ghost.is_follower,
            is_copy=self._feedback is not None and self._feedback.is_copy,
        )

    def _role(self) -> str:
        if self._feedback is not None and self._feedback.refusal is not None:
            return "error"
        severity = self._outlook.severity if self._outlook is not None else None
        return _ROLES.get(severity, "accent") if severity is not None else "accent"

    def _title(self, ghost: Ghost) -> str:
        plan = self._context.desk.plan
        block = plan.blocks.get(ghost.block)
        if block is None and self._feedback is not None:
            block = _made(self._feedback.edit)
            leader = self._feedback.leader
            if block is None and leader is not None:
                block = plan.blocks.get(leader)
        return "" if block is None else title_of(block, self._context.language)

    def _times(self, start: float, end: float) -> str:
        if self._board is None:
            return ""
        first, last = (self._board.scale.moment_of(at) for at in (start, end))
        return self._context.language.span(first, last)


def _made(edit: Edit | None) -> Block | None:
    """Return the block that an edit would add."""
    return edit.block if isinstance(edit, AddBlock) else None
