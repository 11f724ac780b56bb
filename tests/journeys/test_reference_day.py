"""The reference day, replayed entry by entry: how it goes, what is wrong, and what is proposed.

``golden/reference_day.txt`` is meant to be read. What to look at:

- 11:10: nobody came; the clock has seen it, and says whom to ask.
- 11:12: the best proposal is to ask the Partner Development Manager to take over, by phone as it was
  planned. It is what a good coordinator does. All three focus areas keep an interviewer, and dropping
  the interview would push them onto others who have their own. Lunch pays for it with twelve minutes
  and stays far above its minimum of 45, so nobody has to be moved and nothing after lunch has to be
  told to anybody; one person is asked. Of those who are free then, this one has no other interview
  that day, is not on the panel already and knows how the competencies are asked for, from the third
  call. Second comes somebody else of the bench, in case the first says no; to drop it is last.
- 11:30: with the replacement at full length lunch gives way, or is kept whole at the price of three
  people who have to be told; or the interview ends earlier and pays for lunch itself. That costs
  interview time, so it comes last; it is what the coordinator then does, by less.
- 11:52: lunch gives way, or is kept whole at the price of two people who have to be told; the time
  that was lost could be made up in the afternoon break.
- From 13:15 on the day is on time; a start that was written two minutes late is corrected at 13:20.
"""

import os
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path

from planner.app.plan_files import load_plan_file
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import Log, LogEntry
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.formats.logfile import read_lines
from planner.formats.wording.language import language
from planner.formats.wording.log import block_title, log_lines
from planner.formats.wording.phases import phase_word
from planner.formats.wording.playbooks import due_sentences
from planner.formats.wording.proposals import price_line, price_lines, proposal_title
from planner.resources import bundled
from planner.schedule.live.accounts import accounts
from planner.schedule.live.live_projection import LiveProjection, Phase, project_live
from planner.schedule.promises import BrokenPromise
from planner.schedule.repairs.measures import Move
from planner.schedule.repairs.playbooks import due_steps
from planner.schedule.repairs.proposals import advise
from tests.builders import DAY, ZONE, minutes
from tests.schedule.live.logs import at

GOLDEN = Path(__file__).parent / "golden" / "reference_day.txt"
SAMPLE = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
ENGLISH = language("en")
CANDIDATE = CandidateId("candidate")
SECOND, LUNCH = BlockId("interview-2"), BlockId("lunch")


def as_it_went() -> Log:
    file = bundled("samples", "luxembourg-2015-as-it-went.interviewlog")
    read = read_lines(file.read_bytes().splitlines())
    assert read.unread == ()
    return Log(read.entries)


def replayed(log: Log) -> Iterator[tuple[datetime, Log, list[LogEntry]]]:
    """Yield each moment at which somebody wrote, the log as it then was, and what was new."""
    known: list[LogEntry] = []
    for now, entries in groupby(log.entries, key=lambda entry: entry.written):
        new = list(entries)
        known += new
        yield now, Log(tuple(known)), new


def told(now: datetime, log: Log, new: list[LogEntry]) -> Iterator[str]:
    written = {entry.id for entry in new}
    yield f"=== {ENGLISH.clock(Moment(now, ZONE))}"
    projection = project_live(SAMPLE, log, now)
    for line in log_lines(log, projection.agenda.plan, ENGLISH):
        if line.entry.id in written:
            yield f"  {line.line}"
    yield from how_it_goes(projection)
    for broken in projection.broken:
        yield f"  broken: {broken_promise(broken, SAMPLE)}"
    for step in due_steps(projection):
        yield "  due: " + " | ".join(due_sentences(step, projection.agenda.plan, ENGLISH))
    advice = advise(SAMPLE, log, now)
    if advice.proposals:
        yield f"  nothing done: {price_line(advice.nothing, SAMPLE, ENGLISH)}"
    for number, proposal in enumerate(advice.proposals, start=1):
        plan = proposal.projection.agenda.plan
        yield f"  {number}. {proposal_title(proposal, plan, ENGLISH)}"
        yield from (
            f"       {line}" for line in price_lines(proposal, plan, ENGLISH, advice.nothing)
        )


def how_it_goes(projection: LiveProjection) -> Iterator[str]:
    late = projection.offset(CANDIDATE)
    yield f"  the day runs {f'{ENGLISH.length(late)} late' if late else 'on time'}"
    for entry, day in zip(projection.agenda.entries, projection.agenda.dates, strict=True):
        phase = projection.phases[entry.block.id]
        is_late = bool(projection.blocks[entry.block.id].delay)
        if day == DAY and (is_late or phase is not Phase.UPCOMING):
            found = projection.blocks[entry.block.id]
            span = ENGLISH.span(found.start, found.end)
            effective = ENGLISH.length(projection.elapsed(entry.block.id))
            name = block_title(entry.block, ENGLISH)
            yield f"    {span}  {name}: {phase_word(phase, ENGLISH)}, {effective} so far"


def broken_promise(broken: BrokenPromise, plan: Plan) -> str:
    name = block_title(plan.block(broken.promise.block), ENGLISH)
    return f"{broken.promise.kind.value} of {name} by {ENGLISH.length(broken.by)}"


def test_reference_day_reads_as_it_did() -> None:
    story = [line for moment in replayed(as_it_went()) for line in told(*moment)]
    text = "\n".join(story) + "\n"
    if os.environ.get("UPDATE_GOLDENS"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_reference_day_ends_as_it_was_told() -> None:
    """About 20 effective minutes, lunch a few minutes shorter, the afternoon on time."""
    log = as_it_went()
    projection = project_live(SAMPLE, log, log.entries[-1].written)
    account = accounts(projection, DAY)
    second = next(found for found in account.interviews if found.block == SECOND)
    (lunch, _) = account.rests
    assert second.effective == minutes(20)
    assert [(loss.cause.value, loss.length) for loss in second.losses] == [
        ("no_show", minutes(31)),
        ("dropped", minutes(6)),
    ]
    assert (lunch.effective, lunch.lost, lunch.minimum) == (minutes(78), minutes(12), minutes(45))
    assert account.on_time == (4, 5)
    assert projection.offset(CANDIDATE) == minutes(0)
    assert projection.broken == ()


def test_no_show_is_suspected_by_the_clock() -> None:
    log = Log(tuple(entry for entry in as_it_went().entries if entry.at < at("11:10")))
    assert project_live(SAMPLE, log, at("11:09")).phase(SECOND) is Phase.DUE
    log = Log(tuple(entry for entry in as_it_went().entries if entry.at <= at("11:10")))
    assert project_live(SAMPLE, log, at("11:10")).phase(SECOND) is Phase.SUSPECTED


def test_best_proposal_is_what_happened() -> None:
    """The bench is asked at 11:12 whom it really was at 11:30."""
    log = Log(tuple(entry for entry in as_it_went().entries if entry.written <= at("11:12")))
    best = advise(SAMPLE, log, at("11:12")).proposals[0]
    took_over = next(entry for entry in as_it_went().entries if entry.person is not None)
    assert best.moves == (Move.REPLACE,)
    assert (best.measures[0].block, best.measures[0].person) == (SECOND, took_over.person)
    assert best.projection.block(LUNCH).shortened == minutes(12)
    assert best.price.is_kept
