"""docs/checks.md says what the rules are, and the rules can be told apart."""

from dataclasses import fields

from planner.domain.policy import Policy
from planner.schedule.checks.rules import PROJECTION_RULES, RULES
from tools.document_checks import TARGET, document

ALL = (*RULES, *PROJECTION_RULES)


def test_document_is_fresh() -> None:
    """Write it again with ``python tools/document_checks.py``."""
    assert TARGET.read_text(encoding="utf-8") == document()


def test_document_has_a_row_for_every_rule() -> None:
    rows = [line.split(" | ")[0][2:] for line in document().splitlines() if line.startswith("| ")]
    assert sorted(row for row in rows if "-" in row.strip("-")) == sorted(rule.code for rule in ALL)


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in ALL}) == len(ALL)


def test_thresholds_are_the_fields_of_the_policy() -> None:
    read = {name for rule in ALL for name in rule.thresholds}
    on_the_day = {"no_show_grace", "repair_order"}  # no check reads them: nobody is late in a plan
    assert read | on_the_day == {field.name for field in fields(Policy)}
