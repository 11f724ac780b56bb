"""The question that is asked when the live view opens in the middle of a day."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, PrimaryButton
from planner.ui.live.desk import LiveDesk


class AttachBar(QFrame):
    """Offers to take what was not logged as planned; gone as soon as somebody has answered."""

    def __init__(self, context: Context, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, text = context.theme, context.language.text
        self._live = live
        self.setProperty("surface", "surface")
        self.setProperty("line", "bottom")
        picture = QLabel(self)
        picture.setPixmap(theme.pixmap("history", "info", theme.icon_size))
        said = QLabel(text("Nothing of today was logged so far. Take it as planned?"), self)
        said.setProperty("scale", "strong")
        said.setWordWrap(True)
        self.take = PrimaryButton(theme, text("Take as planned"), "check", self)
        self.leave = PlainButton(theme, text("Begin from here"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(5), theme.space(2), theme.space(4), theme.space(2))
        row.setSpacing(theme.space(2))
        row.addWidget(picture)
        row.addWidget(said, 1)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        self.take.clicked.connect(lambda: self._answer(is_taken=True))
        self.leave.clicked.connect(lambda: self._answer(is_taken=False))
        live.opened.connect(self.refresh)
        live.moved_on.connect(self.refresh)
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Show or hide the question."""
        self.setVisible(self._live.is_attachable)

    def _answer(self, *, is_taken: bool) -> None:
        if is_taken:
            self._live.attach()
        else:
            self._live.begin_unlogged()
        self.refresh()
