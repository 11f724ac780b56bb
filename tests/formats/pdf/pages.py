"""Small documents for tests, and what readers make of them."""

import io
import re
import unicodedata
from collections.abc import Sequence

import pypdfium2
from PIL import Image
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, SimpleDocTemplate

from planner.formats.pdf import fonts

# Direction marks, and PDFium's sign for a glyph without text of its own.
ADDED_BY_READERS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe]")


def body(font: str = fonts.REGULAR, size: float = 12, **more: object) -> ParagraphStyle:
    fonts.register()
    return ParagraphStyle("body", fontName=font, fontSize=size, leading=size * 1.4, **more)


def document(flowables: Sequence[Flowable]) -> bytes:
    fonts.register()
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, initialFontName=fonts.REGULAR).build(list(flowables))
    return buffer.getvalue()


def comparable(text: str) -> str:
    """Drop what readers add: direction marks, presentation forms, runs of blanks."""
    plain = unicodedata.normalize("NFKC", ADDED_BY_READERS.sub("", text))
    return " ".join(plain.split())


def extracted(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def picture(pdf: bytes, *, dpi: int = 72) -> Image.Image:
    page = pypdfium2.PdfDocument(pdf)[0]
    image: Image.Image = page.render(scale=dpi / 72).to_pil().convert("L")
    return image
