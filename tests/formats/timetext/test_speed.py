"""Pasting must stay fast: long texts are linear work, and no pattern runs away.

Limits are about ten times what an idle machine takes; a pattern that backtracks takes minutes.
"""

import time as clock

import pytest

from planner.formats.timetext.errors import PasteTooLarge
from planner.formats.timetext.paste import MOST_CHARACTERS
from tests.formats.timetext.pasting import paste

PIECES = [
    *(
        "1",
        "10:",
        "10:15 - ",
        " - ",
        "(",
        ")",
        "[x]",
        "a.m. ",
        " ",
        ":",
        "Anna ",
        "A. ",
        "|",
        "\t",
        "?",
    ),
    *(
        "*",
        " & ",
        ", ",
        " and ",
        " with ",
        " at ",
        "room ",
        "_a",
        '\t"',
        "<",
        "<a",
        "<!--",
        ">",
        "+1 ",
    ),
    *(
        "http://",
        "1.",
        "25.9.",
        "May 1 ",
        "8 Uhr ",
        "1h",
        "\0",
        "#",
        "[a](b)",
        "a@b.",
        "- ",
        "> ",
        "\u00bd",
    ),
    *("~~", "~~a", "(a(", "(a)(", "cancelled ", "is cancelled", "John/", "next ", "1h ", ";", "a;"),
    *('"a";', "on the ", "Interview ", "Tom (x) ", "\ue001a"),
]
TAGS = [
    "<td>",
    "<tr>",
    "<table><tr><td>",
    "<a href='",
    "<td rowspan=500 colspan=40>",
    "&amp",
    "<s>",
    "<s><p>",
    "<tr hidden>",
    "<s><b></i>",
]


def seconds(text: str) -> float:
    start = clock.process_time()
    paste(text)
    return clock.process_time() - start


def test_ten_thousand_rows_are_read_quickly() -> None:
    row = "{:02}:{:02} Technical interview with Anna Schmidt, Room 1.{}"
    text = "\n".join(row.format(n % 24, n % 60, n) for n in range(10_000))
    assert len(text) < MOST_CHARACTERS
    assert seconds(text) < 15


def test_noise_of_ten_megabytes_is_refused_at_once() -> None:
    text = "x y z 10:15 " * 900_000
    start = clock.process_time()
    with pytest.raises(PasteTooLarge):
        paste(text)
    assert clock.process_time() - start < 1


@pytest.mark.parametrize("piece", PIECES)
def test_no_line_runs_away(piece: str) -> None:
    noise = (piece * 1000)[:980]
    assert seconds(f"{noise}\n10:15 - {noise}\n10:15 | {noise}\n" * 3) < 1


@pytest.mark.parametrize("tag", TAGS)
def test_no_html_runs_away(tag: str) -> None:
    assert seconds("<table><tr><td>" + (tag * 50_000)[:200_000]) < 5
