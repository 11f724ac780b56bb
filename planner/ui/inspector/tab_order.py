"""The order in which Tab goes through a form: as its layouts show it, whenever rows were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


class TabOrder:
    """Qt goes by the order in which widgets were made; rows that came later would be last."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self._known: list[QWidget] = []

    def renew(self) -> None:
        """Let Tab follow the layouts again, if widgets came or went."""
        found = list(_focusable(self._form))
        if found != self._known:
            for before, after in pairwise(found):
                QWidget.setTabOrder(before, after)
        self._known = found


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can reach below a widget, from top to bottom."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    layout: QLayout | None = widget.layout()
    if layout is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            yield from _focusable(widget)
        elif inner is not None:
            yield from _within(inner)
