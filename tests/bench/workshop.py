"""Builds foreign tools once, whoever comes first, and runs them."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

BUILD = Path(__file__).parents[2] / "build" / "bench"


class BenchFailed(Exception):
    """A tool is missing, could not be built, or refused its input. The message is what it said."""


def build_once(target: Path, recipes: Sequence[Path], build: Callable[[Path], None]) -> Path:
    """Return the folder ``target`` with copies of ``recipes`` and what ``build`` made beside them.

    Built again when a recipe differs from its copy. Test workers that come at the same time wait
    for the first; a build that fails or is killed leaves nothing that looks finished.

    Raises:
        BenchFailed: the build failed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target.with_suffix(".lock")):
        if not _is_current(target, recipes):
            with TemporaryDirectory(dir=target.parent, ignore_cleanup_errors=True) as folder:
                fresh = Path(folder) / target.name
                fresh.mkdir()
                for recipe in recipes:
                    shutil.copy(recipe, fresh)
                build(fresh)
                shutil.rmtree(target, ignore_errors=True)
                fresh.rename(target)
    return target


def run(command: Sequence[str], *, folder: Path | None = None) -> str:
    """Return what a command prints. It runs in ``folder``, with UTC as its local time.

    Raises:
        BenchFailed: there is no such program, it failed, or it took more than two minutes.
    """
    environment = {**os.environ, "TZ": "UTC"}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    except FileNotFoundError:
        advice = "run: sh tools/install_system_packages.sh test"
        raise BenchFailed(f"{command[0]} is not installed; {advice}") from None
    except subprocess.TimeoutExpired as error:
        raise BenchFailed(str(error)) from None
    if done.returncode != 0:
        raise BenchFailed(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def _is_current(target: Path, recipes: Sequence[Path]) -> bool:
    copies = [target / recipe.name for recipe in recipes]
    return all(copy.is_file() for copy in copies) and all(
        copy.read_bytes() == recipe.read_bytes()
        for copy, recipe in zip(copies, recipes, strict=True)
    )


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open(
        "w"
    ) as file:  # closing it gives the lock back, and so does the death of a worker
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
