"""Tooltips: what a block is in full, with its slack and its problems."""

from collections.abc import Iterator
from html import escape

from planner.domain.blocks import Block
from planner.domain.ids import BlockId
from planner.domain.sequences import length_of
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.problems import problem_sentences
from planner.formats.wording.terms import term
from planner.ui.desk import Desk
from planner.ui.timeline.faces import times_of, title_of

_MOST_PROBLEMS = 3


def tooltip(block_id: BlockId, desk: Desk, language: Language) -> str:
    """Return a block in full as safe rich text."""
    block = desk.plan.block(block_id)
    title = f"<b>{escape(title_of(block, language))}</b>"
    lines = [line for line in _lines(block, desk, language) if line]
    return "<br>".join([title, *map(escape, lines)])


def _lines(block: Block, desk: Desk, language: Language) -> Iterator[str]:
    plan = desk.plan
    if block.timebox is not None:
        length = language.length(length_of(block.timebox, plan.policy))
        yield f"{times_of(block, plan, language)} ({length})"
    yield language.join([one_line(plan.people[person].name) for person in block.attendees])
    room = plan.rooms[block.room].name if block.room is not None else block.place
    mode = term(block.mode, language) if block.mode is not None else ""
    yield " \u00b7 ".join(filter(None, (one_line(room), mode)))
    yield from _slack(block, desk, language)
    yield from _problems(block, desk, language)


def _slack(block: Block, desk: Desk, language: Language) -> Iterator[str]:
    if block.timebox is None:
        return
    slack = desk.slacks.block(block.id).slack
    if slack is not None:
        yield language.text("Can start {length} later", length=language.length(slack))


def _problems(block: Block, desk: Desk, language: Language) -> Iterator[str]:
    found = [p for p in desk.checked.open if any(s.id == block.id for s in p.subjects[:1])]
    for problem in found[:_MOST_PROBLEMS]:
        yield f"{term(problem.severity, language)}: {problem_sentences(problem, desk.plan, language)[0]}"
