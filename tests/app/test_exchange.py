"""Export: who gets what, and what becomes of a request."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from planner.app.exchange import (
    Outcome,
    Request,
    all_audiences,
    audiences,
    export,
    make_document,
)
from planner.domain.audiences import Audience, AudienceKind
from planner.domain.blocks import Kind, Rsvp, SeatRole
from planner.domain.ids import CandidateId, PersonId, RoomId
from planner.domain.plan import Plan
from planner.formats.itinerary.names import Format
from planner.formats.wording.language import language
from planner.progress import Progress
from planner.store.files import WriteFailed
from tests import builders as b

ENGLISH = language("en")
ADA = Audience.candidate(CandidateId("ada"))


def day() -> Plan:
    return b.plan(
        b.block("talk", "10:00", people=["grace"], room="r1"),
        b.block(
            "lunch", "12:00", kind=Kind.MEAL, seats=(b.seat("alan", SeatRole.HOST),), room=None
        ),
        b.block("shadowed", "14:00", seats=(b.seat("kim", SeatRole.SHADOW),)),
        b.block("someday", None),
        b.person("nobody-asked"),
        b.room("empty-room"),
        b.candidate("idle"),
    )


def request(*formats: Format, readers: tuple[Audience, ...] = (ADA,)) -> Request:
    return Request(readers, formats, ENGLISH)


def finished(job: Generator[Progress, None, Outcome]) -> tuple[list[Progress], Outcome]:
    """Run a job to its end; return its steps and its result."""
    steps: list[Progress] = []
    result: list[Outcome] = []

    def whole() -> Iterator[Progress]:
        result.append((yield from job))

    steps.extend(whole())
    return steps, result[0]


def test_audiences_are_those_who_have_something_to_read() -> None:
    assert [f"{a.kind.value}:{a.subject}" for a in all_audiences(day())] == [
        "candidate:ada",
        "interviewer:grace",
        "interviewer:kim",
        "host:alan",
        "room:r1",
        "coordinator:",
    ]


def test_who_declined_everything_is_no_audience() -> None:
    declined = [
        b.seat("ivy", rsvp=Rsvp.DECLINED),
        b.seat("hal", SeatRole.HOST, Rsvp.DECLINED, number=2),
    ]
    plan = b.plan(
        b.block("talk", "10:00", seats=declined),
        b.block("lunch", "12:00", kind=Kind.MEAL, seats=(b.seat("ivy", SeatRole.HOST),)),
    )
    assert audiences(plan, AudienceKind.INTERVIEWER) == ()
    assert audiences(plan, AudienceKind.HOST) == (Audience.host(PersonId("ivy")),)


def test_every_reader_gets_every_format(tmp_path: Path) -> None:
    readers = all_audiences(day())
    _, outcome = finished(export(day(), request(*Format, readers=readers), tmp_path))
    assert [(w.document.audience, w.document.what) for w in outcome.written] == [
        (reader, what) for reader in readers for what in Format
    ]


def test_document_says_which_blocks_a_calendar_cannot_hold() -> None:
    document = make_document(day(), ADA, Format.CALENDAR, request(Format.CALENDAR))
    assert document.left_out == ("someday",)
    assert make_document(day(), ADA, Format.PAGE, request(Format.PAGE)).left_out == ()


def test_document_reports_characters_that_no_font_has() -> None:
    plan = b.plan(b.block("talk", "10:00", title="\U0001d11e clef \U000e0041"))
    document = make_document(plan, ADA, Format.DOCUMENT, request(Format.DOCUMENT))
    assert document.data.startswith(b"%PDF-")
    assert set(document.missing) <= {"\U0001d11e", "\U000e0041"}


def test_export_writes_each_document_and_says_how_far_it_is(tmp_path: Path) -> None:
    job = export(day(), request(Format.PAGE, Format.CALENDAR), tmp_path / "deep" / "out")
    steps, outcome = finished(job)
    assert steps == [Progress(0, 2, "html"), Progress(1, 2, "ics"), Progress(2, 2)]
    assert [w.path.read_bytes() for w in outcome.written] == [
        w.document.data for w in outcome.written
    ]


def test_export_names_readers_without_a_single_entry(tmp_path: Path) -> None:
    plan = b.plan(b.block("someday", None, people=["grace"]))
    grace = Audience.interviewer(PersonId("grace"))
    _, outcome = finished(export(plan, request(Format.CALENDAR, readers=(grace,)), tmp_path))
    assert outcome.empty == ((grace, Format.CALENDAR),)
    assert list(tmp_path.iterdir()) == []


def test_export_refuses_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(WriteFailed):
        next(export(day(), request(Format.PAGE), tmp_path / "file"))


def test_audiences_of_one_kind_keep_the_order_of_the_plan() -> None:
    plan = b.plan(b.person("zoe"), b.block("one", "10:00", people=["amy", "zoe"]))
    found = audiences(plan, AudienceKind.INTERVIEWER)
    assert [a.subject for a in found] == ["zoe", "amy"]


def test_export_never_writes_two_documents_to_one_name(tmp_path: Path) -> None:
    plan = b.plan(
        b.room("odd", name="Itinerary Ada"),
        b.block("talk", "10:00", room="odd"),
    )
    readers = (ADA, Audience.room(RoomId("odd")))
    _, outcome = finished(export(plan, request(Format.PAGE, readers=readers), tmp_path))
    assert [w.path.name for w in outcome.written] == [
        "2015-09-25 Itinerary Ada.html",
        "2015-09-25 Itinerary Ada 2.html",
    ]
    assert [w.path.read_bytes() for w in outcome.written] == [
        w.document.data for w in outcome.written
    ]
