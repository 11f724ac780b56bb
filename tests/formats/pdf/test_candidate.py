# ruff: noqa: RUF001 -- letters of many scripts look like Latin ones
"""The candidate's itinerary on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pypdfium2
import pytest
import segno
from PIL import Image

from planner.domain.application import Application
from planner.domain.blocks import Block, Connection, Kind, Mode, Notes
from planner.domain.ids import CandidateId, PersonId
from planner.domain.people import Candidate, Person
from planner.domain.plan import Plan
from planner.domain.travel import Direction
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import Edition, Tone
from planner.formats.pdf.documents import pdf_document
from planner.formats.pdf.paper import Paper
from planner.formats.pdf.quick_code import SIZE, calendar_event
from planner.formats.wording.language import language
from tests.builders import DAY, block, moment, office, plan
from tests.formats.itinerary.plans import journey, leg, stay, stop, travel_records, whole_day
from tests.formats.pdf.pages import comparable
from tests.formats.pdf.printing import (
    ADA,
    BEFORE_ALL,
    THREE_DAYS_BEFORE,
    VISITOR,
    all_days,
    made,
    onsite,
    printed,
    sample,
)
from tests.formats.pdf.reading import (
    boxes,
    complaints,
    drawn_text,
    link_targets,
    outline,
    overlapping,
    page_count,
    page_sizes,
    pages_of,
    pages_with_ink_beyond,
    plain_text,
)

SATURDAY = date(2015, 9, 26)


def named(record: str, name: str, **fields: object) -> Person:
    return Person(id=PersonId(record), name=name, **fields)  # type: ignore[arg-type]  # as given


def busy_day(count: int, day: date = DAY) -> list[Block]:
    """Return blocks of a quarter of an hour, one after the other."""
    return [
        block(
            f"{day:%a}{number}",
            f"{8 + number // 4:02}:{number % 4 * 15:02}",
            15,
            people=["ivy"],
            room="red",
            day=day,
            title=f"Conversation {day:%a} {number}.",
        )
        for number in range(count)
    ]


def with_notes(text: str) -> Plan:
    notes = Notes(candidate=text)
    return whole_day(block("noted", "16:00", 30, people=["ivy"], room="red", notes=notes))


def test_what_must_not_be_missed_stands_in_the_top_third_of_the_first_page() -> None:
    pdf = printed(sample(), VISITOR, onsite())
    third = page_sizes(pdf)[0][1] / 3

    top = comparable(
        " ".join(box.word for box in boxes(pdf) if box.page == 0 and box.bottom < third)
    )

    for vital in (
        "Your day in Luxembourg",
        "Senior Solutions Architect · Friday 25 September 2015",
        "First: be at reception at 09:50.",
        "1 Example Street, 1000 Luxembourg",
        "+352 555 0101",
        "coordinator@example.com",
        "5 conversations · 10:15 – 17:00 · Lunch at 11:45",
    ):
        assert vital in top


@pytest.mark.parametrize("edition", [onsite(), all_days()])
@pytest.mark.parametrize("tag", ["en", "de"])
def test_every_name_time_and_room_is_printed(edition: Edition, tag: str) -> None:
    content = itinerary(sample(), VISITOR, language(tag), edition)
    text = drawn_text(printed(sample(), VISITOR, edition, tag=tag))

    rows = [row for day in content.days for row in day.rows]
    said = [part for row in rows for part in (row.times, row.headline, row.place, *row.lines)]
    stops = [
        stop
        for way in content.journeys
        for leg in way.legs
        for stop in (leg.departure, leg.arrival)
    ]
    said += [part for stop in stops for part in (stop.clock, stop.zone, stop.name, stop.code)]
    said += [card.title for card in content.stays]
    assert [part for part in said if comparable(part) not in text] == []


def test_days_follow_each_other_and_travel_stands_once_behind_them() -> None:
    text = drawn_text(printed(sample(), VISITOR, all_days(BEFORE_ALL)))

    headings = [
        "Wednesday 12 August 2015",
        "Wednesday 26 August 2015",
        "Thursday 10 September 2015",
        "Friday 25 September 2015",
        "Getting there and back",
        "Where you stay",
    ]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    assert [text.count(heading) for heading in headings[-2:]] == [1, 1]
    assert "Already over" not in text


def test_days_that_are_over_when_it_is_prepared_come_last() -> None:
    text = drawn_text(printed(sample(), VISITOR, all_days(THREE_DAYS_BEFORE)))

    assert "Fri 25 Sep · First: be at reception at 09:50." in text
    places = [
        text.index(heading)
        for heading in ("Friday 25 September", "Where you stay", "Already over", "Wednesday 12")
    ]
    assert places == sorted(places)


def test_itinerary_prepared_when_all_is_over_keeps_its_order() -> None:
    text = drawn_text(printed(sample(), VISITOR, all_days(datetime(2015, 12, 1, tzinfo=UTC))))

    assert "Already over" not in text
    assert text.index("Wednesday 12 August") < text.index("Friday 25 September")


def test_only_the_chosen_day_is_printed() -> None:
    text = drawn_text(printed(sample(), VISITOR, onsite()))

    assert "Pre phone call" not in text
    assert "Your day in Luxembourg" in text


@pytest.mark.parametrize("paper", list(Paper))
def test_long_day_breaks_between_rows_under_a_repeated_head(paper: Paper) -> None:
    pdf = printed(plan(*busy_day(40), *busy_day(30, SATURDAY)), ADA, paper=paper)
    pages = pages_of(pdf)

    # Each row is drawn in one piece: its time, its words and its room on one page.
    for number in range(40):
        times = f"{8 + number // 4:02}:{number % 4 * 15:02}"
        row = f"Conversation Fri {number}."
        assert [times in page for page in pages if row in page] == [True]
    assert len(pages) >= 4
    for page in pages:
        for label, date_head in (
            ("Fri", "Fri 25 Sep What Where"),
            ("Sat", "Sat 26 Sep What Where"),
        ):
            assert date_head in page or f"Conversation {label} " not in page
    assert overlapping(pdf) == []
    assert outline(pdf) == ["Friday 25 September 2015", "Saturday 26 September 2015"]


@pytest.mark.parametrize("count", range(8, 22))
def test_no_heading_and_no_head_is_left_at_the_foot_of_a_page(count: int) -> None:
    pages = pages_of(printed(whole_day(*busy_day(count), *busy_day(count, SATURDAY)), ADA))

    assert [page[-30:] for page in pages if page.endswith(("Where", "2015", "back", "stay"))] == []


def test_rest_is_said_in_words() -> None:
    coffee = block("coffee", "16:00", 15, kind=Kind.BREAK, title="Kaffee")
    text = drawn_text(printed(whole_day(coffee), ADA))

    assert "lunch · not an interview" in text
    assert "Kaffee · Break" in text


def test_calls_are_told_from_meetings_without_colour() -> None:
    assert "2 · Phone" in drawn_text(printed(sample(), VISITOR, onsite()))


def test_blocks_at_the_same_time_do_not_share_a_place_on_the_strip() -> None:
    text = printed(whole_day(*busy_day(20)), ADA)

    assert overlapping(text) == []


def test_flight_over_midnight_tells_both_zones_and_spells_the_day_out() -> None:
    text = drawn_text(printed(whole_day(), ADA))

    assert "19:05 Luxembourg LUX UTC+2 00:30 +1 Athens ATH UTC+3 arrives Sat 26 Sep" in text
    assert text.count("arrives Sat 26 Sep") == 1
    assert "Flight · Example Air EX 2 · 4 h 25 min · Reference PNR123" in text


def test_estimated_times_say_so() -> None:
    text = drawn_text(printed(sample(), VISITOR, onsite()))

    assert text.count("Times not confirmed yet") == 3
    assert "Leave for Luxembourg Airport · Taxi, 20 min Times not confirmed yet" in text


def test_plan_with_nothing_but_a_block_gives_one_plain_page() -> None:
    pdf = printed(plan(block("one", "09:00", None)), ADA)

    text = drawn_text(pdf)
    assert page_count(pdf) == 1
    assert "None" not in text
    for absent in ("If anything goes wrong", "Getting there", "Where you stay", "At a glance"):
        assert absent not in text


def test_phone_e_mail_and_web_address_can_be_clicked_and_read() -> None:
    call = block(
        "call",
        "16:00",
        30,
        people=["ivy"],
        mode=Mode.VIDEO,
        connection=Connection(link="https://meet.example.com/a-b-c", number="+352 555 0142"),
    )
    pdf = printed(whole_day(call), ADA)

    assert set(link_targets(pdf)) == {
        "tel:+3525550101",
        "mailto:cora@example.com",
        "https://meet.example.com/a-b-c",
        "tel:+3525550142",
        "tel:+3525550199",
    }
    assert "Join the video call: https://meet.example.com/a-b-c" in drawn_text(pdf)


def test_names_of_other_scripts_are_printed_and_read_back() -> None:
    people = {"ivy": "山田太郎", "jan": "नेहा शर्मा", "kim": "יוסף כהן", "lee": "김민준"}
    records = [named(record, name, latin_name="Latin") for record, name in people.items()]
    arabic = Candidate(CandidateId("ada"), "محمد علي", latin_name="Mohammed Ali")
    document = made(whole_day(arabic, *records), ADA)

    text = plain_text(document.content)
    assert [name for name in (*people.values(), "محمد علي") if name not in text] == []
    assert document.missing == {}
    assert overlapping(document.content) == []


def test_character_that_no_font_has_is_reported() -> None:
    document = made(whole_day(named("ivy", "Ivy 𓀀")), ADA)

    assert document.missing == {"𓀀": "Ivy 𓀀"}
    assert "Ivy" in drawn_text(document.content)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(
    "name",
    [
        "Maria-Magdalena von und zu Hohenlohe-Waldenburg-Schillingsfürst " * 7,
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 5,
        "A" * 400,
        "محمد " * 80,
        "山" * 400,
    ],
)
def test_long_names_stay_on_the_paper(name: str, paper: Paper) -> None:
    candidate = Candidate(
        CandidateId("ada"), name, application=Application(position=name), contact=PersonId("ivy")
    )
    full = whole_day(candidate, named("ivy", name, title=name), office("lux", city=name))
    pdf = printed(full, ADA, paper=paper)

    assert pages_with_ink_beyond(pdf, 34) == []
    assert complaints(pdf) == []


@pytest.mark.parametrize("words", [2_000, 6_000])
def test_endless_notes_run_over_pages(words: int) -> None:
    note = " ".join(f"word{number}" for number in range(words))
    text = drawn_text(printed(with_notes(note), ADA))

    assert [f"word{number}" for number in range(words) if f"word{number} " not in f"{text} "] == []


def test_endless_way_in_does_not_push_the_day_off_the_first_page() -> None:
    way = "Walk on and on. " * 400
    far = office("lux", city="Luxembourg", address="1 Example Street", arrival=way)
    pages = pages_of(printed(whole_day(far), ADA))

    assert "The day at a glance" in pages[0]
    assert "Walk on" not in pages[0]
    assert sum(page.count("Walk on and on.") for page in pages) == 400


def test_hotel_with_endless_features_runs_over_pages() -> None:
    features = tuple(f"Feature{number}." for number in range(900))
    text = drawn_text(printed(whole_day(stay(room_features=features)), ADA))

    assert [f for f in features if f not in text] == []


def test_calendar_code_holds_the_whole_day_and_where() -> None:
    (day,) = itinerary(sample(), VISITOR, language("en"), onsite()).days

    assert calendar_event("Your day, in Luxembourg", day).split("\r\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:Your day\\, in Luxembourg",
        "DTSTART:20150925T075000Z",
        "DTEND:20150925T150000Z",
        "LOCATION:Reception\\, Luxembourg\\, 1 Example Street\\, 1000 Luxembourg",
        "END:VEVENT",
    ]


def test_calendar_code_of_a_day_without_an_end_has_none() -> None:
    (day,) = itinerary(plan(block("one", "09:00", None)), ADA, language("en")).days

    assert calendar_event("A" * 200, day).split("\r\n") == [
        "BEGIN:VEVENT",
        f"SUMMARY:{'A' * 79}…",
        "DTSTART:20150925T070000Z",
        "LOCATION:Lux",
        "END:VEVENT",
    ]


def test_calendar_code_leaves_travel_out() -> None:
    (day,) = itinerary(whole_day(), ADA, language("en")).days
    travel = replace(day, rows=tuple(row for row in day.rows if row.tone is Tone.TRAVEL))

    assert "DTEND:20150925T133000Z" in calendar_event("", day)
    assert calendar_event("", travel) == ""


def test_calendar_code_is_drawn_module_by_module() -> None:
    content = itinerary(sample(), VISITOR, language("en"), onsite())
    pdf = printed(sample(), VISITOR, onsite())
    matrix = segno.make_qr(
        calendar_event(content.title, content.days[0]), error="m", encoding="utf-8"
    ).matrix

    picture = _code_on(pdf)
    module = picture.width / len(matrix)
    seen = [
        [
            picture.getpixel((int((x + 0.5) * module), int((y + 0.5) * module))) < 128  # type: ignore[operator]  # grey
            for x in range(len(matrix))
        ]
        for y in range(len(matrix))
    ]
    assert seen == [[bool(bit) for bit in row] for row in matrix]
    assert "Scan for your calendar Fri 25 Sep, 09:50 – 17:00" in drawn_text(pdf)


def test_day_of_travel_alone_needs_neither_code_nor_first_line() -> None:
    content = itinerary(whole_day(), ADA, language("en"))
    (day,) = content.days
    travel = tuple(row for row in day.rows if row.tone is Tone.TRAVEL)
    bare = replace(day, rows=travel, first="", strip=(), summary="")

    text = drawn_text(pdf_document(replace(content, days=(bare,))).content)

    assert "19:05 Flight to Athens (ATH)" in text
    assert "Scan for your calendar" not in text


def test_call_at_home_needs_neither_a_place_nor_a_contact() -> None:
    call = block("call", "09:00", 30, people=["ivy"], mode=Mode.PHONE)
    text = drawn_text(printed(plan(call), ADA))

    assert "First: be ready for the call at 09:00." in text
    assert "Where to go" not in text


def test_journey_over_two_days_names_the_second() -> None:
    night = leg(
        "night",
        stop("Athens", moment("23:10", day=date(2015, 9, 23)), "ATH"),
        stop("Frankfurt", moment("23:50", day=date(2015, 9, 23)), "FRA"),
    )
    morning = leg(
        "morning",
        stop("Frankfurt", moment("07:15", day=date(2015, 9, 24)), "FRA"),
        stop("Luxembourg", moment("08:05", day=date(2015, 9, 24)), "LUX"),
        is_estimated=True,
    )
    there = journey("out", Direction.OUTBOUND, night, morning)
    text = drawn_text(printed(plan(block("one", "09:00", 30), there), ADA))

    assert "Thu 24 Sep 07:15 Frankfurt FRA UTC+2 08:05 Luxembourg LUX UTC+2" in text
    assert "Flight · 50 min Times not confirmed yet" in text


def test_travel_the_day_before_alone_still_has_its_cards() -> None:
    text = drawn_text(printed(plan(block("one", "09:00", 30), *travel_records()), ADA))

    assert "Thu 24 Sep · Outbound" in text


def test_itinerary_is_dated_when_it_was_prepared() -> None:
    first = printed(sample(), VISITOR, onsite(THREE_DAYS_BEFORE))
    later = printed(sample(), VISITOR, onsite(THREE_DAYS_BEFORE + timedelta(hours=1)))

    assert "prepared 22 Sep 2015, 11:00 (UTC+2)" in drawn_text(first)
    assert "prepared 22 Sep 2015, 12:00 (UTC+2)" in drawn_text(later)


def _code_on(pdf: bytes) -> Image.Image:
    """Return the QR code of the first page, cut out along its dark edges."""
    page = pypdfium2.PdfDocument(pdf)[0]
    scale = 4
    whole: Image.Image = page.render(scale=scale).to_pil().convert("L")
    right = whole.width - 40 * scale
    corner = whole.crop((int(right - SIZE * scale) - 8, 0, right + 8, int((36 + SIZE) * scale) + 8))
    dark = corner.point(lambda value: 255 if value < 128 else 0)
    return corner.crop(dark.getbbox())
