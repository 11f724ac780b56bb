from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.domain.blocks import Kind, Rsvp
from planner.domain.edits.document import IgnoreProblem
from planner.domain.plan import Plan
from planner.domain.problems import Problem, Severity
from planner.domain.subjects import Subject
from planner.formats.wording.language import language
from planner.schedule.checks.examination import Checked, examine
from planner.ui.models.problems_model import ProblemRole, ProblemsModel
from tests import builders as b

ENGLISH = language("en")
CLASH = "Grace is booked twice on Fri 25 Sep: first (10:00) and second (10:30) overlap by 30 min."
ANSWER = "Choose somebody else from the bench, or move the block and ask again."
REFUSAL = "Alan has declined third (14:00) on Fri 25 Sep (Lead)."


def watched(model: ProblemsModel) -> list[str]:
    """Return a list that fills with what the model announces, and has Qt check it meanwhile."""
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(model)
    told: list[str] = []
    model.rowsInserted.connect(lambda *_: told.append("in"))
    model.rowsRemoved.connect(lambda *_: told.append("out"))
    model.rowsMoved.connect(lambda *_: told.append("move"))
    model.dataChanged.connect(lambda *_: told.append("data"))
    model.modelReset.connect(lambda: told.append("reset"))
    return told


def clashing() -> Plan:
    """A day on which Grace is in two places, and Alan has declined."""
    return b.plan(
        b.person("grace"),
        b.person("alan"),
        b.block("first", "10:00", 60, people=("grace",), candidates=("ada",)),
        b.block("second", "10:30", 60, people=("grace",), candidates=("bob",)),
        b.block(
            "third", "14:00", 45, candidates=("ada",), seats=(b.seat("alan", rsvp=Rsvp.DECLINED),)
        ),
    )


def checked(plan: Plan, *codes: str) -> Checked:
    """Return what the checks say, of these codes only."""
    found = examine(plan)
    return replace(
        found,
        open=tuple(p for p in found.open if p.code in codes),
        ignored=tuple(p for p in found.ignored if p.code in codes),
    )


def column(model: ProblemsModel, role: int) -> list[object]:
    return [model.index(row).data(role) for row in range(model.rowCount())]


def ignoring(plan: Plan, problem: Problem) -> Plan:
    return IgnoreProblem(problem.key, "Known").apply(plan)


def test_model_says_code_severity_sentence_mend_and_fixes() -> None:
    model = ProblemsModel(ENGLISH)
    watched(model)
    model.show(checked(clashing(), "CLS-102", "PNL-102"))
    assert column(model, ProblemRole.CODE) == ["CLS-102", "PNL-102"]
    assert column(model, ProblemRole.SEVERITY) == [Severity.ERROR, Severity.ERROR]
    assert column(model, Qt.ItemDataRole.DisplayRole) == [
        CLASH,
        REFUSAL,
    ]
    fixes = model.rows[0].fixes
    assert [fix.label for fix in fixes] == [
        "Move second (10:30) later by 30 min",
        "Move second (10:30) to 11:00 and shift what follows",
    ]
    assert model.rows[1].fixes == ()


def test_model_tells_a_screen_reader_severity_sentence_and_what_to_do() -> None:
    model = ProblemsModel(ENGLISH)
    model.show(checked(clashing(), "CLS-102", "PNL-102"))
    assert column(model, Qt.ItemDataRole.AccessibleTextRole) == [
        f"Error, CLS-102. {CLASH} Fix: Move second (10:30) later by 30 min.",
        f"Error, PNL-102. {REFUSAL} {ANSWER}",
    ]


def test_model_removes_only_the_row_that_was_mended() -> None:
    model = ProblemsModel(ENGLISH)
    before = checked(clashing(), "CLS-102", "PNL-102")
    model.show(before)
    stays = QPersistentModelIndex(model.index(1))
    told = watched(model)
    mended = model.rows[0].fixes[0].edit.apply(before.plan)
    model.show(checked(mended, "CLS-102", "PNL-102"))
    assert told == ["out"]
    assert stays.row() == 0


