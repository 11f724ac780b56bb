from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.people import Hours, Person, Weekday
from planner.domain.plan import Plan
from planner.domain.slots import day_limits
from planner.domain.spans import Span
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.schedule.checks.clocks import Clocks, is_open, weekly
from planner.schedule.opening import closed_spans
from tests.builders import DAY, ZONE, moment, office, person, plan, room

NINE_TO_FIVE = (Hours(time(9), time(12)), Hours(time(13), time(17)))


def closed(source: Plan, table: str, name: str, *, day: date = DAY) -> list[tuple[str, str]]:
    limits = day_limits(moment("12:00", day=day))
    spans = closed_spans(source, Subject(table, name), limits, ZONE)
    return [(shown(span.start, ZONE), shown(span.end, ZONE)) for span in spans]


def shown(at: object, zone: str) -> str:
    return f"{Moment(at, zone).local:%d %H:%M}"  # type: ignore[arg-type]  # spans hold datetimes


def test_person_is_closed_outside_their_hours() -> None:
    found = closed(plan(person("max", hours=NINE_TO_FIVE)), "people", "max")
    assert found == [("25 00:00", "25 09:00"), ("25 12:00", "25 13:00"), ("25 17:00", "26 00:00")]


def test_person_is_closed_all_day_on_other_weekdays() -> None:
    monday = (Hours(time(9), time(17), (Weekday.MONDAY,)),)
    found = closed(plan(person("max", hours=monday)), "people", "max")
    assert found == [("25 00:00", "26 00:00")]


def test_hours_are_on_the_clocks_of_the_persons_zone() -> None:
    somebody = person("max", hours=(Hours(time(9), time(17)),), zone="America/New_York")
    assert closed(plan(somebody), "people", "max") == [
        ("25 00:00", "25 15:00"),
        ("25 23:00", "26 00:00"),
    ]


def test_person_is_closed_outside_their_availability() -> None:
    span = Span(moment("10:00").instant, moment("14:00").instant)
    somebody = person("max", hours=NINE_TO_FIVE, availability=(span,))
    assert closed(plan(somebody), "people", "max") == [
        ("25 00:00", "25 10:00"),
        ("25 12:00", "25 13:00"),
        ("25 14:00", "26 00:00"),
    ]


def test_availability_on_another_day_closes_this_one() -> None:
    tomorrow = Span(
        moment("10:00").instant + timedelta(days=1), moment("14:00").instant + timedelta(days=1)
    )
    found = closed(plan(person("max", availability=(tomorrow,))), "people", "max")
    assert found == [("25 00:00", "26 00:00")]


def test_room_and_office_are_closed_with_the_office() -> None:
    source = plan(office("lux", hours=(Hours(time(8), time(19)),)), room("r1"))
    expected = [("25 00:00", "25 08:00"), ("25 19:00", "26 00:00")]
    assert closed(source, "rooms", "r1") == expected
    assert closed(source, "offices", "lux") == expected


def test_nothing_is_closed_of_whom_nothing_is_known() -> None:
    source = plan(person("max"), room("r1"))
    subjects = [("people", "max"), ("people", "nobody"), ("rooms", "r1"), ("rooms", "none")]
    subjects += [("offices", "lux"), ("offices", "none"), ("candidates", "ada")]
    assert [closed(source, *subject) for subject in subjects] == [[]] * 7


def test_nothing_is_closed_in_an_empty_span() -> None:
    at = moment("12:00").instant
    source = plan(person("max", hours=NINE_TO_FIVE))
    assert closed_spans(source, Subject("people", "max"), Span(at, at), ZONE) == ()


def test_hours_that_the_clocks_skip_open_nothing() -> None:
    day, zone = date(2023, 3, 26), "Europe/Madrid"
    sunday = (Hours(time(2), time(3), (Weekday.SUNDAY,)),)
    somebody = person("max", hours=sunday, zone=zone)
    limits = day_limits(Moment.from_wall(day, time(12), zone))
    assert closed_spans(plan(somebody), Subject("people", "max"), limits, zone) == (limits,)


@given(
    st.lists(
        st.tuples(st.integers(0, 22), st.integers(1, 10)).map(
            lambda row: Hours(time(row[0]), time(min(row[0] + row[1], 23)))
        ),
        min_size=1,
        max_size=3,
    ),
    st.integers(0, 7 * 48),
    st.integers(1, 20),
)
def test_closed_spans_agree_with_the_check_of_hours(
    hours: list[Hours], half_hour: int, length: int
) -> None:
    start = moment("00:00").instant + timedelta(minutes=30 * half_hour)
    span = Span(start, start + timedelta(minutes=15 * length))
    somebody = Person(id=person("max").id, name="Max", hours=tuple(hours), zone=ZONE)
    is_free = not closed_spans(plan(somebody), Subject("people", "max"), span, ZONE)
    first, last = int(span.start.timestamp()), int(span.end.timestamp())
    assert is_free == is_open(weekly(tuple(hours)), Clocks().span(ZONE, first, last))
