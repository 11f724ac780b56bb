"""Pages drawn and printed by PDFium: as many, as large and as upright as the document's."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from planner.domain.audiences import Audience
from planner.formats.pdf.documents import pdf_file
from planner.formats.pdf.paper import Paper
from planner.formats.wording.language import language
from planner.progress import Progress
from planner.ui.share.pages import Sheet, picture, pictures, printed, sheets
from tests.formats.itinerary.plans import ADA, whole_day

EN = language("en")
CANDIDATE = Audience.candidate(ADA)


def _pdf(paper: Paper = Paper.A4, audience: Audience = CANDIDATE) -> bytes:
    return pdf_file(whole_day(), audience, EN, paper=paper).content


def _finished(steps: object) -> object:
    while True:
        try:
            assert isinstance(next(steps), Progress)  # type: ignore[call-overload]
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_sheets_have_the_size_of_the_paper(paper: Paper, size: tuple[int, int]) -> None:
    found = sheets(_pdf(paper))
    assert [(round(s.width), round(s.height)) for s in found] == [size] * len(found)
    assert not found[0].is_wide


def test_picture_is_as_wide_as_asked_and_not_blank() -> None:
    drawn = picture(_pdf(), 0, 400)
    assert drawn.width() == 400
    assert drawn.height() == pytest.approx(400 * 842 / 595, abs=2)
    seen = {drawn.pixelColor(x, y).name() for x in range(0, 400, 3) for y in range(0, 300, 3)}
    assert len(seen) > 10
    assert "#ffffff" in seen


def test_pictures_come_by_number() -> None:
    drawn = _finished(pictures(_pdf(), [0], 100))
    assert isinstance(drawn, dict)
    assert [(number, image.width()) for number, image in drawn.items()] == [(0, 100)]


@pytest.mark.usefixtures("qapp")
def test_printing_to_a_file_gives_the_same_pages(tmp_path: Path) -> None:
    data = _pdf(Paper.LETTER)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(file))
    assert _finished(printed(data, printer)) == len(sheets(data))
    again = sheets(file.read_bytes())
    assert [(round(s.width), round(s.height)) for s in again] == [(612, 792)] * len(again)
    assert len(again) == len(sheets(data))


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QPdfWriter|QPainter|PrintEngine|PdfEngine")
def test_printer_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    with pytest.raises(OSError, match=r"printed\.pdf"):
        _finished(printed(_pdf(), printer))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pages", [0, 1])
def test_cancelled_printing_stops_between_pages(tmp_path: Path, pages: int) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    steps = printed(_pdf(audience=Audience.coordinator()), printer)
    for _ in range(pages + 1):
        next(steps)
    steps.close()
    assert printer.printerState() is not QPrinter.PrinterState.Active


@pytest.mark.usefixtures("qapp")
def test_only_the_pages_that_were_asked_for_are_printed(tmp_path: Path) -> None:
    data = _pdf(audience=Audience.coordinator())
    assert len(sheets(data)) > 1
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    assert _finished(printed(data, printer)) == 1
    (page,) = sheets((tmp_path / "printed.pdf").read_bytes())
    assert page.is_wide


def test_wide_sheet_lies_on_its_side() -> None:
    assert Sheet(842, 595).is_wide
