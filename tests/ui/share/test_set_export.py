"""What the bar says at the end of an export, good or bad."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from planner.app.exchange import Request
from planner.domain.audiences import Audience
from planner.domain.ids import PersonId
from planner.formats.itinerary.names import Format
from planner.formats.wording.language import language
from planner.ui.messages import Tone
from planner.ui.share.set_export import SetExport
from tests.builders import person, plan
from tests.ui.desks import Room

EN = language("en")


def _request(*formats: Format) -> Request:
    return Request((Audience.coordinator(),), formats, EN)


def test_calendar_without_an_entry_is_counted(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    request = _request(Format.PAGE, Format.CALENDAR)
    SetExport(room.context, plan(), request, tmp_path).start()
    qtbot.waitUntil(lambda: bool(room.said))
    expected = f"1 file is in {tmp_path.name}. One calendar had no entry."
    assert (room.said[-1].text, room.said[-1].tone) == (expected, Tone.GOOD)


def test_folder_that_cannot_be_made_is_told(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    taken = tmp_path / "file"
    taken.write_bytes(b"")
    SetExport(room.context, plan(), _request(Format.PAGE), taken / "folder").start()
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.said[-1].tone is Tone.ERROR


def test_reader_who_is_gone_is_told(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    gone = Request((Audience.interviewer(PersonId("gone")),), (Format.PAGE,), EN)
    SetExport(room.context, plan(person("ivy")), gone, tmp_path).start()
    qtbot.waitUntil(lambda: bool(room.said))
    assert (room.said[-1].tone, list(tmp_path.iterdir())) == (Tone.ERROR, [])
