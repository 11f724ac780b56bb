"""Words that name the clocks of another place: zones, cities with "time", "Ortszeit"."""

import re
from datetime import datetime

from planner.domain.zones import zone as zone_info
from planner.formats.timetext.people_words import FIRST_NAMES
from planner.formats.timetext.vocabulary import TOPIC_WORDS, ZONE_NAMES, listed

_PLACES = listed(
    "Abu Dhabi | Amsterdam | Athens | Athen | Atlanta | Auckland | Austin | Bangalore | Bangkok"
    " | Barcelona | Basel | Beijing | Bengaluru | Berlin | Bern | Boston | Bratislava | Brussels"
    " | Br\u00fcssel | Bucharest | Budapest | Buenos Aires | Cairo | Cape Town | Chennai | Chicago"
    " | Cologne | Copenhagen | Dallas | Delhi | Denver | Dublin | Dubai | D\u00fcsseldorf | Edinburgh"
    " | Frankfurt | Geneva | Genf | Hamburg | Helsinki | Hong Kong | Houston | Hyderabad | Istanbul"
    " | Jakarta | Johannesburg | Kiev | Kyiv | K\u00f6ln | Krakow | Leipzig | Lisbon | Lissabon"
    " | London | Los Angeles | Luxembourg | Luxemburg | Lyon | Madrid | Manchester | Melbourne"
    " | Mexico City | Miami | Milan | Montreal | Moscow | Mumbai | Munich | M\u00fcnchen | Nairobi"
    " | New Delhi | New York | New York City | NYC | Osaka | Oslo | Palo Alto | Paris | Philadelphia"
    " | Prague | Prag | Pune | Riga | Rome | Rom | San Diego | San Francisco | San Jose | Santiago"
    " | Sao Paulo | Seattle | Seoul | Shanghai | Singapore | Singapur | Sofia | Stockholm"
    " | Stuttgart | Sydney | Taipei | Tallinn | Tel Aviv | Tokyo | Tokio | Toronto | Vancouver"
    " | Vienna | Wien | Vilnius | Warsaw | Warschau | Washington | Washington DC | Zagreb | Zurich"
    " | Z\u00fcrich | Austria | California | Canada | China | France | Germany | India | Ireland"
    " | Israel | Italy | Japan | Poland | Spain | Switzerland | UK | US | USA | United Kingdom"
    " | United States | Deutschland | Indien | Kanada | \u00d6sterreich | Schweiz"
)
"""Places that people name for their clocks, or behind somebody's name."""

_CLOCKS = listed(
    "Eastern | Central | Mountain | Pacific | Central European | Greenwich Mean | British Summer"
    " | Eastern Standard | Eastern Daylight | Pacific Standard | Pacific Daylight"
    " | Central Standard | Central Daylight | Central European Summer | India Standard | Indian"
    " | Japan Standard | German | British"
)
_HERE = "local time|Local time|Local Time|your time|our time|Ortszeit|Lokalzeit|lokaler? Zeit"
_GERMAN = "deutscher|britischer|amerikanischer|indischer|japanischer|mitteleurop\u00e4ischer|europ\u00e4ischer"
_CAPITAL = r"[^\W\d_a-z\u00e4\u00f6\u00fc\u00df][^\W\d_]+"
_NO_PLACE = "|".join(
    re.escape(word)
    for word in sorted(TOPIC_WORDS | {"quiet", "own", "travel", "story", "play", "spare"})
)
ZONE_PATTERN = (
    rf"(?:UTC|GMT)\+\d{{1,2}}|{'|'.join(listed(' | '.join(ZONE_NAMES)))}|{_HERE}"
    rf"|(?:{'|'.join(map(re.escape, (*_PLACES, *_CLOCKS)))}) [Tt]ime"
    rf"|(?!(?i:{_NO_PLACE})(?!\w)){_CAPITAL}(?: {_CAPITAL})? time(?= ?[:)\]])"
    rf"|(?:{_CAPITAL} )?{_CAPITAL}er Zeit|(?:{_GERMAN}) Zeit"
)
"""The words of `plain` text behind a time; an unknown place counts before a colon or a bracket."""

_ALSO_CALLED = {"MEZ": "CET", "MESZ": "CEST", "ET": "EST", "CT": "CST", "MT": "MST", "PT": "PST"}
_ZONE_ALONE = re.compile(rf"(?:{ZONE_PATTERN})")
_ZONE_AT_END = re.compile(rf"(?<!\w)(?:{ZONE_PATTERN})$")
_ANY_YEAR = 2024


def is_zone(text: str) -> bool:
    """Say whether a `plain` text names clocks and nothing else."""
    return _ZONE_ALONE.fullmatch(text) is not None


def ends_with_zone(text: str) -> bool:
    """Say whether the last words of a `plain` text name clocks, as in "9:00 EST"."""
    return _ZONE_AT_END.search(text) is not None


def names_place(text: str) -> bool:
    """Say whether a text is a city or a country and no first name."""
    return text in _PLACES and text.lower() not in FIRST_NAMES


def is_own_zone(named: str, zone: str) -> bool:
    """Say whether the words are a name for the clocks of ``zone``, in winter or in summer."""
    city = zone.rpartition("/")[2].replace("_", " ")
    if named in {zone, f"{city} time", f"{city} Time"}:
        return True
    info = zone_info(zone)
    days = (datetime(_ANY_YEAR, month, 1, tzinfo=info) for month in (1, 7))
    return _ALSO_CALLED.get(named, named) in {day.tzname() for day in days}
