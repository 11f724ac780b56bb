"""Migrations: documents of earlier versions of the format, brought up to date step by step."""

from collections.abc import Callable, Sequence
from typing import Any

from planner.formats.planfile.document import FORMAT
from planner.formats.planfile.faults import Fault, UnreadablePlan, shown
from planner.formats.planfile.json_text import Doubled

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Sequence[Migration] = ()
"""The step at position ``n`` takes a document of version ``n + 1`` to version ``n + 2``."""


def up_to_date(raw: Any, migrations: Sequence[Migration] = MIGRATIONS) -> dict[str, Any]:
    """Return the document in the version that is read, which is one more than there are steps.

    Raises:
        UnreadablePlan: it is no plan, or was written by a newer program.
    """
    document = _named(raw)
    version = document.get("version")
    newest = len(migrations) + 1
    if type(version) is not int or version < 1:  # isinstance would let true pass for 1
        raise UnreadablePlan([Fault("bad_version", "version", {"found": shown(version)})])
    if version > newest:
        facts = {"version": version, "known": newest}
        raise UnreadablePlan([Fault("newer_version", "version", facts)])
    for number, step in enumerate(migrations[version - 1 :], start=version + 1):
        document = {**step(document), "version": number}
    return document


def _named(raw: Any) -> dict[str, Any]:
    """Return the document if it says that it is a plan, in the words of the format."""
    if not isinstance(raw, dict):
        raise UnreadablePlan([Fault("not_an_object", facts={"found": shown(raw)})])
    if isinstance(raw, Doubled):  # which of the two should say what the document is?
        raise UnreadablePlan([Fault("doubled_name", name) for name in raw.doubled])
    if "format" not in raw:
        raise UnreadablePlan([Fault("no_format", "format", {"format": FORMAT})])
    if raw["format"] != FORMAT:
        facts = {"found": shown(raw["format"]), "format": FORMAT}
        raise UnreadablePlan([Fault("other_format", "format", facts)])
    return raw
