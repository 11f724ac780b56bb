"""Search of the command palette: beginnings of words, and parts of them. Without Qt."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

_T = TypeVar("_T")

_START = 12  # a letter that begins a word
_NEXT = 8  # a letter right behind the one before
_WHOLE = 20  # the text begins with what was typed
_GAP = 1  # for each letter passed over
_MOST_GAP = 10
_MOST_LEAPS = 1
_LONGEST = 200


def score(query: str, text: str) -> int | None:
    """Return how well a text answers; None where it does not, higher is better.

    Each word that was typed is looked for by itself, whatever the case and accents. Its letters
    stand in order: at the start of words or side by side. One leap within a word is let pass, as
    is a beginning in the middle of one: letters strewn over a text are no answer.
    """
    words = _plain(query).split()
    plain = _plain(text[:_LONGEST])
    total = 0
    for word in words:
        best = _word_score(word, plain)
        if best is None:
            return None
        total += best
    if words and plain.startswith(" ".join(words)):
        total += _WHOLE
    return total


def ranked(
    query: str, items: Iterable[_T], text_of: Callable[[_T], Sequence[str]], limit: int = 50
) -> list[_T]:
    """Return the items that answer, best first; those that answer equally well stay in order.

    ``text_of`` gives the name of an item, then what else it can be found by, which counts half.
    """
    found: list[tuple[int, int, _T]] = []
    for place, item in enumerate(items):
        best = _best(query, text_of(item))
        if best is not None:
            found.append((-best, place, item))
    found.sort(key=lambda entry: entry[:2])
    return [item for _, _, item in found[:limit]]


def _best(query: str, texts: Sequence[str]) -> int | None:
    name = score(query, texts[0]) if texts else None
    whole = score(query, " ".join(texts)) if len(texts) > 1 else None
    found = [2 * name + 1] if name is not None else []
    return max([*found, *([whole] if whole is not None else [])], default=None)


def _word_score(word: str, text: str) -> int | None:
    """Return the best score over all places where the first letter stands."""
    best: int | None = None
    start = text.find(word[0])
    while start >= 0:
        found = _from(word, text, start)
        if found is not None:
            best = found if best is None else max(best, found)
        start = text.find(word[0], start + 1)
    return best


def _from(word: str, text: str, start: int) -> int | None:
    """Return the score of a word whose first letter is taken at ``start``; None where it strays."""
    total = _START if _begins_word(text, start) else 0
    leaps = 0 if _begins_word(text, start) else 1
    last = start
    for letter in word[1:]:
        place = _next_place(text, letter, last + 1)
        if place < 0:
            return None
        if place > last + 1 and not _begins_word(text, place):
            leaps += 1
            if leaps > _MOST_LEAPS or " " in text[last:place]:
                return None
        total += _step(text, last, place)
        last = place
    return total


def _next_place(text: str, letter: str, first: int) -> int:
    """Return where a letter is taken: right behind, at the next word that begins with it, or later."""
    place = text.find(letter, first)
    if place in {-1, first}:
        return place
    at_word = text.find(f" {letter}", first - 1)
    return at_word + 1 if at_word >= 0 and at_word + 1 - place <= _MOST_GAP else place


def _step(text: str, last: int, place: int) -> int:
    if place == last + 1:
        return _NEXT
    if _begins_word(text, place):
        return _START // 2
    return -min(_MOST_GAP, place - last - 1) * _GAP


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Return the text without case and accents, with single blanks."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())
