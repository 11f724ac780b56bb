"""All faults of a file at once, each with its place; anything else never gets out."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.plan import TABLES, Plan
from planner.formats.planfile.document import PlanDocument
from planner.formats.planfile.faults import MOST_FAULTS, Fault, UnreadablePlan, printable, shown
from planner.formats.planfile.inspection import faults_of
from planner.formats.planfile.json_text import parse
from planner.formats.planfile.migrations import up_to_date
from planner.formats.planfile.reading import read_plan
from planner.formats.planfile.shapes import is_tidy, shape_of
from planner.formats.planfile.writing import write_plan
from planner.formats.wording.language import language
from planner.formats.wording.refusals import SENTENCES, refusal
from tests.builders import block, plan
from tests.formats.planfile.strategies import plans

WHOLE = write_plan(plan(block("a", "10:15", people=["ben"], room="blue"), block("b", "11:00")))


def faults_in(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(UnreadablePlan) as refused:
        read_plan(data)
    return [(fault.place, fault.code) for fault in refused.value.faults]


def test_every_fault_is_found_and_placed() -> None:
    document = json.loads(WHOLE)
    document["colour"] = "blue"
    document["people"][0] = {"nmae": "Ben"}
    document["rooms"] = {}
    document["blocks"][0]["timebox"]["duration"] = "-PT5M"
    document["blocks"][0]["seats"][0]["role"] = "judge"
    document["blocks"][1]["timebox"] = {"start": 1015, "duration": 45}
    document["blocks"][1]["title"] = None
    document["changed"] = "2015-09-25T10:15:00"
    document["stays"] = [{"check_in": 5, "check_in_from": None, "check_out_until": "noon"}]
    document["ignored"] = None
    assert sorted(faults_in(json.dumps(document).encode())) == [
        ("blocks[0].seats[0].role", "not_a_choice"),
        ("blocks[0].timebox.duration", "not_positive"),
        ("blocks[1].timebox.duration", "bad_duration"),
        ("blocks[1].timebox.start", "bad_moment"),
        ("blocks[1].title", "expected_text"),
        ("changed", "naive"),
        ("colour", "unknown_field"),
        ("ignored", "expected_list"),
        ("people[0].id", "missing"),
        ("people[0].name", "missing"),
        ("people[0].nmae", "unknown_field"),
        ("rooms", "expected_list"),
        ("stays[0].calendar", "missing"),
        ("stays[0].candidate", "missing"),
        ("stays[0].check_in", "bad_date"),
        ("stays[0].check_out", "missing"),
        ("stays[0].check_out_until", "bad_clock"),
        ("stays[0].hotel", "missing"),
        ("stays[0].id", "missing"),
    ]


def test_faults_between_records_are_found() -> None:
    document = json.loads(WHOLE)
    document["blocks"][1]["id"] = "a"
    document["blocks"][1]["seats"] = [{"id": "s"}, {"id": "s"}]
    document["offices"][0]["zone"] = "Mars/Olympus"
    assert faults_in(json.dumps(document).encode()) == [
        ("blocks[1].id", "doubled_id"),
        ("blocks[1].seats[1].id", "doubled_id"),
        ("offices[0].zone", "unknown_zone"),
    ]


def test_faults_between_records_come_together_with_those_within() -> None:
    document = json.loads(WHOLE)
    document["title"] = 5
    document["office"] = "gone"
    document["people"][0]["name"] = 5  # cannot be read, but is there
    document["people"].append(7)
    document["blocks"][0]["room"] = "nowhere"
    document["blocks"][1]["id"] = "a"
    document["loops"] = [{"id": ["a"], "candidate": "ada", "stage": "Onsite"}]
    assert faults_in(json.dumps(document).encode()) == [
        ("title", "expected_text"),
        ("people[0].name", "expected_text"),
        ("people[1]", "expected_record"),
        ("loops[0].id", "expected_text"),
        ("office", "not_there"),
        ("blocks[0].room", "not_there"),
        ("blocks[1].id", "doubled_id"),
    ]


def test_records_that_are_not_there_are_named() -> None:
    document = json.loads(WHOLE)
    document["office"] = "gone"
    document["blocks"][0]["seats"][0]["person"] = "nobody"
    assert faults_in(json.dumps(document).encode()) == [
        ("office", "not_there"),
        ("blocks[0].seats[0].person", "not_there"),
    ]


def test_candidate_named_twice_in_a_block_is_a_fault() -> None:
    document = json.loads(WHOLE)
    document["blocks"][1]["candidates"] = ["ada", "ada"]
    assert faults_in(json.dumps(document).encode()) == [("blocks[1].candidates", "doubled")]


def test_names_given_twice_are_found_at_every_depth() -> None:
    twice = WHOLE.replace(b'"id": "plan"', b'"note": "", "note": "", "id": "plan"')
    twice = twice.replace(b'"kind": "interview"', b'"kind": "break", "kind": "interview"')
    assert faults_in(twice) == [("note", "doubled_name")]
    deep = WHOLE.replace(b'"kind": "interview"', b'"kind": "break", "kind": "interview"')
    assert faults_in(deep) == [
        ("blocks[0].kind", "doubled_name"),
        ("blocks[1].kind", "doubled_name"),
    ]


def test_faults_are_not_collected_without_end() -> None:
    document = json.loads(WHOLE)
    document["blocks"] = [5] * 10_000
    assert len(faults_in(json.dumps(document).encode())) == MOST_FAULTS


def test_each_fault_gets_a_refusal_of_its_own() -> None:
    error = UnreadablePlan([Fault("missing", "title"), Fault("missing", "id")])
    assert error.facts == {"reason": "missing", "place": "title", "total": 2}
    sentences = [refusal(one, language("en")) for one in error.each()]
    assert sentences == ["title is missing.", "id is missing."]


@given(plans())
def test_inspection_finds_nothing_in_what_converts(any_plan: Plan) -> None:
    raw = json.loads(write_plan(any_plan))
    shape = shape_of(PlanDocument)
    assert is_tidy(raw, shape)
    assert list(faults_of(raw, shape)) == []


def test_document_has_every_table_and_field_of_a_plan() -> None:
    names = {name.strip("$") for name in PlanDocument.__struct_fields__}
    assert names - {"schema", "format", "version"} == set(Plan.__slots__)
    assert set(TABLES.values()) < names


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | st.sampled_from(["\ud800", "10:15", "PT5M", "2015-09-25", "ben"]),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=4), below, max_size=3)
    ),
    max_leaves=8,
)


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """Draw the document with some of its values replaced, removed or doubled."""
    document = json.loads(WHOLE)
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(list(holders(document))))
        if isinstance(holder, dict) and draw(st.booleans()):
            holder[draw(st.text(max_size=3))] = holder.pop(key)
        else:
            holder[key] = draw(JSON)
    return json.dumps(document).encode()


def holders(value: Any) -> Any:
    """Yield every place in a document as the thing that holds it and the key."""
    pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
    for key, below in pairs:
        yield value, key
        if isinstance(below, dict | list):
            yield from holders(below)


def read_or_refused(data: bytes) -> None:
    """Read, or be refused with a sentence for every fault."""
    try:
        found = read_plan(data)
    except UnreadablePlan as error:
        for one in error.each():
            assert f"{one.code}.{one.facts['reason']}" in SENTENCES
            assert refusal(one, language("en"))
    else:
        assert read_plan(write_plan(found)) == found


@given(mangled())
def test_mangled_document_is_read_or_refused(data: bytes) -> None:
    read_or_refused(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePlan) as refused:
        read_plan(data)
    assert refusal(refused.value, language("en"))


def test_file_with_damaged_bytes_is_read_or_refused() -> None:
    chance = random.Random(20150925)  # noqa: S311 -- the same damage in every run
    for _ in range(300):
        data = bytearray(WHOLE)
        data[chance.randrange(len(data))] = chance.randrange(256)
        read_or_refused(bytes(data))


def test_file_that_breaks_off_anywhere_is_refused() -> None:
    for length in range(len(WHOLE.rstrip()) - 1):
        with pytest.raises(UnreadablePlan) as refused:
            read_plan(WHOLE[:length])
        expected = {"cut_off", "empty"} if length < 1 else {"cut_off"}
        assert refused.value.facts["reason"] in expected


def test_shown_values_are_short_and_printable() -> None:
    assert shown("x" * 100) == '"' + "x" * 59 + "\u2026"
    assert shown("a\u202eb\ud800\n") == '"a\\u202eb\\ud800\\n"'
    assert [shown(value) for value in ({}, {"a": 1}, [], [1], None, True)] == [
        "{}",
        "{\u2026}",
        "[]",
        "[\u2026]",
        "null",
        "true",
    ]
    assert printable("\x1b[31m") == "\\u001b[31m"


def test_older_documents_are_brought_up_to_date_step_by_step() -> None:
    old = {"format": "interviewplan", "version": 1, "name": "Day"}

    def renamed(document: dict[str, Any]) -> dict[str, Any]:
        return {("title" if name == "name" else name): value for name, value in document.items()}

    def marked(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "note": f"was {document['version']}"}

    assert up_to_date(old, [renamed, marked]) == {
        "format": "interviewplan",
        "version": 3,
        "title": "Day",
        "note": "was 2",
    }


def test_numbers_that_no_plan_means_are_kept_apart() -> None:
    found = parse(b"[1, 12345678901234567890, NaN, -Infinity, 1.5]")
    assert [str(item) for item in found] == [
        "1",
        "12345678901234567890",
        "NaN",
        "-Infinity",
        "1.5",
    ]
    assert [type(item) is int for item in found] == [True, False, False, False, False]
