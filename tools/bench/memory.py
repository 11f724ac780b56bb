"""How much memory the window takes while a monkey plays with it: it must not grow.

    python -m tools.bench.memory --minutes 10

Run it by hand for as long as you have; `make bench` takes two minutes of it.
"""

import argparse
import gc
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.bench.timing import Figure

_GESTURES = 100
_WARMING = 0.5
_ENDS = 0.2
_MEGABYTE = 1 << 20
_SEED = 2015


def memory_figures(minutes: float = 2.0) -> Iterator[Figure]:
    """Yield by how much a window grows, in percent; it lives in a process of its own."""
    command = [sys.executable, "-m", "tools.bench.memory", "--minutes", str(minutes), "--json"]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(ended.stdout.splitlines()[-1])
    name = f"memory: growth in {minutes:g} min of the monkey"
    growth, first = found["growth"], found["first"]
    yield Figure(name, growth, growth, found["gestures"], f"5 %, from {first:.0f} MB", unit="%")


def main() -> None:
    """Play, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--json", action="store_true", help="print nothing but the figures")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["INTERVIEW_PLANNER_HOME"] = home
        samples = _played(wanted.minutes * 60, random.Random(wanted.seed), tells=not wanted.json)  # noqa: S311 -- play
    print(json.dumps(_figures(samples)))


def _played(seconds: float, chance: random.Random, *, tells: bool) -> list[int]:
    """Return the bytes in memory after each round of gestures, each round on a fresh plan."""
    from tools.bench.playground import Playground  # noqa: PLC0415 -- needs Qt

    ground = Playground()
    end = time.monotonic() + seconds
    samples: list[int] = []
    while time.monotonic() < end:
        ground.begin_anew()
        for _ in range(_GESTURES):
            ground.play(chance)
        gc.collect()
        samples.append(_resident())
        if tells:
            left = max(0.0, end - time.monotonic())
            print(f"{samples[-1] / _MEGABYTE:8.1f} MB, {left:5.0f} s left", flush=True)
    ground.close()
    return samples


def _figures(samples: Sequence[int]) -> dict[str, float]:
    """Return what was measured after warming up: megabytes at first and at last, growth in percent."""
    warm = samples[int(len(samples) * _WARMING) :]
    some = max(1, int(len(warm) * _ENDS))
    first, last = statistics.median(warm[:some]), statistics.median(warm[-some:])
    return {
        "gestures": len(samples) * _GESTURES,
        "first": first / _MEGABYTE,
        "last": last / _MEGABYTE,
        "growth": (last - first) / first * 100,
    }


def _resident() -> int:
    """Return the bytes of this process that are in memory now (proc(5), statm)."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
