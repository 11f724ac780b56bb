"""What a screen reader finds in a window, and where Tab leads."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QWidget

_MOST_STEPS = 600
_CELLS = {QAccessible.Role.Cell, QAccessible.Role.Row, QAccessible.Role.Column}


def focusable(window: QWidget) -> list[QWidget]:
    """Return the controls of a window that can be reached by key or mouse now."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and widget.window() is window.window()
    ]


def nameless(window: QWidget) -> list[str]:
    """Return the controls that a screen reader could only call by their kind."""
    return [_path(widget) for widget in focusable(window) if not _name(widget).strip()]


def nameless_parts(window: QWidget) -> list[str]:
    """Return what can have the focus and has no name, as assistive programs walk: child by child."""
    found = QAccessible.queryAccessibleInterface(window)
    return [str(part.role()) for part in _walked(found) if _is_mute(part)]


def reached_by_tab(window: QWidget) -> set[QWidget]:
    """Return everything that Tab comes by until it comes round."""
    seen: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not window.window():
            focused = window
        elif focused in seen:
            break
        else:
            seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return set(seen)


def unreached(window: QWidget) -> list[str]:
    """Return what Tab should come by and does not; of buttons that exclude each other, one is enough."""
    seen = reached_by_tab(window)
    return [
        _path(widget)
        for widget in focusable(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget not in seen
        and not _is_reached_by_arrows(widget)
    ]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _is_reached_by_arrows(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton):
        return False
    group: QButtonGroup | None = widget.group()
    return group is not None and group.exclusive() and len(group.buttons()) > 1


def _walked(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(found.childCount()):
        part: QAccessibleInterface | None = found.child(number)
        if part is not None and not part.state().invisible:
            yield part
            yield from _walked(part)


def _is_mute(part: QAccessibleInterface) -> bool:
    """Say whether something has no name.

    An empty cell of a table has its column's; the line inside of a combo box never has the focus.
    """
    state = part.state()
    above: QAccessibleInterface | None = part.parent()
    if above is not None and above.role() is QAccessible.Role.ComboBox:
        return False
    is_asked = state.focusable and not state.disabled and part.role() not in _CELLS
    return bool(is_asked) and not part.text(QAccessible.Text.Name).strip()


def _path(widget: QWidget) -> str:
    parts: list[str] = []
    step: QWidget | None = widget
    while step is not None and len(parts) < 4:
        parts.append(type(step).__name__)
        step = step.parentWidget()
    return " < ".join(parts)
