# ruff: noqa: RUF001 -- letters of many scripts look like Latin ones
import copy
import math
import subprocess
import sys

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table
from reportlab.platypus.paragraph import Paragraph

from planner.formats.pdf import fonts, text
from planner.formats.pdf.paragraph import ShapedParagraph
from planner.formats.pdf.text import MissingGlyphs, Part
from tests.formats.pdf.pages import body, comparable, document, extracted, picture

HEBREW_NOTE = "נא להגיע לקבלה בשעה 09:50 עם דרכון (מקור). " * 3


def printed(words: str, style: ParagraphStyle | None = None) -> str:
    return extracted(document([text.paragraph(words, style or body(), MissingGlyphs())]))


@pytest.mark.parametrize(
    "hostile",
    [
        '<img src="/etc/passwd">',
        '</para><a href="javascript:alert(1)">click</a>',
        "<b>unclosed <i>markup",
        "R&D",
        "Ask for <Ana>",
        "&amp; &lt;b&gt; &#65; &nbsp;",
        '<font color="[[[1]]]">x</font>',
        '<onDraw name="x"/><seq id="y"/>',
        "<!-- comment --> <![CDATA[ x ]]> <?pi?>",
        "<para alignment='center'>",
    ],
)
@pytest.mark.parametrize("more", ["", " 山"])
def test_markup_is_text(hostile: str, more: str) -> None:
    pdf = document([text.paragraph(hostile + more, body(), MissingGlyphs())])

    assert comparable(extracted(pdf)) == hostile + more
    assert b"/URI" not in pdf
    assert b"/Subtype /Image" not in pdf


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("one\r\ntwo\rthree\u2028four", ["one", "two", "three", "four"]),
        ("one\r\ntwo 山", ["one", "two 山"]),
        ("NUL\x00 BEL\x07 end", ["NUL BEL end"]),
        ("invoice\u202efdp\u202c 山", ["invoicefdp 山"]),
        ("tab\tbed", ["tab bed"]),
    ],
)
def test_controls_never_reach_the_page(typed: str, lines: list[str]) -> None:
    assert [line.strip() for line in printed(typed).splitlines()] == lines


def test_empty_lines_between_paragraphs_are_kept() -> None:
    paragraph = text.paragraph("first\n\nthird 山", body(), MissingGlyphs())

    assert paragraph.wrap(300, 300)[1] == pytest.approx(3 * body().leading)


@pytest.mark.parametrize("name", ["Ana " * 100, "A" * 400, "محمد " * 80, "山" * 400, "नेहा" * 100])
def test_name_of_400_characters_stays_inside_its_column(name: str) -> None:
    paragraph = text.paragraph(name, body(), MissingGlyphs())

    paragraph.wrap(120, 10_000)

    assert max(paragraph.getActualLineWidths0()) <= 120 + 1e-6
    assert comparable(printed(name)).replace(" ", "") == comparable(name).replace(" ", "")


@pytest.mark.parametrize("letter", ["x", "م", "山", "🎤"])
def test_word_of_20_000_letters_is_complete(letter: str) -> None:
    read = printed(letter * 20_000)
    if letter != "🎤":
        assert comparable(read).count(letter) == 20_000


def test_character_that_no_font_has_is_a_visible_box_and_reported() -> None:
    report = MissingGlyphs()
    pdf = document([text.paragraph("\ue000", body(size=20), report)])
    blank = document([text.paragraph("", body(size=20), MissingGlyphs())])

    assert report.found == {"\ue000": "\ue000"}
    assert picture(pdf).histogram() != picture(blank).histogram()
    assert "\ue000" in extracted(pdf)


def test_report_names_each_character_once_with_its_first_text() -> None:
    report = MissingGlyphs()

    text.paragraph("Ana \ue000\ue000", body(), report)
    text.fitted("again \ue000 and ꦏ", fonts.REGULAR, 9, math.inf, report)

    assert report.found == {"\ue000": "Ana \ue000\ue000", "ꦏ": "again \ue000 and ꦏ"}
    assert report


def test_plain_text_reports_nothing_and_takes_the_fast_path() -> None:
    report = MissingGlyphs()

    paragraph = text.paragraph("Łukasz Żółć · 10:15 – 11:00", body(), report)

    assert type(paragraph) is Paragraph
    assert not report


