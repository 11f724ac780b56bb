"""The document in docs/plan-file.md says what is so, and its snippets fit the sample plan."""

import json
import re
from itertools import pairwise
from typing import Any

import pytest

from planner.domain.blocks import Kind, Mode, SeatRole
from planner.domain.places import Equipment
from planner.formats.planfile.json_text import SIZE_LIMIT
from planner.formats.planfile.reading import read_plan
from planner.formats.planfile.writing import write_plan
from planner.resources import bundled
from tools.write_schema import TARGET, field_tables, with_field_tables

TEXT = TARGET.read_text("utf-8")
PLACES: tuple[tuple[str, ...], ...] = (
    ("rooms",),
    ("blocks", "interview-3"),
    ("blocks", "lunch"),
    ("people",),
    (),
    ("candidates", "candidate"),
    ("blocks", "interview-2"),
    ("blocks", "interview-4", "seats"),
    ("blocks", "interview-2", "seats", "seat-1"),
    ("blocks", "interview-4", "seats", "seat-2"),
    ("blocks",),
    (),
)
"""Where the snippets of the document go, in their order; records by their ids."""


def snippets() -> list[str]:
    section = TEXT.partition("## How do I ...\n")[2].partition("\n## ")[0]
    return re.findall(r"```json\n(.*?)\n```", section, re.DOTALL)


def sample() -> Any:
    return json.loads(bundled("samples", "luxembourg-2015.interviewplan").read_bytes())


def put(snippet: str, place: tuple[str, ...], document: Any) -> None:
    """Put a snippet where the document says."""
    inside = document
    for step in place:
        inside = (
            next(r for r in inside if r["id"] == step) if type(inside) is list else inside[step]
        )
    if snippet.startswith("{"):
        inside.append(json.loads(snippet))
    else:
        inside.update(json.loads("{" + snippet + "}"))


def test_example_is_what_the_program_writes() -> None:
    section = TEXT.partition("## Example\n")[2]
    example = section.partition("```json\n")[2].partition("```")[0].encode()
    assert write_plan(read_plan(example)) == example
    assert f"{SIZE_LIMIT // 1_000_000} MB at the most" in TEXT


def test_field_tables_are_fresh() -> None:
    assert with_field_tables(TEXT) == TEXT, "run python -m tools.write_schema"


@pytest.mark.parametrize("values", [Kind, Mode, SeatRole, Equipment])
def test_field_tables_list_what_is_allowed(values: Any) -> None:
    assert ", ".join(f"`{value}`" for value in values) in field_tables()


def test_each_snippet_changes_the_sample_plan() -> None:
    document = sample()
    plans = [read_plan(json.dumps(document).encode())]
    for snippet, place in zip(snippets(), PLACES, strict=True):
        put(snippet, place, document)
        plans.append(read_plan(json.dumps(document).encode()))
    assert all(before != after for before, after in pairwise(plans))
