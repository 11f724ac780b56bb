"""Problem rows: one problem as a list shows it, with words that are made when they are asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property

from planner.domain.edits.base import Edit
from planner.domain.ids import BlockId, PersonId, RoomId
from planner.domain.plan import Plan
from planner.domain.problems import Problem, Severity
from planner.domain.subjects import Subject
from planner.formats.plaintext import one_line
from planner.formats.wording.edits import label
from planner.formats.wording.language import Language
from planner.formats.wording.problems import problem_sentences
from planner.formats.wording.terms import term


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that would mend a problem, and what it is called."""

    edit: Edit
    label: str


class ProblemRow:
    """One problem of a plan. ``reason`` says why somebody lives with it; empty while it is open.

    Two rows are equal when they would say the same: sentences take longer than a frame for some
    hundred problems, so they are neither made nor compared before a row is shown.
    """

    def __init__(
        self, key: str, problem: Problem, plan: Plan, language: Language, reason: str | None = None
    ) -> None:
        self.key = key
        self.problem = problem
        self.reason = reason
        self._plan = plan
        self._language = language
        self._named = tuple(named_records(problem, plan))

    @property
    def severity(self) -> Severity:
        """Return how bad it is."""
        return self.problem.severity

    @property
    def is_ignored(self) -> bool:
        """Say whether somebody decided to live with it."""
        return self.reason is not None

    @cached_property
    def sentence(self) -> str:
        """Return what is wrong and where."""
        return one_line(self._sentences[0])

    @cached_property
    def mend(self) -> str:
        """Return what would mend it."""
        return one_line(self._sentences[1])

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """Return the edits that would mend it, best first."""
        edits = () if self.is_ignored else self.problem.fixes
        return tuple(Fix(edit, label(edit, self._plan, self._language)) for edit in edits)

    @cached_property
    def spoken(self) -> str:
        """Return everything that the row says, for those who hear it."""
        words = self._language
        parts = [f"{term(self.severity, words)}, {self.problem.code}.", self.sentence]
        if self.is_ignored:
            parts.append(words.text("Ignored: {reason}", reason=self.reason))
        elif self.fixes:
            parts.append(words.text("Fix: {label}.", label=self.fixes[0].label))
        else:
            parts.append(self.mend)
        return " ".join(parts)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ProblemRow):
            return NotImplemented
        return (
            (self.key, self.reason, self._language) == (other.key, other.reason, other._language)
            and are_same(self._named, other._named)
            and self.problem == other.problem
        )

    def __hash__(self) -> int:
        return hash(self.key)

    @cached_property
    def _sentences(self) -> tuple[str, str]:
        return problem_sentences(self.problem, self._plan, self._language)


def problem_rows(
    open_ones: Iterable[Problem],
    ignored: Iterable[Problem],
    plan: Plan,
    language: Language,
) -> Iterator[ProblemRow]:
    """Yield a row for each problem, the ignored ones last; keys differ even where problems agree."""
    reasons = {entry.key: entry.reason for entry in plan.ignored}
    times: dict[str, int] = {}
    for problem, reason in _with_reasons(open_ones, ignored, reasons):
        key = problem.key
        times[key] = times.get(key, 0) + 1
        shown = key if times[key] == 1 else f"{key} #{times[key]}"
        yield ProblemRow(shown, problem, plan, language, reason)


def concerned(problem: Problem, plan: Plan) -> Iterator[Subject]:
    """Yield the candidates and people whom a problem is about, or who are in its blocks."""
    for subject in problem.subjects:
        yield from people_at(subject, plan)


def people_at(subject: Subject, plan: Plan) -> Iterator[Subject]:
    """Yield the candidates and people of a block, or the one that a subject is."""
    if subject.table in ("candidates", "people"):
        yield subject
    elif subject.table == "blocks" and subject.id in plan.blocks:
        block = plan.blocks[BlockId(subject.id)]
        yield from (Subject("candidates", candidate) for candidate in block.candidates)
        yield from (Subject("people", person) for person in block.people)


def named_records(problem: Problem, plan: Plan) -> Iterator[object]:
    """Yield the records that the sentences of a problem call by name, and the labels of its fixes."""
    for subject in (*problem.subjects, *_subjects_in(problem.facts.values())):
        table: object = getattr(plan, subject.table, None)
        if isinstance(table, Mapping):
            yield table.get(subject.id)
    for word in _words_in(problem.fixes):
        yield plan.blocks.get(BlockId(word))
        yield plan.people.get(PersonId(word))
        yield plan.rooms.get(RoomId(word))


def are_same(some: Sequence[object], others: Sequence[object]) -> bool:
    """Say whether records are the very same: an edit leaves alone what it does not change."""
    return len(some) == len(others) and all(
        one is other for one, other in zip(some, others, strict=True)
    )


def _with_reasons(
    open_ones: Iterable[Problem], ignored: Iterable[Problem], reasons: Mapping[str, str]
) -> Iterator[tuple[Problem, str | None]]:
    for problem in open_ones:
        yield problem, None
    for problem in ignored:
        yield problem, reasons.get(problem.key, "")


def _words_in(value: object) -> Iterator[str]:
    """Yield all texts in an edit; its ids are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from _words_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words_in(getattr(value, field.name))


def _subjects_in(values: Iterable[object]) -> Iterator[Subject]:
    for value in values:
        if isinstance(value, Subject):
            yield value
        elif isinstance(value, tuple | list | frozenset):
            yield from _subjects_in(value)
