"""What programs from elsewhere make of a PDF file: poppler's tools, qpdf, PDFium."""

import math
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from tests.formats.pdf.pages import comparable

GOLDENS = Path(__file__).parent / "golden"
UPDATE = "UPDATE_GOLDENS"

_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Box:
    """A word and where it stands on its page, in points from the top left."""

    page: int
    word: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Font:
    """A row of pdffonts."""

    name: str
    is_embedded: bool
    has_unicode: bool


def layout_text(pdf: bytes) -> str:
    """Return the text as it stands on the pages."""
    return _run(["pdftotext", "-layout", "-enc", "UTF-8", "{file}", "-"], pdf)


def plain_text(pdf: bytes) -> str:
    """Return the text in reading order, on one line, without what readers add."""
    return comparable(_run(["pdftotext", "-enc", "UTF-8", "{file}", "-"], pdf))


def drawn_text(pdf: bytes, page: int | None = None) -> str:
    """Return the text in the order in which it was drawn: a cell is never torn apart."""
    pages = pypdfium2.PdfDocument(pdf)
    wanted = pages if page is None else [pages[page]]
    return comparable("\n".join(p.get_textpage().get_text_range() for p in wanted))


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [drawn_text(pdf, page) for page in range(page_count(pdf))]


def page_count(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    return [page.get_size() for page in pypdfium2.PdfDocument(pdf)]


def metadata(pdf: bytes) -> dict[str, str]:
    """Return the entries of the information dictionary that say something."""
    found = pypdfium2.PdfDocument(pdf).get_metadata_dict(skip_empty=True)
    return {str(name): str(value) for name, value in found.items()}


def outline(pdf: bytes) -> list[str]:
    """Return the titles that a reader lists beside the pages."""
    return [str(mark.get_title()) for mark in pypdfium2.PdfDocument(pdf).get_toc()]


def link_targets(pdf: bytes) -> list[str]:
    """Return what can be clicked."""
    found = re.findall(rb"/URI \((.*?)\)\n", expanded(pdf))
    return [target.decode("ascii").replace("\\", "") for target in found]


def expanded(pdf: bytes) -> bytes:
    """Return the file with nothing compressed in it."""
    with TemporaryDirectory() as folder:
        source, made = Path(folder, "page.pdf"), Path(folder, "expanded.pdf")
        source.write_bytes(pdf)
        _start(["qpdf", "--qdf", "--object-streams=disable", str(source), str(made)])
        return made.read_bytes()


def complaints(pdf: bytes) -> list[str]:
    """Return what qpdf and poppler have to say against a file."""
    lines = _run(["qpdf", "--check", "{file}"], pdf).splitlines()
    return [line for line in lines if line.startswith(("WARNING", "ERROR"))]


def font_table(pdf: bytes) -> list[Font]:
    rows = _run(["pdffonts", "{file}"], pdf).splitlines()[2:]
    cells = [row.split() for row in rows]
    return [Font(row[0], row[-5] == "yes", row[-3] == "yes") for row in cells]


def boxes(pdf: bytes) -> list[Box]:
    """Return every word with its place."""
    root = ET.fromstring(_run(["pdftotext", "-bbox", "{file}", "-"], pdf))  # noqa: S314 -- poppler's
    return [
        Box(number, word.text or "", *(float(word.attrib[edge]) for edge in _EDGES))
        for number, page in enumerate(root.iter(f"{_XHTML}page"))
        for word in page.iter(f"{_XHTML}word")
    ]


def pages_with_ink_beyond(pdf: bytes, margin: float) -> list[int]:
    """Return the pages on which something is printed nearer to an edge than the margin."""
    scale = 2
    pages = pypdfium2.PdfDocument(pdf)
    found = []
    for number in range(len(pages)):
        picture = pages[number].render(scale=scale).to_pil().convert("L")
        inside = (
            math.ceil(margin * scale),
            math.ceil(margin * scale),
            math.floor(picture.width - margin * scale),
            math.floor(picture.height - margin * scale),
        )
        picture.paste(_WHITE, inside)
        if picture.getextrema() != (_WHITE, _WHITE):
            found.append(number)
    return found


def overlapping(pdf: bytes) -> list[tuple[Box, Box]]:
    """Return words that are printed over each other."""
    found = boxes(pdf)
    return [
        (one, other)
        for index, one in enumerate(found)
        for other in found[index + 1 :]
        if one.page == other.page and _overlap(one, other)
    ]


def assert_golden(name: str, pdf: bytes) -> None:
    """Compare the text with what it was when somebody last looked at the pages.

    Blanks count once: how many stand between two columns is a matter of poppler's version.
    """
    path, text = GOLDENS / name, layout_text(pdf)
    if os.environ.get(UPDATE) == "1":
        path.write_text(text, encoding="utf-8")
    golden = path.read_text(encoding="utf-8")
    differing = [
        (was, is_now)
        for was, is_now in zip_longest(_words_of(golden), _words_of(text))
        if was != is_now
    ]
    assert differing == [], f"look at the pages, then run again with {UPDATE}=1"


_WHITE = 255
_EDGES = ("xMin", "yMin", "xMax", "yMax")
_TOUCHING = 1.5  # points: poppler's boxes are as high as the font, not as its letters


def _words_of(text: str) -> Iterable[str]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > _TOUCHING and high > (one.bottom - one.top) / 3


def _run(command: list[str], pdf: bytes) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder, "page.pdf")
        path.write_bytes(pdf)
        return _start([part.format(file=path) for part in command])


def _start(command: list[str]) -> str:
    if shutil.which(command[0]) is None:
        pytest.fail(
            f"{command[0]} is missing: run `make test`, or tools/install_system_packages.sh test"
        )
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()
    return done.stdout.decode() + done.stderr.decode()
