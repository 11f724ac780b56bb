"""Write docs/checks.md from the rules, their sentences and the policy.

    python tools/document_checks.py

A test compares the file with the rules, so it cannot grow stale.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import time, timedelta
from pathlib import Path

from planner.domain.policy import Policy
from planner.formats.wording.language import language
from planner.formats.wording.problems import PROBLEM_SENTENCES
from planner.schedule.checks.rule import Rule
from planner.schedule.checks.rules import PROJECTION_RULES, RULES

TARGET = Path(__file__).parents[1] / "docs" / "checks.md"

_ALL = (*RULES, *PROJECTION_RULES)

_GROUPS: Mapping[str, str] = {
    "CLS": "Clashes: two places at once",
    "TIM": "Timeboxes",
    "HRS": "Hours and waking",
    "PNL": "Panels and loads",
    "BRK": "Breaks and meals",
    "PLC": "Rooms and walks",
    "MOD": "Calls",
    "COV": "Focus areas",
    "DAY": "Arrival and contact",
    "TRV": "Travel",
    "PRJ": "What will happen",
}

_HEAD = """\
# Checks

Written by `tools/document_checks.py`; do not edit.

A plan may have problems and still be saved, printed and sent. Each problem has a code that never
changes, a severity, the records that it is about, what is wrong and what would mend it. **Errors**
must be mended, **warnings** weighed, **hints** known. They are listed in this order, and within it
along the time.

Somebody who decides to live with a problem has the plan ignore it, with a reason. It is told again
when it is about other records.

Words in *italics* are filled in. Thresholds are fields of the policy, here with their defaults.
Clock times are those of the place where a block happens. A day is *on site* if something on it
brings the candidate in: a meeting face to face, a room that is not one for a call, an arrival, a
tour or an escort. Somebody who declined counts as not there.

BRK-211, BRK-212 and the checks of what will happen look at the projection: of the plan as it is,
where blocks that overlap hold up what follows, and on the day of whatever is late. What the plan
itself says of the same block (BRK-206, BRK-207, a clash, TRV-102) is told once, the worse of both.
"""


def document() -> str:
    """Return the text of docs/checks.md."""
    return "\n".join([_HEAD, *_sections(), *_thresholds()])


def main() -> None:
    """Write the file."""
    TARGET.write_text(document(), encoding="utf-8")
    print(TARGET.name)


def _sections() -> Iterator[str]:
    for prefix, title in _GROUPS.items():
        rules = sorted((r for r in _ALL if r.code.startswith(prefix)), key=lambda rule: rule.code)
        head = ("code", "severity", "what", "why", "thresholds", "what mends it")
        yield f"## {title}\n"
        yield _table(head, map(_row, rules))


def _row(rule: Rule) -> tuple[str, ...]:
    what, mend = PROBLEM_SENTENCES[rule.code]
    thresholds = "<br>".join(f"`{name}` {_default(name)}" for name in rule.thresholds)
    return (
        rule.code,
        rule.severity.value,
        _with_blanks(what),
        rule.reason,
        thresholds,
        _with_blanks(mend),
    )


def _thresholds() -> Iterator[str]:
    rows = (
        (f"`{field.name}`", _default(field.name), ", ".join(_readers(field.name)) or "the live day")
        for field in fields(Policy)
    )
    yield "## The policy\n"
    yield _table(("field", "default", "read by"), rows)


def _readers(name: str) -> list[str]:
    return sorted(rule.code for rule in _ALL if name in rule.thresholds)


def _default(name: str) -> str:
    value = getattr(Policy(), name)
    match value:
        case bool():
            return "yes" if value else "no"
        case timedelta():
            return language("en").length(value)
        case time():
            return language("en").clock(value)
        case _:
            return str(value)


def _with_blanks(sentence: str) -> str:
    return re.sub(r"\{(\w+)\}", r"*\1*", sentence)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


if __name__ == "__main__":
    main()
