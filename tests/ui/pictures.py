"""What must hold whatever somebody has done: the model is what the picture shows, and what is saved."""

from dataclasses import astuple, replace
from datetime import UTC, datetime

import pytest

from planner.app.clock import SystemClock
from planner.app.library import open_library
from planner.app.locations import workspace_file
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.problems import SEVERITIES, Problem
from planner.domain.references import subject_of
from planner.schedule.agenda import Agenda
from planner.schedule.checks.examination import examine
from planner.schedule.projection import project
from planner.ui.commands import Page, PlanView
from planner.ui.models.problem_rows import problem_rows
from planner.ui.models.timetable_rows import RowMaker
from planner.ui.panels.table_panel import TablePanel
from planner.ui.timeline.block_item import BlockItem
from planner.ui.timeline.block_painting import RING
from planner.ui.timeline.columns import unscheduled
from planner.ui.timeline.day_layout import DayLayout, laid_out
from planner.ui.timeline.faces import face_of
from planner.ui.timeline.geometry import Rect
from planner.ui.timeline.stage import Stage
from planner.ui.timeline.zones import SMALLEST
from tools.monkey import Monkey

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)

Places = dict[tuple[BlockId, tuple[str, str]], Rect]


def unstamped(plan: Plan) -> Plan:
    """Return a plan without the time of its last change, which undo does not take back."""
    return replace(plan, changed=_NEVER)


def assert_true_to_plan(monkey: Monkey) -> None:
    """Check everything in sight against what the open plan, and nothing else, says."""
    plan = monkey.desk.plan
    assert monkey.desk.plan == _saved(plan)
    assert set(monkey.desk.selection) <= set(plan.blocks)
    if monkey.workbench.page is not Page.PLAN:
        return
    agenda = Agenda(plan)
    problems = examine(plan, agenda).open
    if monkey.page.view is PlanView.TIMELINE:
        _assert_timeline(monkey, agenda, problems)
    else:
        _assert_table(monkey, agenda, problems)
    _assert_problems(monkey, agenda)


def assert_undone_and_redone(monkey: Monkey, start: Plan) -> None:
    """Check that undoing all steps brings the start back, and redoing all of them the end."""
    desk, end = monkey.desk, monkey.desk.plan
    while desk.undo_label:
        assert desk.undo()
    assert unstamped(desk.plan) == unstamped(start)
    while desk.redo_label:
        assert desk.redo()
    assert unstamped(desk.plan) == unstamped(end)


def _saved(plan: Plan) -> Plan:
    with open_library(workspace_file(), SystemClock()) as library:
        return library.open(plan.id).plan


def _assert_timeline(monkey: Monkey, agenda: Agenda, problems: tuple[Problem, ...]) -> None:
    stage = monkey.timeline.stage
    day = monkey.desk.day
    assert day is not None
    expected = laid_out(agenda, _layout(monkey), project(agenda))
    near = monkey.view.near_columns(expected)  # what is far out of sight has no items
    wanted = {
        (item.block, expected.columns[item.column].key): item.rect
        for item in expected.items
        if item.column in near
    }
    assert _rounded(_drawn(stage)) == _rounded(wanted)
    _assert_by_hand(monkey, agenda, wanted)
    _assert_faces(monkey, problems)
    chosen = {shown.item.block for shown in stage.scene.blocks if shown.state.is_selected}
    on_day = {block for block, _ in wanted}
    assert chosen == set(monkey.desk.selection) & on_day
    assert not stage.bubble.isVisible()
    assert not [s for s in stage.scene.blocks if s.state.is_dimmed]
    waiting = [block.id for block in unscheduled(agenda.plan)]
    assert [card.block for card in monkey.timeline.tray.cards] == waiting


def _layout(monkey: Monkey) -> DayLayout:
    stage: Stage = monkey.timeline.stage
    day, look = monkey.desk.day, stage.look
    assert day is not None
    width = float(monkey.view.viewport().width())
    scale, least = stage.pixels_per_minute, look.least_column
    return DayLayout(day, stage.arrangement, scale, width, least, look.column_gutter, stage.also)


def _drawn(stage: Stage) -> Places:
    """Return where the items of blocks really are, and that they are what is painted."""
    assert stage.board is not None
    found: Places = {}
    for shown in stage.scene.blocks:
        key = stage.board.columns[shown.item.column].key
        assert stage.scene.item_of(shown.item.block, key) is shown
        place, rect = shown.pos(), shown.item.rect
        found[shown.item.block, key] = Rect(place.x(), place.y(), rect.width, rect.height)
        assert shown.boundingRect().width() == pytest.approx(rect.width + 2 * RING)
    painted = {item for item in stage.scene.items() if isinstance(item, BlockItem)}
    assert painted == set(stage.scene.blocks)
    return found


def _rounded(places: Places) -> dict[object, tuple[float, ...]]:
    return {key: tuple(round(side, 3) for side in astuple(rect)) for key, rect in places.items()}


def _assert_by_hand(monkey: Monkey, agenda: Agenda, wanted: Places) -> None:
    """Check each block's height by plain arithmetic, not by the modules that drew it."""
    board, scale = monkey.board, monkey.timeline.stage.pixels_per_minute
    assert board is not None
    midnight = board.scale.day_start.instant.timestamp()
    on_day = {
        entry.block.id: entry
        for entry, day in zip(agenda.entries, agenda.dates, strict=True)
        if day == monkey.desk.day
    }
    assert {block for block, _ in wanted} <= set(on_day)
    for (block, _), rect in wanted.items():
        entry = next(e for key, e in on_day.items() if key == block)
        top = (entry.start - midnight) / 60 * scale
        height = (entry.end - entry.start) / 60 * scale
        if height >= SMALLEST:
            assert (rect.y, rect.height) == pytest.approx((top, height), abs=0.01)
        else:
            assert rect.y <= top + 0.01 <= rect.y + rect.height + 0.02


def _assert_faces(monkey: Monkey, problems: tuple[Problem, ...]) -> None:
    """Check that what stands on the blocks is what they say now."""
    stage, plan = monkey.timeline.stage, monkey.desk.plan
    board, language = monkey.board, monkey.workbench.context.language
    assert board is not None
    for shown in stage.scene.blocks:
        block = plan.block(shown.item.block)
        own = [p.severity for p in problems if p.subjects[:1] == (subject_of(block),)]
        worst = min(own, key=SEVERITIES.index, default=None)
        column = board.columns[shown.item.column]
        face = face_of(block, column, plan, language, worst)
        assert replace(shown.face, delay="") == face


def _assert_table(monkey: Monkey, agenda: Agenda, problems: tuple[Problem, ...]) -> None:
    panel = monkey.page.findChild(TablePanel)
    assert panel is not None
    maker = RowMaker(monkey.workbench.context.language)
    wanted = maker.rows(agenda, monkey.desk.day, problems)
    assert list(panel.model.rows) == wanted
    shown = {row.block for row in wanted if row.block is not None}
    assert set(panel.view.selected_blocks()) == set(monkey.desk.selection) & shown


def _assert_problems(monkey: Monkey, agenda: Agenda) -> None:
    model = monkey.page.problems.model
    if model.person is not None:
        return
    checked = examine(agenda.plan, agenda)
    ignored = checked.ignored if model.shows_ignored else ()
    language = monkey.workbench.context.language
    wanted = problem_rows(checked.open, ignored, agenda.plan, language)
    assert [row.spoken for row in model.rows] == [row.spoken for row in wanted]
