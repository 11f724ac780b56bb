"""Draw every view and dialog into files: both themes, both languages, at 100 % and 200 %.

The pictures are for looking at; nothing compares them. `make shots` runs this. With `--docs` it draws
those that README and guide show, small enough to be kept beside them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

THEMES = ("light", "dark")
LANGUAGES = ("en", "de")
SCALES = (1, 2)
DOCS = Path("docs/pictures")
_SCREEN = (1920, 1200)  # in logical pixels; a screen that is too small would squeeze the window
_COLOURS = 255


def main() -> int:
    """Draw everything, one process for each scale because Qt reads it at start; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/shots"))
    parser.add_argument("--scale", type=int, choices=SCALES, help="draw at this scale only")
    parser.add_argument("--only", default="", help="draw the views whose name holds this text")
    parser.add_argument("--docs", action="store_true", help=f"draw into {DOCS}, and nothing else")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.docs:
        wanted.out, wanted.scale = DOCS, 1
    wanted.out.mkdir(parents=True, exist_ok=True)
    if wanted.here:
        return _draw_docs() if wanted.docs else _draw_all(wanted.out, wanted.scale, wanted.only)
    scales = SCALES if wanted.scale is None else (wanted.scale,)
    return max(_in_process(scale) for scale in scales)


def _in_process(scale: int) -> int:
    """Draw in a process of its own, with a large screen and nothing in the library."""
    with tempfile.TemporaryDirectory() as home:
        screens = Path(home) / "screens.json"
        screens.write_text(json.dumps({"screens": [_screen(scale)]}), encoding="utf-8")
        place = {
            "INTERVIEW_PLANNER_HOME": home,
            "QT_SCALE_FACTOR": str(scale),
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        }
        command = [sys.executable, "-m", "tools.shots", *sys.argv[1:], "--here"]
        ran = subprocess.run(
            [*command, "--scale", str(scale)], env={**os.environ, **place}, check=False
        )
    return ran.returncode


def _screen(scale: int) -> dict[str, object]:
    width, height = (side * scale for side in _SCREEN)
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": "shots", "x": 0, "y": 0, "width": width, "height": height, **dots}


def _draw_all(out: Path, scale: int, only: str) -> int:
    from tools.shot_scenes import SCENES, studio  # noqa: PLC0415 -- needs Qt, and its scale

    drawn = 0
    with studio() as room:
        for language, theme in product(LANGUAGES, THEMES):
            room.wear(language, theme)
            for name in (name for name in SCENES if only in name):
                room.draw(SCENES[name], out / f"{name}-{language}-{theme}-{scale}x.png")
                drawn += 1
    print(f"{drawn} pictures at {scale}x in {out}")
    return int(drawn == 0)


def _draw_docs() -> int:
    from tools.shot_scenes import DOCUMENTED, SCENES, studio  # noqa: PLC0415 -- needs Qt

    with studio() as room:
        for name, (scene, theme) in DOCUMENTED.items():
            file = DOCS / f"{name}.png"
            room.wear("en", theme)
            room.draw(SCENES[scene], file)
            shrink(file)
            print(f"{file}: {file.stat().st_size / 1000:.0f} KB")
    return 0


def shrink(file: Path) -> None:
    """Keep as many colours as the eye needs; a quarter of the bytes is left."""
    from PIL import Image  # noqa: PLC0415 -- slow import

    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
