"""Faults of an iCalendar file as bytes: marks, line endings, folds, characters."""

import re
from collections.abc import Iterator, Sequence

_LONGEST = 75  # octets without the line ending, RFC 5545 section 3.1
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_ODD_BACKSLASHES = re.compile(rb"(?<!\\)(?:\\\\)*\\$")
_ESCAPED = (b" n", b" N", b" ,", b" ;")


def byte_faults(content: bytes, physical: Sequence[bytes]) -> Iterator[tuple[int, str]]:
    """Yield line numbers and codes of what is wrong with the bytes of a file."""
    if content.startswith(b"\xef\xbb\xbf"):
        yield 1, "byte_order_mark"
    yield from _endings(physical)
    yield from _characters(content, physical)
    for number, line in enumerate(physical, start=1):
        text = line.rstrip(b"\r\n")
        if len(text) > _LONGEST:
            yield number, "line_too_long"
        following = physical[number] if number < len(physical) else b""
        if _ODD_BACKSLASHES.search(text) and following.startswith(_ESCAPED):
            yield number, "split_escape"


def _endings(physical: Sequence[bytes]) -> Iterator[tuple[int, str]]:
    wrong = (n for n, line in enumerate(physical, start=1) if _is_bare(line))
    first = next(wrong, None)  # a file is saved with one kind of ending: one finding says it
    if first is not None:
        yield first, "line_ending"
    if not physical or not physical[-1].endswith(b"\n"):
        yield max(1, len(physical)), "no_final_line_ending"


def _is_bare(line: bytes) -> bool:
    return line.endswith(b"\n") and not line.endswith(b"\r\n")


def _characters(content: bytes, physical: Sequence[bytes]) -> Iterator[tuple[int, str]]:
    is_whole = _is_utf_8(re.sub(rb"\r?\n[ \t]", b"", content))
    for number, line in enumerate(physical, start=1):
        if not _is_utf_8(line):
            yield number, "split_character" if is_whole else "not_utf_8"
            return
    for number, line in enumerate(physical, start=1):
        if _CONTROL.search(line.decode("utf-8")):
            yield number, "control_character"


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
