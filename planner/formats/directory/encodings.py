"""Bytes of a list as text, in the encodings that spreadsheets and address books write."""

import codecs
from typing import Final

from planner.formats.directory.errors import UnreadableDirectory

SIZE_LIMIT: Final = 10_000_000
"""Bytes; a list of 20,000 people has about 3 MB."""

_MEGABYTE = 1_000_000
_SAMPLE = 4_000
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods, .xls
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a list and the encoding it was in.

    Text that is no Unicode is taken for Windows-1252, in which Excel saves on western systems.

    Raises:
        UnreadableDirectory: it is empty, too large, a workbook, or no text.
    """
    if len(data) > SIZE_LIMIT:
        sizes = {"size": len(data) // _MEGABYTE, "limit": SIZE_LIMIT // _MEGABYTE}
        raise UnreadableDirectory(reason="too_large", **sizes)
    if data.startswith(_WORKBOOKS):
        raise UnreadableDirectory(reason="workbook")
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        if not text.strip():
            raise UnreadableDirectory(reason="empty")
        return text, encoding
    raise UnreadableDirectory(reason="not_text")


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half // 2:
        return ("utf-16-le",)
    if half and sample[0::2].count(0) > half // 2:
        return ("utf-16-be",)
    return ("utf-8", "cp1252")
