"""Leads: which field of a block's form mends a problem that has no edit to mend it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.ui.inspector.how_part import HowPart
from planner.ui.inspector.panel_part import PanelPart
from planner.ui.inspector.when_part import WhenPart
from planner.ui.inspector.where_part import WherePart


@dataclass(frozen=True, slots=True, eq=False)
class Leads:
    """The parts of one form that problems lead to."""

    when: WhenPart
    panel: PanelPart
    where: WherePart
    how: HowPart

    def to(self, code: str) -> bool:
        """Bring the focus to the field that mends a problem, and say whether there is one."""
        found = _LEADS.get(code)
        if found is None:
            return False
        found(self).setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def person(self) -> QWidget:
        """Open the field that names a person, for the open seat or else the first one."""
        seats = self.panel.block.seats
        if not seats:
            return self.panel.add
        self.panel.name_somebody(self.panel.seat_to_fill() or seats[0])
        return self.panel.person

    def answer(self) -> QWidget:
        """Return the menu in which the answer of the first seat is noted."""
        return self.panel.rows[0].more if self.panel.rows else self.panel.add


_LEADS: Mapping[str, Callable[[Leads], QWidget]] = {
    **dict.fromkeys(("PNL-101", "PNL-102", "PNL-105", "PNL-106", "PNL-107"), Leads.person),
    **dict.fromkeys(("PNL-104", "PNL-109", "BRK-204"), lambda leads: leads.panel.add),
    "PNL-103": Leads.answer,
    **dict.fromkeys(("PLC-101", "PLC-102", "PLC-103", "PLC-106"), lambda leads: leads.where.room),
    "MOD-301": lambda leads: leads.how.fields["fallback"],
    "MOD-302": lambda leads: leads.how.fields["number"],
    "MOD-303": lambda leads: leads.how.fields["link"],
    "TIM-104": lambda leads: leads.when.start,
}
"""By code of a problem; `planner.ui.models.problem_ways` says the same in words."""


def leads_somewhere(code: str) -> bool:
    """Say whether a form has a field for problems of a code."""
    return code in _LEADS
