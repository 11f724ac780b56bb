"""Timing: the same work several times, minimum and median in milliseconds."""

import gc
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

_MS = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """How long something took, in milliseconds, over ``runs``; ``aim`` says what we want.

    ``unit`` is another one where it is no time that was measured.

    ``p95`` is what 95 of 100 runs stay below: whoever drags notices the slow ones.
    """

    name: str
    median: float
    minimum: float
    runs: int
    aim: str = ""
    p95: float | None = None
    unit: str = "ms"

    def as_json(self) -> dict[str, object]:
        """Return the figure as JSON has it."""
        return asdict(self)


def told(figure: Figure) -> str:
    """Return a figure as one line."""
    aim = f"   aim: {figure.aim}" if figure.aim else ""
    p95 = f", p95 {figure.p95:8.2f}" if figure.p95 is not None else ""
    spread = f"(min {figure.minimum:8.2f}{p95})"
    return f"{figure.name:66} {figure.median:9.2f} {figure.unit} {spread}{aim}"


def measure(name: str, work: Callable[[], object], *, runs: int = 30, aim: str = "") -> Figure:
    """Time ``work`` after three runs that do not count; the collector rests meanwhile."""
    for _ in range(3):
        work()
    gc.collect()
    gc.disable()
    try:
        times = [_once(work) for _ in range(runs)]
    finally:
        gc.enable()
    p95 = statistics.quantiles(times, n=20)[-1]
    return Figure(name, statistics.median(times), min(times), runs, aim, p95)


def measure_command(name: str, command: Sequence[str], *, runs: int = 15, aim: str = "") -> Figure:
    """Time a whole process."""

    def work() -> None:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    return measure(name, work, runs=runs, aim=aim)


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * _MS
