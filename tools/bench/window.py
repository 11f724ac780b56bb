"""How fast the window is: its start against a bare one, and each step of a gesture until it is painted."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.bench.days import super_day
from tools.bench.timing import Figure, measure

_FRAME_AIM = "p95 16 ms"
_START_AIM = "1.5 times the bare one"
_BARE = Path(__file__).with_name("bare_window.py")
_CACHES = Path("/proc/sys/vm/drop_caches")
_NOT_WRITING = "PYTHONDONTWRITEBYTECODE"
"""Set where nobody wants compiled files; a start would then compile everything anew."""

_WARM, _COLD, _STEPS = 15, 5, 200


@dataclass(frozen=True, slots=True)
class _Start:
    """When a started window was first painted and when it was ready, in milliseconds."""

    shown: float
    ready: float


def window_figures() -> Iterator[Figure]:
    """Yield all figures of the window; drawn offscreen where no other platform is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["INTERVIEW_PLANNER_HOME"] = home
        yield from _starts(Path(home))
        yield from _gestures()


def _starts(home: Path) -> Iterator[Figure]:
    bare = [sys.executable, str(_BARE)]
    first = [sys.executable, "-m", "planner", "window", "--timing"]
    yield from _figures("warm, first start", "", [_start(first, home) for _ in range(_WARM)])
    sample = [sys.executable, "-m", "planner", "window", "--sample", "--timing"]
    for heat, count in (("warm", _WARM), ("cold", _COLD)):
        if heat == "cold" and not os.access(_CACHES, os.W_OK):
            continue
        starts = [_pair(bare, sample, home, heat) for _ in range(count + 1)][1:]
        yield _figure(f"window, {heat}, bare QMainWindow: painted", [b.shown for b, _ in starts])
        yield from _figures(f"{heat}, sample plan", _START_AIM, [ours for _, ours in starts])


def _pair(bare: Sequence[str], ours: Sequence[str], home: Path, heat: str) -> tuple[_Start, _Start]:
    """Start both windows, one right after the other: whatever else runs here slows both."""
    found = []
    for command in (bare, ours):
        if heat == "cold":
            subprocess.run(["sync"], check=True)
            _CACHES.write_text("3", encoding="ascii")
        found.append(_start(command, home))
    return found[0], found[1]


def _start(command: Sequence[str], home: Path) -> _Start:
    """Start a program that writes when its window was shown and ready; both clocks are the system's."""
    file = home / "timing.json"
    environment = {key: value for key, value in os.environ.items() if key != _NOT_WRITING}
    begin = time.monotonic()
    subprocess.run([*command, str(file)], check=True, env=environment)
    moments = json.loads(file.read_text(encoding="utf-8"))
    return _Start((moments["shown"] - begin) * 1000, (moments["ready"] - begin) * 1000)


def _figures(name: str, aim: str, starts: Sequence[_Start]) -> Iterator[Figure]:
    yield _figure(f"window, {name}: painted", [start.shown for start in starts], aim)
    yield _figure(f"window, {name}: usable", [start.ready for start in starts])


def _figure(name: str, times: Sequence[float], aim: str = "") -> Figure:
    return Figure(name, statistics.median(times), min(times), len(times), aim)


def _gestures() -> Iterator[Figure]:
    from tools.bench.gestures import Stage  # noqa: PLC0415 -- needs Qt

    stage = Stage(super_day(500))
    frames = {
        "drag step, 500 blocks": stage.drag_step,
        "scroll, 100 candidates x 5 blocks": stage.scroll_step,
        "typing in the inspector, 500 blocks, a key": stage.typing_step,
    }
    for name, step in frames.items():
        yield measure(f"{name}, until painted", step(), runs=_STEPS, aim=_FRAME_AIM)
        stage.rest()
    yield measure("zoom by a notch of the wheel, 500 blocks", stage.zoom_step(), runs=100)
    yield measure("selecting another of 500 blocks", stage.selecting_step(), runs=_STEPS)
    yield measure("edit by key, 500 blocks, with checks", stage.edit_step(), runs=50)
    stage.close()
