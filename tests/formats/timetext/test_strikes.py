import pytest

from planner.formats.timetext.hypertext import html_lines
from planner.formats.timetext.strikes import hides


def parts(html: str) -> list[tuple[tuple[str, ...], str]]:
    return [(line.filled, line.struck) for line in html_lines(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><s>a</s> b</p>", [(("b",), "a")]),
        ("<p><s>a</s></p><p>b</p>", [((), "a"), (("b",), "")]),
        ("<div hidden>a<div>b</div>c</div><p>d", [*(((), x) for x in "abc"), (("d",), "")]),
        ("<p hidden>a<p>b", [((), "a"), (("b",), "")]),
        ("<table><tr><td><s>a<td>b</table>", [(("b",), "a")]),
        ("<table><tr hidden><td>a<tr><td>b</table>", [((), "a"), (("b",), "")]),
        ("<s><table><tr><td>a<td>b</table></s><p>c", [((), "a b"), (("c",), "")]),
        ("<table><tr><td hidden>a</td><td>b</td></tr></table>", [(("b",), "a")]),
        ("<p><s>a</s></s></b>b", [(("b",), "a")]),
        ("<p><s>a<br>b</s>c", [((), "a"), (("c",), "b")]),
        ("<p><del><a href='https://x.eu/y'>a</a></del> b", [(("b",), "https://x.eu/y a")]),
    ],
)
def test_open_elements_tell_what_is_struck(
    html: str, expected: list[tuple[tuple[str, ...], str]]
) -> None:
    assert parts(html) == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (' style="display: none"', True),
        (" style='text-decoration:line-through'", True),
        (" hidden", True),
        (' class="hidden"', False),
        (' style="overflow:hidden"', False),
        (' aria-hidden="true"', False),
        ("", False),
    ],
)
def test_attributes_hide_an_element(attributes: str, *, expected: bool) -> None:
    assert hides(attributes) is expected
