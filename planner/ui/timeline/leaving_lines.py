"""Leaving lines: by when candidates leave for home, kept as long as the plan stays. Without Qt widgets."""

from collections.abc import Mapping
from datetime import date

from planner.domain.ids import CandidateId
from planner.formats.wording.figures import leave_words
from planner.formats.wording.language import Language
from planner.schedule.agenda import Agenda
from planner.schedule.day_figures import LeaveFigure, leaves
from planner.schedule.projection import Projection
from planner.ui.timeline.board import Board
from planner.ui.timeline.geometry import Rect
from planner.ui.timeline.leave_item import LeaveMark


class LeavingLines:
    """Works out the departures of a day once for each plan: a zoom asks again and again."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._of: tuple[Agenda, date] | None = None
        self._known: Mapping[CandidateId, LeaveFigure] = {}

    def of(
        self, agenda: Agenda, projection: Projection, day: date
    ) -> Mapping[CandidateId, LeaveFigure]:
        """Return by when candidates leave on a day."""
        if self._of is None or self._of[0] is not agenda or self._of[1] != day:
            self._of = (agenda, day)
            self._known = leaves(agenda, projection, day) if agenda.plan.journeys else {}
        return self._known

    def marks(self, board: Board, projection: Projection) -> list[LeaveMark]:
        """Return the lines through the candidates' columns of a board."""
        found = self.of(board.agenda, projection, board.day)
        made: list[LeaveMark] = []
        for number, column in enumerate(board.columns):
            leave = found.get(column.candidate) if column.candidate is not None else None
            if leave is not None and board.scale.day_start <= leave.by <= board.scale.day_end:
                at = board.scale.y_of(leave.by)
                rect = board.strip.column_rect(number, at, at)
                line = Rect(rect.x, at, rect.width, 0)
                made.append(LeaveMark(line, leave_words(leave, self._language), leave.is_late))
        return made
