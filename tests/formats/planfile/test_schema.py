"""The published schema: fresh, valid, and obeyed by what is written."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from planner.domain.plan import Plan
from planner.formats.planfile.document import SCHEMA_FILE
from planner.formats.planfile.schema import plan_schema, schema_bytes
from planner.formats.planfile.writing import write_plan
from planner.resources import bundled
from tests.builders import block, person, plan
from tests.formats.planfile.strategies import plans

VALIDATOR = jsonschema.Draft202012Validator(plan_schema())


def document() -> Any:
    return json.loads(write_plan(plan(block("a", "10:15", people=["ben"]), person("eve"))))


def test_published_schema_is_fresh() -> None:
    published = bundled("schema", SCHEMA_FILE).read_bytes()
    assert published == schema_bytes(), "run python tools/write_schema.py"


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(plan_schema())


@given(plans())
@settings(max_examples=25)
def test_written_plans_obey_the_schema(any_plan: Plan) -> None:
    VALIDATOR.validate(json.loads(write_plan(any_plan)))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("title",), 5),
        (("blocks", 0, "timbox"), {}),
        (("blocks", 0, "kind"), "nap"),
        (("blocks", 0, "timebox", "start"), "2015-09-25T10:15"),
        (("blocks", 0, "timebox", "duration"), "45 minutes"),
        (("blocks", 0, "timebox", "duration"), "PT"),
        (("policy", "day_end"), "25:61"),
        (("changed",), "2015-09-25T10:15:00"),
        (("people", 0), {"name": "without id"}),
        (("version",), 2),
    ],
)
def test_schema_refuses_what_the_reader_refuses(place: tuple[Any, ...], value: object) -> None:
    changed = inside = document()
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    assert not VALIDATOR.is_valid(changed)
    assert VALIDATOR.is_valid(document())


def test_schema_names_the_defaults_of_the_format() -> None:
    definitions = plan_schema()["$defs"]
    assert definitions["Seat"]["properties"]["role"]["default"] == "lead"
    assert definitions["Policy"]["properties"]["meal_window_start"]["default"] == "11:30"
    assert definitions["Block"]["properties"]["notes"]["default"] == {}
