"""Names of months and weekdays, English and German, for dateutil and for our own patterns."""

from functools import cache

from dateutil.parser import parserinfo

_CENTURY = 100
_HALF_CENTURY = 50


WEEKDAYS = [
    ("Mon", "Monday", "Mo", "Montag"),
    ("Tue", "Tues", "Tuesday", "Di", "Dienstag"),
    ("Wed", "Wednesday", "Mi", "Mittwoch"),
    ("Thu", "Thur", "Thurs", "Thursday", "Do", "Donnerstag"),
    ("Fri", "Friday", "Fr", "Freitag"),
    ("Sat", "Saturday", "Sa", "Samstag", "Sonnabend"),
    ("Sun", "Sunday", "So", "Sonntag"),
]
MONTHS = [
    ("Jan", "January", "Januar", "J\u00e4nner", "J\u00e4n"),
    ("Feb", "February", "Februar", "Feber"),
    ("Mar", "March", "M\u00e4rz", "M\u00e4r", "Mrz", "Maerz"),
    ("Apr", "April"),
    ("May", "Mai"),
    ("Jun", "June", "Juni"),
    ("Jul", "July", "Juli"),
    ("Aug", "August"),
    ("Sep", "Sept", "September"),
    ("Oct", "October", "Okt", "Oktober"),
    ("Nov", "November"),
    ("Dec", "December", "Dez", "Dezember"),
]


class CalendarWords(parserinfo):
    """What dateutil may understand: months, and nothing that would let other words slip through.

    Two-digit years are taken as near as possible to ``year`` and never to the clock of the machine.
    """

    JUMP = [" ", ",", "/", "-", "."]  # noqa: RUF012 -- dateutil declares a list
    WEEKDAYS = WEEKDAYS  # type: ignore[assignment]  # the stubs expect two names each
    MONTHS = MONTHS  # type: ignore[assignment]  # likewise
    HMS = []  # noqa: RUF012 -- no times
    AMPM = []  # noqa: RUF012 -- likewise
    UTCZONE = []  # noqa: RUF012 -- no zones
    PERTAIN = []  # noqa: RUF012 -- "of" is taken away before

    def __init__(self, year: int) -> None:
        super().__init__()
        self._nearby = year

    def convertyear(self, year: int, century_specified: bool = False) -> int:  # noqa: FBT001, FBT002 -- dateutil calls it so
        """Return the year, for two digits the one nearest to the year given at the start."""
        if century_specified or year >= _CENTURY:
            return year
        return year + round((self._nearby - year) / _CENTURY) * _CENTURY


@cache
def calendar_words(year: int) -> CalendarWords:
    """Return the words for dates that were written around ``year``."""
    return CalendarWords(year)


MONTH_NUMBERS = {
    name.lower(): number for number, names in enumerate(MONTHS, start=1) for name in names
}
WEEKDAY_NUMBERS = {name.lower(): number for number, names in enumerate(WEEKDAYS) for name in names}
"""By lower-case name; numbered as ``datetime.date.weekday`` does."""

RELATIVE_DAYS = {
    "today": 0,
    "heute": 0,
    "tomorrow": 1,
    "morgen": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "\u00fcbermorgen": 2,
    "yesterday": -1,
    "gestern": -1,
}
COMING_WORDS = frozenset(
    {"this", "coming", "on", "am", "diesen", "dieser", "kommenden", "kommender"}
)
NEXT_WORDS = frozenset({"next", "n\u00e4chsten", "n\u00e4chster", "n\u00e4chste"})
