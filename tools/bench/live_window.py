"""How long the live page takes from one entry of the log to the painted view, with 500 blocks."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import time as clock_time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from planner.app.counsel import Counsel
from planner.domain.blocks import Block
from planner.domain.ids import BlockId
from planner.domain.log import Happening
from planner.domain.times import Moment
from planner.ui.context import Context
from planner.ui.live.adviser import Question
from planner.ui.live.desk import LiveDesk
from planner.ui.panels.live_panel import LivePanel
from tests.fakes import FixedClock
from tests.ui.desks import Room, furnished
from tools.bench.days import DAY, ZONE, super_day
from tools.bench.timing import Figure, told

_RUNS, _WARM = 80, 10
_SIZE = (1389, 868)
_MS = 1000
_AIM = "p95 16 ms"


class Silent:
    """A desktop that shows nothing."""

    def send(self, key: str, title: str, text: str) -> None:
        """Do nothing."""


def live_window_figures(blocks: int = 500) -> Iterator[Figure]:
    """Yield how long one entry takes until it is seen: in the overview, and in one candidate's day.

    The entry is on the disk by then; the search for proposals, which goes on elsewhere, is left out.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    with tempfile.TemporaryDirectory() as home:
        os.environ["INTERVIEW_PLANNER_HOME"] = home
        for name, is_one in (("overview of all", False), ("one candidate's day", True)):
            room = furnished(application, "dark")
            yield _measured(room, blocks, name, is_one=is_one)
            room.close()
            _clear(Path(home))


def _measured(room: Room, blocks: int, name: str, *, is_one: bool) -> Figure:
    plan = super_day(blocks)
    room.open(plan)
    clock = room.context.clock
    if not isinstance(clock, FixedClock):
        raise TypeError(clock)
    clock.move(Moment.from_wall(DAY, clock_time(9, 40), ZONE).instant - clock.now())
    panel = _panel(room.context)
    live = panel.live
    live.answer_by(_nothing)
    if is_one:
        live.show_candidate(live.candidates[0])
    block = plan.block(BlockId("b0-0"))
    times = [_once(live, block, number) for number in range(_RUNS)][_WARM:]
    panel.close()
    live.stop()
    panel.deleteLater()
    p95 = statistics.quantiles(times, n=20)[-1]
    text = f"log entry to painted view, {name}, {blocks} blocks"
    return Figure(text, statistics.median(times), min(times), len(times), _AIM, p95)


def _panel(context: Context) -> LivePanel:
    panel = LivePanel(context, notifications=Silent())
    panel.resize(*_SIZE)
    panel.show()
    return panel


def _once(live: LiveDesk, block: Block, number: int) -> float:
    what = (Happening.STARTED, Happening.INTERRUPTED, Happening.RESUMED)[
        min(number, 1 + number % 2)
    ]
    start = time.perf_counter()
    live.tell(what, block)
    QApplication.processEvents()  # what has changed is painted here
    return (time.perf_counter() - start) * _MS


def _nothing(_question: Question) -> Counsel:
    raise LookupError("no counsel is wanted here")


def _clear(home: Path) -> None:
    for file in home.rglob("*.interviewlog"):
        file.unlink()


if __name__ == "__main__":
    for figure in live_window_figures():
        print(told(figure))
