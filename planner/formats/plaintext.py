"""Text that people typed or imported, made harmless before any format writes it.

Escaping for a format comes afterwards and belongs to that format.
"""

import re
import unicodedata
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

LONGEST_FILE_NAME: Final = 120
LONGEST_LINK: Final = 2000

_NEWLINES: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls; overrides, embeddings and isolates, which can make text read as something else; the
# byte order mark, annotation marks and tag characters, which hide text; and what is no character.
_REMOVED: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef"
    "\U000e0000-\U000e007f"
    + "".join(
        chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
    )
    + "]"
)
_BLANKS: Final = re.compile("[\n ]+")
_FORBIDDEN_IN_FILE_NAMES: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED_FILE_NAMES: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\s*\..*)?", re.IGNORECASE
)
_INSIDE_LINK: Final = "%/:=&?~#+!$,;'@()*[]"
_PLAIN_LINK: Final = re.compile(r"[^\s\\<>\"^`{|}\x00-\x20\x7f-\x9f]+")
_OPAQUE_LINKS: Final = {
    "mailto": re.compile(r"[^@?]+@[^@?]+(\?.*)?"),
    "tel": re.compile(r"\+?[0-9().*#\-]+(;[A-Za-z0-9=+.\-]*)*"),
    "geo": re.compile(r"-?[0-9.]+,-?[0-9.]+(,-?[0-9.]+)?([;?].*)?"),
}


def cleaned(text: str) -> str:
    """Return text in composed form (NFC), with line feeds as its only controls.

    Every kind of line end becomes a line feed and a tab a blank; nothing is trimmed. What a reader
    cannot see but a program might obey is removed: controls, bidirectional overrides, lone
    surrogates.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = _REMOVED.sub("", _NEWLINES.sub("\n", text).replace("\t", " "))
    return unicodedata.normalize("NFC", kept)


def many_lines(text: str) -> str:
    """Return cleaned text without blanks at the end of its lines or empty lines around it."""
    return "\n".join(line.rstrip(" ") for line in cleaned(text).split("\n")).strip("\n")


def one_line(text: str) -> str:
    """Return cleaned text on one line, with single blanks between words."""
    return _BLANKS.sub(" ", cleaned(text)).strip(" ")


def safe_file_name(text: str, fallback: str) -> str:
    """Return a file name, without extension, that every system accepts and that stays in its folder.

    At most 120 bytes of UTF-8. The fallback is used, unchanged, when nothing is left of the text.
    """
    visible = "".join(c for c in one_line(text) if unicodedata.category(c)[0] != "C")
    name = _FORBIDDEN_IN_FILE_NAMES.sub("_", unicodedata.normalize("NFC", visible)).strip(". ")
    if _RESERVED_FILE_NAMES.fullmatch(name):
        name = f"_{name}"
    cut = name.encode()[:LONGEST_FILE_NAME].decode(errors="ignore").rstrip(". ")
    return cut or fallback


def safe_link(url: str) -> str | None:
    """Return an address that may be clicked, in ASCII; None for anything but the known kinds.

    Known are https, http, mailto, tel and geo. Addresses that carry a user name are refused,
    because they make one host look like another.
    """
    url = cleaned(url).strip(" ")
    if len(url) > LONGEST_LINK or not _PLAIN_LINK.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https"}:
            return _safe_web_link(url)
    except ValueError:
        return None
    pattern = _OPAQUE_LINKS.get(parts.scheme)
    rest = url[len(parts.scheme) + 1 :]
    if pattern is None or not pattern.fullmatch(rest):
        return None
    return f"{parts.scheme}:{quote(rest, safe=_INSIDE_LINK)}"


def _safe_web_link(url: str) -> str | None:
    parts = urlsplit(url)
    if not parts.hostname or "@" in parts.netloc:
        return None
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode()
    if ":" in host:
        host = f"[{host}]"
    netloc = host if parts.port is None else f"{host}:{parts.port}"
    rest = (quote(part, safe=_INSIDE_LINK) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, netloc, *rest))
