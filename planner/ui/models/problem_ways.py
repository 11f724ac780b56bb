"""What a link says for a problem that a person has to mend by hand: where it leads, in a few words."""

from collections.abc import Mapping

from planner.formats.wording.language import Language
from planner.i18n import mark

_SHOW = mark("Show")

_WAYS: Mapping[str, str] = {
    "TIM-104": mark("Give it a time"),
    "PNL-101": mark("Choose somebody"),
    "PNL-102": mark("Choose somebody else"),
    "PNL-103": mark("Note the answer"),
    "PNL-104": mark("Add a seat"),
    "PNL-105": mark("Choose somebody else"),
    "PNL-106": mark("Choose somebody else"),
    "PNL-107": mark("Choose somebody else"),
    "PNL-108": mark("Name the candidate"),
    "PNL-109": mark("Name who takes part"),
    "BRK-204": mark("Name a host"),
    "PLC-101": mark("Choose a larger room"),
    "PLC-102": mark("Choose another room"),
    "PLC-103": mark("Choose another room"),
    "PLC-106": mark("Choose a room"),
    "MOD-301": mark("Add a fallback"),
    "MOD-302": mark("Add a number"),
    "MOD-303": mark("Add a link"),
    "COV-109": mark("Show coverage"),
    "COV-110": mark("Show coverage"),
    "DAY-102": mark("Name a coordinator"),
    "DAY-103": mark("Add a number"),
    "TRV-103": mark("Add a hotel"),
}
"""By code of a problem; all of them only lead to the record that is to be changed."""

OF_PLAN = frozenset({"DAY-102"})
"""Codes of problems that are mended in the form of the plan, while no block is selected."""


def way(code: str, language: Language) -> str:
    """Return what the link of a problem without a fix says."""
    return language.text(_WAYS.get(code, _SHOW))
