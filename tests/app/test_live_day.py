"""The live day: nothing that was written is lost, and everything can be taken back or corrected."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from planner.app.live_day import LiveDay, journal_beside, journal_of
from planner.app.plan_files import open_plan_file, save_copy
from planner.app.workspace import Workspace
from planner.domain.blocks import Kind
from planner.domain.ids import BlockId, FocusAreaId, PersonId, PlanId
from planner.domain.log import Happening, Log, LogEntry
from planner.domain.people import FocusArea
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.schedule.live.live_projection import Phase, project_live
from planner.schedule.repairs.measures import Measure, Move
from planner.schedule.repairs.proposals import advise
from planner.store.files import WriteFailed
from planner.store.journals import Journal
from tests.builders import block, person, plan, seat
from tests.fakes import FixedClock
from tests.schedule.live.logs import at

A, B = block("A", "10:15", 45), block("B", "11:00", 45)
LUNCH = block("lunch", "11:45", 90, kind=Kind.MEAL)
DAY = plan(A, B, LUNCH, block("C", "13:15", 45))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(at("10:16"))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return journal_beside(tmp_path / "day.interviewplan")


@pytest.fixture
def day(journal: Journal, clock: FixedClock) -> LiveDay:
    return LiveDay(journal, clock, "coordinator")


def held(log: Log) -> list[tuple[str, str]]:
    return [(entry.what.value, f"{entry.at:%H:%M}") for entry in log.effective]


def test_what_was_told_is_there_after_a_restart(
    day: LiveDay, journal: Journal, clock: FixedClock
) -> None:
    day.tell(Happening.STARTED, A)
    clock.move(timedelta(minutes=40))
    day.tell(Happening.ENDED, A)
    again = LiveDay(journal, clock)
    assert again.log == day.log
    assert again.projection(DAY).blocks == day.projection(DAY).blocks
    assert {entry.author for entry in again.log.entries} == {"coordinator"}


def test_taking_back_holds_until_it_is_taken_back_itself(day: LiveDay) -> None:
    started = day.tell(Happening.STARTED, A)
    back = day.take_back()
    assert (held(day.log), len(day.log.entries)) == ([], 2)
    assert day.take_back() is None
    day.take_back(back)
    assert day.log.effective == [started]


def test_beginning_ends_what_is_left_in_one_step(day: LiveDay, clock: FixedClock) -> None:
    day.begin(A)
    clock.move(timedelta(minutes=45))
    told = day.begin(B, [A])
    assert [(e.what, e.block, e.author) for e in told] == [
        (Happening.ENDED, "A", "coordinator"),
        (Happening.STARTED, "B", "coordinator"),
    ]
    day.take_back()
    assert held(day.log) == [("started", f"{at('10:16'):%H:%M}")]


def test_beginning_and_taking_back_may_have_been_earlier(day: LiveDay) -> None:
    [begun] = day.begin(A, at=at("10:10"))
    back = day.take_back(at=at("10:12"))
    assert back is not None
    assert [(e.at, e.written) for e in (begun, back)] == [
        (at("10:10"), at("10:16")),
        (at("10:12"), at("10:16")),
    ]


def test_undo_goes_back_step_by_step(day: LiveDay) -> None:
    day.tell(Happening.STARTED, A)
    day.tell(Happening.INTERRUPTED, A, reason="dropped")
    day.take_back()
    assert [what for what, _ in held(day.log)] == ["started"]
    day.take_back()
    assert held(day.log) == []


def test_a_correction_holds_and_what_it_corrects_stays_visible(day: LiveDay) -> None:
    started = day.tell(Happening.STARTED, A)
    corrected = day.correct(started, at=at("10:12"))
    assert held(day.log) == [("started", f"{at('10:12'):%H:%M}")]
    assert day.log.entries == (started, corrected)
    day.take_back(corrected)
    assert day.log.effective == [started]


def test_correcting_a_start_corrects_the_end_before_it(day: LiveDay) -> None:
    day.begin(A)
    day.begin(B, [A], at=at("11:01"))
    started = day.log.entries[-1]
    corrected = day.correct(started, at=at("10:59"))
    told = [(e.what.value, e.at) for e in day.log.effective]
    assert told[-2:] == [("ended", at("10:59")), ("started", at("10:59"))]
    day.take_back(corrected)
    told = [(e.what.value, e.at) for e in day.log.effective]
    assert told[-2:] == [("ended", at("11:01")), ("started", at("11:01"))]


def test_attaching_in_the_middle_takes_the_morning_as_planned(
    day: LiveDay, clock: FixedClock
) -> None:  # T57
    clock.move(timedelta(minutes=54))
    told = day.attach(DAY)
    assert [(e.block, e.what.value, e.at) for e in told] == [
        (BlockId("A"), "started", at("10:15")),
        (BlockId("A"), "ended", at("11:00")),
        (BlockId("B"), "started", at("11:00")),
    ]
    assert day.attach(DAY) == []
    assert day.projection(DAY).offset(A.candidates[0]) == timedelta()


def test_attaching_leaves_other_days_and_what_is_known_alone(
    day: LiveDay, clock: FixedClock
) -> None:
    day.tell(Happening.NO_SHOW, A)
    clock.move(timedelta(days=1))
    assert day.attach(DAY) == []


def test_attaching_after_midnight_takes_what_still_runs(journal: Journal) -> None:
    late = plan(block("evening", "20:00", 60), block("night", "23:30", 60))
    live = LiveDay(journal, FixedClock(at("23:59") + timedelta(minutes=11)))
    told = live.attach(late)
    assert [(e.block, e.what.value, e.at) for e in told] == [
        (BlockId("night"), "started", at("23:30"))
    ]


def test_a_second_window_sees_what_the_first_one_tells(
    day: LiveDay, journal: Journal, clock: FixedClock
) -> None:
    other = LiveDay(journal, clock)
    heard: list[Log] = []
    stop = other.listen(heard.append)
    entry = day.tell(Happening.STARTED, A)
    assert other.refresh()
    assert not other.refresh()
    both = other.tell(Happening.ENDED, A)
    stop()
    other.tell(Happening.NOTE, A, reason="after")
    assert heard == [Log((entry,)), Log((entry, both))]
    day.refresh()
    assert day.log.entries[:2] == (entry, both)


def test_telling_reports_a_line_that_cannot_be_read(
    day: LiveDay, journal: Journal, clock: FixedClock
) -> None:
    day.tell(Happening.STARTED, A)
    journal.add([b'{"what": "flown"}'])
    assert list(LiveDay(journal, clock).unread) == [2]


def test_journal_of_a_plan_lies_in_the_folder_of_its_library(
    tmp_path: Path, clock: FixedClock
) -> None:
    LiveDay(journal_of(PlanId("plan-1"), tmp_path), clock).tell(Happening.STARTED, A)
    assert [file.name for file in (tmp_path / "logs").iterdir()] == ["plan-1.interviewlog"]


@pytest.fixture
def lunch_day(tmp_path: Path, clock: FixedClock) -> Workspace:
    """Return a plan file in which an interview lost 25 minutes, and a long break follows."""
    path = tmp_path / "day.interviewplan"
    save_copy(plan(replace(A, seats=(seat("ben"),), focus_areas=()), LUNCH), path)
    return open_plan_file(path, clock)


def short_interview(day: LiveDay, clock: FixedClock) -> list[Measure]:
    day.tell(Happening.STARTED, A)
    clock.move(timedelta(minutes=20))
    day.tell(Happening.ENDED, A)
    return list(advise(lunch_plan(), day.log, clock.now()).proposals[0].measures)


def lunch_plan() -> Plan:
    return plan(replace(A, seats=(seat("ben"),)), LUNCH)


def test_one_step_applies_a_proposal_and_one_takes_it_back(
    day: LiveDay, lunch_day: Workspace, clock: FixedClock
) -> None:
    measures = short_interview(day, clock)
    before, told = lunch_day.plan, day.log
    applied = day.apply(measures, lunch_day)
    assert [entry.what for entry in applied] == [Happening.ADDED]
    assert set(lunch_day.plan.blocks) - set(before.blocks) == {applied[0].block}
    back = day.take_back(workspace=lunch_day)
    assert lunch_day.plan.blocks == before.blocks
    assert lunch_day.undoable is None
    assert day.log.effective == told.effective
    day.take_back(back, lunch_day)
    assert set(lunch_day.plan.blocks) - set(before.blocks) == {applied[0].block}
    day.take_back(applied[0], lunch_day)
    assert lunch_day.plan.blocks == before.blocks


def test_step_can_be_taken_back_after_a_restart(
    day: LiveDay, journal: Journal, lunch_day: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    measures = short_interview(day, clock)
    before = lunch_day.plan.blocks
    day.apply(measures, lunch_day)
    again = open_plan_file(tmp_path / "day.interviewplan", clock)
    LiveDay(journal, clock).take_back(workspace=again)
    assert again.plan.blocks == before


def test_focus_areas_that_were_handed_over_go_back(
    journal: Journal, clock: FixedClock, tmp_path: Path
) -> None:
    path = tmp_path / "day.interviewplan"
    area = FocusArea(FocusAreaId("x"), "X")
    save_copy(
        plan(replace(A, seats=(seat("ben"),)), replace(B, focus_areas=(area.id,)), area), path
    )
    workspace = open_plan_file(path, clock)
    before = workspace.plan.blocks
    drop = Measure(Move.DROP, B.id, other=A.id, areas=(area.id,))
    first = LiveDay(journal, clock)
    first.apply([drop], workspace)
    assert workspace.plan.block(A.id).focus_areas == (area.id,)
    assert held(first.log) == [("skipped", "08:16"), ("handed", "08:16")]
    LiveDay(journal, clock).take_back(workspace=workspace)
    assert workspace.plan.blocks == before
    assert LiveDay(journal, clock).log.effective == []


def test_a_log_that_cannot_be_written_leaves_the_plan(
    day: LiveDay, lunch_day: Workspace, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    measures = short_interview(day, clock)
    before = lunch_day.plan.blocks

    def refuse(_journal: Journal, _lines: object) -> None:
        raise WriteFailed(name="day", detail="full")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "add", refuse)
        with pytest.raises(WriteFailed):
            day.apply(measures, lunch_day)
    assert lunch_day.plan.blocks == before
    day.apply(measures, lunch_day)
    applied = lunch_day.plan.blocks
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "add", refuse)
        with pytest.raises(WriteFailed):
            day.take_back(workspace=lunch_day)
    assert lunch_day.plan.blocks == applied


def test_decision_that_changes_no_plan_is_taken_back_without_one(
    day: LiveDay, lunch_day: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_journal: Journal, _lines: object) -> None:
        raise WriteFailed(name="day", detail="full")

    cut = Measure(Move.CUT, A.id, by=timedelta(minutes=5))
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "add", refuse)
        with pytest.raises(WriteFailed):
            day.apply([cut], lunch_day)
    day.apply([cut], lunch_day)
    assert (held(day.log), lunch_day.undoable) == ([("cut", "08:16")], None)
    day.take_back()
    assert held(day.log) == []
    assert (day.clock.now(), day.now()) == (at("10:16"), at("10:16"))


def test_what_was_attached_is_taken_back_together(day: LiveDay, clock: FixedClock) -> None:
    clock.move(timedelta(minutes=54))
    day.attach(DAY)
    day.take_back()
    assert day.log.effective == []


@pytest.mark.parametrize(
    ("step", "set_back"),
    [
        pytest.param(timedelta(minutes=2), timedelta(), id="over midnight"),
        pytest.param(timedelta(hours=9), timedelta(), id="a laptop that slept"),
        pytest.param(-timedelta(hours=12), timedelta(hours=12), id="the clock was set"),
    ],
)
def test_only_a_clock_that_was_set_back_is_told(
    journal: Journal, step: timedelta, set_back: timedelta
) -> None:  # T60, T61
    clock = FixedClock(at("23:59"))
    day = LiveDay(journal, clock)
    assert day.set_back == timedelta()
    day.tell(Happening.STARTED, A)
    clock.move(step)
    assert day.set_back == set_back
    projection = day.projection(DAY)
    assert projection.block(A.id).start.instant == at("23:59")


def test_clock_that_goes_back_with_summer_time_is_not_set_back(journal: Journal) -> None:  # T61
    """02:59 is followed by 02:00 on the wall, but not among instants."""
    late = Moment.from_wall(date(2015, 10, 25), time(2, 59), "Europe/Luxembourg")
    clock = FixedClock(late.instant)
    day = LiveDay(journal, clock)
    day.tell(Happening.NOTE, A)
    clock.move(timedelta(minutes=1))
    assert f"{late.moved(timedelta(minutes=1)).local:%H:%M}" == "02:00"
    assert day.set_back == timedelta()


@pytest.mark.parametrize(
    ("day_of", "offset"), [(date(2023, 10, 29), "+0100"), (date(2023, 3, 26), "+0200")]
)
def test_block_after_the_clocks_changed_keeps_its_length(
    journal: Journal, day_of: date, offset: str
) -> None:  # T62
    night = block("night", "00:30", 30, day=day_of, zone="Europe/Madrid")
    early = block("early", "03:00", 60, day=day_of, zone="Europe/Madrid")
    three = Moment.from_wall(day_of, time(3), "Europe/Madrid")
    assert f"{three.local:%H:%M%z}" == f"03:00{offset}"
    clock = FixedClock(three.instant)
    day = LiveDay(journal, clock)
    day.tell(Happening.STARTED, early)
    clock.move(timedelta(minutes=20))
    projection = day.projection(plan(night, early))
    assert projection.offset(early.candidates[0]) == timedelta()
    assert projection.block(early.id).end == three.moved(timedelta(hours=1))
    assert projection.elapsed(early.id) == timedelta(minutes=20)


def test_crash_while_a_call_stands_still_loses_nothing(
    day: LiveDay, journal: Journal, clock: FixedClock
) -> None:  # T59
    day.tell(Happening.STARTED, A)
    clock.move(timedelta(minutes=5))
    day.tell(Happening.EXTENDED, A, length=timedelta(minutes=5))
    day.tell(Happening.INTERRUPTED, A, reason="dropped")
    clock.move(timedelta(hours=14))
    restored = LiveDay(journal, clock)
    for found in (day.projection(DAY), restored.projection(DAY)):
        assert found.phase(A.id) is Phase.INTERRUPTED
        assert found.elapsed(A.id) == timedelta(minutes=5)
    assert restored.projection(DAY).blocks == day.projection(DAY).blocks


def test_projection_that_is_kept_is_the_one_made_anew(day: LiveDay, clock: FixedClock) -> None:
    people = plan(*DAY.blocks.values(), person("kim"))
    for what, fields in (
        (Happening.STARTED, {}),
        (Happening.REPLACED, {"person": PersonId("kim")}),
        (Happening.EXTENDED, {"length": timedelta(minutes=5)}),
        (Happening.REVOKED, {}),
    ):
        clock.move(timedelta(minutes=1))
        if what is Happening.REVOKED:
            day.take_back()
        else:
            day.tell(what, A, **fields)
        for now in (clock.now(), clock.now() + timedelta(hours=1)):
            kept, anew = day.projection(people, now), project_live(people, day.log, now)
            assert (kept.blocks, kept.phases) == (anew.blocks, anew.phases)
            assert kept.agenda.plan == anew.agenda.plan


def test_entry_is_the_one_that_was_written(day: LiveDay) -> None:
    entry: LogEntry = day.tell(Happening.EXTENDED, A, length=timedelta(minutes=5))
    assert day.log.entries == (entry,)
