"""A case of a check: a plan in which it fires once, what it says, and a near miss."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.schedule.checks.examination import check

Found = tuple[tuple[str, ...], Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    """``subjects`` are written ``blocks:talk``; ``misses`` is as close to ``fires`` as can be."""

    code: str
    fires: Plan
    subjects: tuple[str, ...]
    facts: Mapping[str, Any]
    misses: Plan


def found(plan: Plan, code: str) -> list[Found]:
    """Return subjects and facts of the problems with a code."""
    return [(written(p.subjects), dict(p.facts)) for p in check(plan) if p.code == code]


def where(plan: Plan, code: str) -> list[str]:
    """Return the first subject of each problem with a code."""
    return [problem.subjects[0].id for problem in check(plan) if problem.code == code]


def written(subjects: tuple[Subject, ...]) -> tuple[str, ...]:
    return tuple(f"{subject.table}:{subject.id}" for subject in subjects)


def subject(text: str) -> Subject:
    """Read ``blocks:talk``."""
    table, _, record_id = text.partition(":")
    return Subject(table, record_id)


def subjects(*texts: str) -> tuple[Subject, ...]:
    return tuple(subject(text) for text in texts)
