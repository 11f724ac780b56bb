"""Where a plan is at home: its office, one of the directory or a new one, and that office's time zone."""

from dataclasses import replace

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter

from planner.domain.edits.base import Edit
from planner.domain.edits.document import ChangePlan
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.together import Together
from planner.domain.ids import OfficeId, fresh_id
from planner.domain.places import Office
from planner.domain.plan import Plan
from planner.domain.zones import zone
from planner.formats.plaintext import one_line
from planner.ui.context import Context
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.record_combo import RecordCombo
from planner.ui.dialogs.zone_field import only_zone_with, zone_called, zone_completer
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.fields import WordField, fill, make, words


class ZoneWordField(WordField):
    """A field for a zone: its name, its city, or as much of it as only one zone has."""

    def read(self, text: str) -> str:
        """Return the zone that a text means.

        Raises:
            UnknownZone: it means none, or several.
        """
        found = zone_called(text) or only_zone_with(text)
        if not found:
            zone(one_line(text))
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the zones from the first time on that somebody comes here: there are many."""
        known: QCompleter | None = self.completer()
        if known is None:
            self.setCompleter(zone_completer(self))
        super().focusInEvent(event)


class OfficePart:
    """Two rows of a form. Every choice is one edit, which brings the office along if it is new."""

    def __init__(self, context: Context, acquaintances: Acquaintances, grid: FormGrid) -> None:
        text = context.language.text
        self._context = context
        self._acquaintances = acquaintances
        self.office = RecordCombo(
            context.theme,
            text("Office"),
            nobody=text("No office"),
            create=text("Add a new office"),
        )
        self.zone = ZoneWordField(context.theme, context.language, text("Time zone"))
        grid.add(text("Office"), self.office)
        self._zone = grid.add(text("Time zone of the office"), self.zone)
        self.office.picked.connect(self._on_picked)
        self.office.create_wanted.connect(self._on_create)
        self.zone.entered.connect(self._on_zone)

    def show_plan(self, plan: Plan, *, is_other: bool) -> None:
        """Show the office of a plan."""
        hint = self._context.language.text("Directory")
        self.office.set_rows(self._acquaintances.office_rows(plan, hint))
        self.office.pick(plan.office)
        office = None if plan.office is None else plan.offices.get(plan.office)
        self._zone.setVisible(office is not None)
        fill(self.zone, office.zone if office is not None else "", is_other=is_other)

    def _on_picked(self, office_id: object) -> None:
        plan, known = self._context.desk.plan, self._acquaintances.directory.offices
        chosen = None if office_id is None else OfficeId(str(office_id))
        new = known.get(chosen) if chosen is not None and chosen not in plan.offices else None
        self._make(chosen, new)

    def _on_create(self, name: str) -> None:
        if name.strip():
            context = self._context
            hours = (context.settings.current.hours,)
            zone_name = context.desk.plan.zone()
            office = Office(OfficeId(fresh_id("office")), one_line(name), zone_name, hours=hours)
            self._make(office.id, office)

    def _make(self, chosen: OfficeId | None, new: Office | None) -> None:
        edit: Edit = ChangePlan(office=chosen)
        if new is not None:
            edit = Together((AddRecords((new,)), edit))
        make(self._context, edit)

    def _on_zone(self, zone_name: object) -> None:
        plan = self._context.desk.plan
        if plan.office is not None and zone_name is not None:
            office = plan.find(Office, plan.office)
            make(
                self._context,
                ReplaceRecord(replace(office, zone=words(zone_name))),
                self.zone,
                lambda: self.show_plan(plan, is_other=False),
            )
        else:
            self.show_plan(plan, is_other=True)
