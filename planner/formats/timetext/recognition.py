"""Finds the words of the vocabulary in a text: kinds, modes, columns, rooms, jobs, names."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from planner.domain.blocks import Kind, Mode, SeatRole
from planner.formats.timetext import vocabulary as words
from planner.formats.timetext.people_words import (
    DEPARTMENT_WORDS,
    FIRST_NAMES,
    REMARK_WORDS,
    TITLE_FILLERS,
)
from planner.formats.timetext.spelling import folded, lowered, plain, squeezed
from planner.formats.timetext.vocabulary import Column

_Meaning = TypeVar("_Meaning")

_SIGNS = re.compile(r"[^\w#&]+")
_ASIDE = re.compile(r"\([^()]*\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_QUESTION_MARKS = re.compile(r"\?+")
_NOT_IN_TITLES = re.compile(r"[?!:;=]")
_LONGEST_NAME = 5


def _pattern(entries: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole entries; a space in an entry may be a hyphen or nothing.

    It is for `lowered` text: without folding case a pattern of many words is five times as fast.
    """
    longest_first = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    choices = "|".join(re.escape(entry).replace(r"\ ", "[ -]?") for entry in longest_first)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")


def _meanings(table: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    return {
        _key(entry): meaning
        for meaning, entries in table.items()
        for entry in words.listed(entries)
    }


def _key(entry: str) -> str:
    return plain(entry).replace(" ", "").replace("-", "").casefold()


_KINDS = _meanings(words.KIND_WORDS)
_KIND_PATTERN = _pattern(e for entries in words.KIND_WORDS.values() for e in words.listed(entries))
_AFTER_KIND = re.compile(
    r" ?[(:,;&+/-]| (?:with|at|in|on|over|and|for|by|mit|im|in|bei|und|zum|zur|am)(?!\w)| ?\d|$"
)
_MODES = _meanings(words.MODE_WORDS)
_MODE_PATTERN = _pattern(e for entries in words.MODE_WORDS.values() for e in words.listed(entries))
_AS_WRITTEN = "|".join(words.MODE_WORDS_AS_WRITTEN)
_WRITTEN_MODE = re.compile(
    rf"\b(?i:via|per|by|on|over|\u00fcber) (?P<after>{_AS_WRITTEN})\b|^(?P<alone>{_AS_WRITTEN})$"
)
_ROLES = _meanings(words.SEAT_ROLE_WORDS)
_COLUMNS = {
    " ".join(_SIGNS.sub(" ", entry).split()): column
    for column, entries in words.COLUMN_WORDS.items()
    for entry in words.listed(entries)
}
_JOB = _pattern(words.JOB_WORDS)
_CLOSING_TALK = _pattern(words.CLOSING_TALK_WORDS)
_ROOM_WORD = "|".join(re.escape(entry) for entry in words.listed(words.ROOM_WORDS))
_ROOM = re.compile(
    rf"(?<!\w)(?:(?i:{_ROOM_WORD})(?!\w) ?(?:(?i:no\.?|nr\.?) )?"
    r"(?P<code>[^\W_a-z\u00e4\u00f6\u00fc][\w./-]*(?: \d[\w.-]*)?)?"
    r"|(?P<name>[A-Z\u00c4\u00d6\u00dc][\w-]*) (?i:room|raum)(?!\w))"
)
_VAGUE_ROOMS = frozenset({"room", "rm", "rm.", "raum", "zimmer", "saal"})


def kind_of(text: str) -> Kind | None:
    """Return the kind that the first known word names; a break that is a meal is a meal."""
    kinds = kinds_in(text)
    if not kinds:
        return None
    return Kind.MEAL if kinds[0] is Kind.BREAK and Kind.MEAL in kinds else kinds[0]


def kinds_in(text: str) -> list[Kind]:
    """Return all kinds that words of the text name, in their order."""
    return [_KINDS[_key(match[0])] for match in _KIND_PATTERN.finditer(lowered(text))]


def kind_named(title: str) -> Kind | None:
    """Return the kind that a title is called by: "Lunch with the team", "Office tour".

    A word for a kind must lead, before such as "with", or close the title: "Presentation skills" is
    the subject of an interview.
    """
    said = lowered(title).strip()
    found = list(_KIND_PATTERN.finditer(said))
    leads = (match for match in found if not match.start() and _AFTER_KIND.match(said, match.end()))
    closes = (match for match in found if match.end() == len(said))
    match = next(leads, None) or next(closes, None)
    return None if match is None else _KINDS[_key(match[0])]


def names_closing_talk(text: str) -> bool:
    """Say whether the text holds a word such as "wrap-up"."""
    return _CLOSING_TALK.search(lowered(text)) is not None


def interview_word(text: str) -> str:
    """Return the word for an interview with which a text begins, or ""."""
    match = _KIND_PATTERN.match(lowered(text))
    is_interview = match is not None and _KINDS[_key(match[0])] is Kind.INTERVIEW
    return text[: match.end()] if match is not None and is_interview else ""


def mode_of(text: str) -> Mode | None:
    """Return how people meet, if a word of the text says so; video wins over phone."""
    found = {_MODES[_key(match[0])] for match in _MODE_PATTERN.finditer(lowered(text))}
    if written := _WRITTEN_MODE.search(plain(text)):
        found.add(words.MODE_WORDS_AS_WRITTEN[written["after"] or written["alone"]])
    order = (Mode.VIDEO, Mode.FACE_TO_FACE, Mode.PHONE)
    return next((mode for mode in order if mode in found), None)


def is_only_mode(text: str) -> bool:
    """Say whether the text says how people meet and nothing else."""
    if mode_of(text) is None or kinds_in(text):
        return False
    rest = _MODE_PATTERN.sub(" ", lowered(_WRITTEN_MODE.sub(" ", plain(text).strip())))
    left = _LETTERS.findall(rest)
    return not re.search(r"[\d?]", rest) and all(word in words.MODE_FILLERS for word in left)


def column_of(header: str) -> Column | None:
    """Return what a column or a label is about; None when the vocabulary does not know it."""
    first = re.split(r"[/&,]", header)[0]
    for shown in (header, _ASIDE.sub(" ", header), first):
        key = " ".join(_SIGNS.sub(" ", plain(shown).casefold()).split())
        if key in _COLUMNS:
            return _COLUMNS[key]
    return None


def says_nothing(text: str) -> bool:
    """Say whether a cell says that there is nothing to say, as "n/a" does."""
    return not text.strip() or folded(text) in words.NOTHING_WORDS


def is_unnamed(text: str) -> bool:
    """Say whether the text stands for somebody who is not named yet."""
    key = folded(_ASIDE.sub(" ", text))
    return key in words.UNNAMED_WORDS or _QUESTION_MARKS.fullmatch(key) is not None


def names_job(text: str) -> bool:
    """Say whether the text holds the name of a job, such as "Architect"."""
    return _JOB.search(lowered(text)) is not None


def is_job_title(text: str) -> bool:
    """Say whether the text is a job or a department and nothing else: "Head of Sales", "HR"."""
    found = _LETTERS.findall(text)
    lower = {word.lower() for word in found}
    if not found or _NOT_IN_TITLES.search(text) or lower & REMARK_WORDS:
        return False
    if lower <= DEPARTMENT_WORDS | TITLE_FILLERS:
        return not lower <= TITLE_FILLERS
    known = words.JOB_WORDS | DEPARTMENT_WORDS | TITLE_FILLERS
    return names_job(text) and all(w[0].isupper() or w.lower() in known for w in found)


def is_known_first_name(text: str) -> bool:
    """Say whether the text is one first name that is hardly anything else."""
    return text[:1].isupper() and text.strip(" .").lower() in FIRST_NAMES


def could_be_first_name(text: str) -> bool:
    """Say whether a text is one capitalised word without a meaning that is known here."""
    word = text.strip(" .")
    if not word.isalpha() or not word[0].isupper() or not word[1:].islower():
        return False
    if is_known_first_name(word):
        return True
    lower = word.lower()
    known = words.TOPIC_WORDS | words.PLACE_WORDS | words.JOB_WORDS | words.GROUP_WORDS
    is_known = lower in known | words.HOST_WORDS | words.ARTICLES | DEPARTMENT_WORDS
    return not (is_known or kind_of(word) or mode_of(word) or lower in words.CLOSING_WORDS)


def names_group(text: str) -> bool:
    """Say whether the text is about several people without naming them: "the team"."""
    found = [word.lower() for word in _LETTERS.findall(text)]
    return bool(found) and found[-1] in words.GROUP_WORDS


def names_host(text: str) -> bool:
    """Say whether the text is "the host" or the like."""
    found = [word.lower() for word in _LETTERS.findall(text)]
    return bool(found) and found[-1] in words.HOST_WORDS and set(found[:-1]) <= words.ARTICLES


def looks_like_name(text: str) -> bool:
    """Say whether the text is written as a person's name: "Anna van der Berg", "Dr. Weiss"."""
    parts = text.split()
    if not 1 <= len(parts) <= _LONGEST_NAME or any(c.isdigit() or c in "?!:/@" for c in text):
        return False
    bare = [part.strip(".,'").casefold() for part in parts]
    titles = [word for word in bare if word in words.HONORIFICS]
    if len(titles) == len(parts) or any(word in words.TOPIC_WORDS for word in bare):
        return False
    named = [
        part[0].isupper() or word in words.NAME_PARTICLES
        for part, word in zip(parts, bare, strict=True)
    ]
    return all(named) and parts[-1][0].isupper() and len(parts) > (0 if titles else 1)


def seat_role_of(text: str) -> SeatRole | None:
    """Return the role that the whole text names, such as "shadow"."""
    return _ROLES.get(_key(squeezed(text)))


def room_in(text: str) -> re.Match[str] | None:
    """Return where the text names a room; "a room" alone names none."""
    match = _ROOM.search(text)
    if match is None or (match["code"] is None and match[0].strip().lower() in _VAGUE_ROOMS):
        return None
    return match


def is_place(text: str) -> bool:
    """Say whether the text is a place that needs no name: "the lobby"."""
    found = [word.lower() for word in _LETTERS.findall(text)]
    rest = set(found[:-1]) - words.ARTICLES
    return bool(found) and found[-1] in words.PLACE_WORDS and not rest
