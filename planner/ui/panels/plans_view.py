"""The list of plans for mouse and keys: a click or Enter opens one."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from planner.ui.context import Context
from planner.ui.models.plans_model import Kind, PlanRole, PlanRow, PlansModel
from planner.ui.panels.plan_painting import PlanDelegate

_LEAST_ROWS = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlansView(QListView):
    """As tall as its plans where there is room; ``plan_chosen(id)`` tells which one is wanted."""

    plan_chosen = Signal(str)

    def __init__(self, context: Context, model: PlansModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = context.theme.control_height
        self._plans = model
        self.setModel(model)
        self.setItemDelegate(PlanDelegate(context.theme, self))
        self.setAccessibleName(context.language.text("Plans"))
        self.setProperty("surface", "surface")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.clicked.connect(self._on_clicked)
        model.refreshed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size that shows all plans."""
        return QSize(super().sizeHint().width(), self._plans.rowCount() * self._row_height)

    def minimumSizeHint(self) -> QSize:
        """Return the size that shows a few plans."""
        rows = min(_LEAST_ROWS, self._plans.rowCount())
        return QSize(0, rows * self._row_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current plan by Enter."""
        if Qt.Key(event.key()) in _ENTER and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def go_to_first(self) -> None:
        """Put the focus on the first plan."""
        rows = enumerate(self._plans.rows)
        first = next((n for n, row in rows if row.kind is Kind.PLAN), -1)
        if first >= 0:
            self.setCurrentIndex(self._plans.index(first))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, index: QModelIndex) -> None:
        row: PlanRow = index.data(PlanRole.ROW)
        if row.kind is Kind.MORE:
            self._plans.read_more()
        elif row.id is not None:
            self.plan_chosen.emit(row.id)
