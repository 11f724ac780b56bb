"""Drafts: a plan from the few things that are known when one begins."""

from datetime import date, time

import pytest

from planner.app.drafts import Beginning, begun_plan, next_workday
from planner.domain.people import Hours
from planner.domain.policy import Policy
from tests.builders import office
from tests.fakes import NOON


def test_a_plan_begins_at_a_new_office_with_its_hours() -> None:
    hours = (Hours(time(8), time(17)),)
    policy = Policy(interviews_per_day=6)
    made = begun_plan(
        Beginning("Ada", "Europe/Berlin", hours=hours, language="de", policy=policy), now=NOON
    )
    (place,) = made.offices.values()
    assert (place.name, place.zone, place.hours) == ("Berlin", "Europe/Berlin", hours)
    assert (made.office, made.language, made.policy) == (place.id, "de", policy)
    assert (made.title, made.changed) == ("Ada", NOON)


def test_a_plan_begins_at_an_office_of_the_directory_as_it_is_there() -> None:
    known = office("lux", phone="+352 1")
    made = begun_plan(Beginning("Ada", "UTC", position="Engineer", office=known), now=NOON)
    (candidate,) = made.candidates.values()
    assert dict(made.offices) == {known.id: known}
    assert (made.office, made.zone()) == (known.id, known.zone)
    assert candidate.application is not None
    assert candidate.application.office == known.id


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2015, 9, 24), date(2015, 9, 25)),
        (date(2015, 9, 25), date(2015, 9, 28)),
        (date(2015, 9, 26), date(2015, 9, 28)),
        (date(2015, 9, 27), date(2015, 9, 28)),
    ],
)
def test_the_next_workday_is_never_at_a_weekend(today: date, expected: date) -> None:
    assert next_workday(today) == expected
