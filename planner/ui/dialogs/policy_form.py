"""The form of a policy: every threshold with its reason, marked where it differs from the default."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from planner.domain.errors import InvalidValue
from planner.domain.policy import Policy
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.length_field import LengthField
from planner.ui.controls.number_field import NumberField
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.time_field import TimeField
from planner.ui.controls.typed_field import TypedField
from planner.ui.dialogs.frame import show
from planner.ui.dialogs.policy_rows import POLICY_GROUPS, PolicyRow

_MOST_INTERVIEWS = 99
_FIELD_WIDTH = 112
_LABEL_WIDTH = 204
_DEFAULTS = Policy()


class PolicyForm(QWidget):
    """Edits a `Policy`. ``changed(Policy)`` tells each policy that can exist."""

    changed = Signal(object)
    fields = tuple(row.field for _, rows in POLICY_GROUPS for row in rows)

    def __init__(self, context: Context, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._policy = policy
        self._rows: dict[str, _Row] = {}
        space = context.theme.space
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, space(2), 0)
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(3))
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, context.theme.length(_LABEL_WIDTH))
        for title, rows in POLICY_GROUPS:
            self._add_group(grid, context.language.text(title), rows)
        self.show_policy(policy)

    @property
    def policy(self) -> Policy:
        """Return the policy as it is shown."""
        return self._policy

    def show_policy(self, policy: Policy) -> None:
        """Show another policy, without a signal."""
        self._policy = policy
        for name, row in self._rows.items():
            row.show(getattr(policy, name), getattr(_DEFAULTS, name))

    def field(self, name: str) -> QWidget:
        """Return the field of a threshold."""
        return self._rows[name].field

    def _add_group(self, grid: QGridLayout, title: str, rows: Any) -> None:
        number = grid.rowCount()
        if number > 1:
            grid.setRowMinimumHeight(number, self._context.theme.space(4))
        grid.addWidget(plain_label(title, "title"), number + 1, 0, 1, 3)
        for row in rows:
            made = _Row(self._context, row, self._on_entered)
            self._rows[row.field] = made
            made.place(grid, grid.rowCount())

    def _on_entered(self, name: str, value: object) -> None:
        """Take a value, if the policy can hold it; else say beside it why not."""
        try:
            policy = replace(self._policy, **{name: value})  # type: ignore[arg-type]  # the field's own kind
        except InvalidValue:
            said = self._context.language.text("The end must come after the start.")
            self._rows[name].refuse_value(said)
            return
        self.show_policy(policy)
        self.changed.emit(policy)


class _Row:
    """The widgets of one threshold."""

    def __init__(
        self, context: Context, row: PolicyRow, entered: Callable[[str, object], None]
    ) -> None:
        language = context.language
        self._name = row.field
        self._entered = entered
        self._reason_text = language.text(row.reason)
        self.label = plain_label(language.text(row.label))
        self.label.setWordWrap(True)
        self.reason = plain_label(self._reason_text, "small", "muted")
        self.reason.setWordWrap(True)
        self.reset = LinkButton(context.theme, language.text("Reset"))
        self.reset.clicked.connect(self._on_reset)
        self.field = self._made_field(context, language.text(row.label))
        self.label.setBuddy(self.field)

    def place(self, grid: QGridLayout, number: int) -> None:
        """Put the widgets into a row of a grid."""
        top = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.label, number, 0, top)
        grid.addWidget(self.field, number, 1, top)
        grid.addWidget(self.reason, number, 2, top)
        grid.addWidget(self.reset, number, 3, top)

    def show(self, value: object, default: object) -> None:
        """Show a value, and whether it differs from the default."""
        if isinstance(self.field, QCheckBox):
            self.field.setChecked(bool(value))
        elif isinstance(self.field, NumberField):
            self.field.setValue(int(str(value)))
        elif isinstance(self.field, (TimeField, LengthField)):
            self.field.show_value(value)
        differs = value != default
        self.label.setProperty("scale", "strong" if differs else "")
        self.label.style().polish(self.label)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.setVisible(differs)
        self.refuse("")

    def refuse_value(self, sentence: str) -> None:
        """Mark a value that was read, but that the policy cannot hold."""
        if isinstance(self.field, TypedField):
            self.field.refuse(sentence)  # which tells `refuse` in turn
        else:
            self.refuse(sentence)

    def refuse(self, sentence: str) -> None:
        """Show what is wrong in place of the reason."""
        show(self.reason, sentence or self._reason_text, "error" if sentence else "muted")

    def _made_field(self, context: Context, name: str) -> QWidget:
        default: object = getattr(_DEFAULTS, self._name)
        field: QCheckBox | NumberField | TimeField | LengthField
        if isinstance(default, bool):
            field = QCheckBox()
            field.clicked.connect(self._tell)
        elif isinstance(default, int):
            field = NumberField(context.theme, name)
            field.setRange(0, _MOST_INTERVIEWS)
            field.valueChanged.connect(self._tell)
        else:
            kind = TimeField if isinstance(default, time) else LengthField
            field = kind(context.theme, context.language, name)
            field.entered.connect(self._tell)
            field.refused.connect(self.refuse)
        field.setAccessibleName(name)
        field.setAccessibleDescription(self._reason_text)
        if not isinstance(field, QCheckBox):
            field.setFixedWidth(context.theme.length(_FIELD_WIDTH))
        return field

    def _tell(self, value: object) -> None:
        self._entered(self._name, value)

    def _on_reset(self) -> None:
        self._tell(getattr(_DEFAULTS, self._name))
