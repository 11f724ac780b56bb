"""Which way characters run: the Unicode bidirectional algorithm for text without explicit controls.

Cleaned text holds no embeddings, overrides or isolates, so a line is one isolating run sequence and
rules X1 to X10 fall away. All rule names are those of Unicode Standard Annex #9.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, Literal, TypeVar

Item = TypeVar("Item")
Levels = list[int]

_OPENING: Final = (
    "([{༺༼᚛⁅⁽₍⌈⌊〈❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"  # noqa: RUF001 -- the brackets themselves
)
_CLOSING: Final = (
    ")]}༻༽᚜⁆⁾₎⌉⌋〉❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦐⦎⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩⹖⹘⹚⹜〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"  # noqa: RUF001 -- the brackets themselves
)
_PAIR: Final = dict(zip(_OPENING, _CLOSING, strict=True))
_SAME_BRACKET: Final = {"\u2329": "\u3008", "\u232a": "\u3009"}
_MOST_OPEN_BRACKETS: Final = 63
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON"})
_REMOVED: Final = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF"})
_STRONG: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def first_strong_level(text: str) -> Literal[0, 1]:
    """Return 1 where the first letter with a direction runs right to left, else 0 (rules P2, P3)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return 1
        if direction == "L":
            return 0
    return 0


def levels(text: str, base: int = 0) -> Levels:
    """Return the embedding level of every character of one line; odd levels run right to left."""
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    kept = [index for index, kind in enumerate(kinds) if kind not in _REMOVED]
    line = _Line([text[index] for index in kept], [kinds[index] for index in kept], base)
    found = [base] * len(text)
    for index, level in zip(kept, line.levels(), strict=True):
        found[index] = level
    for index in range(1, len(text)):
        if kinds[index] in _REMOVED:
            found[index] = found[index - 1]
    return found


def in_visual_order(items: Sequence[Item], item_levels: Sequence[int]) -> list[Item]:
    """Return the items of one line from left to right (rule L2)."""
    order = list(range(len(items)))
    odd = [level for level in item_levels if level % 2]
    if not odd:
        return list(items)
    for level in range(max(item_levels), min(odd) - 1, -1):
        for start, stop in _stretches([item_levels[index] >= level for index in order]):
            order[start:stop] = reversed(order[start:stop])
    return [items[index] for index in order]


def _stretches(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(marked):
        stop = start + 1
        if marked[start]:
            while stop < len(marked) and marked[stop]:
                stop += 1
            yield start, stop
        start = stop


class _Line:
    """The rules W, N, I and L1, each of which rewrites the kinds in place."""

    def __init__(self, characters: list[str], kinds: list[str], base: int) -> None:
        self._characters = characters
        self._original = tuple(kinds)
        self._kinds = kinds
        self._base = base
        self._outside = "R" if base % 2 else "L"

    def levels(self) -> Levels:
        self._resolve_marks_and_arabic()
        self._resolve_separators()
        self._resolve_terminators()
        self._resolve_european_numbers()
        self._resolve_brackets()
        self._resolve_neutrals()
        return self._reset_blanks([self._level(kind) for kind in self._kinds])

    def _resolve_marks_and_arabic(self) -> None:
        """Apply W1, W2 and W3."""
        previous = strong = self._outside
        for index, kind in enumerate(self._kinds):
            resolved = previous if kind == "NSM" else kind
            previous = resolved
            if resolved in {"L", "R", "AL"}:
                strong = resolved
            self._kinds[index] = "AN" if resolved == "EN" and strong == "AL" else resolved
        self._kinds[:] = ["R" if kind == "AL" else kind for kind in self._kinds]

    def _resolve_separators(self) -> None:
        """Apply W4: one separator between two numbers of a kind belongs to them."""
        kinds = self._kinds
        for index in range(1, len(kinds) - 1):
            before, kind, after = kinds[index - 1 : index + 2]
            if before == after and (
                (kind == "ES" and before == "EN") or (kind == "CS" and before in {"EN", "AN"})
            ):
                kinds[index] = before

    def _resolve_terminators(self) -> None:
        """Apply W5 and W6: signs beside a European number belong to it, others are neutral."""
        kinds = self._kinds
        for start, stop in list(_stretches([kind == "ET" for kind in kinds])):
            beside = kinds[max(start - 1, 0) : start] + kinds[stop : stop + 1]
            if "EN" in beside:
                kinds[start:stop] = ["EN"] * (stop - start)
        kinds[:] = ["ON" if kind in {"ET", "ES", "CS"} else kind for kind in kinds]

    def _resolve_european_numbers(self) -> None:
        """Apply W7."""
        strong = self._outside
        for index, kind in enumerate(self._kinds):
            if kind in {"L", "R"}:
                strong = kind
            elif kind == "EN" and strong == "L":
                self._kinds[index] = "L"

    def _resolve_brackets(self) -> None:
        """Apply N0."""
        for opening, closing in self._bracket_pairs():
            direction = self._bracket_direction(opening, closing)
            if direction is None:
                continue
            for bracket in (opening, closing):
                self._kinds[bracket] = direction
                following = bracket + 1
                while following < len(self._kinds) and self._original[following] == "NSM":
                    self._kinds[following] = direction
                    following += 1

    def _bracket_pairs(self) -> list[tuple[int, int]]:
        """Apply BD16."""
        waiting: list[tuple[str, int]] = []
        pairs: list[tuple[int, int]] = []
        for index, character in enumerate(self._characters):
            if self._kinds[index] != "ON":
                continue
            bracket = _SAME_BRACKET.get(character, character)
            if bracket in _PAIR:
                if len(waiting) == _MOST_OPEN_BRACKETS:
                    return []
                waiting.append((_PAIR[bracket], index))
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == bracket:
                    pairs.append((waiting[depth][1], index))
                    del waiting[depth:]
                    break
        return sorted(pairs)

    def _bracket_direction(self, opening: int, closing: int) -> str | None:
        inside = {_STRONG.get(kind) for kind in self._kinds[opening + 1 : closing]} - {None}
        if not inside:
            return None
        if self._outside in inside:
            return self._outside
        before = self._strong_before(opening)
        return before if before in inside else self._outside

    def _strong_before(self, index: int) -> str:
        for kind in reversed(self._kinds[:index]):
            if kind in _STRONG:
                return _STRONG[kind]
        return self._outside

    def _resolve_neutrals(self) -> None:
        """Apply N1 and N2."""
        kinds = self._kinds
        for start, stop in list(_stretches([kind in _NEUTRAL for kind in kinds])):
            before = _STRONG[kinds[start - 1]] if start else self._outside
            after = _STRONG[kinds[stop]] if stop < len(kinds) else self._outside
            resolved = before if before == after else self._outside
            kinds[start:stop] = [resolved] * (stop - start)

    def _level(self, kind: str) -> int:
        """Apply I1 and I2."""
        if self._base % 2:
            return self._base + (kind != "R")
        return self._base + {"L": 0, "R": 1}.get(kind, 2)

    def _reset_blanks(self, found: Levels) -> Levels:
        """Apply L1: separators, and blanks before them or at the end, take the base level."""
        trailing = True
        for index in range(len(found) - 1, -1, -1):
            kind = self._original[index]
            if kind in {"S", "B"}:
                trailing = True
            elif kind != "WS":
                trailing = False
            if trailing:
                found[index] = self._base
        return found
