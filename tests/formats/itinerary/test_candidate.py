"""The candidate's own page: what each row says, and what is never told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from planner.domain.application import Application, Contact
from planner.domain.audiences import Audience
from planner.domain.blocks import Block, Connection, Kind, Mode, Notes, Rsvp, SeatRole
from planner.domain.errors import UnknownRecord
from planner.domain.ids import CandidateId, PersonId
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import Day, Edition, Itinerary, Row, Tone
from planner.formats.wording.language import language
from tests.builders import DAY, block, candidate, office, person, plan, room, seat
from tests.formats.itinerary.plans import ADA, ATHENS, whole_day

EN = language("en")
ROOM = {"room": "red"}


def page(day: Plan, edition: Edition | None = None) -> Itinerary:
    return itinerary(day, Audience.candidate(ADA), EN, edition or Edition())


def only_day(day: Plan) -> Day:
    (shown,) = page(day).days
    return shown


def only_row(*records: object, **fields: object) -> Row:
    told = block("x", "10:00", **{"title": "", **fields})  # type: ignore[arg-type]  # as block()
    (row,) = only_day(plan(told, *records)).rows  # type: ignore[arg-type]  # records of any kind
    return row


def test_page_of_a_day_on_site_is_named_after_the_city() -> None:
    shown = page(whole_day())
    assert (shown.title, shown.subtitle, shown.reader) == (
        "Your day in Luxembourg",
        "Friday 25 September 2015",
        "Ada Lovelace",
    )


def test_subtitle_tells_the_position() -> None:
    ada = candidate("ada", application=Application("Architect"))
    assert (
        page(plan(ada, block("x", "10:00"))).subtitle == "Architect \u00b7 Friday 25 September 2015"
    )


def test_page_of_several_days_on_site_says_days() -> None:
    days = plan(block("x", "10:00"), block("y", "10:00", day=DAY.replace(day=28)))
    assert page(days).title == "Your days in Lux"
    assert page(days).subtitle == "25 Sep 2015 \u2013 28 Sep 2015"


@pytest.mark.parametrize(
    "blocks",
    [
        [block("call", "10:00", mode=Mode.PHONE)],
        [block("call", "10:00", mode=Mode.PHONE), block("x", "12:00")],
        [],
    ],
)
def test_page_with_calls_or_nothing_is_named_after_the_interviews(blocks: list[Block]) -> None:
    assert page(plan(candidate("ada"), *blocks)).title == "Your interviews"


def test_conversation_is_headed_by_the_interviewer() -> None:
    row = only_row(
        person("ivy", title="Engineer"),
        people=["ivy"],
        mode=Mode.FACE_TO_FACE,
        title="System design",
        notes=Notes(candidate="Bring\n\nnothing."),
    )
    assert (row.headline, row.aside) == ("Ivy", "Engineer")
    assert row.lines == ("Face to face \u00b7 System design", "Bring", "nothing.")
    assert (row.tone, row.number, row.is_unconfirmed) == (Tone.MEETING, 1, False)


def test_panel_is_named_without_roles() -> None:
    seats = (seat("ivy", SeatRole.BAR_RAISER), seat("jan"), seat("kim", SeatRole.SHADOW))
    row = only_row(seats=seats)
    assert (row.headline, row.aside, row.lines) == ("Ivy and Jan", "", ("With Kim",))


@pytest.mark.parametrize(
    "seats",
    [
        (),
        (seat(None),),
        (seat("ivy", rsvp=Rsvp.DECLINED),),
        (seat("kim", SeatRole.SHADOW),),
    ],
)
def test_nobody_to_interview_is_to_be_confirmed(seats: tuple[object, ...]) -> None:
    row = only_row(seats=seats)
    assert row.headline == "Interviewer to be confirmed"
    assert row.is_unconfirmed


def test_seat_that_waits_beside_a_named_one_is_told() -> None:
    row = only_row(seats=(seat("ivy"), seat(None), seat(None)))
    assert (row.headline, row.lines) == ("Ivy", ("2 more interviewers to be confirmed",))


def test_empty_seat_that_is_not_required_is_not_told() -> None:
    row = only_row(seats=(seat("ivy"), replace(seat(None), is_required=False)))
    assert (row.lines, row.is_unconfirmed) == ((), False)


def test_lunch_is_no_interview_and_its_host_comes_along() -> None:
    row = only_row(
        person("hal", title="Recruiter"), kind=Kind.MEAL, seats=(seat("hal", SeatRole.HOST),)
    )
    assert (row.headline, row.aside, row.lines) == (
        "Meal",
        "not an interview",
        ("With Hal, Recruiter",),
    )
    assert (row.tone, row.number, row.label) == (Tone.REST, None, "Meal")


def test_host_of_an_arrival_meets_the_candidate() -> None:
    row = only_row(kind=Kind.ARRIVAL, seats=(seat("hal", SeatRole.HOST),))
    assert row.lines == ("You will be met by Hal",)


def test_debrief_about_the_candidate_is_not_on_the_page() -> None:
    day = only_day(plan(block("x", "10:00"), block("debrief", "11:00", kind=Kind.DEBRIEF)))
    assert [row.cells.title for row in day.rows] == ["x"]


def test_block_of_somebody_else_is_not_on_the_page() -> None:
    day = only_day(plan(block("x", "10:00"), block("y", "11:00", candidates=["bob"])))
    assert [row.cells.title for row in day.rows] == ["x"]


CALL = Connection("+30 21 5550", "https://example.com/x", "1234", "we call back")


def test_call_at_home_tells_how_to_connect_and_the_time_there() -> None:
    row = only_row(candidate("ada", zone=ATHENS), mode=Mode.VIDEO, connection=CALL)
    assert row.lines == (
        "By video",
        "11:00 \u2013 11:45 on your clocks (Athens)",
        "Access code: 1234",
        "If the connection drops: we call back",
    )
    assert [(link.text, link.target) for link in row.links] == [
        ("Join the video call", "https://example.com/x"),
        ("Phone: +30 21 5550", "tel:+30215550"),
    ]
    assert (row.tone, row.place, row.where) == (Tone.REMOTE, "", "")
    assert row.entry is not None
    assert row.entry.location == "https://example.com/x"


def test_call_in_a_room_is_connected_by_others() -> None:
    row = only_row(room("red"), mode=Mode.PHONE, connection=CALL, room="red")
    assert (row.lines, row.links, row.place) == (("By phone",), (), "Red")


def test_call_at_a_named_place_is_still_connected_by_the_candidate() -> None:
    row = only_row(mode=Mode.VIDEO, connection=CALL, place="Your home")
    assert (row.place, row.where, len(row.links)) == ("Your home", "Your home", 2)
    assert row.entry is not None
    assert row.entry.location == "Your home"
    assert "https://example.com/x" in row.entry.description


def test_own_number_is_told_as_the_one_we_call() -> None:
    ada = candidate("ada", phone="+30 21 5550")
    row = only_row(ada, mode=Mode.PHONE, connection=Connection("+30 21 5550"))
    assert [link.text for link in row.links] == ["We call you: +30 21 5550"]


def test_day_says_where_to_be_first() -> None:
    assert only_day(whole_day()).first == "First: be at reception at 09:00."


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (block("x", "10:00", kind=Kind.ARRIVAL), "First: be at reception at 10:00."),
        (
            block("x", "10:00", kind=Kind.ARRIVAL, place="Gate 3"),
            "First: be there at 10:00 (Gate 3).",
        ),
        (block("x", "10:00", room="red"), "First: be there at 10:00 (Red)."),
        (block("x", "10:00"), "First: be there at 10:00."),
        (block("x", "10:00", mode=Mode.VIDEO), "First: be ready for the call at 10:00."),
    ],
)
def test_first_place_is_the_arrival_or_whatever_begins_the_day(first: Block, said: str) -> None:
    assert only_day(plan(first)).first == said


def test_hint_to_bring_an_id_stands_in_for_missing_arrival_instructions() -> None:
    on_site = block("x", "10:00")
    told = block("x", "10:00", kind=Kind.ARRIVAL, notes=Notes(candidate="Ask for Cora."))
    assert only_day(plan(on_site)).hint == "Bring your passport or ID card."
    assert only_day(plan(told)).hint == ""
    assert only_day(plan(on_site, office("lux", arrival="Ring."))).hint == ""
    assert only_day(plan(block("x", "10:00", mode=Mode.PHONE))).hint == ""


def test_day_at_a_glance_counts_conversations_and_names_the_rest() -> None:
    day = only_day(whole_day())
    assert day.summary == "6 conversations \u00b7 09:30 \u2013 15:30 \u00b7 lunch at 12:00"
    assert [(piece.label, piece.tone) for piece in day.strip] == [
        ("1", Tone.MEETING),
        ("2", Tone.REMOTE),
        ("pause", Tone.REST),
        ("3", Tone.MEETING),
        ("lunch", Tone.REST),
        ("4", Tone.MEETING),
        ("5", Tone.MEETING),
        ("rest", Tone.REST),
        ("6", Tone.MEETING),
    ]


def test_long_title_is_called_by_its_kind_in_the_strip() -> None:
    row = only_row(kind=Kind.TOUR, title="Tour of the whole building")
    assert (row.headline, row.label) == ("Tour of the whole building", "Tour")


def test_arrival_alone_makes_no_strip() -> None:
    day = only_day(plan(block("x", "10:00", kind=Kind.ARRIVAL)))
    assert (day.strip, day.glance, day.summary) == ((), "", "")


def test_block_without_end_shows_its_start_alone() -> None:
    day = only_day(plan(block("x", "10:00", None)))
    assert (day.rows[0].times, day.rows[0].entry) == ("10:00", None)
    assert day.summary == "1 conversation \u00b7 10:00"


def test_day_whose_last_block_has_no_end_stays_open() -> None:
    day = only_day(plan(block("x", "10:00", 45), block("y", "15:00", None)))
    assert day.summary == "2 conversations \u00b7 10:00 \u2013 ?"


def test_block_over_midnight_says_so() -> None:
    assert only_day(plan(block("x", "23:30", 60))).rows[0].times == "23:30 \u2013 00:30 +1"


def test_contact_is_the_candidates_own_before_the_coordinator() -> None:
    records = (
        person("cora"),
        person("rita", title="Recruiter", phone="+352 1"),
        block("x", "10:00"),
    )
    own = candidate("ada", contact=PersonId("rita"))
    cards = [
        page(plan(*records, coordinator=PersonId("cora"))).contact,
        page(plan(*records, own, coordinator=PersonId("cora"))).contact,
    ]
    assert [(card.title, card.lines) for card in cards if card] == [
        ("Cora", ()),
        ("Rita", ("Recruiter",)),
    ]


def test_contact_of_the_application_stands_in() -> None:
    application = Application(
        "Architect", contacts=(Contact("", "Recruiter", person=PersonId("rita")),)
    )
    ada = candidate("ada", application=application)
    card = page(plan(ada, person("rita", email="rita@example.com"), block("x", "10:00"))).contact
    assert card is not None
    assert (card.title, card.lines, [link.target for link in card.links]) == (
        "Rita",
        ("Recruiter",),
        ["mailto:rita@example.com"],
    )


def test_nobody_to_call_is_no_card() -> None:
    assert page(plan(block("x", "10:00"))).contact is None


def test_place_card_says_where_and_how_to_get_in() -> None:
    lux = office(
        "lux", address="1 Street, Luxembourg", city="Luxembourg", country="LU", phone="+352 2",
        arrival="Show your ID.\nWait.",
    )  # fmt: skip
    card = page(plan(lux, block("x", "10:00"))).place
    assert card is not None
    assert (card.title, card.lines, card.details) == (
        "Lux",
        ("1 Street, Luxembourg",),
        ("Show your ID.", "Wait."),
    )


def test_calls_only_need_no_place() -> None:
    assert page(plan(block("x", "10:00", mode=Mode.PHONE))).place is None


def test_room_in_another_office_names_it() -> None:
    far = (office("far"), room("blue", "far", floor="ground floor"))
    day = only_day(plan(*far, block("x", "10:00"), block("y", "11:00", room="blue")))
    assert (day.rows[1].place, day.rows[1].place_detail) == ("Blue", "ground floor, Far")


def test_diet_and_needs_are_told_back() -> None:
    card = page(plan(candidate("ada", diet="Vegan", needs="Lift"), block("x", "10:00"))).noted
    assert card is not None
    assert card.lines == ("Diet: Vegan", "Access needs: Lift")
    assert page(plan(block("x", "10:00"))).noted is None


def test_footer_tells_version_preparation_and_changes() -> None:
    prepared = datetime(2015, 9, 22, 9, 5, tzinfo=UTC)
    assert page(whole_day(), Edition(3, "2nd by phone", prepared)).footer == (
        "Version 3",
        "prepared 22 Sep 2015, 11:05 (UTC+2)",
        "changed: 2nd by phone",
    )
    assert page(whole_day(changed=prepared)).footer == ("prepared 22 Sep 2015, 11:05 (UTC+2)",)
    assert page(whole_day()).footer == ()


def test_edition_of_one_day_leaves_out_other_days_and_far_travel() -> None:
    later = DAY.replace(month=11)
    day = whole_day(block("second", "10:00", day=later))
    shown = page(day, Edition(days=frozenset({later})))
    assert [each.day for each in shown.days] == [later]
    assert (shown.journeys, shown.stays, shown.travel_heading) == ((), (), "")
    assert len(page(day, Edition(days=frozenset({DAY}))).journeys) == 2


def test_unknown_candidate_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        itinerary(plan(), Audience.candidate(CandidateId("nobody")), EN)
