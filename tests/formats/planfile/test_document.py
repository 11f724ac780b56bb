"""The document in docs/plan-file.md says what is so."""

from pathlib import Path

from planner.formats.planfile.json_text import SIZE_LIMIT
from planner.formats.planfile.reading import read_plan
from planner.formats.planfile.writing import write_plan

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "plan-file.md"


def test_example_is_what_the_program_writes() -> None:
    text = DOCUMENT.read_text("utf-8")
    example = text.partition("```json\n")[2].partition("```")[0].encode()
    assert write_plan(read_plan(example)) == example
    assert f"{SIZE_LIMIT // 1_000_000} MB at the most" in text
