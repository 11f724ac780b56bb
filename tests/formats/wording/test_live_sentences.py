"""A live day in words: log, phases, proposals, playbooks, and the messages to send."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.plan_files import load_plan_file
from planner.domain.blocks import Connection, Kind, Mode
from planner.domain.log import Happening, Log, LogEntry
from planner.domain.plan import Plan
from planner.formats.wording.language import language
from planner.formats.wording.log import EntryState, log_lines
from planner.formats.wording.messages import SENTENCES, messages
from planner.formats.wording.phases import CAUSES, PHASES, cause_word, phase_word
from planner.formats.wording.playbooks import TASKS, TROUBLES, due_sentences
from planner.formats.wording.proposals import price_line, price_lines, proposal_title
from planner.resources import bundled
from planner.schedule.live.accounts import Cause
from planner.schedule.live.live_projection import Phase, project_live
from planner.schedule.projection import project
from planner.schedule.repairs.measures import Measure, Move
from planner.schedule.repairs.news import NewsKind, by_person, news
from planner.schedule.repairs.playbooks import Playbook, Task, due_steps
from planner.schedule.repairs.prices import price_of
from planner.schedule.repairs.proposals import Proposal, advise
from tests.builders import block, candidate, minutes, person, plan, room
from tests.schedule.live.logs import at, log, told

ENGLISH = language("en")
SAMPLE = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
DAY = plan(
    block("A", "10:00", 45, people=["ben"], title="1st interview", room="red"),
    block("call", "11:00", 45, people=["kim"], mode=Mode.PHONE, title="Call"),
    block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45), title="Lunch"),
    block("B", "13:15", 45, people=["noor"], title="3rd interview", room="red"),
    candidate("ada", name="Ada"),
    person("lea", name="Lea", phone="+352 7", language="de"),
    coordinator="lea",
)


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (told("09:50", "arrived", candidate="ada"), "09:50 Ada arrived"),
        (told("17:00", "left", candidate="ada"), "17:00 Ada left"),
        (told("17:00", "left"), "17:00 ??? left"),
        (told("10:00", "started", "A"), "10:00 1st interview started"),
        (told("10:12", "started", "A"), "10:12 1st interview started (+12)"),
        (told("10:43", "ended", "A"), "10:43 1st interview ended (\u22122)"),
        (told("10:43", "ended", "gone"), "10:43 ??? ended"),
        (told("10:10", "suspected", "A"), "10:10 no-show suspected in 1st interview"),
        (told("10:10", "no_show", "A"), "10:10 nobody came to 1st interview"),
        (told("10:10", "no_show", "A", person="ben"), "10:10 Ben did not come to 1st interview"),
        (
            told("09:50", "late", "A", person="ben", until="10:20"),
            "09:50 Ben comes to 1st interview at 10:20",
        ),
        (told("10:10", "replaced", "A"), "10:10 1st interview goes on in another way"),
        (told("10:10", "replaced", "A", mode="phone"), "10:10 1st interview goes on by phone"),
        (told("10:10", "replaced", "A", person="lea"), "10:10 Lea takes over 1st interview"),
        (
            told("10:10", "replaced", "A", person="lea", mode="video"),
            "10:10 Lea takes over 1st interview, by video",
        ),
        (told("11:10", "interrupted", "call", reason="dropped"), "11:10 call dropped"),
        (told("11:10", "interrupted", "A"), "11:10 1st interview interrupted"),
        (
            told("11:10", "interrupted", "A", reason="a phone rang"),
            "11:10 1st interview interrupted: a phone rang",
        ),
        (
            told("11:10", "interrupted", "A", reason="fire_alarm"),
            "11:10 fire alarm: 1st interview interrupted",
        ),
        (told("11:12", "resumed", "call"), "11:12 call goes on"),
        (told("11:12", "resumed", "A"), "11:12 1st interview goes on"),
        (told("11:12", "extended", "A", length=5), "11:12 1st interview extended by 5 min"),
        (told("11:12", "cut", "A", length=5), "11:12 1st interview cut by 5 min"),
        (told("11:12", "skipped", "A"), "11:12 1st interview skipped"),
        (told("11:12", "moved", "A", until="12:00"), "11:12 1st interview moved to 12:00"),
        (told("11:52", "accepted", "lunch", length=12), "11:52 Lunch may be 12 min shorter"),
        (told("11:52", "added", "B", length=12), "11:52 3rd interview added"),
        (told("11:52", "handed", "B", areas=("x",)), "11:52 3rd interview takes over x"),
        (told("11:52", "note", reason="Coffee\nis out"), "11:52 Coffee is out"),
        (told("11:52", "note"), "11:52 a note without words"),
        (
            told("17:05", "verdict", reason="fast answers", is_good=True),
            "17:05 the candidate liked: fast answers",
        ),
        (
            told("17:05", "verdict", reason="dropped\ncalls", is_good=False),
            "17:05 the candidate did not like: dropped calls",
        ),
        (told("11:52", "revoked", about="gone"), "11:52 taken back: "),
    ],
)
def test_entry_is_one_line(entry: LogEntry, line: str) -> None:
    assert [found.line for found in log_lines(log(entry), DAY, ENGLISH)] == [line]


def test_lines_tell_what_was_taken_back_and_what_corrected() -> None:
    started = told("10:05", "started", "A")
    corrected = told("10:00", "started", "A", written="10:10", about=started.id)
    dropped = told("11:05", "interrupted", "call")
    again = told("11:09", "interrupted", "call")
    back = told("11:10", "revoked", about=dropped.id)
    lines = log_lines(log(started, corrected, dropped, again, back), DAY, ENGLISH)
    assert [(found.text, found.state) for found in lines] == [
        ("1st interview started (+5) (corrected)", EntryState.CORRECTED),
        ("1st interview started", EntryState.HELD),
        ("call dropped (taken back)", EntryState.TAKEN_BACK),
        ("call dropped", EntryState.HELD),
        ("taken back: call dropped", EntryState.HELD),
    ]


def test_second_drop_is_counted_and_a_replacement_named() -> None:
    entries = [
        told("10:58", "replaced", "call", person="lea", mode="phone"),
        told("11:01", "started", "call"),
        told("11:05", "interrupted", "call"),
        told("11:06", "resumed", "call"),
        told("11:09", "interrupted", "call"),
    ]
    lines = log_lines(log(*entries), DAY, ENGLISH)
    assert [found.text for found in lines] == [
        "Lea takes over Call, by phone",
        "replacement started Call, by phone",
        "call dropped",
        "call goes on",
        "call dropped (2 times so far)",
    ]


def test_entry_of_no_block_is_on_the_clocks_of_the_office() -> None:
    note = told("10:00", "note", reason="x")
    homeless = replace(DAY, office=None)
    nowhere = Plan(DAY.id, "")
    unscheduled = DAY.with_records([replace(DAY.blocks[next(iter(DAY.blocks))], timebox=None)])
    clocks = [log_lines(log(note), where, ENGLISH)[0].clock for where in (DAY, homeless, nowhere)]
    assert clocks == ["10:00", "10:00", "08:00"]
    (line,) = log_lines(log(told("10:12", "started", "A")), unscheduled, ENGLISH)
    assert line.line == "10:12 1st interview started"


def test_every_phase_cause_task_and_news_has_its_words() -> None:
    assert set(PHASES) == {phase.value for phase in Phase}
    assert set(CAUSES) == {cause.value for cause in Cause}
    assert set(TROUBLES) == {playbook.value for playbook in Playbook}
    assert set(TASKS) == {task.value for task in Task}
    assert set(SENTENCES) == {kind.value for kind in NewsKind}
    assert phase_word(Phase.WRAP_UP, ENGLISH) == "wrap up"
    assert cause_word(Cause.OVERRUN, ENGLISH, "Lunch") == "overrun of Lunch"


def proposal(now: str, told_so_far: Log, *chosen: Measure, day: Plan = DAY) -> Proposal:
    from planner.schedule.repairs.proposals import foreseen  # noqa: PLC0415 -- slow import
    from planner.schedule.repairs.situation import Situation  # noqa: PLC0415 -- slow import

    situation = Situation(day, told_so_far, at(now), project_live(day, told_so_far, at(now)))
    projection = foreseen(situation, chosen)
    return Proposal(chosen, price_of(projection), projection)


LATE = log(told("11:12", "started", "call"))
A, CALL, LUNCH, B = (DAY.blocks[name].id for name in ("A", "call", "lunch", "B"))  # type: ignore[index]


@pytest.mark.parametrize(
    ("measures", "title"),
    [
        ([Measure(Move.ABSORB, LUNCH, by=minutes(12))], "Shorten Lunch by 12 min"),
        (
            [Measure(Move.HOLD, LUNCH, by=minutes(12))],
            "Keep Lunch whole, start 3rd interview 12 min later",
        ),
        ([Measure(Move.REPLACE, A, mode=Mode.VIDEO)], "Hold? "),
        ([Measure(Move.CHANGE_MODE, CALL, mode=Mode.VIDEO)], "Hold Call by video"),
        ([Measure(Move.CUT, CALL, by=minutes(12))], "End Call 12 min earlier"),
        ([Measure(Move.SHIFT, B, to=at("14:00"))], "Move 3rd interview to 14:00"),
        ([Measure(Move.PULL_FORWARD, B, to=at("13:00"))], "Start 3rd interview at 13:00 already"),
        (
            [Measure(Move.SWAP, A, to=at("13:15"), other=B, other_to=at("11:20"))],
            "Swap 1st interview and 3rd interview",
        ),
        ([Measure(Move.DROP, A)], "Drop 1st interview"),
        (
            [Measure(Move.DROP, A), Measure(Move.CUT, CALL, by=minutes(5))],
            "Drop 1st interview; also: End Call 5 min earlier",
        ),
    ],
)
def test_proposal_says_what_it_does(measures: list[Measure], title: str) -> None:
    if measures[0].move is Move.REPLACE:
        measures = [replace(measures[0], person=next(iter(DAY.people)))]
        title = "Ask Lea to take over 1st interview by video"
    assert proposal_title(proposal("11:20", LATE, *measures), DAY, ENGLISH) == title


def test_prices_read_as_on_the_live_view() -> None:
    absorb, hold = (
        proposal("11:20", LATE, Measure(move, LUNCH, by=minutes(12)))
        for move in (Move.ABSORB, Move.HOLD)
    )
    assert price_lines(absorb, DAY, ENGLISH)[0] == (
        "Lunch 11:57\u201313:15: 78 min, above its minimum."
    )
    assert price_lines(hold, DAY, ENGLISH)[-1].startswith("Notify Noor \u00b7 end 14:12 \u00b7 ")


def test_broken_promises_and_losses_are_named() -> None:
    day = plan(
        block("A", "16:00", 60, people=["ben"], focus_areas=()),
        block("break", "17:00", 10, kind=Kind.BREAK, minimum=minutes(10), title="Break"),
        block("B", "17:10", 60, people=["kim"]),
    )
    late = proposal("17:30", log(told("16:00", "started", "A")), day=day)
    costs = [
        "30 min of promised rest or start missed",
        "day ends 30 min after its limit",
        "Notify Kim",
        "end 18:40",
        "no focus area lost",
    ]
    assert price_lines(late, day, ENGLISH) == [
        "Break 17:30\u201317:40: to keep its minimum it ends 30 min late.",
        " \u00b7 ".join(costs),
    ]


def test_many_names_become_a_number() -> None:
    advice = advise(SAMPLE, log(), at("09:00"))
    price = replace(advice.nothing, told=(), areas=tuple(SAMPLE.focus_areas)[:4])
    assert "4 focus areas lost" in price_line(price, SAMPLE, ENGLISH)
    crowd = proposal("11:20", LATE, Measure(Move.HOLD, LUNCH, by=minutes(12))).price.told * 4
    assert price_line(replace(price, told=crowd), SAMPLE, ENGLISH).startswith("Notify 4 people")


@pytest.mark.parametrize(
    ("lost", "said"),
    [(47, "20 min more of interviews lost"), (2, "25 min of interviews saved"), (27, "")],
)
def test_price_beside_doing_nothing_says_only_what_differs(lost: int, said: str) -> None:
    nothing = replace(advise(SAMPLE, log(), at("09:00")).nothing, lost=minutes(27))
    line = price_line(replace(nothing, lost=minutes(lost)), SAMPLE, ENGLISH, nothing)
    assert line.removeprefix(price_line(replace(nothing, lost=minutes(0)), SAMPLE, ENGLISH)) == (
        f" \u00b7 {said}" if said else ""
    )


def test_due_step_names_numbers_and_what_comes_next() -> None:
    connected = replace(DAY.blocks[CALL], connection=Connection("+352 1", fallback="ring +352 9"))
    day = DAY.with_records([connected])
    entries = [told("11:00", "started", "call"), told("11:10", "interrupted", "call")]

    def said(now: str) -> list[str]:
        (step,) = due_steps(project_live(day, log(*entries), at(now)))
        return due_sentences(step, day, ENGLISH)

    assert said("11:11") == ["Call stands still since 11:10", "At 11:12: Dial again"]
    assert said("11:12") == [
        "Call stands still since 11:10",
        "Dial again: +352 1",
        "At 11:15: Use the other way",
    ]
    assert said("11:15")[1] == "Use the other way: Ada; ring +352 9"
    assert said("11:31")[1] == "Go on with somebody else, or in another way: Lea, +352 7; Ben; Noor"
    empty = plan(block("A", "10:00", 45))
    arrived = log(told("09:00", "arrived", candidate="ada"))
    (step,) = due_steps(project_live(empty, arrived, at("10:06")))
    assert due_sentences(step, empty, ENGLISH)[1] == "Call whoever should be there"


def test_everybody_gets_a_message_in_their_language() -> None:
    day = DAY.with_records([replace(DAY.people[n], phone="") for n in DAY.people if n != "lea"])
    entries = [
        told("11:12", "started", "call"),
        told("11:12", "extended", "lunch", length=12),
        told("11:13", "replaced", "B", person="lea", instead_of="noor", mode="video"),
    ]
    projection = project_live(day, log(*entries), at("11:20"))
    found = messages(by_person(news(project(day), projection)), projection.agenda.plan, ENGLISH)
    told_to = {message.name: message for message in found}
    assert told_to["Ada"].text == (
        "Hello Ada,\n3rd interview starts at 13:27 instead of 13:15.\nLea, +352 7"
    )
    assert told_to["Noor"].text == (
        "Hello Noor,\nSomebody else takes over 3rd interview with Ada at 13:15; "
        "you need not come.\nLea, +352 7"
    )
    assert (told_to["Lea"].tag, told_to["Lea"].address) == ("de", "+352 7")
    assert (told_to["Noor"].tag, told_to["Noor"].address) == ("en", "")


def test_message_says_where_and_how_and_who_writes() -> None:
    extra = block("extra", "15:00", 25, people=["ben"], mode=Mode.FACE_TO_FACE, room="red")
    bare = replace(DAY, coordinator=None)
    projection = project_live(bare.with_records([extra]), log(), at("09:00"))
    found = messages(by_person(news(project(bare), projection)), projection.agenda.plan, ENGLISH)
    assert [message.text for message in found] == [
        "Hello Ada,\nThere is one more: extra, 15:00, Red, face to face.",
        "Hello Ben,\nThere is one more: extra with Ada, 15:00, Red, face to face.",
    ]
    quiet = replace(
        bare.with_records([person("lea", name="Lea")]),
        coordinator=bare.people[next(p for p in bare.people if p == "lea")].id,
    )
    skipped = project_live(quiet, log(told("09:00", "skipped", "B")), at("09:00"))
    (first, _) = messages(by_person(news(project(quiet), skipped)), quiet, ENGLISH)
    assert first.text == "Hello Ada,\n3rd interview at 13:15 does not take place.\nLea"


def test_somebody_whom_the_plan_does_not_hold_gets_no_message() -> None:
    projection = project_live(DAY, log(told("09:00", "skipped", "B")), at("09:00"))
    grouped = by_person(news(project(DAY), projection))
    without = plan(room("red"))
    assert messages(grouped, without, ENGLISH) == ()


_HAPPENINGS = st.sampled_from(["started", "interrupted", "resumed", "replaced", "note", "revoked"])


@st.composite
def logs(draw: st.DrawFn) -> Log:
    """Draw what is told of two blocks in any order, with corrections and what is taken back."""
    entries: list[LogEntry] = []
    for number in range(draw(st.integers(0, 12))):
        what, block_name = draw(_HAPPENINGS), draw(st.sampled_from(["A", "call"]))
        fields: dict[str, str | None] = {}
        if what == "replaced":
            fields["person"] = draw(st.sampled_from([None, "lea"]))
            fields["mode"] = draw(st.sampled_from([None, "phone", "video"]))
        if entries and (what == "revoked" or draw(st.integers(0, 4)) == 0):
            fields["about"] = draw(st.sampled_from(entries)).id
        elif what == "revoked":
            fields["about"] = "gone"
        clock = f"10:{draw(st.integers(0, 9)):02}"
        entries.append(told(clock, what, block_name, id=f"e{number}", **fields))
    return Log(tuple(entries))


def followers(known: Log, entry: LogEntry) -> set[str]:
    """Return what kinds of entries, of those that hold, are about an entry."""
    later = (e for e in known.entries if e.about == entry.id and e.id not in known.void)
    return {"revoked" if e.what is Happening.REVOKED else "corrected" for e in later}


def expected_state(known: Log, entry: LogEntry) -> EntryState:
    if entry.id not in known.void:
        return EntryState.HELD
    is_corrected = "corrected" in followers(known, entry)
    return EntryState.CORRECTED if is_corrected else EntryState.TAKEN_BACK


def expected_drops(known: Log, entry: LogEntry) -> int:
    """Return which interruption of its block an entry is; 1 where it does not hold."""
    same = [e for e in known.effective if (e.what, e.block) == (entry.what, entry.block)]
    return same.index(entry) + 1 if entry in same else 1


def expected_replacement(known: Log, entry: LogEntry) -> str:
    """Return in which mode the first replacement before a start goes on, nothing without one."""
    modes = [
        e.mode.value
        for e in known.effective
        if e.what is Happening.REPLACED and e.block == entry.block and e.at <= entry.at
        if e.person is not None and e.mode is not None
    ]
    return modes[0] if modes else ""


@given(logs())
def test_each_line_says_what_the_whole_log_makes_of_it(known: Log) -> None:
    for line in log_lines(known, DAY, ENGLISH):
        entry = line.entry
        assert line.state is expected_state(known, entry)
        plain = line.text.removesuffix(" (taken back)").removesuffix(" (corrected)")
        if entry.what is Happening.INTERRUPTED:
            number = expected_drops(known, entry)
            assert plain.endswith(f"({number} times so far)") is (
                number > 1 and entry.block == "call"
            )
        if entry.what is Happening.STARTED:
            mode = expected_replacement(known, entry)
            assert plain.startswith("replacement started") is bool(mode)
            assert plain.endswith(f"by {mode}") is bool(mode)
        if entry.what is Happening.REVOKED:
            about = next((e for e in known.entries if e.id == entry.about), None)
            told_alone = plain.removeprefix("taken back: ")
            assert (told_alone == "") is (about is None)


def test_entry_that_is_about_itself_is_still_one_line() -> None:
    itself = told("10:00", "revoked", id="itself", about="itself")
    assert [line.text for line in log_lines(log(itself), DAY, ENGLISH)] == [
        "taken back: taken back:  (taken back)"
    ]
