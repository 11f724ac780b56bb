"""HTML as plain text: the same rows come of both."""

from pathlib import Path

import pytest

from planner.formats.timetext.flattening import html_as_text, is_html
from planner.formats.timetext.paste import read_timetable
from planner.formats.timetext.timetable import Row
from tests.builders import DAY, ZONE

PAGES = sorted((Path(__file__).parent / "golden").glob("*.html"))


def rows(text: str) -> tuple[Row, ...]:
    return read_timetable(text, day=DAY, zone=ZONE, today=DAY).rows


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_and_its_text_have_the_same_rows(page: Path) -> None:
    html = page.read_text("utf-8")
    assert rows(html_as_text(html)) == rows(html)
    assert not is_html(html_as_text(html))


def test_tables_become_lines_with_bars_and_headings_keep_their_mark() -> None:
    html = (
        "<h1>Friday</h1><table><tr><th>Time</th><th>Who</th></tr>"
        "<tr><td>10:00</td><td>Anna<br>Ben | Carla</td></tr></table><p>Bye <s>now</s></p>"
    )
    assert html_as_text(html).splitlines() == [
        "# Friday",
        "",
        "| Time | Who |",
        "| --- | --- |",
        "| 10:00 | Anna<br>Ben \\| Carla |",
        "",
        "Bye ~~now~~",
    ]
