"""The watch over what tests leave behind sees what it is there for."""

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, qDebug, qWarning
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.remains import Remains, qt_messages

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]

UNTIDY = """
    import threading
    from PySide6.QtCore import QTimer, qWarning
    from PySide6.QtWidgets import QWidget

    kept = []

    def test_tidy(qtbot):
        window = QWidget()
        qtbot.addWidget(window)
        window.show()

    def test_window(qapp):
        kept.append(QWidget())

    def test_timer(qapp):
        kept.append(QTimer(interval=1000))
        kept[-1].start()

    def test_thread(qapp):
        kept.append(threading.Event())
        threading.Thread(target=kept[-1].wait, daemon=True).start()

    def test_warning_of_a_window_that_goes(qtbot):
        kept.append(QWidget())
        kept[-1].destroyed.connect(lambda: qWarning("oh"))
        qtbot.addWidget(kept[-1])

    def test_warning(qtbot):
        qWarning("oh")
"""


def test_what_is_tidied_up_is_not_found(qapp: QApplication) -> None:
    del qapp
    remains = Remains()
    window = QWidget()
    timer = QTimer(window, interval=1000)
    timer.start()
    window.show()
    window.close()
    window.deleteLater()
    del window, timer
    assert remains.found() == []


def test_window_that_was_only_closed_is_found(qapp: QApplication) -> None:
    del qapp
    remains = Remains()
    window = QWidget()
    window.setObjectName("left")
    window.close()
    found = remains.found()
    window.deleteLater()
    assert found == ["window: QWidget 'left'"]


def test_running_timer_is_found(qapp: QApplication) -> None:
    remains = Remains()
    owner = QObject(qapp)
    timer = QTimer(owner, interval=1000)
    resting = remains.found()
    timer.start()
    running = remains.found()
    owner.deleteLater()
    assert (resting, running) == ([], ["timer: of QObject, every 1000 ms"])


def test_thread_is_found(qapp: QApplication) -> None:
    del qapp
    remains = Remains()
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="left")
    thread.start()
    found = remains.found()
    end.set()
    thread.join()
    assert (found, remains.found()) == (["thread: left"], [])


def test_job_that_still_runs_is_found(qapp: QApplication) -> None:
    del qapp
    remains = Remains()
    pool, end = QThreadPool(), threading.Event()
    pool.start(QRunnable.create(end.wait))
    found = remains.found()
    end.set()
    pool.waitForDone()
    assert (found, remains.found()) == (["jobs: 1 of NoneType"], [])


def test_warnings_are_collected_but_for_known_ones() -> None:
    with qt_messages(["^known"]) as said:
        qWarning("known of this platform")
        qDebug("idle talk")
        qWarning("news")
    assert said == ["news"]


def test_untidy_tests_fail(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    pytester.makeini("[pytest]\nqt_log_level_fail = WARNING\nqt_log_ignore =\n    does not support")
    pytester.makeconftest(
        "from tests.ui.conftest import *\nfrom tests.ui.conftest import _nothing_left"
    )
    pytester.makepyfile(UNTIDY)
    result = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=5, errors=4, failed=1)
    for line in ("*window: QWidget*", "*timer: of NoneType*", "*thread: Thread-*", "*'oh'*"):
        result.stdout.fnmatch_lines([line])
