"""What the page says of a candidate whose interviewer is still in another interview."""

from collections.abc import Iterator

import pytest

from planner.domain.ids import BlockId, CandidateId
from planner.ui.live.details import detail, lost_because, tone
from tests.builders import block, candidate, person, plan
from tests.builders import room as meeting_room
from tests.ui.desks import Room
from tests.ui.live.stage import Stage, staged

SUPER_DAY = plan(
    block("ada-1", "09:00", 60, people=["grace"], room="blue", title="Interview"),
    block("ada-2", "10:00", 60, people=["barbara"], room="blue", title="Interview"),
    block("alan-1", "10:00", 60, people=["grace"], candidates=["alan"], title="Interview"),
    block("alan-2", "13:00", 60, candidates=["alan"], title="2nd interview"),
    candidate("ada", name="Ada Lovelace"),
    candidate("alan", name="Alan Turing"),
    person("grace", name="Grace Hopper"),
    meeting_room("blue", name="Room Blue"),
)
WAITS = "Alan Turing waits for Grace Hopper, who is 18 min over with Ada Lovelace (Room Blue)"


@pytest.fixture
def stage(room: Room) -> Iterator[Stage]:
    room.open(SUPER_DAY)
    made = staged(room, "08:50")
    made.go("09:00")
    made.live.show_candidate(CandidateId("ada"))
    made.press("S")
    made.live.show_candidate(None)
    made.go("10:18")
    yield made
    made.close()


def said(stage: Stage) -> list[str]:
    return [label.text() for label in stage.panel.side.steps.labels if not label.isHidden()]


def test_page_says_for_whom_a_candidate_waits(stage: Stage) -> None:
    assert said(stage)[0] == WAITS
    stage.live.show_candidate(CandidateId("alan"))
    assert said(stage)[0] == WAITS
    projection, language = stage.live.projection, stage.room.context.language
    entries = projection.agenda.by_block
    alan, ada = entries[BlockId("alan-1")], entries[BlockId("ada-2")]
    assert detail(projection, alan, language) == "waits for Grace Hopper"
    assert detail(projection, ada, language) == "waits until Interview is over"
    assert lost_because(projection, alan, language) == "Interview with Ada Lovelace ran over"
    assert [title for title, _ in stage.notifications.sent if "Nobody" in title] == []


def test_own_interview_that_runs_over_is_no_absence(stage: Stage) -> None:
    stage.live.show_candidate(CandidateId("ada"))
    assert said(stage) == []


def test_interview_with_nobody_named_is_told_before_it_begins(stage: Stage) -> None:
    stage.live.show_candidate(CandidateId("alan"))
    assert said(stage)[-1] == "Nobody is named for 2nd interview"
    projection, language = stage.live.projection, stage.room.context.language
    entry = projection.agenda.entry(BlockId("alan-2"))
    assert detail(projection, entry, language) == "nobody is named"
    assert tone(projection, entry) == "error"
