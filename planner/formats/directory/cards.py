"""vCards as people; properties that a planner has no use for are named, not kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from planner.formats.directory.card_lines import UNREADABLE, Property, properties
from planner.formats.directory.cells import read_zone, shown
from planner.formats.directory.content import Fault, Field, ListKind, Reading, Row, Trouble
from planner.formats.directory.errors import UnreadableDirectory
from planner.formats.directory.rows import person_entry

CARD_LIMIT: Final = 20_000

_BEGIN, _END, _CARD = "BEGIN", "END", "VCARD"
_TAKEN = {
    "TITLE": Field.TITLE,
    "ROLE": Field.TITLE,
    "EMAIL": Field.EMAIL,
    "TEL": Field.PHONE,
    "TZ": Field.ZONE,
    "LANG": Field.LANGUAGE,
    "EXPERTISE": Field.FOCUS_AREAS,
    "NOTE": Field.NOTE,
}
_SAY_NOTHING = frozenset(
    {"FN", "N", "VERSION", "PRODID", "REV", "UID", "KIND", "SORT-STRING", "PROFILE", "CLASS"}
    | {"SOURCE", "NAME", "MAILER", "CLIENTPIDMAP", "X-ABLABEL", "X-ABSHOWAS", "X-ABADR", "AGENT"}
    | {"X-ABUID", "X-ADDRESSBOOKSERVER-KIND", "X-IMAGEHASH", "X-IMAGETYPE"}
)
_NOT_TO_TALK_TO = ("fax", "pager", "modem", "textphone")


@dataclass(slots=True)
class _Card:
    line: int
    properties: list[Property] = field(default_factory=list)
    is_whole: bool = False


def is_cards(text: str) -> bool:
    """Say whether a text begins as vCards do."""
    return text.lstrip("\ufeff \t\r\n")[:11].upper() == f"{_BEGIN}:{_CARD}"


def read_cards(text: str) -> Reading:
    """Return the people of a file of vCards, version 2.1, 3.0 or 4.0.

    Raises:
        UnreadableDirectory: it has no card, or more than anybody would import.
    """
    cards: list[_Card] = []
    for card in _cards(properties(text)):
        cards.append(card)
        if len(cards) > CARD_LIMIT:
            raise UnreadableDirectory(reason="too_many_rows", limit=CARD_LIMIT)
    if not cards:
        raise UnreadableDirectory(reason="no_rows")
    return Reading(ListKind.PEOPLE, tuple(map(_row, cards)), unused=_unused(cards))


def _cards(lines: Iterable[Property]) -> Iterator[_Card]:
    """Yield the cards; one inside another (an agent) is passed over, one without an end is told."""
    card: _Card | None = None
    inner = 0
    for item in lines:
        marks = item.name if item.value.strip().upper() == _CARD else ""
        if marks == _BEGIN and card is not None and _is_agent(card):
            inner += 1
        elif marks == _BEGIN:
            if card is not None:
                yield card
            card, inner = _Card(item.line), 0
        elif marks == _END and inner:
            inner -= 1
        elif marks == _END and card is not None:
            card.is_whole = True
            yield card
            card = None
        elif card is not None and not inner:
            card.properties.append(item)
    if card is not None:
        yield card


def _is_agent(card: _Card) -> bool:
    return bool(card.properties) and card.properties[-1].name == "AGENT"


def _row(card: _Card) -> Row:
    if any(_is_group(item) for item in card.properties):
        return Row(card.line, None, (Fault(Trouble.GROUP, None, _name(card)),))
    cells: dict[Field, list[str]] = {}
    for item in sorted(card.properties, key=lambda item: item.rank):
        target = _field(item)
        if target is not None:
            cells.setdefault(target, []).append(_said(item))
    entry, faults = person_entry({**cells, Field.LAST_NAME: [_name(card)]})
    lost = [
        Fault(Trouble.UNREADABLE_LINE, None, shown(item.value))
        for item in card.properties
        if item.name == UNREADABLE
    ]
    cut_off = [] if card.is_whole else [Fault(Trouble.CUT_OFF)]
    return Row(card.line, entry, (*faults, *lost, *cut_off))


def _field(item: Property) -> Field | None:
    target = _TAKEN.get(item.name)
    if target is Field.PHONE and item.is_of_type(*_NOT_TO_TALK_TO):
        return None
    if item.name == "TZ" and not read_zone(item.text)[0]:
        return None  # an offset is no zone: it says nothing about summer time
    return target if item.text.strip() else None


def _said(item: Property) -> str:
    if item.name == "EXPERTISE":
        return "; ".join(item.parts(","))
    return item.text.strip()


def _name(card: _Card) -> str:
    """Return the name as it is shown, or else as it is composed, or else whose card it is."""
    by_name = {item.name: item for item in reversed(card.properties)}
    if "FN" in by_name and by_name["FN"].text.strip():
        return by_name["FN"].text.strip()
    if "N" in by_name:
        last, first, middle, *_ = [*by_name["N"].parts(";"), "", "", ""]
        composed = " ".join(part for part in (first, middle, last) if part)
        if composed:
            return composed
    return by_name["ORG"].parts(";")[0] if "ORG" in by_name else ""


def _is_group(item: Property) -> bool:
    is_kind = item.name in {"KIND", "X-ADDRESSBOOKSERVER-KIND"}
    return is_kind and item.text.strip().casefold() == "group"


def _unused(cards: Iterable[_Card]) -> tuple[str, ...]:
    named = dict.fromkeys(item.name for card in cards for item in card.properties if item.value)
    return tuple(n for n in named if n not in _SAY_NOTHING and n not in _TAKEN and n != UNREADABLE)
