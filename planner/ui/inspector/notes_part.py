"""Notes on a block, by who reads them; the internal one never leaves the planner."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.domain.blocks import Block, Kind, SeatRole
from planner.domain.edits.details import ChangeNotes
from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.labelled_field import LabelledField
from planner.ui.controls.text_area import TextArea
from planner.ui.inspector.fields import fill_text
from planner.ui.inspector.part import Part

_FIELDS = (
    ("candidate", mark("Note for the candidate"), mark("Shown on the itinerary")),
    ("interviewer", mark("Note for the interviewers"), mark("Shown on their sheets")),
    ("host", mark("Note for the host"), mark("Shown on the host's sheet")),
    ("internal", mark("Internal note"), mark("Never leaves the planner")),
)
_INTERVIEWED = frozenset({Kind.INTERVIEW, Kind.TALK, Kind.DEBRIEF})


class NotesPart(Part):
    """Shows the notes that somebody can read: without a host there is none for the host."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        grid = self.grid()
        self.fields: dict[str, TextArea] = {}
        self._labelled: dict[str, LabelledField] = {}
        for name, label, placeholder in _FIELDS:
            said = self.text(label)
            area = TextArea(context.theme, said, self.text(placeholder), self)
            area.edited.connect(partial(self._on_edited, name))
            self.fields[name] = area
            self._labelled[name] = grid.add(said, area)

    def fill(self, block: Block) -> None:
        """Show the notes on a block."""
        needed = {"candidate", "internal"}
        if block.kind in _INTERVIEWED or block.is_assessing:
            needed.add("interviewer")
        if any(seat.role is SeatRole.HOST for seat in block.seats):
            needed.add("host")
        for name, area in self.fields.items():
            note = getattr(block.notes, name)
            fill_text(area, note, is_other=self.is_other)
            self._labelled[name].setVisible(name in needed or bool(note))

    def _on_edited(self, name: str, text: str) -> None:
        self.fields[name].document().setModified(False)
        changes = {name: text.strip()}
        notes = replace(self.block.notes, **changes)
        if notes != self.block.notes:
            self.make(ChangeNotes(self.block.id, notes))
