"""The proposals of the moment: at most three cards, or the good news that none is needed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from planner.app.counsel import RiskChange
from planner.formats.wording.proposals import price_lines, proposal_title
from planner.formats.wording.risk import risk_change_lines
from planner.formats.wording.whose import names_of
from planner.schedule.repairs.proposals import Proposal
from planner.ui.context import Context
from planner.ui.controls.section import Section
from planner.ui.live.desk import LiveDesk
from planner.ui.live.proposal_card import ProposalCard

_MOST = 3


class Proposals(Section):
    """``pointed(proposal)`` tells whose outcome shall be shown over the day; None for nobody's."""

    pointed = Signal(object)

    def __init__(self, context: Context, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, context.language.text("Proposals"), parent)
        self._context, self._live = context, live
        self.cards: list[ProposalCard] = []
        self._shown: tuple[Proposal, ...] = ()
        for number in range(_MOST):
            card = ProposalCard(context.theme, self)
            card.pressed.connect(lambda number=number: live.apply_number(number + 1))
            card.pointed.connect(lambda on, number=number: self._on_pointed(number, is_on=on))
            card.hide()
            self.cards.append(card)
            self.add(card)
        self.nothing = QLabel(self)
        self.nothing.setWordWrap(True)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setProperty("tone", "muted")
        self.add(self.nothing)
        live.advised.connect(self.refresh)
        live.opened.connect(self.refresh)
        live.moved_on.connect(self._tell)

    def refresh(self) -> None:
        """Show the proposals of the newest counsel."""
        plan_open = self._context.desk.is_open
        self._shown = self._live.proposals if plan_open else ()
        for number, card in enumerate(self.cards):
            is_there = number < len(self._shown)
            card.setVisible(is_there)
            if is_there:
                self._fill(number, card)
        self._tell()

    def _fill(self, number: int, card: ProposalCard) -> None:
        proposal, language = self._shown[number], self._context.language
        plan = proposal.projection.agenda.plan
        title = proposal_title(proposal, plan, language)
        counsel = self._live.counsel
        nothing = counsel.advice.nothing if counsel is not None else None
        prices = price_lines(proposal, plan, language, nothing)
        if len(plan.candidates) > 1:
            whose = names_of(plan, (m.block for m in proposal.measures), language)
            title, prices = f"{whose}: {title}" if whose else title, prices[-1:]
        price = "\n".join(prices)
        changes = counsel.changes[number] if counsel is not None and counsel.changes else ()
        risk = "\n".join(risk_change_lines(changes, plan, language))
        card.show_proposal(number + 1, title, price, risk, _tone(changes))

    def _tell(self, _what: object = None) -> None:
        text, live = self._context.language.text, self._live
        self.nothing.setVisible(not self._shown)
        if not live.is_today:
            said = text("Proposals come on the day itself.")
        elif live.is_attachable:
            said = text("Say first how the day began.")
        elif live.counsel is None or not live.is_advised:
            said = text("Looking for proposals\u2026")
        elif live.counsel.advice.nothing.is_kept:
            said = text("Nothing needs to be done. Every promise is kept.")
        elif not self._is_broken():
            said = text("Nothing needs to be done here, but others need something.")
        else:
            said = text("Nothing that could be done would help.")
        if self.nothing.text() != said:
            self.nothing.setText(said)

    def _is_broken(self) -> bool:
        """Say whether a promise to whoever is shown will not be kept."""
        aims = self._live.aims
        if aims is None:
            return True
        mine = {entry.block.id for entry in aims.entries}
        return any(broken.promise.block in mine for broken in self._live.projection.broken)

    def _on_pointed(self, number: int, *, is_on: bool) -> None:
        is_there = is_on and number < len(self._shown)
        self.pointed.emit(self._shown[number] if is_there else None)


def _tone(changes: Sequence[RiskChange]) -> str:
    """Return how to show changes of the risks: the worst one comes first."""
    if not changes:
        return "muted"
    return "warning" if changes[0].gained < 0 else "good"
