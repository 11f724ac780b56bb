"""What is drawn of a day: planned, actual, lost, and how it would be."""

from planner.domain.blocks import Kind, Mode
from planner.domain.ids import CandidateId
from planner.domain.log import LogEntry
from planner.formats.wording.language import language
from planner.schedule.live.live_projection import project_live
from planner.schedule.repairs.proposals import advise
from planner.ui.live.aims import Aims
from planner.ui.live.pieces import Piece, Place, Style, after, pieces
from tests.builders import DAY, block, minutes, person, plan
from tests.schedule.live.logs import at, log, told

ENGLISH = language("en")
A = block("A", "10:15", 45, people=["ben"])
B = block("B", "11:00", 45, people=["noor"], mode=Mode.PHONE, room="blue")
LUNCH = block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45))
DAY_PLAN = plan(A, B, LUNCH, person("kim"))
MORNING = (told("10:15", "started", "A"), told("10:58", "ended", "A"))


def drawn(clock: str, *entries: LogEntry, has_names: bool = True) -> tuple[Piece, ...]:
    projection = project_live(DAY_PLAN, log(*entries), at(clock))
    aims = Aims(projection, CandidateId("ada"), DAY)
    return pieces(aims, ENGLISH, has_names=has_names)


def said(found: tuple[Piece, ...], place: Place = Place.ACTUAL) -> list[str]:
    return [
        " \u00b7 ".join(
            part for part in (piece.times.replace(" ", ""), piece.title, piece.detail) if part
        )
        for piece in found
        if piece.place is place
    ]


def test_planned_column_never_moves() -> None:
    expected = [
        "10:15\u201311:00 \u00b7 A",
        "11:00\u201311:45 \u00b7 B",
        "11:45\u201313:15 \u00b7 lunch",
    ]
    for clock in ("10:00", "11:12", "13:00"):
        assert said(drawn(clock, *MORNING), Place.PLANNED) == expected


def test_what_is_over_says_how_long_it_was() -> None:
    assert (
        said(drawn("10:59", *MORNING))[0] == "10:15\u201310:58 \u00b7 A \u00b7 done, 43 of 45 min"
    )


def test_time_before_a_late_start_is_lost_and_says_why() -> None:
    entries = (
        *MORNING,
        told("11:10", "suspected", "B"),
        told("11:30", "replaced", "B", person="kim"),
        told("11:31", "started", "B"),
        told("11:37", "interrupted", "B"),
        told("11:40", "resumed", "B"),
    )
    found = drawn("11:50", *entries)
    assert said(found)[1:3] == [
        "11:00\u201311:31 \u00b7 31 min lost: nobody came, replacement found",
        "11:31\u201312:19 \u00b7 B \u00b7 29 min left, 16 min effective, 1 interruption",
    ]
    [running] = [piece for piece in found if piece.is_running]
    minute = 60
    assert [(a - running.start, b - running.start) for a, b in running.gaps] == [
        (6 * minute, 9 * minute)
    ]


def test_missed_block_waits_and_says_what_it_costs() -> None:
    found = drawn("11:20", *MORNING, told("11:12", "no_show", "B"))
    mine = [p for p in found if p.block == "B" and p.place is Place.ACTUAL]
    assert [(p.style, p.title, p.detail) for p in mine] == [
        (Style.LOST, "20 min lost: nobody came", ""),
        (Style.SOLID, "B", "nobody came"),
    ]


def test_running_over_its_end_is_marked_from_there_on() -> None:
    found = drawn("11:07", told("10:15", "started", "A"))
    [running] = [piece for piece in found if piece.is_running]
    assert (running.detail, running.over) == ("7 min over", int(at("11:00").timestamp()))


def test_names_are_left_out_on_request() -> None:
    assert {piece.people for piece in drawn("10:20", has_names=False)} == {""}
    assert "Noor \u00b7 Phone \u00b7 Blue" in {piece.people for piece in drawn("10:20")}


def test_after_shows_only_what_a_proposal_moves() -> None:
    entries = log(*MORNING, told("11:00", "started", "B"))
    now = at("11:50")
    aims = Aims(project_live(DAY_PLAN, entries, now), CandidateId("ada"), DAY)
    advice = advise(DAY_PLAN, entries, now)
    hold = next(p for p in advice.proposals if p.moves[0].value == "hold")
    ghosts = after(aims, hold.projection, ENGLISH)
    assert [(ghost.block, ghost.style) for ghost in ghosts] == [("lunch", Style.AFTER)]
