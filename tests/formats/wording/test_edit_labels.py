"""Labels of edits and sentences of their refusals: each class and each reason has one."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

import planner.domain
from planner.domain.blocks import Rsvp
from planner.domain.edits.base import Edit
from planner.domain.edits.panel import Answer, AssignSeat
from planner.domain.edits.places import ChangeRoom
from planner.domain.edits.records import AddRecords
from planner.domain.edits.removal import RemoveRecords
from planner.domain.edits.templates import template_of
from planner.domain.edits.timing import MoveBlock
from planner.domain.errors import EditRefused, InvalidValue, PlannerError, UnknownRecord
from planner.domain.ids import BlockId, LoopId, PersonId, RoomId, StayId, TemplateId
from planner.domain.loops import Loop
from planner.domain.places import Office
from planner.domain.plan import Plan
from planner.domain.travel import Stay
from planner.formats.wording.edits import LABELS, label
from planner.formats.wording.language import language
from planner.formats.wording.refusals import refusal
from planner.formats.wording.refused_edits import EDIT_SENTENCES
from tests import builders
from tests.builders import DAY, moment
from tests.domain.edits.examples import (
    ADA,
    EXAMPLES,
    LUNCH,
    MARK,
    SATURDAY,
    SCREEN,
    SEAT,
    SYSTEM,
    TRAY,
    edit_classes,
    example_plan,
)

ENGLISH = language("en")

EXPECTED = {
    "add_one": "Add Mary",
    "add_two": "Add 2 entries",
    "replace": "Change Alan",
    "remove_one": "Remove Grace",
    "remove_two": "Remove 2 entries",
    "change_plan": "Change the plan's details",
    "ignore": "Ignore a problem: agreed",
    "unignore": "Show a problem again",
    "together_none": "Change the plan",
    "together_one": "Move lunch (11:45) later by 5 min",
    "together_two": "Move lunch (11:45) later by 5 min, and 1 more change",
    "together_three": "Remove talk (14:00), and 2 more changes",
    "add_block": "Add new (16:00)",
    "insert_at": "Insert new (11:00)",
    "insert_after": "Insert new after screen (10:15)",
    "duplicate": "Duplicate lunch (11:45)",
    "split": "Split lunch (11:45) at 12:30",
    "remove_block": "Remove screen (10:15)",
    "remove_blocks": "Remove 2 blocks",
    "move_later": "Move lunch (11:45) later by 15 min",
    "move_earlier": "Move lunch (11:45) earlier by 15 min",
    "move_two_later": "Move 2 blocks later by 15 min",
    "move_two_earlier": "Move 2 blocks earlier by 15 min",
    "move_to": "Move lunch (11:45) to 12:00",
    "move_to_saturday": "Move lunch (11:45) to Sat 26 Sep, 12:00",
    "schedule": "Schedule tray for Fri 25 Sep, 16:00",
    "unschedule": "Take lunch (11:45) off the schedule",
    "resize": "Resize lunch (11:45)",
    "change_times": "Change the times of lunch (11:45)",
    "trim": "Move lunch (11:45) later by 10 min, and 1 more change",
    "trim_nothing": "Shorten lunch (11:45) to make room for system (13:15)",
    "shift_later": "Shift design (11:00) and what follows later by 10 min",
    "shift_earlier": "Shift design (11:00) and what follows earlier by 10 min",
    "shift_from_later": "Shift everything from 12:00 on later by 10 min",
    "shift_from_earlier": "Shift everything from 12:00 on earlier by 10 min",
    "move_and_shift": "Move design (11:00) to 11:20 and shift what follows",
    "follow": "Let system (13:15) follow what comes before it",
    "follow_two": "Let 2 blocks follow what comes before them",
    "swap": "Swap design (11:00) and lunch (11:45)",
    "compact": "Close up 2 blocks",
    "assign": "Give a seat in system (13:15) to Grace",
    "unassign": "Empty a seat in screen (10:15)",
    "add_seat": "Add a seat to system (13:15)",
    "remove_seat": "Remove a seat from screen (10:15)",
    "change_seat": "Change a seat in screen (10:15)",
    "answer": "Note an answer for screen (10:15): Tentative",
    "room": "Put design (11:00) into Atrium",
    "no_room": "Take the room away from talk (14:00)",
    "mode": "Change how people meet in design (11:00): Video",
    "no_mode": "Leave open how people meet in design (11:00)",
    "connection": "Change the connection of design (11:00)",
    "details": "Change the details of design (11:00)",
    "notes": "Change the notes on design (11:00)",
    "copy_day": "Copy Fri 25 Sep to Sat 26 Sep",
    "move_day": "Move Fri 25 Sep to Sat 26 Sep",
    "template": "Add Onsite, five interviews for Bob",
    "step": "Add a step for Ada: note",
    "portal": "Note what the portal shows for Ada: Under Review",
}


class Refused(NamedTuple):
    """A place in the domain that refuses: the sentence it needs, and the facts it gives."""

    key: str
    facts: frozenset[str]


def refusals_in_the_domain() -> Iterator[Refused]:
    """Yield every ``raise InvalidValue(...)`` and ``raise EditRefused(...)`` of the domain."""
    codes = {kind.__name__: kind.code for kind in (EditRefused, InvalidValue, UnknownRecord)}
    root = Path(next(iter(planner.domain.__path__)))
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                code = codes.get(node.func.id)
                if code is not None:
                    yield _refused(code, node)


def _refused(code: str, call: ast.Call) -> Refused:
    values = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}
    spread = {"first", "second"} if len(values) < len(call.keywords) else set()
    reason = values.get("reason")
    is_told = isinstance(reason, ast.Constant) and isinstance(reason.value, str)
    key = f"{code}.{ast.literal_eval(reason)}" if reason is not None and is_told else code
    return Refused(key, frozenset(values) | spread)


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def refused(edit: Edit) -> PlannerError:
    """Return the refusal of an edit by the example plan."""
    with pytest.raises(PlannerError) as raised:
        edit.apply(example_plan())
    return raised.value


def test_every_class_of_edit_has_a_label() -> None:
    assert frozenset(LABELS) == edit_classes()


def test_every_example_is_expected() -> None:
    assert list(EXPECTED) == list(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_label_says_what_the_edit_does(name: str) -> None:
    assert label(EXAMPLES[name], example_plan(), ENGLISH) == EXPECTED[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_label_is_one_short_sentence(name: str) -> None:
    assert len(EXPECTED[name]) < 70
    assert not EXPECTED[name].endswith(".")


def test_labels_call_new_records_by_what_names_they_have() -> None:
    plan = example_plan()
    loop = Loop(LoopId("phone"), ADA, "Phone calls")
    stay = Stay(StayId("stay"), ADA, "Park Inn", DAY, SATURDAY, MARK)
    nameless = Stay(StayId("stay"), ADA, "", DAY, SATURDAY, MARK)
    told = [label(AddRecords((record,)), plan, ENGLISH) for record in (loop, stay, nameless)]
    assert told == ["Add Phone calls", "Add Park Inn", "Add stay"]


def test_label_of_a_block_that_is_gone_names_its_id() -> None:
    edit = MoveBlock(BlockId("gone"), moment("12:00"))
    assert label(edit, example_plan(), ENGLISH) == "Move gone to Fri 25 Sep, 12:00"


def test_label_does_not_read_user_text_as_a_pattern() -> None:
    plan = builders.plan(builders.block("lunch", "11:45", title="{0} {x}"))
    edit = EXAMPLES["move_later"]
    assert label(edit, plan, ENGLISH) == "Move {0} {x} (11:45) later by 15 min"


def test_edit_of_a_kind_that_nobody_knows_still_has_a_label() -> None:
    class Foreign:
        def apply(self, plan: Plan) -> Plan:
            return plan

    assert label(Foreign(), example_plan(), ENGLISH) == "Change the plan"


@pytest.mark.parametrize("found", sorted({*refusals_in_the_domain()}, key=str))
def test_refusal_has_a_sentence_whose_facts_are_given(found: Refused) -> None:
    assert found.key in EDIT_SENTENCES
    assert placeholders(EDIT_SENTENCES[found.key]) <= found.facts


def test_every_sentence_is_needed() -> None:
    needed: set[str] = {item.key for item in refusals_in_the_domain()}
    assert set(EDIT_SENTENCES) == needed | {"edit_refused", "invalid_value"}


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            MoveBlock(TRAY, moment("12:00")),
            "tray has no time yet. Schedule it first, then try again.",
        ),
        (
            RemoveRecords(Office, ("mad",)),
            "Mad cannot be removed: Atrium is there. Move Atrium to another office first.",
        ),
        (
            Answer(SYSTEM, SEAT, Rsvp.ACCEPTED),
            "Nobody sits in the seat \u201cLead\u201d of system (13:15), so nobody can have answered. Name somebody first.",
        ),
        (
            AssignSeat(SCREEN, SEAT, PersonId("eve")),
            "The plan has no entry \u201ceve\u201d (people). Perhaps it was removed meanwhile.",
        ),
    ],
)
def test_refusal_calls_records_by_their_names(edit: Edit, sentence: str) -> None:
    assert refusal(refused(edit), ENGLISH, example_plan()) == sentence


def test_refusals_of_template_and_room() -> None:
    with pytest.raises(EditRefused) as raised:
        template_of(example_plan(), (), "Mine", TemplateId("mine"))
    assert refusal(raised.value, ENGLISH) == EDIT_SENTENCES["edit_refused.no_blocks"]
    unknown = refused(ChangeRoom(LUNCH, RoomId("cellar")))
    assert "cellar" in refusal(unknown, ENGLISH, example_plan())
