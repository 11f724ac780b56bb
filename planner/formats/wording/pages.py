"""Texts that only printed pages have: captions, columns to fill in, headings of lists."""

from planner.i18n import mark

PAGE_OF = mark("{page} / {pages}")
ADD_TO_CALENDAR = mark("Scan for your calendar")
DAYS_THAT_ARE_OVER = mark("Already over")
STRIP_LABEL = mark("{label} \u00b7 {mode}")

# Columns and lists of the run sheet

COLUMN_STARTED = mark("Started")
COLUMN_ENDED = mark("Ended")
COLUMN_DONE = mark("Done")
COLUMN_WHO = mark("Who")
COLUMN_NOTES = mark("Notes")
MORE_PEOPLE = (mark("and one more"), mark("and {n} more"))
LEG = mark("{departure} \u2192 {arrival} ({zones})")
WHOM_TO_REACH = mark("Whom to reach")
TRAVEL_AND_HOTEL = mark("Travel and hotel")
CHANGE_LOG = mark("Changes on the day")
COLUMN_CHANGE = mark("What changed")
COLUMN_TOLD = mark("Who was told")
COLUMN_BY = mark("By")

# Sheets to write on

NOTES = mark("Notes")
NOTHING_PLANNED = mark("Nothing is planned yet.")
