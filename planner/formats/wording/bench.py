"""The bench in words: what somebody would bring to a seat, and what speaks against them."""
# ruff: noqa: D102 -- `planner.schedule.bench` says what each of these is

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Protocol

from planner.domain.ids import BlockId, FocusAreaId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import ZERO, Moment
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language


class Load(Protocol):
    """How many interviews somebody would take, and how many they may."""

    @property
    def count(self) -> int: ...
    @property
    def limit(self) -> int: ...
    @property
    def is_over(self) -> bool: ...


class OnBench(Protocol):
    """Somebody who could take a seat; `planner.schedule.bench` finds them."""

    @property
    def is_in_plan(self) -> bool: ...
    @property
    def clashes(self) -> tuple[BlockId, ...]: ...
    @property
    def works_then(self) -> bool: ...
    @property
    def can_be_booked(self) -> bool: ...
    @property
    def is_awake(self) -> bool: ...
    @property
    def shared(self) -> tuple[FocusAreaId, ...]: ...
    @property
    def missing(self) -> tuple[FocusAreaId, ...]: ...
    @property
    def is_interviewing(self) -> bool: ...
    @property
    def day(self) -> Load: ...
    @property
    def week(self) -> Load: ...
    @property
    def loop_blocks(self) -> tuple[BlockId, ...]: ...
    @property
    def zone(self) -> str: ...
    @property
    def offset(self) -> timedelta: ...
    @property
    def start(self) -> Moment | None: ...
    @property
    def end(self) -> Moment | None: ...
    @property
    def is_remote(self) -> bool: ...
    @property
    def is_face_to_face(self) -> bool: ...


def bench_sentence(entry: OnBench, plan: Plan, language: Language) -> str:
    """Return in one line what somebody would bring: ``first interview this week, covers Dive Deep``."""
    return ", ".join(_merits(entry, plan, language))


def bench_warnings(entry: OnBench, plan: Plan, language: Language) -> list[str]:
    """Return what speaks against somebody, the worst first, a sentence each."""
    return [*_time_warnings(entry, plan, language), *_fitness_warnings(entry, plan, language)]


def _merits(entry: OnBench, plan: Plan, language: Language) -> Iterator[str]:
    yield _load(entry, language)
    if entry.shared:
        areas = language.join(_names("focus_areas", entry.shared, plan, language))
        yield language.text("covers {areas}", areas=areas)
    if entry.start is not None and entry.offset != ZERO:
        yield language.text("{span} for them", span=language.span(entry.start, entry.end))
    if entry.is_remote:
        yield language.text("by video")
    if not entry.is_in_plan:
        yield language.text("from the directory")


def _load(entry: OnBench, language: Language) -> str:
    count = entry.week.count
    if entry.start is None:
        return language.text("the block has no time yet")
    if not entry.is_interviewing:
        return language.count("{n} interview this week", "{n} interviews this week", count)
    return language.count(
        "first interview this week", "{n} interviews this week with this one", count
    )


def _time_warnings(entry: OnBench, plan: Plan, language: Language) -> Iterator[str]:
    if entry.clashes:
        blocks = language.join(_names("blocks", entry.clashes, plan, language))
        yield language.text("Busy at that time: {blocks}.", blocks=blocks)
    span = "" if entry.start is None else language.span(entry.start, entry.end)
    if not entry.works_then:
        yield language.text("Outside of their working hours.")
    if not entry.can_be_booked:
        yield language.text("Not available at that time.")
    if not entry.is_awake:
        yield language.text("{span} for them: not all of it is in waking hours.", span=span)


def _fitness_warnings(entry: OnBench, plan: Plan, language: Language) -> Iterator[str]:
    if entry.missing:
        areas = language.join(_names("focus_areas", entry.missing, plan, language))
        yield language.text("Does not assess {areas}.", areas=areas)
    if entry.is_interviewing and entry.day.is_over:
        facts = {"count": entry.day.count, "limit": entry.day.limit}
        yield language.text("Interviews that day: {count}, with a limit of {limit}.", **facts)
    if entry.is_interviewing and entry.week.is_over:
        facts = {"count": entry.week.count, "limit": entry.week.limit}
        yield language.text("Interviews that week: {count}, with a limit of {limit}.", **facts)
    if entry.loop_blocks:
        blocks = language.join(_names("blocks", entry.loop_blocks, plan, language))
        yield language.text("Interviews in this loop already: {blocks}.", blocks=blocks)
    if entry.is_remote and entry.is_face_to_face:
        yield language.text("Lives in {zone}: could join only by video.", zone=entry.zone)


def _names(table: str, ids: Iterable[str], plan: Plan, language: Language) -> list[str]:
    return [subject_name(Subject(table, record_id), plan, language) for record_id in ids]
