"""Hotels as cards: nights, times, features, who pays; the confirmation for the guest alone."""

from collections.abc import Iterable
from dataclasses import replace

from planner.domain.ids import CandidateId
from planner.domain.travel import Stay
from planner.formats.itinerary.content import Card
from planner.formats.itinerary.entries import Telling, whole_days_entry
from planner.formats.itinerary.people import phone_link
from planner.formats.itinerary.reading import Reading, joined
from planner.formats.itinerary.travel import is_own, payer_words, traveller_of
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words


def stay_cards(reading: Reading, candidates: Iterable[CandidateId]) -> tuple[Card, ...]:
    """Return the hotels of candidates, in order of check-in."""
    wanted = set(candidates)
    stays = [
        stay
        for stay in reading.plan.stays.values()
        if stay.candidate in wanted and reading.is_near(stay.check_in)
    ]
    stays.sort(key=lambda stay: (stay.check_in, stay.check_out, stay.id))
    return tuple(_stay_card(reading, stay) for stay in stays)


def _stay_card(reading: Reading, stay: Stay) -> Card:
    checks = (
        (words.CHECK_IN_FROM, stay.check_in_from),
        (words.CHECK_OUT_UNTIL, stay.check_out_until),
    )
    confirmation = one_line(stay.confirmation) if is_own(reading) else ""
    lines = (
        one_line(stay.address),
        joined([_nights(reading, stay), payer_words(reading, stay.paid_by)]),
        joined(
            reading.say(message, clock=reading.language.clock(clock))
            for message, clock in checks
            if clock is not None
        ),
        reading.say(words.CONFIRMATION, number=confirmation) if confirmation else "",
    )
    card = Card(
        heading=reading.say(words.WHERE_YOU_STAY if is_own(reading) else words.STAY),
        title=one_line(stay.hotel),
        lines=tuple(line for line in lines if line),
        details=tuple(one_line(feature) for feature in stay.room_features if one_line(feature)),
        links=(phone_link(stay.phone),) if one_line(stay.phone) else (),
        subject=traveller_of(reading, stay.candidate),
        estimate=reading.say(words.STAY_ESTIMATED) if stay.is_estimated else "",
    )
    return _with_entry(reading, stay, card)


def _with_entry(reading: Reading, stay: Stay, card: Card) -> Card:
    details = (joined(card.details), *(link.text for link in card.links), card.estimate)
    telling = Telling(
        summary=reading.say(words.HOTEL, name=card.title),
        location=", ".join(part for part in (card.title, one_line(stay.address)) if part),
        description=(*card.lines, *(detail for detail in details if detail)),
    )
    entry = whole_days_entry(reading, stay.calendar, stay.check_in, stay.check_out, telling)
    return replace(card, entry=entry)


def _nights(reading: Reading, stay: Stay) -> str:
    days = [reading.language.short_day(day) for day in (stay.check_in, stay.check_out)]
    return f"{days[0]} \u2013 {days[1]}, {reading.count(words.NIGHTS, stay.nights)}"
