"""What the chips above a day say: problems by severity, is lunch safe, when to leave."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.problems import SEVERITIES, Severity
from planner.domain.subjects import Subject
from planner.formats.wording.figures import leave_chip, leave_reason, meal_chip
from planner.formats.wording.language import Language
from planner.schedule.day_figures import DayFigures
from planner.ui.desk import Desk
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
    desk: Desk, figures: DayFigures | None, language: Language
) -> Iterator[HeaderChip]:
    """Yield the chips for the open plan and the figures of the day that is shown."""
    yield from _problem_chips(desk, language)
    if figures is None:
        return
    meal, leave = figures.meal, figures.leave
    if meal is not None:
        text = meal_chip(meal, desk.plan, language)
        tone = Tone.GOOD if meal.is_safe else Tone.ERROR
        yield HeaderChip(text, tone, "tools-kitchen-2", Subject("blocks", meal.block))
    if leave is not None:
        text = leave_chip(leave, language)
        tone = Tone.ERROR if leave.is_late else Tone.NEUTRAL
        reason = leave_reason(leave, language)
        target = Subject("journeys", leave.journey)
        yield HeaderChip(text, tone, "plane-departure", target, reason)


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
