"""Text reaches a page through `planner.formats.pdf.text` and in no other way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import planner

ROOT = Path(planner.__file__).parent
ENGINE = {ROOT / "formats" / "pdf" / name for name in ("text.py", "paragraph.py", "glyphs.py")}

FORBIDDEN_CALLS = {
    "Paragraph",
    "XPreformatted",
    "Preformatted",
    "ParaFrag",
    "drawString",
    "drawRightString",
    "drawCentredString",
    "drawAlignedString",
    "textLine",
    "textLines",
    "textOut",
    "beginText",
}


def calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.lineno, node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.lineno, node.func.attr


def imported_packages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_nobody_else_makes_paragraphs_or_draws_strings() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in sorted(ROOT.rglob("*.py"))
        if path not in ENGINE
        for line, name in calls(path)
        if name in FORBIDDEN_CALLS
    ]

    assert found == []


def test_engine_is_found_by_this_test() -> None:
    assert "Paragraph" in {name for path in ENGINE for _, name in calls(path)}


def test_reportlab_and_the_shaper_are_imported_by_the_pdf_package_only() -> None:
    inside = ROOT / "formats" / "pdf"
    found = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if inside not in path.parents and {"reportlab", "uharfbuzz"} & set(imported_packages(path))
    }

    assert found == set()
