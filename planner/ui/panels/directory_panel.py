"""The directory: people, rooms, offices and candidates, searched, edited, imported and merged."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.app.matching import duplicates
from planner.domain.directory import Directory
from planner.domain.ids import OfficeId, PersonId, PlanId, RoomId, fresh_id
from planner.domain.people import Person
from planner.domain.places import Office, Room
from planner.formats.directory.content import ListKind
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton, PlainButton, PrimaryButton
from planner.ui.controls.search_field import SearchField
from planner.ui.controls.segments import Segments
from planner.ui.models.directory_rows import PART_TITLES, DirectoryRow, Part, directory_rows
from planner.ui.panels.directory_details import DirectoryDetails
from planner.ui.panels.directory_start import ADD, DirectoryStart
from planner.ui.panels.directory_table import DirectoryTable
from planner.ui.registry import Kept, Registry

_WIDTHS = (2, 1)
_NARROWEST = 75  # steps of the grid


class DirectoryPanel(QWidget):
    """A table of one part at the left, the chosen record at the right.

    ``directory_changed()`` tells that there is more, less or something else in the directory.
    """

    directory_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._part = Part.PEOPLE
        self._draft: Kept | None = None
        self._wanted = ""
        self._told = Directory()
        self.registry = Registry(context, self)
        text = context.language.text
        rows = [(part, text(PART_TITLES[part])) for part in Part]
        self.parts = Segments(context.theme, rows, text("Parts of the directory"), self)
        self.search = SearchField(context.theme, context.language, text("Search"), self)
        self.add = PrimaryButton(context.theme, "", "plus", self)
        self.bring = PlainButton(context.theme, text("Import"), "file-import", self)
        self.same = LinkButton(context.theme, "", "git-merge", self)
        self.tables = {part: DirectoryTable(context, part, self) for part in Part}
        self.details = DirectoryDetails(context, self)
        self._middle = QStackedWidget(self)
        self._empty: QWidget | None = None
        self._build()
        self._connect()
        self.show_part(Part.PEOPLE)

    @property
    def part(self) -> Part:
        """Return the part that is shown."""
        return self._part

    def show_part(self, part: str) -> None:
        """Show people, rooms, offices or candidates."""
        self._part = Part(part)
        self._draft = None
        self._wanted = ""
        self.parts.set_value(self._part)
        is_kept = self._part is not Part.CANDIDATES
        self.add.setVisible(is_kept)
        self.add.setText(self._context.language.text(ADD[self._part]) if is_kept else "")
        self.bring.setVisible(self._part in {Part.PEOPLE, Part.ROOMS})
        self.tables[self._part].search(self.search.text())
        self._show_all()

    def show_record(self, record: str) -> None:
        """Show one record of the part that is shown, whatever was searched for."""
        self.search.clear()
        self.tables[self._part].search("")
        self._wanted = record
        self._choose_wanted()
        self.tables[self._part].setFocus()

    def add_record(self) -> None:
        """Show an empty form; the record is kept as soon as it has a name."""
        draft = self._new_record()
        if draft is None:
            self.show_part(Part.OFFICES)
            self._context.messages.say(
                self._context.language.text("A room needs an office: add the office first.")
            )
            return
        self.tables[self._part].clearSelection()
        self._draft = draft
        self._middle.setCurrentWidget(self._beside)
        self._show_details()
        if self.details.form is not None:
            self.details.form.field("name").setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what others have changed meanwhile."""
        super().showEvent(event)
        self.registry.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the plans alone while nobody looks."""
        super().hideEvent(event)
        self.registry.stop()

    def event(self, event: QEvent) -> bool:
        """Read the directory again when its window comes back to the front."""
        if event.type() is QEvent.Type.WindowActivate and self.isVisible():
            self.registry.reload()
        return super().event(event)

    def _build(self) -> None:
        theme = self._context.theme
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(3))
        head.setSpacing(theme.space(2))
        head.addWidget(self.parts)
        head.addSpacing(theme.space(2))
        head.addWidget(self.search, 1)
        head.addWidget(self.bring)
        head.addWidget(self.add)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
        column.setSpacing(0)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)
        self.same.hide()
        for table in self.tables.values():
            column.addWidget(table, 1)
        self._beside = QSplitter(Qt.Orientation.Horizontal, self)
        self._beside.setChildrenCollapsible(False)
        for number, (side, share) in enumerate(zip((left, self.details), _WIDTHS, strict=True)):
            self._beside.addWidget(side)
            self._beside.setStretchFactor(number, share)
        self.details.setMinimumWidth(theme.space(_NARROWEST))
        self._middle.addWidget(self._beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._middle, 1)

    def _connect(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self.search.searched.connect(self._on_searched)
        self.search.descended.connect(self._on_descended)
        self.add.clicked.connect(self.add_record)
        self.bring.clicked.connect(self._on_import)
        self.same.clicked.connect(self._on_same)
        for table in self.tables.values():
            table.shown.connect(self._on_shown)
            table.delete_wanted.connect(self._on_delete)
        self.details.edited.connect(self._on_edited)
        self.details.plan_chosen.connect(self._on_plan_chosen)
        self.details.use_wanted.connect(self.registry.use)
        self.details.merge_wanted.connect(lambda person: self._open_merge((person,)))
        self.details.delete_wanted.connect(self._on_delete)
        self.registry.changed.connect(self._on_changed)
        self._context.desk.opened.connect(self._on_desk_changed)
        self._context.desk.changed.connect(self._on_desk_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _choose_wanted(self) -> None:
        """Choose the record that was asked for, as soon as the directory has been read."""
        table = self.tables[self._part]
        if self._wanted:
            table.choose(self._wanted)
        row = table.current_row()
        if row is not None and row.record.id == self._wanted:
            self._wanted = ""

    def _on_changed(self) -> None:
        self._show_all()
        self._choose_wanted()
        if self.registry.directory != self._told:
            self._told = self.registry.directory
            self.directory_changed.emit()

    def _show_all(self) -> None:
        registry, language = self.registry, self._context.language
        rows = directory_rows(self._part, registry.directory, registry.appearances, language)
        for part, table in self.tables.items():
            table.setVisible(part is self._part)
        self.tables[self._part].show_rows(rows)
        is_empty = not rows and self._draft is None
        self.search.setEnabled(not is_empty)
        if is_empty:
            self._show_empty()
        else:
            self._middle.setCurrentWidget(self._beside)
            self._show_same()
            self._show_details()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._middle.removeWidget(self._empty)
            self._empty.deleteLater()
        empty = DirectoryStart(self._context, self._part, self)
        empty.setMinimumWidth(self._context.theme.space(_NARROWEST))
        empty.import_wanted.connect(self._on_import)
        empty.take_wanted.connect(self.registry.take_from_plan)
        empty.add_wanted.connect(self.add_record)
        self._empty = empty
        self._middle.addWidget(empty)
        self._middle.setCurrentWidget(empty)

    def _show_same(self) -> None:
        """Say how many people seem to be in the directory twice."""
        found = duplicates(self.registry.directory) if self._part is Part.PEOPLE else ()
        self.same.setVisible(bool(found))
        self.same.setText(
            self._context.language.count(
                "{n} person seems to be here twice. Have a look.",
                "{n} people seem to be here twice. Have a look.",
                len(found),
            )
        )

    def _show_details(self) -> None:
        row = self._draft_row() or self.tables[self._part].current_row()
        if row is None:
            self.details.clear()
            return
        is_in_plan = self.registry.is_in_plan(row.record)
        self.details.show_row(row, self.registry.directory.offices, is_in_plan=is_in_plan)

    def _draft_row(self) -> DirectoryRow | None:
        return DirectoryRow(self._draft.id, self._draft, ("",)) if self._draft else None

    def _new_record(self) -> Kept | None:
        offices = sorted(self.registry.directory.offices.values(), key=lambda office: office.name)
        if self._part is Part.PEOPLE:
            return Person(PersonId(fresh_id("person")), "")
        if self._part is Part.ROOMS:
            return Room(RoomId(fresh_id("room")), "", offices[0].id) if offices else None
        desk = self._context.desk
        zone = offices[0].zone if offices else desk.plan.zone() if desk.is_open else "UTC"
        return Office(OfficeId(fresh_id("office")), "", zone)

    def _on_searched(self, text: str) -> None:
        self.tables[self._part].search(text)

    def _on_descended(self) -> None:
        self.tables[self._part].setFocus()

    def _on_shown(self) -> None:
        if self.tables[self._part].current_row() is not None:
            self._draft = None
        self._show_details()

    def _on_edited(self, record: Kept) -> None:
        if self._draft is not None and record.id == self._draft.id:
            self._draft = record
            if not record.name:
                return
        if self.registry.keep([record]) and self._draft is not None:
            self._draft = None
            self.tables[self._part].choose(record.id)

    def _on_delete(self, record: Kept) -> None:
        if self._draft is not None and record.id == self._draft.id:
            self._draft = None
            self._show_all()
        else:
            self.registry.forget(record)

    def _on_plan_chosen(self, plan_id: PlanId) -> None:
        self._context.actions.commands.open_plan(plan_id)

    def _on_desk_changed(self, _change: object = None) -> None:
        if self.isVisible():
            self.registry.refresh()

    def _on_import(self) -> None:
        from planner.ui.dialogs.import_dialog import ImportDialog  # noqa: PLC0415 -- slow import

        kind = ListKind.ROOMS if self._part is Part.ROOMS else ListKind.PEOPLE
        self._open(ImportDialog(self._context, self.window(), kind=kind))

    def _on_same(self) -> None:
        found = duplicates(self.registry.directory)
        self._open_merge(found[0].people if found else ())

    def _open_merge(self, people: tuple[Person, ...]) -> None:
        from planner.ui.dialogs.merge_dialog import MergeDialog  # noqa: PLC0415 -- slow import

        self._open(MergeDialog(self._context, self.window(), people=people))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self.registry.refresh())
        dialog.open()
