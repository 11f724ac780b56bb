"""Short texts that say one thing only: a length, how people meet, where, or on which clocks."""

import re

from planner.formats.timetext.contents import Contents
from planner.formats.timetext.recognition import is_only_mode, room_in, says_nothing
from planner.formats.timetext.spelling import plain
from planner.formats.timetext.timeboxes import only_length, only_time, time_at
from planner.formats.timetext.zone_words import ends_with_zone, is_zone

_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def without_asides(contents: Contents, part: str) -> str:
    """Take parentheses away that say a length, a mode, a room, other clocks, or nothing."""
    for match in _ASIDE.finditer(part):
        said = match[1].strip()
        if (said and says_nothing(said)) or reads_small(contents, said):
            part = part.replace(match[0], " ", 1)
    return _without_second_time(contents, part)


def reads_small(contents: Contents, part: str) -> bool:
    """Read a part that says one thing only: a length, how people meet, where, on which clocks."""
    length = only_length(part)
    if length is not None:
        contents.length = contents.length or length
        return True
    if is_only_mode(part):
        contents.learn_mode(part)
        return True
    if _names_clocks(part):
        contents.clocks.append(part)
        return True
    room = room_in(part)
    if room is None or room[0].strip() != part.rstrip(" ."):
        return False
    contents.room = contents.room or part.rstrip(" .")
    return True


def _names_clocks(part: str) -> bool:
    """Say whether a part is a zone, or a second time with its zone: "9:00 EST"."""
    shown = plain(part).strip()
    return is_zone(shown) or (ends_with_zone(shown) and only_time(shown) is not None)


def _without_second_time(contents: Contents, part: str) -> str:
    """Take a time with its zone out of the beginning of a part: "/ 9:00 EST call"."""
    first = len(part) - len(part.lstrip(" /"))
    written = time_at(plain(part), first)
    if written is None or not written.zone or written.end is not None:
        return part
    contents.clocks.append(part[first : written.last].strip())
    return part[written.last :].lstrip(" :")
