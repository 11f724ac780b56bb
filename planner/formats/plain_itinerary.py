"""An itinerary as plain text for mails and chats: 72 columns, safe where scripts run both ways."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from planner.domain.audiences import Audience
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import (
    ANY_EDITION,
    Card,
    Day,
    Edition,
    Itinerary,
    LegLine,
    Link,
    Row,
    StopLine,
    TravelCard,
)
from planner.formats.wording.language import Language

WIDTH = 72
"""Columns of a line: what mail programs leave alone (RFC 3676 section 4.2 asks for below 79)."""

_INDENT = "  "
_TIMES = 15  # columns for the times; "10:15 - 11:00" and two blanks
_JOINT = " \u00b7 "
_ISOLATE, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_WIDE = frozenset({"W", "F"})
_MARKS = frozenset({"Mn", "Me", "Cf"})


def plain_itinerary(
    plan: Plan, audience: Audience, language: Language, edition: Edition = ANY_EDITION
) -> str:
    """Return what one audience may see as text with line feeds, ending in one.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    return plain(itinerary(plan, audience, language, edition))


def plain(content: Itinerary) -> str:
    """Return an itinerary as plain text.

    Words that run from right to left stand in isolates (UAX #9 section 2.4), so that times beside
    them keep their order. Only a link or a word that is longer than a line makes a line longer.
    """
    is_alone = len(content.days) == 1
    parts = [
        _head(content, is_alone=is_alone),
        *(_day(day, is_alone=is_alone) for day in content.days),
        *_cards(content),
        _wrapped(_JOINT.join(content.footer)),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _head(content: Itinerary, *, is_alone: bool) -> Iterator[str]:
    yield from _underlined(content.title, "=")
    subtitle = [content.subtitle]
    if content.reader and content.reader not in content.title:
        subtitle.insert(0, content.reader)
    yield from _wrapped(_JOINT.join(part for part in subtitle if part))
    if is_alone and content.days[0].first:
        yield ""
        yield from _wrapped(f"{content.days[0].first} {content.days[0].hint}")


def _day(day: Day, *, is_alone: bool) -> Iterator[str]:
    names = [day.heading, day.subject]
    yield from _underlined(_JOINT.join(name for name in names if name), "-")
    yield from _wrapped(day.zone_line)
    if day.first and not is_alone:
        yield from _wrapped(f"{day.first} {day.hint}")
    for line in day.about:
        yield from _wrapped(line)
    for row in day.rows:
        yield ""
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    headline = _JOINT.join(part for part in (row.headline, row.aside) if part)
    first, *rest = list(_wrapped(headline, WIDTH - _TIMES)) or [""]
    yield f"{row.times:<{_TIMES}}{first}".rstrip()
    place = _JOINT.join(part for part in (row.place, row.place_detail) if part)
    lines = (row.zone_mark, place, *row.lines, *map(_link, row.links))
    for line in (*rest, *_all_wrapped(lines, WIDTH - _TIMES)):
        yield " " * _TIMES + line


def _cards(content: Itinerary) -> Iterator[Iterator[str]]:
    """Yield the cards in the order in which the page has them."""
    if content.journeys:
        yield _journeys(content)
    some = (content.contact, content.noted, content.advice, content.unscheduled)
    cards = [*([content.place] if content.place else []), *content.stays]
    cards += [card for card in some if card is not None]
    for heading, group in groupby([*cards, *content.people], key=lambda card: card.heading):
        yield _group(heading, list(group))


def _group(heading: str, cards: Iterable[Card]) -> Iterator[str]:
    yield from _underlined(heading, "-")
    for number, card in enumerate(cards):
        if number:
            yield ""
        yield from _all_wrapped(
            [
                card.title,
                card.subject,
                *card.lines,
                *map(_link, card.links),
                _JOINT.join(card.details),
                card.estimate,
            ]
        )


def _journeys(content: Itinerary) -> Iterator[str]:
    yield from _underlined(content.travel_heading, "-")
    for number, journey in enumerate(content.journeys):
        if number:
            yield ""
        yield from _journey(journey)


def _journey(journey: TravelCard) -> Iterator[str]:
    yield from _all_wrapped([journey.heading, journey.traveller])
    for leg in journey.legs:
        for line in _all_wrapped(_leg(leg), WIDTH - len(_INDENT)):
            yield _INDENT + line
    yield from _wrapped(_JOINT.join(part for part in (journey.payer, journey.estimate) if part))


def _leg(leg: LegLine) -> tuple[str, ...]:
    arrival = _stop(leg.arrival)
    shift = f" ({leg.day_shift})" if leg.day_shift else ""
    service = (leg.kind, leg.service, leg.length, *leg.details, leg.estimate)
    return (
        leg.day,
        f"{_stop(leg.departure)} \u2192 {arrival}{shift}",
        _JOINT.join(part for part in service if part),
        leg.change,
    )


def _stop(stop: StopLine) -> str:
    """Return a stop with its own clocks, as ``Athens (ATH) 14:10 UTC+3``."""
    code = f" ({stop.code})" if stop.code and stop.name else stop.code
    terminal = f", {stop.terminal}" if stop.terminal else ""
    return f"{_isolated(stop.name)}{code}{terminal} {stop.clock} {stop.zone}"


def _link(link: Link) -> str:
    """Return the words of a link, and its address where those do not say it."""
    is_web = link.target.startswith(("https:", "http:"))
    return f"{link.text}: {link.target}" if is_web and link.target != link.text else link.text


def _underlined(text: str, line: str) -> Iterator[str]:
    for shown in _wrapped(text):
        yield shown
        yield line * min(_width(shown), WIDTH)


def _all_wrapped(texts: Iterable[str], width: int = WIDTH) -> Iterator[str]:
    for text in texts:
        yield from _wrapped(text, width)


def _wrapped(text: str, width: int = WIDTH) -> Iterator[str]:
    """Yield the lines of a text; a word that is too long for one is left whole.

    What runs from right to left is isolated line by line: an isolate ends with its line.
    """
    line = ""
    for word in text.split():
        if line and _width(line) + 1 + _width(word) > width:
            yield _isolated(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield _isolated(line)


def _isolated(line: str) -> str:
    return _JOINT.join(
        f"{_ISOLATE}{part}{_POP}" if _runs_left(part) else part for part in line.split(_JOINT)
    )


def _runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def _width(text: str) -> int:
    """Return how many columns a text takes: two for wide letters (UAX #11), none for marks."""
    return sum(
        0
        if unicodedata.category(letter) in _MARKS
        else 1 + (unicodedata.east_asian_width(letter) in _WIDE)
        for letter in text
    )
