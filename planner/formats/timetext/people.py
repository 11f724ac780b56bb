"""Names of people out of a cell or a phrase: who they are, what they are, what they do there."""

import re
from collections.abc import Iterator
from dataclasses import replace

from planner.domain.blocks import SeatRole
from planner.formats.timetext.recognition import (
    is_job_title,
    is_known_first_name,
    is_only_mode,
    is_unnamed,
    looks_like_name,
    names_group,
    names_host,
    names_job,
    says_nothing,
    seat_role_of,
)
from planner.formats.timetext.spelling import plain, squeezed
from planner.formats.timetext.timetable import Attendee
from planner.formats.timetext.vocabulary import ARTICLES, HONORIFICS

_SEPARATOR = re.compile(r"\n|;|,|(?<= )/(?= )|(?<= )\+(?= )|(?<= )&(?= )|(?<= )(?:and|und)(?= )")
_ASIDE = re.compile(
    r"\(((?:[^()]|\([^()]*\))*)(?:\)|$)"  # one more pair may stand inside; the last may stay open
    r"|\[((?:[^\[\]]|\[[^\[\]]*\])*)(?:\]|$)"
)
_EMAIL = re.compile(r"<?(?:mailto:)?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})>?")
_OTHER = re.compile(
    r"\b(?:another|a different|other person|not the same|anderer?|andere[nms]?|nicht (?:der|die)selbe)\b",
    re.IGNORECASE,
)
_GLUED = re.compile(r" ?/ ?")
_JOINERS = frozenset({"&", "+", "and", "und"})


def attendees(text: str) -> tuple[Attendee, ...]:
    """Return the people that a text lists, in its order.

    Open places ("???", "TBA", "the host") come as attendees without a name, "n/a" as nobody.
    """
    found: list[Attendee] = []
    for separator, part in _joined(list(_parts(_first_names_apart(text)))):
        person = attendee(part)
        if person is None:
            continue
        if separator == "," and found and is_title_for(part, found[-1]):
            found[-1] = replace(found[-1], title=part)
            continue
        if separator == "," and found and is_said_about(part):
            found[-1] = with_aside(found[-1], part)
            continue
        found.append(person)
    return tuple(found)


def attendee(text: str) -> Attendee | None:
    """Return the one person whom a text names; None when it names nobody.

    In parentheses behind the name may stand a job, what the person does in the block, or that it is
    another person; anything else is kept as an aside.
    """
    email = _EMAIL.search(text)
    outer = squeezed(_ASIDE.sub(" ", _EMAIL.sub(" ", text))).strip(" .,:-<>")
    asides = [squeezed(first or second) for first, second in _ASIDE.findall(text)]
    if is_unnamed(text):
        return _described(Attendee(), asides)
    if (not outer and email is None) or says_nothing(outer or "x"):
        return None
    if names_host(outer):
        return Attendee(role=SeatRole.HOST)
    address = email[1] if email else ""
    person = Attendee(name=without_article(outer) or address, email=address)
    return _described(person, asides)


def is_title_for(text: str, person: Attendee) -> bool:
    """Say whether a text behind a comma is what the person before it is: "Anna Lee, Recruiter"."""
    is_named = bool(person.name) and not person.title and not names_job(person.name)
    return is_named and is_job_title(text) and not looks_like_full_name(text)


def is_said_about(part: str) -> bool:
    """Say whether a part behind a comma is about the person before it: "weak on coding"."""
    if len(part.split()) == 1 or not part[0].islower() or is_unnamed(part):
        return False
    return not (looks_like_person(part) or names_host(part) or _EMAIL.search(part))


def with_aside(person: Attendee, said: str) -> Attendee:
    """Return the person with something more that was said about them."""
    return replace(person, aside=_added(person.aside, said))


def looks_like_full_name(text: str) -> bool:
    """Say whether the text is a name and no job, so that a comma before it starts a new person."""
    return looks_like_name(text) and not names_job(text)


