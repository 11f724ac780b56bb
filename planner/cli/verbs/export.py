"""Write calendar files, itineraries and tables for those who need them.

Each reader gets what concerns them and nothing else; internal notes are in none of the files.
"""

import argparse
from pathlib import Path

from planner.app.exchange import Outcome, Request, all_audiences, audiences, export
from planner.app.plan_files import load_plan_file
from planner.cli import exits
from planner.cli.terminal import Terminal
from planner.domain.audiences import Audience, AudienceKind
from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.formats.itinerary.content import Edition
from planner.formats.itinerary.names import Format
from planner.formats.pdf.paper import Paper
from planner.formats.wording.facts import render, subject_name
from planner.formats.wording.language import language as language_of
from planner.i18n import LANGUAGES

EXAMPLES = """\
--for takes candidate, interviewer, host, room or coordinator for all of that kind, one of them as
candidate:ID, interviewer:ID, host:ID or room:ID, or all.

examples:
  interview-planner export onsite.interviewplan --what all --for all --out out
  interview-planner export onsite.interviewplan --what pdf --for candidate --language de --out out
  interview-planner export onsite.interviewplan --what ics --for room:room-1-04 --out out
"""

_ALL = "all"
_TABLES = {
    AudienceKind.CANDIDATE: "candidates",
    AudienceKind.INTERVIEWER: "people",
    AudienceKind.HOST: "people",
    AudienceKind.ROOM: "rooms",
}


class UnknownAudience(PlannerError):
    """Nobody answers to what ``--for`` says. Facts: ``text``, ``known``."""

    code = "unknown_audience"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument("file", type=Path, help="the plan file")
    formats = [*(f.value for f in Format), _ALL]
    parser.add_argument("--what", choices=formats, default=_ALL, help="default: all")
    parser.add_argument("--for", dest="audience", default=_ALL, metavar="WHO", help="default: all")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder")
    parser.add_argument("--language", choices=LANGUAGES, help="default: the plan's own")
    parser.add_argument(
        "--paper", choices=[p.value for p in Paper], default="a4", help="default: a4"
    )


def run(wanted: argparse.Namespace, terminal: Terminal) -> int:
    """Export a plan file."""
    plan = load_plan_file(wanted.file)
    formats = tuple(Format) if wanted.what == _ALL else (Format(wanted.what),)
    request = Request(
        audiences=audiences_called(plan, wanted.audience),
        formats=formats,
        language=language_of(wanted.language or plan.language),
        paper=Paper(wanted.paper),
        edition=Edition(),
    )
    say_outcome(plan, terminal.follow(export(plan, request, wanted.out)), terminal)
    return exits.FINE


def audiences_called(plan: Plan, text: str) -> tuple[Audience, ...]:
    """Return the audiences that ``--for`` means.

    Raises:
        UnknownAudience: there is none.
    """
    if text == _ALL:
        return all_audiences(plan)
    kind, colon, subject = text.partition(":")
    if kind in {k.value for k in AudienceKind}:
        known = audiences(plan, AudienceKind(kind))
        found = tuple(a for a in known if not colon or _is_called(plan, a, subject))
        if found:
            return found
    raise UnknownAudience(text=text, known=", ".join(_spelled(a) for a in all_audiences(plan)))


def _is_called(plan: Plan, audience: Audience, text: str) -> bool:
    """Say whether a text is the id or the name of whom an audience is made for."""
    subject = Subject(_TABLES.get(audience.kind, ""), audience.subject)
    name = subject_name(subject, plan, language_of(plan.language))
    return text == audience.subject or text.casefold() == name.casefold()


def say_outcome(plan: Plan, outcome: Outcome, terminal: Terminal) -> None:
    """Print which files were written, and what is not in them."""
    language = terminal.language
    for written in outcome.written:
        terminal.say(str(written.path))
        if written.document.left_out:
            blocks = tuple(Subject("blocks", b) for b in written.document.left_out)
            names = render(blocks, plan, language)
            sentence = "  left out, because nobody said when they are or end: {blocks}"
            terminal.warn(language.text(sentence, blocks=names))
        for character, text in written.document.missing.items():
            sentence = "  no font has the character {character} (U+{code}), as in: {text}"
            code = f"{ord(character):04X}"
            terminal.warn(language.text(sentence, character=character, code=code, text=text))
    count = len(outcome.written)
    terminal.say(language.count("{n} file written.", "{n} files written.", count), style="bold")


def _spelled(audience: Audience) -> str:
    return f"{audience.kind.value}:{audience.subject}" if audience.subject else audience.kind.value
