"""The bar that shows messages inside the window, without blocking it."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner.formats.wording.language import Language
from planner.ui.controls.buttons import IconButton, LinkButton, PlainButton
from planner.ui.controls.overlay import Overlay
from planner.ui.messages import Message, Messages, Offer
from planner.ui.theme import metrics
from planner.ui.theme.theme import Theme
from planner.ui.theme.tones import Tone

_SHOWN_MS = 8000


class MessageBar(Overlay):
    """Floats at the lower edge of ``parent``; goes after eight seconds, errors when they are closed.

    The time stands still while the pointer is on it. Escape closes it.
    """

    def __init__(
        self, theme: Theme, language: Language, messages: Messages, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offers: list[PlainButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.space(4), theme.space(2), theme.space(2), theme.space(2))
        self._row.setSpacing(theme.space(3))
        self._row.addWidget(self._picture)
        self._row.addWidget(self._text, 1)
        close = IconButton(theme, "x", language.text("Close"), parent=self)
        close.clicked.connect(self.close_message)
        self._row.addWidget(close)
        self._time = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._time.timeout.connect(self.close_message)
        self._message: Message | None = None
        messages.said.connect(self.show_message)
        messages.settled.connect(self._on_settled)

    @property
    def message(self) -> Message | None:
        """Return the message that is shown."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show a message in the place of the one before."""
        self._message = message
        tone = Tone(str(message.tone))
        self.setProperty("tone", str(tone))
        self.style().polish(self)
        side = self._theme.length(metrics.LARGE_ICON)
        self._picture.setPixmap(self._theme.pixmap(tone.icon, tone.ink, side))
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        self._show_offers(message.offers)
        self.show()
        self.raise_()
        self.place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))
        self._start_time()

    def close_message(self) -> None:
        """Take the message away."""
        self._time.stop()
        self._message = None
        self.hide()

    def time_left(self) -> int:
        """Return the milliseconds until the message goes; less than nothing where it stays."""
        return self._time.remainingTime()

    def wanted_width(self) -> int:
        """Return the width of the text in one line, and of what stands beside it."""
        text = self._text.fontMetrics().horizontalAdvance(self._text.text())
        return text + self.sizeHint().width() - self._text.sizeHint().width() + 1

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the time stand still while somebody reads."""
        super().enterEvent(event)
        self._time.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the time run again."""
        super().leaveEvent(event)
        self._start_time()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the message with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)

    def _on_settled(self) -> None:
        message = self._message
        if message is not None and (message.is_lasting or message.is_of_last_step):
            self.close_message()

    def _start_time(self) -> None:
        if self._message is not None and not self._message.is_lasting:
            self._time.start()
        else:
            self._time.stop()

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        for button in self._offers:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offers = [self._button(offer) for offer in offers]
        for button in self._offers:
            self._row.insertWidget(self._row.count() - 1, button)

    def _button(self, offer: Offer) -> PlainButton:
        """Return a button; what gets one out of an error must not be overlooked."""
        is_way_out = self._message is not None and self._message.is_lasting
        kind = PlainButton if is_way_out else LinkButton
        button = kind(self._theme, offer.label.replace("&", "&&"), parent=self)

        def take() -> None:
            self.close_message()
            offer.run()

        button.clicked.connect(take)
        return button
