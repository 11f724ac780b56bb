"""What tells people of one name apart, in the window and in names of files."""

from dataclasses import replace

from planner.domain.people import Person
from planner.domain.plan import Plan
from planner.formats.wording.language import language
from planner.formats.wording.namesakes import Named, distinctions
from tests.builders import block, candidate, person, plan, room

ENGLISH = language("en")


def twins(**fields: tuple[str, str]) -> list[Person]:
    """Return two people of one name; each field has a value for the first and the second."""
    values = [{name: both[n] for name, both in fields.items()} for n in (0, 1)]
    pair = zip(("one", "two"), values, strict=True)
    return [person(name, **{"name": "Manager", **more}) for name, more in pair]


def told(people: list[Person], day: Plan | None = None, *, is_internal: bool = True) -> list[str]:
    found = distinctions(people, day or plan(*people), ENGLISH, is_internal=is_internal)
    return [found.get(each.id, "") for each in people]


def test_title_tells_first() -> None:
    people = twins(title=("Sales", "Support"), email=("a@example.org", "b@example.org"))
    assert told(people) == ["Sales", "Support"]


def test_title_that_both_have_tells_nothing() -> None:
    people = twins(title=("Boss", "boss"), email=("a@example.org", "b@example.org"))
    assert told(people) == ["a@example.org", "b@example.org"]


def test_title_that_repeats_the_name_tells_nothing() -> None:
    people = twins(title=("Manager", "Support"), email=("a@example.org", ""))
    assert told(people) == ["a@example.org", "Support"]


def test_note_tells_only_inside() -> None:
    people = twins(
        note=("knows the\nteam in Berlin well", "new"), email=("a@example.org", "b@example.org")
    )
    assert told(people) == ["knows the team in", "new"]
    assert told(people, is_internal=False) == ["a@example.org", "b@example.org"]


def test_first_block_tells_where_nothing_else_does() -> None:
    people = twins()
    day = plan(
        *people,
        block("late", "16:00", people=["one"]),
        block("early", "10:15", people=["one"]),
        block("other", "14:00", people=["two"]),
        block("waiting", people=["two"]),
    )
    assert told(people, day) == ["Fri 25 Sep, 10:15", "Fri 25 Sep, 14:00"]


def test_candidates_and_rooms_are_told_apart_by_their_first_block() -> None:
    records: list[Named] = [
        *(replace(candidate(name), name="Ada") for name in ("ada", "bob")),
        *(replace(room(name), name="Blue") for name in ("red", "blue")),
    ]
    day = plan(
        *records,
        block("a", "10:00", candidates=["ada"], room="red"),
        block("b", "11:00", candidates=["bob"], room="blue"),
    )
    found = distinctions(records, day, ENGLISH)
    assert [found[each.id] for each in records] == 2 * ["Fri 25 Sep, 10:00", "Fri 25 Sep, 11:00"]


def test_those_with_names_of_their_own_need_no_more() -> None:
    assert told([person("one", title="Sales"), person("two", title="Support")]) == ["", ""]


def test_those_of_whom_nothing_is_known_stay_alike() -> None:
    assert told(twins()) == ["", ""]
