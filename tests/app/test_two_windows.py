"""Any interleaving of edits in two windows: each edit survives, or its conflict is told."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from planner.app.differences import difference, value_of
from planner.app.library import Library
from planner.app.workspace import Conflict, Workspace
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock, RemoveBlocks
from planner.domain.edits.document import ChangePlan
from planner.domain.edits.records import ReplaceRecord
from planner.domain.edits.timing import MoveBlock
from planner.domain.errors import EditRefused, UnknownRecord
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.store.sqlite import SqliteStore
from tests.builders import block, moment, plan
from tests.fakes import FixedClock

NAMES = st.sampled_from(["a", "b"])
STARTS = st.sampled_from(["08:00", "12:00"])
WINDOWS = st.integers(0, 1)
DAY = plan(block("a", "10:00"), block("b", "11:00"))


class TwoWindows(RuleBasedStateMachine):
    """Two workspaces on one SQLite file, edited in any order, seeing each other late."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "workspace.sqlite"
        self.stores = [SqliteStore(path) for _ in range(3)]
        libraries = [Library(store, FixedClock()) for store in self.stores]
        self.windows = [libraries[0].add(DAY), libraries[1].open(DAY.id)]
        self.library = libraries[2]

    def teardown(self) -> None:
        for window in self.windows:
            window.refresh()
            assert window.plan == self.truth()
        for store in self.stores:
            store.close()
        self.folder.cleanup()

    def truth(self) -> Plan:
        return self.library.open(DAY.id).plan

    def do(self, window: Workspace, action: Callable[[], object]) -> None:
        """Act in a window, and look at what rests in the file before and after."""
        seen, before = window.plan, self.truth()
        try:
            action()
        except Conflict as told:
            altered = {part.subject for part in difference(seen, told.mine)}
            elsewhere = {part.subject for part in difference(seen, before)}
            assert altered & elsewhere, "a conflict about nothing"
            assert self.truth() == window.plan == before
        except (EditRefused, UnknownRecord):
            assert self.truth() == before
        else:
            assert seen_before_changed(seen, before, window.plan)
            assert self.truth() == window.plan or window.plan == seen

    @rule(number=WINDOWS, name=NAMES, start=STARTS)
    def move(self, number: int, name: str, start: str) -> None:
        self.apply(number, MoveBlock(BlockId(name), moment(start)))

    @rule(number=WINDOWS, name=NAMES, start=STARTS)
    def add(self, number: int, name: str, start: str) -> None:
        self.apply(number, AddBlock(block(name, start)))

    @rule(number=WINDOWS, name=NAMES)
    def remove(self, number: int, name: str) -> None:
        self.apply(number, RemoveBlocks((BlockId(name),)))

    @rule(number=WINDOWS, title=st.sampled_from(["One", "Two"]))
    def rename(self, number: int, title: str) -> None:
        self.apply(number, ChangePlan(title=title))

    @rule(number=WINDOWS, name=NAMES, title=st.sampled_from(["One", "Two"]))
    def replace_whole(self, number: int, name: str, title: str) -> None:
        shown = self.windows[number].plan.blocks.get(BlockId(name))
        if shown is not None:
            self.apply(number, ReplaceRecord(replace(shown, title=title)))

    @rule(number=WINDOWS)
    def undo(self, number: int) -> None:
        self.do(self.windows[number], self.windows[number].undo)

    @rule(number=WINDOWS)
    def redo(self, number: int) -> None:
        self.do(self.windows[number], self.windows[number].redo)

    @rule(number=WINDOWS)
    def refresh(self, number: int) -> None:
        self.windows[number].refresh()
        assert self.windows[number].plan == self.truth()

    def apply(self, number: int, edit: Edit) -> None:
        window = self.windows[number]
        self.do(window, lambda: window.apply(edit))


def seen_before_changed(seen: Plan, before: Plan, after: Plan) -> bool:
    """Say whether all that was overwritten had been on the screen of who overwrote it."""
    return all(
        value_of(seen, part) in (alteration.before, alteration.after)
        for part, alteration in difference(before, after).items()
    )


TestTwoWindows = TwoWindows.TestCase
TestTwoWindows.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
