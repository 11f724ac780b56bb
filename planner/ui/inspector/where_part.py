"""Where: the room of a block, or a place in words."""

from PySide6.QtWidgets import QWidget

from planner.domain.blocks import Block
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.places import ChangeRoom
from planner.ui.context import Context
from planner.ui.controls.record_combo import RecordCombo
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.fields import fill, word_field, words
from planner.ui.inspector.part import Part
from planner.ui.models.typed_cells import all_rooms, room_edit


class WherePart(Part):
    """Offers rooms of the plan and of the directory; a new one is added to the plan."""

    def __init__(self, context: Context, acquaintances: Acquaintances, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._acquaintances = acquaintances
        self._offered: tuple[object, object] = (None, None)
        self.room = RecordCombo(
            context.theme,
            self.text("Room"),
            nobody=self.text("No room"),
            create=self.text("Add a new room"),
        )
        self.place = word_field(context, self.text("Place"), self.text("such as the canteen"))
        grid = self.grid()
        grid.add(self.text("Where"), self.room)
        self._place = grid.add(self.text("Place in words"), self.place)
        self.room.picked.connect(self._on_picked)
        self.room.create_wanted.connect(self._on_create)
        self.place.entered.connect(self._on_place)

    def fill(self, block: Block) -> None:
        """Show where a block is."""
        plan = self.context.desk.plan
        source = (plan.rooms, self._acquaintances.directory)
        if any(old is not new for old, new in zip(self._offered, source, strict=True)):
            self.room.set_rows(self._acquaintances.room_rows(plan))
            self._offered = source
        if self.room.record != block.room:
            self.room.pick(block.room)
        fill(self.place, block.place, is_other=self.is_other)
        self._place.setVisible(block.room is None or bool(block.place))

    def _on_picked(self, room_id: object) -> None:
        plan, directory = self.context.desk.plan, self._acquaintances.directory
        room = next((room for room in all_rooms(plan, directory) if room.id == room_id), None)
        if room is None:
            self.make(ChangeRoom(self.block.id, None))
        else:
            self.make(room_edit(plan, directory, self.block, room))

    def _on_create(self, name: str) -> None:
        if name.strip():
            plan, directory = self.context.desk.plan, self._acquaintances.directory
            self.make(room_edit(plan, directory, self.block, name))

    def _on_place(self, place: object) -> None:
        self.make(ChangeDetails(self.block.id, place=words(place)), self.place)
