"""The report of a day as table, page and printed document: goldens of the reference day."""

import csv
import io
import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planner.domain.log import Log
from planner.formats.html.report import report_html
from planner.formats.pdf.report import report_pdf
from planner.formats.report_csv import report_csv
from tests.builders import block, candidate, person, plan
from tests.formats.pdf.reading import complaints, drawn_text, page_count, pages_with_ink_beyond
from tests.formats.report.days import GOOD, as_it_went, reference_report, report_of, sample
from tests.schedule.live.logs import at, log, told

GOLDEN = Path(__file__).parent / "golden"


def expected(name: str, made: str) -> str:
    file = GOLDEN / name
    if os.environ.get("UPDATE_GOLDENS"):
        file.write_text(made, encoding="utf-8", newline="")
    return file.read_bytes().decode()


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("day.csv", lambda: report_csv(reference_report()).decode()),
        ("day.html", lambda: report_html(reference_report()).decode().partition("</style>")[2]),
        ("day.txt", lambda: drawn_text(report_pdf(reference_report()).content)),
    ],
)
def test_reference_day_reads_as_it_did(name: str, made: object) -> None:
    text = made() if callable(made) else ""
    assert text == expected(name, text)


def test_table_has_lengths_as_numbers_and_names_that_no_spreadsheet_obeys() -> None:
    day = plan(person("eve", name="=HYPERLINK(1)"), block("A", "10:00", 45, people=["eve"]))
    went = log(told("10:00", "started", "A"), told("10:40", "ended", "A"))
    (row,) = rows(report_csv(report_of(day, went)))
    assert row["People"] == "'=HYPERLINK(1)"
    assert (row["Minutes over"], row["Actual minutes"], row["On time"]) == ("-5", "40", "yes")


def test_table_says_what_became_of_what_did_not_take_place() -> None:
    day = plan(block("A", "10:00", 45), block("B", "11:00", 45))
    made = report_of(day, log(told("09:50", "skipped", "A")), at("10:30"))
    found = [
        (row["What became of it"], row["Lost to skipped blocks"]) for row in rows(report_csv(made))
    ]
    assert found == [("skipped", "45"), ("upcoming", "")]


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {name for name, _ in attrs} | {f"<{tag}>"}


def test_page_needs_nothing_but_itself() -> None:
    page = _Attributes()
    page.feed(report_html(reference_report()).decode())
    assert page.names & {"src", "href", "style", "<script>", "<link>", "<img>"} == set()


def test_page_escapes_what_people_typed() -> None:
    day = replace(plan(block("A", "10:00", 45)), title="<script>alert(1)</script>")
    page = report_html(report_of(day, Log())).decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_page_places_bars_on_one_scale() -> None:
    page = report_html(reference_report()).decode()
    second = re.findall(r'<tr role="row" class="remote late">.*?</tr>', page, re.DOTALL)[0]
    ghost, bar = re.findall(
        r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)" height="\d+" class="(?:ghost|bar)"', second
    )
    # From 9:00 to 17:00: planned 11:00 to 11:45, actual 11:31 to 11:57.
    assert (ghost, bar) == (("250.0", "93.8"), ("314.6", "54.2"))


def test_document_is_one_landscape_page_inside_its_margins() -> None:
    made = report_pdf(reference_report())
    assert made.missing == {}
    assert page_count(made.content) == 1
    assert (complaints(made.content), pages_with_ink_beyond(made.content, 30)) == ([], [])
    assert GOOD.split(",")[0] in drawn_text(made.content)


def test_document_of_a_super_day_repeats_its_head_and_loses_no_row() -> None:
    names = [f"c{number}" for number in range(12)]
    blocks = [
        block(f"{name}-{hour}", f"{hour:02}:00", 45, candidates=[name])
        for name in names
        for hour in range(9, 15)
    ]
    day = plan(*(candidate(name) for name in names), *blocks)
    made = report_of(day, Log())
    assert made.has_candidates
    file = report_pdf(made).content
    pages = [drawn_text(file, page) for page in range(page_count(file))]
    assert len(pages) > 2
    assert [page.count("Planned") for page in pages] == [1] * len(pages)
    assert sum(page.count("09:00 \u2013 09:45") for page in pages) == len(names)


def test_running_block_is_drawn_up_to_its_planned_end() -> None:
    went = Log(tuple(entry for entry in as_it_went().entries if entry.at <= at("10:30")))
    made = report_of(sample(), went, at("10:30"))
    first = made.rows[1]
    assert (first.texts.actual, first.end, first.over) == ("since 10:15", None, None)
    assert 'class="bar open"' in report_html(made).decode()
    assert "since 10:15" in drawn_text(report_pdf(made).content)
