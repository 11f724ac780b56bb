from datetime import date, time

import pytest

from planner.domain.blocks import Kind, Mode, SeatRole
from planner.domain.zones import UnknownZone
from planner.formats.timetext.errors import PasteTooLarge
from planner.formats.timetext.paste import MOST_CHARACTERS, MOST_LINES, read_timetable
from planner.formats.timetext.timetable import Attendee, Remark, Row, Sort
from tests.builders import DAY
from tests.formats.timetext.pasting import (
    TODAY,
    note_codes,
    only_line,
    only_row,
    paste,
    question_codes,
    sorts,
    spans,
)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("10:15 - 11:00 Talk", "10:15-11:00"),
        ("10:15\u201311:00 Talk", "10:15-11:00"),
        ("10:15 \u2014 11:00 Talk", "10:15-11:00"),
        ("10:15\u00a0\u2212\u00a011:00 Talk", "10:15-11:00"),
        ("10h15-11h Talk", "10:15-11:00"),
        ("10.15-11 Uhr Talk", "10:15-11:00"),
        ("10 Uhr 15 bis 11 Uhr Talk", "10:15-11:00"),
        ("from 10 to 11 Talk", "10:00-11:00"),
        ("von 10 bis 11 Uhr Talk", "10:00-11:00"),
        ("between 10 and 11 Talk", "10:00-11:00"),
        ("at 10:15 until 11:00 Talk", "10:15-11:00"),
        ("1015-1100 Talk", "10:15-11:00"),
        ("10:15\u201311:00 (45 min) Talk", "10:15-11:00"),
        ("14:00 (1h) Talk", "14:00-15:00"),
        ("14:00, 45 min, Talk", "14:00-14:45"),
        ("14:00 Talk (30 Minuten)", "14:00-14:30"),
        ("14:00 Talk - 1 h 30 min", "14:00-15:30"),
        ("8:15 - 8:45 a.m. Talk", "08:15-08:45"),
        ("1 \u2013 2 p.m. Talk", "13:00-14:00"),
        ("11 - 1 p.m. Talk", "11:00-13:00"),
        ("10:30 - 12 noon Talk", "10:30-12:00"),
        ("11 a.m. - 1 Talk", "11:00-13:00"),
        ("9:00 - 5:00 Talk", "09:00-17:00"),
        ("22:00 - 1:00 Talk", "22:00-01:00"),
        ("10 - 2 a.m. Talk", "22:00-02:00"),
        ("22:00 - 24:00 Talk", "22:00-00:00"),
        ("NOON - 1 pm Talk", "12:00-13:00"),
        ("8 Uhr abends Talk", "20:00-?"),
        ("9h Talk", "09:00-?"),
        ("ca. 12 Talk", "12:00-?"),
        ("um 12 Talk", "12:00-?"),
        ("10:15 | 45 min | Talk", "10:15-11:00"),
        ("10:15 | 1h | Talk", "10:15-11:15"),
        ("25.09.2015 10:15;25.09.2015 11:00;Talk", "10:15-11:00"),
        ("25.09.2015;10:15;11:00;Talk", "10:15-11:00"),
        ("25.09.2015 10:15\t25.09.2015 11:00\tTalk", "10:15-11:00"),
        ("* 10:15 - 11:00 Talk", "10:15-11:00"),
        ("3. 10:15 - 11:00 Talk", "10:15-11:00"),
        ("> > 10:15 - 11:00 Talk", "10:15-11:00"),
        ("Talk (10:15 - 11:00)", "10:15-11:00"),
        ("12:00 noon - 1:00 p.m. Talk", "12:00-13:00"),
        ("Talk: 10:15", "10:15-?"),
        ("Talk at 7 p.m.", "19:00-?"),
        ("10:15 - Talk", "10:15-?"),
        ("10:15 - open end Talk", "10:15-?"),
        ("| 10:15 - 11:00 | Talk |", "10:15-11:00"),
        ("10:15\t11:00\tTalk", "10:15-11:00"),
        ("10:15:00\t11:00:00\tTalk", "10:15-11:00"),
        ("10:15 - 11:00     Talk", "10:15-11:00"),
        ("10:15 Talk | Zoom", "10:15-?"),
    ],
)
def test_time_of_a_row_is_read(text: str, span: str) -> None:
    timetable = paste(text)
    assert spans(timetable) == [span]
    assert timetable.rows[0].kind is Kind.TALK
    assert timetable.rows[0].title == "Talk"


