"""Merging: whether an edit that is made again on a newer plan leaves both changes standing."""

from typing import Any

from planner.app.differences import ABSENT, Alteration, difference, value_of
from planner.domain.plan import Plan
from planner.domain.subjects import Subject


def clashes(base: Plan, mine: Plan, theirs: Plan, result: Plan) -> tuple[Subject, ...]:
    """Return the records in which one of two changes of ``base`` would be lost in ``result``.

    ``result`` is the edit that led to ``mine``, made on ``theirs``. It may build on what the others
    did, such as shifting a block that they have added; it may not take it back unseen, nor may both
    decide the same field differently.
    """
    ours = difference(base, mine)
    found = [
        part.subject
        for part, other in difference(base, theirs).items()
        if not _stands(other, ours.get(part), value_of(result, part))
    ]
    return tuple(dict.fromkeys(found))


def _stands(other: Alteration, own: Alteration | None, now: Any) -> bool:
    """Say whether what others made of a part is still there, and what we made of it too."""
    if own is not None:
        return own.after == other.after or _holds_both(other, own, now)
    if now == other.after:
        return True
    return now is not ABSENT and now != other.before


def _holds_both(other: Alteration, own: Alteration, now: Any) -> bool:
    """Say whether a list has what both added and lacks what either removed."""
    values = (other.before, other.after, own.after, now)
    if not all(isinstance(value, tuple) for value in values):
        return False
    return all(
        all(item in now for item in change.after if item not in change.before)
        and not any(item in now for item in change.before if item not in change.after)
        for change in (other, own)
    )
