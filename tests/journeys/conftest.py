"""Grounds of journeys through the window: those of the tests of the window."""

from tests.ui.conftest import _nothing_left, pytest_runtest_teardown, qapp_args

__all__ = ["_nothing_left", "pytest_runtest_teardown", "qapp_args"]
