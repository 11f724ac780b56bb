"""Rules: when a block may start, and how short it may become."""

from PySide6.QtWidgets import QWidget

from planner.domain.blocks import Block, StartRule
from planner.domain.edits.details import ChangeDetails
from planner.domain.sequences import rest_minimum
from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.choice_field import ChoiceField
from planner.ui.controls.length_field import LengthField
from planner.ui.inspector.fields import fill, length
from planner.ui.inspector.part import Part

_RULES = (
    (StartRule.NOT_BEFORE, mark("Not before its time")),
    (StartRule.FLOW, mark("As soon as all are ready")),
    (StartRule.FIXED, mark("Fixed: waits for nobody")),
)


class RulesPart(Part):
    """A rest says at least how long it must be; where it does not, the policy says it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        rows = [(rule, self.text(said)) for rule, said in _RULES]
        self.rule = ChoiceField(rows, self.text("Starts"))
        name = self.text("At least")
        self.minimum = LengthField(context.theme, context.language, name, self)
        self.minimum.is_optional = True
        grid = self.grid()
        grid.add(self.text("Starts"), self.rule)
        self._minimum = grid.add(name, self.minimum)
        self.rule.chosen.connect(self._on_rule)
        self.minimum.entered.connect(self._on_minimum)

    def fill(self, block: Block) -> None:
        """Show the rules of a block."""
        self.rule.set_value(block.start_rule)
        fill(self.minimum, block.minimum, is_other=self.is_other)
        self._minimum.setVisible(block.is_rest or block.minimum is not None)
        if block.is_rest:
            least = rest_minimum(block, self.context.desk.plan.policy)
            self.minimum.setPlaceholderText(
                self.text("{length} by policy", length=self.context.language.length(least))
            )

    def _on_rule(self, rule: StartRule) -> None:
        if rule is not self.block.start_rule:
            self.make(ChangeDetails(self.block.id, start_rule=rule))

    def _on_minimum(self, value: object) -> None:
        self.make(ChangeDetails(self.block.id, minimum=length(value)), self.minimum)
