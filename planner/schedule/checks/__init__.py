"""Checks: one small function per rule; `RULES` is the list, `check` runs them all."""

from planner.schedule.checks.examination import (
    Checked,
    by_subject,
    check,
    examine,
    problems_of,
    projection_problems,
    recheck,
)
from planner.schedule.checks.rule import Rule, Scope
from planner.schedule.checks.rules import PROJECTION_RULES, RULES

__all__ = [
    "PROJECTION_RULES",
    "RULES",
    "Checked",
    "Rule",
    "Scope",
    "by_subject",
    "check",
    "examine",
    "problems_of",
    "projection_problems",
    "recheck",
]