@pytest.mark.parametrize(
    "text",
    [
        "2 - 3 engineers will join you",
        "2015-2016 was a good year",
        "2015-09-25",
        "+352 26 12 34 56",
        "1 Introduction",
        "Room 10.15",
        "Version 2.10",
        "We start at 10:15 and end whenever all of us are done, which may be late.",
        "On Thu, Sep 24, 2015 at 10:15 AM, Anna wrote:",
        "Sent: Friday, 25 September 2015 10:15",
        "Date: Friday, 25 September 2015 10:15",
    ],
)
def test_line_that_is_no_row_makes_none(text: str) -> None:
    assert paste(text).rows == ()


def test_bare_range_is_read_and_said() -> None:
    line = only_line("9 - 10 Coffee")
    assert line.row == Row(start=time(9), end=time(10), day=DAY, kind=Kind.BREAK, title="Coffee")
    assert line.notes == (Remark("assumed_hours", {"text": "9 - 10"}),)


def test_order_tells_the_afternoon_and_says_so() -> None:
    timetable = paste("9:00 Talk\n10:30 Talk\n12:00 Lunch\n1:30 Talk\n3:00 Talk\n7:00 Dinner")
    assert [f"{row.start:%H:%M}" for row in timetable.rows] == [
        *("09:00", "10:30", "12:00", "13:30", "15:00", "19:00")
    ]
    assert note_codes(timetable).count("inferred_half") == 3


def test_order_tells_the_afternoon_of_ranges() -> None:
    timetable = paste("11:00 - 12:00 Talk\n12:00 - 1:00 Lunch\n1:00 - 1:45 Talk\n1:45-2:30 Talk")
    assert spans(timetable) == ["11:00-12:00", "12:00-13:00", "13:00-13:45", "13:45-14:30"]


def test_order_is_not_trusted_in_a_list_that_counts_to_24() -> None:
    timetable = paste("14:00 - 15:00 Talk\n09:00 - 10:00 Talk")
    assert spans(timetable) == ["14:00-15:00", "09:00-10:00"]
    assert note_codes(timetable) == ["goes_back"]


def test_night_after_noon_is_the_afternoon_even_in_a_list_that_counts_to_24() -> None:
    assert spans(paste("13:00 - 13:30 Talk\n1:45 - 2:15 Talk")) == ["13:00-13:30", "13:45-14:15"]


def test_leading_zero_is_kept_as_written() -> None:
    assert spans(paste("13:00 - 13:30 Talk\n01:45 - 02:15 Talk")) == ["13:00-13:30", "01:45-02:15"]


def test_rows_side_by_side_share_their_half() -> None:
    timetable = paste("12:00 - 1:00 Talk\n1:30 - 2:00 Talk\n1:30 - 2:00 Talk\n1:00 - 2:00 Talk")
    assert spans(timetable) == ["12:00-13:00", "13:30-14:00", "13:30-14:00", "13:00-14:00"]


def test_half_of_a_start_that_cannot_be_that_of_its_end_is_said() -> None:
    line = only_line("11 - 1 p.m. Talk")
    assert line.notes == (Remark("inferred_half", {"start": time(11)}),)


def test_half_behind_the_end_counts_for_both_without_a_word() -> None:
    assert only_line("1 - 2 p.m. Talk").notes == ()


def test_early_hours_are_said() -> None:
    assert only_line("1:30 - 2:00 Talk").notes == (Remark("early_hours", {"start": time(1, 30)}),)


def test_missing_end_is_the_next_start_and_said() -> None:
    timetable = paste("9:00 Talk\n9:00 Tour\n10:00 Lunch")
    assert spans(timetable) == ["09:00-10:00", "09:00-10:00", "10:00-?"]
    assert [line.notes for line in timetable.lines] == [
        (Remark("assumed_end", {"end": time(10)}),),
        (Remark("assumed_end", {"end": time(10)}),),
        (Remark("no_end", {}),),
    ]


def test_missing_end_does_not_reach_into_another_day() -> None:
    assert spans(paste("25.9.2015\n9:00 Talk\n26.9.2015\n10:00 Talk")) == ["09:00-?", "10:00-?"]


