"""What a document keeps back from its reader, in words."""

from planner.i18n import mark

LEFT_OUT = mark("Left out: {what}.")
NOTHING_LEFT_OUT = mark("Nothing that the plan holds is left out.")
ONLY_TIMES = mark("Only shows when the room is taken: no names, no titles, no notes.")

INTERNAL_NOTES = mark("internal notes")
DEBRIEFS = mark("the debrief")
UNSCHEDULED = (mark("one block without a time"), mark("{n} blocks without a time"))
CANDIDATES = (mark("one other candidate"), mark("{n} other candidates"))
PEOPLE = (mark("the name of one person"), mark("the names of {n} people"))
PHONES = (mark("one phone number"), mark("{n} phone numbers"))
EMAILS = (mark("one e-mail address"), mark("{n} e-mail addresses"))
NOTES = mark("notes for other readers")
FOCUS_AREAS = (mark("one focus area"), mark("{n} focus areas"))
CALLS = mark("how calls connect")
CARE = mark("diet and access needs")
JOURNEYS = mark("travel details")
STAYS = mark("the hotel")
BOOKINGS = mark("booking references")
ANSWERS = mark("answers to invitations")
APPLICATION = mark("the history of the application")
