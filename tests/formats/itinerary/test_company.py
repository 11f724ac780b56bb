"""The company's own sheets: interviewer, host, room, coordinator."""

from collections.abc import Callable

import pytest

from planner.domain.application import Application
from planner.domain.audiences import Audience
from planner.domain.blocks import Connection, Kind, Mode, Notes, Rsvp, SeatRole
from planner.domain.errors import UnknownRecord
from planner.domain.ids import FocusAreaId, PersonId, RoomId
from planner.domain.people import FocusArea
from planner.domain.plan import Plan
from planner.domain.travel import Direction
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import Itinerary, Row, Tone
from planner.formats.wording.language import language
from tests.builders import DAY, block, candidate, moment, person, plan, room, seat
from tests.formats.itinerary.plans import journey, leg, stay, stop, whole_day
from tests.formats.leaks import all_texts

EN = language("en")
DEPTH = FocusArea(FocusAreaId("depth"), "Are Right, A Lot")
BREADTH = FocusArea(FocusAreaId("breadth"), "Think Big")


def sheet(day: Plan, name: str = "ivy") -> Itinerary:
    return itinerary(day, Audience.interviewer(PersonId(name)), EN)


def hosting(day: Plan, name: str = "hal") -> Itinerary:
    return itinerary(day, Audience.host(PersonId(name)), EN)


def rows(shown: Itinerary) -> list[Row]:
    return [row for day in shown.days for row in day.rows]


def test_interviewer_sees_own_slot_inside_the_candidates_day() -> None:
    shown = rows(sheet(whole_day(), "jan"))
    assert [(row.headline, row.is_own) for row in shown] == [
        ("arrival", False),
        ("Ivy", False),
        ("Ada Lovelace", True),
        ("pause", False),
        ("Kim", False),
        ("lunch", False),
        ("Lee", False),
        ("Mia", False),
        ("rest", False),
        ("Noa", False),
    ]
    assert [row.entry is not None for row in shown] == [row.is_own for row in shown]


def test_own_slot_tells_part_company_focus_and_hand_over() -> None:
    slot = block(
        "x", "10:00", room="red", mode=Mode.FACE_TO_FACE, title="Design",
        seats=(seat("ivy", SeatRole.BAR_RAISER), seat("kim", SeatRole.SHADOW)),
        focus_areas=(DEPTH.id, BREADTH.id), notes=Notes(interviewer="Collect them."),
    )  # fmt: skip
    day = plan(
        DEPTH, BREADTH, slot,
        block("before", "09:00", 60, people=["jan"], room="blue"),
        block("after", "11:00", kind=Kind.BREAK, title="Pause"),
    )  # fmt: skip
    own = next(row for row in rows(sheet(day)) if row.is_own)
    assert own.lines == (
        "Face to face \u00b7 Design",
        "Your part: Bar raiser",
        "With Kim (Shadow)",
        "You assess: Are Right, A Lot \u00b7 Think Big",
        "Collect them.",
        "Before you: Jan (Blue), until 10:00",
        "After you: Pause, from 11:00",
    )


def test_other_conversation_tells_which_focus_not_to_repeat_and_no_title() -> None:
    other = block(
        "secret", "11:00", people=["jan"], focus_areas=(BREADTH.id,), notes=Notes("a", "b")
    )
    row = rows(sheet(plan(BREADTH, block("x", "10:00", people=["ivy"]), other)))[1]
    assert (row.headline, row.lines, row.cells.title) == ("Jan", ("Assessed here: Think Big",), "")


def test_hand_over_to_nobody_yet_says_so() -> None:
    day = plan(block("x", "10:00", people=["ivy"]), block("y", "10:45"))
    assert rows(sheet(day))[0].lines[-1] == "After you: Interviewer to be confirmed, from 10:45"
    assert rows(sheet(day))[1].cells.participants[0].name == "Interviewer to be confirmed"


def test_block_without_end_hands_over_to_nobody() -> None:
    day = plan(block("x", "09:00", None, people=["jan"]), block("y", "10:00", people=["ivy"]))
    assert [line for line in rows(sheet(day))[1].lines if "Before" in line] == []


