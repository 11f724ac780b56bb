"""A monkey at the window: whatever it does, nothing breaks, and the picture is what the plan says.

``MONKEY_STEPS=10000`` in the environment lets it play for longer than a usual run does.
"""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.plan_files import load_plan_file
from planner.app.settings import ThemeChoice
from planner.domain.blocks import CalendarMark
from planner.domain.edits.blocks import DuplicateBlock
from planner.domain.edits.timing import Reschedule
from planner.domain.ids import BlockId, PlanId
from planner.domain.plan import Plan
from planner.resources import bundled
from planner.ui.application import Application
from planner.ui.commands import PlanView
from planner.ui.timeline.columns import Arrangement
from tests.ui.pictures import assert_true_to_plan, assert_undone_and_redone
from tests.ui.programs import program
from tools.monkey import HANDS, Monkey, settle

STEPS = int(os.environ.get("MONKEY_STEPS", "200"))
AT_ONCE = 40
DAY = timedelta(days=1)
GESTURES: st.SearchStrategy[Any] = st.one_of(
    [
        st.tuples(st.just(name), *(st.integers(first, last) for first, last in hand.ranges))
        for name, hand in HANDS.items()
    ]
)


def three_days() -> Plan:
    """Return the sample with a day after it, another a week later, and a block that waits."""
    plan = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
    names = [block.id for block in plan.blocks.values() if block.timebox is not None]
    for number, (name, days) in enumerate(zip(names[:5], (1, 1, 1, 7, 7), strict=True)):
        mark = CalendarMark(f"00000000-0000-4000-8000-00000000000{number}")
        plan = DuplicateBlock(name, BlockId(f"new-{number}"), mark, days * DAY).apply(plan)
    return Reschedule(BlockId("new-0"), None).apply(plan)


def sat_down(application: Application, plan: Plan) -> Monkey:
    """Return a monkey before a window that looks the same each time it begins."""
    context = application.workbench.context
    context.settings.change(theme=ThemeChoice.LIGHT, language="en")
    settle()
    monkey = Monkey(application)
    application.shell.resize(1440, 900)
    monkey.workbench.add_plan(plan)
    monkey.workbench.show_view(PlanView.TIMELINE)
    monkey.timeline.show_arrangement(Arrangement.PEOPLE)
    QApplication.clipboard().clear()
    settle()
    return monkey


def plays(application: Application, log: Any, raised: Sequence[object]) -> Any:
    """Return the machine that plays with a program, and looks at everything after each gesture."""
    plan, turns, done = three_days(), Counter[str](), Counter[str]()

    class Play(RuleBasedStateMachine):
        made = done

        def __init__(self) -> None:
            super().__init__()
            turns["begun"] += 1
            self.start = replace(plan, id=PlanId(f"play-{turns['begun']}"))
            self.monkey = sat_down(application, self.start)

        @rule(gesture=GESTURES)
        def do(self, gesture: tuple[str, *tuple[int, ...]]) -> None:
            done[gesture[0]] += 1
            self.monkey.do(*gesture)

        @invariant()
        def nothing_was_raised(self) -> None:
            assert list(raised) == []
            assert [
                r.message for r in log.records if r.type_name != "QtDebugMsg" and not r.ignored
            ] == []

        @invariant()
        def picture_is_true_to_plan(self) -> None:
            assert_true_to_plan(self.monkey)

        def teardown(self) -> None:
            assert_undone_and_redone(self.monkey, self.start)
            assert_true_to_plan(self.monkey)

    return Play


def test_monkey_never_breaks_the_window(qapp: QApplication, qtbot: QtBot, qtlog: Any) -> None:
    with program(qapp) as application, qtbot.captureExceptions() as raised:
        play = plays(application, qtlog, raised)
        wanted = settings(max_examples=STEPS // AT_ONCE, stateful_step_count=AT_ONCE)
        run_state_machine_as_test(play, settings=wanted)
    assert sum(play.made.values()) >= STEPS
