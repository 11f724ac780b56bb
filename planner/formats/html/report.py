"""The report of a day as a web page that needs nothing but itself, in the look of the itinerary."""

from datetime import datetime
from xml.etree.ElementTree import Element

from planner.formats.html.elements import document, element, paragraphs
from planner.formats.html.page import head
from planner.formats.report.content import DayReport, Figure, Passage, ReportRow
from planner.formats.wording import report as words
from planner.formats.wording.language import Language
from planner.formats.wording.language import language as language_of
from planner.resources import bundled

_WIDTH = 1000  # units of a picture's own scale
_HEIGHT = 32
_LINE = 2
_GHOST = (4, 9)  # top and height
_BAR = (15, 13)


def report_html(content: DayReport) -> bytes:
    """Return the page of a report as the bytes of one file."""
    style = "".join(
        bundled("templates", name).read_text(encoding="utf-8")
        for name in ("itinerary.css", "report.css")
    )
    style += _rules(content)
    language = language_of(content.language)
    top = head(f"{content.heading} \u00b7 {content.title}", style)
    root = element("html", top, _body(content, language), lang=content.language)
    return document(root).encode()


def _body(content: DayReport, language: Language) -> Element:
    figures = element("dl", *map(_figure, content.figures), class_="figures")
    passages = element("div", *map(_passage, content.passages), class_="passages")
    return element(
        "body",
        element(
            "header",
            element("h1", content.title),
            element("p", f"{content.heading} \u00b7 {content.subtitle}", class_="subtitle"),
        ),
        element("main", figures, _table(content, language), passages),
        element("footer", element("p", content.footer)),
        class_="report",
    )


def _figure(figure: Figure) -> Element:
    detail = element("dd", figure.detail, class_="quiet") if figure.detail else None
    return element(
        "div", element("dt", figure.label), element("dd", figure.value, class_="value"), detail
    )


def _passage(passage: Passage) -> Element:
    lines = [element("li", line) for line in passage.lines]
    return element("section", element("h2", passage.heading), element("ul", *lines))


def _table(content: DayReport, language: Language) -> Element:
    planned, actual = language.text(words.COLUMN_PLANNED), language.text(words.COLUMN_ACTUAL)
    heads: list[Element] = [
        element("th", text, scope="col", role="columnheader")
        for text in (language.text(words.COLUMN_BLOCK), planned, actual)
    ]
    picture = element(
        "th",
        element("span", language.text(words.PICTURE), class_="unseen"),
        _scale(content, language),
        scope="col",
        role="columnheader",
        class_="picture",
    )
    rows = [_row(row, content, (planned, actual)) for row in content.rows]
    # On a phone rows are laid out as a grid, and lose their meaning unless their parts say it.
    return element(
        "section",
        element("p", content.zone_line, class_="quiet"),
        element(
            "table",
            element("thead", element("tr", *heads, picture, role="row"), role="rowgroup"),
            element("tbody", *rows, role="rowgroup"),
            role="table",
            aria_label=content.heading,
        ),
        class_="day",
    )


def _row(row: ReportRow, content: DayReport, labels: tuple[str, str]) -> Element:
    """Return a block; the labels of its times are seen where the heads are not."""
    texts = row.texts
    about = [texts.candidates if content.has_candidates else "", texts.people]
    name = [element("strong", texts.title), *paragraphs(about, "line")]
    facts = " \u00b7 ".join(fact for fact in (texts.start, texts.length) if fact)
    mark = element("small", texts.zone_mark) if texts.zone_mark else None
    planned, actual = labels
    classes = [row.tone.value, "late" if row.is_on_time is False else ""]
    return element(
        "tr",
        element("th", *name, scope="row", role="rowheader"),
        element("td", texts.planned, mark, role="cell", class_="times", data_label=planned),
        element(
            "td",
            element("span", texts.actual, class_="times"),
            *paragraphs([facts], "line"),
            *paragraphs(texts.lost, "line lost"),
            role="cell",
            data_label=actual,
        ),
        element("td", _picture(row, content), role="cell", class_="picture"),
        role="row",
        class_=" ".join(filter(None, classes)),
    )


def _picture(row: ReportRow, content: DayReport) -> Element:
    """Return the planned time as an outline, and below it the actual one as a bar."""
    shapes = [_rect(content, hour.instant, None, (0, _HEIGHT), "hour") for hour in content.hours]
    planned = row.planned_start.instant, row.planned_end.instant
    shapes.append(_rect(content, *planned, _GHOST, "ghost"))
    if row.start is not None:
        end = max(row.start, row.end or row.planned_end)
        open_ended = "" if row.end is not None else " open"
        shapes.append(_rect(content, row.start.instant, end.instant, _BAR, f"bar{open_ended}"))
    box = f"0 0 {_WIDTH} {_HEIGHT}"
    return element(
        "svg", *shapes, viewBox=box, preserveAspectRatio="none", aria_hidden="true", class_="bars"
    )


def _rect(
    content: DayReport,
    start: datetime,
    end: datetime | None,
    place: tuple[int, int],
    class_: str,
) -> Element:
    """Return a stretch of the day; a thin line where it has no end."""
    left = content.share(start) * _WIDTH
    width = _LINE if end is None else max(_LINE, content.share(end) * _WIDTH - left)
    top, height = place
    return element(
        "rect",
        x=f"{left:.1f}",
        y=str(top),
        width=f"{width:.1f}",
        height=str(height),
        class_=class_,
    )


def _scale(content: DayReport, language: Language) -> Element:
    """Return the hours above the pictures; the last one is the edge and goes without."""
    marks = [
        element("span", language.clock(hour), class_=f"h{number}")
        for number, hour in enumerate(content.hours[:-1])
    ]
    return element("span", *marks, class_="hours", aria_hidden="true")


def _rules(content: DayReport) -> str:
    """Return the style rules that place the hours, in per cent of the width."""
    return "".join(
        f".h{number}{{left:{content.share(hour.instant) * 100:.3f}%}}"
        for number, hour in enumerate(content.hours[:-1])
    )
