"""iCalendar text as its writers left it: physical lines, content lines, nested parts, unmended."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)')
_NAME = re.compile(r"[A-Za-z0-9-]+")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """A content line: ``number`` is the physical line where it begins, counted from 1.

    A line without a colon has an empty name, its text is the value.
    """

    number: int
    name: str
    parameters: Mapping[str, str]
    value: str


@dataclass(slots=True)
class Part:
    """What stands between a BEGIN and its END; ``is_closed`` where the END was there."""

    name: str
    number: int
    lines: list[Line] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)
    is_closed: bool = False

    def named(self, name: str) -> list[Line]:
        """Return the lines of one property."""
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str:
        """Return the value of the first line of a property, or nothing."""
        return next((line.value for line in self.named(name)), "")

    def inside(self, name: str) -> list["Part"]:
        """Return the parts of one kind right inside this one."""
        return [part for part in self.parts if part.name == name]


def physical_lines(content: bytes) -> list[bytes]:
    """Return the lines of a file with their endings."""
    return re.findall(rb"[^\n]*\n|[^\n]+$", content.removeprefix(_BOM))


def content_lines(physical: Sequence[bytes]) -> list[Line]:
    """Return unfolded lines (RFC 5545 section 3.1); bytes that are not UTF-8 become U+FFFD."""
    joined: list[tuple[int, bytes]] = []
    for number, line in enumerate(physical, start=1):
        text = line.rstrip(b"\r\n")
        if joined and text[:1] in {b" ", b"\t"}:
            first, before = joined[-1]
            joined[-1] = (first, before + text[1:])
        elif text:
            joined.append((number, text))
    return [_parsed(number, text.decode("utf-8", "replace")) for number, text in joined]


def tree(lines: Sequence[Line]) -> Part:
    """Return the parts of a file inside a root without a name; a stray END is a line there."""
    root = Part("", 0)
    path = [root]
    for line in lines:
        if line.name == "BEGIN":
            part = Part(line.value.upper(), line.number)
            path[-1].parts.append(part)
            path.append(part)
        elif line.name == "END" and path[-1].name == line.value.upper():
            path.pop().is_closed = True
        else:
            path[-1].lines.append(line)
    return root


def every_part(root: Part) -> Iterator[Part]:
    """Yield all parts below one, each before those inside it."""
    for part in root.parts:
        yield part
        yield from every_part(part)


def _parsed(number: int, text: str) -> Line:
    name = _NAME.match(text)
    if name is None:
        return Line(number, "", {}, text)
    parameters: dict[str, str] = {}
    position = name.end()
    while (found := _PARAMETER.match(text, position)) is not None:
        parameters[found[1].upper()] = found[2].strip('"')
        position = found.end()
    if text[position : position + 1] != ":":
        return Line(number, "", {}, text)
    return Line(number, name[0].upper(), parameters, text[position + 1 :])
