"""The tray: blocks that wait to be scheduled. They are dragged onto the day, and back."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from planner.domain.ids import BlockId
from planner.formats.wording.language import Language
from planner.ui.controls.tips import tip
from planner.ui.theme.fonts import Scale
from planner.ui.timeline.block_painting import BlockPainter, State
from planner.ui.timeline.faces import Face
from planner.ui.timeline.look import Look

_CARD_WIDTH = 170
_CARD_HEIGHT = 30


class Tray(QFrame):
    """A row of cards under the day; hidden while nothing waits and nothing is dragged.

    ``chosen`` tells which card was pressed. ``held`` begins a drag at a place on the screen,
    ``moved`` and ``let_go`` go on with it; ``schedule_asked`` is for the keyboard.
    """

    chosen = Signal(object)
    held = Signal(object, QPoint)
    moved = Signal(QPoint, object)
    let_go = Signal(QPoint, object)
    schedule_asked = Signal(object)

    def __init__(self, look: Look, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._language = language
        self._painter = BlockPainter(look)
        self._cards: list[Card] = []
        self._is_target = False
        self._caption = QLabel(language.text("Waiting for a time"), self)
        self._hint = QLabel(language.text("Drop here to take it off the day"), self)
        self._row = QHBoxLayout()
        self._build()
        self.hide()

    @property
    def cards(self) -> "Sequence[Card]":
        """Return the cards, from left to right."""
        return self._cards

    def show_blocks(self, rows: Sequence[tuple[BlockId, Face, str]]) -> None:
        """Show cards for blocks, given with what they say and what a screen reader says.

        A card stays as long as its block waits: it may be held by the mouse, or have the focus.
        """
        kept = {card.block: card for card in self._cards}
        self._cards = [self._shown_card(kept.pop(row[0], None), *row) for row in rows]
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        for number, card in enumerate(self._cards):
            self._row.insertWidget(number, card)
        self._refresh()

    def show_selection(self, selection: Sequence[BlockId]) -> None:
        """Show which cards are selected."""
        for card in self._cards:
            card.show_selected(is_selected=card.block in selection)

    def show_target(self, *, is_target: bool) -> None:
        """Show, while something is dragged, that it can be dropped here."""
        self._is_target = is_target
        self._refresh()

    def _refresh(self) -> None:
        self._hint.setVisible(self._is_target and not self._cards)
        self.setVisible(bool(self._cards) or self._is_target)

    def _build(self) -> None:
        space = self._look.theme.space
        self.setProperty("surface", "surface")
        self.setProperty("line", "top")
        self.setAccessibleName(self._language.text("Waiting for a time"))
        for label in (self._caption, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", "muted")
        self._caption.setProperty("scale", "caption")
        inner = QWidget(self)
        self._row.setContentsMargins(0, space(1), 0, space(1))
        self._row.setSpacing(space(2))
        self._row.addWidget(self._hint)
        self._row.addStretch(1)
        inner.setLayout(self._row)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(4), 0, space(2), 0)
        row.setSpacing(space(3))
        row.addWidget(self._caption)
        row.addWidget(area, 1)
        self.setFixedHeight(self._look.theme.length(_CARD_HEIGHT) + space(5))

    def _shown_card(self, card: "Card | None", block: BlockId, face: Face, name: str) -> "Card":
        shown = self._made_card(block, face) if card is None else card
        shown.show_face(face)
        shown.setAccessibleName(name)
        shown.setToolTip(tip(name))
        return shown

    def _made_card(self, block: BlockId, face: Face) -> "Card":
        card = Card(self._look, self._painter, block, face, self)
        card.pressed.connect(self._on_card_pressed)
        card.dragged.connect(self.moved)
        card.dropped.connect(self.let_go)
        card.scheduled.connect(self.schedule_asked)
        return card

    def _on_card_pressed(self, block: BlockId, at: QPoint) -> None:
        self.chosen.emit(block)
        self.held.emit(block, at)


class Card(QWidget):
    """One waiting block. Return gives it a time, a drag carries it to the day."""

    pressed = Signal(object, QPoint)
    dragged = Signal(QPoint, object)
    dropped = Signal(QPoint, object)
    scheduled = Signal(object)

    def __init__(
        self, look: Look, painter: BlockPainter, block: BlockId, face: Face, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.block = block
        self._look = look
        self._painter = painter
        self._face = face
        self._is_selected = False
        self._is_hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_face(self, face: Face) -> None:
        """Show what the block says now."""
        if face != self._face:
            self._face = face
            self.updateGeometry()
            self.update()

    def show_selected(self, *, is_selected: bool) -> None:
        """Show whether the block is selected."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a card."""
        length = self._look.theme.length
        words = self._look.measures(self._look.theme.font(Scale.STRONG))
        room = words.horizontalAdvance(self._face.title) + length(44)
        return QSize(round(min(max(room, length(90)), length(_CARD_WIDTH))), length(_CARD_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the block as it is on the day."""
        painter = QPainter(self)
        state = State(is_selected=self._is_selected, is_focused=self.hasFocus(), is_hovered=False)
        self._painter.paint(
            painter, self.rect().toRectF().adjusted(3, 3, -3, -3), self._face, state
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self.block, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.dropped.emit(event.globalPosition().toPoint(), event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the block a time with Return."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.scheduled.emit(self.block)
        else:
            super().keyPressEvent(event)
