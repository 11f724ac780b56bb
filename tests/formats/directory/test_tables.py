"""Lists as CSV: encodings, separators, headings, and what is refused."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.places import Equipment
from planner.formats.directory.columns import guess_columns
from planner.formats.directory.content import (
    Fault,
    Field,
    ListKind,
    PersonEntry,
    Reading,
    RoomEntry,
    Trouble,
)
from planner.formats.directory.encodings import SIZE_LIMIT
from planner.formats.directory.errors import UnreadableDirectory
from planner.formats.directory.reading import read_directory
from planner.formats.directory.rows import read_rows
from planner.formats.directory.tables import (
    ROW_LIMIT,
    read_table,
    with_header,
    without_header,
)
from planner.formats.plaintext import cleaned
from planner.formats.wording.language import language
from planner.formats.wording.refusals import SENTENCES, refusal

GERMAN = (
    "Name;E-Mail;Telefon;Zeitzone;Sprache;Schwerpunkte\r\n"
    "Müller, Jürgen;j@example.com;030 1234;europe/berlin;Deutsch;Python, Teamgeist\r\n"
)
JUERGEN = PersonEntry(
    "Jürgen Müller",
    email="j@example.com",
    phone="030 1234",
    zone="Europe/Berlin",
    language="de",
    focus_areas=("Python", "Teamgeist"),
)
OUTLOOK = (
    "First Name,Last Name,Job Title,Business Phone,Mobile Phone,E-mail Address,Notes,Anniversary\r\n"
    'Ada,Byron,Analyst,"=""0049 30 1""",0171 555,ada@example.com,"Line one\r\nline two",0/0/00\r\n'
    ",,,,,nobody@example.com,,\r\n"
)
GOOGLE = (
    "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value\n"
    "Ann Lee,Ann,Lee,* Work,ann@example.com ::: lee@example.com,'+352 555 0100\n"
)
ROOMS = "Raum\tStandort\tEtage\tPlätze\tAusstattung\nBlau\tBerlin\t3\t8 Personen\tBeamer, Kaffee\n"


