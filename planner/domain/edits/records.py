"""Edits of any table: records added and replaced. A record must not name what is not there."""

from dataclasses import dataclass

from planner.domain.edits.requirements import with_changed, with_new
from planner.domain.plan import Plan, Record


@dataclass(frozen=True, slots=True)
class AddRecords:
    """Add records of any kind; they may name each other."""

    records: tuple[Record, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the records at the end of their tables.

        Raises:
            EditRefused: an id is taken, or a record names one that the plan does not hold.
        """
        return with_new(plan, self.records)


@dataclass(frozen=True, slots=True)
class ReplaceRecord:
    """Put a record in place of the one that has its id."""

    record: Record

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the new values.

        Raises:
            UnknownRecord: the plan holds none with this id.
            EditRefused: the record names one that the plan does not hold.
        """
        plan.find(type(self.record), self.record.id)
        return with_changed(plan, self.record)
