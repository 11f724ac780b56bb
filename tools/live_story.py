"""The live story by real keys: the reference day, played in a real window on a display of its own.

    python -m tools.live_story --out build/story       (docs/pictures for those of the README)

Starts an X server, the planner with a rehearsal of the sample day, and a hand that presses keys
(xdotool). Pictures are taken of the screen at 10:58, 11:12, 11:52 and 17:00. After each key that says
something of the day the log on the disk is read: the story goes on once it is there.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.shots import shrink

DISPLAY = ":97"
SIZE = (1440, 900)
PATIENCE = 20.0

MINUTE, TEN = "ctrl+Right", "ctrl+shift+Right"

STORY = (
    ("09:52", "s", "the candidate is there"),
    ("10:15", "s", "1st interview starts"),
    ("10:58", "e", "1st interview ends"),
    ("10:58", "picture", ""),
    ("11:12", "n", "nobody came"),
    ("11:12", "picture", ""),
    ("11:30", "1", "the Partner Development Manager takes over by phone"),
    ("11:31", "s", "the replacement starts"),
    *[("11:31", "minus", "five minutes less")] * 5,
    ("11:37", "d", "the call drops"),
    ("11:40", "b", "it goes on"),
    ("11:44", "d", "it drops again"),
    ("11:47", "b", "it goes on"),
    ("11:52", "picture", ""),
    ("11:57", "e", "2nd interview ends"),
    ("13:15", "s", "3rd interview starts"),
    ("14:00", "s", "3rd interview ends, 4th starts"),
    ("15:00", "e", "4th interview ends"),
    ("16:00", "s", "5th interview starts"),
    ("17:00", "e", "5th interview ends"),
    ("17:00", "picture", ""),
)
"""When, which key, and what that says."""


@dataclass
class Hand:
    """Presses keys in the window, and looks at the screen."""

    environment: dict[str, str]
    logs: Path
    clock: int

    def go_to(self, moment: str) -> None:
        """Let the rehearsal's clock come to a time of the day."""
        tens, ones = divmod(_minutes(moment) - self.clock, 10)
        if tens or ones:
            self._keys(*[TEN] * tens, *[MINUTE] * ones)
        self.clock = _minutes(moment)

    def say(self, key: str) -> None:
        """Press a key, and wait until what it says is in the log."""
        before = self._logged()
        self._keys(key)
        _wait(lambda: self._logged() > before, f"the log says nothing after {key!r}")

    def take(self, file: Path) -> None:
        """Take a picture of the screen."""
        self.settle()
        self._run("import", "-window", "root", str(file))
        shrink(file)

    def settle(self) -> None:
        """Wait until two pictures of the screen are the same: proposals come a moment later."""
        last = b""

        def is_still() -> bool:
            nonlocal last
            time.sleep(0.7)
            shown = self._run("import", "-window", "root", "-crop", "1440x780+0+120", "rgb:-")
            is_same, last = shown == last, shown
            return is_same

        _wait(is_still, "the window never stands still")

    def _logged(self) -> int:
        files = self.logs.glob("*/logs/*.interviewlog")
        return sum(len(file.read_bytes().splitlines()) for file in files)

    def _keys(self, *keys: str) -> None:
        self._run("xdotool", "key", "--delay", "40", *keys)

    def _run(self, *command: str) -> bytes:
        return subprocess.run(command, env=self.environment, check=True, stdout=-1).stdout


def main() -> int:
    """Play the story; return how it went."""
    parser = argparse.ArgumentParser(description="Play the reference day by real keys.")
    parser.add_argument("--out", type=Path, default=Path("build/story"), help="for the pictures")
    parser.add_argument("--theme", choices=("light", "dark"), default="dark")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _display() as environment:
        home = Path(folder) / "home"
        home.mkdir()
        (home / "settings.json").write_text(f'{{"theme": "{wanted.theme}", "language": "en"}}')
        scratch = Path(folder) / "scratch"
        scratch.mkdir()
        environment |= {"INTERVIEW_PLANNER_HOME": str(home), "TMPDIR": str(scratch)}
        with _planner(environment):
            play(Hand(environment, scratch, _minutes("09:50")), wanted.out)
    return 0


def play(hand: Hand, out: Path) -> None:
    """Press every key of the story at its time."""
    for moment, key, meaning in STORY:
        hand.go_to(moment)
        if key == "picture":
            hand.take(out / f"live-{moment.replace(':', '')}.png")
            continue
        if key.isdigit():  # proposals for a moment come shortly after it
            hand.settle()
        hand.say(key)
        print(f"{moment}  {key:8} {meaning}".rstrip())


@contextmanager
def _display() -> Iterator[dict[str, str]]:
    screen = f"{SIZE[0]}x{SIZE[1]}x24"
    server = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", screen, "-nolisten", "tcp"])
    environment = {**os.environ, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    try:
        _wait(lambda: _can_ask(environment), "there is no display")
        yield environment
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _planner(environment: dict[str, str]) -> Iterator[None]:
    begin = ["--rehearse", "--at", "2015-09-25T09:50"]
    program = subprocess.Popen([sys.executable, "-m", "planner", "window", *begin], env=environment)
    try:
        search = ["xdotool", "search", "--onlyvisible", "--name", "Rehearsal"]
        _wait(lambda: _answers(search, environment), "the window does not come")
        place = ["windowmove", "0", "0", "windowsize", *map(str, SIZE), "windowfocus"]
        subprocess.run([*search, *place], env=environment, check=True, stdout=-1)
        yield
    finally:
        program.terminate()
        program.wait()


def _can_ask(environment: dict[str, str]) -> bool:
    return _answers(["xdotool", "getdisplaygeometry"], environment)


def _answers(command: list[str], environment: dict[str, str]) -> bool:
    ran = subprocess.run(command, env=environment, check=False, capture_output=True)
    return ran.returncode == 0


def _wait(is_there: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + PATIENCE
    while not is_there():
        if time.monotonic() > until:
            raise TimeoutError(otherwise)
        time.sleep(0.05)


def _minutes(moment: str) -> int:
    hours, minutes = moment.split(":")
    return 60 * int(hours) + int(minutes)


if __name__ == "__main__":
    sys.exit(main())
