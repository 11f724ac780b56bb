"""The report of a day: what plan, log and present moment say of it, as finished texts and numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from planner.app.day_losses import Losses, day_losses
from planner.domain.audiences import Audience
from planner.domain.ids import BlockId
from planner.domain.log import Happening, Log, LogEntry
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import DAY, ZERO, Moment
from planner.formats.itinerary.content import ANY_EDITION
from planner.formats.itinerary.reading import Reading
from planner.formats.itinerary.rows import tone_of
from planner.formats.itinerary.zones import zone_line, zone_mark
from planner.formats.plaintext import one_line
from planner.formats.report.content import (
    DayReport,
    Figure,
    Passage,
    ReportRow,
    ReportTexts,
    Sums,
)
from planner.formats.wording import report as words
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language
from planner.formats.wording.log import block_title, log_lines
from planner.formats.wording.phases import cause_before_word, cause_word, phase_word
from planner.formats.wording.terms import term
from planner.schedule.agenda import Entry
from planner.schedule.live.accounts import Accounts, BlockAccount, Loss, accounts
from planner.schedule.live.live_projection import LiveProjection, project_live

_CHANGES = frozenset(
    {
        Happening.REPLACED,
        Happening.EXTENDED,
        Happening.CUT,
        Happening.SKIPPED,
        Happening.MOVED,
        Happening.ACCEPTED,
        Happening.ADDED,
        Happening.HANDED,
    }
)
_SAID_AFTERWARDS = frozenset({Happening.NOTE, Happening.VERDICT, Happening.REVOKED})
_JOINT = " \u00b7 "


def reported_day(plan: Plan, log: Log, now: datetime) -> date | None:
    """Return the date that a report is about; None where nothing is scheduled.

    It is today if something is planned today, else the last day before that the log tells of, else
    the last day before, else the first to come.
    """
    today = Moment(now, plan.zone()).day
    boxes = {block.id: block.timebox.start.day for block in plan.blocks.values() if block.timebox}
    told = {boxes[entry.block] for entry in log.effective if entry.block in boxes}
    past = [day for day in boxes.values() if day <= today]
    if today in past:
        return today
    logged = [day for day in told if day < today]
    return max(logged, default=None) or max(past, default=None) or min(boxes.values(), default=None)


def standing(plan: Plan, log: Log, now: datetime, day: date) -> tuple[Log, datetime]:
    """Return the log and the moment at which a day is to be seen: now, or when it was over.

    Where nobody pressed the button at the end, a block of a past day would run until today.
    """
    here = {
        b.id: b.timebox for b in plan.blocks.values() if b.timebox and b.timebox.start.day == day
    }
    ends = [(box.end or box.start).instant for box in here.values()]
    told = [e.at for e in log.effective if e.block in here and e.what not in _SAID_AFTERWARDS]
    last = max([*ends, *(at for at in told if at < max(ends) + DAY)])
    moment = min(now, last)
    return Log(tuple(e for e in log.entries if e.at <= moment or _is_afterwards(e, now))), moment


def day_report(
    plan: Plan, log: Log, now: datetime, language: Language, *, is_rehearsal: bool = False
) -> DayReport | None:
    """Return the report of the day that a moment is about; None where nothing is scheduled.

    That of a rehearsal says that it is one: nothing in it has happened.
    """
    day = reported_day(plan, log, now)
    if day is None:
        return None
    known, moment = standing(plan, log, now, day)
    projection = project_live(plan, known, moment)
    told = Log(tuple(entry for entry in log.entries if entry.at <= now))
    return _Writer(projection, (known, told), day, language).report(
        moment, is_rehearsal=is_rehearsal
    )


class _Writer:
    """Puts one day into words."""

    def __init__(
        self, projection: LiveProjection, logs: tuple[Log, Log], day: date, language: Language
    ) -> None:
        """Take the log as the day stood, and all that has been told since."""
        self._projection, self._day, self._language = projection, day, language
        self._log, self._told = logs
        self._plan = projection.agenda.plan
        self._accounts = accounts(projection, day)
        self._losses = day_losses(self._accounts)
        listed = (*self._accounts.interviews, *self._accounts.rests, *self._accounts.others)
        self._by_block: Mapping[BlockId, BlockAccount] = {a.block: a for a in listed}
        agenda = projection.agenda
        dated = zip(agenda.entries, agenda.dates, strict=True)
        self._entries = [entry for entry, on in dated if on == day]
        self._reading = Reading(self._plan, Audience.coordinator(), language, ANY_EDITION)

    def report(self, now: datetime, *, is_rehearsal: bool) -> DayReport:
        """Return the report as of a moment."""
        text, sums = self._language.text, _sums(self._accounts, self._losses)
        starts = [entry.timebox.start for entry in self._entries]
        told = text(words.AS_OF, clock=self._language.clock(Moment(now, starts[0].zone)))
        is_over = all(a.is_over for a in self._by_block.values()) and self._is_complete()
        good, not_good = self._verdict(is_good=True), self._verdict(is_good=False)
        repairs = tuple(self._repairs())
        return DayReport(
            title=one_line(self._plan.title),
            heading=text(words.REHEARSAL_REPORT if is_rehearsal else words.REPORT),
            subtitle=self._language.day(self._day) + ("" if is_over else f"{_JOINT}{told}"),
            zone_line=zone_line(self._reading, starts, "", self._plan.office),
            day=self._day,
            language=self._language.tag,
            prepared=now,
            sums=sums,
            figures=_figures(sums, self._language),
            rows=tuple(self._row(entry, starts[0]) for entry in self._entries),
            passages=tuple(self._passages(sums, repairs, good, not_good)),
            footer=text(words.INTERNAL),
            repairs=repairs,
            good=good,
            not_good=not_good,
        )

    def _is_complete(self) -> bool:
        return len(self._by_block) == len(self._entries)

    def _row(self, entry: Entry, ruling: Moment) -> ReportRow:
        account = self._by_block.get(entry.block.id)
        start, end = entry.timebox.start, entry.timebox.start.moved(_length(entry))
        texts = self._texts(entry, account, zone_mark(self._reading, start, ruling))
        tone = tone_of(entry.block)
        if account is None:
            return ReportRow(entry.block.id, tone, texts, start, end)
        return ReportRow(
            block=entry.block.id,
            tone=tone,
            texts=texts,
            planned_start=start,
            planned_end=end,
            start=account.start,
            end=account.end,
            effective=account.effective if account.start is not None else None,
            delay=account.start_delay if account.start is not None else None,
            over=_over(account, _length(entry)),
            promised=account.minimum,
            lost=_by_cause(self._losses.by_block[account.block]),
            is_on_time=account.is_on_time if entry.block.is_assessing else None,
        )

    def _texts(self, entry: Entry, account: BlockAccount | None, mark: str) -> ReportTexts:
        block, language = entry.block, self._language
        end = entry.timebox.start.moved(_length(entry))
        is_told = account is not None and account.start is not None
        return ReportTexts(
            title=block_title(block, language),
            kind=term(block.kind, language),
            candidates=language.join([self._name("candidates", c) for c in block.candidates]),
            people=language.join([self._name("people", p) for p in block.attendees]),
            planned=language.span(entry.timebox.start, end),
            actual=self._actual(entry, account),
            start=words.start_words(account.start_delay, language) if is_told and account else "",
            length=self._length(account, _length(entry)),
            lost=tuple(self._lost(account)) if account is not None else (),
            zone_mark=mark,
        )

    def _actual(self, entry: Entry, account: BlockAccount | None) -> str:
        if account is None or account.start is None:
            return phase_word(self._projection.phases[entry.block.id], self._language)
        if account.end is None:
            return words.since_words(self._language.clock(account.start), self._language)
        return self._language.span(account.start, account.end)

    def _length(self, account: BlockAccount | None, planned: timedelta) -> str:
        over = None if account is None else _over(account, planned)
        if account is None or over is None:
            return ""
        told = words.over_words(over, self._language)
        stood_still = planned + over - account.effective
        if stood_still <= words.DEAD_BAND:
            return told
        return f"{told}{_JOINT}{words.effective_words(account.effective, self._language)}"

    def _lost(self, account: BlockAccount) -> Iterator[str]:
        language = self._language
        for loss in self._losses.by_block[account.block]:
            of = self._plan.blocks.get(loss.of) if loss.of is not None else None
            if of is None:
                cause = cause_word(loss.cause, language)
            else:
                cause = cause_before_word(loss.cause, block_title(of, language), language)
            yield words.loss_words(cause, loss.length, language)
        made_up = self._losses.made_up[account.block]
        if made_up:
            yield words.made_up_words(made_up, language)

    def _repairs(self) -> Iterator[str]:
        """Yield what was changed on the day, a line for each decision."""
        held = {entry.id for entry in self._log.effective}
        lines = [
            line
            for line in log_lines(self._log, self._plan, self._language)
            if line.entry.id in held and self._is_change(line.entry)
        ]
        lines.sort(key=lambda line: line.entry.at)
        for _, decided in groupby(lines, key=lambda line: line.entry.step or line.entry.id):
            first, *others = decided
            yield "; ".join([first.line, *(line.text for line in others)])

    def _is_change(self, entry: LogEntry) -> bool:
        mine = {one.block.id for one in self._entries}
        return entry.what in _CHANGES and entry.block in mine and entry.reason != "as_planned"

    def _verdict(self, *, is_good: bool) -> tuple[str, ...]:
        several = len(self._plan.candidates) > 1
        said = []
        for entry in self._log.effective:
            day = Moment(entry.at, self._plan.zone()).day
            if entry.what is Happening.VERDICT and entry.is_good is is_good and day == self._day:
                text = one_line(entry.reason)
                name = entry.candidate if several else None
                said.append(f"{self._name('candidates', name)}: {text}" if name else text)
        return tuple(said)

    def _passages(
        self, sums: Sums, repairs: Sequence[str], good: Sequence[str], not_good: Sequence[str]
    ) -> Iterator[Passage]:
        """Yield what there is something to say of."""
        language = self._language
        lost = [
            words.loss_words(language.text(words.CAUSES_IN_SUM[cause]), length, language)
            for cause, length in sums.lost.items()
        ]
        if sums.made_up:
            lost.append(words.made_up_words(sums.made_up, language))
        for heading, lines in (
            (words.LOST_BY_CAUSE, lost),
            (words.REPAIRED, repairs),
            (words.LEFT, self._left()),
            (words.LIKED, good),
            (words.NOT_LIKED, not_good),
        ):
            if lines:
                yield Passage(language.text(heading), tuple(lines))

    def _left(self) -> tuple[str, ...]:
        """Return when candidates left, which they do after the last block."""
        lines = log_lines(self._told, self._plan, self._language)
        held = {entry.id for entry in self._told.effective if entry.what is Happening.LEFT}
        own = (
            line
            for line in lines
            if line.entry.id in held and Moment(line.entry.at, self._plan.zone()).day == self._day
        )
        return tuple(line.line for line in sorted(own, key=lambda line: line.entry.at))

    def _name(self, table: str, record: str) -> str:
        return subject_name(Subject(table, record), self._plan, self._language)


def _length(entry: Entry) -> timedelta:
    return timedelta(seconds=entry.length)


def _over(account: BlockAccount, planned: timedelta) -> timedelta | None:
    """Return by how much something took longer than planned, once it is over."""
    if account.start is None or account.end is None:
        return None
    return account.end.instant - account.start.instant - planned


def _by_cause(losses: Iterable[Loss]) -> Mapping[str, timedelta]:
    found: dict[str, timedelta] = {}
    for loss in losses:
        found[loss.cause.value] = found.get(loss.cause.value, ZERO) + loss.length
    return found


def _sums(found: Accounts, losses: Losses) -> Sums:
    on_time, interviews = found.on_time
    own = [account.block for account in found.interviews]
    lost = _by_cause(loss for block in own for loss in losses.by_block[block]).items()
    return Sums(
        on_time=on_time,
        interviews=interviews,
        rest_planned=found.rest_planned,
        rest_promised=found.rest_promised,
        rest_delivered=found.rest_delivered,
        lost=dict(sorted(lost, key=lambda one: -one[1])),
        made_up=sum((losses.made_up[block] for block in own), ZERO),
    )


def _figures(sums: Sums, language: Language) -> tuple[Figure, ...]:
    rest = words.rest_words(sums.rest_delivered, sums.rest_planned, sums.rest_promised, language)
    return (
        Figure(
            language.text(words.ON_TIME),
            *words.on_time_words(sums.on_time, sums.interviews, language),
        ),
        Figure(language.text(words.REST), *rest),
        Figure(language.text(words.LOST), *words.lost_words(sums.lost, sums.made_up, language)),
    )


def _is_afterwards(entry: LogEntry, now: datetime) -> bool:
    return entry.what in _SAID_AFTERWARDS and entry.at <= now
