"""The picture of a live day: its pieces and markers on a scale of time. Without Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from planner.domain.ids import BlockId
from planner.domain.times import Moment
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.schedule.agenda import instant
from planner.ui.live.aims import Aims
from planner.ui.live.figures import Landmarks
from planner.ui.live.pieces import Piece, Place, Style, pieces
from planner.ui.timeline.geometry import DayScale, Rect

_BEFORE, _AFTER = 30 * 60, 45 * 60
_PLANNED_SHARE = 0.27
_BEFORE_SHARE = 0.42
_LEAST_PLANNED, _MOST_PLANNED = 150.0, 330.0


@dataclass(frozen=True, slots=True)
class Marker:
    """A line across the day with a few words, such as when to leave."""

    at: int
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn; ``now`` is None on a day that is not today, ``last`` where the picture ends."""

    pieces: tuple[Piece, ...]
    markers: tuple[Marker, ...]
    first: Moment
    last: Moment
    now: int | None = None
    chosen: BlockId | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the columns stand: times at the left, planned, then actual over the rest."""

    width: float
    gutter: float
    gap: float
    zoom: float = 1.0

    def column(self, place: Place) -> Rect:
        """Return left edge and width of a column."""
        room = self.width - self.gutter - 2 * self.gap
        wanted = min(max(room * _PLANNED_SHARE, _LEAST_PLANNED * self.zoom), room * 0.45)
        planned = min(wanted, _MOST_PLANNED * self.zoom)
        if place is Place.PLANNED:
            return Rect(self.gutter, 0, planned, 0)
        x = self.gutter + planned + 2 * self.gap
        return Rect(x, 0, max(1.0, self.width - x - 2 * self.gap), 0)

    def rect(self, piece: Piece, scale: DayScale) -> Rect:
        """Return the place of a piece on a scale."""
        column = self.column(piece.place)
        if piece.style is Style.AFTER:  # beside what is now, so that both can be compared
            left = column.width * _BEFORE_SHARE
            column = Rect(column.x + left, 0, column.width - left, 0)
        width = (column.width - self.gap * (piece.lanes - 1)) / piece.lanes
        x = column.x + piece.lane * (width + self.gap)
        top, bottom = scale.y_of(piece.start), scale.y_of(piece.end)
        return Rect(x, top + 1, width, max(2.0, bottom - top - 2))


def picture(
    aims: Aims, known: Landmarks, language: Language, *, is_today: bool, has_names: bool = True
) -> Picture:
    """Return the picture of one candidate's day."""
    found = pieces(aims, language, has_names=has_names)
    markers = tuple(_markers(known, language))
    now = aims.projection.now if is_today else None
    first, last = _bounds(found, markers, now if found else aims.projection.now)
    zone = (
        aims.entries[0].timebox.start.zone if aims.entries else aims.projection.agenda.plan.zone()
    )
    main = aims.main if aims.chosen is not None else None
    return Picture(
        found,
        markers,
        Moment(instant(first), zone),
        Moment(instant(last), zone),
        now,
        main.block.id if main is not None else None,
    )


def _bounds(found: Sequence[Piece], markers: Sequence[Marker], now: int | None) -> tuple[int, int]:
    starts = [piece.start for piece in found]
    ends = [*(piece.end for piece in found), *(marker.at for marker in markers)]
    if now is not None and (not ends or now - max(ends) < timedelta(hours=2).total_seconds()):
        starts.append(now)
        ends.append(now)
    return min(starts) - _BEFORE, max(ends) + _AFTER


def _markers(known: Landmarks, language: Language) -> Iterator[Marker]:
    leave = known.leave
    if leave is None:
        return
    leg = leave.leg
    name = one_line(leg.number) or one_line(leg.carrier) or term(leg.kind, language)
    clock = language.clock(leave.by)
    said = language.text("Leave by {clock}", clock=clock)
    yield Marker(int(leave.by.instant.timestamp()), said, "error" if leave.is_late else "info")
    departure = leg.departure.at
    at = language.text("{leg} departs {clock}", leg=name, clock=language.clock(departure))
    yield Marker(int(departure.instant.timestamp()), at, "text_muted")
