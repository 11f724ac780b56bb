"""What holds for the checks of any plan."""

from collections.abc import Iterable

from hypothesis import given, settings

from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.formats.wording.language import language
from planner.formats.wording.problems import problem_sentences
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.examination import check, examine, recheck
from planner.schedule.sharing import can_share
from tests.schedule.checks.random_plans import changes, plans, shuffled


@given(changes())
@settings(max_examples=150)
def test_looking_again_finds_what_looking_anew_would(pair: tuple[Plan, Plan]) -> None:
    before, after = pair
    assert recheck(examine(before), after).open == examine(after).open


@given(shuffled())
def test_order_of_records_does_not_matter(pair: tuple[Plan, Plan]) -> None:
    original, reordered = pair
    assert check(original) == check(reordered)


@given(plans())
def test_looking_twice_finds_the_same_and_each_problem_once(drawn: Plan) -> None:
    problems = check(drawn)
    assert problems == check(drawn)
    assert len({problem.key for problem in problems}) == len(problems)


@given(plans())
def test_every_problem_can_be_told(drawn: Plan) -> None:
    sentences = [problem_sentences(p, drawn, language("en")) for p in check(drawn)]
    assert [pair for pair in sentences if "{" in "".join(pair)] == []


@given(plans())
def test_clashes_name_exactly_the_blocks_that_share_time(drawn: Plan) -> None:
    """The sweep against a loop over all pairs."""
    agenda = Agenda(drawn)
    wanted = set()
    for track in agenda.tracks:
        match track.subject.table:
            case "candidates":
                busy = (entry for entry in track.entries if not entry.block.is_rest)
                wanted |= _in_pairs(busy, track.subject)
            case _:
                wanted |= _in_pairs(track.entries, track.subject)
    told = {
        subject.id
        for problem in check(drawn)
        if problem.code.startswith("CLS")
        for subject in problem.subjects[:2]
    }
    assert told == wanted


def _in_pairs(entries: Iterable[Entry], subject: Subject) -> set[str]:
    listed = list(entries)
    return {
        name
        for n, first in enumerate(listed)
        for second in listed[n + 1 :]
        if first.overlaps(second)
        and not all(can_share(entry.block, subject) for entry in (first, second))
        for name in (first.block.id, second.block.id)
    }
