"""Noon: what a candidate's day holds around the window in which one eats."""

from collections.abc import Sequence

from planner.domain.blocks import MEETING_KINDS, Kind
from planner.domain.times import Moment
from planner.schedule.agenda import Entry
from planner.schedule.checks.breaks import minimum
from planner.schedule.checks.clocks import DAY_SECONDS, second_of_day
from planner.schedule.checks.survey import Day, Survey, in_seconds

_MEAL = Kind.MEAL
_ATTENDED_KINDS = MEETING_KINDS | {Kind.ARRIVAL, Kind.BREAK}


class Noon:
    """A day as checks of meals look at it. Clock times are seconds since its midnight.

    The clocks are those of the place; on a day of calls, those of the candidate's home.
    ``timely`` are meals of which enough lies in the window: the minimum, or all if that is less.
    ``lunches`` are those and meals between meetings; breakfast and dinner are neither.
    """

    def __init__(self, survey: Survey, day: Day) -> None:
        self._survey = survey
        self._day = day
        self._home = "" if day.is_on_site else survey.candidate_zone(day.candidate)
        self._opens = second_of_day(survey.policy.meal_window_start)
        self._closes = second_of_day(survey.policy.meal_window_end)
        self._meetings = [entry for entry in day.entries if entry.block.kind in MEETING_KINDS]
        self.attended = [entry for entry in day.entries if entry.block.kind in _ATTENDED_KINDS]
        self.meals = [entry for entry in day.entries if entry.block.kind is _MEAL]
        self.timely = [entry for entry in self.meals if self._is_timely(entry)]
        self.lunches = [e for e in self.meals if e in self.timely or self._lies_between_meetings(e)]
        self.needs_meal = self._is_long_over_noon() and not self._has_time_to_eat()

    @property
    def is_busy(self) -> bool:
        """Say whether meetings reach into the window, or lie on both sides of it."""
        spans = [self._span(entry) for entry in self._meetings]
        return any(first < self._closes for first, _ in spans) and any(
            last > self._opens for _, last in spans
        )

    @property
    def last(self) -> Entry:
        """Return what ends last of all that the candidate attends."""
        return max(self.attended, key=lambda entry: entry.end)

    def shown(self, moment: Moment) -> Moment:
        """Return the moment on the clocks by which the day goes."""
        return moment.in_zone(self._home) if self._home else moment

    def _is_timely(self, entry: Entry) -> bool:
        return self._in_window(entry) >= min(minimum(self._survey, entry), entry.length)

    def _lies_between_meetings(self, meal: Entry) -> bool:
        return any(entry.start < meal.start for entry in self._meetings) and any(
            entry.end > meal.end for entry in self._meetings
        )

    def _is_long_over_noon(self) -> bool:
        if not self.attended:
            return False
        first, last = self.attended[0], self.last
        return (
            last.end - first.start > in_seconds(self._survey.policy.meal_needed_after)
            and self._span(first)[0] <= self._opens
            and self._span(last)[1] >= self._closes
        )

    def _has_time_to_eat(self) -> bool:
        """Say whether rest in the window is long enough; at home a gap between calls will do."""
        least = in_seconds(self._survey.policy.meal_minimum)
        is_rest = self._survey.is_rest
        rests = [entry for entry in self._day.entries if is_rest[entry.index]]
        if any(self._in_window(entry) >= least for entry in rests):
            return True
        return not self._day.is_on_site and self._longest_gap(self._day.entries) >= least

    def _longest_gap(self, entries: Sequence[Entry]) -> int:
        free_from, longest = self._opens, 0
        for entry in entries:
            if not self._survey.is_rest[entry.index]:
                first, last = self._span(entry)
                longest = max(longest, min(first, self._closes) - free_from)
                free_from = max(free_from, last)
        return max(longest, self._closes - free_from)

    def _in_window(self, entry: Entry) -> int:
        first, last = self._span(entry)
        return min(last, self._closes) - max(first, self._opens)

    def _span(self, entry: Entry) -> tuple[int, int]:
        """Return when an entry starts and ends, in seconds since the midnight of the day."""
        if not self._home:
            return self._survey.spans[entry.index][1:]
        clocks = self._survey.clocks
        midnight, _ = clocks.local(self._home, self._day.entries[0].start)
        date, first, last = clocks.span(self._home, entry.start, entry.end)
        passed = (date - midnight) * DAY_SECONDS
        return first + passed, last + passed