def read(text: str, encoding: str = "utf-8") -> Reading:
    return read_directory(text.encode(encoding))


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDirectory) as error:
        read_directory(data)
    return refusal(error.value, language("en"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encoding_of_a_list_does_not_matter(encoding: str) -> None:
    reading = read(GERMAN, encoding)
    assert [row.entry for row in reading.rows] == [JUERGEN]
    assert reading.kind is ListKind.PEOPLE


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separator_is_found_even_if_others_stand_in_cells(separator: str) -> None:
    text = io.StringIO()
    rows = [["Name", "E-mail"], ["Lee, Ann; PhD", "a@example.com"], ["Bo|b", "b@example.com"]]
    csv.writer(text, delimiter=separator).writerows(rows)
    table = read_table(text.getvalue().encode())
    assert table.separator == separator
    assert [list(row.cells) for row in table.rows] == rows[1:]


def test_outlook_export_is_understood_and_what_is_left_out_is_told() -> None:
    reading = read(OUTLOOK)
    first, second = reading.rows
    assert first.entry == PersonEntry(
        "Ada Byron",
        "Analyst",
        "ada@example.com",
        "0049 30 1",
        note="Line one\nline two",
    )
    assert first.faults == (Fault(Trouble.MORE_THAN_ONE, Field.PHONE, "0171 555"),)
    assert (second.line, second.entry) == (4, None)
    assert second.faults == (Fault(Trouble.NO_NAME, Field.NAME),)
    assert reading.unused == ("Anniversary",)


def test_google_export_is_understood() -> None:
    reading = read(GOOGLE)
    assert reading.rows[0].entry == PersonEntry(
        "Ann Lee", email="ann@example.com", phone="+352 555 0100"
    )
    assert reading.rows[0].faults == (Fault(Trouble.MORE_THAN_ONE, Field.EMAIL, "lee@example.com"),)
    assert reading.unused == ("E-mail 1 - Type",)


def test_rooms_are_told_from_people() -> None:
    reading = read(ROOMS)
    assert reading.kind is ListKind.ROOMS
    assert reading.rows[0].entry == RoomEntry("Blau", "Berlin", "3", 8, (Equipment.DISPLAY,))
    assert reading.rows[0].faults == (Fault(Trouble.UNKNOWN_EQUIPMENT, Field.EQUIPMENT, "Kaffee"),)


def test_values_that_mean_nothing_are_left_out_and_told() -> None:
    reading = read(
        "Name,E-mail,Phone,Time zone,Language,\n"
        f"Ann,not an address,none,Mars/Olympus,Klingonisch?,what is this\nBob {'x' * 400},,,,\n"
    )
    assert reading.rows[0].entry == PersonEntry("Ann")
    assert [fault.trouble for fault in reading.rows[0].faults] == [
        Trouble.NOT_AN_EMAIL,
        Trouble.NOT_A_PHONE,
        Trouble.UNKNOWN_ZONE,
        Trouble.UNKNOWN_LANGUAGE,
    ]
    assert [fault.trouble for fault in reading.rows[1].faults] == [
        Trouble.NO_NAME,
        Trouble.TOO_LONG,
    ]


def test_cell_beyond_the_heading_is_told() -> None:
    reading = read("Name,E-mail\nAnn,a@example.com,stray\n")
    assert reading.rows[0].faults == (Fault(Trouble.WITHOUT_COLUMN, None, "stray"),)


def test_table_without_heading_is_guessed_by_its_content() -> None:
    reading = read("Ann Lee,a@example.com,+49 30 1234\nBob Ray,b@example.com,+49 30 1235\n")
    assert [row.entry for row in reading.rows] == [
        PersonEntry("Ann Lee", email="a@example.com", phone="+49 30 1234"),
        PersonEntry("Bob Ray", email="b@example.com", phone="+49 30 1235"),
    ]
    assert [row.line for row in reading.rows] == [1, 2]


def test_heading_in_another_language_is_a_heading() -> None:
    reading = read("Nom;Courriel\nAnn;a@example.com\nBob;b@example.com\n")
    assert [row.entry for row in reading.rows] == [
        PersonEntry("Ann", email="a@example.com"),
        PersonEntry("Bob", email="b@example.com"),
    ]


def test_heading_can_be_made_a_row_and_a_row_a_heading() -> None:
    table = read_table(b"Name,E-mail\nAnn,a@example.com\n")
    bare = without_header(table)
    assert [row.cells for row in bare.rows] == [("Name", "E-mail"), ("Ann", "a@example.com")]
    assert with_header(bare) == table
    assert without_header(bare) is bare
    assert with_header(table) is table


def test_columns_can_be_corrected() -> None:
    table = read_table(b"Name,Function\nAnn,Sales\n")
    corrected = read_rows(table, ListKind.PEOPLE, (Field.NAME, Field.NOTE))
    assert corrected.rows[0].entry == PersonEntry("Ann", note="Sales")
    dropped = read_rows(table, ListKind.PEOPLE, (Field.NAME,))
    assert dropped.rows[0].entry == PersonEntry("Ann")
    assert dropped.unused == ("Function",)


def test_line_numbers_are_those_of_the_file() -> None:
    reading = read('sep=;\nName;Note\n\n"Ann";"two\nlines"\nBob;\n')
    assert [row.line for row in reading.rows] == [4, 6]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n\n", "The file is empty."),
        (b"Name,E-mail\n", "The file has no rows below its heading."),
        (b",,\n", "The file has no rows below its heading."),
        (
            b"PK\x03\x04...",
            "This is a workbook. Open it in your spreadsheet program, save it as CSV, and import that.",
        ),
        (
            b"\x00\x01\x02\x00\x00\x00\x81",
            "This is neither a table as text (CSV) nor a vCard. Save the list in one of these forms.",
        ),
        (
            b"\xff\xfeN\x00a",
            "This is neither a table as text (CSV) nor a vCard. Save the list in one of these forms.",
        ),
        (
            b'Name,Note\nAnn,"never closed\nBob,\n',
            "A quotation mark that opens in line 2 is never closed, so the rows after it cannot be told apart. Close it and try again.",
        ),
        (
            b"Name\n" + b";" * 500_001,
            "Line 2 of the file cannot be read as a row of a table. Save the list as CSV once more and try again.",
        ),
        (
            b"x" * (SIZE_LIMIT + 1),
            "The file has 10 MB. A list has 10 MB at the most: import it in parts.",
        ),
        (
            b"Name\n" + b"Ann\n" * (ROW_LIMIT + 1),
            "The file has more than 20000 rows. Import it in parts.",
        ),
        (
            b"Name" + b"," * 200 + b"\nAnn\n",
            "Line 1 has 201 columns, at most 200 can be read. Is this the right file?",
        ),
        (
            b"Name,Note\nAnn," + b"x" * 200_000,
            "Line 2 of the file cannot be read as a row of a table. Save the list as CSV once more and try again.",
        ),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else "",
)
def test_hostile_file_gets_a_clear_sentence(data: bytes, sentence: str) -> None:
    assert refused(data) == sentence


def test_quotation_marks_inside_cells_are_read_as_they_stand() -> None:
    reading = read('Name,E-mail\nAnn "Annie" Lee,a@example.com\nBob,b@example.com\n')
    assert reading.rows[0].entry == PersonEntry('Ann "Annie" Lee', email="a@example.com")


words = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20
).map(lambda text: " ".join(text.split()))
names = words.filter(
    lambda text: any(c.isalpha() for c in text) and not text.startswith(("=", "'"))
)


@given(
    rows=st.lists(
        st.tuples(names, words.filter(lambda t: not t.startswith(("=", "'")))), min_size=1
    ),
    separator=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_table_that_was_written_is_read_back(
    rows: list[tuple[str, str]], separator: str, encoding: str
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([("Name", "Note"), *rows])
    table = read_table(text.getvalue().encode(encoding))
    assert [row.cells for row in table.rows] == [tuple(map(cleaned, row)) for row in rows]
    assert guess_columns(table, ListKind.PEOPLE) == (Field.NAME, Field.NOTE)


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_for_a_known_reason(data: bytes) -> None:
    reasons: set[object] = set()
    lines: list[int] = []
    try:
        lines = [row.line for row in read_directory(data).rows]
    except UnreadableDirectory as error:
        reasons = {error.facts["reason"]}
    assert lines == sorted(lines)
    assert bool(lines) != bool(reasons)
    assert {f"unreadable_directory.{reason}" for reason in reasons} <= set(SENTENCES)
