"""Log entries as lines: there and back, and a line that cannot be read costs only itself."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Mode
from planner.domain.ids import BlockId, CandidateId, FocusAreaId, PersonId
from planner.domain.log import Happening, LogEntry, LogEntryId
from planner.formats.logfile import read_lines, write_line
from tests.schedule.live.logs import told

INSTANTS = st.integers(0, 10**9).map(lambda n: datetime.fromtimestamp(n, UTC))
WORDS = st.text(max_size=30)


@st.composite
def entries(draw: st.DrawFn) -> LogEntry:
    return LogEntry(
        id=LogEntryId(draw(st.text(min_size=1, max_size=8))),
        what=draw(st.sampled_from(Happening)),
        at=draw(INSTANTS),
        written=draw(INSTANTS),
        author=draw(WORDS),
        block=BlockId("A"),
        candidate=draw(st.none() | WORDS.map(CandidateId)),
        person=draw(st.none() | WORDS.map(PersonId)),
        mode=draw(st.none() | st.sampled_from(Mode)),
        length=draw(st.timedeltas(timedelta(seconds=1), timedelta(days=1))),
        until=draw(INSTANTS),
        reason=f"because {draw(WORDS)}",
        about=LogEntryId("entry-0"),
        areas=tuple(draw(st.lists(WORDS.map(FocusAreaId), max_size=2))),
        step=draw(WORDS),
        is_good=draw(st.booleans()),
    )


@given(st.lists(entries(), max_size=5))
def test_what_was_written_is_read(written: list[LogEntry]) -> None:
    lines = [write_line(entry) for entry in written]
    assert all(b"\n" not in line for line in lines)
    read = read_lines(lines)
    assert (list(read.entries), read.unread) == (written, ())


def test_a_line_that_cannot_be_read_costs_only_itself() -> None:
    fine = told("10:00", "started", "A")
    bad = [b"", b"{", b"[]", b'{"id": "x"}', b'{"what": "flown"}', b"\xff"]
    read = read_lines([*bad[:3], write_line(fine), *bad[3:]])
    assert (read.entries, read.unread) == ((fine,), (1, 2, 3, 5, 6, 7))


@pytest.mark.parametrize(
    "at", ["9999-12-31T23:59:00-12:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z"]
)
def test_a_line_from_the_end_of_the_calendar_costs_only_itself(at: str) -> None:
    line = write_line(told("10:00", "note", reason="a note")).replace(
        b"2015-09-25T08:00:00Z", at.encode(), 1
    )
    read = read_lines([line, write_line(told("10:15", "started", "A"))])
    assert ([entry.block for entry in read.entries], read.unread) == ([BlockId("A")], (1,))


def test_a_line_of_brackets_costs_only_itself() -> None:
    assert read_lines([b"[" * 100_000]).unread == (1,)
