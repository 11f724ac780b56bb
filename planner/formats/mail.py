"""E-mails saved as files: the text that a reader sees. Attachments are not opened."""

import email
import email.policy
from email.message import EmailMessage

from planner.domain.errors import PlannerError

MOST_BYTES = 5_000_000
MOST_PARTS = 100
_HEADERS = ("from", "to", "cc", "subject", "date", "received", "message-id", "mime-version")
_FEWEST_HEADERS = 2


class UnreadableMail(PlannerError):
    """An e-mail was not read. Facts: ``reason``, and ``limit`` where it is too large."""

    code = "unreadable_mail"


def is_mail(data: bytes) -> bool:
    """Say whether the bytes begin with the header of an e-mail (RFC 5322 section 2.2)."""
    head = data[:4_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    names = {line.partition(b":")[0].decode("latin-1").lower() for line in head.split(b"\n")}
    return len(names & set(_HEADERS)) >= _FEWEST_HEADERS and b":" in head.split(b"\n")[0]


def mail_text(data: bytes) -> str:
    """Return the text of an e-mail, as HTML where it has that: its tables keep their cells.

    Raises:
        UnreadableMail: it is too large, has too many parts, no text, or cannot be parsed.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableMail(reason="too_large", limit=MOST_BYTES // 1_000_000)
    # Boundaries are counted before parsing: nested parts go as deep as the parser recurses.
    if data.lower().count(b"content-type:") > MOST_PARTS:
        raise UnreadableMail(reason="too_many_parts", limit=MOST_PARTS)
    try:
        text = _body(data)
    except Exception as error:  # the parser raises many kinds for damaged headers
        raise UnreadableMail(reason="damaged") from error
    if not text.strip():
        raise UnreadableMail(reason="no_text")
    return text


def _body(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(preferencelist=("html", "plain"))
    if not isinstance(part, EmailMessage):
        return ""
    content: object = part.get_content()
    return content if isinstance(content, str) else ""
