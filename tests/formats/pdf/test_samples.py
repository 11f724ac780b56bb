# ruff: noqa: RUF001 -- letters of many scripts look like Latin ones
"""Names in the scripts that people bring: printed, looked at once, and read back."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from planner.formats.pdf import fonts, text
from planner.formats.pdf.text import MissingGlyphs, Part
from tests.formats.pdf.pages import body, comparable, document, extracted, picture

GOLDEN = Path(__file__).parent / "golden" / "names.png"

NAMES = [
    "Łukasz Żółć",
    "Nguyễn Thị Hằng",
    "Zoe\u0308 Bronte\u0308",
    "Ελένη Παπαδοπούλου",
    "Юлия Щербакова",
    "山田太郎",
    "김민준",
    "𠮷野家",
    "🎤 talk 🧑\u200d💻",
    "محمد علي",
    "יוסף כהן",
    "नेहा शर्मा",
    "क्षितिज",
    "نهى (Room 4)",
]
FURTHER = [
    "张伟 刘洋",
    "d\u032a ɐ\u0303 [ˈʒwɐ\u0303w\u0303]",
    "สมชาย ใจดี",
    "தமிழ் செல்வன்",
    "বাংলা শর্মিষ্ঠা",
    "Հայկ",
    "გიორგი",
    "ኃይለ",
    "မြန်မာ",
    "ខ្មែរ",
    "👩🏽\u200d🚀 🇩🇪 1\ufe0f\u20e3",
]

# PDFium takes the text of emoji apart that are joined or beyond the basic plane.
PDFIUM_READS = [name for name in NAMES + FURTHER if not name.startswith(("🎤", "👩"))]

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)


@needs_poppler
@pytest.mark.parametrize("name", NAMES + FURTHER)
@pytest.mark.parametrize("font", [fonts.REGULAR, fonts.BOLD])
def test_name_reads_back_with_poppler(name: str, font: str, tmp_path: Path) -> None:
    report = MissingGlyphs()
    page = tmp_path / "name.pdf"
    # Readers guess from most of its letters which way a page reads.
    heading = text.paragraph("The day of a candidate, by the hour", body(), report)
    line = text.rich([Part(name), Part(" · 10:15")], body(font), report)
    page.write_bytes(document([heading, line]))

    read = subprocess.run(
        ["pdftotext", "-layout", str(page), "-"], capture_output=True, text=True, check=True
    )

    assert comparable(read.stdout.partition("\n")[2]) == comparable(f"{name} · 10:15")
    assert report.found == {}


@pytest.mark.parametrize("name", PDFIUM_READS)
def test_name_reads_back_with_pdfium(name: str) -> None:
    pdf = document([text.paragraph(name, body(), MissingGlyphs())])

    assert comparable(extracted(pdf)) == comparable(name)


def test_names_look_as_they_did_when_a_person_looked_at_them() -> None:
    style = body(size=18)
    rows = [[Part(name), Part(" · 10:15 "), Part(name, bold=True)] for name in NAMES]
    pdf = document([text.rich(row, style, MissingGlyphs()) for row in rows])

    difference = ImageChops.difference(picture(pdf), Image.open(GOLDEN))

    # Renderers differ in the last shade of an edge, not in a letter.
    assert ImageStat.Stat(difference).mean[0] < 0.4


def test_decomposed_and_composed_names_print_alike() -> None:
    composed = document([text.paragraph("Zoë", body(), MissingGlyphs())])
    decomposed = document([text.paragraph("Zoe\u0308", body(), MissingGlyphs())])

    assert decomposed == composed
