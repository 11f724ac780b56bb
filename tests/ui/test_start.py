"""The start: an empty window at once, then all of it; nothing on the terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.ui import offscreen
from planner.ui.first_paint import FirstPaint
from planner.ui.memory import Memory
from planner.ui.shell import Shell
from planner.ui.start import start


def test_window_is_shown_before_it_is_ready_and_nothing_is_printed(tmp_path: Path) -> None:
    file = tmp_path / "timing.json"
    ran = subprocess.run(
        [sys.executable, "-m", "planner", "window", "--sample", "--timing", str(file)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
    )
    moments = json.loads(file.read_text(encoding="utf-8"))
    assert (ran.stdout, ran.stderr) == (b"", b"")
    assert 0 < moments["shown"] < moments["ready"]


def test_moment_without_a_rehearsal_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        start(["--at", "10:00"])
    assert refused.value.code == 2
    assert capsys.readouterr().err.endswith(
        "--at is the moment at which a rehearsal begins: give --rehearse as well\n"
    )


def test_first_paint_is_told_once(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    told: list[bool] = []
    FirstPaint(widget).happened.connect(lambda: told.append(widget.isVisible()))
    widget.show()
    qtbot.waitUntil(lambda: bool(told))
    widget.repaint()
    assert told == [True]


def test_a_window_that_nobody_sees_is_furnished_too(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(FirstPaint(widget).happened, timeout=5000):
        pass
    assert not widget.isVisible()


def test_window_begins_in_the_ground_of_last_time(qtbot: QtBot, tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    first = Shell(memory)
    qtbot.addWidget(first)
    first.remember_ground("#14181d")
    second = Shell(memory)
    qtbot.addWidget(second)
    assert second.palette().window().color().name() == "#14181d"


def test_only_complaints_of_the_offscreen_platform_are_muted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for said in ("This plugin does not support raise()", "Something else is wrong"):
        offscreen.pass_on(QtMsgType.QtWarningMsg, None, said)
    assert capsys.readouterr().err == "Something else is wrong\n"
