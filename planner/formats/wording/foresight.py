"""What an edit would do, in words: short enough to stand beside what is being dragged."""
# ruff: noqa: D102 -- `planner.app.foresight` and `planner.schedule.slack` say what each of these is

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Protocol

from planner.domain.blocks import Block
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.problems import SEVERITIES, Problem, Severity
from planner.domain.times import ZERO
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.problems import problem_sentences
from planner.formats.wording.refusals import refusal
from planner.formats.wording.terms import term

Said = tuple[Severity | None, str]
"""How bad it is, if it is, and a sentence."""

_CUTS = frozenset({"BRK-206", "BRK-211"})
"""Problems that say of a rest what the sentence on the rest says in fewer words."""

_WORTH_TELLING = timedelta(hours=8)
"""Nobody plans with more time than a day has."""


class RestChange(Protocol):
    """A rest that would have less time."""

    @property
    def block(self) -> BlockId: ...
    @property
    def after(self) -> timedelta: ...
    @property
    def minimum(self) -> timedelta: ...


class Slack(Protocol):
    """How much delay a block can take."""

    @property
    def slack(self) -> timedelta | None: ...
    @property
    def free(self) -> timedelta | None: ...


class Outlook(Protocol):
    """What an edit would do; `planner.app.foresight` looks ahead."""

    @property
    def plan(self) -> Plan | None: ...
    @property
    def refusal(self) -> PlannerError | None: ...
    @property
    def new_problems(self) -> Sequence[Problem]: ...
    @property
    def gone_problems(self) -> Sequence[Problem]: ...
    @property
    def moved(self) -> Sequence[BlockId]: ...
    @property
    def rests(self) -> Sequence[RestChange]: ...
    @property
    def slack(self) -> Slack | None: ...


def outlook_sentences(outlook: Outlook, plan_before: Plan, language: Language) -> list[Said]:
    """Return what an edit would do, the worst first, a sentence each.

    ``plan_before`` names the records of a refusal; all else is told by the plan that would be.
    """
    if outlook.refusal is not None:
        return [(Severity.ERROR, refusal(outlook.refusal, language, plan_before))]
    plan = outlook.plan or plan_before
    shorter = {rest.block: rest for rest in outlook.rests}
    cuts = {p.subjects[0].id: p for p in outlook.new_problems if _is_told_by_rest(p, shorter)}
    others = (p for p in outlook.new_problems if not _is_told_by_rest(p, shorter))
    found: list[Said] = [
        *((p.severity, problem_sentences(p, plan, language)[0]) for p in others),
        *(
            _rest(rest, plan.block(rest.block), cuts.get(rest.block), language)
            for rest in shorter.values()
        ),
        *((None, sentence) for sentence in _consequences(outlook, language)),
    ]
    return sorted(found, key=_rank)


def _rank(said: Said) -> int:
    return len(SEVERITIES) if said[0] is None else SEVERITIES.index(said[0])


def _is_told_by_rest(problem: Problem, shorter: Mapping[BlockId, RestChange]) -> bool:
    return problem.code in _CUTS and problem.subjects[0].id in shorter


def _rest(rest: RestChange, block: Block, problem: Problem | None, language: Language) -> Said:
    severity = None if problem is None else problem.severity
    name = one_line(block.title) or term(block.kind, language)
    facts = {
        "block": name,
        "length": language.length(rest.after),
        "by": language.length(abs(rest.after - rest.minimum)),
    }
    if rest.after > rest.minimum:
        return severity, language.text(
            "{block} would be {length}, {by} above its minimum.", **facts
        )
    if rest.after == rest.minimum:
        return severity, language.text("{block} would be {length}, just its minimum.", **facts)
    sentence = language.text("{block} would be {length}, {by} below its minimum.", **facts)
    return severity or Severity.WARNING, sentence


def _consequences(outlook: Outlook, language: Language) -> Iterator[str]:
    if len(outlook.moved) > 1:
        yield language.count("{n} block would move.", "{n} blocks would move.", len(outlook.moved))
    if outlook.slack is not None:
        yield from _slack(outlook.slack, language)
    if outlook.gone_problems:
        count = len(outlook.gone_problems)
        yield language.count("{n} problem would be gone.", "{n} problems would be gone.", count)


def _slack(slack: Slack, language: Language) -> Iterator[str]:
    free, promised = slack.free, slack.slack
    if free == ZERO:
        yield language.text("Any later, and something else moves.")
    elif free is not None and free <= _WORTH_TELLING:
        yield language.text("{length} before anything else moves.", length=language.length(free))
    if promised is not None and (free or ZERO) < promised <= _WORTH_TELLING:
        length = language.length(promised)
        yield language.text("{length} before a promise breaks.", length=length)
