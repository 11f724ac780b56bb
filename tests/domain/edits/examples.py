"""One plan in which everything names everything, and one edit of each class that fits it."""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date, timedelta
from typing import Any

from planner.domain import edits
from planner.domain.application import Application, Contact, PortalState, Step
from planner.domain.blocks import (
    Block,
    CalendarMark,
    Connection,
    Kind,
    Lock,
    Mode,
    Notes,
    Rsvp,
    Seat,
    SeatRole,
)
from planner.domain.edits.application import AddPortalState, AddStep
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import (
    AddBlock,
    DuplicateBlock,
    InsertAfter,
    RemoveBlocks,
    SplitBlock,
)
from planner.domain.edits.days import CopyDay, MoveDay
from planner.domain.edits.details import ChangeDetails, ChangeNotes
from planner.domain.edits.document import ChangePlan, IgnoreProblem, UnignoreProblem
from planner.domain.edits.panel import (
    AddSeat,
    Answer,
    AssignSeat,
    ChangeSeat,
    RemoveSeat,
    UnassignSeat,
)
from planner.domain.edits.places import ChangeConnection, ChangeMode, ChangeRoom
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.removal import RemoveRecords
from planner.domain.edits.ripples import InsertAt, MoveAndShift, ShiftFrom, ShiftLater
from planner.domain.edits.sequence import Compact, FollowPrevious, SwapNeighbours
from planner.domain.edits.templates import ApplyTemplate
from planner.domain.edits.timing import (
    ChangeTimes,
    MoveBlock,
    MoveBlocks,
    Reschedule,
    ResizeBlock,
    TrimToFit,
)
from planner.domain.edits.together import Together
from planner.domain.ids import (
    BlockId,
    CandidateId,
    FocusAreaId,
    JourneyId,
    LoopId,
    OfficeId,
    PersonId,
    RoomId,
    SeatId,
    StayId,
)
from planner.domain.loops import Demand, Loop
from planner.domain.people import FocusArea
from planner.domain.plan import Ignored, Plan
from planner.domain.standard_templates import STANDARD_TEMPLATES
from planner.domain.travel import Direction, Journey, Stay
from tests import builders
from tests.builders import DAY, minutes, moment, timebox

SEED = "7d1e4f0a-5b7c-4a58-9d6e-0c1f6a2b3c4d"
MARK = CalendarMark("00000000-0000-4000-8000-00000000ffff")
ADA, BOB = CandidateId("ada"), CandidateId("bob")
SCREEN, DESIGN, LUNCH, SYSTEM, TALK, TRAY = map(
    BlockId, ("screen", "design", "lunch", "system", "talk", "tray")
)
NEW = BlockId("new")
SEAT = SeatId("seat-1")
SATURDAY = DAY + timedelta(days=1)


def example_plan() -> Plan:
    """Return a day of Ada's with a talk that she shares with Bob, and all kinds of records."""
    application = Application(
        "Architect",
        office=OfficeId("lux"),
        portal_states=(PortalState("Submitted"),),
        steps=(
            Step(date(2015, 8, 12), "phone call", person=PersonId("grace"), block=SCREEN),
            Step(date(2015, 9, 11), "scheduling"),
        ),
        contacts=(Contact("Grace", person=PersonId("grace")), Contact("Front desk")),
    )
    both = ("ada", "bob")
    return builders.plan(
        builders.office("mad", "Europe/Madrid"),
        builders.room("atrium", "mad"),
        builders.candidate("ada", contact=PersonId("grace"), application=application),
        builders.candidate("bob"),
        builders.person("grace", focus_areas=(FocusAreaId("dive-deep"),)),
        builders.person("alan"),
        FocusArea(FocusAreaId("dive-deep"), "Dive Deep"),
        FocusArea(FocusAreaId("think-big"), "Think Big"),
        Loop(LoopId("onsite"), ADA, "Onsite", (Demand(FocusAreaId("dive-deep")),)),
        Journey(JourneyId("home"), ADA, Direction.RETURN),
        Stay(StayId("nights"), ADA, "Park", DAY, SATURDAY, MARK),
        builders.block("screen", "10:15", 45, people=["grace", "alan"], room="blue"),
        builders.block(
            "design", "11:00", 45, focus_areas=(FocusAreaId("dive-deep"),), loop=LoopId("onsite")
        ),
        builders.block("lunch", "11:45", 90, kind=Kind.MEAL),
        builders.block("system", "13:15", 45, seats=(Seat(SEAT),)),
        builders.block("talk", "14:00", 60, candidates=both, room="atrium", kind=Kind.TALK),
        builders.block("tray", people=["alan"]),
        coordinator=PersonId("grace"),
        ignored=(Ignored("overlap blocks:screen", "known"), Ignored("late blocks:talk", "fine")),
    )


def new_block(**fields: Any) -> Block:
    """Return a break that the example plan does not hold."""
    return builders.block("new", kind=Kind.BREAK, **fields)


