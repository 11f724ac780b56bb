"""Travel through real clicks and keys: rows open, typed times change the plan, focus stays."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.removal import RemoveRecords
from planner.domain.ids import JourneyId, StayId
from planner.domain.people import Candidate
from planner.domain.plan import Plan
from planner.domain.problems import Problem, Severity
from planner.domain.subjects import Subject
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stay
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.panels.travel_panel import TravelPanel
from tests.builders import candidate, moment
from tests.builders import plan as made_plan
from tests.ui.desks import Room
from tests.ui.panels.hands import button, click, press, texts, write

OUT = "leg outbound flight-out-1"


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> TravelPanel:
    return _shown(context, qtbot)


def _shown(context: Context, qtbot: QtBot) -> TravelPanel:
    made = TravelPanel(context)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def _plan(panel: TravelPanel) -> Plan:
    return panel._context.desk.plan  # noqa: SLF001 -- shortest way to what was changed


def _leg(panel: TravelPanel, place: int = 0) -> Leg:
    return _plan(panel).journeys[JourneyId("outbound")].legs[place]


def _field(panel: TravelPanel, key: str, name: str, nth: int = 0) -> QLineEdit:
    form = panel.line.row(key).form
    assert form is not None
    return [f for f in form.findChildren(QLineEdit) if f.accessibleName() == name][nth]


def _enter(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    write(field, text)
    press(field, Qt.Key.Key_Return)


def test_line_is_in_order_of_time_with_the_interview_day_between(panel: TravelPanel) -> None:
    assert panel.line.keys == (
        "journey outbound",
        "leg outbound flight-out-1",
        "leg outbound flight-out-2",
        "leg outbound taxi-out",
        "stay hotel",
        "day 2015-09-25",
        "journey return",
        "leg return taxi-return",
        "leg return flight-return-1",
        "leg return flight-return-2",
    )


def test_both_ends_of_a_leg_have_their_own_clocks(panel: TravelPanel) -> None:
    assert "14:10 UTC+3 \u2192 16:05 UTC+2 \u00b7 2 h 55 min" in texts(panel)


def test_click_opens_a_row_and_closes_the_one_before(panel: TravelPanel) -> None:
    click(panel.line.row(OUT).head)
    assert panel.line.row(OUT).is_open
    click(panel.line.row("stay hotel").head)
    assert (panel.line.row(OUT).is_open, panel.line.row("stay hotel").is_open) == (False, True)
    press(panel.line.row("stay hotel").head, Qt.Key.Key_Return)
    assert not panel.line.row("stay hotel").is_open


def test_row_at_the_end_is_scrolled_into_sight_when_it_opens(
    panel: TravelPanel, qtbot: QtBot
) -> None:
    key = panel.line.keys[-1]
    panel.line.open(key)
    row = panel.line.row(key)
    qtbot.waitUntil(lambda: row.form is not None and not row.form.visibleRegion().isEmpty())


def test_interview_day_does_not_open(panel: TravelPanel) -> None:
    click(panel.line.row("day 2015-09-25").head)
    assert not panel.line.row("day 2015-09-25").is_open


def test_typed_time_changes_the_leg_in_one_step(panel: TravelPanel, context: Context) -> None:
    panel.line.open(OUT)
    _enter(_field(panel, OUT, "Local time"), "1325")
    assert _leg(panel).departure.at.clock == time(13, 25)
    context.desk.undo()
    assert _leg(panel).departure.at.clock == time(14, 10)
    assert _field(panel, OUT, "Local time").text() == "14:10"


def test_typed_zone_keeps_the_wall_clock(panel: TravelPanel) -> None:
    panel.line.open(OUT)
    field = _field(panel, OUT, "Time zone")
    _enter(field, "europe/ist")
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert (_leg(panel).departure.at.zone, _leg(panel).departure.at.clock) == (
        "Europe/Istanbul",
        time(14, 10),
    )


def test_zone_that_nobody_knows_is_explained_where_it_stands(panel: TravelPanel) -> None:
    panel.line.open(OUT)
    field = _field(panel, OUT, "Time zone")
    _enter(field, "Atlantis 1")
    assert (field.text(), bool(field.toolTip())) == ("Atlantis 1", True)
    assert _leg(panel).departure.at.zone == "Europe/Athens"


def test_arrival_before_departure_stays_typed_and_is_explained(panel: TravelPanel) -> None:
    panel.line.open(OUT)
    field = _field(panel, OUT, "Local time", nth=1)
    _enter(field, "6:00")
    assert (field.text(), bool(field.toolTip())) == ("06:00", True)
    assert _leg(panel).arrival.at.clock == time(16, 5)
    press(field, Qt.Key.Key_Return)
    assert bool(field.toolTip())
    press(field, Qt.Key.Key_Escape)
    assert (field.text(), field.toolTip()) == ("16:05", "")


def test_another_date_moves_the_legs_after_it_too(panel: TravelPanel) -> None:
    panel.line.open(OUT)
    _enter(_field(panel, OUT, "Departure"), "23 Sep 2015")
    days = {leg.departure.at.day.day for leg in _plan(panel).journeys[JourneyId("outbound")].legs}
    assert days == {23}


def test_focus_goes_on_to_the_next_field_while_the_line_is_refreshed(panel: TravelPanel) -> None:
    panel.line.open(OUT)
    carrier, number = _field(panel, OUT, "Carrier"), _field(panel, OUT, "Number")
    carrier.setFocus()
    carrier.selectAll()
    write(carrier, "Other Air")
    press(carrier, Qt.Key.Key_Tab)
    assert _leg(panel).carrier == "Other Air"
    assert number.hasFocus()


def test_what_is_being_typed_survives_a_change_from_elsewhere(
    panel: TravelPanel, context: Context
) -> None:
    panel.line.open(OUT)
    carrier = _field(panel, OUT, "Carrier")
    carrier.setFocus()
    carrier.selectAll()
    write(carrier, "Half a na")
    stay = context.desk.plan.stays[StayId("hotel")]
    context.desk.apply(AddRecords((replace(stay, id=StayId("second")),)))
    assert carrier.text() == "Half a na"


def test_kind_is_chosen_with_the_keyboard(panel: TravelPanel) -> None:
    panel.line.open(OUT)
    form: Any = panel.line.row(OUT).form
    kind = next(f for f in form.findChildren(object) if _name(f) == "Kind")
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Down)
    assert _leg(panel).kind is LegKind.TRAIN


def _name(widget: Any) -> str:
    return str(widget.accessibleName()) if hasattr(widget, "chosen") else ""


def test_confirmed_leg_loses_its_remark(panel: TravelPanel) -> None:
    panel.line.open(OUT)
    click(button(panel.line.row(OUT), "The times are confirmed"))
    assert not _leg(panel).is_estimated


def test_stay_is_edited_in_place(panel: TravelPanel) -> None:
    panel.line.open("stay hotel")
    _enter(_field(panel, "stay hotel", "Hotel"), "Hotel Example")
    _enter(_field(panel, "stay hotel", "Until (hour)"), "11:30")
    stay = _plan(panel).stays[StayId("hotel")]
    assert (stay.hotel, stay.check_out_until) == ("Hotel Example", time(11, 30))
    _enter(_field(panel, "stay hotel", "Until (hour)"), "")
    assert _plan(panel).stays[StayId("hotel")].check_out_until is None


def test_hotel_is_added_for_the_nights_of_the_visit_and_opened(panel: TravelPanel) -> None:
    click(panel.add_stay)
    (added,) = [stay for key, stay in _plan(panel).stays.items() if key != "hotel"]
    assert (added.check_in.day, added.check_out.day, added.is_estimated) == (24, 25, True)
    assert panel.line.row(f"stay {added.id}").is_open


def test_close_gives_the_focus_back_to_the_row(panel: TravelPanel) -> None:
    panel.line.open(OUT)
    click(button(panel.line.row(OUT), "Close"))
    assert not panel.line.row(OUT).is_open
    assert panel.line.row(OUT).head.hasFocus()


def test_journey_gets_another_leg_which_is_open(panel: TravelPanel) -> None:
    panel.line.open("journey outbound")
    click(button(panel.line.row("journey outbound"), "Add a leg"))
    added = _leg(panel, place=3)
    assert panel.line.row(f"leg outbound {added.id}").is_open


def test_last_leg_takes_its_journey_along(panel: TravelPanel, context: Context) -> None:
    click(panel.add_return)
    (added,) = [j for j in _plan(panel).journeys.values() if j.id not in {"outbound", "return"}]
    key = f"leg {added.id} {added.legs[0].id}"
    assert panel.line.row(key).is_open
    click(button(panel.line.row(key), "Remove this leg"))
    assert set(_plan(panel).journeys) == {"outbound", "return"}
    context.desk.undo()
    assert added.id in _plan(panel).journeys


def test_journey_and_stay_are_removed_by_their_buttons(panel: TravelPanel) -> None:
    panel.line.open("journey return")
    click(button(panel.line.row("journey return"), "Remove this journey"))
    panel.line.open("stay hotel")
    click(button(panel.line.row("stay hotel"), "Remove this stay"))
    assert (set(_plan(panel).journeys), set(_plan(panel).stays)) == ({"outbound"}, set())


def test_empty_travel_offers_the_way_there(context: Context, qtbot: QtBot) -> None:
    desk = context.desk
    desk.apply(RemoveRecords(Journey, tuple(desk.plan.journeys)))
    desk.apply(RemoveRecords(Stay, tuple(desk.plan.stays)))
    panel = _shown(context, qtbot)
    assert "No journey yet" in texts(panel)
    click(button(panel, "Add the way there"))
    (journey,) = _plan(panel).journeys.values()
    assert journey.direction is Direction.OUTBOUND
    assert "No journey yet" not in texts(panel)


def test_plan_without_candidates_says_what_to_do(room: Room, qtbot: QtBot) -> None:
    room.open(made_plan())
    panel = _shown(room.context, qtbot)
    assert "Nobody travels yet" in texts(panel)
    room.context.desk.close()
    assert "Nobody travels yet" in texts(panel)


def test_problems_about_travel_stand_beside_it(panel: TravelPanel, context: Context) -> None:
    assert "Nothing stands out here." in texts(panel)
    out = context.desk.plan.journeys[JourneyId("outbound")]
    late = replace(out.legs[-1].arrival, at=moment("12:00"))
    leg = replace(out.legs[-1], arrival=late)
    context.desk.apply(AddRecords((replace(out, id=JourneyId("late"), legs=(leg,)),)))
    assert "Nothing stands out here." not in texts(panel)
    codes = {p.code[:3] for p in context.desk.checked.open if p.code.startswith("TRV")}
    assert codes == {"TRV"}


def test_fix_of_a_problem_is_one_click(panel: TravelPanel, context: Context, qtbot: QtBot) -> None:
    fix = RemoveRecords(Stay, ("hotel",))
    problem = Problem("TRV-101", Severity.ERROR, (Subject("stays", "hotel"),), fixes=(fix,))
    panel.problems.show_problems([replace(problem, code="none")])
    (link,) = panel.problems.findChildren(LinkButton)
    qtbot.waitUntil(link.isVisible)
    click(link)
    assert "hotel" not in context.desk.plan.stays


def test_hidden_panel_catches_up_when_it_is_shown(panel: TravelPanel, context: Context) -> None:
    panel.hide()
    context.desk.apply(RemoveRecords(Stay, tuple(context.desk.plan.stays)))
    assert "stay hotel" in panel.line.keys
    panel.show()
    assert "stay hotel" not in panel.line.keys


def test_problem_leads_to_its_journey(panel: TravelPanel, context: Context) -> None:
    context.desk.reveal(Subject("journeys", "return"))
    assert panel.line.row("journey return").is_open


def test_other_candidate_is_chosen(panel: TravelPanel, context: Context) -> None:
    assert not panel.page.candidates.isVisible()
    context.desk.apply(AddRecords((candidate("bob"),)))
    assert panel.page.candidates.isVisible()
    panel.page.candidates.setFocus()
    QTest.keyClick(panel.page.candidates, Qt.Key.Key_Down)
    assert panel.page.candidate == "bob"
    assert "No journey yet" in texts(panel)


def test_name_with_signs_stays_what_it_is(
    panel: TravelPanel, context: Context, qtbot: QtBot
) -> None:
    hotel = replace(context.desk.plan.stays[StayId("hotel")], hotel="<b>A&B</b>")
    context.desk.apply(AddRecords((replace(hotel, id=StayId("x")),)))
    qtbot.waitUntil(lambda: "<b>A&B</b>" in texts(panel))


def test_candidate_who_goes_takes_the_page_along(panel: TravelPanel, context: Context) -> None:
    context.desk.apply(RemoveRecords(Candidate, tuple(context.desk.plan.candidates)))
    assert "Nobody travels yet" in texts(panel)


def test_band_of_the_last_day_says_by_when_to_leave(panel: TravelPanel) -> None:
    assert "Leave by 17:25" in texts(panel.line.row("day 2015-09-25"))


def test_band_says_why_a_visit_lasts_too_long(panel: TravelPanel, context: Context) -> None:
    home = _plan(panel).journeys[JourneyId("return")]
    early = replace(home.legs[1], departure=replace(home.legs[1].departure, at=moment("19:00")))
    context.desk.apply(ReplaceRecord(replace(home, legs=(early, *home.legs[2:]))))
    said = texts(panel.line.row("day 2015-09-25"))
    assert "Leave by 16:15: done only at 17:00" in said
    assert any(text.startswith("Departure at 19:00, less 2 h") for text in said)
