"""Acquaintances: the people, rooms and offices of the directory, read from the library once."""

from planner.app.library import Library
from planner.domain.directory import Directory
from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.ui.controls.record_combo import Row


class Acquaintances:
    """Keeps the directory until it is told to `forget` it; a damaged one knows nobody."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._directory: Directory | None = None

    @property
    def directory(self) -> Directory:
        """Return the directory as it was read last."""
        if self._directory is None:
            try:
                self._directory = self._library.directory()
            except PlannerError:
                self._directory = Directory()
        return self._directory

    def forget(self) -> None:
        """Read the directory again when it is asked for next."""
        self._directory = None

    def people_rows(self, plan: Plan) -> list[Row]:
        """Return everybody to pick from: those of the plan, then those of the directory."""
        others = (who for key, who in self.directory.people.items() if key not in plan.people)
        return [Row(who.id, who.name, who.title) for who in (*plan.people.values(), *others)]

    def office_rows(self, plan: Plan, elsewhere: str) -> list[Row]:
        """Return all offices to pick from; ``elsewhere`` tells those that the plan has not got yet."""
        own = [Row(office.id, office.name, office.city) for office in plan.offices.values()]
        others = (o for key, o in self.directory.offices.items() if key not in plan.offices)
        return own + [
            Row(office.id, office.name, ", ".join(filter(None, (office.city, elsewhere))))
            for office in others
        ]

    def room_rows(self, plan: Plan) -> list[Row]:
        """Return all rooms to pick from, with their offices where there are several."""
        from planner.ui.models.typed_cells import all_rooms  # noqa: PLC0415 -- slow import

        offices = {**self.directory.offices, **plan.offices}
        rooms = all_rooms(plan, self.directory)
        several = len({room.office for room in rooms}) > 1
        return [
            Row(
                room.id,
                room.name,
                offices[room.office].name if several and room.office in offices else "",
            )
            for room in rooms
        ]
