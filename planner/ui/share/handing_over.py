"""Documents for the clipboard and for dragging out."""

from PySide6.QtCore import QByteArray, QMimeData, QUrl

from planner.app.exchange import Document
from planner.formats.itinerary.names import Format
from planner.ui.share.private_files import private_file

_TYPES = {
    Format.DOCUMENT: "application/pdf",
    Format.CALENDAR: "text/calendar",
    Format.PAGE: "text/html",
    Format.TIMETABLE: "text/csv",
}


def as_file(document: Document) -> QMimeData:
    """Return a document as a file that other programs can take, and as its own type."""
    mime = QMimeData()
    path = private_file(document.name, document.data)
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setData(_TYPES[document.what], QByteArray(document.data))
    return mime


def as_page(page: str, text: str) -> QMimeData:
    """Return a web page with the plain text for programs that take no pages."""
    mime = QMimeData()
    mime.setHtml(page)
    mime.setText(text)
    return mime
