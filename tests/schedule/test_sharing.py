"""What shares a room or a host does not wait for each other, and what follows waits for all."""

from planner.domain.blocks import Block, Kind, SeatRole
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.schedule.assumptions import Assumptions
from planner.schedule.projection import project
from planner.schedule.slack import slacks
from tests.builders import block, minutes, plan, seat

MEAL = Kind.MEAL


def table(name: str, start: str = "12:00", length: float = 45) -> Block:
    """Return a lunch of one candidate in the cafeteria, hosted by Kim."""
    seats = (seat("kim", SeatRole.HOST),)
    return block(
        f"table {name}",
        start,
        length,
        kind=MEAL,
        room="cafeteria",
        seats=seats,
        candidates=[name],
        minimum=minutes(length),
    )


def cafeteria() -> Plan:
    """Return a meeting of Kim in the cafeteria, two lunches there at one time, and a last one."""
    meeting = block("first", "11:00", 60, people=["kim"], room="cafeteria", candidates=["cyd"])
    last = block("last", "13:00", 30, people=["kim"], room="cafeteria", candidates=["cyd"])
    return plan(meeting, table("ada"), table("bob", "12:15"), last)


def delays(**longer: float) -> dict[str, float]:
    """Return by how many minutes blocks start late when others take longer."""
    later = {BlockId(name.replace("_", " ")): minutes(n) for name, n in longer.items()}
    blocks = project(cafeteria(), Assumptions(longer=later)).blocks
    return {name: found.delay / minutes(1) for name, found in blocks.items() if found.delay}


def test_lunches_that_share_a_room_and_a_host_are_in_time() -> None:
    assert delays() == {}
    assert delays(table_ada=15) == {}


def test_what_follows_waits_for_all_that_shared() -> None:
    assert delays(table_ada=30) == {"last": 15}
    assert delays(table_bob=10) == {"last": 10}


def test_all_that_share_wait_for_what_came_before() -> None:
    assert delays(first=20) == {"table ada": 20, "table bob": 5, "last": 5}


def test_slack_is_that_of_each() -> None:
    found = slacks(project(cafeteria())).blocks
    free = {name: slack.free for name, slack in found.items()}
    assert free == {
        "first": minutes(0),
        "table ada": minutes(15),
        "table bob": minutes(0),
        "last": None,
    }
    limits = {
        name: slack.latest_start and f"{slack.latest_start.clock:%H:%M}"
        for name, slack in found.items()
    }
    assert limits == {"first": "11:00", "table ada": "12:00", "table bob": "12:15", "last": "17:30"}


def test_interview_over_lunch_shares_nothing() -> None:
    measured = block("b", "12:15", 45, kind=MEAL, people=["kim"], candidates=["bob"])
    day = plan(table("ada"), measured)
    assert project(day).block(BlockId("b")).delay == minutes(30)
