"""Draw every view and dialog into files: both themes, both languages, at 100 % and 200 %.

The pictures are for looking at; nothing compares them. `make shots` runs this.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

THEMES = ("light", "dark")
LANGUAGES = ("en", "de")
SCALES = ("1", "2")


def main() -> int:
    """Draw everything, one process for each scale because Qt reads it at start; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/shots"))
    parser.add_argument("--scale", choices=SCALES, help="draw at this scale only")
    parser.add_argument("--only", default="", help="draw the views whose name holds this text")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    if wanted.scale is not None:
        return _draw_all(wanted.out, wanted.scale, wanted.only)
    codes = [_in_process(wanted.out, scale, wanted.only) for scale in SCALES]
    return max(codes)


def _in_process(out: Path, scale: str, only: str) -> int:
    with tempfile.TemporaryDirectory() as home:
        place = {"INTERVIEW_PLANNER_HOME": home, "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "tools.shots", "--out", str(out), "--scale", scale]
        ran = subprocess.run(
            [*command, "--only", only],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **place},
            check=False,
        )
    return ran.returncode


def _draw_all(out: Path, scale: str, only: str) -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from planner.app.locations import data_folder  # noqa: PLC0415
    from planner.ui.application import Application  # noqa: PLC0415
    from planner.ui.memory import Memory  # noqa: PLC0415
    from planner.ui.shell import Shell  # noqa: PLC0415
    from tools.shot_scenes import SCENES, Studio  # noqa: PLC0415

    memory = Memory(data_folder())
    qt = QApplication([])
    studio = Studio(Application(qt, Shell(memory), memory, data_folder()))
    drawn = 0
    for language, theme in product(LANGUAGES, THEMES):
        studio.wear(language, theme)
        for name in (name for name in SCENES if only in name):
            drawn += studio.draw(SCENES[name], out / f"{name}-{language}-{theme}-{scale}x.png")
    print(f"{drawn} pictures at {scale}x in {out}")
    return int(drawn == 0)


if __name__ == "__main__":
    sys.exit(main())
