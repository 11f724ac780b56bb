"""A part of the inspector: it shows a few fields of one block, and changes them."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.blocks import Block
from planner.domain.edits.base import Edit
from planner.domain.ids import BlockId
from planner.ui.context import Context
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.typed_field import TypedField
from planner.ui.inspector.fields import make


class Part(QWidget):
    """Shows one block after the other with the same widgets: making them anew would take too long.

    Subclasses build their fields once in a `FormGrid` or below it, and say in `fill` what stands in
    them and in `matters` for which blocks they are there at all.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.theme = context.theme
        self.text = context.language.text
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(context.theme.space(2))
        self._shown: BlockId | None = None
        self.is_other = True

    @property
    def block(self) -> Block:
        """Return the block that is shown, as it is in the plan now."""
        if self._shown is None:
            raise LookupError("no block is shown")
        return self.context.desk.plan.block(self._shown)

    def show_block(self, block: Block) -> None:
        """Show a block; what is typed for the one before must have been taken (see `flush`)."""
        self.is_other = block.id != self._shown
        self._shown = block.id
        is_needed = self.matters(block)
        if is_needed:
            self.fill(block)
        self.setVisible(is_needed)

    def matters(self, _block: Block) -> bool:
        """Say whether a block has anything to show here."""
        return True

    def fill(self, block: Block) -> None:
        """Show the values of a block, but not over what somebody is typing."""
        raise NotImplementedError

    def make(self, edit: Edit | Callable[[], Edit], field: TypedField | None = None) -> bool:
        """Make an edit of the block, or what returns one; a refusal is shown at the field."""
        return make(self.context, edit, field, self._refill)

    def _refill(self) -> None:
        self.is_other = False
        self.fill(self.block)

    def grid(self) -> FormGrid:
        """Return a form within the part."""
        grid = FormGrid(self.theme, self)
        self.column.addWidget(grid)
        return grid