def test_missing_end_does_not_reach_back() -> None:
    assert spans(paste("14:00 Talk\n09:00 Talk")) == ["14:00-?", "09:00-?"]


def test_end_of_the_day_ends_the_last_row() -> None:
    timetable = paste("16:00 Talk\n17:00 End")
    assert spans(timetable) == ["16:00-17:00"]
    assert sorts(timetable) == [Sort.ROW, Sort.CLOSING]


def test_end_after_midnight_is_on_the_next_day() -> None:
    row = only_row("22:00 - 1:00 Dinner")
    assert (row.day, row.end, row.ends_next_day) == (DAY, time(1), True)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("25:61 Talk", "no_such_time"),
        ("Lunch 12-1", "time_in_prose"),
        ("Friday works best for me", "date_in_prose"),
        ("10:15 - 11:75 Talk", "no_such_time"),
        ("10:00 - 10:00 Talk", "no_length"),
        ("11:00 - 10:00 Talk", "end_before_start"),
        ("10:00 - 11:00 (45 min) Talk", "length_differs"),
        ("10:00 - 11:00 Talk, 11:00 - 12:00 Tour", "second_time"),
        ("Please call us at 10:15 if you are late.", "time_in_prose"),
        ("We wrote to you on 3 August 2015 about your application.", "date_in_prose"),
        ("31.4.2015", "no_such_date"),
        ("| Break | Anna Schmidt |", "row_without_time"),
        ("03/04/2015", "ambiguous_date"),
        ("x" * 1001, "line_too_long"),
        ("x|" * 61, "line_too_long"),
        ("Time | What\nlater | Talk", "unread_time"),
        ("| Start | End | What |\n| | 11:00 | Talk |", "end_without_start"),
        ("Time | Duration | What\n9:00 | short | Talk", "unread_length"),
    ],
)
def test_what_is_not_understood_is_asked(text: str, question: str) -> None:
    assert question_codes(paste(text)) == [question]


def test_rows_without_a_day_are_asked_for_it() -> None:
    timetable = paste("10:00 - 11:00 Talk", day=None)
    assert timetable.undated == timetable.lines == timetable.open_lines
    assert question_codes(timetable) == ["row_without_day"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Friday 25 September 2015", date(2015, 9, 25)),
        ("25.09.2015", date(2015, 9, 25)),
        ("25.09.2015:", date(2015, 9, 25)),
        ("## Fri, 2 Oct 2015 ##", date(2015, 10, 2)),
        ("**Friday, 2 Oct 2015**", date(2015, 10, 2)),
        ("Friday, 2 Oct 2015\n------------------", date(2015, 10, 2)),
        ("Day 2 - Thursday, March 3", date(2016, 3, 3)),
        ("Interview day in Luxembourg: 2015-10-02", date(2015, 10, 2)),
        ("Date: 2 October 2015", date(2015, 10, 2)),
        ("Freitag, 2. Oktober", date(2015, 10, 2)),
        ("Monday", date(2015, 9, 28)),
        ("Fri 10/16", date(2015, 10, 16)),
        ("Fr., 25.09.", date(2015, 9, 25)),
        ("Friday", date(2015, 9, 25)),
        ("Day 3", date(2015, 9, 27)),
        ("Tag 3: Sonntag", date(2015, 9, 27)),
        ("tomorrow", date(2015, 9, 2)),
        ("Mon 25 Sep 2015", date(2015, 9, 25)),
        ("Fri 03/04/2015", date(2015, 4, 3)),
        ("| Friday, 2 October 2015 | | |", date(2015, 10, 2)),
        ("Date | 2 October 2015", date(2015, 10, 2)),
    ],
)
def test_heading_dates_what_follows(heading: str, expected: date) -> None:
    timetable = paste(f"{heading}\n10:00 - 11:00 Talk")
    assert [row.day for row in timetable.rows] == [expected]
    assert timetable.lines[0].sort is Sort.DAY


def test_weekday_headings_go_on_from_day_to_day() -> None:
    timetable = paste("Thursday\n9:00 Talk\nFriday\n9:00 Talk\nMonday\n9:00 Talk")
    assert [row.day for row in timetable.rows] == [
        *(date(2015, 10, 1), date(2015, 10, 2), date(2015, 10, 5))
    ]


