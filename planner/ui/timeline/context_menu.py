"""The menu on a block, and the one on the empty day."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.blocks import Kind, Timebox
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock
from planner.domain.ids import BlockId
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.formats.plaintext import one_line
from planner.formats.wording.edits import label
from planner.formats.wording.terms import term
from planner.ui.context import Context
from planner.ui.controls.menu import Menu
from planner.ui.timeline import carrying, proposals
from planner.ui.timeline.board import Board
from planner.ui.timeline.columns import Column
from planner.ui.timeline.keys import Command, splitting

_MOST_FIXES = 3
_RECORD_ICONS = {"people": "user", "rooms": "door"}
_BLOCK_ROWS = (
    ("edit_title", Command.DUPLICATE, "copy"),
    (Command.BREAK_AFTER, Command.FOLLOW_PREVIOUS, Command.COMPACT),
    (Command.SWAP_EARLIER, Command.SWAP_LATER),
    (Command.UNSCHEDULE, Command.DELETE),
)


def block_menu(
    context: Context, board: Board, block: BlockId, at: Moment, parent: QWidget
) -> QMenu:
    """Return the menu of a block: fixes of its problems first, then what can be done with it."""
    menu = Menu(parent=parent)
    fixes = list(_fixes(context, block))
    for edit in fixes:
        text = label(edit, context.desk.plan, context.language)
        _add(menu, context, text, edit, "bolt")
    if fixes:
        menu.addSeparator()
    if context.desk.plan.block(block).is_rest:
        menu.addActions(context.actions.chosen(("make_safer",)))
        menu.addSeparator()
    split = splitting(board, block, at)
    for number, ids in enumerate(_BLOCK_ROWS):
        if number:
            menu.addSeparator()
        menu.addActions(context.actions.chosen(ids))
        if number == 1 and split is not None:
            clock = context.language.clock(split.at)
            said = context.language.text("Split at {clock}", clock=clock)
            _add(menu, context, said, split, "cut")
    return menu


def day_menu(context: Context, board: Board, column: Column, at: Moment, parent: QWidget) -> QMenu:
    """Return the menu of an empty place: what can be put there."""
    menu = Menu(parent=parent)
    clock = context.language.clock(at)
    new = menu.addMenu(context.language.text("New block at {clock}", clock=clock))
    new.setIcon(context.theme.icon("plus"))
    length = context.desk.plan.policy.default_duration
    for kind in Kind:
        block = proposals.created(board.plan, column, Timebox(at, length), kind)
        _add(new, context, term(kind, context.language), AddBlock(block), "")
    menu.addActions(context.actions.chosen(("paste", "select_day")))
    menu.addSeparator()
    menu.addActions(context.actions.chosen(("fit_day", "zoom_in", "zoom_out")))
    return menu


def columns_menu(
    context: Context,
    board: Board,
    also: tuple[Subject, ...],
    show: Callable[[tuple[Subject, ...]], object],
    parent: QWidget,
) -> QMenu:
    """Return the menu of people and rooms without anything that day; those chosen get a column."""
    menu = Menu(parent=parent)
    plan = board.plan
    busy = {c.subject for c in board.columns if c.placed}
    for table, records in (("people", plan.people), ("rooms", plan.rooms)):
        menu.addSeparator()
        for record in records.values():
            subject = Subject(table, record.id)
            if subject in busy:
                continue
            name = one_line(record.name).replace("&", "&&")
            action = menu.addAction(context.theme.icon(_RECORD_ICONS[table]), name)
            action.setCheckable(True)
            action.setChecked(subject in also)
            action.toggled.connect(lambda is_on, s=subject: show(_toggled(also, s, is_on=is_on)))
    if not any(not action.isSeparator() for action in menu.actions()):
        menu.addAction(context.language.text("Everybody has a column")).setEnabled(False)
    return menu


def _toggled(also: tuple[Subject, ...], subject: Subject, *, is_on: bool) -> tuple[Subject, ...]:
    others = tuple(other for other in also if other != subject)
    return (*others, subject) if is_on else others


def _fixes(context: Context, block: BlockId) -> Iterator[Edit]:
    found = [p for p in context.desk.checked.open if p.subjects and p.subjects[0].id == block]
    edits = [edit for problem in found for edit in problem.fixes[:1]]
    yield from edits[:_MOST_FIXES]


def _add(menu: QMenu, context: Context, text: str, edit: Edit, icon: str) -> None:
    action = QAction(text.replace("&", "&&"), menu)
    if icon:
        action.setIcon(context.theme.icon(icon))
    action.triggered.connect(lambda: _make(context, edit))
    menu.addAction(action)


def _make(context: Context, edit: Edit) -> None:
    made = carrying.apply(context, edit)
    if made:
        context.desk.select(made)
