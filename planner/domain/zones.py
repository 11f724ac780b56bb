"""Time zones by IANA name, from the tzdata package alone. Unknown names are refused."""

import zoneinfo
from functools import cache
from zoneinfo import ZoneInfo

from planner.domain.errors import PlannerError

# The zone data of the system is left out on purpose. It is as old as the machine's last update, and
# a plan made with one edition and printed with another would be an hour off without a word. With
# the tzdata package alone the same plan gives the same instants and the same bytes everywhere.
zoneinfo.reset_tzpath(to=())
ZoneInfo.clear_cache()  # zones that somebody asked for before this import came from the system

_NOT_A_PLACE = frozenset({"Factory"})  # stands for "nobody has set the zone yet"


class UnknownZone(PlannerError, ValueError):
    """A zone was asked for by a name that the zone data does not have. Facts: ``name``."""

    code = "unknown_zone"

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.name = name


@cache
def zone_names() -> frozenset[str]:
    """Return every name that `zone` accepts."""
    return frozenset(zoneinfo.available_timezones() - _NOT_A_PLACE)


def known_zone(name: str) -> bool:
    """Say whether ``name`` is an IANA zone name, letter by letter."""
    return name in zone_names()


@cache
def zone(name: str) -> ZoneInfo:
    """Return the zone with the IANA name ``name``, such as ``Europe/Luxembourg``.

    Raises:
        UnknownZone: the zone data has no such name.
    """
    # The list is asked before the file: a name is a path inside the zone data, and a file system
    # would also accept "europe/berlin" on one machine and "../../etc/passwd" on another.
    if not known_zone(name):
        raise UnknownZone(name)
    return ZoneInfo(name)
