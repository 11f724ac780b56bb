"""Lines of vCards (versions 2.1, 3.0 and 4.0): unfolded, decoded, taken apart.

Sources: RFC 6350 section 3, RFC 2426, and the versit vCard 2.1 specification, which address books
still write. A line that is none is kept as `UNREADABLE`, so that one bad line costs one line.
"""

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

UNREADABLE: Final = ""
"""The name of a property that could not be read."""

_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_QUOTED_PRINTABLE = re.compile(r"^[^:]*\bQUOTED-PRINTABLE\b[^:]*:", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Za-z0-9_-]+\.)?([A-Za-z0-9_-]+)")
_BASE64 = re.compile(r"[A-Za-z0-9+/=]{4,}")
_LINE_END = re.compile(r"\r\n|\r|\n")  # nothing else: notes hold other separators
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Property:
    """A property as it stands: name in capitals, parameters, the value with its escapes."""

    line: int
    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str

    @property
    def text(self) -> str:
        """Return the value as text."""
        return unescaped(self.value)

    def parts(self, separator: str) -> list[str]:
        """Return the values between separators that are not escaped."""
        pieces = re.split(rf"(?<!\\){separator}", self.value)
        return [unescaped(piece).strip() for piece in pieces]

    def is_of_type(self, *types: str) -> bool:
        """Say whether one of these types is given, in lower case."""
        return not self._types.isdisjoint(types)

    @property
    def _types(self) -> frozenset[str]:
        said = ",".join(self.parameters.get("TYPE", ()))
        return frozenset(part.strip().casefold() for part in said.split(","))

    @property
    def rank(self) -> int:
        """Return how much the property is preferred; 1 is most, 100 is not at all."""
        said = next(iter(self.parameters.get("PREF", ())), "")
        if said.isascii() and said.isdigit():
            return min(int(said[:3]), 100)
        return 1 if self.is_of_type("pref") else 100


def properties(text: str) -> Iterator[Property]:
    """Yield all properties of a file, in its order."""
    for number, line in _unfolded(text):
        if line.strip():
            yield _property(number, line)


def unescaped(value: str) -> str:
    r"""Return text without its escapes: ``\n`` is a line feed, ``\,`` a comma."""
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield logical lines with the number of their first line.

    A line that begins with white space goes on from the one before (RFC 6350 section 3.2); one in
    quoted-printable that ends with an equals sign goes on in the next (RFC 2045 section 6.7).
    """
    start, pieces = 1, [""]
    is_quoted = False
    for number, line in enumerate(_LINE_END.split(text.lstrip("\ufeff")), start=1):
        if is_quoted and pieces[-1].endswith("="):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
        elif line[:1] in {" ", "\t"}:
            pieces.append(line[1:])
        else:
            yield start, "".join(pieces)
            start, pieces = number, [line]
            is_quoted = _QUOTED_PRINTABLE.match(line) is not None
    yield start, "".join(pieces)


def _property(number: int, line: str) -> Property:
    head, colon, value = _halves(line)
    name, *rest = _split_outside_quotes(head, ";")
    match = _NAME.fullmatch(name.strip())
    if not colon or match is None:
        is_picture = _BASE64.fullmatch(line.strip()) is not None  # 2.1 does not always indent them
        return Property(number, "PHOTO" if is_picture else UNREADABLE, {}, line)
    parameters = _parameters(rest)
    if "QUOTED-PRINTABLE" in (said.upper() for said in parameters.get("ENCODING", ())):
        value = _from_quoted_printable(value, parameters)
    return Property(number, match[1].upper(), parameters, value)


def _halves(line: str) -> tuple[str, str, str]:
    """Split at the first colon that no quotation mark encloses, or else at the first one."""
    parts = _split_outside_quotes(line, ":", most=1)
    if len(parts) > 1:
        return parts[0], ":", parts[1]
    return line.partition(":")


def _split_outside_quotes(text: str, separator: str, most: int = -1) -> list[str]:
    cuts, is_quoted = [-1], False
    for index, character in enumerate(text):
        if character == '"':
            is_quoted = not is_quoted
        elif character == separator and not is_quoted:
            cuts.append(index)
            if most > 0 and len(cuts) > most:
                break
    cuts.append(len(text))
    return [text[start + 1 : end] for start, end in pairwise(cuts)]


def _parameters(texts: list[str]) -> dict[str, tuple[str, ...]]:
    """Return parameters by name; version 2.1 writes types and encodings without one."""
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            value, name = name, "ENCODING" if name.strip().upper() in _ENCODINGS else "TYPE"
        key = name.strip().upper()
        found[key] = (*found.get(key, ()), value.strip().strip('"'))
    return found


def _from_quoted_printable(value: str, parameters: Mapping[str, tuple[str, ...]]) -> str:
    """Return the text; it is escaped like all text, so line feeds become escapes again."""
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    charset = next(iter(parameters.get("CHARSET", ())), "utf-8")
    text = _decoded(data, charset).replace("\r\n", "\n")
    return text.replace("\n", "\\n")


def _decoded(data: bytes, charset: str) -> str:
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return data.decode("latin-1")
