"""What holds for every test: an odd zone and locale, and a data directory of its own."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A machine that decides about changes must answer the same twice; others look for new examples.
settings.register_profile(
    "planner",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    max_examples=60,
)
settings.load_profile("planner")


@pytest.fixture(autouse=True)
def _foreign_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Run far from where the authors live: nothing may depend on the machine's zone or locale."""
    monkeypatch.setenv("TZ", "Pacific/Chatham")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("INTERVIEW_PLANNER_HOME", str(tmp_path / "planner-home"))
    time.tzset()
    yield
    os.environ.pop("TZ", None)
    time.tzset()
