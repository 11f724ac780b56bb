"""The form of one record of the directory: every field is kept as soon as it is left."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from planner.domain.ids import OfficeId
from planner.domain.places import Equipment, Office
from planner.domain.zones import zone_names
from planner.formats.wording.directory import equipment_word, fault_sentence
from planner.ui.context import Context
from planner.ui.controls.chip_button import ChipButton
from planner.ui.controls.flow_layout import FlowLayout
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.labelled_field import LabelledField
from planner.ui.controls.record_combo import RecordCombo, Row
from planner.ui.controls.text_area import TextArea
from planner.ui.panels.directory_fields import FORM_FIELDS, Editor, FormField
from planner.ui.registry import Kept


class DirectoryForm(QWidget):
    """``edited(record)`` tells the record with another value; what cannot be read is marked."""

    edited = Signal(object)

    def __init__(
        self,
        context: Context,
        record: Kept,
        offices: Mapping[OfficeId, Office],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._offices = offices
        self._record = record
        self._fields: dict[str, LabelledField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = FormGrid(context.theme, self)
        column.addWidget(grid)
        for _, fields in groupby(FORM_FIELDS[type(record)], key=lambda field: field.row):
            row = list(fields)
            words = [context.language.text(field.label) for field in row]
            made = grid.add_row(list(zip(words, map(self._editor, row), strict=True)))
            self._fields.update(zip([field.name for field in row], made, strict=True))
        self.show_record(record)

    @property
    def record(self) -> Kept:
        """Return the record as it was edited last."""
        return self._record

    def field(self, name: str) -> QWidget:
        """Return the editor of a field."""
        return self._fields[name].field

    def show_record(self, record: Kept) -> None:
        """Show other values of the same record; a field with the focus keeps what is typed."""
        self._record = record
        for field in FORM_FIELDS[type(record)]:
            self._show(field)

    def _editor(self, field: FormField) -> QWidget:
        text = self._context.language.text
        name = text(field.label)
        match field.editor:
            case Editor.TEXT:
                area = TextArea(self._context.theme, name, parent=self)
                area.edited.connect(partial(self._take, field))
                return area
            case Editor.OFFICE:
                return self._office_combo(field, name)
            case Editor.EQUIPMENT:
                return self._equipment(field, name)
            case _:
                return self._line(field, name)

    def _line(self, field: FormField, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(self._context.language.text(field.hint))
        if field.editor is Editor.ZONE:
            known = QCompleter(sorted(zone_names()), line)
            known.setFilterMode(Qt.MatchFlag.MatchContains)
            known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(known)
            line.setPlaceholderText("Europe/Luxembourg")
        line.editingFinished.connect(lambda: self._take(field, line.text()))
        return line

    def _office_combo(self, field: FormField, name: str) -> RecordCombo:
        combo = RecordCombo(self._context.theme, name, parent=self)
        offices = sorted(self._offices.values(), key=lambda office: office.name.casefold())
        combo.set_rows([Row(office.id, office.name, office.city) for office in offices])
        combo.picked.connect(lambda office: self._keep(field, office))
        return combo

    def _equipment(self, field: FormField, name: str) -> QWidget:
        holder = QWidget(self)
        holder.setAccessibleName(name)
        flow = FlowLayout(self._context.theme, holder)
        for item in Equipment:
            word = equipment_word(item, self._context.language)
            chip = ChipButton(self._context.theme, word, parent=holder)
            chip.setCheckable(True)
            chip.setObjectName(item.value)
            chip.clicked.connect(lambda _checked: self._keep(field, _checked_items(holder)))
            flow.addWidget(chip)
        return holder

    def _show(self, field: FormField) -> None:
        value = getattr(self._record, field.name)
        editor = self._fields[field.name].field
        if isinstance(editor, TextArea):
            if not editor.is_untold:
                editor.set_text(field.write(value))
        elif isinstance(editor, RecordCombo):
            editor.pick(value)
        elif isinstance(editor, QLineEdit):
            if not (editor.hasFocus() and editor.isModified()):
                editor.setText(field.write(value))
                editor.setCursorPosition(0)
                self._mark(field, "")
        else:
            for chip in editor.findChildren(ChipButton):
                chip.setChecked(chip.objectName() in {item.value for item in value})

    def _take(self, field: FormField, text: str) -> None:
        if text == field.write(getattr(self._record, field.name)):
            self._mark(field, "")
            return
        value, faults = field.read(text)
        if faults:
            self._mark(field, fault_sentence(faults[0], self._context.language))
            return
        self._mark(field, "")
        self._keep(field, value)

    def _keep(self, field: FormField, value: object) -> None:
        values: dict[str, object] = {field.name: value}
        changed = replace(self._record, **values)  # type: ignore[arg-type]  # a value of its field
        if changed != self._record:
            self._record = changed
            editor = self._fields[field.name].field
            if isinstance(editor, QLineEdit):
                editor.setModified(False)
            self.edited.emit(changed)

    def _mark(self, field: FormField, sentence: str) -> None:
        labelled = self._fields[field.name]
        if labelled.note() == sentence:
            return
        labelled.show_error(sentence)
        labelled.field.setProperty("invalid", bool(sentence))
        labelled.field.style().polish(labelled.field)


def _checked_items(holder: QWidget) -> tuple[Equipment, ...]:
    chosen = {chip.objectName() for chip in holder.findChildren(ChipButton) if chip.isChecked()}
    return tuple(item for item in Equipment if item.value in chosen)
