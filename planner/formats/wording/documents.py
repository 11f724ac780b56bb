"""Texts of the documents that leave the planner: itineraries, sheets, calendars, tables."""

from planner.domain.audiences import AudienceKind
from planner.domain.blocks import Mode
from planner.i18n import mark

# Titles

YOUR_DAY_IN = mark("Your day in {city}")
YOUR_DAYS_IN = mark("Your days in {city}")
YOUR_INTERVIEWS = mark("Your interviews")
SHEET_FOR = {
    AudienceKind.INTERVIEWER: mark("Interviews of {name}"),
    AudienceKind.HOST: mark("Hosting by {name}"),
}

# The head of a day

AT_A_GLANCE = mark("The day at a glance")
ALL_TIMES = mark("all times {city}, {offset}")
ALL_TIMES_COMPARED = mark("all times {city}, {offset} ({difference})")
ALL_TIMES_UTC = mark("all times UTC")
OFFSET_CHANGES = mark("{before}, later {after}")
HOURS_BEHIND = (mark("one hour behind {city}"), mark("{n} hours behind {city}"))
HOURS_AHEAD = (mark("one hour ahead of {city}"), mark("{n} hours ahead of {city}"))
LENGTH_BEHIND = mark("{length} behind {city}")
LENGTH_AHEAD = mark("{length} ahead of {city}")
ON_THESE_CLOCKS = mark("{city}, {offset}")
ON_YOUR_CLOCKS = mark("{times} on your clocks ({city})")
FIRST_AT_RECEPTION = mark("First: be at reception at {clock}.")
FIRST_AT_PLACE = mark("First: be there at {clock} ({place}).")
FIRST_THERE = mark("First: be there at {clock}.")
FIRST_CALL = mark("First: be ready for the call at {clock}.")
BRING_ID = mark("Bring your passport or ID card.")
CONVERSATIONS = (mark("{n} conversation"), mark("{n} conversations"))
REST_AT = mark("{name} at {clock}")

# Rows

TO_BE_CONFIRMED = mark("Interviewer to be confirmed")
OTHERS_TO_BE_CONFIRMED = (
    mark("One more interviewer to be confirmed"),
    mark("{n} more interviewers to be confirmed"),
)
NOT_AN_INTERVIEW = mark("not an interview")
WITH = mark("With {people}")
MET_BY = mark("You will be met by {people}")
MODES = {
    Mode.FACE_TO_FACE: mark("Face to face"),
    Mode.PHONE: mark("By phone"),
    Mode.VIDEO: mark("By video"),
}
FLOOR = mark("Floor {floor}")
JOIN_VIDEO = mark("Join the video call")
DIAL = mark("Phone: {number}")
CALL_CANDIDATE = mark("Call {name}: {number}")
WE_CALL_YOU = mark("We call you: {number}")
ACCESS_CODE = mark("Access code: {code}")
WHEN_IT_DROPS = mark("If the connection drops: {advice}")
ROLE_IN_BRACKETS = mark("{name} ({role})")
PERSON_AND_TITLE = mark("{name}, {title}")
YOUR_ROLE = mark("Your part: {role}")
YOU_ASSESS = mark("You assess: {areas}")
ASSESSED_HERE = mark("Assessed here: {areas}")
BEFORE_YOU = mark("Before you: {who}, until {clock}")
AFTER_YOU = mark("After you: {who}, from {clock}")
WHO_AND_WHERE = mark("{who} ({place})")
COMES_FROM = mark("Comes from: {who}, until {clock}")
GOES_TO = mark("Goes on to: {who}, at {clock}")
DIET = mark("Diet: {diet}")
NEEDS = mark("Access needs: {needs}")
NOTE_FOR = {
    AudienceKind.CANDIDATE: mark("For the candidate: {note}"),
    AudienceKind.INTERVIEWER: mark("For the interviewers: {note}"),
    AudienceKind.HOST: mark("For the host: {note}"),
}
INTERVIEW_IN_PROGRESS = mark("Interview in progress")
RESERVED = mark("Reserved")
NOBODY_YET = mark("Nobody named yet")
NOT_SCHEDULED = mark("Not scheduled yet")

