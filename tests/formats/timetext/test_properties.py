from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.errors import PlannerError
from planner.formats.timetext.hypertext import is_html
from planner.formats.timetext.typed import read_clock, read_date, read_length
from planner.formats.wording.language import language
from planner.formats.wording.timetable import line_sentences
from tests.formats.timetext.pasting import TODAY, paste

MINUTES = st.integers(0, 24 * 60 - 1)
TITLES = st.sampled_from(["Talk", "Lunch", "Interview with Anna Schmidt", "Panel, Room 1.04"])
TIMEBOXES = st.tuples(MINUTES, MINUTES, TITLES).filter(lambda box: box[0] < box[1])
PIECES = st.sampled_from(
    [
        *(
            "10:15",
            "11:00",
            " - ",
            "\u2013",
            "a.m.",
            "p.m.",
            " Uhr",
            "h",
            "NOON",
            "mittags",
            "\n",
            "\n",
        ),
        *("|", "\t", "   ", "> ", "# ", "|---|---|", "---", "25.09.2015", "Friday", "03/04/2026"),
        *(
            "Fri",
            "Day 2",
            "2015-09-25",
            "with ",
            "Anna Schmidt",
            "Manager",
            "Lunch",
            "break",
            "(",
            ")",
        ),
        *(
            "[",
            "]",
            "Zoom",
            "phone",
            "Room 1.04",
            "???",
            "TBA",
            "n/a",
            "https://x.eu/y",
            "Time",
            "Who",
        ),
        *(
            "Type",
            "Focus",
            ": ",
            ", ",
            "; ",
            " & ",
            " and ",
            "1",
            "12",
            "0930",
            "(45 min)",
            "from ",
            "to ",
        ),
        *(
            "CET",
            " at ",
            "\u200f",
            "\u00a0",
            "\u0663",
            "\u00bd",
            "\u00b2",
            "\u0130",
            "\u00df",
            "End",
            "From: ",
        ),
        *("~~", "cancelled", "entf\u00e4llt", ";", "1h", "Time | Ada | Bob", "next day", "ca. "),
        *("24:00", "25:61", "**", "_", "`", "\\|", '"', "&nbsp;", "\0", "\x0b", "\x85", "\ud800"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)
TAGS = st.sampled_from(
    [
        *("<table>", "</table>", "<tr>", "<td>", "<td rowspan=2>", "<p>", "<br>", "<!--"),
        *("<s>", "</s>", "<del>", "<tr hidden>", "<p style='display:none'>", "</p>", "</tr>"),
    ]
)
HTML = st.lists(TAGS | PIECES, max_size=30).map(lambda parts: "<p>" + "".join(parts))


def clock(minutes: int) -> time:
    return time(*divmod(minutes, 60))


@given(st.lists(TIMEBOXES, max_size=12).map(sorted))
def test_printed_timeboxes_are_read_back(boxes: list[tuple[int, int, str]]) -> None:
    printed = "\n".join(
        f"{clock(start):%H:%M} - {clock(end):%H:%M} {title}" for start, end, title in boxes
    )
    read = [(row.start, row.end) for row in paste(printed).rows]
    assert read == [(clock(start), clock(end)) for start, end, _ in boxes]


@given(TEXTS)
def test_every_line_appears_once(text: str) -> None:
    if is_html(text):
        return
    shown = [
        (number, part)
        for line in paste(text).lines
        for number, part in enumerate(line.text.split("\n"), line.number)
        if part.strip()
    ]
    written = enumerate(text.splitlines(), 1)
    assert list(dict.fromkeys(shown)) == [
        (number, part) for number, part in written if part.strip()
    ]


@given(TEXTS | HTML, st.sampled_from([None, date(2015, 9, 25), date.min, date.max]))
def test_any_text_is_read_or_refused(text: str, day: date | None) -> None:
    try:
        timetable = paste(text, day=day)
    except PlannerError:
        return
    for line in timetable.lines:
        assert (line.row is not None) is (line.sort == "row")
        assert len(line_sentences(line, language("en"))) == len(line.notes) + len(line.questions)


@given(HTML)
def test_every_word_of_html_appears(text: str) -> None:
    words = "".join(f"<p>{part}</p>" for part in ("alpha", "omega"))
    shown = " ".join(line.text for line in paste(f"{words}{text}").lines)
    assert shown.split()[:2] == ["alpha", "omega"]


@settings(max_examples=300)
@given(TEXTS)
def test_any_typed_text_is_read_or_refused(text: str) -> None:
    for read in (read_clock, read_length, lambda typed: read_date(typed, today=TODAY)):
        try:
            assert read(text) is not None
        except PlannerError as refused:
            told = refused.facts["text"]
        else:
            told = text[:80]
        assert told == text[:80]
