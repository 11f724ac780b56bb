"""Details: what is to be said of a block at a moment, in a few words. Without Qt."""

from datetime import timedelta

from planner.domain.log import Happening
from planner.domain.sequences import rest_minimum
from planner.domain.times import MINUTE, ZERO
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.formats.wording.whose import names_of
from planner.schedule.agenda import Entry
from planner.schedule.live.accounts import overrunning
from planner.schedule.live.facts import BlockFacts
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.schedule.repairs.playbooks import has_nobody_named, keeping
from planner.ui.timeline.columns import DEAD_BAND
from planner.ui.timeline.faces import title_of

NO_FACTS = BlockFacts()
TONES = {
    Phase.OVER: "error",
    Phase.SUSPECTED: "error",
    Phase.NO_SHOW: "error",
    Phase.INTERRUPTED: "error",
    Phase.WRAP_UP: "warning",
    Phase.DUE: "warning",
}
"""The role of what is said of a block in a phase; what is not here is said quietly."""


def minutes(length: timedelta) -> int:
    """Return whole minutes: of what has passed or is left, those that are full."""
    return int(abs(length) / MINUTE)


def detail(projection: LiveProjection, entry: Entry, language: Language) -> str:
    """Return what a block is doing, or what will become of it."""
    phase = projection.phases[entry.block.id]
    if phase is Phase.DONE:
        return _done(projection, entry, language)
    if entry.block.is_rest and phase is not Phase.SKIPPED:
        return _rest(projection, entry, language)
    if phase in GOING_ON:
        return _going(projection, entry, phase, language)
    return _waiting(projection, entry, phase, language)


def state(projection: LiveProjection, entry: Entry, language: Language) -> str:
    """Return only how much time is left, over or lost, for where there is little room."""
    phase = projection.phases[entry.block.id]
    if phase is Phase.INTERRUPTED:
        return _stands_still(projection, entry, language)
    if phase in GOING_ON:
        return _time_left(projection, entry, language)
    is_late = phase is Phase.UPCOMING and entry.start <= projection.now
    if is_late and keeping(projection, entry) is None and not has_nobody_named(projection, entry):
        return language.text("was due at {clock}", clock=language.clock(entry.timebox.start))
    return detail(projection, entry, language)


def tone(projection: LiveProjection, entry: Entry) -> str:
    """Return the role of a block's detail."""
    phase = projection.phases[entry.block.id]
    if has_nobody_named(projection, entry):
        return "error"
    if phase in TONES:
        return TONES[phase]
    block = projection.block(entry.block.id)
    if entry.block.is_rest and block.violated > ZERO:
        return "error"
    is_late = phase is Phase.UPCOMING and not entry.block.is_rest and block.delay > DEAD_BAND
    return "warning" if is_late else "ink_muted"


def who(projection: LiveProjection, entry: Entry, language: Language) -> str:
    """Return who is in a block besides the candidate, and where."""
    plan, block = projection.agenda.plan, entry.block
    people = language.join([one_line(plan.people[p].name) for p in block.attendees])
    room = plan.rooms[block.room].name if block.room is not None else block.place
    mode = term(block.mode, language) if block.mode is not None and block.is_call else ""
    return " \u00b7 ".join(part for part in (people, mode, one_line(room)) if part)


def lost_because(projection: LiveProjection, entry: Entry, language: Language) -> str:
    """Return why time was lost before a block began."""
    fact = projection.facts.get(entry.block.id, NO_FACTS)
    told = (e.what for e in projection.log.effective if e.block == entry.block.id)
    is_missed = fact.no_show is not None or Happening.SUSPECTED in told
    if is_missed and fact.replaced is not None:
        return language.text("nobody came, replacement found")
    if is_missed:
        return language.text("nobody came")
    if fact.late:
        return language.text("told to be late")
    before = overrunning(projection, entry)
    return language.text("late start") if before is None else _overran(projection, before, language)


def _overran(projection: LiveProjection, before: Entry, language: Language) -> str:
    whose = names_of(projection.agenda.plan, [before.block.id], language)
    title = title_of(before.block, language)
    if len(projection.agenda.plan.candidates) > 1 and whose:
        return language.text("{block} with {who} ran over", block=title, who=whose)
    return language.text("{block} ran over", block=title)


def _done(projection: LiveProjection, entry: Entry, language: Language) -> str:
    run = projection.run
    had = projection.elapsed(entry.block.id)
    if entry.index not in run.done:  # a rest of which nobody logged anything
        had = timedelta(seconds=run.ends[entry.index] - run.starts[entry.index])
    facts = {"had": round(had / MINUTE), "planned": round(entry.length / 60)}
    drops = _drops(projection, entry, language)
    said = language.text("done, {had} of {planned} min", **facts)
    return f"{said}, {drops}" if drops else said


