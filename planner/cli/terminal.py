"""The terminal: sentences, tables, JSON and bars, in colour where that is possible."""

import io
import json
import os
import shutil
import sys
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from planner.domain.errors import PlannerError
from planner.formats.plaintext import many_lines, one_line
from planner.formats.planfile.faults import FaultyPlan
from planner.formats.wording.language import Language
from planner.formats.wording.language import language as language_of
from planner.formats.wording.refusals import refusal
from planner.progress import Progress

if TYPE_CHECKING:
    from rich.console import Console

_R = TypeVar("_R")
_MOST_FAULTS = 50  # more than anybody mends before trying again
_NARROWEST = 100  # columns for tables where nobody looks at a screen, such as in a log


class Terminal:
    """Where verbs write. Results go to ``out``, refusals and bars to ``error``."""

    def __init__(self, out: TextIO | None = None, error: TextIO | None = None) -> None:
        # Python has no stream at all where the caller closed it ("2>&-").
        self._out: TextIO = out or sys.stdout or io.StringIO()
        self._error: TextIO = error or sys.stderr or io.StringIO()
        self.language: Language = spoken_language()
        for stream in (self._out, self._error):
            if isinstance(stream, io.TextIOWrapper):  # what it cannot print is escaped, not fatal
                stream.reconfigure(errors="backslashreplace")

    def say(self, sentence: str = "", *, style: str = "") -> None:
        """Print a sentence; characters that steer terminals are taken out of it."""
        self._console(self._out).print(many_lines(sentence), style=style or None, soft_wrap=True)

    def warn(self, sentence: str) -> None:
        """Print a sentence beside the results."""
        self._console(self._error).print(many_lines(sentence), style="yellow", soft_wrap=True)

    def refuse(self, error: PlannerError, file: Path | None = None) -> None:
        """Print the sentence of a refusal; one for each fault of a faulty plan in ``file``."""
        if isinstance(error, FaultyPlan) and file is not None:
            told = "{file} cannot be used as a plan. It was left as it is."
            self.warn(self.language.text(told, file=str(file)))
        faults = error.each()[:_MOST_FAULTS] if isinstance(error, FaultyPlan) else (error,)
        for fault in faults:
            sentence = many_lines(refusal(fault, self.language))
            self._console(self._error).print(sentence, style="red", soft_wrap=True)
        if isinstance(error, FaultyPlan) and len(error.faults) > _MOST_FAULTS:
            more = len(error.faults) - _MOST_FAULTS
            self.warn(
                self.language.count("... and {n} more fault.", "... and {n} more faults.", more)
            )

    def json(self, value: object) -> None:
        """Print a value as JSON, for scripts."""
        self._out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def write(self, text: str) -> None:
        """Print text as it is."""
        self._out.write(text)

    def table(
        self, heads: Sequence[str], rows: Iterable[Sequence[str]], title: str = "", *, firm: int = 1
    ) -> None:
        """Print a table; cells wrap where the terminal is narrow, but not in the ``firm`` first."""
        from rich import box  # noqa: PLC0415 -- slow import
        from rich.table import Table  # noqa: PLC0415 -- slow import
        from rich.text import Text  # noqa: PLC0415 -- slow import

        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for number, head in enumerate(heads):
            table.add_column(Text(head), no_wrap=number < firm, overflow="fold")
        for row in rows:
            table.add_row(*(Text(one_line(cell)) for cell in row))
        console = self._console(self._out)
        if title:
            console.print(Text(title, style="bold"))
        console.print(table)

    def follow(self, job: Generator[Progress, None, _R]) -> _R:
        """Run a job to its end, with a bar where somebody looks, and return its result."""
        from rich.progress import Progress as Bar  # noqa: PLC0415 -- slow import

        console = self._console(self._error)
        with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task("", total=None)
            while True:
                try:
                    step = next(job)
                except StopIteration as finished:
                    result: _R = finished.value
                    return result
                bar.update(task, completed=step.done, total=step.total, description=step.what)

    def finish(self) -> None:
        """Hand over what was written; what cannot be written is said now, not at the end.

        Raises:
            OSError: the output is full, or its reader is gone.
        """
        self._out.flush()

    def _console(self, stream: TextIO) -> "Console":
        from rich.console import Console  # noqa: PLC0415 -- slow import

        shown = shutil.get_terminal_size((_NARROWEST, 24)).columns
        width = None if stream.isatty() else max(_NARROWEST, shown)
        return Console(file=stream, markup=False, highlight=False, emoji=False, width=width)


def spoken_language() -> Language:
    """Return the language of the messages, as programs on this system are told it."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), "en")
    return language_of(chosen.split(".")[0].split("_")[0] or "en")
