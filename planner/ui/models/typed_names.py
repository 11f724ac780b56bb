"""Names as somebody types them into one cell, found among the records that are known. Without Qt."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from planner.formats.plaintext import one_line

SEPARATOR = "; "
"""Between names in a cell; names may hold a comma, and few hold this."""

_HARD = re.compile(r"\s*[\n\u00b7]\s*")
_SOFT = re.compile(r"([;,])")
_R = TypeVar("_R", bound="Named")


class Named(Protocol):
    """A record with a name."""

    @property
    def name(self) -> str:
        """Return the name."""
        ...


def key_of(name: str) -> str:
    """Return what is the same for two names that differ in case or blanks only."""
    return one_line(name).casefold()


def found(name: str, records: Iterable[_R]) -> _R | None:
    """Return the first record of that name."""
    key = key_of(name)
    return next((record for record in records if key_of(record.name) == key), None)


def names_in(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the names in a text, each once, parted by semicolon, comma, middle dot or line.

    A known name that holds a comma or semicolon itself stays whole: the longest one wins.
    """
    keys = {key_of(name): name for name in known}
    parts = (part for line in _HARD.split(text) for part in _parts(line, keys))
    return tuple(dict.fromkeys(part for part in parts if part))


def _parts(line: str, known: Mapping[str, str]) -> Iterator[str]:
    pieces = _SOFT.split(line)  # names at even places, separators between them
    at = 0
    while at < len(pieces):
        for stop in range(len(pieces), at, -2):
            joined = "".join(pieces[at:stop])
            name = known.get(key_of(joined))
            if name is not None or stop == at + 1:
                yield name or one_line(joined)
                at = stop + 1
                break
