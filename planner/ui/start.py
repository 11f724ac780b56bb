"""The window as a program: its arguments, the sentence where there is no display, its exit code."""

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.app.locations import data_folder
from planner.domain.errors import PlannerError
from planner.i18n import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from planner.app.rehearsal import Rehearsal
    from planner.ui.application import Application
    from planner.ui.memory import Memory
    from planner.ui.shell import Shell

APPLICATION_ID = "interview-planner"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_NO_DISPLAY = mark(
    "There is no display to open a window on. Use the command line (interview-planner --help), or "
    "draw the window into a file: QT_QPA_PLATFORM=offscreen interview-planner window --picture FILE"
)
_FAILED = 1


def start(arguments: Sequence[str]) -> int:
    """Open the window, stay until it is closed, and return the exit code."""
    parser = _parser()
    wanted = parser.parse_args(arguments)
    if wanted.at and not wanted.rehearse:
        parser.error("--at is the moment at which a rehearsal begins: give --rehearse as well")
    if not has_display(os.environ, sys.platform):
        return _say(_NO_DISPLAY)
    try:
        return _rehearse(wanted) if wanted.rehearse else _run(wanted)
    except PlannerError as error:
        from planner.formats.wording.language import language  # noqa: PLC0415 -- slow import
        from planner.formats.wording.refusals import refusal  # noqa: PLC0415 -- slow import

        return _say(refusal(error, language("en")))


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Say whether Qt will find something to draw on; without it, it would end the process."""
    return platform != "linux" or any(environment.get(name) for name in _DISPLAYS)


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201 -- there is no window to say it in
    return _FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="interview-planner window", description="Open the window."
    )
    parser.add_argument("file", nargs="?", type=Path, help="a plan, calendar file or text to open")
    parser.add_argument("--sample", action="store_true", help="open the sample plan")
    parser.add_argument(
        "--rehearse",
        action="store_true",
        help="play the day on a copy, by a clock that can be put forward; nothing of it is kept",
    )
    parser.add_argument(
        "--at",
        default="",
        metavar="TIME",
        help="with --rehearse: the date or the moment at which to begin, such as 2015-09-25T10:58;"
        " else a quarter of an hour before the plan's last day begins",
    )
    parser.add_argument("--plan", default="", help=argparse.SUPPRESS)  # of the library, to rehearse
    parser.add_argument(
        "--picture", type=Path, metavar="FILE", help="draw the window into a PNG file and quit"
    )
    parser.add_argument("--quit", action="store_true", help="quit once the window is shown")
    parser.add_argument(
        "--timing",
        type=Path,
        metavar="FILE",
        help="write into a JSON file when the window was shown and when it was ready (in seconds of"
        " the monotonic clock), and quit",
    )
    return parser


def _rehearse(wanted: argparse.Namespace) -> int:
    """Run the window on a copy of a plan, by a clock and in a folder of their own."""
    from planner.app.clock import SystemClock  # noqa: PLC0415 -- slow import
    from planner.app.rehearsal import rehearsal, rehearsal_folder  # noqa: PLC0415 -- slow import

    prepared = rehearsal(wanted.file, wanted.plan, wanted.at, SystemClock())
    with rehearsal_folder():
        return _run(wanted, prepared)


def _run(wanted: argparse.Namespace, rehearsal: "Rehearsal | None" = None) -> int:
    """Show an empty window at once; everything else is read while it stands there already."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 -- slow import

    from planner.ui.first_paint import FirstPaint  # noqa: PLC0415 -- slow import
    from planner.ui.memory import Memory  # noqa: PLC0415 -- slow import
    from planner.ui.offscreen import mute_complaints  # noqa: PLC0415 -- slow import
    from planner.ui.shell import Shell  # noqa: PLC0415 -- slow import

    qt = QApplication([APPLICATION_ID])
    qt.setApplicationName(APPLICATION_ID)
    qt.setDesktopFileName(APPLICATION_ID)
    mute_complaints()
    memory = Memory(data_folder())
    shell = Shell(memory)
    failures: list[Exception] = []
    running: list[object] = []  # held as long as the window

    def furnish() -> None:
        try:
            running.append(_furnished(qt, shell, memory, wanted, rehearsal))
        except Exception as error:  # noqa: BLE001 -- an empty window that stays would say nothing
            failures.append(error)
            shell.close()

    gc.disable()  # while the window is built, nothing is thrown away
    FirstPaint(shell).happened.connect(furnish)
    shell.show()
    code = qt.exec()
    if failures:
        raise failures[0]
    return code


def _furnished(
    qt: "QApplication",
    shell: "Shell",
    memory: "Memory",
    wanted: argparse.Namespace,
    rehearsal: "Rehearsal | None",
) -> object:
    """Fill the window, and do what the arguments ask for."""
    shown = time.monotonic()
    from planner.ui.application import Application  # noqa: PLC0415 -- slow import
    from planner.ui.first_paint import FirstPaint  # noqa: PLC0415 -- slow import

    application = Application(qt, shell, memory, data_folder(), rehearsal)
    application.start(is_sample_wanted=wanted.sample)
    if wanted.file is not None and rehearsal is None:
        application.workbench.open_file(wanted.file)
    ready = FirstPaint(application.workbench).happened
    ready.connect(lambda: _finish(application, wanted, shown))
    return application


def _finish(application: "Application", wanted: argparse.Namespace, shown: float) -> None:
    """Do what can wait until the window is painted, and quit where that is asked for."""
    gc.freeze()  # what is there stays: later collections need not look at it
    gc.enable()
    application.settle()
    if wanted.timing is not None:
        moments = {"shown": shown, "ready": time.monotonic()}
        wanted.timing.write_text(json.dumps(moments), encoding="utf-8")
    if wanted.picture is not None:
        from planner.ui.picture import draw  # noqa: PLC0415 -- slow import

        draw(application.shell, wanted.picture)
    if wanted.quit or wanted.timing is not None or wanted.picture is not None:
        application.shell.close()
