"""Typesetting: texts into paragraphs of a document, in one language, with one report."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from planner.formats.itinerary.content import Itinerary, Link
from planner.formats.pdf.bidi import first_strong_level
from planner.formats.pdf.steady import Heading, Steady
from planner.formats.pdf.style import ACCENT, BODY, QUIET
from planner.formats.pdf.text import FittedLine, MissingGlyphs, Part, fitted, paragraph, rich
from planner.formats.wording.language import Language
from planner.formats.wording.language import language as language_of

JOINT = "\u00a0\u00b7 "

_IN_A_NUMBER = re.compile(r"(?<=[0-9)]) (?=[0-9(])")
_IN_A_LENGTH = re.compile(r"(?<=[0-9]) (?=(?:h|min)\b)|(?<=[0-9] h) (?=[0-9]+ min\b)")
_BREAKABLE_JOINT = " \u00b7 "


@dataclass(frozen=True, slots=True)
class Typesetter:
    """The language of a document and what it could not print.

    ``height`` is that of a whole page of text: nothing that must stay in one piece is higher.
    """

    language: Language
    prepared: datetime
    width: float
    height: float
    report: MissingGlyphs = field(default_factory=MissingGlyphs)

    def say(self, message: str, **facts: object) -> str:
        """Return a fixed text in the document's language."""
        return self.language.text(message, **facts)

    def line(self, text: str, style: ParagraphStyle = BODY) -> Flowable:
        """Return a paragraph of the document, whatever names stand in it."""
        return Steady(paragraph(_jointed(text), style, self.report))

    def heading(
        self,
        name: str,
        style: ParagraphStyle,
        around: Callable[[str], Sequence[Part]] = lambda name: [Part(name)],
    ) -> Flowable:
        """Return a name that takes three lines at most, with what stands ``around`` it."""
        return Heading(_jointed(name), lambda text: rich(around(text), style, self.report))

    def parts(self, parts: Sequence[Part], style: ParagraphStyle = BODY) -> Flowable:
        """Return a paragraph of several looks."""
        return Steady(rich(list(map(_with_whole_lengths, parts)), style, self.report))

    def lines(self, texts: Iterable[str], style: ParagraphStyle = QUIET) -> list[Flowable]:
        """Return texts one below the other; those of right-to-left scripts run from the right."""
        return [
            Steady(paragraph(_jointed("\n".join(texts)), style, self.report, direction="auto"))
            for texts in _by_direction(texts)
        ]

    def links(self, links: Iterable[Link], style: ParagraphStyle = BODY) -> list[Flowable]:
        """Return addresses that can be read on paper and clicked on screen, side by side."""
        parts: list[Part] = []
        for link in links:
            parts += [Part(JOINT)] if parts else []
            parts += _linked(link)
        return [self.parts(parts, style)] if parts else []

    def fitted(self, text: str, font: str, size: float, width: float) -> FittedLine:
        """Return one line for a canvas, cut where it has to be."""
        return fitted(text, font, size, width, self.report)


def typesetter(content: Itinerary, prepared: datetime, size: tuple[float, float]) -> Typesetter:
    """Return the typesetter of a document whose text has this width and height on a page."""
    return Typesetter(language_of(content.language), prepared, *size)


def whole_number(text: str) -> str:
    """Return a text whose phone numbers stay on one line."""
    return _IN_A_NUMBER.sub("\u00a0", text)


def _linked(link: Link) -> list[Part]:
    """Return a link whose web address is printed where its text does not tell it."""
    if not link.target:
        return [Part(link.text)]
    is_hidden = link.target.startswith("http") and link.target != link.text
    told = [Part(f"{link.text}: ")] if is_hidden else []
    address = link.target if is_hidden else whole_number(link.text)
    return [*told, Part(address, colour=ACCENT, link=link.target)]


def _jointed(text: str) -> str:
    """Keep a dot between two parts at the end of a line, and a length of time in one piece."""
    return _IN_A_LENGTH.sub("\u00a0", text.replace(_BREAKABLE_JOINT, JOINT))


def _with_whole_lengths(part: Part) -> Part:
    text = _IN_A_LENGTH.sub("\u00a0", part.text)
    return part if text == part.text else replace(part, text=text)


def _by_direction(texts: Iterable[str]) -> Iterator[list[str]]:
    waiting: list[str] = []
    for text in texts:
        if first_strong_level(text):
            if waiting:
                yield waiting
                waiting = []
            yield [text]
        else:
            waiting.append(text)
    if waiting:
        yield waiting
