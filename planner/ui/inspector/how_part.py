"""How: face to face, by phone or by video, and how a call connects."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.domain.blocks import Block, Connection, Kind, Mode
from planner.domain.edits.places import ChangeConnection, ChangeMode
from planner.formats.wording.terms import term
from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.labelled_field import LabelledField
from planner.ui.controls.segments import Segments
from planner.ui.inspector.fields import WordField, fill, word_field, words
from planner.ui.inspector.part import Part

_MEETING = frozenset({Kind.INTERVIEW, Kind.TALK, Kind.DEBRIEF})
_FIELDS = (
    ("number", mark("Number to dial")),
    ("link", mark("Link")),
    ("access_code", mark("Access code")),
    ("fallback", mark("If the connection drops")),
)


class HowPart(Part):
    """Calls have fields of their own; a link is asked for in video calls only, unless there is one."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        language = context.language
        rows = [(mode, term(mode, language)) for mode in Mode]
        self.mode = Segments(context.theme, rows, self.text("Mode"), self)
        self.mode.chosen.connect(lambda mode: self.make(ChangeMode(self.block.id, mode)))
        grid = self.grid()
        grid.add(self.text("Mode"), self.mode)
        self.fields: dict[str, WordField] = {}
        self._labelled: dict[str, LabelledField] = {}
        for name, label in _FIELDS:
            field = word_field(context, self.text(label))
            field.entered.connect(partial(self._on_entered, name))
            self.fields[name] = field
            self._labelled[name] = grid.add(self.text(label), field)

    def matters(self, block: Block) -> bool:
        """Say whether people meet in a way that has to be said."""
        return block.kind in _MEETING or block.is_assessing or block.mode is not None

    def fill(self, block: Block) -> None:
        """Show how people meet in a block."""
        if self.mode.value() != block.mode:
            self.mode.set_value(block.mode)
        connection = block.connection or Connection()
        for name, field in self.fields.items():
            value = getattr(connection, name)
            is_asked = block.is_call and (name != "link" or block.mode is Mode.VIDEO)
            self._labelled[name].setVisible(is_asked or (bool(value) and block.mode is not None))
            fill(field, value, is_other=self.is_other)

    def _on_entered(self, name: str, value: object) -> None:
        changes = {name: words(value)}
        changed = replace(self.block.connection or Connection(), **changes)
        connection = None if changed == Connection() else changed
        self.make(ChangeConnection(self.block.id, connection), self.fields[name])
