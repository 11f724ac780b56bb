"""The sheet of keys and gestures, made from the rows of actions and gestures."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.ui.actions.action import GROUP_TITLES, Action, Group
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.dialogs.frame import FramedDialog, stretch
from planner.ui.gestures_sheet import GESTURES

_WIDTH, _HEIGHT, _KEYS_WIDTH = 1120, 720, 212
_COLUMNS = 2

_Line = tuple[Sequence[Sequence[str]], str]


class ShortcutsDialog(FramedDialog):
    """Shows every key with what it does, then what the mouse can do."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, context.language.text("Keys and gestures"))
        area = QScrollArea()
        area.setAccessibleName(self.text("Keys and gestures"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._sheet())
        self.body.addWidget(area, 1)
        self.add_buttons(self.text("Close"), "")
        self.fit(_WIDTH, _HEIGHT)
        area.setFocus()

    def _sheet(self) -> QWidget:
        """Return all groups in columns of about the same height."""
        groups = [*self._key_groups(), *self._gesture_groups()]
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, self.context.theme.space(2), 0)
        row.setSpacing(self.context.theme.space(8))
        for part in _parted(groups):
            column = QVBoxLayout()
            column.setSpacing(self.context.theme.space(5))
            for title, lines in part:
                column.addWidget(self._group(title, lines))
            column.addWidget(stretch(), 1)
            row.addLayout(column, 1)
        return sheet

    def _key_groups(self) -> list[tuple[str, list[_Line]]]:
        rows = [row for row in self.context.actions.rows if row.keys]
        groups = []
        for group in Group:
            lines = [self._line(row) for row in rows if row.group is group]
            if lines:
                groups.append((self.text(GROUP_TITLES[group]), lines))
        return groups

    def _line(self, row: Action) -> _Line:
        return [key_parts(key) for key in row.keys], self.text(row.title)

    def _gesture_groups(self) -> list[tuple[str, list[_Line]]]:
        return [
            (
                self.text(group.title),
                [
                    ([[self.text(part) for part in gesture.parts]], self.text(gesture.result))
                    for gesture in group.gestures
                ],
            )
            for group in GESTURES
        ]

    def _group(self, title: str, lines: Sequence[_Line]) -> QWidget:
        theme = self.context.theme
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(1.5))
        grid.setColumnMinimumWidth(0, theme.length(_KEYS_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain_label(title, "title"), 0, 0, 1, 2)
        for number, (keys, result) in enumerate(lines, start=1):
            label = plain_label(result)
            label.setWordWrap(True)
            caps = self._caps(keys)
            caps.setAccessibleName(", ".join("+".join(parts) for parts in keys))
            grid.addWidget(caps, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, number, 1)
        return made

    def _caps(self, keys: Sequence[Sequence[str]]) -> QWidget:
        """Return one or several keys as they stand on a keyboard; any of them will do."""
        theme = self.context.theme
        caps = QWidget()
        row = QHBoxLayout(caps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        for number, parts in enumerate(keys):
            if number:
                row.addWidget(plain_label(self.text("or"), "small", "muted"))
            for part in parts:
                row.addWidget(_cap(part))
        row.addStretch(1)
        return caps


def key_parts(key: str) -> list[str]:
    """Return the keys of a sequence, one by one, as this system writes them: ``Ctrl``, ``Z``."""
    written = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    if written.endswith("+"):
        return [*written.removesuffix("+").rstrip("+").split("+"), "+"] if written != "+" else ["+"]
    return written.split("+")


def _cap(text: str) -> QLabel:
    label = plain_label(text)
    label.setProperty("kind", "key")
    return label


def _parted(groups: Sequence[tuple[str, list[_Line]]]) -> list[list[tuple[str, list[_Line]]]]:
    """Return the groups in columns, in order, cut where both are about the same height."""
    heights = [len(lines) + 2 for _, lines in groups]
    half, taken, cut = sum(heights) / _COLUMNS, 0, 0
    while cut < len(groups) and taken + heights[cut] / 2 < half:
        taken += heights[cut]
        cut += 1
    return [list(groups[:cut]), list(groups[cut:])]
