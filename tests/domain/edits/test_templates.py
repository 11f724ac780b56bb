"""Templates applied and made; the standard ones fit any plan."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from planner.domain.blocks import Kind, SeatRole, Timebox
from planner.domain.edits.derivation import derived_block_id
from planner.domain.edits.templates import ApplyTemplate, template_of
from planner.domain.errors import EditRefused
from planner.domain.ids import CandidateId, FocusAreaId, LoopId, OfficeId, TemplateId
from planner.domain.people import Candidate
from planner.domain.standard_templates import STANDARD_TEMPLATES
from planner.domain.templates import Template, TemplateBlock
from tests import builders
from tests.builders import DAY, minutes, moment
from tests.domain.edits.examples import (
    ADA,
    BOB,
    DESIGN,
    LUNCH,
    SCREEN,
    SEED,
    SYSTEM,
    TRAY,
    example_plan,
)

MINE = TemplateId("mine")
BEFORE_WINTER = date(2015, 10, 24)


def template(*blocks: TemplateBlock) -> Template:
    return Template(MINE, "Mine", blocks)


def test_blocks_start_at_their_offsets() -> None:
    onsite = next(t for t in STANDARD_TEMPLATES if t.id == "standard-onsite-five")
    edit = ApplyTemplate(onsite, BOB, moment("10:00"), SEED, LoopId("onsite"), OfficeId("mad"))
    blocks = list(edit.apply(example_plan()).blocks.values())[6:]
    assert [str(block.timebox.start)[11:16] for block in blocks if block.timebox] == [
        "10:00",
        "10:15",
        "11:00",
        "11:45",
        "13:15",
        "14:00",
        "15:00",
        "16:00",
    ]
    assert {(block.candidates, block.loop, block.office) for block in blocks} == {
        ((BOB,), "onsite", "mad")
    }


def test_seats_are_empty_and_focus_areas_those_of_the_plan() -> None:
    areas = (FocusAreaId("dive-deep"), FocusAreaId("frugality"))
    roles = (SeatRole.LEAD, SeatRole.SHADOW)
    item = TemplateBlock(minutes(0), minutes(30), Kind.INTERVIEW, seats=roles, focus_areas=areas)
    plan = ApplyTemplate(template(item), ADA, moment("16:00"), SEED).apply(example_plan())
    block = plan.blocks[derived_block_id(SEED, "0")]
    assert [(seat.id, seat.role, seat.person) for seat in block.seats] == [
        ("seat-1", SeatRole.LEAD, None),
        ("seat-2", SeatRole.SHADOW, None),
    ]
    assert block.focus_areas == areas[:1]


def test_offsets_are_counted_on_the_clock() -> None:
    items = (
        TemplateBlock(minutes(0), minutes(30), Kind.TALK),
        TemplateBlock(timedelta(hours=23), minutes(30), Kind.TALK),
    )
    start = moment("10:00", day=BEFORE_WINTER)
    plan = ApplyTemplate(template(*items), ADA, start, SEED).apply(builders.plan(ada()))
    starts = [str(block.timebox.start) for block in plan.blocks.values() if block.timebox]
    assert starts == [
        "2015-10-24T10:00+02:00[Europe/Luxembourg]",
        "2015-10-25T09:00+01:00[Europe/Luxembourg]",
    ]


def ada() -> Candidate:
    return builders.candidate("ada")


def test_unknown_candidate_is_refused() -> None:
    edit = ApplyTemplate(STANDARD_TEMPLATES[0], CandidateId("eve"), moment("10:00"), SEED)
    with pytest.raises(EditRefused) as refused:
        edit.apply(example_plan())
    assert refused.value.facts["reason"] == "dangling_reference"


def test_same_seed_is_used_only_once() -> None:
    edit = ApplyTemplate(STANDARD_TEMPLATES[0], ADA, moment("17:00"), SEED)
    with pytest.raises(EditRefused) as refused:
        edit.apply(edit.apply(example_plan()))
    assert refused.value.facts["reason"] == "record_exists"


def test_template_holds_no_date_people_or_rooms() -> None:
    made = template_of(example_plan(), (LUNCH, SCREEN), "Mine", MINE)
    assert made == template(
        TemplateBlock(
            minutes(0),
            minutes(45),
            Kind.INTERVIEW,
            "screen",
            seats=(SeatRole.LEAD, SeatRole.LEAD),
        ),
        TemplateBlock(minutes(90), minutes(90), Kind.MEAL, "lunch"),
    )


def test_template_has_the_default_length_where_no_end_is_known() -> None:
    plan = builders.plan(builders.block("design", "10:00", None))
    assert template_of(plan, (DESIGN,), "Mine", MINE).blocks[0].duration == minutes(30)


def test_template_needs_scheduled_blocks() -> None:
    for block_ids, reason in (((), "no_blocks"), ((TRAY,), "unscheduled")):
        with pytest.raises(EditRefused) as refused:
            template_of(example_plan(), block_ids, "Mine", MINE)
        assert refused.value.facts["reason"] == reason


def test_template_of_an_applied_template_is_the_same() -> None:
    for standard in STANDARD_TEMPLATES:
        empty = builders.plan(ada())
        plan = ApplyTemplate(standard, ADA, moment("09:30", day=BEFORE_WINTER), SEED).apply(empty)
        made = template_of(plan, plan.blocks, standard.name, standard.id)
        assert made == replace(standard, blocks=tuple(sorted(standard.blocks, key=offset)))


def offset(block: TemplateBlock) -> timedelta:
    return block.offset


def test_template_of_written_times_keeps_them() -> None:
    skipped = moment("02:30", day=date(2016, 3, 27))
    block = replace(builders.block("design"), timebox=Timebox(skipped, minutes(45)))
    later = builders.block("system", "04:30", day=date(2016, 3, 27))
    made = template_of(builders.plan(block, later), (DESIGN, SYSTEM), "Mine", MINE)
    assert [item.offset for item in made.blocks] == [minutes(0), minutes(120)]


def test_standard_templates_have_ids_of_their_own() -> None:
    assert len({standard.id for standard in STANDARD_TEMPLATES}) == len(STANDARD_TEMPLATES)


@pytest.mark.parametrize("standard", STANDARD_TEMPLATES, ids=[t.id for t in STANDARD_TEMPLATES])
def test_standard_templates_are_in_order_and_never_overlap(standard: Template) -> None:
    for before, after in pairwise(standard.blocks):
        assert before.offset + before.duration <= after.offset


def test_two_days_fit_two_days() -> None:
    visit = STANDARD_TEMPLATES[4]
    plan = ApplyTemplate(visit, ADA, moment("09:30"), SEED).apply(builders.plan(ada()))
    days = [block.timebox.start.day for block in plan.blocks.values() if block.timebox]
    assert days == [DAY] * 10 + [DAY + timedelta(days=1)] * 7
