"""Checks: timeboxes that say when, on clocks that show that time once."""

from collections.abc import Iterable, Iterator

from planner.domain.edits.timing import ChangeTimes, MoveBlock
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.domain.zones import known_zone
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.findings import Finding, on_block
from planner.schedule.checks.presence import happens_at_office
from planner.schedule.checks.survey import Survey


def time_skipped(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks at a time that the clocks jump over."""
    for entry in entries:
        start = entry.timebox.start
        if start.written is not None:
            found = on_block(survey, entry, written=start.written.time(), zone=start.zone)
            shown = Moment(start.instant, start.zone)  # what the clocks show then, instead
            yield found.mended_by(MoveBlock(entry.block.id, shown))


def time_repeated(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks at a time that the clocks show twice."""
    clocks = survey.clocks
    for entry in entries:
        start = entry.timebox.start
        if clocks.may_repeat(start.zone, entry.start) and start.is_repeated:
            yield on_block(survey, entry, start=start, offset=start.offset_text, zone=start.zone)


def clocks_of_elsewhere(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks in an office whose time is given on clocks that show another time there.

    A call may go by the clocks of anybody who takes it.
    """
    zones = {office.zone for office in survey.plan.offices.values()}
    usual = zones.pop() if len(zones) == 1 else None
    for entry in entries:
        start = entry.timebox.start
        if start.zone == usual or not happens_at_office(entry.block):
            continue
        office = survey.plan.office_of(entry.block)
        if office is None or not known_zone(office.zone):
            continue
        shown = start.in_zone(office.zone)
        if shown.offset_text != start.offset_text and not _is_clock_of_caller(survey, entry):
            subject = Subject("offices", office.id)
            found = on_block(
                survey, entry, subject, office=subject, start=start, zone=start.zone, shown=shown
            )
            meant = Moment.from_wall(start.day, start.clock, office.zone)
            yield found.mended_by(
                MoveBlock(entry.block.id, meant), MoveBlock(entry.block.id, shown)
            )


def end_unknown(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks of which nobody said when they end."""
    for entry in entries:
        if entry.timebox.duration is None:
            assumed = survey.policy.default_duration
            found = on_block(survey, entry, assumed=assumed)
            yield found.mended_by(ChangeTimes(entry.block.id, duration=assumed))


def _is_clock_of_caller(survey: Survey, entry: Entry) -> bool:
    if not entry.block.is_call:
        return False
    homes = [survey.candidate_zone(candidate) for candidate in entry.block.candidates]
    homes += [survey.home_zone(person) for person in survey.attending[entry.index]]
    start = entry.timebox.start
    return any(start.in_zone(home).offset_text == start.offset_text for home in homes if home)


def unscheduled(_survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find blocks that wait for a time."""
    for block in agenda.unscheduled:
        subject = Subject("blocks", block.id)
        yield Finding((subject,), {"block": subject})
