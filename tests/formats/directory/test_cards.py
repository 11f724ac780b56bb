"""vCards as Outlook, Google, Apple, phones and others write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.formats.directory.cards import CARD_LIMIT, read_cards
from planner.formats.directory.content import Fault, Field, ListKind, PersonEntry, Reading, Trouble
from planner.formats.directory.errors import UnreadableDirectory
from planner.formats.directory.reading import read_directory
from planner.formats.wording.directory import fault_sentence, field_word
from planner.formats.wording.language import language

OUTLOOK = """BEGIN:VCARD
VERSION:2.1
X-MS-SIGNATURE:YES
N;LANGUAGE=de;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=FCrgen;;Dr.
FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Dr. J=FCrgen =
M=FCller
ORG:ACME;Development
TITLE:Manager
NOTE;ENCODING=QUOTED-PRINTABLE:One=0D=0A=
two; three
TEL;WORK;FAX:+49 30 9999
TEL;WORK;VOICE:+49 30 1234
ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;Stra=DFe 1=0D=0AHaus B;Berlin;;1;DE
EMAIL;PREF;INTERNET:j.mueller@example.com
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQ
 SkZJRg==

REV:20150925T101500Z
END:VCARD
"""
GOOGLE = """BEGIN:VCARD
VERSION:3.0
FN:Ana Li
N:Li;Ana;;;
EMAIL;TYPE=INTERNET;TYPE=WORK:ana@example.com
EMAIL;TYPE=INTERNET:li@example.com
TEL;TYPE=CELL:+1 555 0100
item1.ORG:Foo
item1.X-ABLabel:Bar
NOTE:one\\ntwo\\, three
CATEGORIES:myContacts
END:VCARD
"""
APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14//EN
N:O'Brien;Tess;;;
FN:Tess O'Brien
item1.EMAIL;type=INTERNET:old@example.com
item2.EMAIL;type=INTERNET;type=pref:tess@example.com
item2.X-ABLabel:_$!<Work>!$_
TEL;type=CELL;type=VOICE;type=pref:+353 1 555
X-APPLE-STRUCTURED-LOCATION;X-TITLE=\\"Home\\" place;VALUE=URI:geo:1,2
TZ:Europe/Dublin
END:VCARD
"""
NEWEST = """BEGIN:VCARD
VERSION:4.0
FN:Yuki Mori with a name that is long enough to be
  folded
N:Mori;Yuki;;;
EMAIL;PREF=50:second@example.com
EMAIL;PREF=1:yuki@example.com
TEL;VALUE=uri;TYPE="voice,work":tel:+81-3-555;ext=5
LANG;PREF=1:ja
TZ:-0500
EXPERTISE;LEVEL=expert:Python,Dive\\, deep
END:VCARD
"""


def read(text: str, line_end: str = "\r\n") -> Reading:
    return read_directory(text.replace("\n", line_end).encode())


def only(text: str) -> tuple[PersonEntry, tuple[Fault, ...]]:
    (row,) = read(text).rows
    assert isinstance(row.entry, PersonEntry)
    return row.entry, row.faults


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_card_of_outlook_is_read(line_end: str) -> None:
    reading = read(OUTLOOK, line_end)
    assert reading.kind is ListKind.PEOPLE
    assert reading.rows[0].entry == PersonEntry(
        "Dr. Jürgen Müller",
        "Manager",
        "j.mueller@example.com",
        "+49 30 1234",
        note="One\ntwo; three",
    )
    assert reading.rows[0].faults == ()
    assert reading.unused == ("X-MS-SIGNATURE", "ORG", "ADR", "PHOTO")


def test_card_of_google_is_read() -> None:
    assert only(GOOGLE) == (
        PersonEntry("Ana Li", "", "ana@example.com", "+1 555 0100", note="one\ntwo, three"),
        (Fault(Trouble.MORE_THAN_ONE, Field.EMAIL, "li@example.com"),),
    )


def test_card_of_apple_is_read() -> None:
    assert only(APPLE) == (
        PersonEntry("Tess O'Brien", "", "tess@example.com", "+353 1 555", "Europe/Dublin"),
        (Fault(Trouble.MORE_THAN_ONE, Field.EMAIL, "old@example.com"),),
    )


def test_card_of_version_4_is_read() -> None:
    entry, faults = only(NEWEST)
    assert entry == PersonEntry(
        "Yuki Mori with a name that is long enough to be folded",
        email="yuki@example.com",
        phone="+81-3-555 ext. 5",
        language="ja",
        focus_areas=("Python", "Dive", "deep"),
    )
    assert faults == (Fault(Trouble.MORE_THAN_ONE, Field.EMAIL, "second@example.com"),)


def test_quoted_printable_of_phones_is_joined_over_lines() -> None:
    entry, _ = only(
        "BEGIN:VCARD\nVERSION:2.1\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=D0=9A=D0=BE=\n=D0=BC;;;\nTEL;CELL:+70000\n"
        "END:VCARD\n"
    )
    assert entry == PersonEntry("\u041a\u043e\u043c", phone="+70000")


def test_name_is_taken_from_parts_or_the_company() -> None:
    composed, _ = only("BEGIN:VCARD\nVERSION:3.0\nFN:\nN:Lee;Ann;Mary;;\nEND:VCARD\n")
    company, _ = only("BEGIN:VCARD\nVERSION:3.0\nORG:ACME;Sales\nEND:VCARD\n")
    assert (composed.name, company.name) == ("Ann Mary Lee", "ACME")


def test_bad_card_costs_only_itself() -> None:
    reading = read(
        "BEGIN:VCARD\nVERSION:3.0\nEMAIL:a@example.com\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nwhat is this?\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Team\nMEMBER:urn:uuid:1\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Bob\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Eve\n"
    )
    found = [(row.line, row.entry, [fault.trouble for fault in row.faults]) for row in reading.rows]
    assert found == [
        (1, None, [Trouble.NO_NAME]),
        (5, PersonEntry("Ann"), [Trouble.UNREADABLE_LINE]),
        (10, None, [Trouble.GROUP]),
        (16, PersonEntry("Bob"), [Trouble.CUT_OFF]),
        (19, PersonEntry("Eve"), [Trouble.CUT_OFF]),
    ]


def test_agent_inside_a_card_is_passed_over() -> None:
    entry, _ = only(
        "BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Assistant\nEND:VCARD\n"
        "TITLE:Head\nEND:VCARD\n"
    )
    assert entry == PersonEntry("Boss", "Head")


def test_too_many_cards_are_refused() -> None:
    with pytest.raises(UnreadableDirectory) as refused:
        read_cards("BEGIN:VCARD\nEND:VCARD\n" * (CARD_LIMIT + 1))
    assert refused.value.facts == {"reason": "too_many_rows", "limit": CARD_LIMIT}


@given(body=st.text(max_size=200))
def test_any_card_is_read(body: str) -> None:
    reading = read_cards(f"BEGIN:VCARD\nFN:Ann\n{body}\nEND:VCARD\n")
    assert reading.rows[0].line == 1


def test_every_fault_and_field_has_words() -> None:
    english = language("en")
    sentences = {fault_sentence(Fault(t, Field.NOTE, "x"), english) for t in Trouble}
    assert len(sentences) == len(Trouble)
    assert len({field_word(field, english) for field in Field}) == len(Field)
