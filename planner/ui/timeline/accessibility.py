"""What a screen reader finds in the timeline: a list whose items are the blocks, in order of start.

Items belong to places in the list, not to blocks: they are made once, looked up when they are asked
for, and given back with the view. Making and dropping one for each block that comes and goes makes
Qt's cache hold on to what is gone. (Qt takes None for "there is none"; its stubs do not know that.)
"""

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)

from planner.domain.ids import BlockId
from planner.formats.wording.language import Language
from planner.ui.timeline.faces import spoken
from planner.ui.timeline.view import DayView


def make_accessible(view: DayView, language: Language) -> "DayList":
    """Let a screen reader find the blocks of a view; call it before anybody asks about the view."""
    _install()
    shown = DayList(view, language)
    view.accessible = shown
    view.destroyed.connect(shown.give_back)
    return shown


@cache
def _install() -> None:
    QAccessible.installFactory(_made)


def _made(_name: str, thing: QObject) -> QAccessibleInterface | None:
    is_ours = isinstance(thing, DayView) and isinstance(thing.accessible, DayList)
    return thing.accessible if is_ours else None  # type: ignore[attr-defined]


class DayList(QAccessibleInterface):
    """The view as a list."""

    def __init__(self, view: DayView, language: Language) -> None:
        super().__init__()
        self.view = view
        self.language = language
        self._places: list[_Place] = []
        self._numbers: list[int] = []

    @property
    def blocks(self) -> tuple[BlockId, ...]:
        """Return the shown blocks, in order of start."""
        board = self.view.board
        if board is None:
            return ()
        starts = {block: items[0].placed.start for block, items in board.of_block.items()}
        return tuple(sorted(starts, key=lambda block: (starts[block], block)))

    def isValid(self) -> bool:
        """Say that the view is there."""
        return True

    def object(self) -> QObject:
        """Return the view."""
        return self.view

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window of the view."""
        return self.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what the view is part of."""
        return QAccessible.queryAccessibleInterface(self.view.window())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a place of the list."""
        if not 0 <= index < len(self.blocks):
            return None
        while len(self._places) <= index:
            place = _Place(self, len(self._places))
            self._places.append(place)
            self._numbers.append(QAccessible.registerAccessibleInterface(place))
        return self._places[index]

    def childCount(self) -> int:
        """Return how many blocks are shown."""
        return len(self.blocks)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a place."""
        return child.index if isinstance(child, _Place) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the place of the block at a point of the screen."""
        from_screen = self.view.viewport().mapFromGlobal(QPoint(x, y))
        target = self.view.target_at(from_screen)
        return None if target is None else self.child(self.blocks.index(target.item.block))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the place of the block with the focus."""
        number = self.focused_number()
        return self if number is None else self.child(number)

    def focused_number(self) -> int | None:
        """Return the place of the block that was selected last; None where none is shown."""
        gestures = self.view.gestures
        blocks = self.blocks
        chosen = gestures.selection if gestures is not None else ()
        return blocks.index(chosen[-1]) if chosen and chosen[-1] in blocks else None

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name of the list: the day."""
        board = self.view.board
        if kind is not QAccessible.Text.Name or board is None:
            return ""
        return self.language.text("Timeline, {day}", day=self.language.day(board.day))

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Change nothing: texts are edited in the inspector and the table."""

    def rect(self) -> QRect:
        """Return where the view is on the screen."""
        inside = self.view.rect()
        return QRect(self.view.mapToGlobal(inside.topLeft()), inside.size())

    def role(self) -> QAccessible.Role:
        """Return that it is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return that it can have the focus, and whether it does."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus()
        state.multiSelectable = True
        state.invisible = not self.view.isVisible()
        return state

    def tell_focus(self) -> None:
        """Tell a screen reader which block has the focus now."""
        number = self.focused_number()
        if number is not None and self.view.hasFocus() and QAccessible.isActive():
            event = QAccessibleEvent(self.view, QAccessible.Event.Focus)
            event.setChild(number)
            QAccessible.updateAccessibility(event)

    def give_back(self) -> None:
        """Take the places out of Qt's cache, before they go."""
        for number in self._numbers:
            QAccessible.deleteAccessibleInterface(number)
        self._numbers.clear()
        self._places.clear()


class _Place(QAccessibleInterface):
    """A place in the list, and the block that stands there now."""

    def __init__(self, owner: DayList, index: int) -> None:
        super().__init__()
        self._owner = owner
        self.index = index

    @property
    def block(self) -> BlockId | None:
        """Return the block."""
        blocks = self._owner.blocks
        return blocks[self.index] if self.index < len(blocks) else None

    def isValid(self) -> bool:
        """Say whether a block stands here."""
        return self.block is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return nothing: a block is no object of Qt."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window of the view."""
        return self._owner.window()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the list."""
        return self._owner

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing."""
        return None

    def childCount(self) -> int:
        """Return that a block has no parts."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that nothing is part of it."""
        return -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing."""
        return None

    def text(self, kind: QAccessible.Text) -> str:
        """Return times, title, people and room."""
        board, block = self._owner.view.board, self.block
        if kind is not QAccessible.Text.Name or board is None or block is None:
            return ""
        return spoken(board.plan.block(block), board.plan, self._owner.language)

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Change nothing."""

    def rect(self) -> QRect:
        """Return where the block is on the screen."""
        view, board, block = self._owner.view, self._owner.view.board, self.block
        if board is None or block is None:
            return QRect()
        place = board.of_block[block][0].rect
        corner = view.mapFromScene(place.x, place.y)
        top_left = view.viewport().mapToGlobal(corner)
        return QRect(top_left.x(), top_left.y(), round(place.width), round(place.height))

    def role(self) -> QAccessible.Role:
        """Return that it is an item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether the block is selected and has the focus."""
        state = QAccessible.State()
        state.focusable = state.selectable = True
        gestures, block = self._owner.view.gestures, self.block
        chosen = gestures.selection if gestures is not None else ()
        state.selected = block in chosen
        state.focused = bool(chosen) and chosen[-1] == block and self._owner.view.hasFocus()
        return state
