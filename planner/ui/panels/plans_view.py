"""The list of plans for mouse and keys: a click or Enter opens one."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from planner.domain.ids import PlanId
from planner.ui.context import Context
from planner.ui.controls.menu import Menu
from planner.ui.models.plans_model import Kind, PlanRole, PlanRow, PlansModel
from planner.ui.panels.plan_painting import PlanDelegate

_LEAST_ROWS = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlansView(QListView):
    """As tall as its plans where there is room; ``plan_chosen(id)`` tells which one is wanted.

    ``copy_asked(id)`` and ``delete_asked(id)`` come from the menu of a plan.
    """

    plan_chosen = Signal(str)
    copy_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, context: Context, model: PlansModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plans = model
        self._delegate = PlanDelegate(context.theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(context.language.text("Plans"))
        self.setProperty("surface", "surface")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.clicked.connect(self._on_clicked)
        model.refreshed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size that shows all plans."""
        return QSize(super().sizeHint().width(), self._height(len(self._plans.rows)))

    def minimumSizeHint(self) -> QSize:
        """Return the size that shows a few plans."""
        return QSize(0, self._height(_LEAST_ROWS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current plan by Enter."""
        if Qt.Key(event.key()) in _ENTER and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a plan, by mouse or by the menu key."""
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_key else self.indexAt(event.pos())
        row: PlanRow | None = index.data(PlanRole.ROW) if index.isValid() else None
        if row is None or row.id is None:
            return
        place = self.visualRect(index).center() if is_key else event.pos()
        menu = self.menu_for(row.id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))

    def menu_for(self, plan_id: PlanId) -> Menu:
        """Return what can be done with a plan."""
        theme, text = self._context.theme, self._context.language.text
        menu = Menu(parent=self)
        for icon, title, asked in (
            ("folder-open", text("Open"), self.plan_chosen),
            ("copy", text("Duplicate"), self.copy_asked),
            ("trash", text("Delete"), self.delete_asked),
        ):
            action = menu.addAction(theme.icon(icon), title)
            action.triggered.connect(lambda _=False, asked=asked: asked.emit(plan_id))
        return menu

    def go_to_first(self) -> None:
        """Put the focus on the first plan."""
        rows = enumerate(self._plans.rows)
        first = next((n for n, row in rows if row.kind is Kind.PLAN), -1)
        if first >= 0:
            self.setCurrentIndex(self._plans.index(first))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _height(self, rows: int) -> int:
        return sum(self._delegate.height_of(row) for row in self._plans.rows[:rows])

    def _on_clicked(self, index: QModelIndex) -> None:
        row: PlanRow = index.data(PlanRole.ROW)
        if row.kind is Kind.MORE:
            self._plans.read_more()
        elif row.id is not None:
            self.plan_chosen.emit(row.id)
