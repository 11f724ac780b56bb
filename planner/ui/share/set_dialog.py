"""Which documents for whom: the choice before a set is exported into a folder."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from planner.app.exchange import all_audiences
from planner.domain.audiences import Audience
from planner.formats.itinerary.names import Format
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton, PlainButton, PrimaryButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.section import Section
from planner.ui.models.audience_names import FORMAT_HINTS, FORMAT_TITLES
from planner.ui.share.audience_list import AudienceList

_FORMATS = "share/formats"
_SIZE = (620, 520)


class SetDialog(QDialog):
    """Lets readers, formats and a folder be chosen; ``agreed(audiences, formats, folder)``."""

    agreed = Signal(object, object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, text = context.theme, context.language.text
        self._context = context
        self.setWindowTitle(text("Export a set"))
        self.resize(*(theme.length(side) for side in _SIZE))
        self.readers = AudienceList(context, self, is_checkable=True)
        self.formats = {what: QCheckBox(text(FORMAT_TITLES[what]), self) for what in FORMAT_TITLES}
        self._folder = _remembered_folder(context)
        self._folder_line = ElidedLabel("", self)
        self.choose_folder = PlainButton(theme, text("Choose a folder"), "folder-open", self)
        self._count = QLabel(self)
        self._count.setProperty("tone", "muted")
        self.cancel = PlainButton(theme, text("Cancel"), parent=self)
        self.export = PrimaryButton(theme, text("Export"), "download", self)
        self._build()
        self._connect()
        self._restore()

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Return for whom documents are wanted."""
        return self.readers.model.checked

    @property
    def chosen_formats(self) -> tuple[Format, ...]:
        """Return which documents are wanted."""
        return tuple(what for what, box in self.formats.items() if box.isChecked())

    def use_folder(self, folder: Path) -> None:
        """Put the files into this folder."""
        self._folder = folder
        self._refresh()

    def accept(self) -> None:
        """Remember the choice and tell it."""
        self._context.memory.keep(_FORMATS, " ".join(what.value for what in self.chosen_formats))
        self._context.settings.change(export_folder=str(self._folder))
        self.agreed.emit(self.audiences, self.chosen_formats, self._folder)
        super().accept()

    def _restore(self) -> None:
        plan = self._context.desk.plan
        self.readers.show_plan(plan)
        self.readers.model.check(all_audiences(plan))
        kept = self._context.memory.text(_FORMATS, "pdf ics").split()
        for what, box in self.formats.items():
            box.setChecked(what.value in kept)
        self._refresh()

    def _refresh(self) -> None:
        count = len(self.audiences) * len(self.chosen_formats)
        words = self._context.language
        self._count.setText(words.count("{n} file", "{n} files", count))
        self._folder_line.set_text(str(self._folder))
        self.export.setEnabled(count > 0)

    def _connect(self) -> None:
        self.readers.checks_changed.connect(self._refresh)
        for box in self.formats.values():
            box.toggled.connect(lambda _checked: self._refresh())
        self.choose_folder.clicked.connect(self._on_choose_folder)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self.accept)

    def _on_choose_folder(self) -> None:
        title = self._context.language.text("Choose a folder")
        chooser = QFileDialog(self, title, str(self._folder))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda name: self.use_folder(Path(name)))
        chooser.open()

    def _build(self) -> None:
        theme = self._context.theme
        edge = theme.space(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.space(4))
        top = QHBoxLayout()
        top.setSpacing(theme.space(6))
        top.addWidget(self._readers_section(), 3)
        top.addWidget(self._formats_section(), 2)
        column.addLayout(top, 1)
        column.addWidget(self._folder_section())
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(self._count, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.export)
        column.addLayout(row)

    def _readers_section(self) -> Section:
        theme, text = self._context.theme, self._context.language.text
        section = Section(theme, text("For whom"), self)
        everybody = LinkButton(theme, text("All"), parent=self)
        everybody.clicked.connect(
            lambda: self.readers.model.check(all_audiences(self._context.desk.plan))
        )
        nobody = LinkButton(theme, text("None"), parent=self)
        nobody.clicked.connect(lambda: self.readers.model.check(()))
        section.add_to_head(everybody)
        section.add_to_head(nobody)
        section.add(self.readers)
        return section

    def _formats_section(self) -> Section:
        theme, text = self._context.theme, self._context.language.text
        section = Section(theme, text("As"), self)
        for what, box in self.formats.items():
            hint = QLabel(text(FORMAT_HINTS[what]), self)
            hint.setProperty("scale", "small")
            hint.setProperty("tone", "muted")
            hint.setWordWrap(True)
            hint.setContentsMargins(theme.space(7), 0, 0, theme.space(2))
            section.add(box)
            section.add(hint)
        filler = QVBoxLayout()
        filler.addStretch(1)
        section.add_layout(filler)
        return section

    def _folder_section(self) -> Section:
        theme, text = self._context.theme, self._context.language.text
        section = Section(theme, text("Into the folder"), self)
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(self._folder_line, 1)
        row.addWidget(self.choose_folder)
        section.add_layout(row)
        hint = QLabel(text("A file of the same name is replaced."), self)
        hint.setProperty("scale", "small")
        hint.setProperty("tone", "muted")
        section.add(hint)
        return section


def _remembered_folder(context: Context) -> Path:
    kept = context.settings.current.export_folder
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(kept or QStandardPaths.writableLocation(documents) or Path.home())
