"""The log: what an entry needs, what holds, and what is taken back together."""

from dataclasses import replace
from datetime import datetime

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from tests.builders import moment
from tests.schedule.live.logs import at, told


@pytest.mark.parametrize(
    ("what", "missing"),
    [
        ("started", "block"),
        ("late", "until"),
        ("moved", "until"),
        ("extended", "length"),
        ("accepted", "length"),
        ("revoked", "about"),
    ],
)
def test_entry_without_what_its_kind_needs_is_refused(what: str, missing: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        told("10:00", what, None if missing == "block" else "A")
    assert (refused.value.facts["field"], refused.value.facts["reason"]) == (
        missing,
        "missing_in_log",
    )


def test_verdict_needs_words_and_whether_they_are_good() -> None:
    with pytest.raises(InvalidValue) as refused:
        told("17:00", "verdict", reason="fast answers")
    assert refused.value.facts["field"] == "is_good"
    with pytest.raises(InvalidValue) as refused:
        told("17:00", "verdict", reason=" ", is_good=False)
    assert refused.value.facts["field"] == "reason"


def test_length_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidValue):
        told("10:00", "cut", "A", length=0)


@pytest.mark.parametrize("name", ["at", "written", "until"])
def test_instant_that_is_not_utc_is_refused(name: str) -> None:
    entry = told("10:00", "moved", "A", until="11:00")
    local: datetime = moment("10:00").local
    with pytest.raises(InvalidValue) as refused:
        replace(entry, **{name: local})  # type: ignore[arg-type]
    assert refused.value.facts["reason"] == "not_utc"


def test_entries_hold_in_the_order_in_which_they_happened() -> None:
    late, early = told("11:00", "ended", "A"), told("10:00", "started", "A", written="11:05")
    assert Log((late, early)).effective == [early, late]


def test_last_entry_that_holds_is_what_undo_takes_back() -> None:
    started, ended = told("10:00", "started", "A"), told("11:00", "ended", "A")
    back = told("11:01", "revoked", about=ended.id)
    assert Log().last_held is None
    assert Log((started, ended)).last_held == ended
    assert Log((started, ended, back)).last_held == started


def test_step_is_all_that_was_written_with_it_and_still_holds() -> None:
    first, second, third = (told("10:00", "skipped", name, step="step-1") for name in "ABC")
    alone = told("10:01", "note", step="")
    back = told("10:02", "revoked", about=second.id)
    log = Log((first, second, third, alone, back))
    assert log.together(first) == [first, third]
    assert log.together(alone) == [alone]
    assert log.together(second) == [first, third]


def test_revocation_that_is_taken_back_gives_back_what_it_took() -> None:
    started = told("10:00", "started", "A")
    back = told("10:01", "revoked", about=started.id)
    again = LogEntry(
        LogEntryId("again"), Happening.REVOKED, at("10:02"), at("10:02"), about=back.id
    )
    assert Log((started, back, again)).effective == [started]
