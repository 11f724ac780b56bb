"""Lines: how many words fit, and in which order they stand."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planner.formats.pdf import bidi, shaping
from planner.formats.pdf.glyphs import GlyphText
from planner.formats.pdf.words import Run, Token

_TOLERANCE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """One broken line: the tokens it prints, and all it used up."""

    tokens: tuple[Token, ...]
    consumed: tuple[Token, ...]
    room: float

    @property
    def width(self) -> float:
        """The width of what is printed, in points."""
        return sum(token.width for token in self.tokens)

    def kept(self) -> list[Token]:
        """Return what it used up so that breaking it again gives this line again."""
        if self.consumed and self.consumed[-1].kind in {"end", "turn"}:
            return list(self.consumed)
        return [*self.consumed, Token("turn", ())]

    @property
    def is_ended(self) -> bool:
        """Tell whether the text itself ends the line here."""
        return bool(self.consumed) and self.consumed[-1].kind == "end"

    def visual_runs(self) -> list[Run]:
        """Return the runs from left to right, joined where nothing keeps them apart."""
        runs = [run for token in self.tokens for run in token.runs]
        ordered = bidi.in_visual_order(runs, [run.level for run in runs])
        return list(_joined(list(_ended(ordered))))


def break_lines(tokens: Sequence[Token], widths: Sequence[float]) -> list[Line]:
    """Fill lines one after the other; the last width holds for all further lines."""
    waiting = deque(tokens)
    lines: list[Line] = []
    while waiting:
        room = widths[min(len(lines), len(widths) - 1)]
        lines.append(_filled(waiting, room))
    return lines


def _filled(waiting: deque[Token], room: float) -> Line:
    """Take from the waiting tokens what fits on one line, and always something."""
    consumed: list[Token] = []
    used = 0.0
    has_words = False
    while waiting:
        token = waiting[0]
        if token.kind == "word" and used + token.width > room + _TOLERANCE:
            is_overlong = token.width > room or (consumed and consumed[-1].is_unfinished)
            cut = token.cut(room - used, at_least=not has_words) if is_overlong else None
            if cut:
                waiting.popleft()
                waiting.extendleft(reversed(cut))
                token = cut[0]
            elif has_words:
                break
        consumed.append(waiting.popleft())
        has_words = has_words or token.kind == "word"
        if has_words:
            used += token.width
        if token.kind in {"end", "turn"}:
            break
    return Line(_trimmed(consumed), tuple(consumed), room)


def _trimmed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    kept = [index for index, token in enumerate(tokens) if token.kind == "word"]
    return tuple(tokens[kept[0] : kept[-1] + 1]) if kept else ()


def _ended(runs: Sequence[Run]) -> Iterator[Run]:
    """Mark where right-to-left text ends within a line that runs left to right."""
    for index, run in enumerate(runs):
        is_end = index + 1 < len(runs) and runs[index + 1].level == 0
        if run.level == 1 and is_end and isinstance(run.text, GlyphText) and run.text:
            yield run._replace(text=shaping.ended(run.choice.face, run.text))
        else:
            yield run


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    waiting: Run | None = None
    for run in runs:
        if waiting is None:
            waiting = run
        elif _is_one(waiting, run):
            width = waiting.width + run.width
            waiting = waiting._replace(text=waiting.text + run.text, width=width)
        else:
            yield waiting
            waiting = run
    if waiting is not None:
        yield waiting


def _is_one(before: Run, after: Run) -> bool:
    if before.look is not after.look or before.choice != after.choice:
        return False
    return _may_grow(before) and _may_grow(after) and type(before.text) is type(after.text)


def _may_grow(run: Run) -> bool:
    """Glyphs that stand for their text as a whole, or that turn, stay as they are."""
    if isinstance(run.text, GlyphText):
        return run.level == 0 and run.text.actual_text is None
    return True
