"""What the chips above a day say: problems by severity, is lunch safe, when to leave."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.plan import Plan
from planner.domain.problems import SEVERITIES, Severity
from planner.domain.subjects import Subject
from planner.formats.wording.buffers import safety_reason
from planner.formats.wording.figures import leave_chip, leave_reason, meal_chip
from planner.formats.wording.language import Language
from planner.formats.wording.risk import RestRisk, level, rest_risk_chip
from planner.schedule.day_figures import DayFigures, MealFigure
from planner.ui.desk import Desk
from planner.ui.safety import tone_of
from planner.ui.theme.tones import Tone


@dataclass(frozen=True, slots=True)
class HeaderChip:
    """One chip, and where a click on it leads: to the problems of a severity, or to a record."""

    text: str
    tone: Tone
    icon: str
    target: Severity | Subject | None = None
    reason: str = ""


def header_chips(
    desk: Desk, figures: DayFigures | None, language: Language, risk: RestRisk | None = None
) -> Iterator[HeaderChip]:
    """Yield the chips for the open plan and the figures of the day that is shown.

    ``risk`` is that of the meal, where it is known.
    """
    yield from _problem_chips(desk, language)
    if figures is None:
        return
    meal, leave = figures.meal, figures.leave
    if meal is not None:
        yield _meal_chip(meal, desk.plan, risk, language)
    if leave is not None:
        text = leave_chip(leave, language)
        tone = Tone.ERROR if leave.is_late else Tone.NEUTRAL
        reason = leave_reason(leave, language)
        target = Subject("journeys", leave.journey)
        yield HeaderChip(text, tone, "plane-departure", target, reason)


def _meal_chip(
    meal: MealFigure, plan: Plan, risk: RestRisk | None, language: Language
) -> HeaderChip:
    """Return how likely the meal keeps its minimum; where the plan itself cuts it, that."""
    text = meal_chip(meal, plan, language)
    tone, reason = Tone.GOOD if meal.is_safe else Tone.ERROR, ""
    if meal.is_safe and risk is not None:
        reason = f"{text}\n{safety_reason(risk, plan, language)}"
        text, tone = rest_risk_chip(risk, plan, language), tone_of(level(1 - risk.below))
    return HeaderChip(text, tone, "tools-kitchen-2", Subject("blocks", meal.block), reason)


def _problem_chips(desk: Desk, language: Language) -> Iterator[HeaderChip]:
    found = Counter(problem.severity for problem in desk.checked.open)
    if not found:
        yield HeaderChip(language.text("No problems"), Tone.GOOD, "circle-check")
    for severity in SEVERITIES:
        if found[severity]:
            text = _counted(severity, found[severity], language)
            yield HeaderChip(text, *_LOOKS[severity], severity)


def _counted(severity: Severity, number: int, language: Language) -> str:
    match severity:
        case Severity.ERROR:
            return language.count("{n} error", "{n} errors", number)
        case Severity.WARNING:
            return language.count("{n} warning", "{n} warnings", number)
        case _:
            return language.count("{n} hint", "{n} hints", number)


_LOOKS = {
    Severity.ERROR: (Tone.ERROR, "alert-circle"),
    Severity.WARNING: (Tone.WARNING, "alert-triangle"),
    Severity.HINT: (Tone.NEUTRAL, "circle"),
}
