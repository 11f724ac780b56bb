"""Playbooks in words: what to do now, with the number at hand."""
# ruff: noqa: D102 -- `planner.schedule.repairs.playbooks` says what each of these is

from collections.abc import Mapping, Sequence
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from planner.domain.ids import BlockId, PersonId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import MINUTE, Moment
from planner.formats.plaintext import one_line
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language
from planner.formats.wording.log import block_title
from planner.formats.wording.whose import names_of
from planner.i18n import mark


class Contact(Protocol):
    """Whom a step is about."""

    @property
    def subject(self) -> Subject: ...
    @property
    def number(self) -> str: ...


class Keeping(Protocol):
    """Who is awaited because they are still in another block."""

    @property
    def person(self) -> PersonId: ...
    @property
    def block(self) -> BlockId: ...
    @property
    def over(self) -> timedelta: ...
    @property
    def until(self) -> Moment: ...


class DueStep(Protocol):
    """What is due now for a block."""

    @property
    def playbook(self) -> StrEnum: ...
    @property
    def block(self) -> BlockId: ...
    @property
    def since(self) -> Moment: ...
    @property
    def task(self) -> StrEnum | None: ...
    @property
    def contacts(self) -> Sequence[Contact]: ...
    @property
    def hint(self) -> str: ...
    @property
    def following(self) -> StrEnum | None: ...
    @property
    def following_at(self) -> Moment | None: ...
    @property
    def keeping(self) -> Keeping | None: ...


TROUBLES: Mapping[str, str] = {
    "absent": mark("Nobody in {block} since {since}"),
    "dropped": mark("{block} stands still since {since}"),
    "room_taken": mark("The room of {block} is taken since {since}"),
    "late": mark("The candidate is missing in {block} since {since}"),
    "fire_alarm": mark("Fire alarm in {block} since {since}"),
    "kept": mark("{block} waits since {since}"),
    "unnamed": mark("Nobody is named for {block}"),
}
"""By the value of `planner.schedule.repairs.playbooks.Playbook`."""

TASKS: Mapping[str, str] = {
    "call_person": mark("Call whoever should be there: {contacts}"),
    "ask_bench": mark("Ask the bench, in this order: {contacts}"),
    "by_phone": mark("Ask somebody to do it by phone: {contacts}"),
    "give_up": mark("Drop it, or make it up later"),
    "retry": mark("Dial again: {contacts}"),
    "fallback": mark("Use the other way: {contacts}"),
    "replace": mark("Go on with somebody else, or in another way: {contacts}"),
    "ask_to_leave": mark("Ask those in the room to leave"),
    "other_room": mark("Go to another room: {contacts}"),
    "call_candidate": mark("Call the candidate: {contacts}"),
    "tell_panel": mark("Tell whoever waits: {contacts}"),
    "later": mark("Decide what moves or is dropped"),
    "leave_building": mark("Leave the building together"),
    "count_people": mark("See that everybody is out: {contacts}"),
    "go_on_elsewhere": mark("Go on elsewhere, by phone, or drop it"),
    "remind": mark("Remind them of the time: {contacts}"),
}
"""By the value of `planner.schedule.repairs.playbooks.Task`."""


def due_sentences(step: DueStep, plan: Plan, language: Language) -> list[str]:
    """Return what is wrong, what to do about it now, and what comes next."""
    block = block_title(plan.blocks.get(step.block), language)
    since = language.clock(step.since)
    trouble = TROUBLES[step.playbook.value]
    if step.keeping is not None and plan.block(step.block).candidates:
        told = [_kept(step.block, step.keeping, plan, language)]
    else:
        told = [language.text(trouble, block=block, since=since)]
    if step.task is not None:
        told.append(_task(step, step.task, plan, language))
    if step.following is not None and step.following_at is not None:
        then = language.text(TASKS[step.following.value], contacts="").rstrip(": ")
        told.append(
            language.text("At {at}: {then}", at=language.clock(step.following_at), then=then)
        )
    return told


def _kept(waits: BlockId, keeping: Keeping, plan: Plan, language: Language) -> str:
    """Return who waits for whom, and with whom those still are."""
    number = len(plan.block(waits).candidates)
    facts = {
        "who": names_of(plan, [waits], language),
        "person": subject_name(Subject("people", keeping.person), plan, language),
        "others": _others(keeping.block, plan, language),
    }
    if keeping.over < MINUTE:
        facts["until"] = language.clock(keeping.until)
        return language.count(
            "{who} waits for {person}, who is with {others} until {until}",
            "{who} wait for {person}, who is with {others} until {until}",
            number,
            **facts,
        )
    facts["over"] = language.length(MINUTE * (keeping.over // MINUTE))
    return language.count(
        "{who} waits for {person}, who is {over} over with {others}",
        "{who} wait for {person}, who is {over} over with {others}",
        number,
        **facts,
    )


def _others(block: BlockId, plan: Plan, language: Language) -> str:
    """Return whose block it is, and the room in which to find them."""
    found = plan.block(block)
    names = names_of(plan, [block], language) or block_title(found, language)
    room = plan.rooms.get(found.room) if found.room is not None else None
    place = one_line(found.place if room is None else room.name)
    return f"{names} ({place})" if place else names


def _task(step: DueStep, task: StrEnum, plan: Plan, language: Language) -> str:
    people = [_contact(contact, plan, language) for contact in step.contacts]
    listed = [*people, one_line(step.hint)] if step.hint else people
    if not listed:
        return language.text(TASKS[task.value], contacts="").rstrip(": ")
    return language.text(TASKS[task.value], contacts="; ".join(listed))


def _contact(contact: Contact, plan: Plan, language: Language) -> str:
    name = subject_name(contact.subject, plan, language)
    number = one_line(contact.number)
    return language.text("{name}, {number}", name=name, number=number) if number else name