def test_missing_year_is_that_of_the_heading_before() -> None:
    timetable = paste("2 March 2020\n9:00 Talk\n3 March\n9:00 Talk")
    assert [row.day for row in timetable.rows] == [date(2020, 3, 2), date(2020, 3, 3)]


def test_rows_below_an_ambiguous_date_have_no_day() -> None:
    timetable = paste("03/04/2015\n10:00 - 11:00 Talk")
    assert timetable.lines[0].questions == (
        Remark(
            "ambiguous_date",
            {"text": "03/04/2015", "readings": (date(2015, 4, 3), date(2015, 3, 4))},
        ),
    )
    assert [row.day for row in timetable.rows] == [None]


def test_chosen_day_decides_an_ambiguous_date() -> None:
    timetable = paste("03/04/2015\n10:00 - 11:00 Talk", day=date(2015, 4, 3))
    assert [row.day for row in timetable.rows] == [date(2015, 4, 3)]
    assert note_codes(timetable) == ["date_by_given_day"]


def test_weekday_that_contradicts_its_date_is_said() -> None:
    line = only_line("Mon 25 Sep 2015")
    assert (line.day, [note.code for note in line.notes]) == (DAY, ["weekday_differs"])


def test_weekday_that_fits_neither_reading_leaves_the_date_open() -> None:
    assert question_codes(paste("Mon 03/04/2026")) == ["ambiguous_date"]


def test_date_before_a_time_holds_for_the_row() -> None:
    timetable = paste("Fri 2 Oct 2015, 10:15 - 11:00 Talk\n2015-10-03 9:00 Talk")
    assert [row.day for row in timetable.rows] == [date(2015, 10, 2), date(2015, 10, 3)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Lunch", Kind.MEAL),
        ("Break (lunch)", Kind.MEAL),
        ("Mittagessen", Kind.MEAL),
        ("Mittagspause", Kind.MEAL),
        ("Abendessen", Kind.MEAL),
        ("Dinner", Kind.MEAL),
        ("Break", Kind.BREAK),
        ("Pause", Kind.BREAK),
        ("Kaffeepause", Kind.BREAK),
        ("coffee-break", Kind.BREAK),
        ("Vorstellungsgespr\u00e4ch", Kind.INTERVIEW),
        ("Technical panel", Kind.INTERVIEW),
        ("INTERVIEW", Kind.INTERVIEW),
        ("Ankunft", Kind.ARRIVAL),
        ("Check-in", Kind.ARRIVAL),
        ("B\u00fcrof\u00fchrung", Kind.TOUR),
        ("F\u00fchrung", Kind.TOUR),
        ("Office tour", Kind.TOUR),
        ("Debrief", Kind.DEBRIEF),
        ("Vortrag", Kind.TALK),
        ("Free time", Kind.FREE_TIME),
        ("Taxi", Kind.ESCORT),
    ],
)
def test_kind_is_told_by_the_words(words: str, kind: Kind) -> None:
    line = only_line(f"10:00 - 11:00 {words}")
    assert line.row == Row(start=time(10), end=time(11), day=DAY, kind=kind, title=words)
    assert line.notes == ()


def test_unknown_words_make_an_interview_and_say_so() -> None:
    line = only_line("10:00 - 11:00 Vision and Strategy")
    assert line.row is not None
    assert (line.row.kind, line.row.title) == (Kind.INTERVIEW, "Vision and Strategy")
    assert line.notes == (Remark("assumed_kind", {"kind": Kind.INTERVIEW}),)


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("Face-2-Face", Mode.FACE_TO_FACE),
        ("face to face", Mode.FACE_TO_FACE),
        ("Face\u2011to\u2011face", Mode.FACE_TO_FACE),
        ("F2F", Mode.FACE_TO_FACE),
        ("onsite", Mode.FACE_TO_FACE),
        ("vor Ort", Mode.FACE_TO_FACE),
        ("in person", Mode.FACE_TO_FACE),
        ("Telefon", Mode.PHONE),
        ("by phone", Mode.PHONE),
        ("phone call", Mode.PHONE),
        ("Videokonferenz", Mode.VIDEO),
        ("Zoom", Mode.VIDEO),
        ("Zoom call", Mode.VIDEO),
        ("Teams", Mode.VIDEO),
        ("via Teams", Mode.VIDEO),
        ("n/a", None),
    ],
)
def test_mode_is_told_by_the_words(words: str, mode: Mode | None) -> None:
    for text in (f"10:00 - 11:00 | Interview | {words}", f"10:00 - 11:00 Interview - {words}"):
        row = only_row(text)
        assert (row.mode, row.title) == (mode, "Interview")