# About a candidate

PRONOUNCED = mark("Say: {pronunciation}")
APPLIES_FOR = mark("Position: {position}")
ARRIVES = mark("Arrives {day} at {clock} ({city}, {offset})")

# Travel and stay

GETTING_THERE = mark("Getting there and back")
LEAVE_FOR = mark("Leave for {place}")
JOURNEY_ON = mark("{day} \u00b7 {direction}")
SERVICE_LEAVES = mark("{kind} to {place}")
SERVICE_ARRIVES = mark("Arrival in {place}")
CHANGE_IN = mark("{length} to change in {place}")
ARRIVES_ON = mark("arrives {day}")
SEAT = mark("Seat {seat}")
REFERENCE = mark("Reference {reference}")
TERMINAL = mark("Terminal {terminal}")
ESTIMATED = mark("Times not confirmed yet")
STAY_ESTIMATED = mark("Not confirmed yet")
DEPARTURE_AT = mark("Departure: {place}, {day} {clock} ({offset})")
ARRIVAL_AT = mark("Arrival: {place}, {day} {clock} ({offset})")
WHERE_YOU_STAY = mark("Where you stay")
STAY = mark("Stay")
NIGHTS = (mark("{n} night"), mark("{n} nights"))
CHECK_IN_FROM = mark("Check-in from {clock}")
CHECK_OUT_UNTIL = mark("Check-out until {clock}")
CONFIRMATION = mark("Confirmation {number}")
HOTEL = mark("Hotel: {name}")
PAID_BY_YOU = mark("Paid by you")

# Cards

WHERE_TO_GO = mark("Where to go")
IF_ANYTHING_GOES_WRONG = mark("If anything goes wrong")
NOTED_FOR_YOU = mark("What we have noted for you")
CANDIDATE = mark("Candidate")
PEOPLE = mark("People")
PLEASE_NOTE = mark("Please note")

CALL_IF_LATE = mark("If the candidate is late or nobody comes, call the contact at once.")
DO_NOT_ASK = mark("Do not ask about age, family, health, religion or other private matters.")
DESTROY_AFTER = mark("This sheet is about a person: keep it to yourself, destroy it afterwards.")

# Calendars

INTERVIEW_WITH = mark("Interview: {people}")
BLOCK_WITH = mark("{title}: {people}")
LOCAL_TIMES_ON = mark("Local time: {day}, {times} ({city}, {offset})")
CONTACT = mark("Contact: {contact}")

# Footers

VERSION = mark("Version {version}")
PREPARED = mark("prepared {day}, {clock} ({offset})")
CHANGED_SINCE = mark("changed: {changes}")

# Tables

COLUMN_TIME = mark("Time")
COLUMN_WHAT = mark("What")
COLUMN_DATE = mark("Date")
COLUMN_START = mark("Start")
COLUMN_END = mark("End")
COLUMN_MINUTES = mark("Minutes")
COLUMN_KIND = mark("Kind")
COLUMN_TITLE = mark("Title")
COLUMN_CANDIDATE = mark("Candidate")
COLUMN_PEOPLE = mark("People")
COLUMN_MODE = mark("Mode")
COLUMN_WHERE = mark("Where")
COLUMN_FOCUS_AREAS = mark("Focus areas")
COLUMN_ZONE = mark("Time zone")
COLUMN_OFFSET = mark("UTC offset")

# File names

FILE_WORDS = {
    AudienceKind.CANDIDATE: mark("Itinerary"),
    AudienceKind.INTERVIEWER: mark("Interviews"),
    AudienceKind.HOST: mark("Hosting"),
    AudienceKind.COORDINATOR: mark("Run sheet"),
}