def test_plain_document_loads_neither_fallback_fonts_nor_the_shaper() -> None:
    program = (
        "from reportlab.pdfbase import pdfmetrics\n"
        "from planner.formats.pdf import fonts, text\n"
        "from tests.formats.pdf.pages import body, document\n"
        "document([text.paragraph('Łukasz Żółć 10:15', body(), text.MissingGlyphs())])\n"
        "print(sorted(name for name in pdfmetrics._fonts if 'Noto' in name))\n"
        "print('harfbuzz_font' in vars(fonts.text_face(fonts.REGULAR)))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\nFalse\n"


def test_text_with_hundreds_of_different_characters_reads_back() -> None:
    words = "".join(map(chr, range(0x5000, 0x5000 + 600)))

    assert comparable(printed(words)).replace(" ", "") == words


def test_mark_without_a_glyph_does_not_take_its_letter_along() -> None:
    report = MissingGlyphs()

    read = printed("q\U00010a38x")
    text.paragraph("q\U00010a38x", body(), report)

    assert comparable(read) == "q\U00010a38x"
    assert list(report.found) == ["\U00010a38"]


def test_parts_keep_their_looks_and_blanks() -> None:
    parts = [Part("Lunch", bold=True), Part(" · not an "), Part("interview 山", italic=True)]

    pdf = document([text.rich(parts, body(), MissingGlyphs())])

    assert comparable(extracted(pdf)) == "Lunch · not an interview 山"
    used = {font for font in fonts.TEXT_FONTS if font.encode() in pdf}
    assert used == {fonts.REGULAR, fonts.BOLD, fonts.ITALIC}


@pytest.mark.parametrize("more", ["", " 山"])
def test_safe_links_are_clickable_and_others_are_text(more: str) -> None:
    parts = [
        Part("page" + more, link="https://example.org/ü"),
        Part(" and "),
        Part("trap", link="javascript:alert(1)"),
        Part(" and "),
        Part("mail", link="mailto:ana@example.org"),
    ]

    pdf = document([text.rich(parts, body(), MissingGlyphs())])

    assert pdf.count(b"/URI (") == 2
    assert b"https://example.org/%C3%BC" in pdf
    assert b"mailto:ana@example.org" in pdf
    assert b"javascript" not in pdf
    assert comparable(extracted(pdf)) == f"page{more} and trap and mail"


def test_colour_and_size_belong_to_a_part() -> None:
    red = Part("RED", colour=HexColor("#ff0000"), size=30)
    pdf = document([text.rich([Part("small 山 "), red], body(), MissingGlyphs())])

    page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")

    assert (255, 0, 0) in {colour for _, colour in page.getcolors(1_000_000)}


@pytest.mark.parametrize("alignment", [TA_LEFT, TA_CENTER, TA_RIGHT, TA_JUSTIFY])
def test_shaped_paragraph_is_as_long_as_a_plain_one(alignment: int) -> None:
    words = "Your contact meets you at the gate on the ground floor; bring a passport. " * 3
    style = body(alignment=alignment, leftIndent=10, rightIndent=5, firstLineIndent=7)

    plain = text.paragraph(words + "X", style, MissingGlyphs())
    shaped = text.paragraph(words + "山", style, MissingGlyphs())

    assert isinstance(shaped, ShapedParagraph)
    assert shaped.wrap(200, 1000) == plain.wrap(200, 1000)


def test_long_paragraph_goes_on_on_the_next_page_without_loss() -> None:
    words = "".join(f"{number} נא להגיע " for number in range(900))

    pdf = document([text.paragraph(words, body(), MissingGlyphs())])

    numbers = [int(word) for word in extracted(pdf).split() if word.isdigit()]
    assert sorted(numbers) == list(range(900))
    assert len(pypdfium2.PdfDocument(pdf)) > 1


def test_note_that_runs_right_to_left_is_aligned_right() -> None:
    turned = text.paragraph(HEBREW_NOTE, body(leftIndent=5), MissingGlyphs(), direction="auto")
    kept = text.paragraph("Ana: " + HEBREW_NOTE, body(), MissingGlyphs(), direction="auto")

    assert (turned.style.alignment, turned.style.rightIndent) == (TA_RIGHT, 5)
    assert kept.style.alignment == TA_LEFT


def test_name_does_not_swap_places_with_the_time_that_follows() -> None:
    parts = [Part("יוסף"), Part(" "), Part("10:15")]

    paragraph = text.rich(parts, body(), MissingGlyphs())
    paragraph.wrap(300, 100)

    looks = paragraph.blPara.lines[0].words
    assert [str(look.text) for look in looks][1:] == [" ", "10:15"]


def test_invisible_characters_take_no_room() -> None:
    def width(words: str) -> float:
        return text.fitted(words, fonts.REGULAR, 10, math.inf, MissingGlyphs()).width

    assert width("soft\u00adhyphen\u200b\u200d") == pytest.approx(width("softhyphen"))
    assert width("\u200fיוסף") == pytest.approx(width("יוסף"))


def test_paragraphs_survive_copying_and_tables() -> None:
    cells = [
        [text.paragraph("10:15", body(), MissingGlyphs())],
        [copy.deepcopy(text.paragraph("محمد 山", body(), MissingGlyphs()))],
    ]

    read = extracted(document([Table(cells)]))

    assert comparable(read) == "10:15 محمد 山"


def test_narrowest_width_is_the_longest_word() -> None:
    paragraph = text.paragraph("Donaudampfschiff 山田", body(), MissingGlyphs())
    word = text.fitted("Donaudampfschiff", fonts.REGULAR, 12, math.inf, MissingGlyphs())

    assert paragraph.minWidth() == pytest.approx(word.width)


def test_plain_text_is_given_back_as_it_was() -> None:
    paragraph = text.paragraph("one 山田\nמחמד two", body(), MissingGlyphs())

    assert paragraph.getPlainText() == "one 山田\nמחמד two"


def test_style_with_a_foreign_font_is_refused() -> None:
    with pytest.raises(ValueError, match="Helvetica"):
        text.paragraph("Ana", ParagraphStyle("foreign", fontName="Helvetica"), MissingGlyphs())


@given(st.text(max_size=60), st.sampled_from(["ltr", "auto"]))
@settings(max_examples=100)
def test_any_text_can_be_set_in_any_column(words: str, direction: text.Direction) -> None:
    paragraph = text.paragraph(words, body(), MissingGlyphs(), direction=direction)

    for width in (4, 80, 300):
        paragraph.wrap(width, 10_000)
    paragraph.split(80, 40)
    paragraph.wrap(80, 10_000)
    canvas = Canvas("unused.pdf")
    paragraph.drawOn(canvas, 0, 0)

    assert canvas.getpdfdata().startswith(b"%PDF")
