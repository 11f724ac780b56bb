# ruff: noqa: RUF001 -- letters of many scripts look like Latin ones
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.formats import plaintext

NASTY = st.text(st.characters() | st.sampled_from("\x00\r\n\t\x85\u2028\u2029\u202e\ud800\ufeff"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ana", "Ana"),
        ("Zoe\u0308", "Zoë"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a b"),
        ("a\x00b\x1bc\x9fd\x7f", "abcd"),
        ("invoice\u202efdp.exe\u202c", "invoicefdp.exe"),
        ("\u2066Ana\u2069", "Ana"),
        ("\ufeffAna\ufffe\U0001ffff\ufdd0", "Ana"),
        ("half\ud83d", "half"),
        ("\U000e0041tagged", "tagged"),
        ("می\u200cخواهم \u200fא", "می\u200cخواهم \u200fא"),
        (" Lunch ", " Lunch "),
    ],
)
def test_cleaned_keeps_what_people_read(typed: str, kept: str) -> None:
    assert plaintext.cleaned(typed) == kept


@given(NASTY)
def test_cleaned_text_has_no_controls_and_stays_clean(text: str) -> None:
    cleaned = plaintext.cleaned(text)

    assert plaintext.cleaned(cleaned) == cleaned
    assert {unicodedata.category(c) for c in cleaned.replace("\n", "")}.isdisjoint(
        {"Cc", "Cs", "Zl", "Zp"}
    )
    assert cleaned.splitlines() == (cleaned.removesuffix("\n").split("\n") if cleaned else [])
    assert len(cleaned.encode()) >= len(cleaned)


def test_many_lines_trims_around_but_not_between() -> None:
    assert plaintext.many_lines("\n\nfirst  \r\n\r\n  second\n") == "first\n\n  second"


@given(NASTY)
def test_one_line_is_one_line_with_single_blanks(text: str) -> None:
    line = plaintext.one_line(text)

    assert line.splitlines() in ([], [line])
    assert "  " not in line
    assert line == line.strip(" ")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ana Müller 2026-09-25", "Ana Müller 2026-09-25"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..\\..\\boot.ini", "_.._boot.ini"),
        ("C:\\temp\\x", "C__temp_x"),
        ('a<b>c:d"e|f?g*h', "a_b_c_d_e_f_g_h"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Lpt9 .pdf", "_Lpt9 .pdf"),
        ("COM¹", "_COM¹"),
        ("nul", "_nul"),
        ("Constantin", "Constantin"),
        ("a\x00b", "ab"),
        ("a\nb", "a b"),
        ("invoice\u202efdp", "invoicefdp"),
        ("zero\u200bwidth\u00adsoft", "zerowidthsoft"),
        (" . hidden . ", "hidden"),
        ("Zoe\u0308", "Zoë"),
        ("", "itinerary"),
        ("...", "itinerary"),
        ("\u202e\x00", "itinerary"),
        ("山田太郎", "山田太郎"),
        ("محمد علي", "محمد علي"),
    ],
)
def test_safe_file_name_table(typed: str, name: str) -> None:
    assert plaintext.safe_file_name(typed, "itinerary") == name


def test_safe_file_name_is_cut_on_a_character() -> None:
    assert plaintext.safe_file_name("é" * 400, "x") == "é" * 60
    assert plaintext.safe_file_name("a" + "é" * 400, "x") == "a" + "é" * 59
    assert plaintext.safe_file_name("a" * 119 + ". b", "x") == "a" * 119


@given(NASTY)
def test_safe_file_name_stays_in_its_folder(text: str) -> None:
    name = plaintext.safe_file_name(text, "fallback")

    assert 0 < len(name.encode()) <= plaintext.LONGEST_FILE_NAME
    assert not set(name) & set('<>:"/\\|?*\x00\n')
    assert name == name.strip(". ")
    assert plaintext.safe_file_name(name, "fallback") == name


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        (" http://example.org ", "http://example.org"),
        ("HTTPS://Example.org/Path", "https://example.org/Path"),
        ("https://example.org:8443/x", "https://example.org:8443/x"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("https://exämple.org/straße", "https://xn--exmple-cua.org/stra%C3%9Fe"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("mailto:ana@example.org?subject=Hi", "mailto:ana@example.org?subject=Hi"),
        ("tel:+352-621-123-456", "tel:+352-621-123-456"),
        ("geo:49.61,6.13?z=17", "geo:49.61,6.13?z=17"),
    ],
)
def test_safe_link_keeps_known_kinds(typed: str, link: str) -> None:
    assert plaintext.safe_link(typed) == link


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "java\x00script:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org",
        "#page2",
        "/etc/passwd",
        "www.example.org",
        "",
        "https://",
        "https:///path",
        "https://good.example@evil.example/",
        "https://example.org:port/",
        "https://example.org/a b",
        "https://example.org\\@evil.example",
        "https://exa\nmple.org",
        "https://[::1",
        "https://" + "a" * 3000,
        "https://" + "ä" * 80 + ".org",
        "mailto:nobody",
        "tel:call me",
        "geo:here",
    ],
)
def test_safe_link_refuses_the_rest(typed: str) -> None:
    assert plaintext.safe_link(typed) is None


@given(NASTY, st.sampled_from(["", "https://", "http:", "mailto:", "tel:", "geo:", "javascript:"]))
def test_safe_link_is_ascii_of_a_known_kind_or_nothing(text: str, start: str) -> None:
    link = plaintext.safe_link(start + text)

    assert link is None or (
        link.isascii()
        and link.isprintable()
        and link.split(":")[0] in {"https", "http", "mailto", "tel", "geo"}
    )
