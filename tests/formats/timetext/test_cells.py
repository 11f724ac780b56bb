import pytest

from planner.formats.timetext.cells import Layout, text_lines, undecorated


def cells(text: str) -> list[tuple[str, ...]]:
    return [line.cells for line in text_lines(text)]


@pytest.mark.parametrize(
    ("text", "layout", "expected"),
    [
        ("10:15 Talk", Layout.PLAIN, ("10:15 Talk",)),
        ("10:15 | Talk", Layout.PIPES, ("10:15", "Talk")),
        ("| 10:15 | Talk |", Layout.PIPES, ("10:15", "Talk")),
        ("| 10:15 |  | Talk |", Layout.PIPES, ("10:15", "", "Talk")),
        (r"a \| b | c", Layout.PIPES, ("a | b", "c")),
        ("10:15\tTalk", Layout.TABS, ("10:15", "Talk")),
        ("\tTalk\t1", Layout.TABS, ("", "Talk", "1")),
        ('10:15\t"say ""hello"""', Layout.TABS, ("10:15", 'say "hello"')),
        ("10:15      Talk", Layout.GAPS, ("10:15", "Talk")),
        ("10:15  Talk", Layout.PLAIN, ("10:15  Talk",)),
        ("- 10:15 Talk", Layout.PLAIN, ("10:15 Talk",)),
        ("\u2022 10:15 Talk", Layout.PLAIN, ("10:15 Talk",)),
        ("2. 10:15 Talk", Layout.PLAIN, ("10:15 Talk",)),
        ("25. September", Layout.PLAIN, ("25. September",)),
        ("> > 10:15 Talk", Layout.PLAIN, ("10:15 Talk",)),
        ("> | 10:15 | Talk |", Layout.PIPES, ("10:15", "Talk")),
    ],
)
def test_line_is_cut_into_cells(text: str, layout: Layout, expected: tuple[str, ...]) -> None:
    (line,) = text_lines(text)
    assert (line.layout, line.cells, line.text) == (layout, expected, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**bold** and *thin*", "bold and thin"),
        ("__bold__ and _thin_", "bold and thin"),
        ("`code` ~~gone~~", "code gone"),
        ("snake_case_name 2*3*4", "snake_case_name 2*3*4"),
        ("[Join](https://a.eu/b_c)", "Join https://a.eu/b_c"),
        ("[Anna](mailto:a@b.eu)", "Anna a@b.eu"),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("Q&amp;A &ndash; 1", "Q&A \u2013 1"),
        (r"5 \* 4", "5 * 4"),
        ("\u200e10:15\ufeff", "10:15"),
    ],
)
def test_decoration_is_taken_off(text: str, expected: str) -> None:
    assert undecorated(text) == expected


def test_numbers_count_all_lines_and_blank_ones_are_left_out() -> None:
    lines = text_lines("a\n\n \nb\r\nc")
    assert [(line.number, line.text, line.follows_blank) for line in lines] == [
        (1, "a", False),
        (4, "b", True),
        (5, "c", False),
    ]


def test_rule_makes_the_line_above_a_header() -> None:
    header, rule, row = text_lines("| A | B |\n|---|:-:|\n| 1 | 2 |")
    assert (header.is_header, rule.is_rule, row.is_header) == (True, True, False)


@pytest.mark.parametrize("text", ["# Title", "## Title ##", "Title\n=====", "Title\n-----"])
def test_heading_is_marked(text: str) -> None:
    line = text_lines(text)[0]
    assert (line.cells, line.is_heading) == (("Title",), True)


def test_spreadsheet_cell_with_line_breaks_keeps_its_row_together() -> None:
    (line,) = text_lines('1\t"a\nb\nc"\t2')
    assert (line.cells, line.text) == (("1", "a\nb\nc", "2"), '1\t"a\nb\nc"\t2')


def test_quote_that_never_closes_keeps_its_line_alone() -> None:
    assert cells('1\t"a\nb\nc') == [("1", '"a'), ("b",), ("c",)]
