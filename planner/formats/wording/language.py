"""One language: translated sentences, and dates, times and lengths by its locale (CLDR)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

from planner.domain.times import ZERO, Moment
from planner.i18n import catalogue

_HOUR = 60
_BRITISH = "en_GB"  # no comma before "and"; for dates plain "en" is better: "Sep", not "Sept"
_DASH = "\u2013"


class Language:
    """Writes for readers of one language; get one from `language`."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self._catalogue = catalogue(tag)
        self._locale = Locale.parse(tag.replace("-", "_"))

    def text(self, message: str, **facts: object) -> str:
        """Return the sentence in this language, its ``{placeholders}`` filled with facts."""
        translated = self._catalogue.gettext(message) if message else ""
        return translated.format(**facts) if facts else translated

    def count(self, one: str, many: str, number: int, **facts: object) -> str:
        """Return the singular or plural sentence; ``{n}`` is the number."""
        return self._catalogue.ngettext(one, many, number).format(n=number, **facts)

    def clock(self, moment: Moment | datetime | time) -> str:
        """Return the local time of day in 24 hours, as ``09:05``."""
        value = moment.local if isinstance(moment, Moment) else moment
        return f"{value.hour:02}:{value.minute:02}"

    def span(self, start: Moment, end: Moment | None) -> str:
        """Return ``10:15 - 11:00`` with an en dash; a start alone where the end is unknown.

        An end in another zone is shown on the clocks of the start.
        """
        if end is None:
            return self.clock(start)
        return f"{self.clock(start)} {_DASH} {self.clock(end.in_zone(start.zone))}"

    def day(self, day: date) -> str:
        """Return the date with its weekday, in full: ``Friday 25 September 2015``."""
        pattern = "EEEE, d. MMMM y" if self._locale.language == "de" else "EEEE d MMMM y"
        return format_date(day, pattern, locale=self._locale)

    def short_day(self, day: date) -> str:
        """Return the date with its weekday, in short: ``Fri 25 Sep``."""
        pattern = "EEE, d. MMM" if self._locale.language == "de" else "EEE d MMM"
        return format_date(day, pattern, locale=self._locale)

    def date(self, day: date) -> str:
        """Return the date without its weekday: ``25 Sep 2015``."""
        pattern = "d. MMM y" if self._locale.language == "de" else "d MMM y"
        return format_date(day, pattern, locale=self._locale)

    def length(self, duration: timedelta) -> str:
        """Return a length as ``45 min``, ``1 h`` or ``1 h 30 min``; a minus sign where negative."""
        minutes = round(abs(duration) / timedelta(minutes=1))
        hours, rest = divmod(minutes, _HOUR)
        parts = [f"{hours} h"] if hours else []
        if rest or not hours:
            parts.append(f"{rest} min")
        return ("\u2212" if duration < ZERO else "") + " ".join(parts)

    def offset(self, moment: Moment) -> str:
        """Return the offset of the zone at that moment, as ``UTC+2`` or ``UTC+5:30``."""
        minutes = int((moment.local.utcoffset() or ZERO).total_seconds()) // 60
        hours, rest = divmod(abs(minutes), _HOUR)
        sign = "\u2212" if minutes < 0 else "+"
        return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")

    def join(self, items: Sequence[str]) -> str:
        """Return ``A, B and C``."""
        locale = _BRITISH if self._locale.language == "en" else self._locale
        return format_list(list(items), locale=locale) if items else ""


@cache
def language(tag: str) -> Language:
    """Return the language for a tag such as ``en`` or ``de``.

    A tag that no locale data knows gives English: an export must not fail over it.
    """
    try:
        return Language(tag)
    except (ValueError, UnknownLocaleError):
        return Language("en")