def test_mode_inside_a_title_leaves_the_title_alone() -> None:
    row = only_row("10:00 - 11:00 Phone interview")
    assert (row.mode, row.title) == (Mode.PHONE, "Phone interview")


def test_teams_are_no_mode_in_a_title() -> None:
    assert only_row("10:00 - 11:00 Meet the Teams").mode is None
    assert only_row("10:00 - 11:00 Lunch with the teams").mode is None


@pytest.mark.parametrize(
    "words",
    ["Raum 1.04", "Room 1.04", "Rm 1.04", "Rm. 1.04", "Konferenzraum", "Konferenzraum Luxemburg"],
)
def test_room_is_told_by_the_words(words: str) -> None:
    for text in (
        f"10:00 - 11:00 Interview, {words}",
        f"10:00 - 11:00 Interview in {words}",
        f"10:00 - 11:00 | Interview | {words}",
        f"10:00 - 11:00 Interview ({words})",
    ):
        row = only_row(text)
        assert (row.room, row.title, row.place) == (words, "Interview", "")


def test_place_is_told_by_at() -> None:
    row = only_row("7:00 p.m. Dinner at Restaurant Chiggeri")
    assert (row.title, row.place) == ("Dinner", "Restaurant Chiggeri")


def test_place_that_is_not_named_stays_in_the_title() -> None:
    assert only_row("7:00 p.m. Dinner at ...").title == "Dinner at ..."


@pytest.mark.parametrize(
    "words", ["???", "?", "TBA", "tbd", "N.N.", "noch offen", "??? (not named)"]
)
def test_unnamed_people_are_open_seats(words: str) -> None:
    for text in (
        f"10:00 - 11:00 | {words} | phone",
        f"Time | Interviewer\n10:00 - 11:00 | {words}",
        f"10:00 - 11:00 Interview with {words}",
    ):
        (row,) = paste(text).rows
        assert [person.name for person in row.people] == [""]


def test_not_applicable_is_nobody() -> None:
    (row,) = paste("Time | Interviewer | What\n10:00 - 11:00 | n/a | Tour").rows
    assert row.people == ()


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Anna Schmidt", [Attendee("Anna Schmidt")]),
        ("Anna Schmidt and Ben Weiss", [Attendee("Anna Schmidt"), Attendee("Ben Weiss")]),
        ("Anna, Ben & Carla", [Attendee("Anna"), Attendee("Ben"), Attendee("Carla")]),
        ("Anna Schmidt (Recruiter)", [Attendee("Anna Schmidt", "Recruiter")]),
        ("Anna Schmidt, Recruiter", [Attendee("Anna Schmidt", "Recruiter")]),
        ("Anna Schmidt (shadow)", [Attendee("Anna Schmidt", role=SeatRole.SHADOW)]),
        ("Anna Schmidt <a@b.eu>", [Attendee("Anna Schmidt", email="a@b.eu")]),
        ("Frau Dr. von der Leyen", [Attendee("Frau Dr. von der Leyen")]),
        ("Head of Research & Development", [Attendee("Head of Research & Development")]),
        ("the hiring manager", [Attendee("hiring manager")]),
        (
            "Manager Marketing; Partner Solutions Architect",
            [Attendee("Manager Marketing"), Attendee("Partner Solutions Architect")],
        ),
    ],
)
def test_people_are_told_in_a_column_and_behind_with(words: str, people: list[Attendee]) -> None:
    in_column = paste(f"Time | Interview partner\n10:00 - 11:00 | {words}").rows[0]
    behind_with = only_row(f"10:00 - 11:00 Interview with {words}")
    assert list(in_column.people) == list(behind_with.people) == people


