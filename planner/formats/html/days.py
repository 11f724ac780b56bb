"""A day on a web page: heading, strip, and the table of its rows."""

from xml.etree.ElementTree import Element

from planner.formats.html.elements import anchor, append, element, paragraphs, side_by_side
from planner.formats.itinerary.content import Day, Row, Segment
from planner.formats.wording import documents as words
from planner.formats.wording.language import Language


def day_section(day: Day, number: int, language: Language, *, is_alone: bool) -> Element:
    """Return a day; the date is its heading unless the page is about this day alone."""
    names = [day.subject] if is_alone else [day.heading, day.subject]
    heading = " \u00b7 ".join(name for name in names if name) or day.glance or day.heading
    section = element("section", class_="day")
    append(section, element("h2", heading, element("small", day.zone_line, class_="zone")))
    for part in _before_rows(day, number, is_alone=is_alone):
        append(section, part)
    append(section, _table(day, language))
    return section


def strip_rules(day: Day, number: int) -> str:
    """Return the style rules that place the pieces of a day's strip, in per cent of its width."""
    if not day.strip:
        return ""
    start = min(piece.start for piece in day.strip)
    whole = (max(piece.end for piece in day.strip) - start).total_seconds()
    rules = []
    for index, piece in enumerate(day.strip):
        left = (piece.start - start).total_seconds() / whole * 100
        width = (piece.end - piece.start).total_seconds() / whole * 100
        rules.append(f".{_name(number, index)}{{left:{left:.3f}%;width:{width:.3f}%}}")
    return "".join(rules)


def first_line(day: Day) -> Element:
    """Return where to be first, the line that must not be missed."""
    hint = f" {day.hint}" if day.hint else ""
    return element("p", element("strong", day.first), hint, class_="first")


def _before_rows(day: Day, number: int, *, is_alone: bool) -> list[Element]:
    parts: list[Element] = []
    if day.first and not is_alone:
        parts.append(first_line(day))
    parts += paragraphs(day.about, "about")
    if day.strip:
        pieces = [_piece(piece, number, index) for index, piece in enumerate(day.strip)]
        parts.append(element("div", *pieces, class_="strip", aria_hidden="true"))
    if day.summary:
        parts.append(element("p", day.summary, class_="summary"))
    return parts


def _piece(piece: Segment, number: int, index: int) -> Element:
    own = "" if piece.is_own else " other-slot"
    label = element("b", piece.label, class_="" if piece.label.isdigit() else "word")
    return element("span", label, class_=f"{piece.tone} {_name(number, index)}{own}")


def _name(number: int, index: int) -> str:
    return f"d{number}s{index}"


def _table(day: Day, language: Language) -> Element:
    heads = [
        element("th", language.text(text), scope="col", role="columnheader")
        for text in (words.COLUMN_TIME, words.COLUMN_WHAT, words.COLUMN_WHERE)
    ]
    has_others = any(not row.is_own for row in day.rows)
    rows = [_row(row, is_marked=has_others and row.is_own) for row in day.rows]
    # A table that is laid out as a grid on a phone loses its meaning for screen readers, unless
    # its parts say what they are.
    return element(
        "table",
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", *rows, role="rowgroup"),
        role="table",
        aria_label=day.heading,
    )


def _row(row: Row, *, is_marked: bool) -> Element:
    classes = [str(row.tone)]
    classes += ["own"] if is_marked else []
    classes += [] if row.is_own else ["context"]
    classes += ["open"] if row.is_unconfirmed else []
    return element("tr", _time(row), _what(row), _where(row), role="row", class_=" ".join(classes))


def _time(row: Row) -> Element:
    moment = row.start.local.isoformat(timespec="minutes")
    mark = element("small", row.zone_mark) if row.zone_mark else None
    time = element("time", row.times, datetime=moment)
    return element("th", time, mark, scope="row", role="rowheader")


def _what(row: Row) -> Element:
    head = element("p", element("strong", row.headline), class_="headline")
    if row.aside:
        append(head, element("span", f" \u00b7 {row.aside}", class_="aside"))
    cell = element("td", head, role="cell")
    for line in paragraphs(row.lines, "line"):
        append(cell, line)
    if row.links:
        links = side_by_side(anchor(link) for link in row.links)
        append(cell, element("p", *links, class_="line links"))
    return cell


def _where(row: Row) -> Element:
    place = element("span", row.place) if row.place else None
    detail = element("small", row.place_detail) if row.place_detail else None
    return element("td", place, detail, role="cell", class_="where")
