"""The policy as rows: what each threshold is called and why there is one, and what repairs weigh."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.domain.policy import RepairCriterion
from planner.i18n import mark


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A field of `Policy`: its label, and the reason in one sentence; both to translate."""

    field: str
    label: str
    reason: str


POLICY_GROUPS: Sequence[tuple[str, Sequence[PolicyRow]]] = (
    (
        mark("Promises to the candidate"),
        (
            PolicyRow(
                "break_minimum",
                mark("Shortest break"),
                mark("A break gives way to delay down to this length, and no further."),
            ),
            PolicyRow(
                "meal_minimum",
                mark("Shortest meal"),
                mark("Nobody eats in less; a lunch gives way to delay down to this length."),
            ),
            PolicyRow(
                "longest_without_rest",
                mark("Longest time without rest"),
                mark("Attention wears out: after so long a break is due."),
            ),
            PolicyRow(
                "meal_needed_after",
                mark("Meal needed from"),
                mark("On site for longer than this, a candidate is hungry."),
            ),
            PolicyRow(
                "meal_window_start",
                mark("Lunch not before"),
                mark("Lunch at ten is a late breakfast."),
            ),
            PolicyRow(
                "meal_window_end",
                mark("Lunch not after"),
                mark("An afternoon interview on an empty stomach is unfair."),
            ),
            PolicyRow(
                "day_end",
                mark("Day ends by"),
                mark("The last interview of a long day is the weakest."),
            ),
            PolicyRow(
                "needs_meal_host",
                mark("Somebody eats with the candidate"),
                mark("A candidate who eats alone is left standing in a strange house."),
            ),
            PolicyRow(
                "needs_arrival",
                mark("An arrival is planned"),
                mark("Identification and a security pass take time, and somebody fetches them."),
            ),
            PolicyRow(
                "needs_fallback",
                mark("Calls have a second way"),
                mark("When the line drops, everybody knows which number to dial."),
            ),
        ),
    ),
    (
        mark("Limits for interviewers"),
        (
            PolicyRow(
                "interviews_per_day",
                mark("Interviews in a day"),
                mark("The fifth interview of a day is not as fair as the first."),
            ),
            PolicyRow(
                "interviews_per_week",
                mark("Interviews in a week"),
                mark("They have other work, and notes to write."),
            ),
            PolicyRow(
                "waking_start",
                mark("Calls not before"),
                mark("On the clocks of whoever takes the call: before that, people sleep."),
            ),
            PolicyRow(
                "waking_end",
                mark("Calls not after"),
                mark("On the clocks of whoever takes the call: after that, people rest."),
            ),
        ),
    ),
    (
        mark("Ways and lengths"),
        (
            PolicyRow(
                "room_changeover",
                mark("To another room"),
                mark("The way down the corridor, and to say good-bye."),
            ),
            PolicyRow(
                "floor_changeover",
                mark("To another floor"),
                mark("Lifts keep people waiting."),
            ),
            PolicyRow(
                "office_changeover",
                mark("To another office"),
                mark("Whoever changes offices needs a taxi, and a pass at the door."),
            ),
            PolicyRow(
                "way_to_station",
                mark("Way to a train or a flight"),
                mark("Between the office and the station, where no transfer of a journey says it."),
            ),
            PolicyRow(
                "flight_lead",
                mark("At the airport before"),
                mark("Bags, security and a gate that closes early; counted before the departure."),
            ),
            PolicyRow(
                "train_lead",
                mark("At the station before"),
                mark("To find the platform; counted before the departure."),
            ),
            PolicyRow(
                "no_show_grace",
                mark("Late becomes absent after"),
                mark("After so long somebody is taken for a no-show, and the day goes on."),
            ),
            PolicyRow(
                "default_duration",
                mark("Length where none is given"),
                mark("So much is reckoned for a block without an end."),
            ),
        ),
    ),
)
"""The fields of the policy, in the order in which they are shown."""

SHOWN_ELSEWHERE = frozenset({"repair_order"})
"""Fields that are no threshold: what repairs of a live day weigh against each other has its own page."""

CRITERIA: Mapping[RepairCriterion, tuple[str, str]] = {
    RepairCriterion.PROMISES: (
        mark("Promises kept"),
        mark("Rests have their minimum, and what is fixed starts on time."),
    ),
    RepairCriterion.FLIGHT: (
        mark("The way home"),
        mark("Nobody misses a flight or a train."),
    ),
    RepairCriterion.LATE: (
        mark("End of the day"),
        mark("The day is over by its limit."),
    ),
    RepairCriterion.AREAS: (
        mark("Focus areas"),
        mark("Somebody still assesses each of them."),
    ),
    RepairCriterion.LOST: (
        mark("Interview time"),
        mark("Interviews are neither cut nor dropped."),
    ),
    RepairCriterion.TOLD: (
        mark("People to tell"),
        mark("Few people have to hear something new."),
    ),
    RepairCriterion.MOVED: (
        mark("Minutes moved"),
        mark("Blocks stay near the times that people know."),
    ),
    RepairCriterion.REST: (
        mark("Rest above the minimum"),
        mark("Breaks stay as long as planned, not only as long as promised."),
    ),
}
"""What each criterion of a repair is called, and what it asks for."""
