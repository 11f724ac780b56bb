import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.formats.timetext.hypertext import html_lines, is_html


def cells(text: str) -> list[tuple[str, ...]]:
    return [line.cells for line in html_lines(text)]


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>10:15</p>", True),
        ("<TABLE border=1>", True),
        ("<!DOCTYPE html>", True),
        ("a < b > c", False),
        ("10:15<br>11:00", False),
        ("Anna <anna@example.com>", False),
        ("<div@example.com>", False),
    ],
)
def test_html_is_told_from_text(text: str, expected: bool) -> None:  # noqa: FBT001 -- a case of the table
    assert is_html(text) is expected


def test_cells_are_read_row_by_row() -> None:
    assert cells(table("<td>1<td>2", "<td>3</td><td>4</td>")) == [("1", "2"), ("3", "4")]


def test_cell_that_spans_rows_says_the_same_in_each() -> None:
    text = table('<td rowspan="2">a</td><td>1</td>', "<td>2</td>", "<td>b</td><td>3</td>")
    assert cells(text) == [("a", "1"), ("a", "2"), ("b", "3")]


def test_cell_that_spans_columns_stands_in_the_first() -> None:
    text = table("<td colspan=2>a</td><td>b</td>", "<td>1</td><td>2</td><td>3</td>")
    assert cells(text) == [("a", "", "b"), ("1", "2", "3")]


def test_spans_in_both_directions_fit_together() -> None:
    text = table("<td rowspan=2 colspan=2>a</td><td>1</td>", "<td>2</td>")
    assert cells(text) == [("a", "", "1"), ("a", "", "2")]


def test_huge_spans_are_cut() -> None:
    text = table("<td colspan=99999 rowspan=99999>a</td>", "<td>b</td>")
    assert [len(row) for row in cells(text)] == [40, 41]


def test_header_cells_make_a_header() -> None:
    lines = html_lines(table("<th>A</th><th>B</th>", "<td>1</td><td>2</td>"))
    assert [line.is_header for line in lines] == [True, False]


def test_lines_inside_a_cell_are_kept() -> None:
    assert cells(table("<td>a<br>b<p>c</p></td><td>d</td>")) == [("a\nb\nc", "d")]


def test_hidden_text_is_left_out() -> None:
    text = (
        "<title>t</title><style>a{}</style><script>if (a<b) '<p>x</p>'</script>"
        "<!-- <p>y</p> --><template>z</template><p>seen</p>"
    )
    assert cells(text) == [("seen",)]


def test_entities_and_spaces_are_resolved() -> None:
    assert cells("<p>10:15&nbsp;&ndash;\n  11:00 &amp; <b>more</b></p>") == [
        ("10:15 \u2013 11:00 & more",)
    ]


def test_what_is_no_tag_is_text() -> None:
    assert cells("<p>1 < 2 and <anna@b.eu> <![x[ <?y ></p>") == [("1 < 2 and <anna@b.eu> <![x[",)]


def test_comment_that_never_ends_is_text() -> None:
    assert cells("<p>a</p><p>b <!-- c</p>") == [("a",), ("b <!-- c",)]


def test_address_of_a_link_is_kept() -> None:
    assert cells('<p><a class=x href="https://a.eu/b?c=1&amp;d=2">Join</a></p>') == [
        ("https://a.eu/b?c=1&d=2 Join",)
    ]


def test_layout_table_is_read_as_its_lines() -> None:
    text = table(f"<td><p>a</p><p>b</p>{table('<td>1</td><td>2</td>')}<p>c</p><p>d</p></td>")
    assert cells(text) == [("a",), ("b",), ("1", "2"), ("c",), ("d",)]


def test_numbers_are_lines_of_the_source() -> None:
    text = "<p>a</p>\n<!--\n-->\n<table>\n<tr\n><td>b</td></tr>\n</table><p>\nc"
    assert [(line.number, line.text) for line in html_lines(text)] == [(1, "a"), (6, "b"), (8, "c")]


def test_row_of_very_many_cells_comes_without_them() -> None:
    (line,) = html_lines(table("<td>x</td>" * 201))
    assert line.cells == ()


WORDS = st.text("abcdefgh \u00e4", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_cell_appears_once(rows: list[list[str]]) -> None:
    text = table(*("".join(f"<td>{cell}</td>" for cell in row) for row in rows))
    assert cells(text) == [tuple(" ".join(cell.split()) for cell in row) for row in rows]


@given(st.text("<>/!-[]?ptrd abl=\"'&;\n", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for line in html_lines(f"<p>{text}"):
        assert line.text.strip() == line.text
