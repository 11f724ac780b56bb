"""The figures over the live view: what is due, and how likely everything goes well."""

from dataclasses import replace

from planner.app.plan_files import sample_plan
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import LogEntry
from planner.formats.wording.language import language
from planner.schedule.live.live_projection import project_live
from planner.schedule.risk.risks import Risks, risks
from planner.ui.live.aims import Aims
from planner.ui.live.figures import Figure, figures, landmarks
from tests.builders import DAY
from tests.schedule.live.logs import at, log, told

PLAN = sample_plan()
[CANDIDATE] = PLAN.candidates
BEGUN = (told("10:15", "started", "interview-1"), told("10:58", "ended", "interview-1"))
MISSED = told("11:12", "no_show", "interview-2")


def shown(clock: str, *entries: LogEntry, known: Risks | None = None) -> list[Figure]:
    projection = project_live(PLAN, log(*entries), at(clock))
    aims = Aims(projection, CandidateId(CANDIDATE), DAY)
    marks = landmarks(projection.network, projection, DAY, CandidateId(CANDIDATE))
    found = risks(projection) if known is None else known
    return list(figures(aims, marks, language("en"), found))


def test_what_nobody_came_to_is_still_what_is_due() -> None:
    first = shown("11:12", *BEGUN, MISSED)[0]
    assert (first.caption, first.value, first.addition) == (
        "Now due: 2nd interview (by phone)",
        "11:12",
        "nobody came",
    )


def test_lunch_end_and_way_home_say_how_likely_they_go_well() -> None:
    _, _, lunch, end, leave = shown("11:12", *BEGUN, MISSED)
    assert [figure.note.split()[0] for figure in (lunch, end, leave)] == ["safe"] * 3
    assert [figure.note_tone for figure in (lunch, end, leave)] == ["good"] * 3


def test_figure_says_to_whoever_points_at_it_what_the_chance_is_and_where_it_comes_from() -> None:
    *_, leave = shown("11:12", *BEGUN, MISSED)
    meant, cause = leave.tip.splitlines()
    assert meant.startswith("Way home safe, leaving by 17:25: ")
    assert cause == "Largest cause: 5th interview (16:00)"


def test_without_risks_no_figure_says_a_chance() -> None:
    found = shown("11:12", *BEGUN, known=Risks())
    assert [(figure.note, figure.tip) for figure in found] == [("", "")] * 5


def test_end_of_another_day_says_nothing_about_this_one() -> None:
    known = risks(project_live(PLAN, log(*BEGUN), at("11:12")))
    other = replace(known, days=tuple(replace(one, day=DAY.replace(day=24)) for one in known.days))
    assert shown("11:12", *BEGUN, known=other)[3].note == ""
    assert known.rest(BlockId("lunch")) is not None
