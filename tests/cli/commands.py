"""Runs verbs in this process and keeps what they wrote."""

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.cli.application import run
from planner.cli.terminal import Terminal
from planner.resources import bundled

SAMPLE = bundled("samples", "luxembourg-2015.interviewplan")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    error: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def command(*arguments: object) -> Ran:
    """Run a verb; paths become text."""
    out, error = io.StringIO(), io.StringIO()
    code = run([str(a) for a in arguments], Terminal(out, error))
    return Ran(code, out.getvalue(), error.getvalue())


def written(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())
