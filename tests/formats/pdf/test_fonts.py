# ruff: noqa: RUF001 -- letters of many scripts look like Latin ones
import subprocess
import sys

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from planner import resources
from planner.formats.pdf import families, fonts


@pytest.mark.parametrize("name", fonts.TEXT_FONTS)
def test_figures_have_one_width(name: str) -> None:
    fonts.register()

    assert len({stringWidth(digit, name, 10) for digit in "0123456789"}) == 1


def test_text_fonts_cover_the_same_letters_plainly() -> None:
    european = "Łukasz Żółć, Nguyễn Thị Hằng, Ελένη, Юлия, Zoë — 10:15 – 11:00 · → ✓ €"

    assert all(fonts.text_face(name).prints_plainly(european) for name in fonts.TEXT_FONTS)


@pytest.mark.parametrize(
    "text", ["山田", "محمد", "יוסף", "नेहा", "🎤", "a\u0301\u0323", "a\u200db", "a\nb", "\ue000"]
)
def test_what_needs_another_font_or_shaping_is_not_plain(text: str) -> None:
    assert not fonts.text_face(fonts.REGULAR).prints_plainly(text)


@pytest.mark.parametrize(
    ("cluster", "font"),
    [
        ("é", "InterTabular-Regular"),
        ("d\u032a", "NotoSans-Regular"),
        ("山", "NotoSansJP-Regular"),
        ("𠮷", "NotoSansJP-Regular"),
        ("髙", "NotoSansJP-Regular"),
        ("﨑", "NotoSansJP-Regular"),
        ("김", "NotoSansKR-Regular"),
        ("张", "NotoSansSC-Regular"),
        ("𨋢", "NotoSansTC-Regular"),
        ("م", "NotoSansArabic-Regular"),
        ("ש", "NotoSansHebrew-Regular"),
        ("क", "NotoSansDevanagari-Regular"),
        ("🎤", "NotoEmoji-Regular"),
        ("🧑\u200d💻", "NotoEmoji-Regular"),
        ("©", "InterTabular-Regular"),
        ("©\ufe0f", "NotoEmoji-Regular"),
        ("ไ", "NotoSansThai-Regular"),
        ("☐", "NotoSansSymbols2-Regular"),
    ],
)
def test_choose_takes_the_first_font_that_covers(cluster: str, font: str) -> None:
    choice = fonts.choose(cluster, fonts.REGULAR)

    assert choice is not None
    assert choice.face.name == font
    assert not choice.is_emboldened


@pytest.mark.parametrize(
    ("cluster", "font", "is_emboldened"),
    [
        ("é", "InterTabular-SemiBold", False),
        ("م", "NotoSansArabic-SemiBold", False),
        ("山", "NotoSansJP-Regular", True),
        ("🎤", "NotoEmoji-Regular", False),
    ],
)
def test_bold_is_imitated_where_no_bold_font_exists(
    cluster: str, font: str, *, is_emboldened: bool
) -> None:
    choice = fonts.choose(cluster, fonts.BOLD)

    assert choice is not None
    assert (choice.face.name, choice.is_emboldened) == (font, is_emboldened)


@pytest.mark.parametrize("cluster", ["\ue000", "\U000f0000", "ꦏ", "\U0003fff0"])
def test_choose_admits_that_no_font_covers(cluster: str) -> None:
    assert fonts.choose(cluster, fonts.REGULAR) is None


def test_glyph_codes_do_not_widen_what_a_font_covers() -> None:
    face = fonts.text_face(fonts.REGULAR)

    code = face.code_for(1, "a text of its own")

    assert face.code_for(1, "a text of its own") == code
    assert not face.covers(chr(code))


def test_text_face_refuses_foreign_names() -> None:
    with pytest.raises(ValueError, match="Helvetica"):
        fonts.text_face("Helvetica")


def test_every_font_has_a_licence_and_a_place_in_the_catalogue() -> None:
    folders = {path for path in resources.bundled("fonts").iterdir() if path.is_dir()}

    assert all((folder / "OFL.txt").is_file() for folder in folders)
    assert {folder.name for folder in folders} == {
        "Inter",
        *(family.folder for family in families.FAMILIES),
    }


def test_fonts_stay_small_enough_to_ship() -> None:
    files = resources.bundled("fonts").rglob("*.ttf")

    assert sum(path.stat().st_size for path in files) < 20_000_000


def test_importing_the_engine_reads_no_font() -> None:
    program = (
        "from planner.formats.pdf import text\n"
        "from reportlab.pdfbase import pdfmetrics\n"
        "print([name for name in pdfmetrics._fonts if 'Inter' in name or 'Noto' in name])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
