"""The small rules of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.formats.wording.refusals import SENTENCES
from tests.refusals import refusal_classes

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "planner").rglob("*.py"))
LATE_REASONS = {"slow import", "optional dependency"}
JUNK_DRAWERS = {"utils", "common", "helpers", "misc", "manager", "core"}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_late_imports_have_a_reason_from_the_list() -> None:
    reasons = {
        match
        for path in SOURCES
        for match in re.findall(r"noqa: PLC0415(?: -- (.*))?", path.read_text(encoding="utf-8"))
    }
    assert reasons <= LATE_REASONS


def test_no_module_is_a_junk_drawer() -> None:
    assert [p for p in SOURCES if JUNK_DRAWERS & {p.stem, p.parent.name}] == []


def test_functions_stay_below_fifty_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in SOURCES
        for node in functions(path)
        if node.end_lineno is not None and node.end_lineno - node.lineno >= 50
    ]
    assert long == []


def test_modules_stay_below_five_hundred_lines() -> None:
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCES}
    assert [p for p, length in lengths.items() if length >= 500] == []


def links(document: Path) -> list[str]:
    text = document.read_text(encoding="utf-8")
    found = re.findall(r"\]\(([^)#]+)\)", text)
    return [link for link in found if not link.startswith(("http", "mailto"))]


@pytest.mark.parametrize("document", [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
def test_documents_lead_somewhere_and_are_finished(document: Path) -> None:
    assert [link for link in links(document) if not (document.parent / link).exists()] == []
    assert re.findall(r"@[A-Z]+@|TODO|FIXME", document.read_text(encoding="utf-8")) == []


def test_architecture_fits_on_two_pages() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 120


def refusals_with_reasons() -> Iterator[str]:
    """Yield ``code.reason`` for every reason that stands as text where a refusal is made."""
    codes = {c.__name__: c.code for c in refusal_classes()}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                for word in node.keywords:
                    reason = getattr(word.value, "value", None)
                    if word.arg == "reason" and isinstance(reason, str):
                        code = codes.get(node.func.id)
                        yield from [f"{code}.{reason}"] if code else []


def test_every_refusal_has_a_sentence() -> None:
    codes = {sentence.partition(".")[0] for sentence in SENTENCES}
    assert {c.code for c in refusal_classes()} - codes == set()


def test_every_reason_has_a_sentence_of_its_own() -> None:
    assert set(refusals_with_reasons()) - set(SENTENCES) == set()
