import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.bench.workshop import BenchFailed, build_once, run


class Builder:
    """Makes a ``product`` beside the recipe and counts how often it was asked to."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, folder: Path) -> None:
        self.calls += 1
        text = (folder / "recipe").read_text(encoding="utf-8")
        (folder / "product").write_text(text.upper(), encoding="utf-8")


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    path = tmp_path / "recipe"
    path.write_text("flour", encoding="utf-8")
    return path


def product(folder: Path) -> str:
    return (folder / "product").read_text(encoding="utf-8")


def test_build_once_builds_once(tmp_path: Path, recipe: Path) -> None:
    builder = Builder()
    folders = [build_once(tmp_path / "build" / "tool", [recipe], builder) for _ in range(3)]
    assert [product(folder) for folder in folders] == ["FLOUR", "FLOUR", "FLOUR"]
    assert builder.calls == 1


def test_build_once_builds_again_when_a_recipe_changed(tmp_path: Path, recipe: Path) -> None:
    builder = Builder()
    build_once(tmp_path / "tool", [recipe], builder)
    recipe.write_text("sugar", encoding="utf-8")
    assert product(build_once(tmp_path / "tool", [recipe], builder)) == "SUGAR"
    assert builder.calls == 2


def test_build_once_lets_workers_wait_for_the_first(tmp_path: Path, recipe: Path) -> None:
    builder = Builder()
    with ThreadPoolExecutor(8) as workers:
        built = [workers.submit(build_once, tmp_path / "tool", [recipe], builder) for _ in range(8)]
    assert [product(each.result()) for each in built] == ["FLOUR"] * 8
    assert builder.calls == 1


def test_build_once_keeps_nothing_of_a_build_that_failed(tmp_path: Path, recipe: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "product").touch()
        raise BenchFailed("no oven")

    with pytest.raises(BenchFailed, match="no oven"):
        build_once(tmp_path / "build" / "tool", [recipe], fail)
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["tool.lock"]
    assert product(build_once(tmp_path / "build" / "tool", [recipe], Builder())) == "FLOUR"


def test_run_returns_what_is_printed_in_utc(tmp_path: Path) -> None:
    code = "import os, time; print(os.getcwd(), time.tzname[0])"
    assert run([sys.executable, "-c", code], folder=tmp_path) == f"{tmp_path} UTC\n"


def test_run_tells_what_a_failing_program_said() -> None:
    with pytest.raises(BenchFailed, match="it burns"):
        run([sys.executable, "-c", "raise SystemExit('it burns')"])


def test_run_tells_how_to_get_a_missing_program() -> None:
    with pytest.raises(BenchFailed, match="no-such-program is not installed; run: sh tools/"):
        run(["no-such-program"])
