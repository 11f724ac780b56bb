"""Play a day with delays, no-shows and dropped calls of chance.

It is the last date of the plan. The day goes through the whole program: entries, projection, proposals that are applied and taken
back. It is played on a copy; the plan file and its log stay as they are. The same seed gives the
same day.
"""

import argparse
import tempfile
from pathlib import Path

from planner.app.live_day import LiveDay, journal_beside
from planner.app.plan_files import load_plan_file, open_plan_file, save_copy
from planner.app.simulation import Played, SetClock, play, start_of_play
from planner.cli import exits
from planner.cli.live_view import say_log
from planner.cli.shapes import plain
from planner.cli.terminal import Terminal
from planner.domain.plan import Plan
from planner.formats.wording.phases import cause_word
from planner.i18n import mark
from planner.schedule.live.accounts import Accounts, accounts
from planner.schedule.live.live_projection import project_live

EXAMPLES = """\
examples:
  interview-planner simulate onsite.interviewplan --seed 7
  interview-planner simulate onsite.interviewplan --seed 7 --days 20 --json
"""

_HEADS = (
    mark("Day"),
    mark("On time"),
    mark("Rest"),
    mark("Repairs"),
    mark("Lost to"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    parser.add_argument("--seed", type=int, required=True, help="which day of chance")
    parser.add_argument("--days", type=int, default=1, metavar="N", help="how many; default: 1")
    parser.add_argument("--json", action="store_true", help="what became of the days as JSON")


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Play the days."""
    plan = load_plan_file(wanted.file)
    played = [played_day(plan, f"{wanted.seed}-{number}") for number in range(max(1, wanted.days))]
    found = [(day, _accounts(day)) for day in played]
    if wanted.json:
        terminal.json([_document(day, account) for day, account in found])
        return exits.FINE
    if len(played) == 1:
        say_log(played[0].log, played[0].plan, terminal)
    heads = [terminal.language.text(head) for head in _HEADS]
    rows = [_row(n, day, account, terminal) for n, (day, account) in enumerate(found, start=1)]
    terminal.table(heads, rows)
    return exits.FINE


def played_day(plan: Plan, seed: str) -> Played:
    """Play one day of a plan on a copy of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "played.interviewplan"
        save_copy(plan, path)
        clock = SetClock(start_of_play(plan))
        live = LiveDay(journal_beside(path), clock, "simulation")
        return play(open_plan_file(path, clock), live, clock, seed)


def _accounts(played: Played) -> Accounts:
    projection = project_live(played.plan, played.log, played.end)
    return accounts(projection, max(projection.agenda.dates, default=None))


def _row(number: int, played: Played, found: Accounts, terminal: Terminal) -> tuple[str, ...]:
    language = terminal.language
    on_time, of = found.on_time
    lost = [
        f"{cause_word(cause, language, language.text('others'))}: {language.length(length)}"
        for cause, length in found.lost_by_cause.items()
    ]
    return (
        str(number),
        f"{on_time}/{of}",
        f"{language.length(found.rest_delivered)} / {language.length(found.rest_planned)}",
        str(len(played.repaired)),
        ", ".join(lost),
    )


def _document(played: Played, found: Accounts) -> dict[str, object]:
    return {
        "entries": len(played.log.entries),
        "on_time": list(found.on_time),
        "rest_planned": plain(found.rest_planned),
        "rest_promised": plain(found.rest_promised),
        "rest_delivered": plain(found.rest_delivered),
        "lost": {cause.value: plain(length) for cause, length in found.lost_by_cause.items()},
        "repairs": [
            {
                "moves": [move.value for move in repaired.proposal.moves],
                "is_as_announced": repaired.announced == repaired.obtained,
                "was_taken_back": repaired.was_taken_back,
            }
            for repaired in played.repaired
        ],
    }
