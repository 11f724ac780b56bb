"""Short texts that say one thing only: a length, how people meet, or where."""

import re

from planner.formats.timetext.contents import Contents
from planner.formats.timetext.recognition import is_only_mode, room_in, says_nothing
from planner.formats.timetext.timeboxes import only_length

_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def without_asides(contents: Contents, part: str) -> str:
    """Take parentheses away that say a length, a mode, a room, or nothing."""
    for match in _ASIDE.finditer(part):
        said = match[1].strip()
        if (said and says_nothing(said)) or reads_small(contents, said):
            part = part.replace(match[0], " ", 1)
    return part


def reads_small(contents: Contents, part: str) -> bool:
    """Read a part that says one thing only: a length, how people meet, where."""
    length = only_length(part)
    if length is not None:
        contents.length = contents.length or length
        return True
    if is_only_mode(part):
        contents.learn_mode(part)
        return True
    room = room_in(part)
    if room is None or room[0].strip() != part.rstrip(" ."):
        return False
    contents.room = contents.room or part.rstrip(" .")
    return True
