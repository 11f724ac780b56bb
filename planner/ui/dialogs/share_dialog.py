"""The share dialog: for whom, what they will see, and everything that can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from planner.app.exchange import Document, Request
from planner.domain.audiences import Audience
from planner.formats.itinerary.names import Format
from planner.formats.pdf.paper import Paper
from planner.formats.wording.language import language as language_of
from planner.i18n import LANGUAGES
from planner.ui.context import Context
from planner.ui.controls.busy_bar import BusyBar
from planner.ui.controls.hairline import Hairline
from planner.ui.controls.segments import Segments
from planner.ui.models.audience_names import FORMAT_TITLES
from planner.ui.share.acts import Acts
from planner.ui.share.audience_list import AudienceList
from planner.ui.share.file_chip import FileChip
from planner.ui.share.making import Making, Shown, Wish
from planner.ui.share.preview import Preview
from planner.ui.share.set_export import told
from planner.ui.share.side_panel import SidePanel
from planner.ui.share.warnings import warnings

_FORMAT, _LANGUAGE, _PAPER = "share/format", "share/language", "share/paper"
_SIZE = (1280, 840)
_LIST_WIDTH, _SIDE_WIDTH = 264, 256
_UPRIGHT = Qt.Orientation.Vertical


class ShareDialog(QDialog):
    """Shows the documents of the open plan as their readers will see them."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, audience: Audience | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        theme, text = context.theme, context.language.text
        self._document: Document | None = None
        self.readers = AudienceList(context, self)
        formats = [(what, text(title)) for what, title in FORMAT_TITLES.items()]
        self.formats = Segments(theme, formats, text("Format"), self)
        self.chip = FileChip(context, self)
        self.preview = Preview(context, self)
        self.side = SidePanel(context, self)
        self.status = QLabel(self)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self._busy = BusyBar(theme, context.language, self)
        self._making = Making(context, self)
        self.acts = Acts(context, self)
        self._build()
        self._restore()
        self._connect()
        self.readers.show_plan(context.desk.plan)
        self.readers.choose(audience)
        self.refresh()

    @property
    def document(self) -> Document | None:
        """Return the document that is shown; None while it is made, or where there is none."""
        return self._document

    @property
    def request(self) -> Request:
        """Return what is asked for: language and paper."""
        audience = self.readers.audience
        asked = (audience,) if audience is not None else ()
        words = language_of(self.side.language)
        return Request(asked, (self._what,), words, self.side.paper)

    def refresh(self) -> None:
        """Make the document anew and show it."""
        audience = self.readers.audience
        self._say("")
        if audience is None or not self._context.desk.is_open:
            self._making.stop()
            self._show_note(self._context.language.text("Nobody has a part in this plan yet."))
            return
        plan = self._context.desk.plan
        self._put_away()
        self._making.make(Wish(plan, audience, self._what, self.request, self._context.language))

    def done(self, result: int) -> None:
        """Stop what is being made for the preview."""
        self._making.stop()
        self.preview.pages.clear()
        super().done(result)

    @property
    def _what(self) -> Format:
        return Format(str(self.formats.value()))

    def _on_chosen(self, _what: object = None) -> None:
        memory = self._context.memory
        memory.keep(_FORMAT, self._what.value)
        memory.keep(_LANGUAGE, self.side.language)
        memory.keep(_PAPER, self.side.paper.value)
        self.refresh()

    def _on_plan_changed(self, _change: object = None) -> None:
        if self._context.desk.is_open:
            self.readers.show_plan(self._context.desk.plan)
        self.refresh()

    def _on_made(self, shown: Shown) -> None:
        self._document = shown.document
        self.chip.show_document(shown.document)
        self.chip.setEnabled(True)
        self.preview.show_document(shown)
        plan, words = self._context.desk.plan, self._context.language
        self.side.show_warnings(warnings(shown.document, plan, words))
        self.side.offer(is_made=True, has_pages=bool(shown.sheets))

    def _put_away(self) -> None:
        """Let nothing be done with a document that may be somebody else's by now."""
        self._document = None
        self.chip.setEnabled(False)
        self.side.offer(is_made=False, has_pages=self._what is Format.DOCUMENT)
        if self.preview.currentWidget() is self.preview.note:
            self.preview.show_note(self._context.language.text("Preparing the preview"))

    def _on_failed(self, error: Exception) -> None:
        self._show_note(told(error, self._context))

    def _show_note(self, sentence: str) -> None:
        self._document = None
        self.chip.show_document(None)
        self.side.show_warnings(())
        self.side.offer(is_made=False, has_pages=self._what is Format.DOCUMENT)
        self.preview.show_note(sentence)

    def _with_document(self, act: Callable[[Document], object]) -> None:
        if self._document is not None:
            act(self._document)

    def _with_reader(self, act: Callable[[Audience, Request], object]) -> None:
        audience = self.readers.audience
        if audience is not None and self._context.desk.is_open:
            act(audience, self.request)

    def _on_file_copied(self) -> None:
        self._say(self._context.language.text("The file lies on the clipboard."), "good")

    def _say(self, sentence: str, tone: str = "muted") -> None:
        self.status.setProperty("tone", tone)
        self.status.setText(sentence)
        self.status.style().polish(self.status)

    def _restore(self) -> None:
        memory, desk = self._context.memory, self._context.desk
        kept = memory.text(_FORMAT, Format.DOCUMENT.value)
        known = {what.value for what in Format}
        self.formats.set_value(Format(kept) if kept in known else Format.DOCUMENT)
        own = desk.plan.language.partition("-")[0]
        for tag in (LANGUAGES[0], own, memory.text(_LANGUAGE)):
            self.side.languages.set_value(tag)
        papers = {paper.value: paper for paper in Paper}
        for name in (self._context.settings.current.paper, memory.text(_PAPER)):
            self.side.papers.set_value(papers.get(name))

    def _connect(self) -> None:
        desk, side, acts = self._context.desk, self.side, self.acts
        self._making.made.connect(self._on_made)
        self._making.kept_back.connect(side.show_left_out)
        self._making.failed.connect(self._on_failed)
        self.readers.chosen.connect(lambda _audience: self.refresh())
        self.formats.chosen.connect(self._on_chosen)
        side.changed.connect(self._on_chosen)
        self.chip.copied.connect(self._on_file_copied)
        side.export.clicked.connect(lambda: self._with_document(acts.choose_file))
        side.print.clicked.connect(lambda: self._with_document(acts.choose_printer))
        side.export_set.clicked.connect(lambda: acts.choose_set(lambda: self.request))
        side.copy_page.clicked.connect(lambda: self._with_reader(acts.copy_page))
        side.copy_text.clicked.connect(lambda: self._with_reader(acts.copy_text))
        acts.said.connect(self._say)
        acts.began.connect(self._busy.watch)
        desk.changed.connect(self._on_plan_changed)
        desk.opened.connect(self._on_plan_changed)

    def _build(self) -> None:
        theme = self._context.theme
        self.setWindowTitle(self._context.language.text("Share"))
        self.resize(*(theme.length(side) for side in _SIZE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(Hairline(_UPRIGHT, self))
        row.addLayout(self._middle(), 1)
        row.addWidget(Hairline(_UPRIGHT, self))
        row.addWidget(self._right())

    def _left(self) -> QWidget:
        theme = self._context.theme
        left = QWidget(self)
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setProperty("surface", "surface")
        left.setFixedWidth(theme.length(_LIST_WIDTH))
        column = QVBoxLayout(left)
        edge = theme.space(3)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.readers)
        return left

    def _middle(self) -> QVBoxLayout:
        theme = self._context.theme
        bar = QHBoxLayout()
        edge = theme.space(3)
        bar.setContentsMargins(edge, edge, edge, edge)
        bar.setSpacing(theme.space(3))
        bar.addWidget(self.formats)
        bar.addWidget(self.chip, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline(parent=self))
        column.addWidget(self.preview, 1)
        return column

    def _right(self) -> QWidget:
        theme = self._context.theme
        right = QWidget(self)
        right.setFixedWidth(theme.length(_SIDE_WIDTH) + 2 * theme.space(4))
        column = QVBoxLayout(right)
        edge = theme.space(4)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.space(2))
        column.addWidget(self.side, 1)
        column.addWidget(self.status)
        return right
