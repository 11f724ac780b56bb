"""The refusal of a whole list; what is wrong with one row is told beside that row."""

from planner.domain.errors import PlannerError


class UnreadableDirectory(PlannerError):
    """A file is no list of people or rooms. Facts: ``reason`` and what the reason needs.

    ``line`` is where it went wrong, ``limit`` and ``size`` are counts of what was too many.
    """

    code = "unreadable_directory"
