"""Pages of a PDF as pictures, drawn by PDFium; to be called on one thread at a time."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.progress import Progress

_FINEST = 300
"""Dots per inch beyond which paper shows no difference, and memory does."""

_PDFIUM = Lock()
"""PDFium works for one thread at a time, also on different documents."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page in points."""

    width: float
    height: float

    @property
    def is_wide(self) -> bool:
        """Say whether the page lies on its side."""
        return self.width > self.height


def sheets(data: bytes) -> tuple[Sheet, ...]:
    """Return the sizes of a PDF's pages."""
    import pypdfium2  # noqa: PLC0415 -- slow import

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            return tuple(Sheet(*document.get_page_size(n)) for n in range(len(document)))
        finally:
            document.close()


def pictures(
    data: bytes, numbers: Iterable[int], width: int
) -> Generator[Progress, None, dict[int, QImage]]:
    """Draw pages (counted from 0), each ``width`` device pixels wide."""
    wanted = tuple(numbers)
    drawn: dict[int, QImage] = {}
    for done, number in enumerate(wanted):
        yield Progress(done, len(wanted))
        drawn[number] = picture(data, number, width)
    yield Progress(len(wanted), len(wanted))
    return drawn


def picture(data: bytes, number: int, width: int) -> QImage:
    """Draw one page, ``width`` pixels wide."""
    import pypdfium2  # noqa: PLC0415 -- slow import

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[number]
            bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
            drawn = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            return drawn.copy()  # the bitmap goes with the document
        finally:
            document.close()


def printed(data: bytes, printer: QPrinter) -> Generator[Progress, None, int]:
    """Print a PDF, page by page, and return how many pages went to the printer.

    Each page is a picture of at most 300 dots per inch: the printer gets what the preview showed,
    whatever fonts and languages it knows.

    Raises:
        OSError: the printer, or the file that stands for it, cannot be written to.
    """
    pages = sheets(data)
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    wanted = range(first - 1, min(last, len(pages)))
    painter = QPainter()
    for done, number in enumerate(wanted):
        try:
            yield Progress(done, len(wanted))
        except GeneratorExit:
            if painter.isActive():
                printer.abort()
                painter.end()
            raise
        _turn(printer, pages[number])
        if done == 0:
            _begin(painter, printer)
        else:
            printer.newPage()
        _put(painter, printer, data, number)
    painter.end()
    yield Progress(len(wanted), len(wanted))
    return len(wanted)


def _begin(painter: QPainter, printer: QPrinter) -> None:
    if not painter.begin(printer):
        raise OSError(printer.outputFileName() or printer.printerName())


def _turn(printer: QPrinter, sheet: Sheet) -> None:
    """Give the printer a page of the sheet's size, printed to its edges."""
    short, long = sorted((sheet.width, sheet.height))
    # Sizes are rounded in a PDF; a printer looks for the name of its paper.
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    page = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", fuzzy)
    wide, upright = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    orientation = wide if sheet.is_wide else upright
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(page, orientation, QMarginsF(0, 0, 0, 0)))


def _put(painter: QPainter, printer: QPrinter, data: bytes, number: int) -> None:
    area = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    fineness = min(1.0, _FINEST / printer.resolution())
    drawn = picture(data, number, round(area.width() * fineness))
    painter.drawImage(QRectF(0, 0, area.width(), area.height()), drawn)
