"""Facts: what a log says of a block, whatever was told twice or in an odd order."""

from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import LogEntry
from planner.schedule.live.facts import (
    BlockFacts,
    arrivals_of,
    facts_of,
    facts_with,
    seconds,
)
from planner.schedule.live.live_projection import Phase, project_live
from tests.builders import block, minutes, person, plan
from tests.schedule.live.logs import at, log, told

A = BlockId("A")


def facts(*entries: LogEntry) -> BlockFacts:
    return facts_of(log(*entries))[A]


def test_started_twice_began_the_first_time_and_goes_on() -> None:
    entries = [told("10:00", "started", "A"), told("10:10", "ended", "A")]
    found = facts(*entries, told("10:12", "started", "A"))
    assert (found.started, found.ended) == (seconds(at("10:00")), None)


def test_interruption_that_is_told_twice_is_one() -> None:
    found = facts(
        told("10:05", "interrupted", "A", reason="dropped"),
        told("10:06", "interrupted", "A"),
        told("10:09", "ended", "A"),
    )
    assert [(s.start, s.end, s.reason) for s in found.interruptions] == [
        (seconds(at("10:05")), seconds(at("10:09")), "dropped")
    ]
    assert found.lost(seconds(at("11:00"))) == 4 * 60


def test_resuming_what_was_not_interrupted_changes_nothing() -> None:
    assert facts(told("10:00", "started", "A"), told("10:05", "resumed", "A")).interruptions == []


def test_candidate_who_is_late_counts_like_a_person() -> None:
    found = facts(told("09:50", "late", "A", candidate="ada", until="10:20"))
    assert found.late == {CandidateId("ada"): seconds(at("10:20"))}
    nobody = facts(told("09:50", "late", "A", until="10:20"))
    assert nobody.late == {}


def test_second_no_show_makes_a_block_missed_again() -> None:
    found = facts(
        told("10:10", "no_show", "A", person="ben"),
        told("10:18", "replaced", "A", person="noor"),
        told("10:30", "no_show", "A", person="noor"),
    )
    assert found.is_missed
    assert found.absent == {"ben", "noor"}


def test_whoever_takes_over_has_a_grace_of_their_own() -> None:
    day = plan(block("A", "10:00", people=["ben"]), person("noor"))
    entries = [
        told("10:10", "suspected", "A"),
        told("10:12", "no_show", "A", person="ben"),
        told("10:18", "replaced", "A", person="noor", instead_of="ben"),
    ]
    assert project_live(day, log(*entries), at("10:27")).phase(A) is Phase.REPLACED
    assert project_live(day, log(*entries), at("10:28")).phase(A) is Phase.SUSPECTED
    assert project_live(day, log(entries[0]), at("10:01")).phase(A) is Phase.SUSPECTED


def test_arrivals_are_told_of_each_candidate_in_order() -> None:
    told_so_far = log(
        told("09:50", "arrived", candidate="ada"),
        told("09:55", "arrived", candidate="ada"),
        told("09:56", "arrived"),
        told("17:00", "left", candidate="ada"),
    )
    assert arrivals_of(told_so_far) == {"ada": [seconds(at("09:50")), seconds(at("09:55"))]}


def test_what_is_told_of_no_block_is_no_fact_of_any() -> None:
    assert facts_of(log(told("10:00", "note"), told("10:01", "note", "A"))) == {}


def test_facts_are_taken_over_and_only_what_is_new_is_added() -> None:
    known = facts_of(log(told("10:00", "started", "A")))
    more = facts_with(
        known,
        [
            told("10:05", "interrupted", "A"),
            told("10:07", "resumed", "A"),
            told("10:08", "note", "A"),
            told("10:09", "skipped", "B"),
        ],
    )
    assert more[A].lost(seconds(at("11:00"))) == 120
    assert more[BlockId("B")].is_skipped
    assert (known[A].interruptions, set(known)) == ([], {A})


def test_figures_of_a_block_that_has_not_begun() -> None:
    projection = project_live(plan(block("A", "10:00", 45)), log(), at("09:00"))
    assert projection.elapsed(A) == projection.stood_still(A) == minutes(0)
    assert projection.remaining(A) == minutes(105)
    assert projection.offset(CandidateId("nobody")) == minutes(0)
    assert projection.relative_offset(CandidateId("nobody")) == minutes(0)
    assert projection.following(CandidateId("nobody")) is None


def test_replacement_of_nobody_takes_the_empty_seat_and_the_mode() -> None:
    day = plan(block("A", "10:00"), person("noor"))
    entries = [
        told("09:50", "replaced", "A", person="noor", mode="phone"),
        told("09:51", "replaced", "A", person="unknown", mode="video"),
        told("09:52", "replaced", "gone", person="noor"),
    ]
    standing = project_live(day, log(*entries), at("09:55")).agenda.plan.block(A)
    assert (standing.people, standing.mode) == ((), "video")
