"""JSON text to builtin values; keeps in sight what JSON readers commonly pass over in silence."""

import codecs
import json
from collections import Counter
from typing import Any

from planner.formats.planfile.faults import Fault, NotANumber, UnreadablePlan, printable

SIZE_LIMIT = 50_000_000
"""Bytes. The largest event that was tried, 2,000 blocks, takes about 2 MB."""

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_LONGEST_NUMBER = 18  # digits; a plan counts people and interviews
_MEGABYTE = 1_000_000
_WORDS_SHOWN = 20
_WORDS = ("true", "false", "null")


class Doubled(dict[str, Any]):
    """A JSON object that has a name twice; readers commonly keep the last value in silence."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs)
        self.doubled = tuple(name for name, count in times.items() if count > 1)


def parse(data: bytes) -> Any:
    """Return the value that UTF-8 JSON text stands for; a byte order mark is passed over.

    Objects become dicts, those with a name twice become `Doubled`, impossible numbers `NotANumber`.

    Raises:
        UnreadablePlan: the bytes are no JSON text, or too many.
    """
    text = _decoded(data)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=NotANumber,
            parse_int=_whole_number,
        )
    except json.JSONDecodeError as error:
        raise UnreadablePlan([_syntax_fault(text, error)]) from None
    except RecursionError:
        raise UnreadablePlan([Fault("too_deep")]) from None


def _decoded(data: bytes) -> str:
    if len(data) > SIZE_LIMIT:
        facts = {"size": -(-len(data) // _MEGABYTE), "limit": SIZE_LIMIT // _MEGABYTE}
        raise UnreadablePlan([Fault("too_large", facts=facts)])
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise UnreadablePlan([Fault("other_encoding", facts={"encoding": name})])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadablePlan([Fault("not_text", facts={"byte": error.start + 1})]) from None
    if not text.strip("\x00 \t\r\n"):
        raise UnreadablePlan([Fault("empty")])
    return text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Doubled(pairs)


def _whole_number(text: str) -> int | NotANumber:
    return int(text) if len(text) <= _LONGEST_NUMBER else NotANumber(text)


def _syntax_fault(text: str, error: json.JSONDecodeError) -> Fault:
    """Return what is wrong at that place, in the words of a person rather than of a parser."""
    if not text.lstrip().startswith(("{", "[")):
        return Fault("not_a_plan")
    facts: dict[str, object] = {"line": error.lineno, "column": error.colno}
    rest = text[error.pos :].strip("\x00 \t\r\n")  # a file cut off by a crash may end in NUL bytes
    if error.msg.startswith("Unterminated") or not rest or any(w.startswith(rest) for w in _WORDS):
        return Fault("cut_off", facts=facts)
    if error.msg.startswith("Invalid control character") and text[error.pos] in "\r\n":
        return Fault("not_closed", facts=facts)
    if error.msg.startswith("Invalid control character"):
        return Fault(
            "control_character", facts={**facts, "character": f"U+{ord(text[error.pos]):04X}"}
        )
    if error.msg.startswith("Extra data"):
        return Fault("goes_on", facts={**facts, "found": _first_words(rest)})
    return Fault("not_json", facts={**facts, "found": _first_words(rest)})


def _first_words(text: str) -> str:
    """Return the beginning of a text, as much as a person needs to find the place."""
    return printable(text.splitlines()[0][:_WORDS_SHOWN])
