"""iCalendar files and messages: what is sent to calendars, and what is read from them."""
