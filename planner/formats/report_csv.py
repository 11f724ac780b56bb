"""The report of a day as a CSV file: a row for each block, lengths in minutes."""

import csv
import io
from datetime import timedelta

from planner.domain.times import MINUTE, ZERO, Moment
from planner.formats.report.content import DayReport, ReportRow
from planner.formats.timetable_csv import ENCODING, harmless
from planner.formats.wording import documents, report
from planner.formats.wording.language import Language
from planner.formats.wording.language import language as language_of

_COLUMNS = (
    documents.COLUMN_DATE,
    report.COLUMN_BLOCK,
    documents.COLUMN_KIND,
    documents.COLUMN_CANDIDATE,
    documents.COLUMN_PEOPLE,
    report.COLUMN_PLANNED_START,
    report.COLUMN_PLANNED_END,
    report.COLUMN_PLANNED_MINUTES,
    report.COLUMN_ACTUAL_START,
    report.COLUMN_ACTUAL_END,
    report.COLUMN_ACTUAL_MINUTES,
    report.COLUMN_EFFECTIVE_MINUTES,
    report.COLUMN_LATE_MINUTES,
    report.COLUMN_OVER_MINUTES,
    report.COLUMN_ON_TIME,
    report.COLUMN_PROMISED_MINUTES,
    *report.LOST_COLUMNS.values(),
    report.COLUMN_STATE,
    documents.COLUMN_ZONE,
)


def report_csv(content: DayReport) -> bytes:
    """Return the blocks of a report (RFC 4180, UTF-8 with a byte order mark)."""
    language = language_of(content.language)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([language.text(column) for column in _COLUMNS])
    for row in content.rows:
        writer.writerow(_cells(row, language))
    return text.getvalue().encode(ENCODING)


def _cells(row: ReportRow, language: Language) -> tuple[str, ...]:
    """Return the cells of a block; numbers stay numbers, what people typed is made harmless."""
    texts = row.texts
    named = (texts.title, texts.kind, texts.candidates, texts.people)
    return (
        f"{row.planned_start.local:%Y-%m-%d}",
        *map(harmless, named),
        _clock(row.planned_start),
        _clock(row.planned_end),
        _minutes(row.planned),
        _clock(row.start),
        _clock(row.end),
        _minutes(row.actual),
        _minutes(row.effective),
        _minutes(row.delay),
        _minutes(row.over),
        _answer(row.is_on_time, language),
        _minutes(row.promised),
        *_losses(row),
        "" if row.start is not None else harmless(texts.actual),
        row.planned_start.zone,
    )


def _losses(row: ReportRow) -> list[str]:
    if row.lost is None:
        return ["" for _ in report.LOST_COLUMNS]
    return [_minutes(row.lost.get(cause, ZERO)) for cause in report.LOST_COLUMNS]


def _answer(claim: bool | None, language: Language) -> str:  # noqa: FBT001 -- a claim
    if claim is None:
        return ""
    return language.text(report.YES if claim else report.NO)


def _clock(moment: Moment | None) -> str:
    return f"{moment.local:%H:%M}" if moment is not None else ""


def _minutes(length: timedelta | None) -> str:
    return str(round(length / MINUTE)) if length is not None else ""