EXAMPLES: Mapping[str, Edit] = {
    "add_one": AddRecords((builders.person("mary"),)),
    "add_two": AddRecords((builders.person("mary"), builders.person("joan"))),
    "replace": ReplaceRecord(builders.person("alan", title="Professor")),
    "remove_one": RemoveRecords(type(builders.person("x")), ("grace",)),
    "remove_two": RemoveRecords(type(builders.person("x")), ("grace", "alan")),
    "change_plan": ChangePlan(title="Other day", office=OfficeId("mad"), coordinator=None),
    "ignore": IgnoreProblem("short blocks:lunch", "agreed"),
    "unignore": UnignoreProblem("late blocks:talk"),
    "together_none": Together(()),
    "together_one": Together((MoveBlocks((LUNCH,), minutes(5)),)),
    "together_two": Together((MoveBlocks((LUNCH,), minutes(5)), ChangeRoom(LUNCH, RoomId("blue")))),
    "together_three": Together((RemoveBlocks((TALK,)), Compact((SCREEN,)), Together(()))),
    "add_block": AddBlock(new_block(start="16:00")),
    "insert_at": InsertAt(new_block(start="11:00", length=10)),
    "insert_after": InsertAfter(SCREEN, new_block(), minutes(10)),
    "duplicate": DuplicateBlock(LUNCH, NEW, MARK, minutes(180)),
    "split": SplitBlock(LUNCH, moment("12:30"), NEW, MARK),
    "remove_block": RemoveBlocks((SCREEN,)),
    "remove_blocks": RemoveBlocks((SCREEN, DESIGN)),
    "move_later": MoveBlocks((LUNCH,), minutes(15)),
    "move_earlier": MoveBlocks((LUNCH,), -minutes(15)),
    "move_two_later": MoveBlocks((LUNCH, SYSTEM), minutes(15)),
    "move_two_earlier": MoveBlocks((LUNCH, SYSTEM), -minutes(15)),
    "move_to": MoveBlock(LUNCH, moment("12:00")),
    "move_to_saturday": MoveBlock(LUNCH, moment("12:00", day=SATURDAY)),
    "schedule": Reschedule(TRAY, timebox("16:00", 30)),
    "unschedule": Reschedule(LUNCH, None),
    "resize": ResizeBlock(LUNCH, end=moment("13:00")),
    "change_times": ChangeTimes(LUNCH, duration=minutes(60), lock=Lock.END),
    "trim": Together((MoveBlocks((LUNCH,), minutes(10)), TrimToFit(LUNCH, SYSTEM))),
    "trim_nothing": TrimToFit(LUNCH, SYSTEM),
    "shift_later": ShiftLater(DESIGN, minutes(10)),
    "shift_earlier": ShiftLater(DESIGN, -minutes(10)),
    "shift_from_later": ShiftFrom(moment("12:00"), minutes(10), (ADA, BOB)),
    "shift_from_earlier": ShiftFrom(moment("12:00"), -minutes(10)),
    "move_and_shift": MoveAndShift(DESIGN, moment("11:20")),
    "follow": FollowPrevious((SYSTEM,)),
    "follow_two": FollowPrevious((SYSTEM, LUNCH)),
    "swap": SwapNeighbours(DESIGN, LUNCH),
    "compact": Compact((DESIGN, SYSTEM), minutes(5)),
    "assign": AssignSeat(SYSTEM, SEAT, PersonId("grace")),
    "unassign": UnassignSeat(SCREEN, SEAT),
    "add_seat": AddSeat(SYSTEM, Seat(SeatId("seat-2"), SeatRole.SHADOW, PersonId("alan"))),
    "remove_seat": RemoveSeat(SCREEN, SEAT),
    "change_seat": ChangeSeat(SCREEN, SEAT, role=SeatRole.BAR_RAISER),
    "answer": Answer(SCREEN, SEAT, Rsvp.TENTATIVE),
    "room": ChangeRoom(DESIGN, RoomId("atrium")),
    "no_room": ChangeRoom(TALK, None),
    "mode": ChangeMode(DESIGN, Mode.VIDEO),
    "no_mode": ChangeMode(DESIGN, None),
    "connection": ChangeConnection(DESIGN, Connection(number="+352 1")),
    "details": ChangeDetails(DESIGN, title="Design talk", loop=None, minimum=minutes(30)),
    "notes": ChangeNotes(DESIGN, Notes(candidate="Bring a pen")),
    "copy_day": CopyDay(DAY, SATURDAY, SEED),
    "move_day": MoveDay(DAY, SATURDAY, (ADA, BOB)),
    "template": ApplyTemplate(STANDARD_TEMPLATES[2], BOB, moment("08:00"), SEED),
    "step": AddStep(ADA, Step(date(2015, 8, 20), "note", block=DESIGN)),
    "portal": AddPortalState(ADA, PortalState("Under Review")),
}
"""Edits that the example plan accepts, by what they show."""


def edit_classes() -> frozenset[type[Any]]:
    """Return every class of the edits package that can be applied to a plan."""
    names = [item.name for item in pkgutil.iter_modules(edits.__path__)]
    modules = [importlib.import_module(f"{edits.__name__}.{name}") for name in names]
    return frozenset(
        member
        for module in modules
        for member in vars(module).values()
        if isinstance(member, type) and is_dataclass(member) and hasattr(member, "apply")
    )
