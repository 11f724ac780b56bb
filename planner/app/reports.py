"""Reports: that of one day as files, and what the days of a library were like together."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import quantiles

from planner.app.day_report import day_report, standing
from planner.app.library import Library
from planner.app.logbooks import logged_plans, read_logged
from planner.domain.blocks import Kind
from planner.domain.errors import PlannerError
from planner.domain.ids import PersonId, PlanId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.domain.times import MINUTE, ZERO, Moment
from planner.formats.plaintext import one_line, safe_file_name
from planner.formats.report.content import DayReport
from planner.formats.wording import report as words
from planner.formats.wording.language import Language
from planner.progress import Progress
from planner.schedule.live.accounts import Accounts, accounts
from planner.schedule.live.live_projection import LiveProjection, project_live
from planner.schedule.workload import takes_interviews
from planner.store.files import make_folder, write_file

_ENDINGS = ("csv", "html", "pdf")


class NothingToReport(PlannerError):
    """The plan has nothing scheduled, so that there is no day to report on. Facts: ``title``."""

    code = "nothing_to_report"


@dataclass(frozen=True, slots=True)
class Reported:
    """What was written; ``missing`` are characters that no font has, with a text they stand in."""

    report: DayReport
    paths: tuple[Path, ...]
    missing: Mapping[str, str]


def report(
    plan: Plan,
    log: Log,
    now: datetime,
    folder: Path,
    language: Language,
    *,
    is_rehearsal: bool = False,
) -> Generator[Progress, None, Reported]:
    """Write the report of the day that a moment is about: as table, page and printed document.

    Files of the same name are replaced: they are an earlier report of the same day. Those of a
    rehearsal have another name.

    Raises:
        NothingToReport: the plan has nothing scheduled.
        WriteFailed: the folder or a file cannot be written; what was written before stays.
    """
    from planner.formats.html.report import report_html  # noqa: PLC0415 -- slow import
    from planner.formats.pdf.report import report_pdf  # noqa: PLC0415 -- slow import
    from planner.formats.report_csv import report_csv  # noqa: PLC0415 -- slow import

    made = day_report(plan, log, now, language, is_rehearsal=is_rehearsal)
    if made is None:
        raise NothingToReport(title=plan.title)
    make_folder(folder)
    word = language.text(words.REHEARSAL_FILE_WORD if is_rehearsal else words.FILE_WORD)
    stem = safe_file_name(f"{made.day} {word} {made.title}", "report")
    missing: Mapping[str, str] = {}
    paths: list[Path] = []
    for done, ending in enumerate(_ENDINGS):
        yield Progress(done, len(_ENDINGS), ending)
        if ending == "pdf":
            printed = report_pdf(made)
            data, missing = printed.content, printed.missing
        else:
            data = report_csv(made) if ending == "csv" else report_html(made)
        paths.append(folder / f"{stem}.{ending}")
        write_file(paths[-1], data)
    yield Progress(len(_ENDINGS), len(_ENDINGS))
    return Reported(made, tuple(paths), missing)


@dataclass(frozen=True, slots=True)
class PastDay:
    """One day of one plan: interviews that began on time, and of how many; what became of its rest."""

    plan: PlanId
    title: str
    day: date
    on_time: int
    interviews: int
    rest_promised: timedelta
    rest_delivered: timedelta


@dataclass(frozen=True, slots=True)
class Overruns:
    """By how many minutes blocks of one kind took longer than planned, in order; negative: shorter."""

    kind: Kind
    minutes: tuple[float, ...]

    def percentile(self, percent: int) -> float:
        """Return the value below which so many per cent lie, a multiple of 5 from 5 to 95.

        Linear between the neighbours (Hyndman and Fan 1996, definition 7).
        """
        if len(self.minutes) == 1:
            return self.minutes[0]
        return quantiles(self.minutes, n=20, method="inclusive")[percent // 5 - 1]


@dataclass(frozen=True, slots=True)
class Load:
    """How many interviews somebody took, and how long they were."""

    person: PersonId
    name: str
    interviews: int
    length: timedelta


@dataclass(frozen=True, slots=True)
class History:
    """What many days were like: days in their order, kinds by number, the busiest people first."""

    days: tuple[PastDay, ...] = ()
    overruns: tuple[Overruns, ...] = ()
    loads: tuple[Load, ...] = ()

    @property
    def on_time(self) -> tuple[int, int]:
        """Return how many interviews began on time, and of how many."""
        return sum(day.on_time for day in self.days), sum(day.interviews for day in self.days)

    @property
    def rate(self) -> float | None:
        """Return the share of interviews that began on time; None where there were none."""
        on_time, interviews = self.on_time
        return on_time / interviews if interviews else None

    @property
    def rest_promised(self) -> timedelta:
        """Return the rest that had to be given at the least."""
        return sum((day.rest_promised for day in self.days), ZERO)

    @property
    def rest_delivered(self) -> timedelta:
        """Return the rest that was given."""
        return sum((day.rest_delivered for day in self.days), ZERO)


def history(library: Library, folder: Path, now: datetime) -> Generator[Progress, None, History]:
    """Return what the days were like of which a log lies in ``folder``, up to a moment.

    A plan without a log costs nothing, and one that cannot be read is left out. It reads one plan
    for each step, on the thread that opened the library.

    Raises:
        StoreFailed: the library cannot be read.
    """
    there = logged_plans(folder)
    logged = [one for one in library.all_summaries() if one.id in there]
    found = _Collection()
    for done, summary in enumerate(logged):
        yield Progress(done, len(logged), one_line(summary.title))
        read = read_logged(summary.id, folder, lambda plan: library.open(plan).plan)
        if read is not None:
            found.add(*read, now)
    yield Progress(len(logged), len(logged))
    return found.history()


@dataclass(slots=True)
class _Collection:
    """Days as they are read."""

    days: list[PastDay] = field(default_factory=list)
    minutes: dict[Kind, list[float]] = field(default_factory=dict)
    names: dict[PersonId, str] = field(default_factory=dict)
    taken: dict[PersonId, list[timedelta]] = field(default_factory=dict)

    def add(self, plan: Plan, log: Log, now: datetime) -> None:
        """Take over all days of a plan that its log tells of."""
        for day in _logged_days(plan, log, now):
            known, moment = standing(plan, log, now, day)
            projection = project_live(plan, known, moment)
            found = accounts(projection, day)
            on_time, interviews = found.on_time
            self.days.append(
                PastDay(
                    plan.id,
                    one_line(plan.title),
                    day,
                    on_time,
                    interviews,
                    found.rest_promised,
                    found.rest_delivered,
                )
            )
            self._take_blocks(projection, found)

    def history(self) -> History:
        """Return all together."""
        kinds = sorted(self.minutes.items(), key=lambda item: (-len(item[1]), item[0].value))
        loads = [
            Load(person, self.names[person], len(lengths), sum(lengths, ZERO))
            for person, lengths in self.taken.items()
        ]
        return History(
            days=tuple(sorted(self.days, key=lambda day: (day.day, day.title, day.plan))),
            overruns=tuple(Overruns(kind, tuple(sorted(each))) for kind, each in kinds),
            loads=tuple(
                sorted(loads, key=lambda load: (-load.interviews, -load.length, load.name))
            ),
        )

    def _take_blocks(self, projection: LiveProjection, found: Accounts) -> None:
        plan = projection.agenda.plan
        for account in (*found.interviews, *found.rests, *found.others):
            if account.start is None or account.end is None:
                continue
            block = plan.block(account.block)
            ran = account.end.instant - account.start.instant
            self.minutes.setdefault(block.kind, []).append((ran - account.planned) / MINUTE)
            for seat in block.seats:
                if seat.person in block.attendees and takes_interviews(block, seat.role):
                    self.names[seat.person] = one_line(plan.people[seat.person].name)
                    self.taken.setdefault(seat.person, []).append(account.effective)


def _logged_days(plan: Plan, log: Log, now: datetime) -> Iterable[date]:
    """Return the local dates that a log tells of, as far as they have begun."""
    told = (entry.block for entry in log.effective if entry.at <= now)
    blocks = {block for block in told if block is not None}
    boxes = (plan.blocks[b].timebox for b in blocks if b in plan.blocks)
    days = {box.start.day for box in boxes if box is not None}
    return sorted(day for day in days if day <= Moment(now, plan.zone()).day)
