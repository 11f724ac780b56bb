import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pypdfium2
from reportlab import rl_config
from reportlab.pdfbase import ttfonts
from reportlab.pdfgen.canvas import Canvas

from planner.formats.pdf import reportlab_fixes, text
from tests.formats.pdf.pages import body, document


def test_map_to_unicode_writes_surrogate_pairs_and_whole_texts() -> None:
    code = reportlab_fixes.new_private_code("क्ष")

    written = reportlab_fixes.to_unicode_map("Font", [0, 0x41, 0x20BB7, code])

    assert "<01> <0041>\n<02> <D842DFB7>\n<03> <0915094D0937>" in written
    assert "<00> <0000>" not in written


def test_map_to_unicode_keeps_blocks_to_a_hundred() -> None:
    written = reportlab_fixes.to_unicode_map("Font", range(256))

    assert [line for line in written.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "55 beginbfchar",
    ]


def test_settings_hold_whatever_was_set_before() -> None:
    rl_config.invariant = 0
    rl_config.toColorCanUse = "rl_safe_eval"

    reportlab_fixes.apply()

    assert rl_config.invariant == 1
    assert rl_config.toColorCanUse == "rl_extended_literal_eval"
    assert rl_config.trustedHosts is None
    assert ttfonts.makeToUnicodeCMap is reportlab_fixes.to_unicode_map


def test_document_carries_the_date_it_is_given(tmp_path: object) -> None:
    canvas = Canvas(f"{tmp_path}/dated.pdf")
    moment = datetime(2026, 9, 25, 23, 30, tzinfo=timezone(-timedelta(hours=2)))

    reportlab_fixes.date_document(canvas, moment)
    canvas.showPage()

    dated = pypdfium2.PdfDocument(canvas.getpdfdata())
    assert dated.get_metadata_value("CreationDate") == "D:20260926013000+00'00'"
    assert moment.astimezone(UTC).day == 26


def test_same_document_is_the_same_bytes_in_every_process() -> None:
    program = (
        "import hashlib\n"
        "from tests.formats.pdf.test_reportlab_fixes import mixed_document\n"
        "print(hashlib.sha256(mixed_document()).hexdigest())\n"
    )

    def run(seed: str, locale: str) -> str:
        surroundings = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Asia/Tokyo"}
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=surroundings,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert run("1", "C.UTF-8") == run("2", "POSIX")


def test_documents_made_before_do_not_change_a_document() -> None:
    first = mixed_document()
    document([text.paragraph("محمد نهى क्षितिज 👩🏽\u200d🚀", body(), text.MissingGlyphs())])

    assert mixed_document() == first


def mixed_document() -> bytes:
    words = "Łukasz 山田太郎 김민준 محمد علي יוסף नेहा 🧑\u200d💻 \ue000 10:15"
    return document([text.paragraph(words, body(), text.MissingGlyphs())])