def test_model_announces_nothing_when_nothing_of_the_problems_changed() -> None:
    model = ProblemsModel(ENGLISH)
    plan = clashing()
    model.show(checked(plan, "CLS-102"))
    told = watched(model)
    model.show(checked(replace(plan, title="Other"), "CLS-102"))
    assert told == []


def test_model_says_a_new_name_in_the_same_row() -> None:
    model = ProblemsModel(ENGLISH)
    plan = clashing()
    model.show(checked(plan, "PNL-102"))
    told = watched(model)
    model.show(checked(plan.with_records([b.person("alan", name="Alan T.")]), "PNL-102"))
    assert told == ["data"]
    assert column(model, Qt.ItemDataRole.DisplayRole) == [
        "Alan T. has declined third (14:00) on Fri 25 Sep (Lead)."
    ]


def test_model_shows_ignored_problems_last_and_only_when_asked() -> None:
    model = ProblemsModel(ENGLISH)
    watched(model)
    plan = clashing()
    found = checked(plan, "CLS-102", "PNL-102")
    model.show(checked(ignoring(plan, found.open[0]), "CLS-102", "PNL-102"))
    assert (model.open_count, model.ignored_count) == (1, 1)
    assert column(model, ProblemRole.CODE) == ["PNL-102"]
    model.show_ignored(shown=True)
    assert column(model, ProblemRole.CODE) == ["PNL-102", "CLS-102"]
    assert column(model, ProblemRole.REASON) == [None, "Known"]
    assert model.rows[1].fixes == ()


@pytest.mark.parametrize(
    ("who", "codes"),
    [
        (Subject("people", "grace"), ["CLS-102"]),
        (Subject("people", "alan"), ["PNL-102"]),
        (Subject("candidates", "bob"), ["CLS-102"]),
        (None, ["CLS-102", "PNL-102"]),
    ],
)
def test_model_shows_one_persons_problems(who: Subject | None, codes: list[str]) -> None:
    model = ProblemsModel(ENGLISH)
    watched(model)
    model.show(checked(clashing(), "CLS-102", "PNL-102"))
    model.show_person(who)
    assert column(model, ProblemRole.CODE) == codes


def test_model_names_whom_problems_concern_candidates_first() -> None:
    model = ProblemsModel(ENGLISH)
    model.show(checked(clashing(), "CLS-102", "PNL-102"))
    assert [name for _, name in model.people()] == ["Ada", "Bob", "Alan", "Grace"]


def test_model_shows_everybody_again_when_a_persons_problems_are_gone() -> None:
    model = ProblemsModel(ENGLISH)
    plan = clashing()
    model.show(checked(plan, "CLS-102", "PNL-102"))
    model.show_person(Subject("people", "alan"))
    model.show(checked(plan, "CLS-102"))
    assert model.person is None
    assert column(model, ProblemRole.CODE) == ["CLS-102"]


def test_model_is_empty_while_no_plan_is_open() -> None:
    model = ProblemsModel(ENGLISH)
    watched(model)
    model.show(checked(clashing(), "CLS-102"))
    model.show(None)
    assert (model.rowCount(), model.open_count, model.ignored_count) == (0, 0, 0)
    assert list(model.people()) == []


def test_model_escapes_names_in_tool_tips() -> None:
    model = ProblemsModel(ENGLISH)
    plan = clashing().with_records([b.person("alan", name="<b>Al</b>")])
    model.show(checked(plan, "PNL-102"))
    assert "&lt;b&gt;Al&lt;/b&gt;" in str(model.index(0).data(Qt.ItemDataRole.ToolTipRole))


def test_fix_is_called_by_the_names_of_now() -> None:
    lunch = b.block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=b.minutes(45))
    model = ProblemsModel(ENGLISH)
    labels = []
    for title in ("Talk", "Tour"):
        plan = b.plan(lunch, b.block("late", "12:40", 45, title=title))
        model.show(checked(plan, "BRK-206"))
        labels.append(model.rows[0].fixes[0].label)
    assert labels == [
        "Shift Talk (12:40) and what follows later by 35 min",
        "Shift Tour (12:40) and what follows later by 35 min",
    ]
