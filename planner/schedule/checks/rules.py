"""All checks, in the order in which docs/checks.md lists them. A new one is one more row."""

from planner.domain.problems import Severity
from planner.schedule.checks import (
    breaks,
    calls,
    clashes,
    focus,
    hours,
    loads,
    meals,
    panels,
    places,
    projected,
    timeboxes,
    walks,
)
from planner.schedule.checks.rule import Rule, Scope
from planner.schedule.checks.visit_rules import VISIT_RULES

_ERROR, _WARNING, _HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

RULES: tuple[Rule, ...] = (
    Rule(
        "CLS-101",
        _ERROR,
        Scope.CANDIDATE,
        clashes.candidate_in_two_places,
        "Nobody can be in two places. A break that another block cuts into is BRK-206 or BRK-207.",
        ("default_duration",),
    ),
    Rule(
        "CLS-102",
        _ERROR,
        Scope.PERSON,
        clashes.person_in_two_places,
        "Whoever is booked twice keeps one of the candidates waiting. "
        "Somebody who declined a block is not in it. A host has several candidates at once where "
        "nobody is interviewed: breaks, meals, arrivals, tours and escorts.",
        ("default_duration",),
    ),
    Rule(
        "CLS-103",
        _ERROR,
        Scope.ROOM,
        clashes.room_double_booked,
        "Two groups meet at one door. Breaks, meals, arrivals, tours and escorts share a room: "
        "a cafeteria or a lobby holds many.",
        ("default_duration",),
    ),
    Rule(
        "TIM-101",
        _ERROR,
        Scope.BLOCK,
        timeboxes.time_skipped,
        "Where the clocks go forward an hour does not exist; each calendar moves it elsewhere.",
    ),
    Rule(
        "TIM-102",
        _WARNING,
        Scope.BLOCK,
        timeboxes.time_repeated,
        "Where the clocks go back a time comes twice, and people come to one or the other.",
    ),
    Rule(
        "TIM-103",
        _WARNING,
        Scope.BLOCK,
        timeboxes.end_unknown,
        "Without an end nobody can be booked after it, and no calendar entry can be sent.",
        ("default_duration",),
    ),
    Rule(
        "TIM-104",
        _HINT,
        Scope.PLAN,
        timeboxes.unscheduled,
        "A block without a time is on nobody's itinerary.",
    ),
    Rule(
        "TIM-105",
        _WARNING,
        Scope.BLOCK,
        timeboxes.clocks_of_elsewhere,
        "Whoever reads the time on the wall of the office comes hours early or late. Asked of blocks "
        "in a room, and of arrivals, tours and meetings face to face; a call may go by the clocks of "
        "anybody who takes it.",
    ),
    Rule(
        "HRS-101",
        _WARNING,
        Scope.BLOCK,
        hours.outside_office_hours,
        "A closed office has no reception, no security pass and no coffee. "
        "Asked of blocks in a room, and of arrivals, tours and meetings face to face.",
    ),
    Rule(
        "HRS-102",
        _WARNING,
        Scope.BLOCK,
        hours.outside_working_hours,
        "Whoever is booked outside their hours is likely to decline late. The clocks are those of "
        "the person's zone, except for those who come in person from elsewhere.",
    ),
    Rule(
        "HRS-103",
        _ERROR,
        Scope.BLOCK,
        hours.outside_availability,
        "The person said when they can be booked. Without any rows nothing is known.",
    ),
    Rule(
        "HRS-104",
        _WARNING,
        Scope.BLOCK,
        hours.interviewer_asleep,
        "A call at three in the morning is a mistake in a time zone. Only calls are asked, and only "
        "people whose hours and availability are not known.",
        ("waking_start", "waking_end"),
    ),
    Rule(
        "HRS-105",
        _WARNING,
        Scope.DAY,
        hours.candidate_asleep,
        "A candidate at home lives on the clocks of their home. Not asked on days on site.",
        ("waking_start", "waking_end"),
    ),
    Rule(
        "HRS-106",
        _WARNING,
        Scope.DAY,
        hours.day_too_late,
        "The last interview of a long day is the weakest. Meals and the way back may come later; "
        "calls from home follow HRS-105.",
        ("day_end",),
    ),
    Rule(
        "PNL-101",
        _ERROR,
        Scope.BLOCK,
        panels.seat_empty,
        "The candidate would wait for somebody who was never asked. "
        "The host of a meal that nobody attends is BRK-204.",
        ("needs_meal_host",),
    ),
    Rule(
        "PNL-102",
        _ERROR,
        Scope.BLOCK,
        panels.declined,
        "Somebody who is needed will not come. Optional seats may stay empty.",
    ),
    Rule(
        "PNL-103",
        _HINT,
        Scope.BLOCK,
        panels.not_answered,
        "Nobody is missed more on the day than somebody who never said yes.",
    ),
    Rule(
        "PNL-104",
        _ERROR,
        Scope.BLOCK,
        panels.nobody_interviews,
        "An interview needs an interviewer; hosts and shadows do not interview, and who declined an "
        "optional seat does not come. A required seat that is empty or declined is PNL-101 or "
        "PNL-102.",
    ),
    Rule(
        "PNL-105",
        _WARNING,
        Scope.PERSON,
        loads.same_person_twice,
        "Two interviews by one person give one opinion, and take the place of another.",
    ),
    Rule(
        "PNL-106",
        _WARNING,
        Scope.PERSON,
        loads.too_many_per_day,
        "Attention and fairness wear out. The person's own limit goes before the policy's; "
        "days are those of the person's zone.",
        ("interviews_per_day",),
    ),
    Rule(
        "PNL-107",
        _WARNING,
        Scope.PERSON,
        loads.too_many_per_week,
        "Interviewers have another job. ISO weeks on the clocks of the person's zone.",
        ("interviews_per_week",),
    ),
    Rule(
        "PNL-108",
        _WARNING,
        Scope.BLOCK,
        panels.no_candidate,
        "An interview of nobody books people in vain.",
    ),
    Rule(
        "PNL-109",
        _HINT,
        Scope.BLOCK,
        panels.nobody_takes_part,
        "A block without candidates and people is on nobody's calendar. "
        "A debrief needs no candidate: it has people.",
    ),
    Rule(
        "BRK-201",
        _ERROR,
        Scope.BLOCK,
        breaks.planned_too_short,
        "A break is a promise. One that is planned below its minimum is broken from the start.",
        ("break_minimum", "meal_minimum"),
    ),
    Rule(
        "BRK-202",
        _WARNING,
        Scope.DAY,
        breaks.too_long_without_rest,
        "After two hours people answer worse. A gap counts as rest when it is as long as a break "
        "must be; a lunch that is an interview does not.",
        ("longest_without_rest", "break_minimum"),
    ),
    Rule(
        "BRK-203",
        _WARNING,
        Scope.DAY,
        meals.meal_outside_window,
        "Lunch at three comes too late to help. Enough of it must lie in the window: "
        "its minimum, or all of it. Breakfast and dinner are not asked.",
        ("meal_window_start", "meal_window_end", "meal_minimum"),
    ),
    Rule(
        "BRK-204",
        _WARNING,
        Scope.DAY,
        meals.meal_without_host,
        "A candidate who eats alone in a strange building remembers that. Anybody who sits with "
        "them will do. Not asked on days of calls.",
        ("needs_meal_host", "meal_window_start", "meal_window_end"),
    ),
    Rule(
        "BRK-205",
        _WARNING,
        Scope.DAY,
        meals.no_meal,
        "A long day over noon without food is felt in every answer. A break in the window that is "
        "as long as a meal will do; at home, so does a gap.",
        ("meal_needed_after", "meal_window_start", "meal_window_end", "meal_minimum"),
    ),
    Rule(
        "BRK-206",
        _WARNING,
        Scope.CANDIDATE,
        breaks.cut_short,
        "Another block of the candidate takes part of the break. "
        "What is left is the longest stretch without any other block.",
        ("break_minimum", "meal_minimum", "default_duration"),
    ),
    Rule(
        "BRK-207",
        _ERROR,
        Scope.CANDIDATE,
        breaks.cut_below_minimum,
        "Other blocks leave less of a break than was promised.",
        ("break_minimum", "meal_minimum", "default_duration"),
    ),
    Rule(
        "BRK-208",
        _WARNING,
        Scope.DAY,
        meals.meal_is_interview,
        "Whoever is measured while they eat does not rest. "
        "Asked of days that need a meal, when no other one and no long break gives rest.",
        ("meal_needed_after", "meal_window_start", "meal_window_end", "meal_minimum"),
    ),
    Rule(
        "PLC-101",
        _WARNING,
        Scope.BLOCK,
        places.room_too_small,
        "Somebody would stand. Candidates and those who come are counted; "
        "in a call only the host sits with the candidate.",
    ),
    Rule(
        "PLC-102",
        _WARNING,
        Scope.BLOCK,
        places.video_missing,
        "A video call from a room without a camera starts late.",
    ),
    Rule(
        "PLC-103",
        _WARNING,
        Scope.BLOCK,
        places.phone_missing,
        "A phone interview from a room without a phone starts with a search for one.",
    ),
    Rule(
        "PLC-104",
        _WARNING,
        Scope.CANDIDATE,
        walks.candidate_in_a_hurry,
        "The walk to the next room is taken from somebody's time. "
        "On days of calls the room is not where the candidate is.",
        ("room_changeover", "floor_changeover", "office_changeover"),
    ),
    Rule(
        "PLC-105",
        _WARNING,
        Scope.PERSON,
        walks.person_in_a_hurry,
        "An interviewer who has to walk comes late to the next candidate. "
        "Who calls in does not walk; a host does.",
        ("room_changeover", "floor_changeover", "office_changeover"),
    ),
    Rule(
        "PLC-106",
        _WARNING,
        Scope.BLOCK,
        places.place_unknown,
        "An interview face to face needs a room, or a place in words.",
    ),
    Rule(
        "PLC-107",
        _WARNING,
        Scope.BLOCK,
        places.office_of_elsewhere,
        "Half of the people go to the office, and half to the room.",
    ),
    Rule(
        "MOD-301",
        _WARNING,
        Scope.BLOCK,
        calls.no_fallback,
        "Calls drop. Whoever knows what to do then loses one minute, not twenty.",
        ("needs_fallback",),
    ),
    Rule(
        "MOD-302",
        _ERROR,
        Scope.BLOCK,
        calls.no_number,
        "A phone call needs a number: that of the call, of the room, or the candidate's own.",
    ),
    Rule(
        "MOD-303",
        _ERROR,
        Scope.BLOCK,
        calls.no_link,
        "A video call needs a link, or a number to dial.",
    ),
    Rule(
        "MOD-304",
        _WARNING,
        Scope.PLAN,
        calls.link_taken_twice,
        "The next candidate would walk into an interview that still goes on. "
        "Not asked where the same people take both calls: they clash.",
        ("default_duration",),
    ),
    Rule(
        "COV-109",
        _WARNING,
        Scope.PLAN,
        focus.area_not_covered,
        "What nobody asks about cannot be decided on. "
        "Blocks that are not scheduled yet count as well.",
    ),
    Rule(
        "COV-110",
        _HINT,
        Scope.PLAN,
        focus.area_covered_too_seldom,
        "The loop asks for more than one opinion on this focus area.",
    ),
    Rule(
        "COV-111",
        _HINT,
        Scope.BLOCK,
        focus.area_outside_panel,
        "Nobody on the panel assesses this focus area. "
        "Only asked when all of them say which ones they assess.",
    ),
    *VISIT_RULES,
)
"""One row for each check; codes are stable, ignored problems and documents name them."""

