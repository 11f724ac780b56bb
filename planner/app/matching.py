"""Matching people: who is surely, and who is probably, the same as somebody known."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from planner.domain.directory import Directory
from planner.domain.people import Person

_NO_PART_OF_A_NAME = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "herr", "frau", "dipl", "ing", "phd"}
)
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


@dataclass(frozen=True, slots=True)
class Duplicates:
    """People of the directory who are probably one; ``is_sure`` where they share an address."""

    people: tuple[Person, ...]
    is_sure: bool


def email_key(email: str) -> str:
    """Return what two spellings of one e-mail address share; empty without an address."""
    return email.strip().casefold()


def name_key(name: str) -> str:
    """Return what two spellings of one name share: order, case, accents and titles do not count."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c))
    for written, meant in _UMLAUTS:
        plain = plain.replace(written, meant)
    words = [word for word in plain.split() if word not in _NO_PART_OF_A_NAME]
    return " ".join(sorted(words))


class People:
    """People who are known, to be found by address or name."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_email: dict[str, Person] = {}
        self._by_name: dict[str, Person] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Let a person be found from now on; whoever was there first stays."""
        self._by_email.setdefault(email_key(person.email), person)
        self._by_name.setdefault(name_key(person.name), person)

    def with_email(self, email: str) -> Person | None:
        """Return who has an e-mail address."""
        return self._by_email.get(email_key(email)) if email_key(email) else None

    def with_name(self, name: str) -> Person | None:
        """Return who is called like this, in some spelling."""
        return self._by_name.get(name_key(name)) if name_key(name) else None


def duplicates(directory: Directory) -> tuple[Duplicates, ...]:
    """Return groups of people who share an e-mail address, or else a name, in order of names."""
    people = sorted(directory.people.values(), key=lambda person: (person.name, person.id))
    sure = _groups(people, lambda person: email_key(person.email))
    in_sure = {person.id for group in sure for person in group}
    probable = _groups(people, lambda person: name_key(person.name))
    found = [Duplicates(group, is_sure=True) for group in sure]
    found += [
        Duplicates(group, is_sure=False)
        for group in probable
        if not in_sure.issuperset(person.id for person in group)
    ]
    return tuple(found)


def _groups(people: Iterable[Person], key: Callable[[Person], str]) -> list[tuple[Person, ...]]:
    groups: Mapping[str, list[Person]] = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    return [tuple(group) for shared, group in groups.items() if shared and len(group) > 1]
