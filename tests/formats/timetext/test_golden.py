"""Pasted texts and what is understood of them, side by side in ``golden``.

A new case is two files and no code: the text (``.txt``, ``.md``, ``.html``) and its ``.json``. Run
with ``UPDATE_GOLDEN=1`` to write the second; "given" in it may set another day or today.
"""

import json
import os
from dataclasses import fields
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.domain.blocks import Block
from planner.domain.plan import Record
from planner.domain.times import Moment
from planner.formats.timetext.paste import read_timetable, timetable_blocks
from planner.formats.timetext.timetable import Line, Remark
from tests.builders import plan
from tests.formats.timetext.pasting import counted_ids

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path for path in GOLDEN.iterdir() if path.suffix != ".json")
DEFAULTS = {"day": "2015-09-25", "today": "2015-09-01", "zone": "Europe/Luxembourg"}
LEFT_OUT = {"calendar", "timebox", "candidates", "id"}


@pytest.mark.parametrize("path", CASES, ids=[path.name for path in CASES])
def test_pasted_text_gives_its_golden(path: Path) -> None:
    golden = path.with_suffix(f"{path.suffix}.json")
    given = json.loads(golden.read_text("utf-8"))["given"] if golden.exists() else {}
    understood = json.dumps(_understood(path.read_text("utf-8"), given), **_STYLE) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(understood, "utf-8")
    assert json.loads(golden.read_text("utf-8")) == json.loads(understood)


def test_every_golden_has_its_text() -> None:
    texts = {f"{path.name}.json" for path in CASES}
    assert {path.name for path in GOLDEN.glob("*.json")} == texts


_STYLE: dict[str, Any] = {"ensure_ascii": False, "indent": 1}


def _understood(text: str, given: dict[str, str | None]) -> dict[str, Any]:
    chosen = {**DEFAULTS, **given}
    timetable = read_timetable(
        text,
        day=date.fromisoformat(chosen["day"]) if chosen["day"] else None,
        zone=str(chosen["zone"]),
        today=date.fromisoformat(str(chosen["today"])),
    )
    records = timetable_blocks(timetable, plan(), new_ids=counted_ids())
    return {
        "given": given,
        "lines": [_line(line) for line in timetable.lines],
        "records": [_record(record) for record in records],
    }


def _line(line: Line) -> dict[str, Any]:
    shown: dict[str, Any] = {"number": line.number, "text": line.text, "sort": line.sort}
    if line.day is not None:
        shown["day"] = str(line.day)
    if line.row is not None:
        shown["row"] = _filled(line.row)
    shown |= {"notes": [_remark(note) for note in line.notes]} if line.notes else {}
    if line.questions:
        shown["questions"] = [_remark(question) for question in line.questions]
    return shown


def _remark(remark: Remark) -> str:
    facts = ", ".join(f"{name}={_plain(value)}" for name, value in remark.facts.items())
    return f"{remark.code}({facts})"


def _record(record: Record) -> dict[str, Any]:
    shown = {"is": type(record).__name__, **_filled(record)}
    if isinstance(record, Block) and record.timebox is not None:
        shown["timebox"] = f"{record.timebox.start} + {record.timebox.duration}"
    return shown


def _filled(value: Any) -> dict[str, Any]:
    """Return what is not empty of a record."""
    shown = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: _plain(part)
        for name, part in shown.items()
        if name not in LEFT_OUT and part not in (None, "", (), False) and not _is_default(part)
    }


def _is_default(part: Any) -> bool:
    return hasattr(part, "__dataclass_fields__") and part == type(part)()


def _plain(part: Any) -> Any:
    if isinstance(part, tuple):
        return [_plain(item) for item in part]
    if isinstance(part, date | time | timedelta | Moment):
        return str(part)
    return _filled(part) if hasattr(part, "__dataclass_fields__") else part
