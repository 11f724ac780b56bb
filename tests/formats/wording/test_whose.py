"""Whose blocks something is about is told only where a plan has several candidates."""

from planner.domain.ids import BlockId
from planner.formats.wording.language import language
from planner.formats.wording.whose import busy_sentence, names_of, with_names
from planner.schedule.live.handover import Busy
from tests.builders import block, plan

ENGLISH = language("en")
BLOCKS = [BlockId("A"), BlockId("B"), BlockId("C")]
A = block("A", "10:00", people=["grace"])
THREE = plan(A, block("B", "11:00", candidates=["bob"]), block("C", "12:00", candidates=["cem"]))


def test_many_names_are_counted() -> None:
    assert names_of(THREE, BLOCKS[:2], ENGLISH) == "Ada and Bob"
    assert names_of(THREE, BLOCKS, ENGLISH) == "3 candidates"
    assert names_of(THREE, [BlockId("gone")], ENGLISH) == ""


def test_name_stands_before_a_text_only_where_there_are_several() -> None:
    assert with_names("Go", THREE, BLOCKS[:1], ENGLISH) == "Ada: Go"
    assert with_names("Go", THREE, [], ENGLISH) == "Go"
    assert with_names("Go", plan(A), BLOCKS[:1], ENGLISH) == "Go"


def test_busy_says_with_whom_where_it_is_known() -> None:
    alone = plan(block("A", "10:00", people=["grace"], candidates=[]))
    busy = Busy(A.attendees[0], A.id)
    assert busy_sentence(busy, THREE, ENGLISH) == "Grace is still in A with Ada."
    assert busy_sentence(busy, alone, ENGLISH) == "Grace is still in A."