@pytest.mark.parametrize(
    "text",
    [
        "10:00 - 11:00 Interview with Tom (weak on coding)",
        "10:00 - 11:00 Interview with Tom, weak on coding",
        "Time | Who\n10:00 - 11:00 | Tom, weak on coding",
        "Time | Who\n10:00 - 11:00 | Tom [weak on coding]",
    ],
)
def test_what_is_no_job_is_kept_for_the_planner_and_said(text: str) -> None:
    timetable = paste(text)
    (row,) = timetable.rows
    assert row.people == (Attendee("Tom", aside="weak on coding"),)
    assert (row.note, row.title) in {("Tom: weak on coding", title) for title in ("", "Interview")}
    assert note_codes(timetable).count("kept_internally") == 1


@pytest.mark.parametrize("text", ["10:00 Interview: Zoe", "10:00 - 11:00 Zoltar / Quux"])
def test_word_that_may_be_a_first_name_is_asked_about(text: str) -> None:
    assert "perhaps_person" in question_codes(paste(text))


@pytest.mark.parametrize(
    "text",
    ["45 min John", "1h lunch", "1 h 30 min Talk", "Lunch (45 min)", "2 h Talk", "1h | Lunch"],
)
def test_length_without_a_time_makes_no_row(text: str) -> None:
    timetable = paste(text)
    assert timetable.rows == ()
    assert question_codes(timetable) in (["length_without_time"], ["row_without_time"])


def test_person_behind_a_time_inside_the_line_is_told_from_the_title() -> None:
    row = only_row("Interview 1: 10:15 - 11:00 Anna Schmidt")
    assert (row.title, row.people) == ("Interview 1", (Attendee("Anna Schmidt"),))
    assert only_row("Lunch (12:00 - 13:00) with the team").title == "Lunch with the team"


def test_people_without_a_header_are_said() -> None:
    line = only_line("10:15 - 11:00 | Partner Solutions Architect | Face-2-Face")
    assert line.row is not None
    assert line.row.people == (Attendee("Partner Solutions Architect"),)
    assert line.notes[-1] == Remark("assumed_people", {"names": ("Partner Solutions Architect",)})


def test_single_word_behind_with_is_said() -> None:
    line = only_line("10:00 - 11:00 Interview with Anna")
    assert line.notes == (Remark("assumed_people", {"names": ("Anna",)}),)


def test_host_is_an_open_seat_and_a_team_is_none() -> None:
    assert only_row("8:15 Coffee with the host").people == (Attendee(role=SeatRole.HOST),)
    assert only_row("12:00 Lunch with the team").people == ()


def test_interview_over_lunch_has_interviewers() -> None:
    row = only_row("12:00 - 13:00 Lunch interview with Anna Schmidt")
    assert row.kind is Kind.MEAL
    assert row.people == (Attendee("Anna Schmidt", role=SeatRole.LEAD),)


def test_links_and_numbers_are_kept_apart() -> None:
    row = only_row("10:00 - 11:00 Interview, https://meet.example/a?b=1, +352 26 12 34 56")
    assert (row.title, row.link, row.number) == (
        *("Interview", "https://meet.example/a?b=1", "+352 26 12 34 56"),
    )


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("Type", "phone", Row(time(10), Kind.INTERVIEW, DAY, time(11), mode=Mode.PHONE)),
        ("Type", "teams", Row(time(10), Kind.INTERVIEW, DAY, time(11), mode=Mode.VIDEO)),
        ("Type", "Technical", Row(time(10), Kind.INTERVIEW, DAY, time(11), title="Technical")),
        ("Type", "Lunch", Row(time(10), Kind.MEAL, DAY, time(11), title="Lunch")),
        ("Where", "Zoom", Row(time(10), Kind.INTERVIEW, DAY, time(11), mode=Mode.VIDEO)),
        ("Where", "Lobby", Row(time(10), Kind.INTERVIEW, DAY, time(11), place="Lobby")),
        ("Where", "1.04", Row(time(10), Kind.INTERVIEW, DAY, time(11), room="1.04")),
        ("Room", "Zoom", Row(time(10), Kind.INTERVIEW, DAY, time(11), mode=Mode.VIDEO)),
        ("Room", "Aquarium", Row(time(10), Kind.INTERVIEW, DAY, time(11), room="Aquarium")),
        ("Link", "https://a.eu", Row(time(10), Kind.INTERVIEW, DAY, time(11), link="https://a.eu")),
        ("Link", "by mail", Row(time(10), Kind.INTERVIEW, DAY, time(11), note="by mail")),
        ("Who", "phone", Row(time(10), Kind.INTERVIEW, DAY, time(11), mode=Mode.PHONE)),
        ("Who", "team", Row(time(10), Kind.INTERVIEW, DAY, time(11), title="team")),
        (
            *("Who", "the host"),
            Row(time(10), Kind.INTERVIEW, DAY, time(11), people=(Attendee(role=SeatRole.HOST),)),
        ),
        (
            *("Host", "Mia Lang"),
            Row(
                *(time(10), Kind.INTERVIEW, DAY, time(11)),
                people=(Attendee("Mia Lang", role=SeatRole.HOST),),
            ),
        ),
        (
            *("Who", "Anna Lee (Zoom)"),
            Row(
                *(time(10), Kind.INTERVIEW, DAY, time(11)),
                mode=Mode.VIDEO,
                people=(Attendee("Anna Lee"),),
            ),
        ),
    ],
)
def test_cell_is_read_by_its_column(column: str, cell: str, expected: Row) -> None:
    (row,) = paste(f"{column} | Time\n{cell} | 10:00 - 11:00").rows
    assert row == expected


