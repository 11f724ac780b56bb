"""The web page of an itinerary: alone in the world, readable, and deaf to what people typed."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from planner.domain.audiences import Audience
from planner.domain.blocks import Connection, Kind, Mode, Notes
from planner.domain.ids import PersonId
from planner.domain.travel import Direction
from planner.formats.html.page import html_file, page
from planner.formats.itinerary.composition import itinerary
from planner.formats.plaintext import safe_link
from planner.formats.wording.language import language
from planner.resources import bundled
from tests.builders import DAY, block, moment, plan
from tests.formats.itinerary.plans import ADA, journey, leg, stop, whole_day
from tests.formats.leaks import AUDIENCES, stuffed

EN = language("en")
CANDIDATE = Audience.candidate(ADA)


class Tags(HTMLParser):
    """Collects the start tags and the visible text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] and self.tags[-1][0] != "style":
            self.text += data

    def named(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def candidate_page() -> str:
    return page(itinerary(whole_day(), CANDIDATE, EN))


def test_page_is_one_document_in_its_language() -> None:
    text = page(itinerary(whole_day(), CANDIDATE, language("de")))
    assert text.startswith('<!doctype html>\n<html lang="de">')
    assert Tags(text).named("meta")[0] == {"charset": "utf-8"}


def test_page_allows_its_own_style_and_nothing_else() -> None:
    text = candidate_page()
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = Tags(text).named("meta")[1]
    assert policy == {
        "http-equiv": "Content-Security-Policy",
        "content": f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'",
    }


@pytest.mark.parametrize("reader", AUDIENCES)
def test_page_loads_nothing_and_runs_nothing(reader: str) -> None:
    plan_of_all, _ = stuffed()
    tags = Tags(page(itinerary(plan_of_all, AUDIENCES[reader], EN)))
    used = {tag for tag, _ in tags.tags}
    assert used & {"script", "link", "img", "iframe", "object", "form", "svg", "base"} == set()
    names = {name for _, attributes in tags.tags for name in attributes}
    assert names <= {
        "aria-hidden", "aria-label", "charset", "class", "content", "datetime", "href",
        "http-equiv", "lang", "name", "role", "scope", "title",
    }  # fmt: skip
    assert re.findall(r"url\(|@import", page(itinerary(plan_of_all, AUDIENCES[reader], EN))) == []


def test_links_are_of_harmless_kinds_only() -> None:
    connection = Connection(number="+352 555 0104", link="javascript:alert(1)")
    told = block("x", "10:00", mode=Mode.VIDEO, connection=connection)
    tags = Tags(page(itinerary(plan(told, *whole_day().people.values()), CANDIDATE, EN)))
    assert [link["href"] for link in tags.named("a")] == ["tel:+3525550104"]
    assert "javascript:alert(1)" in tags.text


def test_phone_mail_and_video_can_be_clicked() -> None:
    told = block("x", "15:45", mode=Mode.VIDEO, connection=Connection(link="https://example.com/a"))
    tags = Tags(page(itinerary(whole_day(told), CANDIDATE, EN)))
    links = [str(link["href"]) for link in tags.named("a")]
    assert links == [
        "https://example.com/a",
        "tel:+3525550199",
        "tel:+3525550101",
        "mailto:cora@example.com",
    ]
    assert [link for link in links if safe_link(link) is None] == []


HOSTILE = '</style><script>alert(1)</script><b onclick="x">"&amp;\'<!--'


def test_typed_text_adds_no_element() -> None:
    tame, _ = stuffed("tame")
    hostile, _ = stuffed(HOSTILE)
    for audience in AUDIENCES.values():
        pages = [Tags(page(itinerary(each, audience, EN))) for each in (tame, hostile)]
        # Addresses that are no longer addresses become plain text.
        expected, found = (
            [tag for tag, _ in each.tags if tag not in {"a", "span"}] for each in pages
        )
        assert found == expected


def test_typed_text_is_shown_as_it_was_typed() -> None:
    told = block("x", "10:00", kind=Kind.TALK, title=HOSTILE, notes=Notes(candidate=HOSTILE))
    tags = Tags(page(itinerary(plan(told), CANDIDATE, EN)))
    assert tags.text.count(HOSTILE) == 2


def test_headings_make_an_outline() -> None:
    levels = [int(tag[1]) for tag, _ in Tags(candidate_page()).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [after for before, after in pairwise(levels) if after > before + 1] == []


def test_table_says_what_its_heads_are_for() -> None:
    tags = Tags(candidate_page())
    heads = [head["scope"] for head in tags.named("th")]
    assert heads[:3] == ["col", "col", "col"]
    assert set(heads[3:]) == {"row"}
    assert {row["role"] for row in tags.named("tr")} == {"row"}


def test_page_of_one_day_names_the_first_place_in_its_head() -> None:
    head = candidate_page().partition("</header>")[0]
    assert "First: be at reception at 09:00." in head


def test_page_of_several_days_heads_each_with_its_date() -> None:
    days = [block("x", "10:00"), block("y", "10:00", day=DAY.replace(day=28))]
    text = Tags(page(itinerary(plan(*days), CANDIDATE, EN))).text
    assert "Friday 25 September 2015" in text
    assert "Monday 28 September 2015" in text


def test_strip_pieces_lie_where_their_times_are() -> None:
    day = plan(block("x", "10:00", 60), block("y", "12:00", 120))
    style = page(itinerary(day, CANDIDATE, EN)).partition("</style>")[0]
    assert ".d0s0{left:0.000%;width:25.000%}.d0s1{left:50.000%;width:50.000%}" in style


def test_reader_without_days_gets_a_page() -> None:
    nobody = Audience.interviewer(PersonId("cora"))
    assert Tags(page(itinerary(whole_day(), nobody, EN))).named("table") == []


def test_journey_over_two_days_names_stops_without_code_and_the_new_day() -> None:
    first = leg("a", stop("Pier", moment("20:00")), stop("Island", moment("21:00")))
    morning = [moment(clock, day=DAY.replace(day=26)) for clock in ("07:00", "08:00")]
    second = leg("b", stop("Island", morning[0]), stop("Airport", morning[1], "AIR"))
    ferry = journey("ferry", Direction.RETURN, first, second)
    text = Tags(page(itinerary(plan(ferry, block("x", "10:00")), CANDIDATE, EN))).text
    assert "Pier 20:00 \u2192 Island 21:00" in text
    assert "Sat 26 SepIsland 07:00 \u2192 AIR 08:00" in text


def test_unchanged_plan_gives_the_same_bytes() -> None:
    assert len({html_file(whole_day(), CANDIDATE, EN) for _ in range(2)}) == 1


PAIRS = [
    ("ink", "paper"), ("quiet", "paper"), ("accent", "paper"), ("open-ink", "paper"),
    ("rest-ink", "rest-row"), ("quiet", "rest-row"), ("ink", "rest-row"), ("accent", "rest-row"),
    ("ink", "own-row"), ("quiet", "own-row"), ("accent", "own-row"), ("open-ink", "own-row"),
    ("on-colour", "meeting"), ("on-colour", "remote"), ("rest-ink", "rest"),
    ("other-ink", "other"),
]  # fmt: skip


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_has_the_contrast_of_wcag_level_aa(theme: int, pair: tuple[str, str]) -> None:
    style = bundled("templates", "itinerary.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{([^}]*)\}", style)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[theme]))
    light, dark = sorted((luminance(colours[name]) for name in pair), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