def looks_like_person(text: str) -> bool:
    """Say whether a text that stands alone is a person: by name, by job, or by "Mr" and the like."""
    outer = squeezed(_ASIDE.sub(" ", text))
    if names_group(outer):
        return False
    return looks_like_name(outer) or names_job(outer)


def without_article(name: str) -> str:
    """Return the text without "the" and the like in front; a capital makes it part of a name."""
    first, _, rest = name.partition(" ")
    is_article = first.lower() in ARTICLES and first.lower() not in HONORIFICS
    return rest if rest and is_article and not first[0].isupper() else name


def looks_like_people(text: str, *, allow_first_names: bool = False) -> bool:
    """Say whether everything that a text lists is a person; first names alone may count too."""
    parts = [part for _, part in _joined(list(_parts(_first_names_apart(text))))]
    return bool(parts) and all(
        looks_like_person(part) or (allow_first_names and _is_first_name(part)) for part in parts
    )


def lists_names(text: str) -> bool:
    """Say whether everything that a text lists is a person, known first names included."""
    parts = [part for _, part in _joined(list(_parts(_first_names_apart(text))))]
    outer = [squeezed(_ASIDE.sub(" ", part)) for part in parts]
    return bool(parts) and all(is_known_first_name(o) or looks_like_person(o) for o in outer)


def _is_first_name(text: str) -> bool:
    return looks_like_name(f"Ms {squeezed(_ASIDE.sub(' ', text))}") and not names_job(text)


def _first_names_apart(text: str) -> str:
    """Return a list such as "John/Mary" with spaces around its signs."""
    pieces = _GLUED.split(text)
    return " / ".join(pieces) if all(is_known_first_name(p.strip()) for p in pieces) else text


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield separators and what follows them; those in parentheses do not separate."""
    masked = _ASIDE.sub(lambda match: "\0" * len(match[0]), plain(text).replace("\0", " "))
    masked = "".join(
        "\n" if original == "\n" else m for original, m in zip(text, masked, strict=True)
    )
    position, separator = 0, ""
    for match in _SEPARATOR.finditer(masked):
        yield separator, text[position : match.start()].strip()
        position, separator = match.end(), match[0]
    yield separator, text[position:].strip()


def _joined(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put back together what a separator tore: "Head of Research & Development"."""
    whole: list[tuple[str, str]] = []
    for separator, part in parts:
        if whole and separator and _continues(separator, whole[-1][1], part):
            before = whole[-1]
            glue = ", " if separator == "," else f" {separator} "
            whole[-1] = (before[0], f"{before[1]}{glue}{part}")
        elif part:
            whole.append((separator, part))
    return whole


def _continues(separator: str, before: str, part: str) -> bool:
    """Say whether a part goes on with the job before it and is nobody of its own."""
    if separator not in _JOINERS | {","} or not names_job(before):
        return False
    return not (looks_like_person(part) or is_unnamed(part) or _ASIDE.search(before) or not part)


def _described(person: Attendee, asides: list[str]) -> Attendee:
    """Return the person with what the parentheses say: a seat role, a title, or an aside."""
    for said in (part for aside in asides for part in _statements(aside)):
        if role := seat_role_of(said):
            person = replace(person, role=role)
        elif _OTHER.search(said):
            person = replace(person, is_other=True, remark=_added(person.remark, said))
        elif is_unnamed(said):
            person = replace(person, remark=_added(person.remark, said))
        elif person.name and is_job_title(said):
            person = replace(person, title=_added(person.title, said))
        elif not is_only_mode(said):
            person = with_aside(person, said)
    return person


def _statements(aside: str) -> list[str]:
    """Return what one pair of parentheses says; commas part a job from a role: "HR, shadow"."""
    found: list[str] = []
    for said in aside.split(";"):
        parts = [part.strip() for part in said.split(",")]
        roles = [part for part in parts if seat_role_of(part)]
        are_known = all(part in roles or is_job_title(part) for part in parts)
        found += parts if roles and are_known else [said.strip()]
    return [said for said in found if said]


def _added(before: str, more: str) -> str:
    return f"{before}; {more}" if before else more
