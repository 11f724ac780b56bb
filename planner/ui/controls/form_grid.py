"""A form: labelled fields in rows of one or several columns."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.controls.labelled_field import LabelledField
from planner.ui.theme.theme import Theme


class FormGrid(QWidget):
    """Rows of labelled fields, one below the other; fields of one row share its width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(3))

    def add(self, label: str, field: QWidget) -> LabelledField:
        """Add a row with one field."""
        return self.add_row([(label, field)])[0]

    def add_row(self, fields: Sequence[tuple[str, QWidget]]) -> list[LabelledField]:
        """Add a row of several fields with their labels."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(2))
        made = [LabelledField(self._theme, label, field, self) for label, field in fields]
        for labelled in made:
            row.addWidget(labelled, 1)
        self._column.addLayout(row)
        return made

    def add_wide(self, widget: QWidget) -> None:
        """Add a widget over the whole width, without a label."""
        self._column.addWidget(widget)
