"""The shelf: plans are taken from it and put back, for the window's commands."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from planner.app.deletion import Deleted, bring_back, delete_plan
from planner.app.library import PlanExists
from planner.app.locations import data_folder
from planner.app.plan_files import sample_plan, save_copy
from planner.app.workspace import Workspace
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.formats.wording.refusals import refusal
from planner.ui.context import Context
from planner.ui.messages import Offer, Tone


class Shelf:
    """Opens, adds and removes plans; whatever fails is said in the window's bar."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def open(self, plan_id: PlanId) -> bool:
        """Put a plan of the library on the desk; return whether it is there now."""
        desk = self._context.desk
        if desk.is_open and desk.plan.id == plan_id:
            return True
        return self._put(lambda: self._context.library.open(plan_id))

    def add(self, plan: Plan) -> bool:
        """Put a new plan into the library and on the desk."""
        return self._put(lambda: self._context.library.add(plan))

    def open_sample(self) -> bool:
        """Put the sample plan on the desk; a second time the one that is there already."""
        return self._put(self._sample)

    def save_copy(self, path: Path) -> bool:
        """Write the open plan to a file."""
        text = self._context.language.text
        done = self._guarded(lambda: save_copy(self._context.desk.plan, path))
        if done:
            self._context.messages.say(text("A copy is in {file}.", file=path.name), Tone.GOOD)
        return done

    def duplicate(self, plan_id: PlanId) -> bool:
        """Put a copy of a plan into the library and on the desk."""
        library, text = self._context.library, self._context.language.text

        def make() -> Workspace:
            plan = library.open(plan_id).plan
            return library.add_copy(replace(plan, title=text("{title} (copy)", title=plan.title)))

        return self._put(make)

    def delete(self, plan_id: PlanId) -> bool:
        """Take a plan with its log from the library, and from the desk; the bar offers a way back."""
        desk, library = self._context.desk, self._context.library
        gone: list[Deleted] = []
        if not self._guarded(lambda: gone.append(delete_plan(library, plan_id, data_folder()))):
            return False
        deleted = gone[0]
        if desk.is_open and desk.plan.id == plan_id:
            desk.close()
        text = self._context.language.text
        back = Offer(text("Bring it back"), lambda: self._bring_back(deleted))
        title = deleted.plan.title
        said = text("“{title}” was deleted.", title=title)
        if deleted.logged:
            said = text("“{title}” was deleted, with its log.", title=title)
        self._context.messages.say(said, Tone.INFO, (back,))
        return True

    def _bring_back(self, deleted: Deleted) -> bool:
        library = self._context.library
        return self._put(lambda: bring_back(library, deleted, data_folder()))

    def _sample(self) -> Workspace:
        plan = sample_plan()
        try:
            return self._context.library.add(plan)
        except PlanExists:
            return self._context.library.open(plan.id)

    def _put(self, make: Callable[[], Workspace]) -> bool:
        return self._guarded(lambda: self._context.desk.open(make()))

    def _guarded(self, step: Callable[[], object]) -> bool:
        try:
            step()
        except PlannerError as error:
            self._context.messages.say(refusal(error, self._context.language), Tone.ERROR)
            return False
        return True
