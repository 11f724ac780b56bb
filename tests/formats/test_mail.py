"""E-mails saved as files: their text, and what is refused."""

import pytest

from planner.formats.mail import MOST_BYTES, MOST_PARTS, UnreadableMail, is_mail, mail_text
from planner.formats.wording.language import language
from planner.formats.wording.refusals import refusal

HEAD = b"From: anna@example.com\nTo: ben@example.com\nSubject: Your day\n"
PLAIN = HEAD + b"Content-Type: text/plain; charset=utf-8\n\n10:00 - 11:00 Gespr\xc3\xa4ch\n"
BOTH = (
    HEAD
    + b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
    + b"--b\nContent-Type: text/plain\n\nplain\n"
    + b"--b\nContent-Type: text/html\n\n<table><tr><td>10:00</td></tr></table>\n--b--\n"
)


def test_the_text_of_a_plain_mail_is_read() -> None:
    assert mail_text(PLAIN) == "10:00 - 11:00 Gespräch\n"


def test_html_is_preferred_because_its_tables_keep_their_cells() -> None:
    assert mail_text(BOTH).startswith("<table>")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PLAIN, True),
        (PLAIN.replace(b"\n", b"\r\n"), True),
        (b"10:00 - 11:00 Interview\n", False),
        (b"Subject: only one\n", False),
        (b"", False),
    ],
)
def test_a_mail_is_known_by_its_header(data: bytes, *, expected: bool) -> None:
    assert is_mail(data) is expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x" * (MOST_BYTES + 1), "too_large"),
        (HEAD + b"Content-Type: x\n" * (MOST_PARTS + 1), "too_many_parts"),
        (HEAD + b"\n\n", "no_text"),
        (HEAD + b"Content-Type: image/png\n\nabc", "no_text"),
        (b"To: " + b"(" * 20_000 + b"\n" + PLAIN, None),
    ],
    ids=["large", "parts", "empty", "picture", "brackets"],
)
def test_what_has_no_text_or_is_a_trap_is_refused(data: bytes, reason: str | None) -> None:
    if reason is None:
        assert "11:00" in mail_text(data)
        return
    with pytest.raises(UnreadableMail) as refused:
        mail_text(data)
    assert refused.value.facts["reason"] == reason
    assert "{" not in refusal(refused.value, language("en"))


def test_nested_parts_end_neither_the_program_nor_the_patience() -> None:
    nested = HEAD + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(99)
    )
    with pytest.raises(UnreadableMail):
        mail_text(nested)
