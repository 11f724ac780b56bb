"""Tables as this window shows them: whole rows, hairlines, no boxes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from planner.ui.theme.theme import Theme

_SMOOTH = QAbstractItemView.ScrollMode.ScrollPerPixel


def dress_table(view: QTableView, theme: Theme, name: str) -> None:
    """Give a table quiet heads, rows of one height and selection by row; ``name`` is spoken."""
    view.setAccessibleName(name)
    view.setHorizontalScrollMode(_SMOOTH)
    view.setVerticalScrollMode(_SMOOTH)
    # A view that is asked for the place of a row before it was shown would measure unstyled rows.
    view.ensurePolished()
    view.setShowGrid(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(theme.row_height)
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setStretchLastSection(True)
    head.setMinimumSectionSize(theme.space(12))
