"""Cards in boxes, two beside each other: a hotel, a place, somebody to call."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from planner.formats.itinerary.content import Card, Link
from planner.formats.pdf import style
from planner.formats.pdf.tables import Cell, Command, Gap, Section, boxed, height_of, side_by_side
from planner.formats.pdf.typesetter import JOINT, Typesetter

GAP: Final = 16.0

_PADDING: Final = 12.0
_PAIR: Final = 2
_BOX: Final[Sequence[Command]] = [
    ("BOX", (0, 0), (-1, -1), 0.6, style.HAIRLINE),
    ("ROUNDEDCORNERS", [6, 6, 6, 6]),
    ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
    ("TOPPADDING", (0, 0), (-1, 0), 8),
    ("BOTTOMPADDING", (0, -1), (-1, -1), 10),
]


@dataclass(frozen=True, slots=True)
class Headed:
    """The content of a card and the heading above its box; an empty one goes on the one before."""

    heading: str
    content: Cell


def inner_width(typesetter: Typesetter) -> float:
    """Return the width of the text within a card of half the page."""
    return _half(typesetter) - 2 * _PADDING


def laid_out(cards: Iterable[Headed], typesetter: Typesetter) -> list[Flowable]:
    """Return cards in pairs; one that is too high for that takes the width of the page."""
    story: list[Flowable] = []
    waiting: list[Headed] = []
    for card in cards:
        if height_of(card.content, inner_width(typesetter)) > typesetter.height / 2:
            story += _beside(waiting, typesetter) + _alone(card, typesetter)
            waiting = []
        else:
            waiting.append(card)
        if len(waiting) == _PAIR:
            story += _beside(waiting, typesetter)
            waiting = []
    return story + _beside(waiting, typesetter)


def headed(card: Card, typesetter: Typesetter) -> Headed:
    """Return a card with its title, its lines, how to reach it, and what is quieter."""
    return Headed(card.heading, card_lines(card, typesetter))


def card_lines(card: Card, typesetter: Typesetter) -> Cell:
    """Return what stands in a card, without its heading."""
    cell = [typesetter.line(card.title, style.STRONG)] if card.title else []
    cell += typesetter.lines([text for text in (card.subject, *card.lines) if text], style.BODY)
    cell += typesetter.links(card.links, style.BODY)
    cell += typesetter.lines([JOINT.join(card.details)] if card.details else [])
    return cell + typesetter.lines([card.estimate] if card.estimate else [], style.ESTIMATE)


def contact_lines(card: Card, typesetter: Typesetter) -> Cell:
    """Return whom to call, with the number so large that nobody looks for it."""
    phones = [link for link in card.links if link.target.startswith("tel:")]
    others = [link for link in card.links if link not in phones]
    return [
        typesetter.line(card.heading, style.SECTION),
        *([typesetter.heading(card.title, style.BODY)] if card.title else []),
        *typesetter.lines([text for text in card.lines if text], style.BODY),
        *_one_below_the_other(phones, style.CALL, typesetter),
        *_one_below_the_other(others, style.BODY, typesetter),
    ]


def _one_below_the_other(
    links: Sequence[Link], look: ParagraphStyle, typesetter: Typesetter
) -> Cell:
    return [line for link in links for line in typesetter.links([link], look)]


def _beside(cards: Sequence[Headed], typesetter: Typesetter) -> list[Flowable]:
    if not cards:
        return []
    half = _half(typesetter)
    has_heading = any(card.heading for card in cards)
    columns = [_column(card, half, typesetter, has_heading=has_heading) for card in cards]
    widths = [half] * len(cards)
    return [Gap(), side_by_side(columns, widths, typesetter.height, GAP)]


def _alone(card: Headed, typesetter: Typesetter) -> list[Flowable]:
    column = _column(card, typesetter.width, typesetter, has_heading=bool(card.heading))
    return [Gap(), Section(column, typesetter.height)]


def _column(card: Headed, width: float, typesetter: Typesetter, *, has_heading: bool) -> Cell:
    box = boxed(card.content, width, typesetter.height, _BOX)
    if not has_heading:
        return [box]
    leading = style.SECTION.leading
    heading = typesetter.line(card.heading, style.SECTION) if card.heading else Spacer(0, leading)
    return [heading, Spacer(0, style.GRID), box]


def _half(typesetter: Typesetter) -> float:
    return (typesetter.width - GAP) / 2
