"""Opening in the window: what a dropped thing leads to."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from planner.app.pasting import Pasted
from planner.app.plan_files import save_copy
from planner.ui.messages import Tone
from planner.ui.opening import accepts, open_path, opened
from tests.builders import block, plan
from tests.ui.desks import Room
from tests.ui.dialogs.windows import FakeWindow

DAY = plan(block("talk", "10:00"))


@pytest.fixture
def window(room: Room, qtbot: QtBot) -> FakeWindow:
    made = FakeWindow(room.context)
    qtbot.addWidget(made)
    return made


def dropped(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_plan_is_opened(window: FakeWindow, tmp_path: Path) -> None:
    save_copy(DAY, tmp_path / "day.interviewplan")
    assert opened(dropped(tmp_path / "day.interviewplan"), window)
    assert [(name, given.id) for name, given in window.asked] == [("open_workspace", DAY.id)]


def test_another_state_of_a_plan_can_be_opened_as_a_copy(
    window: FakeWindow, room: Room, tmp_path: Path
) -> None:
    room.context.library.add(DAY)
    save_copy(replace(DAY, title="Newer"), tmp_path / "day.interviewplan")
    open_path(tmp_path / "day.interviewplan", window)
    (message,) = room.said
    (offer,) = message.offers
    offer.run()
    assert [given.title for _, given in window.asked] == [DAY.title, "Newer"]
    assert len(room.context.library.summaries()) == 2


def test_a_text_is_shown_before_it_is_taken(window: FakeWindow) -> None:
    assert opened(text("10:00 - 11:00 Interview"), window)
    assert window.asked == [("paste", {"pasted": Pasted("10:00 - 11:00 Interview")})]


def test_a_text_that_is_too_long_is_said(window: FakeWindow, room: Room) -> None:
    assert opened(text("10:00 Talk\n" * 100_000), window)
    assert [message.tone for message in room.said] == [Tone.ERROR]
    assert window.asked == []


def test_a_list_of_people_is_to_be_imported(window: FakeWindow, tmp_path: Path) -> None:
    path = written(tmp_path / "people.csv", b"Name,Email\nAnna,anna@example.com\n")
    assert open_path(path, window)
    assert window.asked == [("import", {"path": path})]


def test_of_several_only_one_may_ask(window: FakeWindow, room: Room, tmp_path: Path) -> None:
    first = written(tmp_path / "a.txt", b"10:00 Talk")
    second = written(tmp_path / "b.txt", b"11:00 Talk")
    save_copy(DAY, tmp_path / "day.interviewplan")
    opened(dropped(first, second, tmp_path / "day.interviewplan"), window)
    assert [name for name, _ in window.asked] == ["paste", "open_workspace"]
    assert [message.text for message in room.said] == ["b.txt was not opened: one at a time."]


@pytest.mark.parametrize(("name", "data"), [("p.png", b"\x89PNG\x00"), ("d.interviewplan", b"x")])
def test_what_cannot_be_opened_is_said_with_its_name(
    window: FakeWindow, room: Room, tmp_path: Path, name: str, data: bytes
) -> None:
    assert not open_path(written(tmp_path / name, data), window)
    (message,) = room.said
    assert message.tone is Tone.ERROR
    assert name in message.text


def test_only_files_of_this_computer_and_texts_are_taken(
    window: FakeWindow, tmp_path: Path
) -> None:
    remote = QMimeData()
    remote.setUrls([QUrl("https://example.org/day.ics")])
    assert [accepts(mime) for mime in (remote, text("10"), QMimeData())] == [False] * 3
    assert accepts(dropped(tmp_path / "x"))
    assert not opened(remote, window)
    assert window.asked == []