PROJECTION_RULES: tuple[Rule, ...] = (
    Rule(
        "BRK-211",
        _WARNING,
        Scope.PROJECTION,
        projected.rest_shortened,
        "What comes before takes part of the break, which still keeps its minimum.",
        ("break_minimum", "meal_minimum"),
    ),
    Rule(
        "BRK-212",
        _ERROR,
        Scope.PROJECTION,
        projected.rest_violated,
        "The break can keep its minimum only by ending late, and delays what follows.",
        ("break_minimum", "meal_minimum"),
    ),
    Rule(
        "PRJ-101",
        _ERROR,
        Scope.PROJECTION,
        projected.fixed_start_missed,
        "A block that somebody outside has fixed waits for nobody.",
    ),
    Rule(
        "PRJ-102",
        _WARNING,
        Scope.PROJECTION,
        projected.day_ends_late,
        "The day will end later than the policy allows, and later than planned.",
        ("day_end",),
    ),
    Rule(
        "PRJ-103",
        _ERROR,
        Scope.PROJECTION,
        projected.departure_missed,
        "Delay keeps the candidate here, and the journey home leaves without them. "
        "Where the plan alone leaves too little time, that is TRV-102 or TRV-106.",
        ("way_to_station", "flight_lead", "train_lead"),
    ),
)
"""Checks of what will happen: to the plan as it is, where blocks that overlap hold others up, and to
one that is late, for those who ask."""
