"""What leaves the window: private files, the clipboard, readable previews that load nothing."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from planner.app.exchange import Document, Request, make_document
from planner.domain.audiences import Audience
from planner.domain.blocks import Notes
from planner.domain.ids import BlockId
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.names import Format
from planner.formats.wording.language import language
from planner.ui.context import Context
from planner.ui.share.handing_over import as_file, as_page
from planner.ui.share.private_files import private_file
from planner.ui.share.readable import readable
from planner.ui.share.text_view import TextView
from planner.ui.share.warnings import warnings
from tests.builders import block
from tests.formats.itinerary.plans import ADA, whole_day

EN = language("en")
CANDIDATE = Audience.candidate(ADA)
_HOSTILE = '<img src="file:///etc/passwd"><b>bold</b>'


def _document(what: Format) -> Document:
    plan = whole_day(block("x", "16:00", notes=Notes(candidate=_HOSTILE)))
    return make_document(plan, CANDIDATE, what, Request((CANDIDATE,), (what,), EN))


def test_private_file_is_for_its_owner_alone() -> None:
    path = private_file("Itinerary Ada.pdf", b"data")
    assert (path.read_bytes(), path.name) == (b"data", "Itinerary Ada.pdf")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_private_files_of_one_name_do_not_meet() -> None:
    assert private_file("a.ics", b"1") != private_file("a.ics", b"2")


@pytest.mark.usefixtures("qapp")
def test_calendar_is_handed_over_as_file_and_as_calendar() -> None:
    document = _document(Format.CALENDAR)
    mime = as_file(document)
    (url,) = mime.urls()
    assert Path(url.toLocalFile()).read_bytes() == document.data
    assert bytes(mime.data("text/calendar").data()) == document.data
    assert mime.hasFormat("text/uri-list")


@pytest.mark.usefixtures("qapp")
def test_page_goes_to_the_clipboard_with_its_text() -> None:
    mime = as_page("<p>Hello</p>", "Hello")
    assert (mime.html(), mime.text()) == ("<p>Hello</p>", "Hello")


@pytest.mark.parametrize("what", [Format.CALENDAR, Format.TIMETABLE, Format.PAGE])
def test_readable_preview_shows_typed_text_as_it_was_typed(what: Format, context: Context) -> None:
    plan = whole_day(block("x", "16:00", title=_HOSTILE))
    document = make_document(plan, CANDIDATE, what, Request((CANDIDATE,), (what,), EN))
    shown = readable(document, itinerary(plan, CANDIDATE, EN), EN)
    view = TextView(context)
    view.setHtml(shown)
    assert "<img" not in shown
    assert _HOSTILE in view.toPlainText()


def test_preview_loads_nothing(context: Context) -> None:
    view = TextView(context)
    picture = QTextDocument.ResourceType.ImageResource
    assert view.loadResource(picture, QUrl("file:///etc/passwd")) is None
    assert not view.openLinks()


def test_warnings_name_what_is_missing() -> None:
    plan = whole_day(block("open", None))
    document = Document(
        CANDIDATE, Format.CALENDAR, "a.ics", b"", {"\u1234": "Name"}, (BlockId("open"),)
    )
    told = list(warnings(document, plan, EN))
    assert told[0].startswith("Not in the calendar, for want of a start or an end: ")
    assert told[1] == "No font has the character \u1234 (U+1234), as in: Name"


def test_many_missing_characters_are_counted() -> None:
    missing = {chr(0x1200 + n): "Name" for n in range(5)}
    told = list(warnings(Document(CANDIDATE, Format.DOCUMENT, "a", b"", missing), whole_day(), EN))
    assert (len(told), told[-1]) == (4, "2 more characters are missing.")
