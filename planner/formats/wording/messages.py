"""Messages: what each person has to be told, as a text to send, in their language."""
# ruff: noqa: D102 -- `planner.schedule.repairs.news` says what each of these is

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from planner.domain.blocks import Block, Mode
from planner.domain.ids import BlockId
from planner.domain.people import Candidate, Person
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.formats.plaintext import one_line
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language, language
from planner.formats.wording.log import block_title, mode_phrase
from planner.i18n import mark


class News(Protocol):
    """One thing that one person has to hear."""

    @property
    def kind(self) -> StrEnum: ...
    @property
    def block(self) -> BlockId: ...
    @property
    def start(self) -> Moment: ...
    @property
    def was(self) -> Moment | None: ...
    @property
    def mode(self) -> Mode | None: ...


@dataclass(frozen=True, slots=True)
class Message:
    """A text for one person, in the language with this tag; ``address`` is their number or e-mail."""

    subject: Subject
    name: str
    address: str
    tag: str
    text: str


SENTENCES: Mapping[str, str] = {
    "time": mark("{block} starts at {start} instead of {was}{where}."),
    "mode": mark("{block} at {start} takes place {mode}."),
    "added": mark("There is one more: {block}, {start}{where}{how}."),
    "takes_over": mark("Please take over {block} at {start}{where}{how}."),
    "relieved": mark("Somebody else takes over {block} at {start}; you need not come."),
    "dropped": mark("{block} at {start} does not take place."),
}
"""By the value of `planner.schedule.repairs.news.NewsKind`."""


def messages(
    news: Mapping[Subject, Sequence[News]], plan: Plan, default: Language
) -> tuple[Message, ...]:
    """Return one text for each person and candidate, in their own language where it is known.

    Interviewers read with whom; the candidate reads neither names of interviewers nor reasons.
    """
    return tuple(
        message
        for subject, told in news.items()
        if (message := _message(subject, told, plan, default)) is not None
    )


def _message(
    subject: Subject, news: Sequence[News], plan: Plan, default: Language
) -> Message | None:
    reader = _reader(subject, plan)
    if reader is None:
        return None
    spoken = language(reader.language) if reader.language else default
    sentences = [_sentence(one, subject, plan, spoken) for one in news]
    greeting = spoken.text("Hello {name},", name=one_line(reader.name))
    lines = [greeting, " ".join(sentences), *_signature(plan, spoken)]
    address = one_line(reader.phone) or one_line(reader.email)
    return Message(subject, one_line(reader.name), address, spoken.tag, "\n".join(lines))


def _reader(subject: Subject, plan: Plan) -> Person | Candidate | None:
    people: Mapping[str, Person] = {str(name): one for name, one in plan.people.items()}
    candidates: Mapping[str, Candidate] = {str(name): c for name, c in plan.candidates.items()}
    return people.get(subject.id) if subject.table == "people" else candidates.get(subject.id)


def _sentence(one: News, subject: Subject, plan: Plan, spoken: Language) -> str:
    block = plan.blocks.get(one.block)
    facts = {
        "block": _name(block, subject, plan, spoken),
        "start": spoken.clock(one.start),
        "was": "" if one.was is None else spoken.clock(one.was),
        "where": _where(block, plan, spoken),
        "mode": "" if one.mode is None else mode_phrase(one.mode, spoken),
        "how": "" if one.mode is None else f", {mode_phrase(one.mode, spoken)}",
    }
    return spoken.text(SENTENCES[one.kind.value], **facts)


def _name(block: Block | None, subject: Subject, plan: Plan, spoken: Language) -> str:
    title = block_title(block, spoken)
    if block is None or subject.table == "candidates" or not block.candidates:
        return title
    who = [subject_name(Subject("candidates", c), plan, spoken) for c in block.candidates]
    return spoken.text("{block} with {who}", block=title, who=spoken.join(who))


def _where(block: Block | None, plan: Plan, spoken: Language) -> str:
    if block is None or block.room is None or block.is_call:
        return ""
    return ", " + subject_name(Subject("rooms", block.room), plan, spoken)


def _signature(plan: Plan, spoken: Language) -> list[str]:
    coordinator = plan.people.get(plan.coordinator) if plan.coordinator is not None else None
    if coordinator is None:
        return []
    name, phone = one_line(coordinator.name), one_line(coordinator.phone)
    return [spoken.text("{name}, {phone}", name=name, phone=phone) if phone else name]
