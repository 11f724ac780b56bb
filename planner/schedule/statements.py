"""Statements: the answer to a what-if as codes and facts, ready for the wording."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from planner.domain.ids import BlockId
from planner.domain.subjects import Subject
from planner.domain.times import ZERO
from planner.schedule.promises import BrokenPromise, PromiseKind
from planner.schedule.what_if import Absorbed, Move, WhatIf


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing to say: ``code`` names the sentence, ``facts`` are the values it needs."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def statements(answer: WhatIf) -> tuple[Statement, ...]:
    """Return what there is to say, in order: what moves, what absorbs it, what breaks, for whom."""
    return (
        *_moves(answer),
        *_gaps(answer),
        *_promises(answer),
        *_days(answer),
        *_concerned(answer),
    )


def _moves(answer: WhatIf) -> Iterator[Statement]:
    given_up = {a.block: a for a in answer.absorbed if a.follows is None}
    for move in answer.moves:
        rest = given_up.get(move.block)
        yield _move(move) if rest is None else _shorter(move, rest)
    if not answer.moves:
        yield Statement("nothing_moves")
    elif all(move.block in answer.asked.blocks for move in answer.moves):
        yield Statement("nothing_else_moves")


def _move(move: Move) -> Statement:
    facts = {"block": _block(move.block), "start": move.after.start, "end": move.after.end}
    if move.later:
        code = "starts_later" if move.later > ZERO else "starts_earlier"
        return Statement(code, {**facts, "by": abs(move.later)})
    code = "ends_later" if move.ends_later > ZERO else "ends_earlier"
    return Statement(code, {**facts, "by": abs(move.ends_later)})


def _shorter(move: Move, rest: Absorbed) -> Statement:
    left = move.after.end.instant - move.after.start.instant
    facts = {"block": _block(rest.block), "start": move.after.start, "by": rest.by, "left": left}
    return Statement("rest_gives", facts)


def _gaps(answer: WhatIf) -> Iterator[Statement]:
    """Say which gaps help. A night is not a gap that anybody thinks of."""
    agenda = answer.before.agenda
    for absorbed in answer.absorbed:
        if absorbed.follows is not None:
            days = [agenda.dates[agenda.entry(b).index] for b in (absorbed.follows, absorbed.block)]
            if days[0] == days[1]:
                yield Statement("gap_gives", {"block": _block(absorbed.block), "by": absorbed.by})


def _promises(answer: WhatIf) -> Iterator[Statement]:
    for broken in answer.broken:
        yield _broken(broken, answer)
    if not answer.broken:
        yield Statement("no_more_breaks" if answer.after.broken else "promises_kept")


def _broken(broken: BrokenPromise, answer: WhatIf) -> Statement:
    promise = broken.promise
    facts = {
        "block": _block(promise.block),
        "who": broken.subjects,
        "by": broken.by,
        "due": promise.due,
    }
    after = answer.after.block(promise.block)
    if promise.kind is PromiseKind.REST:
        facts["end"] = after.end
    if promise.kind is PromiseKind.FIXED_START and after.delay > ZERO:
        return Statement("delays_fixed_start", facts)
    return Statement(f"breaks_{promise.kind}", facts)


def _days(answer: WhatIf) -> Iterator[Statement]:
    """Say whose day ends at another time, but not again when that is what breaks."""
    too_late = {
        (promise.candidate, promise.due)
        for promise in (broken.promise for broken in answer.broken)
        if promise.kind is PromiseKind.DAY_END
    }
    for change in answer.days:
        if (change.after.candidate, change.after.due) not in too_late:
            code = "day_ends_later" if change.later > ZERO else "day_ends_earlier"
            who = Subject("candidates", change.after.candidate)
            yield Statement(code, {"who": who, "by": abs(change.later), "end": change.after.end})


def _concerned(answer: WhatIf) -> Iterator[Statement]:
    if answer.concerned:
        yield Statement("concerns", {"who": answer.concerned})


def _block(block: BlockId) -> Subject:
    return Subject("blocks", block)