def test_two_candidates_of_one_day_are_separate() -> None:
    day = plan(
        candidate("ada", pronunciation="AY-da", application=Application("Architect")),
        block("x", "10:00", people=["ivy"]),
        block("y", "11:00", people=["ivy"], candidates=["bob"]),
        block("z", "12:00", people=["jan"], candidates=["bob"]),
    )
    shown = sheet(day)
    assert [(each.subject, [row.headline for row in each.rows]) for each in shown.days] == [
        ("Ada", ["Ada"]),
        ("Bob", ["Bob", "Jan"]),
    ]
    assert shown.days[0].about == ("Position: Architect", "Say: AY-da")


def test_arrival_is_all_of_the_travel_that_an_interviewer_sees() -> None:
    shown = sheet(whole_day())
    assert shown.days[0].about == ("Arrives Thu 24 Sep at 16:45 (Luxembourg, UTC+2)",)
    assert (shown.journeys, shown.stays) == ((), ())


def test_arrival_long_ago_is_not_told() -> None:
    day = whole_day(block("late", "10:00", people=["ivy"], day=DAY.replace(day=29)))
    assert sheet(day).days[1].about == ()


def test_interviewer_without_candidate_has_a_day_of_their_own() -> None:
    debrief = block("debrief", "16:00", kind=Kind.DEBRIEF, candidates=[], people=["ivy"])
    shown = sheet(plan(debrief))
    (row,) = rows(shown)
    assert (row.headline, row.tone, row.number, row.lines) == (
        "debrief",
        Tone.OTHER,
        None,
        ("Your part: Lead",),
    )
    assert (shown.days[0].subject, shown.advice) == ("", None)
    assert row.entry is not None
    assert row.entry.summary == "debrief"


def test_debrief_is_shown_to_those_who_sit_in_it_only() -> None:
    day = plan(
        block("x", "10:00", people=["ivy"]),
        block("y", "11:00", people=["jan"]),
        block("debrief", "16:00", kind=Kind.DEBRIEF, people=["ivy"]),
    )
    titles = [[row.cells.title for row in rows(sheet(day, name))] for name in ("ivy", "jan")]
    assert titles == [["x", "", "debrief"], ["", "y"]]
    summaries = [entry.summary for entry in sheet(day).entries]
    assert summaries == ["Interview: Ada", "debrief: Ada"]


def test_declined_seat_is_not_on_the_sheet() -> None:
    assert sheet(plan(block("x", "10:00", seats=(seat("ivy", rsvp=Rsvp.DECLINED),)))).days == ()


def test_diet_reaches_an_interviewer_who_hosts_and_nobody_else() -> None:
    day = plan(
        candidate("ada", diet="Vegan", needs="Lift"),
        block("x", "10:00", people=["ivy"]),
        block("lunch", "12:00", kind=Kind.MEAL, seats=(seat("jan", SeatRole.HOST),)),
    )
    told = [
        [line for row in rows(sheet(day, n)) for line in row.lines if "Vegan" in line]
        for n in ("ivy", "jan")
    ]
    assert told == [[], ["Diet: Vegan"]]


def test_interviewer_gets_the_coordinators_number_and_advice() -> None:
    shown = sheet(whole_day())
    assert shown.contact is not None
    assert [link.text for link in shown.contact.links] == ["+352 555 0101", "cora@example.com"]
    assert shown.advice is not None
    assert len(shown.advice.lines) == 3


def test_candidates_contact_stands_in_for_a_missing_coordinator() -> None:
    ada = candidate("ada", contact=PersonId("rita"))
    shown = sheet(plan(ada, person("rita"), block("x", "10:00", people=["ivy"])))
    assert shown.contact is not None
    assert shown.contact.title == "Rita"


def test_interviewer_gets_how_to_connect_own_calls() -> None:
    call = block(
        "x", "10:00", mode=Mode.PHONE, people=["ivy"], room="red", connection=Connection("+352 7")
    )
    assert [link.target for link in rows(sheet(plan(call)))[0].links] == ["tel:+3527"]


