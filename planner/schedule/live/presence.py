"""Presence: which candidates have been seen, and which blocks run by the clock because nobody holds them."""

from collections.abc import Mapping
from functools import lru_cache

from planner.domain.blocks import Block, Kind
from planner.domain.log import Log
from planner.domain.times import Moment
from planner.schedule.agenda import Agenda, instant
from planner.schedule.live.facts import arrivals_of


def runs_by_clock(block: Block) -> bool:
    """Say whether a block begins and ends without anybody saying so, as a rest does.

    That is what nobody of the company holds, such as a way or a tour without a guide: nobody is
    there who would press a button. An arrival is one of them even with a host at the door, for it
    begins when the candidate is there. What somebody holds waits until it was started.
    """
    if block.is_rest or block.is_assessing:
        return False
    return block.kind is Kind.ARRIVAL or not block.attendees


@lru_cache(maxsize=4)
def run_by_clock(agenda: Agenda) -> frozenset[int]:
    """Return the entries (by index) that run by the clock: one plan is projected many times."""
    return frozenset(entry.index for entry in agenda.entries if runs_by_clock(entry.block))


def arrived(agenda: Agenda, log: Log) -> Mapping[int, int]:
    """Return when all candidates of an arrival were there, by its index; only where all of them are.

    Who stays for several days arrives on each of them.
    """
    told = arrivals_of(log)
    if not told:
        return {}
    found: dict[int, int] = {}
    for index in run_by_clock(agenda):
        entry = agenda.entries[index]
        if entry.block.kind is not Kind.ARRIVAL:
            continue
        zone, day = entry.timebox.start.zone, agenda.dates[index]
        firsts = [
            next((at for at in told.get(who, ()) if Moment(instant(at), zone).day == day), None)
            for who in entry.block.candidates
        ]
        known = [at for at in firsts if at is not None]
        if known and len(known) == len(firsts):
            found[index] = max(known)
    return found