def test_time_cell_may_begin_with_its_date() -> None:
    (row,) = paste("Time | What\nFri 2 Oct 10:15 - 11:00 (Zoom) | Talk").rows
    assert (row.day, row.start, row.mode) == (date(2015, 10, 2), time(10, 15), Mode.VIDEO)


def test_unnamed_may_stand_beside_the_mode() -> None:
    row = only_row("11:00 - 11:45 ??? phone")
    assert (row.people, row.mode, row.title) == ((Attendee(),), Mode.PHONE, "")


@pytest.mark.parametrize("heading", ["Day 2", "Thursday", "Monday"])
def test_calendar_that_ends_leaves_the_day_open(heading: str) -> None:
    assert question_codes(paste(heading, day=date.max)) == ["no_such_date"]


def test_columns_may_come_in_any_order() -> None:
    first = paste("Time | Interviewer | Type\n10:00 - 11:00 | Anna | phone").rows
    second = paste("Art | Gespr\u00e4chspartner | Zeit\nTelefon | Anna | 10:00 - 11:00").rows
    assert first == second


def test_unknown_column_is_said_and_read_by_its_words() -> None:
    timetable = paste("Time | Interviewer | Zweck\n10:00 - 11:00 | Anna | Room 1.04")
    assert note_codes(timetable) == ["unknown_column"]
    assert timetable.rows[0].room == "Room 1.04"


def test_details_below_a_time_belong_to_it() -> None:
    timetable = paste("10:00 - 11:00\nAnna Schmidt\nRoom 1.04\n\nKind regards")
    assert sorts(timetable) == [Sort.ROW, Sort.DETAIL, Sort.DETAIL, Sort.TEXT]
    assert timetable.rows[0].room == "Room 1.04"
    assert timetable.rows[0].people == (Attendee("Anna Schmidt"),)


def test_named_zone_is_said() -> None:
    line = only_line("10:00 - 11:00 CET Talk")
    assert line.notes == (Remark("zone_named", {"text": "CET", "zone": "Europe/Luxembourg"}),)


def test_nothing_pasted_gives_nothing() -> None:
    assert paste("").lines == paste(" \n\t\n").lines == ()


def test_too_many_characters_are_refused() -> None:
    with pytest.raises(PasteTooLarge) as refused:
        paste("x" * (MOST_CHARACTERS + 1))
    assert refused.value.facts == {
        "reason": "characters",
        "limit": MOST_CHARACTERS,
        "found": MOST_CHARACTERS + 1,
    }


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(PasteTooLarge) as refused:
        paste("x\n" * (MOST_LINES + 1))
    assert refused.value.facts["reason"] == "lines"


def test_lines_of_several_rows_count_for_each() -> None:
    with pytest.raises(PasteTooLarge) as refused:
        paste("Time|Ada|Bob\n" + "9:00|John|Mary\n" * (MOST_LINES // 2))
    assert refused.value.facts["reason"] == "lines"


def test_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZone):
        read_timetable("10:00 Talk", day=DAY, zone="Mars/Olympus", today=TODAY)
