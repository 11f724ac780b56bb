"""Descriptions in free words: parts told apart by commas and dashes, and what they are about."""

import re
from collections.abc import Iterable
from dataclasses import replace

from planner.domain.blocks import SeatRole
from planner.formats.timetext.asides import reads_small, without_asides
from planner.formats.timetext.columns import read_column, without_links
from planner.formats.timetext.contents import Contents
from planner.formats.timetext.people import (
    attendees,
    is_said_about,
    is_title_for,
    lists_names,
    looks_like_full_name,
    looks_like_people,
    with_aside,
    without_article,
)
from planner.formats.timetext.recognition import (
    column_of,
    could_be_first_name,
    interview_word,
    is_known_first_name,
    is_only_mode,
    is_place,
    is_unnamed,
    kind_of,
    mode_of,
    names_closing_talk,
    names_group,
    names_host,
    names_job,
    room_in,
    says_nothing,
)
from planner.formats.timetext.spelling import plain, squeezed
from planner.formats.timetext.timetable import Attendee, Remark
from planner.formats.timetext.vocabulary import Column
from planner.formats.timetext.zone_words import names_place

_SEPARATOR = re.compile(r"\||;|,(?= )| {3,}|(?<= )(?:--?|//?)(?= )|[\u2022\u00b7]")
_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^\d:]{0,28}?(?: #?\d{1,2})?) ?: ?(?P<value>(?!//).+)")
_PHRASE = re.compile(
    r"(?:^| )(?P<word>with|mit|w/|hosted by|at|@|in|im|bei|beim|via|per|by|durch|over|on|\u00fcber)"
    r" (?=\S)",
    re.IGNORECASE,
)
_WITH = frozenset({"with", "mit", "w/", "hosted by"})
_BY = frozenset({"by", "durch"})
_WHERE = frozenset({"at", "@", "in", "im", "bei", "beim"})
_NAMED_PLACE = frozenset({"at", "@", "bei", "beim"})
_LIST_SIGN = re.compile(r" ?[/&+] ?| and | und ")
_EDGES = " \t\r\n\u00a0:;,|\u2013\u2014-\u22c5"
_GLUE = {",": ", ", ";": "; ", "-": " \u2013 ", "/": " / "}


def read_cell(contents: Contents, column: Column | None, cell: str) -> None:
    """Read a cell by its column, or word by word where that does not help."""
    if column is None or not read_column(contents, column, cell):
        read_freely(contents, cell)


def read_freely(contents: Contents, text: str) -> None:
    """Read a text that says what it is about by its words only."""
    contents.listing = None
    for separator, part in _parts(without_links(contents, text)):
        _read_part(contents, separator, part)


def trimmed(text: str) -> str:
    """Return the text without separators at its ends."""
    return text.lstrip(f"{_EDGES}\u2022\u00b7>").rstrip(_EDGES)


def _parts(text: str) -> Iterable[tuple[str, str]]:
    """Yield the parts of a text with what joins them to a title; parentheses are kept whole."""
    masked = _blanked(text.replace("\n", "|"), "\0")
    position, glue = 0, ""
    for match in _SEPARATOR.finditer(masked):
        yield glue, trimmed(text[position : match.start()])
        position, glue = match.end(), _GLUE.get(match[0], ", ")
    yield glue, trimmed(text[position:])


def _blanked(text: str, filling: str = " ") -> str:
    """Return the text in one spelling, with a filling for what stands in parentheses."""
    return _ASIDE.sub(lambda match: filling * len(match[0]), plain(text))


def _read_part(contents: Contents, glue: str, part: str) -> None:
    part = squeezed(without_asides(contents, part))
    if says_nothing(part) or _is_labelled(contents, glue, part) or reads_small(contents, part):
        return
    if contents.listing is Column.FOCUS:
        contents.focus_areas.append(part)
    elif not _is_person(contents, part):
        contents.listing = None
        _read_description(contents, glue, part)


def _is_labelled(contents: Contents, glue: str, part: str) -> bool:
    """Read "Room: 1.04", and "Technical panel: Anna Lee", whose label is a title."""
    label = _LABEL.fullmatch(part)
    if label is None:
        return False
    said, value = label["label"], label["value"]
    column = column_of(said)
    if column is not None and read_column(contents, column, value):
        contents.learn_kind(said)
        contents.listing = column
        return True
    is_known = kind_of(said) is not None or names_closing_talk(said)
    if not is_known or not lists_names(value):
        return False
    _read_description(contents, glue, said)
    contents.suppose_people(value)
    contents.listing = Column.PEOPLE
    return True


def _is_person(contents: Contents, part: str) -> bool:
    """Read a part that is a person, or what the person before it is."""
    if contents.people and is_title_for(part, contents.people[-1]):
        contents.people[-1] = replace(contents.people[-1], title=part)
        return True
    is_listing = contents.listing in {Column.PEOPLE, Column.HOST}
    if is_unnamed(part) or (is_listing and looks_like_people(part, allow_first_names=True)):
        contents.take_people(attendees(part))
        return True
    marks, _, rest = part.partition(" ")
    if is_unnamed(marks) and "?" in marks:
        contents.people.append(Attendee())
        _read_part(contents, "", rest)
        return True
    outer = _blanked(part)
    first, *_ = outer.split() or [""]
    is_open = kind_of(first) is None and mode_of(outer) is None and not _PHRASE.match(outer)
    if contents.people and is_open and is_said_about(part):
        contents.people[-1] = with_aside(contents.people[-1], part)
        return True
    is_lone_place = not contents.people and names_place(part)
    is_other = is_lone_place or kind_of(outer) is not None or _PHRASE.search(outer)
    if is_other or not lists_names(part):
        return False
    contents.suppose_people(part)
    return True


def _read_description(contents: Contents, glue: str, part: str) -> None:
    """Read a title: its kind, and what follows "with", "at", "in", "via"."""
    contents.learn_kind(part)
    marks = list(_PHRASE.finditer(_blanked(part)))
    stops = [*(mark.start() for mark in marks), len(part)]
    kept = part[: stops[0]]
    for mark, stop in zip(marks, stops[1:], strict=True):
        said = part[mark.end() : stop].strip()
        if not _is_phrase(contents, mark["word"].lower(), said):
            kept += part[mark.start() : stop]
    title = trimmed(_without_room(contents, kept))
    if not contents.people:
        title = _without_person(contents, title)
    if title:
        contents.titles.append((glue, title))
        contents.learn_mode(title)


def _without_person(contents: Contents, title: str) -> str:
    """Take a name behind the word for an interview out of a title: "Interview A. Bee".

    Where a word may be a first name or not, it stays in the title, and that is asked about.
    """
    word = interview_word(title)
    rest = trimmed(title[len(word) :])
    if word and (looks_like_full_name(rest) or is_known_first_name(rest)):
        contents.suppose_people(rest)
        return word
    pieces = [piece.strip() for piece in _LIST_SIGN.split(rest)]
    if all(could_be_first_name(piece) for piece in pieces):
        contents.questions.append(Remark("perhaps_person", {"text": rest}))
    return title


def _is_phrase(contents: Contents, word: str, said: str) -> bool:
    """Read a phrase if it says who, how or where; others stay in the title."""
    if word in _WITH or (word in _BY and looks_like_full_name(said)):
        return _is_company(contents, said)
    if is_only_mode(said) or is_only_mode(f"{word} {said}"):
        contents.learn_mode(f"{word} {said}")
        return True
    if word not in _WHERE:
        return False
    room = room_in(said)
    if room is not None and room.span() == (0, len(said)):
        contents.room = contents.room or said
        return True
    if is_place(said) or (word in _NAMED_PLACE and said[:1].isupper()):
        contents.place = contents.place or without_article(said)
        return True
    return False


def _is_company(contents: Contents, said: str) -> bool:
    """Read who comes along: people are taken, a group or "the host" stays in the title as well."""
    if names_host(said):
        contents.people.append(Attendee(role=SeatRole.HOST))
        return False
    is_named = not said[:1].islower() or names_job(said) or is_unnamed(said)
    if names_group(said) or not is_named:
        return False
    if is_unnamed(said) or looks_like_people(said):
        contents.take_people(attendees(said))
    else:
        contents.suppose_people(said)  # "with Anna" and "with Madrid" are written alike
    contents.listing = Column.PEOPLE
    return True


def _without_room(contents: Contents, text: str) -> str:
    """Take a room out of the end of a description."""
    room = room_in(text)
    if room is None or text[room.end() :].strip(" .,)") or not room["code"]:
        return text
    contents.room = contents.room or room[0].strip()
    return text[: room.start()]
