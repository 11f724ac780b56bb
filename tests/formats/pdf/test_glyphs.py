import copy

import pytest
from reportlab.pdfgen.canvas import Canvas

from planner.formats.pdf import fonts
from planner.formats.pdf.glyphs import GlyphText, GlyphWriter, Place

NATURAL = Place(0, 0, 600, 600)


def written(text: str) -> str:
    fonts.register()
    writer = GlyphWriter(Canvas("unused.pdf"), 0, 0)
    writer.setFont(fonts.REGULAR, 10, 12)
    before = len(writer.getCode())
    writer.textOut(text)
    return str(writer.getCode())[before:].removesuffix(" ET").strip()


@pytest.mark.parametrize(
    ("places", "operators"),
    [
        ([NATURAL, NATURAL], r"[(\001\002)] TJ"),
        ([Place(0, 0, 550, 600), NATURAL], r"[(\001) 50 (\002)] TJ"),
        ([NATURAL, Place(-100, 0, 600, 600)], r"[(\001) 100 (\002) -100] TJ"),
        ([NATURAL, Place(0, 200, 600, 600)], r"[(\001)] TJ 2 Ts [(\002)] TJ 0 Ts"),
        ([Place(0, -100, 0, 600), NATURAL], r"-1 Ts [(\001) 600] TJ 0 Ts [(\002)] TJ"),
    ],
)
def test_glyphs_stand_where_the_shaper_put_them(places: list[Place], operators: str) -> None:
    assert written(GlyphText("AB", places)) == f"/F2+0 10 Tf 12 TL {operators}"
    assert GlyphText("AB", places).width(10) == sum(place.advance for place in places) / 100


def test_text_that_glyphs_do_not_spell_is_written_beside_them() -> None:
    made = GlyphText("A", [NATURAL], actual_text="𠮷")

    assert written(made).startswith("/Span <</ActualText <FEFFD842DFB7>>> BDC ")
    assert written(made).endswith(" EMC")


def test_imitated_bold_is_outlined_in_the_colour_of_the_text() -> None:
    made = GlyphText("A", [NATURAL], is_emboldened=True)

    assert written(made).startswith("0 0 0 RG 2 Tr .25 w ")
    assert written(made).endswith(" 0 Tr")


def test_glyphs_are_appended_with_their_places() -> None:
    both = GlyphText("A", [NATURAL]) + GlyphText("B", [Place(1, 2, 3, 4)])

    assert (str(both), both.places) == ("AB", (NATURAL, Place(1, 2, 3, 4)))


def test_glyphs_cannot_be_mixed_with_plain_text() -> None:
    with pytest.raises(TypeError):
        GlyphText("A", [NATURAL]) + "B"


def test_glyphs_are_shared_by_copies() -> None:
    made = GlyphText("A", [NATURAL])

    assert copy.deepcopy([made])[0] is made
