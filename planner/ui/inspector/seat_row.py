"""One seat of a panel: who sits there, in which role, what they answered; its menu changes that."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.domain.blocks import Rsvp, Seat
from planner.domain.people import Person
from planner.formats.wording.terms import term
from planner.ui.context import Context
from planner.ui.controls.avatar import Avatar
from planner.ui.controls.buttons import IconButton, LinkButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.menu import Menu


class SeatRow(QWidget):
    """Tells what somebody wants to do with the seat; it changes nothing itself."""

    person_wanted = Signal(object)
    role_chosen = Signal(object, object)
    answer_chosen = Signal(object, object)
    emptied = Signal(object)
    removed = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._text = context.language.text
        self._seat: Seat | None = None
        theme = context.theme
        self._avatar = Avatar(theme, "", parent=self)
        self.name = ElidedLabel(parent=self)
        self.name.setProperty("scale", "strong")
        self.note = ElidedLabel(parent=self)
        self.note.setProperty("scale", "small")
        self.assign = LinkButton(theme, self._text("Assign"), parent=self)
        self.assign.clicked.connect(lambda: self.person_wanted.emit(self._seat))
        self.more = IconButton(theme, "dots", self._text("More about this seat"), parent=self)
        self.more.clicked.connect(self._open_menu)
        self._arrange()

    def show_seat(self, seat: Seat, person: Person | None) -> None:
        """Show a seat and who sits there."""
        self._seat = seat
        role = term(seat.role, self._context.language)
        name = person.name if person is not None else ""
        self._avatar.set_name(name)
        self.name.set_text(name or role)
        answer = term(seat.rsvp, self._context.language)
        is_declined = seat.rsvp is Rsvp.DECLINED
        said = f"{role} \u00b7 {answer}" if name else self._text("not assigned")
        self.note.set_text(said)
        self._tone("error" if not name or is_declined else "muted")
        self.assign.setVisible(not name or is_declined)
        told = f"{name or role}, {said}"
        self.setAccessibleName(told)
        self.more.setAccessibleName(self._text("More about this seat: {told}", told=told))
        self.assign.setAccessibleName(self._text("Assign: {told}", told=told))

    def menu(self) -> Menu:
        """Return what can be done with the seat."""
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        seat = self._seat
        if seat is None:
            return menu
        has_person = seat.person is not None
        who = self._text("Somebody else") if has_person else self._text("Assign")
        menu.addAction(who, lambda: self.person_wanted.emit(seat))
        self._add_choices(menu, self._text("Role"), seat.role, self.role_chosen.emit)
        if has_person:
            self._add_choices(menu, self._text("Answer"), seat.rsvp, self.answer_chosen.emit)
            menu.addAction(self._text("Leave the seat open"), lambda: self.emptied.emit(seat))
        menu.addSeparator()
        icon = self._context.theme.icon("trash", "text_muted")
        menu.addAction(icon, self._text("Remove this seat"), lambda: self.removed.emit(seat))
        return menu

    def _add_choices(
        self, menu: Menu, title: str, chosen: StrEnum, told: Callable[[object, object], None]
    ) -> None:
        """Add a menu of all values of a kind, such as roles."""
        part = Menu(title, menu)
        menu.addMenu(part)
        for value in type(chosen):
            action = part.addAction(term(value, self._context.language))
            action.setCheckable(True)
            action.setChecked(value is chosen)
            action.triggered.connect(partial(self._tell, told, value))

    def _tell(self, told: Callable[[object, object], None], value: object, *_: object) -> None:
        told(self._seat, value)

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _tone(self, tone: str) -> None:
        if self.note.property("tone") != tone:
            self.note.setProperty("tone", tone)
            self.note.style().polish(self.note)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, self._context.theme.space(1), 0, self._context.theme.space(1))
        grid.setHorizontalSpacing(self._context.theme.space(2))
        grid.setVerticalSpacing(0)
        grid.addWidget(self._avatar, 0, 0, 2, 1)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.note, 1, 1)
        grid.addWidget(self.assign, 0, 2, 2, 1)
        grid.addWidget(self.more, 0, 3, 2, 1)
        grid.setColumnStretch(1, 1)
