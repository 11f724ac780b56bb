"""Panes: the focus goes from one part of the window to the next, as F6 does elsewhere."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

_KEYS = Qt.FocusReason.ShortcutFocusReason


def go_on(panes: Sequence[QWidget], step: int) -> bool:
    """Put the focus into the next pane that takes it, and say whether one did.

    Each pane takes it where it had it last, else in its list or picture, else in its first field.
    """
    shown = [pane for pane in panes if pane.isVisible()]
    now = QApplication.focusWidget()
    place = next((n for n, pane in enumerate(shown) if now is not None and _holds(pane, now)), None)
    first = place if place is not None else (-1 if step > 0 else len(shown))
    for further in range(1, len(shown) + 1):
        target = _target(shown[(first + step * further) % len(shown)])
        if target is not None and target is not now:
            target.setFocus(_KEYS)
            return True
    return False


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _target(pane: QWidget) -> QWidget | None:
    last = pane.focusWidget()
    if _can_take(last):
        return last
    fields = list(_fields(pane))
    lists = (f for f in fields if isinstance(f, (QAbstractItemView, QAbstractScrollArea)))
    return next(lists, next(iter(fields), None))


def _fields(pane: QWidget) -> Iterator[QWidget]:
    """Yield what can have the focus in a pane, in the order of Tab."""
    if _can_take(pane):
        yield pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if _holds(pane, widget) and _can_take(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _can_take(widget: QWidget | None) -> bool:
    if widget is None:
        return False
    takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isVisible() and widget.isEnabled()
