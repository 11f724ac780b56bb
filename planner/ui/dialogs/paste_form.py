"""The fields above a paste: where the blocks go, who comes, on which day and by which clocks."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from planner.domain.ids import CandidateId
from planner.formats.plaintext import one_line
from planner.ui.context import Context
from planner.ui.controls.date_field import DateField
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.segments import Segments
from planner.ui.dialogs.zone_field import ZoneField, usual_zone


class Target(StrEnum):
    """Where the blocks go."""

    NEW = "new"
    OPEN = "open"


class PasteForm(FormGrid):
    """One row of fields. ``reread()``: day or zone changed; ``retargeted()``: the blocks go elsewhere.

    ``judged()``: a field became one that can be read, or ceased to be.
    """

    reread = Signal()
    retargeted = Signal()
    judged = Signal()

    def __init__(
        self, context: Context, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._today = today
        own = context.desk.plan.zone() if context.desk.is_open else ""
        self.zone_name = own or usual_zone(context.settings.current)
        self._make_fields()
        self._by_field = {labelled.field: labelled for labelled in self.add_row(self._labels())}
        self.day.entered.connect(self.reread)
        self.day.refused.connect(self.judged)
        self.zone.changed.connect(self._on_zone_changed)
        self.target.chosen.connect(self._on_target_chosen)
        self._show_target()

    @property
    def is_readable(self) -> bool:
        """Say whether every field can be read as it stands."""
        return bool(self.zone.zone) and not self.day.sentence

    @property
    def is_for_open_plan(self) -> bool:
        """Say whether the blocks go into the open plan."""
        return self.target.value() is Target.OPEN

    @property
    def known_candidates(self) -> tuple[CandidateId, ...]:
        """Return whom the blocks of the open plan are for."""
        chosen = self.known_candidate.currentData()
        return () if chosen is None else (CandidateId(str(chosen)),)

    def _make_fields(self) -> None:
        theme, language = self._context.theme, self._context.language
        targets = [
            (Target.NEW, language.text("A new plan")),
            (Target.OPEN, language.text("The open plan")),
        ]
        self.target = Segments(theme, targets, language.text("Where the blocks go"))
        self.target.set_value(Target.NEW)
        self.candidate, self.position = QLineEdit(), QLineEdit()
        self.candidate.setPlaceholderText(language.text("Candidate"))
        self.known_candidate = QComboBox()
        self.day = DateField(theme, language, language.text("Day"), self._today)
        self.day.is_optional = True
        self.day.setPlaceholderText(language.text("as the text says"))
        self.zone = ZoneField(language.text("Time zone"))
        self.zone.set_zone(self.zone_name)

    def _labels(self) -> list[tuple[str, QWidget]]:
        text = self._context.language.text
        fields: list[tuple[str, QWidget]] = [
            (text("Candidate"), self.candidate),
            (text("Candidate"), self.known_candidate),
            (text("Position"), self.position),
            (text("Day if none is named"), self.day),
            (text("Time zone"), self.zone),
        ]
        if self._context.desk.is_open:
            for candidate in self._context.desk.plan.candidates.values():
                self.known_candidate.addItem(one_line(candidate.name), candidate.id)
            fields.insert(0, (text("Where the blocks go"), self.target))
        return fields

    def _on_zone_changed(self, zone: str) -> None:
        """Read again on other clocks; a name that is typed half is no zone yet."""
        said = self._context.language.text("There is no such time zone.")
        self._by_field[self.zone].show_error("" if zone else said)
        if zone and zone != self.zone_name:
            self.zone_name = zone
            self.reread.emit()
        self.judged.emit()

    def _on_target_chosen(self) -> None:
        self._show_target()
        self.retargeted.emit()

    def _show_target(self) -> None:
        is_open = self.is_for_open_plan
        for field in (self.candidate, self.position):
            self._by_field[field].setVisible(not is_open)
        self._by_field[self.known_candidate].setVisible(is_open)
