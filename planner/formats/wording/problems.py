"""Problems as sentences: what is wrong and where, and what would mend it."""

from collections.abc import Mapping

from planner.domain.plan import Plan
from planner.domain.problems import Problem
from planner.formats.wording.facts import rendered
from planner.formats.wording.language import Language
from planner.i18n import mark

_UNKNOWN = (
    mark("A check of a newer version found something ({code})."),
    mark("Update the program to read more about it."),
)

PROBLEM_SENTENCES: Mapping[str, tuple[str, str]] = {
    "CLS-101": (
        mark("{who} is in two places on {day}: {other} and {block} overlap by {overlap}."),
        mark("Move one of the two, or make the earlier one shorter."),
    ),
    "CLS-102": (
        mark("{who} is booked twice on {day}: {other} and {block} overlap by {overlap}."),
        mark("Move one of the two, or name somebody else for it."),
    ),
    "CLS-103": (
        mark("{who} is taken twice on {day}: {other} and {block} overlap by {overlap}."),
        mark("Move one of the two, or choose another room for it."),
    ),
    "TIM-101": (
        mark("{block} on {day} is meant for {written}, but the clocks of {zone} skip that time."),
        mark("Choose a time before or after the clocks change."),
    ),
    "TIM-102": (
        mark("{block} on {day}: the clocks of {zone} show {start} twice; meant is UTC{offset}."),
        mark("Choose a time that comes once, or tell everybody which one is meant."),
    ),
    "TIM-103": (
        mark("{block} on {day} has no end; the plan reckons with {assumed}."),
        mark("Say how long it takes."),
    ),
    "TIM-104": (
        mark("{block} has no time yet."),
        mark("Put it on a day, or remove it."),
    ),
    "TIM-105": (
        mark(
            "{block} on {day} is planned for {start} in {zone}; the clocks at {office} show {shown}."
        ),
        mark("Say which of the two is meant, on the clocks of {office}."),
    ),
    "HRS-101": (
        mark("{block} on {day} lies outside the opening hours of {office}."),
        mark("Move it into the opening hours, or to another office."),
    ),
    "HRS-102": (
        mark("{block} on {day} lies outside the working hours of {person}."),
        mark("Move it into their working hours, or name somebody else."),
    ),
    "HRS-103": (
        mark("{person} is not available for {block} on {day}."),
        mark("Move it to a time when they can be booked, or name somebody else."),
    ),
    "HRS-104": (
        mark(
            "{block} on {day} begins at {start} for {person} in {zone}: not all of it is in waking hours there."
        ),
        mark("Move it to a time when both are awake, or name somebody who lives nearer."),
    ),
    "HRS-105": (
        mark(
            "{block} on {day} begins at {start} for {candidate} in {zone}: not all of it is in waking hours there."
        ),
        mark("Move it to a time when both are awake."),
    ),
    "HRS-106": (
        mark(
            "The day of {candidate} on {day} ends at {end} with {block}; it should end by {limit}."
        ),
        mark("Begin earlier, or move a block to another day."),
    ),
    "PNL-101": (
        mark("Nobody is named for {block} on {day} ({roles})."),
        mark("Choose somebody from the bench, or make the seat optional."),
    ),
    "PNL-102": (
        mark("{person} has declined {block} on {day} ({role})."),
        mark("Choose somebody else from the bench, or move the block and ask again."),
    ),
    "PNL-103": (
        mark("For {block} on {day} there is no firm answer yet from {people}."),
        mark("Ask them and note the answer, or choose somebody else from the bench."),
    ),
    "PNL-104": (
        mark("{block} on {day} has nobody who interviews."),
        mark("Add a seat for an interviewer, and name somebody."),
    ),
    "PNL-105": (
        mark("{person} interviews more than once in {loop}: {blocks}."),
        mark("Choose somebody else for one of them."),
    ),
    "PNL-106": (
        mark("Interviews of {person} on {day}: {count}, with a limit of {limit}."),
        mark("Choose somebody else for {block}, or raise the limit."),
    ),
    "PNL-107": (
        mark("Interviews of {person} in the week from {day}: {count}, with a limit of {limit}."),
        mark("Choose somebody else for {block}, or raise the limit."),
    ),
    "PNL-108": (
        mark("{block} on {day} has no candidate."),
        mark("Name the candidate, or remove the block."),
    ),
    "PNL-109": (
        mark("Nobody takes part in {block} on {day}."),
        mark("Name who takes part, or remove the block."),
    ),
    "BRK-201": (
        mark("{block} on {day} is planned with {length}, below its minimum of {minimum}."),
        mark("Make it longer, or lower its minimum."),
    ),
    "BRK-202": (
        mark(
            "{candidate} has no rest from {start} to {end} on {day}: that is {length}, and {limit} is the longest."
        ),
        mark("Plan a break of at least {least} in between."),
    ),
    "BRK-203": (
        mark("{block} on {day} lies outside the time for meals, {opens} to {closes}."),
        mark("Move it into that time."),
    ),
    "BRK-204": (
        mark("Nobody meets {candidate} at {block} on {day}, from {start} to {end}."),
        mark("Name a host."),
    ),
    "BRK-205": (
        mark("{candidate} is busy from {start} to {end} on {day} without a meal."),
        mark("Plan a meal between {opens} and {closes}."),
    ),
    "BRK-206": (
        mark(
            "Of {planned} planned for {block} on {day}, other blocks of {candidate} leave {left}."
        ),
        mark("Move what overlaps it, or plan it shorter on purpose."),
    ),
    "BRK-207": (
        mark(
            "{block} on {day} is promised at least {minimum}, but other blocks of {candidate} leave {left} of {planned}."
        ),
        mark("Move what overlaps it."),
    ),
    "BRK-208": (
        mark("{candidate} is interviewed at {block} on {day}, and has no other meal."),
        mark("Plan a meal without an interview, or a break of at least {least} around noon."),
    ),
    "BRK-211": (
        mark("{block} on {day} will last {left} instead of {planned}, from {start} to {end}."),
        mark("Shift what follows, or shorten what comes before."),
    ),
    "BRK-212": (
        mark("{block} on {day} can keep its minimum only by ending {by} late, at {end}."),
        mark("Shift what follows by {by}, or shorten what comes before."),
    ),
    "PLC-101": (
        mark("{room} is too small for {block} on {day}: {count} people, room for {capacity}."),
        mark("Choose a larger room."),
    ),
    "PLC-102": (
        mark("{block} on {day} is a video call, but {room} lists no video equipment."),
        mark("Choose a room with video equipment, or add it to the room if it is there."),
    ),
    "PLC-103": (
        mark("{block} on {day} is a phone call, but {room} lists no phone."),
        mark("Choose a room with a phone, or add it to the room if it is there."),
    ),
    "PLC-104": (
        mark("{who} has {gap} from {previous} to {block} on {day}; the way takes {needed}."),
        mark("Leave more time between the two, or choose rooms that are closer."),
    ),
    "PLC-105": (
        mark("{who} has {gap} from {previous} to {block} on {day}; the way takes {needed}."),
        mark("Leave more time between the two, or choose rooms that are closer."),
    ),
    "PLC-106": (
        mark("Nobody says where {block} on {day} takes place."),
        mark("Choose a room, or write down the place."),
    ),
    "PLC-107": (
        mark("{block} on {day} is said to be at {office}, but {room} is at {other}."),
        mark("Choose a room at {office}, or name {other} as the office."),
    ),
    "MOD-301": (
        mark("{block} on {day} has no fallback for when the connection drops ({mode})."),
        mark("Add a second number or link, and who calls back."),
    ),
    "MOD-302": (
        mark("{block} on {day} is a phone call, but nobody has a number to dial."),
        mark("Add a number to the call, to the room, or to the candidate."),
    ),
    "MOD-303": (
        mark("{block} on {day} is a video call without a link."),
        mark("Add the link, or a number to dial."),
    ),
    "MOD-304": (
        mark("{block} on {day} uses the link of {other}; they overlap by {overlap}."),
        mark("Give each of the two its own link, or move one."),
    ),
    "COV-109": (
        mark("No block of {loop} assesses {area} for {candidate}."),
        mark("Give {area} to a block, or take it off what the loop asks for."),
    ),
    "COV-110": (
        mark("{loop} assesses {area} for {candidate} too seldom: {times} of {wanted}."),
        mark("Give {area} to another block, or ask for it less often."),
    ),
    "COV-111": (
        mark(
            "{block} on {day} is to assess {areas}, which is no focus area of its panel ({people})."
        ),
        mark("Choose somebody who assesses it, or give it to another block."),
    ),
    "DAY-101": (
        mark("{candidate} has no arrival before {block} on {day}."),
        mark("Plan time for identification and the security pass, and who collects them."),
    ),
    "DAY-102": (
        mark("{candidate} has nobody to call on {day}."),
        mark("Name a contact for the candidate, or a coordinator for the plan."),
    ),
    "DAY-103": (
        mark("{person}, whom {candidate} is to call on {day}, has neither phone nor e-mail."),
        mark("Add a number or an address, or name another contact."),
    ),
    "TRV-101": (
        mark("{candidate} arrives at {moment} on {on}, when {block} on {day} has begun."),
        mark("Choose an earlier connection, or begin later."),
    ),
    "TRV-102": (
        mark("{candidate} departs at {moment} on {on}, before {block} on {day} ends."),
        mark("Choose a later connection, or end earlier."),
    ),
    "TRV-103": (
        mark("No hotel is planned for {candidate}, nights from: {nights}."),
        mark("Add a hotel for these nights."),
    ),
    "PRJ-101": (
        mark("{block} on {day} begins at a fixed time, {by} before all are ready: {who}."),
        mark("Shorten what comes before, or name somebody else."),
    ),
    "PRJ-102": (
        mark("The day of {candidate} on {day} will end {by} after {due}."),
        mark("Shorten or drop a block."),
    ),
    "PRJ-103": (
        mark(
            "{candidate} will be busy on {day} until {by} after {due}, the time to leave for home."
        ),
        mark("Shorten or drop a block, or choose a later connection."),
    ),
    "TRV-104": (
        mark("{block} on {day} takes place while {candidate} travels ({on}, from {moment})."),
        mark("Move it, or choose another connection."),
    ),
    "TRV-105": (
        mark(
            "{candidate} arrives at {moment} on {on}, {gap} before {block}; the way takes {needed}."
        ),
        mark("Choose an earlier connection, begin later, or add the transfer to the journey."),
    ),
    "TRV-106": (
        mark(
            "{candidate} departs at {moment} on {on}, {gap} after {block}; the way there, in good time, takes {needed}."
        ),
        mark("Choose a later connection, end earlier, or add the transfer to the journey."),
    ),
    "TRV-107": (
        mark(
            "A journey of {candidate} ({direction}, {on} {year}, {moment}) belongs to no visit: nothing is planned near it."
        ),
        mark("Mend its date, or remove it."),
    ),
    "TRV-108": (
        mark(
            "The nights of {candidate} at {stay} ({start} to {end}, {year}) belong to no visit: nothing is planned near them."
        ),
        mark("Mend their dates, or remove them."),
    ),
    "TRV-109": (
        mark(
            "{candidate} is on two journeys at once on {on}: they leave at {other} and {moment}, and overlap by {overlap}."
        ),
        mark("Remove one of the two, or mend its times."),
    ),
    "TRV-110": (
        mark("{candidate} has two hotels from {start} to {end}: {other} and {stay}."),
        mark("Remove one of the two, or mend its dates."),
    ),
}
"""By code: what is wrong and where, and what would mend it. Placeholders are facts."""


def problem_sentences(problem: Problem, plan: Plan, language: Language) -> tuple[str, str]:
    """Return what is wrong and where, and what would mend it; ``plan`` names the records."""
    what, mend = PROBLEM_SENTENCES.get(problem.code, _UNKNOWN)
    facts = {**rendered(problem.facts, plan, language), "code": problem.code}
    return language.text(what, **facts), language.text(mend, **facts)
