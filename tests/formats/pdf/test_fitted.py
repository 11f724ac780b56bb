import io
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from planner.formats.pdf import fonts, text
from planner.formats.pdf.text import FittedLine, MissingGlyphs
from tests.formats.pdf.pages import comparable, extracted, picture


def fitted(words: str, width: float = math.inf) -> FittedLine:
    return text.fitted(words, fonts.REGULAR, 10, width, MissingGlyphs())


def drawn(line: FittedLine, x: float = 10, align: text.Align = "left") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 40), initialFontName=fonts.REGULAR)
    line.draw(canvas, x, 15, align)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("words", ["Room 1.04", "محمد علي", "山田太郎", "नेहा शर्मा"])
def test_text_that_fits_is_whole(words: str) -> None:
    line = fitted(words, 150)

    assert not line.is_cut
    assert comparable(extracted(drawn(line))) == words


def test_width_of_plain_text_is_what_reportlab_measures() -> None:
    assert fitted("Room 1.04").width == pytest.approx(stringWidth("Room 1.04", fonts.REGULAR, 10))


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Interview with the whole panel", "Interview with the…"),
        ("山田太郎と面接の日の予定です", "山田太郎と面接の日…"),
        ("line one\nline two", "line one line two"),
    ],
)
def test_text_too_wide_ends_with_an_ellipsis(words: str, read: str) -> None:
    line = fitted(words, 101)

    assert comparable(extracted(drawn(line))) == comparable(read)
    assert line.width <= 101
    assert line.is_cut == read.endswith("…")


def test_nothing_is_drawn_where_not_even_an_ellipsis_fits() -> None:
    line = fitted("Lunch", 3)

    assert (line.runs, line.width, line.is_cut) == ((), 0.0, True)


def test_endless_text_is_cut_even_where_there_is_room() -> None:
    assert fitted("long " * 20_000).is_cut


@pytest.mark.parametrize(
    ("align", "left", "right"), [("left", 100, 200), ("right", 0, 100), ("centre", 50, 150)]
)
@pytest.mark.parametrize("words", ["Lunch", "יוסף"])
def test_line_stands_where_it_is_aligned(
    words: str, align: text.Align, left: int, right: int
) -> None:
    page = picture(drawn(fitted(words), 100, align)).point(lambda shade: 255 - shade)

    box = page.getbbox()

    assert box is not None
    assert left - 1 <= box[0]
    assert box[2] <= right + 1


def test_drawing_leaves_the_canvas_as_it_was() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 40), pageCompression=0)
    text.fitted("山", fonts.BOLD, 10, 100, MissingGlyphs()).draw(canvas, 10, 10)
    canvas.save()

    streams = buffer.getvalue().split(b"stream")
    operators = next(stream for stream in streams if b" BT " in stream).split()
    assert operators.count(b"q") == operators.count(b"Q") > 0
    assert operators.index(b"q") < operators.index(b"Tr") < operators.index(b"Q")


@given(st.text(max_size=60), st.floats(0, 200))
@settings(max_examples=100)
def test_line_is_never_wider_than_asked_for(words: str, width: float) -> None:
    assert fitted(words, width).width <= width + 1e-6
