from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.app.exchange import all_audiences
from planner.domain.audiences import Audience, AudienceKind
from planner.domain.ids import CandidateId, PersonId, RoomId
from planner.ui.context import Context
from planner.ui.models.audience_model import AudienceModel
from tests.formats.itinerary.plans import ADA, whole_day

CHECKED = Qt.CheckState.Checked
PLAN = whole_day()


def _model(context: Context, *, is_checkable: bool = False) -> AudienceModel:
    model = AudienceModel(context.theme, context.language, is_checkable=is_checkable)
    reporting = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, reporting, model)
    model.show_plan(PLAN)
    return model


def _names(model: AudienceModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_readers_stand_under_their_kind(context: Context) -> None:
    assert _names(_model(context))[:4] == ["Candidates", "Ada Lovelace", "Interviewers", "Ivy"]
    assert _names(_model(context))[-2:] == ["Coordinator", "Run sheet of the whole plan"]


def test_heading_can_neither_be_chosen_nor_checked(context: Context) -> None:
    model = _model(context, is_checkable=True)
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    role = Qt.ItemDataRole.CheckStateRole
    assert not model.setData(model.index(0), CHECKED, role)


def test_search_keeps_the_headings_of_what_it_finds(context: Context) -> None:
    model = _model(context)
    model.search("enginee IV")
    assert _names(model) == ["Interviewers", "Ivy"]
    model.search("nobody is called so")
    assert (_names(model), model.index_of(None).isValid()) == ([], False)


def test_check_marks_survive_a_search(context: Context) -> None:
    model = _model(context, is_checkable=True)
    ada = Audience.candidate(ADA)
    assert model.setData(model.index_of(ada), CHECKED, Qt.ItemDataRole.CheckStateRole)
    model.search("ivy")
    ivy = Audience.interviewer(PersonId("ivy"))
    assert model.setData(model.index_of(ivy), CHECKED, Qt.ItemDataRole.CheckStateRole)
    assert list(model.checked) == [ada, ivy]
    unchecked = Qt.CheckState.Unchecked
    assert model.setData(model.index_of(ivy), unchecked, Qt.ItemDataRole.CheckStateRole)
    assert list(model.checked) == [ada]


def test_reader_who_left_the_plan_loses_the_mark(context: Context) -> None:
    model = _model(context, is_checkable=True)
    model.check(all_audiences(PLAN))
    left = replace(PLAN, rooms={}, blocks={})
    model.show_plan(left)
    assert {audience.kind for audience in model.checked} == {AudienceKind.COORDINATOR}


def test_unknown_reader_is_found_at_the_first_one(context: Context) -> None:
    model = _model(context)
    gone = Audience.room(RoomId("gone"))
    assert model.audience(model.index_of(gone)) == Audience.candidate(ADA)
    assert model.audience(model.index_of(Audience.candidate(CandidateId("x")))) is not None


def test_name_with_signs_is_no_rich_text_in_the_tip(context: Context) -> None:
    model = _model(context)
    ada = replace(PLAN.candidates[ADA], name="<b>Ada</b>")
    model.show_plan(PLAN.with_records([ada]))
    tip = model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>&lt;b&gt;Ada&lt;/b&gt;</span>"


def test_readers_of_one_name_are_told_apart(context: Context) -> None:
    plan = PLAN.with_records(
        [
            replace(PLAN.people[PersonId("ivy")], name="Manager", title="", note="from Berlin"),
            replace(PLAN.people[PersonId("hal")], name="manager", title="Sales"),
        ]
    )
    model = _model(context)
    model.show_plan(plan)
    assert {"Manager · from Berlin", "manager · Sales"} <= set(_names(model))
