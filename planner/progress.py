"""Progress of long work: a job is a generator of these, and returns its result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps; ``what`` names the step in hand (a file, a page)."""

    done: int
    total: int
    what: str = ""