def test_own_zone_is_compared_with_the_days() -> None:
    madrid = person("ivy", zone="Europe/Lisbon")
    shown = sheet(plan(madrid, block("x", "10:00", people=["ivy"])))
    assert shown.days[0].zone_line == "all times Luxembourg, UTC+2 (one hour ahead of Lisbon)"


@pytest.mark.parametrize("audience", [sheet, hosting])
@pytest.mark.parametrize("name", ["nobody", ""])
def test_unknown_person_is_refused(audience: Callable[[Plan, str], Itinerary], name: str) -> None:
    with pytest.raises(UnknownRecord):
        audience(plan(), name)


def test_entry_of_a_shared_block_tells_what_follows_for_each_candidate() -> None:
    both = block("x", "10:00", people=["ivy"], candidates=["ada", "bob"])
    day = plan(both, block("y", "10:45", people=["jan"], candidates=["bob"]))
    shown = sheet(day)
    assert [row.lines for row in rows(shown) if row.is_own] == [
        ("x", "Your part: Lead"),
        ("x", "Your part: Lead", "After you: Jan, from 10:45"),
    ]
    (entry,) = shown.entries
    assert entry.summary == "Interview: Ada and Bob"
    assert entry.description == ("x", "Your part: Lead", "Bob: After you: Jan, from 10:45", "Lux")


def test_entry_of_a_shared_block_tells_once_what_holds_for_all() -> None:
    both = ["ada", "bob"]
    day = plan(
        block("x", "10:00", people=["ivy"], candidates=both), block("y", "10:45", candidates=both)
    )
    (entry,) = sheet(day).entries
    after = "After you: Interviewer to be confirmed, from 10:45"
    assert entry.description == ("x", "Your part: Lead", after, "Lux")


def test_host_sees_duties_needs_and_where_to_bring_the_candidate() -> None:
    day = plan(
        candidate("ada", diet="Vegan", pronunciation="AY-da"),
        block("before", "11:00", 60, people=["ivy"], room="red"),
        block(
            "lunch", "12:00", 60, kind=Kind.MEAL, title="Lunch", place="Canteen",
            seats=(seat("hal", SeatRole.HOST), seat("joy", SeatRole.HOST)),
            notes=Notes(host="Vouchers at reception."),
        ),
        block("after", "13:00", people=["jan"], room="blue"),
    )  # fmt: skip
    shown = hosting(day)
    (row,) = rows(shown)
    assert (row.headline, row.aside, row.place) == ("Lunch", "Ada", "Canteen")
    assert row.lines == (
        "With Joy",
        "Vouchers at reception.",
        "Diet: Vegan",
        "Comes from: Ivy (Red), until 12:00",
        "Goes on to: Jan (Blue), at 13:00",
    )
    assert shown.days[0].about == ("Ada: Say: AY-da",)


def test_host_who_interviews_sees_hosting_only() -> None:
    day = plan(block("x", "10:00", people=["hal"]))
    assert hosting(day).days == ()


def test_host_of_two_candidates_reads_which_of_them_goes_where() -> None:
    lunch = block(
        "lunch", "12:00", 60, kind=Kind.MEAL, candidates=["ada", "bob"],
        seats=(seat("hal", SeatRole.HOST),),
    )  # fmt: skip
    day = plan(
        lunch,
        block("x", "13:00", people=["ivy"]),
        block("y", "13:00", people=["jan"], candidates=["bob"]),
    )
    assert rows(hosting(day))[0].lines == (
        "Ada: Goes on to: Ivy, at 13:00",
        "Bob: Goes on to: Jan, at 13:00",
    )


def test_hosting_nobody_in_particular_names_nobody() -> None:
    tour = block(
        "tour", "10:00", kind=Kind.TOUR, candidates=[], seats=(seat("hal", SeatRole.HOST),)
    )
    (row,) = rows(hosting(plan(tour)))
    assert (row.headline, row.aside, row.lines) == ("tour", "", ())
    assert row.entry is not None
    assert row.entry.summary == "tour"


