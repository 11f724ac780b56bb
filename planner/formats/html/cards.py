"""Cards on a web page: travel, hotel, place, whom to call."""

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from planner.formats.html.elements import anchor, append, element, paragraphs
from planner.formats.itinerary.content import Card, Itinerary, LegLine, StopLine, TravelCard


def card_sections(itinerary: Itinerary) -> list[Element]:
    """Return all cards of an itinerary in the order in which they are needed."""
    sections: list[Element] = []
    if itinerary.journeys:
        cards = [_travel(journey) for journey in itinerary.journeys]
        sections.append(_section(itinerary.travel_heading, cards))
    sections += _grouped([itinerary.place] if itinerary.place else [])
    sections += _grouped(itinerary.stays)
    sections += _grouped([itinerary.contact] if itinerary.contact else [], "contact")
    for card in (itinerary.noted, itinerary.advice, itinerary.unscheduled):
        sections += _grouped([card] if card else [])
    return [*sections, *_grouped(itinerary.people)]


def _grouped(cards: Iterable[Card], class_: str = "") -> list[Element]:
    groups = groupby(cards, key=lambda card: card.heading)
    return [_section(heading, [_card(c, class_) for c in group]) for heading, group in groups]


def _section(heading: str, cards: Iterable[Element]) -> Element:
    return element("section", element("h2", heading), *cards, class_="cards")


def _card(card: Card, class_: str) -> Element:
    box = element("div", class_=f"card {class_}".strip())
    if card.title:
        append(box, element("p", element("strong", card.title), class_="title"))
    for line in paragraphs([card.subject, *card.lines]):
        append(box, line)
    for link in card.links:
        append(box, element("p", anchor(link), class_="link"))
    for line in paragraphs([" \u00b7 ".join(card.details), card.estimate], "quiet"):
        append(box, line)
    return box


def _travel(journey: TravelCard) -> Element:
    box = element("div", class_="card")
    append(box, element("p", element("strong", journey.heading), class_="title"))
    for line in paragraphs([journey.traveller]):
        append(box, line)
    for leg in journey.legs:
        append(box, _leg(leg))
    for line in paragraphs(
        [" \u00b7 ".join(filter(None, [journey.payer, journey.estimate]))], "quiet"
    ):
        append(box, line)
    return box


def _leg(leg: LegLine) -> Element:
    route = element("p", class_="route")
    stops = (_stop(leg.departure), _stop(leg.arrival, leg.day_shift))
    for part in (stops[0], " \u2192 ", stops[1], element("small", leg.zones)):
        append(route, part)
    box = element("div", class_="leg")
    for line in paragraphs([leg.day], "day-change"):
        append(box, line)
    append(box, route)
    service = [leg.kind, leg.service, leg.length, *leg.details, leg.estimate]
    told = " \u00b7 ".join(part for part in service if part)
    for line in paragraphs([told, leg.change], "quiet"):
        append(box, line)
    return box


def _stop(stop: StopLine, day_shift: str = "") -> Element:
    shift = element("b", f"\u00a0{day_shift}", class_="shift") if day_shift else None
    terminal = f", {stop.terminal}" if stop.terminal else ""
    time = element("time", stop.clock, shift)
    if not stop.code:
        return element("span", stop.name, terminal, " ", time)
    return element(
        "span", element("abbr", stop.code, title=stop.name), terminal, " ", time, class_="stop"
    )
