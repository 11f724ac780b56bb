"""The registry: the directory as the window sees it, and in which plans its records are."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from planner.app.appearances import Appearances, Appearing, appearances
from planner.app.uses import person_for_directory, use_of_office, use_of_person, use_of_room
from planner.domain.directory import Directory
from planner.domain.errors import PlannerError
from planner.domain.people import Person
from planner.domain.places import Office, Room
from planner.formats.wording.refusals import refusal
from planner.ui.context import Context
from planner.ui.messages import Offer, Tone
from planner.ui.turns import Turns
from planner.ui.undo_offer import tell_done

Kept = Person | Room | Office


class Registry(QObject):
    """Reads and changes the directory; ``changed`` tells that it, or what is known of plans, is new."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._turns: Turns | None = None
        self.directory = Directory()
        self.appearances = Appearances()

    def refresh(self) -> None:
        """Read the directory again, and then, in small steps, all plans."""
        self.reload()
        if self._turns is not None:
            self._turns.stop()
        work = appearances(self._context.library)
        self._turns = Turns(work, self._on_surveyed, self._on_survey_failed, self)

    def reload(self) -> None:
        """Read the directory again."""
        try:
            self.directory = self._context.library.directory()
        except PlannerError as error:
            self._tell(error)
        self.changed.emit()

    def stop(self) -> None:
        """Leave the plans unread from now on."""
        if self._turns is not None:
            self._turns.stop()
            self._turns = None

    def keep(self, records: Iterable[Kept]) -> bool:
        """Put records into the directory; say why where that is refused."""
        try:
            for record in records:
                self._context.library.keep(record)
        except PlannerError as error:
            self._tell(error)
            return False
        finally:
            self.reload()
        return True

    def forget(self, record: Kept) -> bool:
        """Take a record from the directory; the bar offers a way back."""
        text = self._context.language.text
        rooms = [room for room in self.directory.rooms.values() if room.office == record.id]
        if isinstance(record, Office) and rooms:
            told = self._context.language.count(
                "{n} room is in {office}. Delete it first, or put it into another office.",
                "{n} rooms are in {office}. Delete them first, or put them into another office.",
                len(rooms),
                office=record.name,
            )
            self._context.messages.say(told, Tone.WARNING)
            return False
        try:
            self._context.library.forget(record)
        except PlannerError as error:
            self._tell(error)
            self.reload()
            return False
        self.reload()
        back = Offer(text("Bring it back"), lambda: self.keep([record]))
        told = text(
            "\u201c{name}\u201d is no longer in the directory. Plans keep their own copies.",
            name=record.name,
        )
        self._context.messages.say(told, Tone.INFO, (back,))
        return True

    def take_from_plan(self, kind: type[Kept]) -> None:
        """Put what the open plan has of a kind into the directory, if it is not there yet."""
        plan = self._context.desk.plan
        records: list[Kept] = []
        if kind is Person:
            wanted = [p for p in plan.people.values() if p.id not in self.directory.people]
            records += [person_for_directory(plan, person) for person in wanted]
        if kind is Room:
            records += [r for r in plan.rooms.values() if r.id not in self.directory.rooms]
        if kind is not Person:
            records += [o for o in plan.offices.values() if o.id not in self.directory.offices]
        if self.keep(records) and records:
            told = self._context.language.count(
                "{n} entry was added to the directory.",
                "{n} entries were added to the directory.",
                len(records),
            )
            self._context.messages.say(told, Tone.GOOD)

    def use(self, record: Kept) -> None:
        """Bring a record into the open plan, or the plan's copy of it up to date."""
        desk, plan = self._context.desk, self._context.desk.plan
        match record:
            case Person():
                edit = use_of_person(plan, record)
            case Room():
                edit = use_of_room(plan, record, self.directory)
            case _:
                edit = use_of_office(plan, record)
        if desk.apply(edit, "directory"):
            text = self._context.language.text
            told = text("{name} is in \u201c{plan}\u201d now.", name=record.name, plan=plan.title)
            tell_done(self._context, told, edit)

    def is_in_plan(self, record: Appearing) -> bool:
        """Say whether the open plan has a copy of a record."""
        if not self._context.desk.is_open:
            return False
        plan = self._context.desk.plan
        tables = (plan.people, plan.rooms, plan.offices)
        return any(record.id in table for table in tables)

    def _on_surveyed(self, found: Appearances) -> None:
        self._turns = None
        self.appearances = found
        self.changed.emit()

    def _on_survey_failed(self, error: PlannerError) -> None:
        self._turns = None
        self._tell(error)

    def _tell(self, error: PlannerError) -> None:
        self._context.messages.say(refusal(error, self._context.language), Tone.ERROR)
