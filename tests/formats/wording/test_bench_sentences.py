"""What stands beside a person on the bench."""

from dataclasses import replace

import pytest

from planner.domain.blocks import Mode
from planner.domain.ids import BlockId, FocusAreaId, PersonId
from planner.domain.people import FocusArea
from planner.formats.wording.bench import bench_sentence, bench_warnings
from planner.formats.wording.language import language
from planner.schedule.bench import BenchEntry, Load, bench
from tests.builders import block, minutes, moment, person, plan, seat

ENGLISH = language("en")
DIVE, TRUST = FocusAreaId("dive"), FocusAreaId("trust")
DAY = plan(
    block("open", "11:00", 45, seats=(seat(None),), mode=Mode.FACE_TO_FACE),
    block("other", "11:30", 45, title="Talk"),
    FocusArea(DIVE, "Dive Deep"),
    FocusArea(TRUST, "Earn Trust"),
)
FREE = BenchEntry(
    PersonId("ben"),
    "Ben",
    is_interviewing=True,
    day=Load(1, 4),
    week=Load(1, 8),
    start=moment("11:00"),
    end=moment("11:45"),
)
LISBON = replace(
    FREE,
    zone="Europe/Lisbon",
    offset=-minutes(60),
    start=moment("10:00", zone="Europe/Lisbon"),
    end=moment("10:45", zone="Europe/Lisbon"),
    is_remote=True,
)


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (FREE, "first interview this week"),
        (
            replace(FREE, week=Load(3, 8), shared=(DIVE, TRUST)),
            "3 interviews this week with this one, covers Dive Deep and Earn Trust",
        ),
        (replace(FREE, is_interviewing=False, week=Load(1, 8)), "1 interview this week"),
        (replace(FREE, is_interviewing=False, week=Load(0, 8)), "0 interviews this week"),
        (LISBON, "first interview this week, 10:00 \u2013 10:45 for them, by video"),
        (replace(FREE, is_in_plan=False), "first interview this week, from the directory"),
        (replace(FREE, start=None, end=None), "the block has no time yet"),
    ],
)
def test_sentence_says_what_they_bring(entry: BenchEntry, sentence: str) -> None:
    assert bench_sentence(entry, DAY, ENGLISH) == sentence


@pytest.mark.parametrize(
    ("entry", "warnings"),
    [
        (FREE, []),
        (LISBON, []),
        (replace(FREE, clashes=(BlockId("other"),)), ["Busy at that time: Talk (11:30)."]),
        (replace(FREE, works_then=False), ["Outside of their working hours."]),
        (replace(FREE, can_be_booked=False), ["Not available at that time."]),
        (
            replace(LISBON, is_awake=False),
            ["10:00 \u2013 10:45 for them: not all of it is in waking hours."],
        ),
        (replace(FREE, missing=(TRUST,)), ["Does not assess Earn Trust."]),
        (
            replace(FREE, day=Load(5, 4), week=Load(9, 8)),
            [
                "Interviews that day: 5, with a limit of 4.",
                "Interviews that week: 9, with a limit of 8.",
            ],
        ),
        (replace(FREE, day=Load(5, 4), is_interviewing=False), []),
        (
            replace(FREE, loop_blocks=(BlockId("other"),)),
            ["Interviews in this loop already: Talk (11:30)."],
        ),
        (
            replace(LISBON, is_face_to_face=True),
            ["Lives in Europe/Lisbon: could join only by video."],
        ),
    ],
)
def test_warnings_say_what_speaks_against_them(entry: BenchEntry, warnings: list[str]) -> None:
    assert bench_warnings(entry, DAY, ENGLISH) == warnings
    assert entry.is_without_reproach is (not warnings)


def test_bench_of_a_plan_has_words() -> None:
    day = DAY.with_records([person("zoe", zone="Europe/Paris")])
    (entry,) = bench(day, BlockId("open"), seat(None).id, day.people)
    assert bench_sentence(entry, day, ENGLISH) == "first interview this week"
