from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.app.library import Library
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.formats.wording.language import language
from planner.store.base import StoreFailed, Summary
from planner.ui.models.plans_model import PAGE, PlanRole, PlansModel
from tests import builders as b
from tests.fakes import FakeStore, FixedClock

TODAY = date(2015, 9, 25)
MORNING = datetime(2015, 9, 24, 22, tzinfo=UTC)  # the 25th where the tests run


class BrokenStore(FakeStore):
    """A store that can be taken away."""

    is_broken = False

    def plans(self, *, limit: int = 100, after: Summary | None = None) -> list[Summary]:
        if self.is_broken:
            raise StoreFailed(file="workspace", reason="gone")
        return list(super().plans(limit=limit, after=after))


def dated(title: str, *days: date, who: str = "ada") -> Plan:
    """Return a plan with a block on each of some days."""
    blocks = [
        b.block(f"block-{n}", "10:00", 45, day=day, candidates=(who,)) for n, day in enumerate(days)
    ]
    return replace(b.plan(b.candidate(who), *blocks), id=PlanId(f"plan-{title}"), title=title)


def library(*plans: Plan, store: FakeStore | None = None) -> Library:
    made = Library(store or FakeStore(), FixedClock())
    for plan in plans:
        made.add(plan)
    return made


def model_of(made: Library) -> PlansModel:
    model = PlansModel(made, language("en"), FixedClock(MORNING))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(model)
    model.refresh()
    return model


def shown(model: PlansModel) -> list[str]:
    return [row.title for row in model.rows]


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def test_model_lists_upcoming_then_earlier_then_undated_plans() -> None:
    model = model_of(
        library(
            dated("Late", days(10)),
            dated("Today", TODAY),
            dated("Last week", days(-7)),
            dated("Yesterday", days(-1)),
            dated("Idea"),
            dated("Tomorrow", days(1)),
        )
    )
    assert shown(model) == [
        "Upcoming",
        "Today",
        "Tomorrow",
        "Late",
        "Earlier",
        "Yesterday",
        "Last week",
        "Without a date",
        "Idea",
    ]


def test_model_dates_a_plan_that_has_begun_by_what_is_still_to_come() -> None:
    model = model_of(library(dated("Loop", days(-40), days(3)), dated("Next", days(1))))
    assert shown(model) == ["Upcoming", "Next", "Loop"]
    assert [row.date for row in model.rows] == ["", "26 Sep", "28 Sep"]


def test_model_says_the_year_of_other_years() -> None:
    model = model_of(library(dated("Far", days(400))))
    assert model.rows[1].date == "29 Oct 2016"


def test_captions_cannot_be_chosen() -> None:
    model = model_of(library(dated("Today", TODAY)))
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_model_marks_the_open_plan_and_changes_only_its_row() -> None:
    model = model_of(library(dated("One", TODAY), dated("Two", days(1))))
    altered: list[int] = []
    model.dataChanged.connect(lambda first, _last: altered.append(first.row()))
    model.mark_open(PlanId("plan-Two"))
    assert altered == [2]
    assert [model.index(row).data(PlanRole.IS_OPEN) for row in range(3)] == [False, False, True]


def test_model_shows_a_new_plan_as_one_new_row() -> None:
    made = library(dated("One", TODAY), dated("Three", days(3)))
    model = model_of(made)
    added: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, last: added.extend((first, last)))
    made.add(dated("Two", days(2)))
    model.refresh()
    assert added == [2, 2]
    assert shown(model) == ["Upcoming", "One", "Two", "Three"]


def test_model_is_silent_when_the_library_is_as_before() -> None:
    model = model_of(library(dated("One", TODAY)))
    told: list[str] = []
    model.refreshed.connect(lambda: told.append("refreshed"))
    model.refresh()
    assert told == []


def test_search_finds_words_of_title_and_candidate_in_any_order() -> None:
    model = model_of(
        library(dated("Site loop", TODAY, who="grace"), dated("Phone screen", TODAY, who="ada"))
    )
    model.search("GRACE site")
    assert shown(model) == ["Upcoming", "Site loop"]
    model.search("nobody")
    assert shown(model) == []
    model.search("")
    assert shown(model) == ["Upcoming", "Phone screen", "Site loop"]


def test_model_reads_plans_by_the_hundred_and_more_when_asked() -> None:
    made = library(*(dated(f"Plan {n:03}", TODAY) for n in range(PAGE + 5)))
    model = model_of(made)
    assert (len(model.summaries), model.has_more, shown(model)[-1]) == (
        PAGE,
        True,
        "Show more plans",
    )
    model.read_more()
    assert (len(model.summaries), model.has_more) == (PAGE + 5, False)
    assert "Show more plans" not in shown(model)


def test_model_offers_no_more_where_exactly_one_page_is_there() -> None:
    model = model_of(library(*(dated(f"Plan {n:03}", TODAY) for n in range(PAGE))))
    assert (len(model.summaries), model.has_more) == (PAGE, False)


def test_search_looks_through_all_plans() -> None:
    plans = [dated(f"Plan {n:03}", TODAY) for n in range(2 * PAGE + 5)]
    model = model_of(library(*plans))
    hidden = ({plan.title for plan in plans} - set(shown(model))).pop()
    model.search(hidden)
    assert shown(model) == ["Upcoming", hidden]


def test_model_keeps_what_it_shows_while_the_library_cannot_be_read() -> None:
    store = BrokenStore()
    model = model_of(library(dated("One", TODAY), store=store))
    store.is_broken = True
    model.refresh()
    assert shown(model) == ["Upcoming", "One"]


def test_tool_tip_tells_everything_and_takes_no_markup() -> None:
    model = model_of(library(dated("<i>Loop</i>", TODAY)))
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == (
        "<b>&lt;i&gt;Loop&lt;/i&gt;</b><br>Ada<br>25 Sep"
    )
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "<i>Loop</i>, Ada, 25 Sep"