def _going(projection: LiveProjection, entry: Entry, phase: Phase, language: Language) -> str:
    parts = []
    if phase is Phase.INTERRUPTED:
        parts.append(_stands_still(projection, entry, language))
    else:
        parts.append(_time_left(projection, entry, language))
    drops = _drops(projection, entry, language)
    if drops:
        had = minutes(projection.elapsed(entry.block.id))
        parts += [language.text("{n} min effective", n=had), drops]
    return ", ".join(parts)


def _stands_still(projection: LiveProjection, entry: Entry, language: Language) -> str:
    fact = projection.facts.get(entry.block.id, NO_FACTS)
    since = timedelta(seconds=projection.now - fact.interruptions[-1].start)
    return language.text("stands still for {n} min", n=minutes(since))


def _time_left(projection: LiveProjection, entry: Entry, language: Language) -> str:
    left = projection.remaining(entry.block.id)
    if abs(left) < MINUTE / 2:
        return language.text("ends now")
    if left <= ZERO:
        return language.text("{n} min over", n=minutes(left))
    return language.text("{n} min left", n=-(-left // MINUTE))


def _drops(projection: LiveProjection, entry: Entry, language: Language) -> str:
    fact = projection.facts.get(entry.block.id, NO_FACTS)
    number = len(fact.interruptions)
    return language.count("{n} interruption", "{n} interruptions", number) if number else ""


def _rest(projection: LiveProjection, entry: Entry, language: Language) -> str:
    block = projection.block(entry.block.id)
    if block.violated > ZERO:
        return language.text("{n} min below its minimum", n=round(block.violated / MINUTE))
    parts = []
    if projection.phases[entry.block.id] in GOING_ON:
        parts.append(_time_left(projection, entry, language))
    if block.shortened >= MINUTE:
        had = projection.run.ends[entry.index] - projection.run.starts[entry.index]
        minimum = rest_minimum(entry.block, projection.agenda.plan.policy)
        spare = timedelta(seconds=had) - minimum
        facts = {"had": round(had / 60), "short": round(block.shortened / MINUTE)}
        facts["spare"] = round(spare / MINUTE)
        parts.append(language.text("{had} min, {short} short, {spare} above its minimum", **facts))
    return ", ".join(parts) or _punctuality(block.delay, language)


def _missing(projection: LiveProjection, entry: Entry, late: timedelta, language: Language) -> str:
    """Return who is missing: the candidate where nobody has seen them, else somebody of the company."""
    if entry.index not in projection.run.unseen:
        return language.text("nobody there for {n} min", n=minutes(late))
    waited = timedelta(seconds=projection.now - projection.run.starts[entry.index])
    return language.text("candidate not seen for {n} min", n=minutes(waited))


def _kept(projection: LiveProjection, entry: Entry, language: Language) -> str:
    """Return for whom a block waits that could have begun, or for what; how late it is where it is known."""
    plan, awaited = projection.agenda.plan, keeping(projection, entry)
    if awaited is not None:
        return language.text("waits for {who}", who=one_line(plan.people[awaited.person].name))
    keeper = projection.keeper(entry)
    if keeper is None or projection.phases[entry.block.id] is not Phase.DUE:
        return ""
    if {*entry.block.candidates} <= {*keeper.block.candidates}:
        title = title_of(keeper.block, language)
        return language.text("waits until {block} is over", block=title)
    return language.text("waits for {who}", who=names_of(plan, [keeper.block.id], language))


def _waiting(projection: LiveProjection, entry: Entry, phase: Phase, language: Language) -> str:
    if has_nobody_named(projection, entry):
        return language.text("nobody is named")
    is_kept = phase in {Phase.DUE, Phase.UPCOMING}
    kept = _kept(projection, entry, language) if is_kept else ""
    return kept or _awaited(projection, entry, phase, language)


def _awaited(projection: LiveProjection, entry: Entry, phase: Phase, language: Language) -> str:
    fact = projection.facts.get(entry.block.id, NO_FACTS)
    late = timedelta(seconds=max(0, projection.now - max(entry.start, fact.moved or 0)))
    match phase:
        case Phase.DUE:
            return language.text("due for {n} min", n=minutes(late))
        case Phase.SUSPECTED:
            return _missing(projection, entry, late, language)
        case Phase.NO_SHOW:
            return language.text("nobody came")
        case Phase.SKIPPED:
            return language.text("does not take place")
        case Phase.REPLACED:
            return language.text("replacement found, to be started")
        case _:
            return _punctuality(projection.block(entry.block.id).delay, language)


def _punctuality(delay: timedelta, language: Language) -> str:
    if abs(delay) <= DEAD_BAND:
        return language.text("on time")
    facts = {"n": round(abs(delay) / MINUTE)}
    if delay > ZERO:
        return language.text("{n} min later", **facts)
    return language.text("{n} min earlier", **facts)
