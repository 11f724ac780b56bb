"""Changes of an application touch what they name and nothing else; the next step is found by date."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.application import Application, Contact, PortalState, Step
from planner.domain.edits.base import Edit
from planner.domain.plan import Plan
from planner.formats.wording.language import language
from planner.ui.candidacy.changes import with_contact, with_item, with_step, without_item
from planner.ui.candidacy.faces import contact_face, portal_face, shown_steps, steps_to_come
from tests.builders import candidate, person, plan
from tests.formats.itinerary.plans import ADA

EN = language("en")
TODAY = date(2015, 9, 20)
APPLICATION = Application(
    "Architect",
    steps=(Step(date(2015, 8, 1), "Applied"), Step(date(2015, 9, 25), "Day on site")),
    portal_states=(PortalState("Submitted"),),
    contacts=(Contact("Cora"),),
)
PLAN = plan(replace(candidate("ada"), application=APPLICATION))


def _after(edit: Edit) -> Application:
    found = edit.apply(PLAN).candidates[ADA].application
    assert found is not None
    return found


def test_step_with_an_earlier_date_moves_up() -> None:
    early = Step(date(2015, 7, 1), "Day on site")
    assert _after(with_step(PLAN, ADA, 1, early)).steps == (early, APPLICATION.steps[0])


@pytest.mark.parametrize("field", ["steps", "portal_states", "contacts"])
def test_item_is_taken_out_and_the_rest_stays(field: str) -> None:
    after = _after(without_item(PLAN, ADA, field, 0))
    assert getattr(after, field) == getattr(APPLICATION, field)[1:]
    assert replace(after, **{field: getattr(APPLICATION, field)}) == APPLICATION


def test_item_is_put_in_the_place_of_one() -> None:
    state = PortalState("Offer")
    assert _after(with_item(PLAN, ADA, "portal_states", 0, state)).portal_states == (state,)


def test_contact_comes_below_the_others() -> None:
    assert _after(with_contact(PLAN, ADA, Contact("Dan"))).contacts[1] == Contact("Dan")


def test_step_of_today_is_still_to_come() -> None:
    assert steps_to_come(APPLICATION, date(2015, 9, 25)) == (1,)
    assert steps_to_come(APPLICATION, date(2015, 9, 26)) == ()


@given(st.lists(st.dates(date(2015, 1, 1), date(2016, 1, 1)), max_size=8))
def test_every_step_is_shown_once_and_the_next_one_first(days: list[date]) -> None:
    steps = tuple(Step(day, "x") for day in sorted(days))
    shown = list(shown_steps(replace(APPLICATION, steps=steps), TODAY, PLAN, EN))
    assert sorted(each.place for each in shown) == list(range(len(steps)))
    coming = [each.step.date for each in shown if each.step.date >= TODAY]
    over = [each.step.date for each in shown if each.step.date < TODAY]
    assert [each.step.date for each in shown] == [*sorted(coming), *sorted(over, reverse=True)]
    bands = [each.face.is_band for each in shown]
    assert bands == [bool(coming) and n == 0 for n in range(len(shown))]


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "tomorrow"), (5, "in 5 days")])
def test_distance_of_the_next_step_is_said(days: int, words: str) -> None:
    steps = (Step(date(2015, 9, 20 + days), "Day"),)
    (shown,) = shown_steps(replace(APPLICATION, steps=steps), TODAY, PLAN, EN)
    assert shown.face.aside == words


def test_contact_without_a_name_is_called_as_in_the_plan() -> None:
    known: Plan = plan(replace(person("cora", phone="+352 1"), name="Cora"))
    contact = Contact("", person=person("cora").id)
    assert contact_face(contact, known).title == "Cora"
    assert contact_face(contact, known).line == "+352 1"
    assert contact_face(Contact(""), known).title == "\u2013"


def test_earlier_portal_states_are_quiet() -> None:
    state = PortalState("Under Review", date(2015, 9, 1))
    assert portal_face(state, EN, is_last=False).is_quiet
    assert portal_face(state, EN, is_last=True).line == "1 Sep 2015"
