"""Subjects: which record of a plan something is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """A record that something is about: the table that holds it, and its id."""

    table: str
    id: str
