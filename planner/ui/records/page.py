"""A page about one candidate: a head, what is being read in the middle, notes at the side."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.domain.ids import CandidateId
from planner.formats.plaintext import one_line
from planner.ui.context import Context
from planner.ui.controls.choice_field import ChoiceField
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.hairline import Hairline

_WIDEST = 860
_SIDE = 320


class CandidatePage(QWidget):
    """Head, middle and side; the head lets the candidate be chosen where there are several."""

    candidate_chosen = Signal(object)

    def __init__(self, context: Context, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self._title = QLabel(title, self)
        self._title.setProperty("scale", "headline")
        self._subtitle = ElidedLabel("", self)
        self._subtitle.setProperty("tone", "muted")
        self.candidates = ChoiceField([], context.language.text("Candidate"), self)
        self.candidates.setMinimumWidth(theme.length(200))
        self.candidates.chosen.connect(self.candidate_chosen)
        self.buttons = QHBoxLayout()
        self.middle = QVBoxLayout()
        self.side = QVBoxLayout()
        self._area = _scrolled(self._middle_ground())
        self._wanted: QWidget | None = None
        self._scroll = QTimer(self, singleShot=True, interval=0)
        self._scroll.timeout.connect(self._on_scroll)
        self._build()

    @property
    def candidate(self) -> CandidateId | None:
        """Return whom the page is about."""
        value = self.candidates.value
        return CandidateId(str(value)) if value is not None else None

    def show_candidates(self) -> None:
        """Offer the candidates of the open plan; the chosen one stays."""
        found = self._context.desk.plan.candidates.values()
        self.candidates.set_rows([(each.id, one_line(each.name)) for each in found])
        self.candidates.setVisible(len(found) > 1)

    def show_subtitle(self, text: str) -> None:
        """Show the line below the title."""
        self._subtitle.set_text(text)

    def show_side(self, *, is_shown: bool) -> None:
        """Show the side, or leave the middle all the room where there is nothing at the side."""
        for widget in self._beside:
            widget.setVisible(is_shown)

    def bring_into_sight(self, row: QWidget) -> None:
        """Scroll to a row of the middle, once it has its new height."""
        self._wanted = row
        self._scroll.start()

    def _on_scroll(self) -> None:
        if self._wanted is not None and self._wanted.isVisible():
            margin = self._context.theme.space(4)
            self._area.ensureWidgetVisible(self._wanted, 0, margin)
        self._wanted = None

    def _build(self) -> None:
        theme = self._context.theme
        self.buttons.setSpacing(theme.space(2))
        names = QVBoxLayout()
        names.setSpacing(theme.space(1))
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(6), theme.space(4), theme.space(6), theme.space(4))
        head.setSpacing(theme.space(4))
        head.addLayout(names, 1)
        head.addWidget(self.candidates)
        head.addLayout(self.buttons)
        ground = QWidget(self)
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setProperty("surface", "surface")
        ground.setLayout(head)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._area, 1)
        self._beside = (Hairline(Qt.Orientation.Vertical, self), self._side_ground())
        for widget in self._beside:
            body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ground)
        column.addWidget(Hairline(parent=self))
        column.addLayout(body, 1)

    def _middle_ground(self) -> QWidget:
        theme = self._context.theme
        inside = QWidget()
        inside.setMaximumWidth(theme.length(_WIDEST))
        self.middle.setContentsMargins(
            theme.space(4), theme.space(4), theme.space(6), theme.space(8)
        )
        self.middle.setSpacing(theme.space(4))
        inside.setLayout(self.middle)
        return inside

    def _side_ground(self) -> QScrollArea:
        theme = self._context.theme
        inside = QWidget()
        edge = theme.space(4)
        self.side.setContentsMargins(edge, edge, edge, edge)
        self.side.setSpacing(theme.space(6))
        inside.setLayout(self.side)
        area = _scrolled(inside)
        area.setFixedWidth(theme.length(_SIDE))
        return area


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
    area.setWidget(inside)
    return area
