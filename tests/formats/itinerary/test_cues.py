from planner.domain.audiences import Audience
from planner.domain.blocks import Connection, Mode, Notes, SeatRole
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.cues import cues
from planner.formats.wording.language import language
from tests.builders import block, person, plan, seat


def told(tag: str, made: Plan) -> list[tuple[str, ...]]:
    content = itinerary(made, Audience.coordinator(), language(tag))
    return [cues(row, language(tag)) for day in content.days for row in day.rows]


def full_plan() -> Plan:
    call = block(
        "call",
        "09:00",
        seats=(seat("ivy"), seat(None, SeatRole.BAR_RAISER, number=2)),
        mode=Mode.VIDEO,
        focus_areas=(),
        notes=Notes(candidate="Come early.", host="Meet at the gate.\nBring a badge."),
        connection=Connection(access_code="1234"),
    )
    return plan(call, person("ivy", title="Engineer", phone="+352 555 0101", email="ivy@x.lu"))


def test_cues_leave_out_what_the_columns_tell() -> None:
    assert told("en", full_plan()) == [
        (
            "For the candidate: Come early.",
            "For the host: Meet at the gate.",
            "For the host: Bring a badge.",
            "Access code: 1234",
        )
    ]


def test_cues_leave_out_the_same_in_german() -> None:
    assert [len(lines) for lines in told("de", full_plan())] == [4]


def test_note_that_repeats_a_name_stays() -> None:
    noted = block("one", "09:00", people=["ivy"], notes=Notes(candidate="Ivy"))

    assert told("en", plan(noted)) == [("For the candidate: Ivy",)]
