"""News: who has to hear what, once the day is no longer as they know it."""

from dataclasses import replace

from planner.domain.blocks import Kind, Mode
from planner.domain.log import LogEntry
from planner.schedule.live.live_projection import project_live
from planner.schedule.projection import project
from planner.schedule.repairs.news import by_person, news
from tests.builders import block, minutes, person, plan
from tests.schedule.live.logs import at, log, told

DAY = plan(
    block("A", "10:00", 45, people=["ben"]),
    block("lunch", "10:45", 30, kind=Kind.MEAL, minimum=minutes(30)),
    block("B", "11:15", 45, people=["kim"]),
    person("noor"),
)


def heard(now: str, *entries: LogEntry) -> list[tuple[str, str, str, str]]:
    projection = project_live(DAY, log(*entries), at(now))
    return [
        (one.subject.id, one.kind.value, one.block, f"{one.start.local:%H:%M}")
        for one in news(project(DAY), projection)
    ]


def test_day_on_time_is_no_news() -> None:
    assert heard("10:10", told("10:04", "started", "A")) == []


def test_later_start_is_told_to_everybody_in_the_block() -> None:
    assert heard("10:40", told("10:05", "started", "A")) == [
        ("ada", "time", "B", "11:20"),
        ("kim", "time", "B", "11:20"),
    ]


def test_whoever_takes_over_is_asked_and_the_other_one_relieved() -> None:
    swapped = told("09:30", "replaced", "B", person="noor", instead_of="kim", mode="phone")
    assert heard("09:30", swapped) == [
        ("ada", "mode", "B", "11:15"),
        ("noor", "takes_over", "B", "11:15"),
        ("kim", "relieved", "B", "11:15"),
    ]


def test_dropped_block_is_told_at_its_planned_time() -> None:
    assert heard("09:30", told("09:30", "skipped", "B")) == [
        ("ada", "dropped", "B", "11:15"),
        ("kim", "dropped", "B", "11:15"),
    ]


def test_new_block_is_told_to_those_who_are_in_it() -> None:
    extra = block("extra", "15:00", 25, people=["ben"], mode=Mode.PHONE)
    projection = project_live(DAY.with_records([extra]), log(), at("09:00"))
    found = news(project(DAY), projection)
    assert [(one.subject.id, one.kind.value, one.mode) for one in found] == [
        ("ada", "added", Mode.PHONE),
        ("ben", "added", Mode.PHONE),
    ]


def test_news_are_grouped_by_person_in_order_of_start() -> None:
    day = DAY.with_records([replace(block("C", "12:00", 30, people=["kim"]))])
    projection = project_live(day, log(told("10:30", "started", "A")), at("10:30"))
    grouped = by_person(news(project(day), projection))
    assert {who.id: [one.block for one in told_] for who, told_ in grouped.items()} == {
        "ada": ["B", "C"],
        "kim": ["B", "C"],
    }


def test_news_count_from_what_was_told_last() -> None:
    late = project_live(DAY, log(told("10:30", "started", "A")), at("10:30"))
    assert news(late, late) == ()
