"""A live day in the terminal and as JSON: its blocks, its log, and what is due."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.live_day import LiveDay, journal_beside
from planner.app.moments import moment_called
from planner.app.simulation import SetClock
from planner.cli.candidate_column import candidate_cell, candidate_head
from planner.cli.shapes import plain
from planner.cli.terminal import Terminal
from planner.domain.ids import BlockId
from planner.domain.log import Happening, Log
from planner.domain.people import Candidate
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import ZERO, Moment
from planner.formats.logfile import read_lines
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language
from planner.formats.wording.log import LogLine, block_title, log_lines
from planner.formats.wording.phases import phase_word
from planner.formats.wording.playbooks import due_sentences
from planner.formats.wording.whose import has_several, with_names
from planner.i18n import mark
from planner.schedule.agenda import instant
from planner.schedule.live.live_projection import LiveProjection, Phase
from planner.schedule.promises import BrokenPromise
from planner.schedule.repairs.playbooks import DueStep, due_steps

_HEADS = (mark("Planned"), mark("Will be"), mark("Delay"), mark("Now"), mark("Block"))


def read_log(plan_file: Path, terminal: Terminal | None = None) -> Log:
    """Return the log beside a plan file; an empty one where there is none. Warn of lines left out.

    Raises:
        ReadFailed: it is there and cannot be read.
    """
    found = read_lines(journal_beside(plan_file).lines())
    if terminal is not None:
        warn_of_unread(found.unread, terminal)
    return Log(found.entries)


def warn_of_unread(unread: Sequence[int], terminal: Terminal) -> None:
    """Say that lines of a log cannot be read, if there are any: nobody could see it otherwise."""
    one = "{n} line of the log of this day cannot be read and is left out."
    many = "{n} lines of the log of this day cannot be read and are left out."
    if unread:
        terminal.warn(terminal.language.count(one, many, len(unread)))


def live_day_at(plan_file: Path, plan: Plan, text: str | None, author: str = "") -> LiveDay:
    """Return the live day of a plan file with its clock at a moment that was typed.

    Raises:
        ReadFailed: the log cannot be read.
        InvalidValue: the text is no moment.
    """
    journal = journal_beside(plan_file)
    if text is None:
        return LiveDay(journal, SystemClock(), author)
    now = moment_called(plan, read_log(plan_file), text)
    return LiveDay(journal, SetClock(now.instant), author)


def say_live(projection: LiveProjection, terminal: Terminal) -> None:
    """Print how the day goes: its blocks, by how much it is late, and what is due now."""
    language, plan = terminal.language, projection.agenda.plan
    terminal.say(plan.title, style="bold")
    heads = [*(language.text(head) for head in _HEADS), *candidate_head(plan, language)]
    days = groupby(_today(projection), key=lambda pair: pair[0])
    for day, names in days:
        rows = [_row(projection, name, language) for _, name in names]
        terminal.table(heads, rows, language.day(day), firm=len(_HEADS) - 1)
    for candidate in plan.candidates.values():
        terminal.say(_offset_sentences(candidate, projection, language))
    for step in due_steps(projection):
        say_due(step, projection, terminal)


def say_due(step: DueStep, projection: LiveProjection, terminal: Terminal) -> None:
    """Print what is wrong with a block, and what to do about it now."""
    plan, language = projection.agenda.plan, terminal.language
    first, *more = due_sentences(step, plan, language)
    first = with_names(first, plan, [step.block], language)
    terminal.say(f"\u25b2 {first}", style="yellow")
    for sentence in more:
        terminal.say(f"    {sentence}")


def say_log(log: Log, plan: Plan, terminal: Terminal) -> None:
    """Print the log, a line each."""
    for line in log_lines(log, plan, terminal.language):
        say_line(line, plan, terminal)


def say_line(line: LogLine, plan: Plan, terminal: Terminal) -> None:
    """Print a line of the log; where the plan has several candidates, with whose block it is about."""
    entry, language = line.entry, terminal.language
    blocks = [] if entry.block is None else [entry.block]
    text = with_names(line.text, plan, blocks, language)
    if entry.what is Happening.VERDICT and entry.candidate is not None and has_several(plan):
        name = subject_name(Subject("candidates", entry.candidate), plan, language)
        text = f"{name}: {text}"
    terminal.say(f"{line.clock} {text}")


def live_document(projection: LiveProjection, language: Language) -> dict[str, object]:
    """Return how the day goes as JSON has it."""
    plan = projection.agenda.plan
    return {
        "plan": {"id": plan.id, "title": plan.title},
        "now": plain(Moment(_now(projection).instant, plan.zone())),
        "blocks": [_block(projection, name) for name in projection.blocks],
        "offsets": {c: plain(projection.offset(c)) for c in plan.candidates},
        "relative_offsets": {c: plain(projection.relative_offset(c)) for c in plan.candidates},
        "broken_promises": [_broken(broken) for broken in projection.broken],
        "due": [_due(step, plan, language) for step in due_steps(projection)],
    }


def _block(projection: LiveProjection, name: BlockId) -> dict[str, object]:
    found = projection.blocks[name]
    return {
        "id": name,
        "phase": projection.phases[name].value,
        "start": plain(found.start),
        "end": plain(found.end),
        "delay": plain(found.delay),
        "end_delay": plain(found.end_delay),
        "shortened": plain(found.shortened),
        "violated": plain(found.violated),
        "effective": plain(projection.elapsed(name)),
    }


def _broken(broken: BrokenPromise) -> dict[str, object]:
    return {
        "kind": broken.promise.kind.value,
        "block": broken.promise.block,
        "due": plain(broken.promise.due),
        "by": plain(broken.by),
        "subjects": plain(broken.subjects),
    }


def _due(step: DueStep, plan: Plan, language: Language) -> dict[str, object]:
    return {
        "playbook": step.playbook.value,
        "block": step.block,
        "candidates": plain(plan.block(step.block).candidates),
        "task": plain(step.task),
        "told": due_sentences(step, plan, language),
    }


def _today(projection: LiveProjection) -> Iterator[tuple[date, BlockId]]:
    """Yield the blocks of today with their date, else all of them."""
    agenda, now = projection.agenda, _now(projection)
    dated = list(zip(agenda.dates, (entry.block.id for entry in agenda.entries), strict=True))
    today = [pair for pair in dated if pair[0] == now.day]
    yield from today or dated


def _row(projection: LiveProjection, name: BlockId, language: Language) -> tuple[str, ...]:
    entry, found = projection.agenda.by_block[name], projection.blocks[name]
    end = entry.timebox.start.moved(timedelta(seconds=entry.length))
    is_gone = projection.phases[name] is Phase.SKIPPED
    return (
        language.span(entry.timebox.start, end),
        "" if is_gone else language.span(found.start, found.end),
        language.length(found.delay) if found.delay and not is_gone else "",
        phase_word(projection.phases[name], language),
        block_title(entry.block, language),
        *candidate_cell(projection.agenda.plan, [name], language),
    )


def _now(projection: LiveProjection) -> Moment:
    return Moment(instant(projection.now), projection.agenda.plan.zone())


def _offset_sentences(candidate: Candidate, projection: LiveProjection, language: Language) -> str:
    """Return how late a day runs; also measured from when it really began, where that differs."""
    offset, since = projection.offset(candidate.id), projection.relative_offset(candidate.id)
    said = _offset_sentence(candidate.name, offset, language)
    if offset in {since, ZERO}:
        return said
    sign = "+" if since > ZERO else ""
    by = f"{sign}{language.length(since)}"
    return f"{said} {language.text('Since the day really began: {by}', by=by)}."


def _offset_sentence(name: str, offset: timedelta, language: Language) -> str:
    if offset == ZERO:
        return language.text("The day of {name} is on time.", name=name)
    length = language.length(abs(offset))
    if offset < ZERO:
        return language.text("The day of {name} runs {by} early.", name=name, by=length)
    return language.text("The day of {name} runs {by} late.", name=name, by=length)
