"""The form of several blocks: what they share; every change is one step for all of them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.blocks import Block, Kind, Mode
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import RemoveBlocks
from planner.domain.edits.places import ChangeMode, ChangeRoom
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId
from planner.domain.times import MINUTE, ZERO
from planner.formats.timetext.typed import read_length
from planner.formats.wording.terms import term
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton, PlainButton
from planner.ui.controls.choice_field import ChoiceField
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.length_field import LengthField
from planner.ui.controls.record_combo import RecordCombo
from planner.ui.controls.segments import Segments
from planner.ui.controls.typed_field import TypedField
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.fields import fill, flush, length, make
from planner.ui.models.typed_cells import all_rooms, room_edit
from planner.ui.models.typed_kinds import kind_edits
from planner.ui.models.typed_steps import joined
from planner.ui.models.typed_times import length_to_edit
from planner.ui.undo_offer import tell_done

_STEPS = (-15, -5, 5, 15)


class ShiftField(TypedField):
    """Reads by how much to move: ``+15``, ``-1h``; a number without a sign moves later."""

    def read(self, text: str) -> timedelta:
        """Return the distance that a text means, negative for earlier."""
        written = text.strip().replace("\u2212", "-")
        distance = read_length(f"+{written.lstrip('+-')}", base=ZERO)
        return -distance if written.startswith("-") else distance

    def written(self, _value: object) -> str:
        """Return nothing: what was moved is moved."""
        return ""

    def stepped(self, value: object, _steps: int) -> object:
        """Return the value: there is none to step from."""
        return value


class SeveralForm(QWidget):
    """Shift and length, mode, room and kind of the selected blocks; "several" where they differ."""

    def __init__(
        self, context: Context, acquaintances: Acquaintances, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._acquaintances = acquaintances
        self._ids: tuple[BlockId, ...] = ()
        text, theme, language = context.language.text, context.theme, context.language
        self._several = text("several")
        self.shift = ShiftField(theme, language, text("Move by"))
        self.shift.setPlaceholderText(text("such as +15 or -1h"))
        self.length = LengthField(theme, language, text("Length"))
        self.length.is_optional = True
        self.mode = Segments(theme, [(mode, term(mode, language)) for mode in Mode], text("Mode"))
        self.room = RecordCombo(theme, text("Room"), nobody=text("No room"))
        self.kind = ChoiceField([(kind, term(kind, language)) for kind in Kind], text("Kind"))
        self.kind.setPlaceholderText(self._several)
        self.remove = LinkButton(theme, text("Remove these blocks"), "trash")
        self._arrange()
        self._connect()

    def show_blocks(self, ids: Sequence[BlockId]) -> None:
        """Show what these blocks share."""
        is_other = tuple(ids) != self._ids
        self._ids = tuple(ids)
        blocks = self._blocks()
        lengths = [block.timebox.duration if block.timebox else None for block in blocks]
        same = _shared(lengths)
        self.length.setPlaceholderText(self._several if len(set(lengths)) > 1 else "")
        fill(self.length, same, is_other=is_other)
        if is_other:
            self.shift.show_value(None)
        self.mode.set_value(_shared(block.mode for block in blocks))
        self.kind.setCurrentIndex(-1)
        self.kind.set_value(_shared(block.kind for block in blocks))
        self._show_room(blocks)

    def flush(self) -> None:
        """Take what is typed and not taken yet."""
        flush(self)

    def move_by(self, delta: timedelta, field: TypedField | None = None) -> bool:
        """Move all blocks that have a time by one distance."""
        timed = tuple(block.id for block in self._blocks() if block.timebox is not None)
        return make(self._context, MoveBlocks(timed, delta), field, self._refill)

    def _refill(self) -> None:
        self.show_blocks(self._ids)

    def _blocks(self) -> list[Block]:
        blocks = self._context.desk.plan.blocks
        return [blocks[block] for block in self._ids if block in blocks]

    def _show_room(self, blocks: Sequence[Block]) -> None:
        self.room.set_rows(self._acquaintances.room_rows(self._context.desk.plan))
        rooms = {block.room for block in blocks}
        self.room.pick(next(iter(rooms)) if len(rooms) == 1 else None)
        line = self.room.lineEdit()
        if len(rooms) > 1 and line is not None:
            line.clear()
            line.setPlaceholderText(self._several)

    def _arrange(self) -> None:
        theme, text = self._context.theme, self._context.language.text
        grid = FormGrid(theme, self)
        grid.add(text("Move by"), self.shift)
        grid.add_wide(self._step_buttons())
        grid.add(text("Length"), self.length)
        grid.add(text("Mode"), self.mode)
        grid.add(text("Where"), self.room)
        grid.add(text("Kind"), self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(grid)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _step_buttons(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._context.theme.space(2))
        for step in _STEPS:
            said = f"+{step}" if step > 0 else f"\u2212{-step}"
            button = PlainButton(self._context.theme, said, parent=holder)
            name = self._context.language.text("Move by {minutes} min", minutes=said)
            button.setAccessibleName(name)
            button.setMinimumWidth(0)
            button.clicked.connect(lambda _checked=False, by=step: self.move_by(by * MINUTE))
            row.addWidget(button, 1)
        return holder

    def _connect(self) -> None:
        self.shift.entered.connect(self._on_shift)
        self.length.entered.connect(self._on_length)
        self.mode.chosen.connect(lambda mode: self._for_all(lambda b: ChangeMode(b.id, mode)))
        self.room.picked.connect(self._on_room)
        self.kind.chosen.connect(self._on_kind)
        self.remove.clicked.connect(self._on_remove)

    def _for_all(self, edit: Callable[[Block], Edit], field: TypedField | None = None) -> None:
        make(self._context, joined([edit(block) for block in self._blocks()]), field)

    def _on_shift(self, delta: object) -> None:
        if isinstance(delta, timedelta) and self.move_by(delta, self.shift):
            self.shift.show_value(None)

    def _on_length(self, value: object) -> None:
        wanted = length(value)
        timed = [block for block in self._blocks() if block.timebox is not None]
        if wanted is not None and timed:
            make(
                self._context,
                lambda: joined([length_to_edit(block, wanted) for block in timed]),
                self.length,
                self._refill,
            )

    def _on_room(self, room_id: object) -> None:
        plan, directory = self._context.desk.plan, self._acquaintances.directory
        room = next((room for room in all_rooms(plan, directory) if room.id == room_id), None)
        if room is None:
            self._for_all(lambda block: ChangeRoom(block.id, None))
            return
        first, *others = self._blocks()
        edits = [room_edit(plan, directory, first, room)]
        make(self._context, joined([*edits, *(ChangeRoom(b.id, room.id) for b in others)]))

    def _on_remove(self) -> None:
        edit, language = RemoveBlocks(self._ids), self._context.language
        if make(self._context, edit):
            count = len(edit.blocks)
            said = language.count("{n} block was removed.", "{n} blocks were removed.", count)
            tell_done(self._context, said, edit)

    def _on_kind(self, kind: Kind) -> None:
        self._for_all(lambda block: joined(kind_edits(block, kind)))


def _shared(values: Iterable[Any]) -> Any:
    """Return the value that all have, None where they differ."""
    held = set(values)
    return next(iter(held)) if len(held) == 1 else None
