"""Counsel in the terminal and as JSON: proposals, what they risk, and what that was learned from."""

import argparse
from datetime import datetime

from planner.app.counsel import Counsel, RiskChange
from planner.app.experience import Archive, Experience
from planner.app.locations import workspace_file
from planner.cli.shapes import plain
from planner.cli.terminal import Terminal
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.formats.wording.language import Language
from planner.formats.wording.messages import Message, messages
from planner.formats.wording.proposals import named_title, price_line, price_lines, proposal_title
from planner.formats.wording.risk import experience_line, risk_change_lines
from planner.schedule.projection import project
from planner.schedule.repairs.news import by_person, news
from planner.schedule.repairs.prices import Price
from planner.schedule.repairs.proposals import Proposal

PROBABILITY_DIGITS = 4
"""To so many digits probabilities are told in JSON."""


def add_experience_argument(parser: argparse.ArgumentParser) -> None:
    """Add the switch that leaves aside what logs teach."""
    parser.add_argument(
        "--no-experience",
        action="store_true",
        help="learn nothing from logs: the risks by the defaults alone",
    )


def experience_wanted(
    wanted: argparse.Namespace, plan: Plan, log: Log, until: datetime
) -> Experience:
    """Return what the logs of the workspace and that at hand teach up to a moment, if that is wanted."""
    if wanted.no_experience:
        return Experience()
    return Archive(workspace_file()).experience(plan, log, until)


def say_counsel(found: Counsel, plan: Plan, terminal: Terminal, *, has_messages: bool) -> None:
    """Print what it costs to do nothing, then the proposals: their prices, and what they risk.

    With messages, what each person has to be told stands below each proposal, as a text to send.
    """
    language, advice = terminal.language, found.advice
    cost = price_line(advice.nothing, plan, language)
    terminal.say(language.text("If nothing is done: {cost}", cost=cost))
    if not advice.proposals:
        terminal.say(_no_proposal(advice.nothing, language))
    pairs = zip(advice.proposals, found.changes, strict=True)
    for number, (proposal, changes) in enumerate(pairs, start=1):
        standing = proposal.projection.agenda.plan
        terminal.say(f"{number}  {named_title(proposal, standing, language)}", style="bold")
        told = risk_change_lines(changes, standing, language)
        for line in (*price_lines(proposal, standing, language, advice.nothing), *told):
            terminal.say(f"   {line}")
        if has_messages:
            say_messages(proposal, plan, terminal)
    say_experience(found.experience, terminal)


def say_messages(proposal: Proposal, plan: Plan, terminal: Terminal) -> None:
    """Print what each person has to be told if a proposal is done: to whom, where, and the text."""
    language = terminal.language
    told = _messages(proposal, plan, language)
    if not told:
        terminal.say(f"   {language.text('Nobody to notify')}")
    for message in told:
        whom = f"{message.name}, {message.address}" if message.address else message.name
        terminal.say(f"   {language.text('To {whom}:', whom=whom)}")
        for line in message.text.splitlines():
            terminal.say(f"      {line}".rstrip())


def say_experience(experience: Experience, terminal: Terminal) -> None:
    """Print from how much it was learned how long blocks take, if from anything."""
    learned = experience_line(experience.blocks, experience.plans, terminal.language)
    if learned:
        terminal.say(learned)


def experience_document(experience: Experience) -> dict[str, int]:
    """Return from how many blocks of how many plans something was learned, as JSON has it."""
    return {"blocks": experience.blocks, "plans": experience.plans}


def counsel_document(found: Counsel, plan: Plan, language: Language) -> dict[str, object]:
    """Return the proposals as JSON has them."""
    pairs = zip(found.advice.proposals, found.changes, strict=True)
    return {
        "plan": {"id": plan.id, "title": plan.title},
        "experience": experience_document(found.experience),
        "nothing": _price(found.advice.nothing),
        "proposals": [
            {
                **_proposal(proposal, found.advice.nothing, plan, language),
                "risks": [_change(change) for change in changes],
            }
            for proposal, changes in pairs
        ],
    }


def _no_proposal(nothing: Price, language: Language) -> str:
    if nothing.is_kept:
        return language.text("Nothing needs to be done. Every promise is kept.")
    return language.text("Nothing that could be done would help.")


def _messages(proposal: Proposal, plan: Plan, language: Language) -> tuple[Message, ...]:
    told = by_person(news(project(plan), proposal.projection))
    return messages(told, proposal.projection.agenda.plan, language)


def _proposal(
    proposal: Proposal, nothing: Price, plan: Plan, language: Language
) -> dict[str, object]:
    standing = proposal.projection.agenda.plan
    told = _messages(proposal, plan, language)
    return {
        "title": proposal_title(proposal, standing, language),
        "lines": price_lines(proposal, standing, language, nothing),
        "moves": [move.value for move in proposal.moves],
        "blocks": [measure.block for measure in proposal.measures],
        "candidates": _candidates(proposal, standing),
        "price": _price(proposal.price),
        "messages": [
            {"to": plain(one.subject), "address": one.address, "text": one.text} for one in told
        ],
    }


def _candidates(proposal: Proposal, plan: Plan) -> list[str]:
    blocks = (plan.blocks[m.block] for m in proposal.measures if m.block in plan.blocks)
    return list(dict.fromkeys(name for block in blocks for name in block.candidates))


def _change(change: RiskChange) -> dict[str, object]:
    return {
        "what": change.prospect.value,
        "block": change.block,
        "candidate": change.candidate,
        "by": plain(change.by),
        "before": round(change.before, PROBABILITY_DIGITS),
        "after": round(change.after, PROBABILITY_DIGITS),
    }


def _price(price: Price) -> dict[str, object]:
    return {name: plain(getattr(price, name)) for name in Price.__slots__}
