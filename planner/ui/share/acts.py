"""What can be done with the document that is shown: save, print, copy, export as a set."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from planner.app.exchange import Document, Request, make_document
from planner.domain.audiences import Audience
from planner.domain.errors import PlannerError
from planner.formats.itinerary.names import Format
from planner.formats.plain_itinerary import plain_itinerary
from planner.store.files import write_file
from planner.ui.context import Context
from planner.ui.messages import Offer, Tone
from planner.ui.share.handing_over import as_page
from planner.ui.share.pages import printed
from planner.ui.share.set_dialog import SetDialog
from planner.ui.share.set_export import SetExport, open_folder, told


class Acts(QObject):
    """Acts on documents for the share dialog. ``said(sentence, tone)`` tells how it went.

    ``began`` brings a job whose progress is worth showing.
    """

    said = Signal(str, str)
    began = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def choose_file(self, document: Document) -> None:
        """Ask where a document goes, and write it there."""
        title = self._context.language.text("Export this")
        folder = self._context.settings.current.export_folder
        chooser = QFileDialog(self._window, title, folder)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(document.name)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda name: self.save(document, Path(name)))
        chooser.open()

    def save(self, document: Document, path: Path) -> None:
        """Write a document into a file, and remember its folder."""
        try:
            write_file(path, document.data)
            self._context.settings.change(export_folder=str(path.parent))
        except PlannerError as error:
            self._complain(error)
            return
        words = self._context.language
        message = words.text("{file} is in {folder}.", file=path.name, folder=path.parent.name)
        offer = Offer(words.text("Open folder"), lambda: open_folder(path.parent))
        self._context.messages.say(message, Tone.GOOD, (offer,))
        self.said.emit(message, "good")

    def choose_set(self, request: Callable[[], Request]) -> None:
        """Ask for whom and as what documents are wanted, and write them into a folder."""
        dialog = SetDialog(self._context, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(
            lambda audiences, formats, folder: self.export_set(
                Request(audiences, formats, request().language, request().paper), folder
            )
        )
        dialog.open()

    def export_set(self, request: Request, folder: Path) -> None:
        """Write all documents of a request into a folder."""
        job = SetExport(self._context, self._context.desk.plan, request, folder).start()
        job.finished.connect(self._on_set_written)
        self.began.emit(job)

    def choose_printer(self, document: Document) -> None:
        """Ask for a printer, and send the pages there."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document.name)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(document, printer))
        QDialog.open(dialog)  # its own "open" wants a slot by name

    def print_to(self, document: Document, printer: QPrinter) -> None:
        """Send the pages of a PDF to a printer."""
        title = self._context.language.text("Printing")
        job = self._context.jobs.start(
            lambda: printed(document.data, printer), title, self._on_printed, self._complain
        )
        self.began.emit(job)

    def copy_page(self, audience: Audience, request: Request) -> None:
        """Put the web page on the clipboard, with the text for programs that take no pages."""
        plan = self._context.desk.plan
        page = make_document(plan, audience, Format.PAGE, request).data.decode()
        text = plain_itinerary(plan, audience, request.language)
        QApplication.clipboard().setMimeData(as_page(page, text))
        self.said.emit(self._context.language.text("The page lies on the clipboard."), "good")

    def copy_text(self, audience: Audience, request: Request) -> None:
        """Put the plain text on the clipboard."""
        text = plain_itinerary(self._context.desk.plan, audience, request.language)
        QApplication.clipboard().setText(text)
        self.said.emit(self._context.language.text("The text lies on the clipboard."), "good")

    def _on_set_written(self, outcome: object) -> None:
        count = len(getattr(outcome, "written", ()))
        words = self._context.language
        self.said.emit(words.count("{n} file written.", "{n} files written.", count), "good")

    def _on_printed(self, count: int) -> None:
        words = self._context.language
        self.said.emit(words.count("{n} page printed.", "{n} pages printed.", count), "good")

    def _complain(self, error: Exception) -> None:
        self.said.emit(told(error, self._context), "error")
