"""Everybody's day in one row each, the late ones first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from planner.domain.ids import CandidateId
from planner.domain.times import MINUTE, ZERO
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.ui.live.aims import Aims
from planner.ui.live.details import TONES, state, tone
from planner.ui.models.keyed_list_model import KeyedListModel
from planner.ui.timeline.faces import colours_of, title_of

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole

_TROUBLE = frozenset({Phase.SUSPECTED, Phase.NO_SHOW, Phase.INTERRUPTED})


@dataclass(frozen=True, slots=True)
class Bar:
    """A block in the strip of a row, in seconds since 1970 UTC."""

    start: int
    end: int
    colours: str
    is_done: bool
    is_running: bool
    is_trouble: bool


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One candidate: name, what they are in, what is to be said of it, and by how much they are late."""

    key: str
    candidate: CandidateId
    name: str
    block: str
    state: str
    tone: str
    offset: str
    offset_tone: str
    bars: tuple[Bar, ...]
    late: timedelta = ZERO
    is_stuck: bool = False


class OverviewModel(KeyedListModel[OverviewRow]):
    """Rows of candidates."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row for the painter, words for everybody else."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(p for p in (row.name, row.offset, row.block, row.state) if p)
        return None


class Overview:
    """Makes rows, and keeps those whose day has not changed: an entry of the log changes few."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._kept: dict[CandidateId, tuple[object, OverviewRow]] = {}

    def rows(
        self,
        projection: LiveProjection,
        day: date,
        candidates: Sequence[CandidateId],
        *,
        has_names: bool = True,
    ) -> Sequence[OverviewRow]:
        """Return the rows of a day: the latest first, of those who lack somebody before others."""
        found = [
            (self._row(Aims(projection, candidate, day), number, has_names=has_names), number)
            for number, candidate in enumerate(candidates)
        ]
        found.sort(
            key=lambda pair: (-max(0, pair[0].late // MINUTE), not pair[0].is_stuck, pair[1])
        )
        return [row for row, _ in found]

    def _row(self, aims: Aims, number: int, *, has_names: bool) -> OverviewRow:
        run, phases = aims.projection.run, aims.projection.phases
        times = tuple(
            (run.starts[e.index], run.ends[e.index], phases[e.block.id], _keeper(aims, e))
            for e in aims.entries
        )
        plan = aims.projection.agenda.plan
        key = (times, aims.projection.now // 60, has_names, aims.day, id(plan))
        kept = self._kept.get(aims.candidate)
        if kept is not None and kept[0] == key:
            return kept[1]
        name = one_line(plan.candidates[aims.candidate].name)
        shown = name if has_names else self._language.text("Candidate {n}", n=number + 1)
        row = _row(aims, shown, aims.projection.offset(aims.candidate), self._language)
        self._kept[aims.candidate] = (key, row)
        return row


def _keeper(aims: Aims, entry: Entry) -> int | None:
    """Return the number of what keeps a block from its beginning."""
    keeper = aims.projection.keeper(entry)
    return None if keeper is None else keeper.index


def _row(aims: Aims, name: str, offset: timedelta, language: Language) -> OverviewRow:
    projection = aims.projection
    entry = aims.main
    said = "" if entry is None else state(projection, entry, language)
    role = "" if entry is None else tone(projection, entry)
    title = language.text("the day is over") if entry is None else title_of(entry.block, language)
    return OverviewRow(
        key=aims.candidate,
        candidate=aims.candidate,
        name=name,
        block=title,
        state=said,
        tone="text_muted" if role == "ink_muted" else role,
        offset=_offset(offset, language),
        offset_tone=_offset_tone(offset),
        bars=_bars(aims),
        late=offset,
        is_stuck=any(projection.phases[e.block.id] in _TROUBLE for e in aims.entries),
    )


def _bars(aims: Aims) -> tuple[Bar, ...]:
    projection = aims.projection
    run = projection.run
    bars = []
    for entry in aims.entries:
        phase = projection.phases[entry.block.id]
        is_out = entry.index in run.dropped
        bars.append(
            Bar(
                start=entry.start if is_out else run.starts[entry.index],
                end=entry.end if is_out else run.ends[entry.index],
                colours=colours_of(entry.block),
                is_done=phase is Phase.DONE,
                is_running=phase in GOING_ON,
                is_trouble=TONES.get(phase) == "error",
            )
        )
    return tuple(bars)


def _offset(offset: timedelta, language: Language) -> str:
    if abs(offset) < MINUTE:
        return language.text("on time")
    sign = "+" if offset > ZERO else "\u2212"
    return f"{sign}{language.length(abs(offset))}"


def _offset_tone(offset: timedelta) -> str:
    if offset >= MINUTE:
        return "warning"
    return "good"
