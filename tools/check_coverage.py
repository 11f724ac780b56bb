"""Fail unless branch coverage is what we promise: all of domain and schedule, most of the rest."""

import json
import sys
from pathlib import Path

WHOLE = 90.0
COMPLETE = ("planner/domain/", "planner/schedule/")


def main(report: str) -> int:
    """Read a coverage JSON report and return the exit code."""
    coverage = json.loads(Path(report).read_text(encoding="utf-8"))
    missing = [
        f"{name}: lines {figures['missing_lines']}, branches {figures['missing_branches']}"
        for name, figures in coverage["files"].items()
        if name.startswith(COMPLETE) and figures["summary"]["percent_covered"] < 100  # noqa: PLR2004
    ]
    total = coverage["totals"]["percent_covered"]
    print(f"coverage: {total:.1f} % of everything (at least {WHOLE:.0f} % wanted)")
    for line in missing:
        print(f"not covered completely: {line}")
    return int(bool(missing) or total < WHOLE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
