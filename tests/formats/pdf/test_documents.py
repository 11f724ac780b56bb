"""What holds for the printed document of every audience, on every paper."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from planner.domain.audiences import Audience, AudienceKind
from planner.domain.errors import UnknownRecord
from planner.domain.ids import CandidateId, PersonId, RoomId
from planner.formats.html.page import html_file
from planner.formats.ical.calendar import calendar_file
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import Edition
from planner.formats.pdf.documents import pdf_document
from planner.formats.pdf.paper import Paper, size_of
from planner.formats.pdf.quick_code import calendar_event
from planner.formats.wording.language import language
from tests.formats.itinerary.plans import whole_day
from tests.formats.leaks import AUDIENCES, stuffed
from tests.formats.pdf.printing import (
    ARCHITECT,
    COORDINATOR,
    VISITOR,
    all_days,
    made,
    onsite,
    printed,
    sample,
)
from tests.formats.pdf.reading import (
    assert_golden,
    complaints,
    drawn_text,
    expanded,
    font_table,
    link_targets,
    metadata,
    outline,
    overlapping,
    page_count,
    page_sizes,
    pages_of,
    pages_with_ink_beyond,
)

TWELVE_MILLIMETRES = 34.0
ROOM = Audience.room(RoomId("room-1-04"))
HOST = Audience.host(PersonId("manager-marketing"))
READERS = {
    "candidate": VISITOR,
    "interviewer": ARCHITECT,
    "run_sheet": COORDINATOR,
    "door": ROOM,
    "host": HOST,
}
everybody = pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
every_paper = pytest.mark.parametrize("paper", list(Paper))


@pytest.mark.parametrize("name", ["candidate", "interviewer", "run_sheet", "door"])
def test_sample_reads_as_when_somebody_last_looked(name: str) -> None:
    assert_golden(f"{name}.txt", printed(sample(), READERS[name], onsite()))


@everybody
@every_paper
def test_other_programs_find_no_fault(reader: Audience, paper: Paper) -> None:
    assert complaints(printed(sample(), reader, all_days(), paper=paper)) == []


@everybody
@every_paper
def test_all_fonts_are_embedded_and_spell_their_text(reader: Audience, paper: Paper) -> None:
    fonts = font_table(printed(sample(), reader, all_days(), paper=paper))

    assert [font for font in fonts if not (font.is_embedded and font.has_unicode)] == []
    assert {font.name.partition("-")[0].partition("+")[2] for font in fonts} == {"InterTabular"}


@everybody
@every_paper
@pytest.mark.parametrize("tag", ["en", "de"])
def test_nothing_is_printed_where_printers_do_not_reach(
    reader: Audience, paper: Paper, tag: str
) -> None:
    pdf = printed(sample(), reader, all_days(), paper=paper, tag=tag)

    assert pages_with_ink_beyond(pdf, TWELVE_MILLIMETRES) == []


@everybody
@pytest.mark.parametrize("tag", ["en", "de"])
def test_no_word_is_printed_over_another(reader: Audience, tag: str) -> None:
    assert overlapping(printed(sample(), reader, all_days(), tag=tag)) == []


@everybody
@every_paper
def test_pages_have_the_size_of_the_paper(reader: Audience, paper: Paper) -> None:
    is_landscape = reader in {COORDINATOR, ROOM}
    sizes = page_sizes(printed(sample(), reader, onsite(), paper=paper))

    width, height = size_of(paper, is_landscape=is_landscape)
    rounded = {(round(wide, 2), round(high, 2)) for wide, high in sizes}
    assert rounded == {(round(width, 2), round(height, 2))}


@everybody
def test_every_page_tells_what_it_is_which_edition_and_how_many_there_are(
    reader: Audience,
) -> None:
    edition = Edition(version=3, prepared=datetime(2015, 8, 6, 9, 30, tzinfo=UTC))
    content = itinerary(sample(), reader, language("en"), edition)
    pages = pages_of(printed(sample(), reader, edition))

    for number, text in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in text
        assert "Version 3 · prepared 6 Aug 2015, 11:30 (UTC+2)" in text
        assert content.title in text
        assert content.reader in text
        assert content.subtitle in text


@everybody
def test_document_names_itself_its_program_and_nobody_else(reader: Audience) -> None:
    content = itinerary(sample(), reader, language("en"), onsite())
    found = metadata(printed(sample(), reader, onsite()))

    is_named = content.reader in content.title
    assert found == {
        "Title": content.title if is_named else f"{content.title} · {content.reader}",
        "Author": "Interview Day Planner",
        "Creator": "Interview Day Planner",
        "Producer": "ReportLab PDF Library - (opensource)",
        "CreationDate": "D:20150922090000+00'00'",
        "ModDate": "D:20150922090000+00'00'",
    } | ({"Subject": found["Subject"]} if reader != ROOM else {})


def test_document_says_its_language() -> None:
    german = expanded(printed(sample(), VISITOR, onsite(), tag="de"))

    assert b"/Lang (de)" in german
    assert b"/DisplayDocTitle true" in german


@everybody
def test_document_of_several_days_has_an_outline_of_them(reader: Audience) -> None:
    content = itinerary(sample(), reader, language("en"), all_days())
    marks = outline(printed(sample(), reader, all_days()))

    headings = [day.heading for day in content.days]
    assert [mark.partition("\u00a0·")[0] for mark in marks] == (
        headings if len(headings) > 1 else []
    )


def test_document_of_one_day_has_no_outline() -> None:
    assert outline(printed(sample(), VISITOR, onsite())) == []


@everybody
def test_same_plan_gives_the_same_bytes(reader: Audience) -> None:
    assert printed(sample(), reader, all_days()) == printed(sample(), reader, all_days())


def test_same_plan_gives_the_same_bytes_in_every_process() -> None:
    program = (
        "import hashlib\n"
        "from tests.formats.pdf.printing import *\n"
        "print(hashlib.sha256(printed(sample(), COORDINATOR)).hexdigest())\n"
        "print(hashlib.sha256(printed(sample(), VISITOR)).hexdigest())\n"
    )

    def run(seed: str, zone: str) -> str:
        surroundings = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=surroundings,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert run("1", "Asia/Tokyo") == run("2", "America/Lima")


def test_unprepared_document_is_dated_by_the_last_change() -> None:
    plan = whole_day(changed=datetime(2015, 9, 20, 12, 0, tzinfo=UTC))
    content = itinerary(plan, COORDINATOR, language("en"))

    found = metadata(pdf_document(content).content)

    assert found["CreationDate"] == "D:20150920120000+00'00'"


def test_unknown_subject_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        made(sample(), Audience.candidate(CandidateId("nobody")))


@pytest.mark.parametrize("kind", list(AudienceKind))
def test_plan_without_a_day_still_gives_a_page(kind: AudienceKind) -> None:
    subjects = {
        AudienceKind.CANDIDATE: "candidate",
        AudienceKind.INTERVIEWER: "recruitment-coordinator",
        AudienceKind.HOST: "recruitment-coordinator",
        AudienceKind.ROOM: "room-1-04",
    }
    audience = Audience(kind, subjects.get(kind, ""))
    nowhere = Edition(days=frozenset())

    pdf = printed(sample(), audience, nowhere)

    assert complaints(pdf) == []
    assert "Nothing is planned yet." in drawn_text(pdf)


def test_asking_for_the_module_loads_no_library_that_prints() -> None:
    program = (
        "import sys\n"
        "import planner.formats.pdf.documents\n"
        "print(sorted({'reportlab', 'uharfbuzz', 'segno'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"


@pytest.mark.parametrize("reader", AUDIENCES)
def test_nothing_is_printed_that_the_page_or_the_calendar_does_not_show(reader: str) -> None:
    plan, markers = stuffed()
    audience, english = AUDIENCES[reader], language("en")
    pdf = printed(plan, audience)
    written = drawn_text(pdf) + "".join(metadata(pdf).values()) + "".join(outline(pdf))
    shown = markers.shown_in(written) | markers.shown_in(" ".join(link_targets(pdf)))

    granted = markers.shown_in(html_file(plan, audience, english).decode())

    # The calendar behind the code tells the full address, as the candidate's calendar does.
    assert shown <= granted
    for day in itinerary(plan, audience, english).days:
        told = markers.shown_in(calendar_event("", day).replace("\\", ""))
        assert told <= granted | markers.shown_in(calendar_file(plan, audience, english).decode())


@pytest.mark.parametrize("reader", AUDIENCES)
def test_file_holds_no_marker_but_in_what_can_be_read(reader: str) -> None:
    plan, markers = stuffed()
    pdf = printed(plan, AUDIENCES[reader])
    shown = markers.shown_in(drawn_text(pdf) + " ".join(link_targets(pdf)))

    assert markers.shown_in(expanded(pdf).decode("latin-1")) <= shown


@pytest.mark.parametrize("reader", ["candidate", "interviewer", "coordinator"])
def test_hostile_text_is_printed_as_text(reader: str) -> None:
    tail = ' <a href="javascript:alert(1)">x</a> <img src="/etc/passwd"/> &amp; R&D'
    plan, _ = stuffed(tail)

    pdf = printed(plan, AUDIENCES[reader])

    assert complaints(pdf) == []
    assert 'href="javascript:alert(1)"' in drawn_text(pdf)
    assert [target for target in link_targets(pdf) if "script:" in target] == []


def test_every_reader_of_this_test_is_in_the_sample() -> None:
    assert PersonId(ARCHITECT.subject) in sample().people
    assert page_count(printed(sample(), HOST)) == 1