def test_room_shows_when_it_is_taken_and_nothing_else() -> None:
    day = plan(
        room("red", floor="2"),
        block("x", "10:00", people=["ivy"], room="red", mode=Mode.PHONE),
        block("pause", "11:00", kind=Kind.BREAK, room="red"),
        block("debrief", "12:00", kind=Kind.DEBRIEF, people=["ivy"], room="red"),
        block("y", "13:00", room="blue"),
    )
    shown = itinerary(day, Audience.room(RoomId("red")), EN)
    assert (shown.title, shown.subtitle) == ("Red", "Floor 2 \u00b7 Friday 25 September 2015")
    assert [(row.times, row.headline, row.tone) for row in rows(shown)] == [
        ("10:00 \u2013 10:45", "Interview in progress", Tone.MEETING),
        ("11:00 \u2013 11:45", "Reserved", Tone.OTHER),
        ("12:00 \u2013 12:45", "Reserved", Tone.OTHER),
    ]
    assert (shown.contact, shown.place, shown.people) == (None, None, ())


def test_coordinator_sees_every_seat_with_answer_and_number() -> None:
    ivy = person("ivy", title="Engineer", phone="+352 7", email="ivy@example.com")
    told = block(
        "x", "10:00", title="Design", focus_areas=(DEPTH.id,), mode=Mode.VIDEO, room="red",
        seats=(seat("ivy", rsvp=Rsvp.DECLINED), seat(None, SeatRole.SHADOW)),
        notes=Notes("for ada", "for ivy", "for hal", "for nobody"),
        connection=Connection(link="https://example.com/x", fallback="phone"),
    )  # fmt: skip
    (row,) = rows(itinerary(plan(ivy, DEPTH, told), Audience.coordinator(), EN))
    assert (row.headline, row.aside, row.is_unconfirmed) == ("Design", "Ada", True)
    assert row.lines == (
        "By video",
        "Ivy \u00b7 Engineer \u00b7 Lead \u00b7 Declined \u00b7 +352 7 \u00b7 ivy@example.com",
        "Nobody named yet \u00b7 Shadow",
        "Assessed here: Are Right, A Lot",
        "For the candidate: for ada",
        "For the interviewers: for ivy",
        "For the host: for hal",
        "If the connection drops: phone",
    )


def test_coordinator_sees_what_waits_and_how_to_reach_everybody() -> None:
    ada = candidate("ada", phone="+30 1", diet="Vegan")
    ivy = person("ivy", phone="+352 7")
    day = plan(
        ada, ivy, block("x", "10:00", people=["ivy", "jan"]), block("waiting", title="Later")
    )
    shown = itinerary(day, Audience.coordinator(), EN)
    assert shown.unscheduled is not None
    assert shown.unscheduled.lines == ("Later \u00b7 Ada",)
    assert [(card.title, card.lines) for card in shown.people] == [
        ("Ada", ("Diet: Vegan",)),
        ("Ivy", ()),
    ]


def test_coordinator_sees_all_travel_by_traveller() -> None:
    shown = itinerary(whole_day(), Audience.coordinator(), EN)
    assert [journey.traveller for journey in shown.journeys] == ["Ada Lovelace", "Ada Lovelace"]
    assert [stay.subject for stay in shown.stays] == ["Ada Lovelace"]
    assert rows(shown)[-1].headline == "Ada Lovelace \u00b7 Flight to Athens (ATH)"


def test_coordinator_sees_nothing_that_a_traveller_shows_at_a_counter() -> None:
    flight = leg(
        "there", stop("Athens", moment("05:00")), stop("Luxembourg", moment("08:00")),
        carrier="Example Air", cabin="Economy", seat="12A", reference="PNR123",
    )  # fmt: skip
    hotel = stay(confirmation="C1")
    day = plan(block("x", "10:00"), journey("out", Direction.OUTBOUND, flight), hotel)
    shown = itinerary(day, Audience.coordinator(), EN)
    told = " ".join(all_texts(shown))
    assert [secret for secret in ("Economy", "12A", "PNR123", "C1") if secret in told] == []
    assert "Example Air" in told
