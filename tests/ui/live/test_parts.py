"""Parts of the live page: full screen, texts to send, who comes later, notifications."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.live.message_menu import MessageMenu, day_messages
from planner.ui.notifications import portal_message, program_arguments
from planner.ui.panels.live_delay import LateDialog
from tests.builders import clock
from tests.ui.live.stage import Stage


def test_full_screen_shows_the_day_without_names_and_closes_with_escape(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    QTest.keyClick(stage.panel.body.day, Qt.Key.Key_F11)
    screen = stage.panel.screen_window
    assert screen is not None
    assert screen.isFullScreen()
    picture = screen.body.day.picture
    assert picture is not None
    assert {piece.people for piece in picture.pieces} == {""}
    screen.names.click()
    assert screen.body.day.picture != picture
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert stage.panel.screen_window is None


def test_texts_name_whom_to_tell_and_are_copied(stage: Stage, qtbot: QtBot) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:12")
    qtbot.waitUntil(lambda: bool(stage.live.proposals))
    stage.press("1")
    context = stage.room.context
    names = [message.name for message in day_messages(context, stage.live)]
    assert "Partner Development Manager" in names
    menu = MessageMenu(context, stage.live, stage.panel)
    number = names.index("Partner Development Manager")
    menu.actions()[number].trigger()
    assert QApplication.clipboard().text() == menu.messages[number].text
    assert context.messages is not None
    menu.deleteLater()


def test_who_comes_later_is_waited_for(stage: Stage) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:02")
    stage.panel.ask_late()
    dialog = stage.dialog()
    assert isinstance(dialog, LateDialog)
    dialog.time.set_value(clock("11:20"))
    dialog.accept()
    stage.go("11:15")
    assert "suspected" not in {entry.what.value for entry in stage.live.log.effective}
    assert stage.figures()[1] == "+20 min late"


def test_notifications_carry_plain_text_and_escaped_markup() -> None:
    message = portal_message("key", "A < B", "<b>Room</b> & more")
    assert message.member() == "AddNotification"
    assert message.arguments()[0] == "key"
    arguments = program_arguments("Planner", "-x", "<b>Room</b> & more")
    assert arguments[-3:] == ["--", "-x", "&lt;b&gt;Room&lt;/b&gt; &amp; more"]


def test_buttons_say_their_keys_and_do_the_same(stage: Stage) -> None:
    stage.go("10:15")
    button = stage.panel.side.buttons["live_start"]
    assert (button.key, button.isEnabled()) == ("S", True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stage.log() == ["10:15 1st interview started"]
    assert not button.isEnabled()
