"""A reportlab paragraph whose text needs shaping, several fonts, or a direction."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.platypus.paragraph import (
    FragLine,
    Paragraph,
    ParaLines,
    _handleBulletWidth,
)

from planner.formats.pdf import lines
from planner.formats.pdf.glyphs import GlyphWriter
from planner.formats.pdf.words import Run, Token


class ShapedParagraph(Paragraph):
    """Breaks, splits and writes tokens, which it holds where its base holds fragments.

    Alignment, indents, borders, bullets, links and underlines stay reportlab's.
    """

    frags: list[Token]

    def breakLines(self, width: float | Sequence[float]) -> ParaLines:  # noqa: N802 -- reportlab's
        """Return the lines in the form that reportlab draws when looks are mixed."""
        widths = [width] if isinstance(width, float | int) else list(width)
        _handleBulletWidth(self.bulletText, self.style, widths)
        broken = lines.break_lines(self.frags, widths)
        self._width_max = max((line.width for line in broken), default=0.0)
        return ParaLines(kind=1, lines=[self._drawable(line) for line in broken])

    breakLinesCJK = breakLines  # noqa: N815 -- reportlab's name

    def minWidth(self) -> float:  # noqa: N802 -- reportlab's name
        """Return the width of the widest word, for columns that fit their content."""
        return max((token.width for token in self.frags), default=0.0)

    def getPlainText(self, identify: object = None) -> str:  # noqa: ARG002, N802 -- reportlab's
        """Return the text as it was given."""
        return "".join("\n" if token.kind == "end" else token.text for token in self.frags)

    def beginText(self, x: float, y: float) -> GlyphWriter:  # noqa: N802 -- reportlab's name
        """Return a text object that understands placed glyphs."""
        return GlyphWriter(self.canv, x, y)

    def _get_split_blParaFunc(self) -> Callable[[Any, int, int], list[Token]]:  # noqa: N802
        return _tokens_between

    def _drawable(self, line: lines.Line) -> FragLine:
        looks = [self._look(run) for run in line.visual_runs()] or [_nothing(line)]
        bounds = [getAscentDescent(look.fontName, look.fontSize) for look in looks]
        blanks = sum(token.kind == "blank" for token in line.tokens)
        return FragLine(
            extraSpace=line.room - line.width,
            wordCount=blanks + 1,
            lineBreak=line.is_ended,
            words=looks,
            fontSize=max(look.fontSize for look in looks),
            ascent=max(ascent for ascent, _ in bounds),
            descent=min(descent for _, descent in bounds),
            maxWidth=line.room,
            line=line,
        )

    def _look(self, run: Run) -> Any:
        return run.look.clone(text=run.text, fontName=run.font_name)


def _nothing(line: lines.Line) -> Any:
    """Stand in for a line without words: reportlab moves down after the last piece of a line."""
    look = next(piece.look for token in line.consumed for piece in token.pieces)
    return look.clone(text="")


def _tokens_between(broken: ParaLines, start: int, stop: int) -> list[Token]:
    """Return the tokens of some lines; those of the first part are set in this very place."""
    found: list[Token] = []
    for line in broken.lines[start:stop]:
        found += line.line.consumed if start else line.line.kept()
    return found
